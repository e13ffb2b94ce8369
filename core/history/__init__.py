"""What the history of a case says: nothing here is kept anywhere else."""
