"""What a channel is to the rest of the program.

DeliveryError
├── TryAgain(after)         the platform asks for patience, or did not answer
├── Closed(reason)          the person has to write first: as a notice then, where the platform has such
├── Undeliverable(reason)   it never will: blocked, gone, refused
└── Moved(to)               the group has a new address
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from starlette.routing import BaseRoute

from core.chat import Address, Attachment, Event


class DeliveryError(Exception):
    """A message did not reach its chat."""


class TryAgain(DeliveryError):
    """Not now; `after` is how long the platform wants to be left alone, None where it did not say."""

    def __init__(self, reason: str, after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Closed(DeliveryError):
    """The platform takes no more messages for this person until they write; our count was wrong."""


class Undeliverable(DeliveryError):
    """Never; a person has to reach them another way."""


class Moved(DeliveryError):
    """The chat is now at another address."""

    def __init__(self, to: Address) -> None:
        super().__init__(str(to))
        self.to = to


@dataclass(frozen=True, slots=True)
class Button:
    """A choice in words."""

    label: str
    act: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A message in words, ready for a screen."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    media: tuple[Attachment, ...] = ()
    menu: tuple[tuple[str, ...], ...] = ()  # labels of the menu to offer, where the platform has one
    share: str = ""  # the menu's label that shares the person's own telephone number
    id: str = ""  # our own number of it
    subject: str = ""  # the number of the case it is about
    title: str = ""  # what it is in a few words, where the platform wants a heading
    stamp: str = ""  # what its buttons are to say once they can only be greyed
    hint: str = ""  # how to answer it by number, in a few words, where a notice has room for nothing else
    link: str = ""  # the same message as a page, for whoever it is meant for; "" where we have no address
    members: tuple[str, ...] = ()  # a group without buttons: the chats of the colleagues behind it
    allowed: int | None = (
        None  # so many messages the platform takes for it now, 0: a notice only; None: any number
    )

    @property
    def choices(self) -> tuple[Button, ...]:
        """All its buttons in order; the first is number 1."""
        return tuple(button for row in self.rows for button in row)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a chat wants to be spoken to."""

    group: bool = False
    windowed: bool = False  # only so long and so often after the person's own last word
    room: int = 0  # bytes of text in one message, where each counts
    linked: bool = False  # a message there may carry a link to itself as a page
    members: bool = False  # a group without buttons: its cards go to the colleagues behind it as well


@dataclass(frozen=True, slots=True)
class Pace:
    """What a platform bears, as a burst and a steady rate a second; 0 means: as fast as it goes."""

    total: float = 0.0  # messages a second in all
    chat: float = 0.0  # to one private chat
    group: float = 0.0  # to one group
    burst: float = 0.0  # messages a rested chat may get at once; 0 means: three seconds' worth


@dataclass(frozen=True, slots=True)
class Answer:
    """The short word for whoever tapped, in their language."""

    text: str = ""
    alert: bool = False


class Office(Protocol):
    """The office as a channel sees it: the door its events go in by, and the few things it may ask for."""

    async def receive(self, event: Event) -> Answer:
        """Hand an event over; back once it is committed, or kept as failed.

        Raises:
            Exception: neither was possible; then the platform must not be told that we have it.
        """

    async def held(self, event: Event) -> Sequence[Shown]:
        """What was said to an `answered` event at its own place, in order; the same again when it is repeated.

        It is held back from the sender for a few seconds; what is not taken by then goes the usual way.
        """

    async def said(self, event: Event, taken: Sequence[Shown]) -> None:
        """The platform takes these in the same breath; whatever else was held goes the usual way, at once."""

    async def fetch(self, attachment: Attachment) -> bytes | None:
        """The bytes of an attachment from whichever channel it came, None when they are nowhere to be had."""

    async def put(self, key: str, value: str, until: datetime) -> None:
        """Remember something small until then, for all processes; the same key again replaces it."""

    async def take(self, prefix: str) -> str | None:
        """Take out the newest thing put under a prefix; nobody else gets it any more."""


class Channel(Protocol):
    """A platform."""

    name: str
    pace: Pace

    async def start(self, office: Office) -> None:
        """Begin to listen."""

    async def stop(self) -> None:
        """Listen no more; what was received is finished first."""

    def manner(self, chat: str) -> Manner:
        """How this chat wants to be spoken to."""

    async def show(self, to: Address, shown: Shown, edit: str = "") -> str:
        """Show a message, or edit the one with this id; returns the platform's id of what now stands there.

        Raises:
            TryAgain, Closed, Undeliverable, Moved: and nothing else.
        """

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes of a file somebody sent here.

        Raises:
            TryAgain, Undeliverable: and nothing else.
        """

    def routes(self) -> Sequence[BaseRoute]:
        """What it serves over HTTP."""


@runtime_checkable
class SignsIn(Protocol):
    """A platform whose browser tells us who opens a page."""

    def sign_in(self, back: str, state: str) -> str:
        """Where to send the browser, that it comes back to `back` with a code and the state."""

    async def who(self, code: str) -> str:
        """Whose code this is: their private chat.

        Raises:
            TryAgain, Undeliverable: the platform is away; the code is none.
        """
