"""Phones with WeChat: choices are typed, nothing changes once it stands there, and a window closes.

What is said in the same breath is one text and costs nothing. Five messages within two days of the owner's last
word, three within a minute of a menu tap; after that a notice with a few short fields, and a page behind it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.channels.base import Button, Closed, Manner, Shown
from bot.channels.playground.display import Display
from bot.channels.playground.screens import Message
from bot.channels.playground.windows import Windows
from bot.channels.weixin.texts import cut, shortened, split
from core.chat import Attachment, Window

SAID = Window("said", timedelta(hours=48), 5)
TAPPED = Window("tapped", timedelta(minutes=1), 3)
MOST = 2048  # bytes, of one text
FIELD = 20  # characters, of a notice's field
SENDABLE = {"photo": 2_000_000, "voice": 2_000_000, "video": 10_000_000}  # bytes; a document cannot be sent


@dataclass(frozen=True, slots=True)
class WeChat:
    """Phones that follow the estate's account."""

    display: Display
    windows: Windows

    def manner(self, group: bool) -> Manner:
        return Manner(group=group, windowed=True, linked=True)

    def show(self, chat: str, shown: Shown, edit: str) -> str:
        if shown.allowed is not None and shown.allowed < 1:
            notice = self._notify(chat, shown)
            return f"{'asked' if notice.numbered else 'notice'}:{notice.id}"
        left = self.windows.left(chat, self.display.now())
        if not left:
            raise Closed("the window is closed")
        for message in self._messages(
            chat, shown, left if shown.allowed is None else min(shown.allowed, left)
        ):
            self.display.put(message)
            self.windows.use(chat, self.display.now())
        self.display.tell_chats()
        return f"cs:{shown.id}"

    def answer(self, chat: str, held: Sequence[Shown], key: str) -> Sequence[Shown]:
        """Answer in the same breath: one text, from the front; returns what is in it. The same key answers once."""
        text, taken, choices = _breath(held)
        if taken:
            self.display.put(Message(chat, self.display.now(), text=text, numbered=choices), f"answer:{key}")
        return taken

    def _notify(self, chat: str, shown: Shown) -> Message:
        lines = [_unnumbered(line, shown.subject) for line in (shown.title, *shown.text.splitlines())]
        what, *more = [line for line in lines if line] or [""]
        asks = 0 < len(shown.hint) <= FIELD
        state = shown.hint if asks else next((line for line in more if line != what), what)
        notice = Message(
            chat,
            self.display.now(),
            kind="notice",
            subject=shown.subject,
            title=shortened(what, FIELD),
            text=shortened(state, FIELD),
            link=shown.link,
            numbered=shown.choices if asks else (),
        )
        return self.display.put(notice)

    def _messages(self, chat: str, shown: Shown, most: int) -> list[Message]:
        """The message in so many messages at the most: its words first, then what can be sent of its files."""
        files = [item for item in shown.media if _is_sendable(item)][: most - 1]
        room, choices = most - len(files), shown.choices
        texts = split(typed(shown, shown.link if len(files) < len(shown.media) else ""), MOST)
        if len(texts) > room:
            texts, choices = _abridged(split(shown.text, MOST)[:room], shown.link), ()
        now = self.display.now()
        words = [Message(chat, now, text=part) for part in texts]
        words[-1] = replace(words[-1], numbered=choices)
        return [*words, *(Message(chat, now, media=(item,)) for item in files)]


def _unnumbered(line: str, subject: str) -> str:
    """A line without the case's number before it, which has a field of its own."""
    number = rf"[【\[]?{re.escape(subject)}[】\]]?[:：]?" if subject else ""
    return re.sub(f"^{number}", "", line.strip()).strip()


def typed(shown: Shown, link: str = "") -> str:
    """A message as one text, with a number before each choice."""
    choices = (f"{number}. {button.label}" for number, button in enumerate(shown.choices, 1))
    return "\n".join(line for line in (shown.text, link, *choices) if line)


def _breath(held: Sequence[Shown]) -> tuple[str, list[Shown], tuple[Button, ...]]:
    """Of several messages with choices the numbers would be ambiguous: one with choices is the last."""
    text, taken = "", list[Shown]()
    for shown in held:
        longer = "\n\n".join(part for part in (text, typed(shown)) if part)
        if shown.media or len(longer.encode()) > MOST:
            break
        text, taken = longer, [*taken, shown]
        if shown.choices:
            break
    if not taken and held and held[0].link and not held[0].media:
        return _abridged([held[0].text], held[0].link)[0], [held[0]], ()
    return text, taken, taken[-1].choices if taken else ()


def _abridged(texts: Sequence[str], link: str) -> list[str]:
    """The end of the last text gives way to the link, behind which the choices are."""
    room = MOST - len(link.encode()) - 1
    return [*texts[:-1], f"{cut(texts[-1], room - 4)}\n{link}".strip()]


def _is_sendable(item: Attachment) -> bool:
    return item.size <= SENDABLE.get(item.kind, -1)
