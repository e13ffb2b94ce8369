"""What a colleague records: for an owner who called, came or wrote, solved on the spot or for the log."""
