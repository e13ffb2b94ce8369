"""How a database comes to the shape of `storage.tables`, one revision a file."""
