"""Phones with Telegram: buttons below every message, and messages that change where they stand."""

from dataclasses import dataclass

from bot.channels.base import Manner, Shown
from bot.channels.playground.display import Display
from bot.channels.playground.screens import Message


@dataclass(frozen=True, slots=True)
class Telegram:
    """Nothing is out of reach here."""

    display: Display

    def manner(self, group: bool) -> Manner:
        return Manner(group=group)

    def show(self, chat: str, shown: Shown, edit: str) -> str:
        message = Message(chat, self.display.now(), "", shown.text, shown.rows, shown.media)
        standing = (self.display.edit(edit, message) if edit else None) or self.display.put(message)
        if shown.menu:
            self.display.screens.set_menu(chat, shown.menu)
            self.display.tell_chats()
        return standing.id
