"""What the pages ask of the office.

CardError
├── NotTheirs    it was meant for somebody else
└── Gone         there is no such message, or no such choice of it
"""

from dataclasses import dataclass
from typing import Protocol

from bot.channels.base import Shown
from core.chat import Address


class CardError(Exception):
    """A card that is not shown."""


class NotTheirs(CardError):
    """Whoever opens it is neither the person it was for nor one of the group."""


class Gone(CardError):
    """There is no such message, or no such choice of it."""


@dataclass(frozen=True, slots=True)
class Card:
    """A message as it stands now."""

    number: int
    channel: str
    place: Address
    shown: Shown  # its `id` is the number of this state of it: choices are counted by that
    language: str
    open_to_bearer: bool = False  # whoever has the link is taken for the person at `place`


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a choice or of words."""

    toast: str = ""
    said: tuple[Shown, ...] = ()  # in the same breath, each with its own number as `id`


class Cards(Protocol):
    """The cards, and what can be done with them: the same events as a tap and as words in the chat."""

    async def card(self, number: int, viewer: Address | None) -> Card:
        """A message in its newest state; without a viewer nothing of it is shown to anybody.

        Raises:
            NotTheirs, Gone: the first only when there is a viewer.
        """

    async def act(self, number: int, viewer: Address, choice: int | None, words: str, nonce: str) -> Reply:
        """Take a choice of a message, the first is 1, or words said to it; the same nonce again does nothing anew.

        Raises:
            NotTheirs, Gone: and whatever kept it from being committed.
        """

    async def media(self, number: int, n: int, viewer: Address) -> bytes | None:
        """The bytes of what is attached to a message, the first is 0; None when they are nowhere to be had.

        Raises:
            NotTheirs, Gone: as above.
        """
