"""What a person of the town can do with their telephone, whatever platform is on it.

telegram.py, wechat.py and wecom.py say how it is done there; what cannot be done there is not in their file.
"""

from collections.abc import Awaitable, Sequence
from typing import Any, Protocol

from bot.channels.base import Channel
from core.chat import Address


class Screen(Protocol):
    """A chat as somebody sees it."""

    @property
    def said(self) -> list[Any]:
        """What the office said there, oldest first."""

    @property
    def last(self) -> Any:
        """The newest of it."""

    @property
    def last_card(self) -> Any:
        """The newest of it that offers something."""

    @property
    def texts(self) -> list[str]:
        """All its words, oldest first."""


class Handset(Protocol):
    """Somebody's telephone; `here` is the chat they act in, their own where it is None."""

    user: Any  # whom the platform takes them for
    files: Sequence[str]  # the kinds of files that can be sent from it, besides photos

    @property
    def address(self) -> Address:
        """Their private chat, as the office knows it."""

    @property
    def menu(self) -> list[str]:
        """The labels below the line where they type."""

    @property
    def toast(self) -> str:
        """The short answer to what they did last."""

    def screen(self, here: Any) -> Screen:
        """What they see there."""

    def starts(self, payload: str, language: str) -> Awaitable[object]:
        """Come to the office for the first time, perhaps by a code."""

    def says(self, text: str, here: Any, reply_to: Any) -> Awaitable[object]:
        """Write something, perhaps as an answer to a message."""

    def taps(self, label: str, here: Any, message: Any) -> Awaitable[object]:
        """Choose something by its label, of the newest message that offers it if none is named."""

    def taps_act(self, act: str, here: Any) -> Awaitable[object]:
        """Tap something that was there long ago, or never."""

    def sends_photo(self, caption: str, album: str, here: Any) -> Awaitable[object]:
        """Send a photo."""

    def sends_file(self, kind: str) -> Awaitable[object]:
        """Send a file of another kind."""

    def sends_odd(self, kind: str) -> Awaitable[object]:
        """Send what is no words and no file: a sticker, a place, something nobody knows."""

    def sends_garbage(self) -> Awaitable[object]:
        """Let something arrive that the platform's own SDK cannot read."""


class Platform(Protocol):
    """A platform of the town."""

    @property
    def complaints(self) -> list[str]:
        """What it cut, dropped or could not read, without telling anybody."""

    def channel(self, public_url: str) -> Channel:
        """The office's channel for it."""

    async def connect(self, public_url: str, channel: Channel) -> None:
        """Once the office is open: tell the platform where."""

    def handset(self, address: Address, name: str, language: str, phone: str) -> Handset:
        """Somebody's telephone."""

    def group(self, address: Address, title: str, members: Sequence[Handset]) -> Screen:
        """A group of the staff."""

    async def settled(self) -> None:
        """Wait until nothing is on its way."""

    async def looks(self, newest: "Newest") -> None:
        """Let people open what they can only read behind a link."""


class Newest(Protocol):
    """The number of the newest state of a message, by the link to it."""

    async def __call__(self, links: Sequence[str]) -> list[int]: ...
