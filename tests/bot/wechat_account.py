"""The real WeChat channel before the fake platform, or before a test that plays the platform itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from starlette.applications import Starlette

from bot.channels.base import Button, Shown
from bot.channels.wechat import Template
from bot.channels.wechat import WeChat as Channel
from core.chat import Address
from tests.fakes.office import Office
from tests.fakes.wechat import TEMPLATE, WeChat
from tests.serving import address, open_door, served

FIELDS = {"number": "character_string1", "what": "thing2", "at": "time3"}
WANG = "oWang-_1234567890abcdefghijk"


@dataclass
class Watch:
    """A clock that stands until it is moved."""

    now: datetime = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Go forward."""
        self.now += timedelta(**by)


@dataclass
class Account:
    """A running channel, and what the office heard of it."""

    channel: Channel
    office: Office = field(default_factory=Office)
    url: str = ""

    async def says(self, text: str, *labels: str, to: str = WANG, **more) -> str:
        """Show a message; a button's act is its label."""
        rows = tuple((Button(label, label),) for label in labels)
        return await self.channel.show(Address("wechat", to), Shown(text, rows, **({"id": "417"} | more)))


def channel(wechat: WeChat, **options) -> Channel:
    """The channel for the fake's account."""
    known = {
        "api": wechat.url,
        "oauth": wechat.url,
        "template": Template(TEMPLATE, FIELDS),
        "clock": wechat.clock,
        "timeout": 1.0,
        "soon": 0.01,
    }
    return Channel(wechat.appid, wechat.secret, wechat.token, wechat.aes_key, **(known | options))


@asynccontextmanager
async def account(wechat: WeChat, **options) -> AsyncIterator[Account]:
    """The channel, able to speak; nobody listens at its door."""
    found = Account(channel(wechat, **options))
    await found.channel.start(found.office)
    try:
        yield found
    finally:
        found.office.open.set()
        await found.channel.stop()


@asynccontextmanager
async def connected(wechat: WeChat, **options) -> AsyncIterator[Account]:
    """The channel, served over HTTP and known to the platform."""
    async with account(wechat, **options) as found:
        door = open_door()
        found.url = f"{address(door)}/wechat"
        async with served(Starlette(routes=found.channel.routes()), door):
            try:
                await wechat.connect(found.url)
                yield found
            finally:
                found.office.open.set()
