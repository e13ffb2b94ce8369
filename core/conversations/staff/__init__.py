"""What the office says and hears: the desk, the departments, whoever stands above them."""
