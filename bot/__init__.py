"""The outside world: platforms, the command line, the one transaction, the sender and the sweep."""
