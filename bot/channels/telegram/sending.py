"""What is to be shown, as Telegram's messages.

The words go first, with the buttons, and theirs is the id that is kept: so a card is always a text and can
always be edited. Pictures follow, and from there on nothing starts over. An edit changes the words alone: the
pictures stand below already.
"""

from dataclasses import dataclass
from functools import partial

from telegram.error import BadRequest

from bot.channels.base import Shown
from bot.channels.telegram.client import Client
from bot.channels.telegram.errors import delivering, patiently, says
from bot.channels.telegram.files import Files
from bot.channels.telegram.keyboards import buttons, markup
from bot.channels.telegram.media import CHANNEL
from core.chat import Address

MOST_TEXT = 4096
UNCHANGED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")


@dataclass(frozen=True, slots=True)
class Screen:
    """Shows messages in Telegram's chats."""

    client: Client
    files: Files

    async def show(self, to: Address, shown: Shown, edit: str) -> str:
        """Show a message, or edit one; returns the id of the text that has the buttons."""
        with delivering(CHANNEL):
            if edit and await self._edited(to.chat, shown, edit):
                return edit
            message = await self._say(to.chat, shown)
        await self.files.send(to.chat, shown.media)
        return message

    async def _edited(self, chat: str, shown: Shown, message: str) -> bool:
        parts = split(shown.text)
        if len(parts) > 1:  # one message cannot become two
            return False
        try:
            await self.client.edit_text(chat, message, parts[0], buttons(shown))
        except BadRequest as refusal:
            if says(refusal, *GONE):
                return False
            if not says(refusal, UNCHANGED):
                raise
        return True

    async def _say(self, chat: str, shown: Shown) -> str:
        below = markup(shown, private=not chat.startswith("-"))
        first, *rest = split(shown.text)
        message = await self.client.send_text(chat, first, None if rest else below)
        while rest:
            part = rest.pop(0)
            message = await patiently(partial(self.client.send_text, chat, part, None if rest else below))
        return message


def split(text: str) -> list[str]:
    """A text in parts Telegram takes, cut at the end of a line where there is one."""
    parts = []
    while _length(text) > MOST_TEXT:
        end = _fitting(text)
        cut = text.rfind("\n", end // 2, end) + 1 or end
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip("\n")
    return [*parts, text]


def _fitting(text: str) -> int:
    end = MOST_TEXT
    while _length(text[:end]) > MOST_TEXT:
        end -= max(_length(text[:end]) - MOST_TEXT, 2) // 2
    return end


def _length(text: str) -> int:
    # Telegram counts as UTF-16 does: an emoji is two.
    return len(text) + sum(c > "\uffff" for c in text) if len(text) * 2 > MOST_TEXT else len(text)
