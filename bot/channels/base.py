"""What a channel is to the rest of the program.

DeliveryError
├── TryAgain(after)         the platform asks for patience, or did not answer
├── Undeliverable(reason)   it never will: blocked, gone, refused
└── Moved(to)               the group has a new address
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from starlette.routing import BaseRoute

from core.chat import Address, Attachment, Event


class DeliveryError(Exception):
    """A message did not reach its chat."""


class TryAgain(DeliveryError):
    """Not now; `after` is how long the platform wants to be left alone, None where it did not say."""

    def __init__(self, reason: str, after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.after = after


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


@dataclass(frozen=True, slots=True)
class Pace:
    """What a platform bears, as a burst and a steady rate a second; 0 means: as fast as it goes."""

    total: float = 0.0  # messages a second in all
    chat: float = 0.0  # to one private chat
    group: float = 0.0  # to one group


@dataclass(frozen=True, slots=True)
class Answer:
    """The short word for whoever tapped, in their language."""

    text: str = ""
    alert: bool = False


# Hands an event over; returns once it is committed (or kept as failed), raises when neither was possible:
# then the platform must not be told that we have it.
Receive = Callable[[Event], Awaitable[Answer]]


class Channel(Protocol):
    """A platform."""

    name: str
    pace: Pace

    async def start(self, receive: Receive) -> None:
        """Begin to listen."""

    async def stop(self) -> None:
        """Listen no more; what was received is finished first."""

    async def show(self, to: Address, shown: Shown, edit: str = "") -> str:
        """Show a message, or edit the one with this id; returns the platform's id of what now stands there.

        Raises:
            TryAgain, Undeliverable, Moved: and nothing else.
        """

    def routes(self) -> Sequence[BaseRoute]:
        """What it serves over HTTP."""
