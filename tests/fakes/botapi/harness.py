"""The real Telegram channel before the fake server, listening one way or the other."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from starlette.applications import Starlette

from bot.channels.base import Answer, Button, Shown
from bot.channels.telegram import Telegram
from core.chat import Address, Attachment, Event
from tests.fakes.botapi.server import BotApi
from tests.serving import address, open_door, served

SOON = timedelta(milliseconds=10)


@dataclass
class Ear:
    """Hears events as the handler would: each key once; told to be deaf, it keeps nothing and says so."""

    events: list[Event] = field(default_factory=list)
    deaf: int = 0  # to so many of the next events
    answer: Answer = field(default_factory=Answer)
    repeated: int = 0
    open: asyncio.Event = field(default_factory=asyncio.Event)
    entered: asyncio.Event = field(default_factory=asyncio.Event)
    keys: list[str] = field(default_factory=list)  # of all that came in, kept or not
    files: dict[str, bytes] = field(default_factory=dict)  # of other channels, by their names for them

    async def receive(self, event: Event) -> Answer:
        self.keys.append(event.key)
        self.entered.set()
        await self.open.wait()
        if self.deaf:
            self.deaf -= 1
            raise OSError("the disk is full")
        if any(known.key == event.key for known in self.events):
            self.repeated += 1
            return Answer()
        self.events.append(event)
        return self.answer

    async def fetch(self, attachment: Attachment) -> bytes | None:
        return self.files.get(attachment.ref)

    async def held(self, event: Event) -> list[Shown]:
        return []

    async def said(self, event: Event, taken: Sequence[Shown]) -> None:
        return None

    async def put(self, key: str, value: str, until: datetime) -> None:
        return None

    async def take(self, prefix: str) -> str | None:
        return None

    @property
    def last(self) -> Event:
        """What was heard last."""
        return self.events[-1]


@dataclass
class Bot:
    """A running channel, and what it heard."""

    channel: Telegram
    ear: Ear
    url: str = ""

    async def says(self, to: int, text: str, *rows: tuple[str, ...], edit: str = "", **more: Any) -> str:
        """Show a message; a button's act is its label."""
        buttons = tuple(tuple(Button(label, label) for label in row) for row in rows)
        return await self.channel.show(Address("telegram", str(to)), Shown(text, buttons, **more), edit)


@asynccontextmanager
async def polling(telegram: BotApi, **options: Any) -> AsyncIterator[Bot]:
    """A bot that asks."""
    channel = Telegram(telegram.token, **({"api": telegram.url, "first_wait": SOON} | options))
    bot = Bot(channel, Ear())
    bot.ear.open.set()
    await channel.start(bot.ear)
    try:
        yield bot
    finally:
        bot.ear.open.set()
        await channel.stop()


@asynccontextmanager
async def webhook(telegram: BotApi, **options: Any) -> AsyncIterator[Bot]:
    """A bot that is called."""
    door = open_door()
    url = address(door)
    async with polling(telegram, public_url=url, **options) as bot:
        bot.url = url
        async with served(Starlette(routes=bot.channel.routes()), door):
            try:
                await telegram.wait_for(lambda: telegram.delivery.url)
                yield bot
            finally:
                bot.ear.open.set()


def file(ref: str, kind: str = "photo", channel: str = "telegram", name: str = "") -> Attachment:
    """A file to be shown."""
    return Attachment(kind, ref, name, channel=channel)
