"""One file a platform: each turns updates into events and shows messages, and does nothing else."""
