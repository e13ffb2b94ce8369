"""Nothing is lost, nothing happens twice: whatever breaks, whenever it breaks."""
