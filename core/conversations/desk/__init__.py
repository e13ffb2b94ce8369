"""The desk: its cards, its judgement, what it writes and whom it brings together."""
