"""What every kind of phone can do."""

from typing import Protocol

from bot.channels.base import Manner, Shown


class Phones(Protocol):
    """The phones of one platform."""

    def manner(self, group: bool) -> Manner:
        """How a chat wants to be spoken to."""

    def show(self, chat: str, shown: Shown, edit: str) -> str:
        """Show a message, or edit one; returns the id of what now stands there.

        Raises:
            Closed: the platform takes no more messages for them.
        """
