"""The phones' screens as those who show something use them: written down, and told to every page that looks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.channels.playground.pages import Pages
from bot.channels.playground.screens import Message, Screens


@dataclass(frozen=True, slots=True)
class Display:
    """All screens."""

    screens: Screens
    pages: Pages
    now: Callable[[], datetime]

    def put(self, message: Message, key: str | None = None) -> Message:
        """Add a message below."""
        return self._tell(self.screens.put(message, key))

    def edit(self, id: str, message: Message) -> Message | None:
        """Let a message say something else where it stands; None when it is not there."""
        standing = self.screens.edit(id, message)
        return standing and self._tell(standing)

    def is_off(self, chat: str) -> bool:
        """Whether somebody's phone is switched off."""
        return self.screens.trouble(chat) == "off"

    def tell_chats(self) -> None:
        """What stands around the messages changed."""
        self.pages.tell(chats=self.screens.chats())

    def _tell(self, message: Message) -> Message:
        self.pages.tell(message=message.plain())
        return message
