"""What is said to whom: one file a conversation, and one front desk that sends each event to its own."""

from core.turn import Turn


def decide(turn: Turn) -> None:
    """Send an event to the conversation it belongs to."""
    raise NotImplementedError
