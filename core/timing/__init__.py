"""Time at the office: working hours, shifts and holidays, and the clocks every case is under."""
