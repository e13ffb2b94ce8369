"""What the office decides: no I/O, no clock, no platform, no database."""
