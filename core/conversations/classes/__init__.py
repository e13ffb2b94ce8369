"""What the class of a complaint asks for: sheets kept, reports sent, results published."""
