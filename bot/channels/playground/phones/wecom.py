"""Phones with WeCom: cards with at most six buttons go to each member; a group has none, only the way to a page.

A card is one for all who got it: once somebody took the job its buttons are grey on every phone. Words never change.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.channels.base import Button, Manner, Shown
from bot.channels.playground.display import Display
from bot.channels.playground.screens import Message
from bot.channels.weixin.texts import cut, shortened, split
from core.chat import Attachment

CARD = "card-"  # before the id of a card, which stands in several chats
CHANGEABLE = timedelta(hours=72)
MOST_TEXT = 2048  # bytes
MOST_TITLE, MOST_LINES = 26, 112  # characters, of a card
MOST_BUTTONS, MOST_LABEL, MOST_STAMP = 6, 10, 20
GROUP_TITLE, GROUP_LINES = 128, 512  # bytes, of what a group gets
ACROSS = 2  # buttons beside each other
MORE = Button("…", "")  # opens the page
GROUP = "-"  # before the name of a group


@dataclass(frozen=True, slots=True)
class WeCom:
    """The phones of a company's members."""

    display: Display

    def manner(self, group: bool) -> Manner:
        return Manner(group=True, linked=True, members=True) if group else Manner(linked=True)

    def show(self, chat: str, shown: Shown, edit: str) -> str:
        if edit.startswith(CARD) and self._change(shown, edit):
            return edit
        return self._to_group(chat, shown) if chat.startswith(GROUP) else self._to_members([chat], shown)

    # what comes anew

    def _to_members(self, chats: Sequence[str], shown: Shown) -> str:
        if not shown.rows:
            return self._say(chats[0], shown.text, shown.media)
        card = f"{CARD}{self.display.screens.seq + 1}"
        for chat in chats:
            if not _fits(shown):
                self._say(chat, shown.text)
            self.display.put(replace(self._card(chat, shown), task=card))
        self._say(chats[0], "", shown.media if len(chats) == 1 else ())
        return card

    def _to_group(self, group: str, shown: Shown) -> str:
        members = [chat for chat in shown.members if not self.display.is_off(chat)]
        if not (shown.rows and members and shown.link):
            return self._say(group, shown.text, shown.media)
        card = self._to_members(members, replace(shown, media=()))
        title, lines = cut(shown.title, GROUP_TITLE), cut(shown.text, GROUP_LINES)
        now = self.display.now()
        self.display.put(Message(group, now, kind="textcard", title=title, text=lines, link=shown.link))
        self._say(group, "", shown.media)
        return card

    def _say(self, chat: str, text: str, media: Sequence[Attachment] = ()) -> str:
        now = self.display.now()
        words = [Message(chat, now, text=part) for part in split(text, MOST_TEXT) if part]
        said = [*words, *(Message(chat, now, media=(item,)) for item in media)]
        ids = [self.display.put(message).id for message in said]
        return ids[0] if ids else ""

    # what stands there already

    def _change(self, shown: Shown, card: str) -> bool:
        """Change a card on every phone it came to; too old a one stays, unless there is something new to tap."""
        standing = self.display.screens.copies(card)
        if not standing or self.display.now() - _last(standing[0]) > CHANGEABLE:
            return bool(standing) and (not shown.rows or bool(shown.stamp))
        for copy in standing:
            self.display.edit(copy.id, self._instead(copy, shown))
        return True

    def _instead(self, copy: Message, shown: Shown) -> Message:
        now = self.display.now()
        if shown.stamp or not (shown.rows or shown.link):
            return replace(copy, at=now, rows=(), stamp=shortened(shown.stamp or shown.title, MOST_STAMP))
        return self._card(copy.chat, shown)

    def _card(self, chat: str, shown: Shown) -> Message:
        title, lines = _heading(shown)
        return Message(
            chat,
            self.display.now(),
            kind="card",
            title=shortened(title, MOST_TITLE),
            text=shortened(lines, MOST_LINES),
            rows=_rows(shown),
            link=shown.link,
        )


def _heading(shown: Shown) -> tuple[str, str]:
    """A card's title and lines; the lines leave out what the title says in full."""
    first, _, rest = shown.text.partition("\n")
    title = shown.title or first
    return title, rest.strip("\n") if title == first and len(title) <= MOST_TITLE else shown.text


def _fits(shown: Shown) -> bool:
    return len(_heading(shown)[1]) <= MOST_LINES


def _rows(shown: Shown) -> tuple[tuple[Button, ...], ...]:
    choices = list(shown.choices)
    if len(choices) > MOST_BUTTONS:
        choices = [*choices[: MOST_BUTTONS - 1], *([MORE] if shown.link else [])]
    labelled = [replace(choice, label=shortened(choice.label, MOST_LABEL)) for choice in choices]
    return tuple(tuple(labelled[start : start + ACROSS]) for start in range(0, len(labelled), ACROSS))


def _last(message: Message) -> datetime:
    return message.edited or message.at
