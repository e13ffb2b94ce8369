"""Telegram in the town: everybody has buttons, and the office hears the groups."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.base import Channel
from bot.channels.telegram import Telegram
from bot.clock import Clock
from core.chat import Address
from tests.fakes.botapi import BotApi, Chat, Message, User
from tests.town.handsets import Handset, Newest, Screen

ODD: dict[str, dict[str, Any]] = {
    "sticker": {"sticker": {"file_id": "S", "file_unique_id": "s", "type": "regular", "width": 9, "height": 9,
                            "is_animated": False, "is_video": False}},
    "location": {"location": {"latitude": 30.2, "longitude": 120.1}},
    "unknown": {"dice": {"emoji": "🎲", "value": 3}},
}  # fmt: skip


@dataclass(eq=False)
class TelegramHandset:
    """Somebody's telephone with Telegram on it."""

    server: BotApi
    user: User
    files: Sequence[str] = ("voice", "video", "document")
    _tap: str = ""  # what they tapped last

    @property
    def address(self) -> Address:
        return Address("telegram", str(self.user.id))

    def screen(self, here: Chat | None) -> Chat:
        return here or self.user.chat

    @property
    def menu(self) -> list[str]:
        """The menu under the line where they type."""
        brought = [m.keyboard for m in self.user.chat.said if m.keyboard]
        return [label for row in brought[-1] for label in row] if brought else []

    @property
    def toast(self) -> str:
        return self.server.taps.get(self._tap) or ""

    def _tapped(self, deed: Awaitable[object]) -> Awaitable[object]:
        self._tap = list(self.server.taps)[-1]
        return deed

    def starts(self, payload: str, language: str) -> Awaitable[object]:
        return self.user.presses_start(payload)

    def says(self, text: str, here: Chat | None, reply_to: Message | None) -> Awaitable[object]:
        return self.user.says(text, at=here, reply_to=reply_to)

    def taps(self, label: str, here: Chat | None, message: Message | None) -> Awaitable[object]:
        if label in self.menu and not message and here is None:
            return self.user.says(label)
        return self._tapped(self.user.taps(label, at=here, message=message))

    def taps_act(self, act: str, here: Chat | None) -> Awaitable[object]:
        return self._tapped(self.user.taps_old(act, 1, at=here))

    def sends_photo(self, caption: str, album: str, here: Chat | None) -> Awaitable[object]:
        return self.user.sends_photo(caption, album, at=here)

    def sends_file(self, kind: str) -> Awaitable[object]:
        return self.user.sends_file(kind)

    def sends_odd(self, kind: str) -> Awaitable[object]:
        return self.user.sends(**ODD[kind])

    def sends_garbage(self) -> Awaitable[object]:
        return self.server.deliver({"message": {"message_id": "not a number", "chat": 7}})

    # only here

    def sends(self, here: Chat | None, **fields: Any) -> Awaitable[object]:
        return self.user.sends(at=here, **fields)

    def edits(self, text: str, here: Chat | None) -> Awaitable[object]:
        return self.user.edits(text, at=here)

    def shares_contact(self) -> Awaitable[object]:
        return self.user.shares_contact()


@dataclass(eq=False)
class TelegramPlatform:
    """Telegram."""

    server: BotApi
    clock: Clock

    @property
    def complaints(self) -> list[str]:
        """It refuses, and never without a word."""
        return []

    def channel(self, public_url: str) -> Channel:
        """The office asks Telegram for updates, whatever its address."""
        return Telegram(self.server.token, api=self.server.url, pace=False, clock=self.clock)

    async def connect(self, public_url: str, channel: Channel) -> None:
        """It asks by itself."""

    def handset(self, address: Address, name: str, language: str, phone: str) -> Handset:
        return TelegramHandset(self.server, self.server.user(int(address.chat), name, language, phone))

    def group(self, address: Address, title: str, members: Sequence[Handset]) -> Screen:
        return self.server.group(int(address.chat), title)

    async def settled(self) -> None:
        await self.server.settled()

    async def looks(self, newest: Newest) -> None:
        """Everything is there to be read."""
