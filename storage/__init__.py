"""What the office remembers: tables, the transaction, and the way between rows and core's values."""
