"""The clocks: what is late and who is told, who is on duty, what happens day by day."""
