"""The words every conversation shares: who speaks where, what was said, what is answered.

Nothing here knows a platform. A channel turns its updates into an `Event` and shows a `Say`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

ACT_BYTES = 64  # the least room any platform gives a button's data (Telegram's callback_data)


@dataclass(frozen=True, slots=True)
class Address:
    """A place where words can be delivered: a person's private chat or a group, on one channel."""

    channel: str
    chat: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.chat}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read back what `str` wrote."""
        channel, _, chat = text.partition(":")
        return cls(channel, chat)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture, voice, video or file; `ref` is the channel's own name for its bytes."""

    kind: str  # photo, voice, video, document
    ref: str
    name: str = ""
    size: int = 0  # bytes, 0 where the platform does not say
    channel: str = ""

    def packed(self) -> list[Any]:
        """The attachment as plain data; `Attachment(*packed)` is the attachment again."""
        return [self.kind, self.ref, self.name, self.size, self.channel]


class What(StrEnum):
    """What kind of thing happened."""

    MESSAGE = "message"
    TAP = "tap"
    EDITED = "edited"  # the person changed an earlier message
    TIMER = "timer"
    MOVED = "moved"  # a group got a new address; `text` is the new chat
    STOPPED = "stopped"  # the person blocked us, or we were put out of the group
    FAILED = "failed"  # a message of ours cannot be delivered; `text` is the reason


@dataclass(frozen=True, slots=True)
class Window:
    """How long, and for how many messages, a platform lets us speak to somebody after what they just did.

    Windows of different kinds stand side by side; one of the same kind takes the place of the older.
    """

    kind: str  # said, tapped
    lasts: timedelta
    messages: int


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, with the key under which it is claimed exactly once."""

    key: str
    at: datetime  # aware, UTC
    account: Address  # who: their private address
    place: Address  # where: the same in a private chat
    what: What = What.MESSAGE
    name: str = ""  # what the platform calls the person
    language: str = ""  # what the platform says they speak, as a BCP 47 tag
    text: str = ""
    act: str = ""  # the tapped choice
    tap: str = ""  # the platform's handle for answering the tap
    start: str = ""  # the payload of a link or QR code
    message: str = ""  # the platform's id of this message, or of the card that was tapped
    reply_to: str = ""  # the platform's id of the message answered
    reply_at: Address | None = None  # where that stands, if not here: a group's card, opened as a page
    phone: str = ""  # a shared contact that is the sender's own
    attachments: tuple[Attachment, ...] = ()
    unreadable: str = ""  # what came when it is nothing we can use: sticker, location, too-big …
    group_name: str = ""
    window: Window | None = None  # what the platform lets us say after this, where it is strict
    typed: bool = False  # there are no buttons there: choices are shown with numbers, and typed
    picked: str = ""  # the choice out of a platform's own list, `<Shown.id>-<number>`
    answered: bool = (
        False  # the platform takes an answer in the same breath: words for this place are held for it
    )
    data: Mapping[str, Any] = field(default_factory=dict)  # a timer's payload

    @property
    def album(self) -> str:
        """What the platform calls the album this picture is part of."""
        return str(self.data.get("album", ""))

    @property
    def private(self) -> bool:
        """Whether nobody else listens."""
        return self.account == self.place


Param: TypeAlias = "str | int | datetime | Text | tuple[Text, ...]"


@dataclass(frozen=True, slots=True)
class Text:
    """A catalogue key and its parameters; a parameter may itself be a text, or several, a line each."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


def text(key: str, **params: Param) -> Text:
    """Name a catalogue text."""
    return Text(key, params)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, and the act a tap stands for."""

    label: Text
    act: str

    def __post_init__(self) -> None:
        if len(self.act.encode()) > ACT_BYTES:
            raise ValueError(f"an act has at most {ACT_BYTES} bytes: {self.act}")


def choice(key: str, *act: str | int, **params: Param) -> Choice:
    """Name a button: `choice("take", "take", case.number)`."""
    return Choice(Text(key, params), ":".join(map(str, act)))


Rows: TypeAlias = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Say:
    """Something to be shown at an address.

    With a `slot` it is a card: said again in the same slot at the same address it edits the card
    already there, and only the newest of several waiting edits is shown.
    """

    text: Text
    rows: Rows = ()
    media: tuple[Attachment, ...] = ()
    slot: str = ""
    subject: str = ""  # the case it is about; a reply to the message belongs to that case
    fresh: bool = False  # a card to be shown anew below, not edited where it stands
    over: str = ""  # the platform's id of the very message to edit: the one whose button was tapped
    menu: bool = False  # offer the person's menu with it, where the platform has one
    stamp: Text | None = None  # what becomes of its buttons where the platform can only grey them for all


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a tap; `alert` asks for the person's eye."""

    text: Text
    alert: bool = False
    language: str = ""
