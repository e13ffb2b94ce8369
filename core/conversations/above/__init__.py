"""What waits for somebody above the desk: claims, hard cases, what came through head office."""
