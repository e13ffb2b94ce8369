"""The real WeCom channel before the fake server, with an office in memory behind it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.channels.base import Button, Shown
from bot.channels.wecom import WeCom as Channel
from core.chat import Address, Attachment
from tests.fakes.office import Office
from tests.fakes.wecom import AGENT, CORPID, SECRET, Seal, WeCom
from tests.fakes.wecom.server import AES_KEY, TOKEN
from tests.serving import address, open_door, served

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SOON = 0.01


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def moves(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Bot:
    """A channel at work."""

    channel: Channel
    office: Office
    clock: Clock
    url: str = ""

    async def says(self, to: str, text: str, *rows: tuple[str, ...], edit: str = "", **more: Any) -> str:
        """Show a message; a button's act is its label."""
        return await self.channel.show(Address("wecom", to), shown(text, *rows, **more), edit)


def shown(text: str, *rows: tuple[str, ...], **more: Any) -> Shown:
    """A message; a button's act is its label."""
    buttons = tuple(tuple(Button(label, label) for label in row) for row in rows)
    return Shown(text, buttons, **({"id": "7"} | more))


def channel(api: str, clock: Clock, **options: Any) -> Channel:
    """The channel for the fake's app."""
    given = {"corpid": CORPID, "secret": SECRET, "agent": AGENT, "token": TOKEN, "aes_key": AES_KEY}
    return Channel(**(given | {"api": api, "clock": clock, "soon": SOON} | options))


@asynccontextmanager
async def staffed(wecom: WeCom | str, clock: Clock, **options: Any) -> AsyncIterator[Bot]:
    """A channel that sends."""
    bot = Bot(channel(wecom if isinstance(wecom, str) else wecom.url, clock, **options), Office(), clock)
    await bot.channel.start(bot.office)
    try:
        yield bot
    finally:
        bot.office.open.set()
        await bot.channel.stop()


@asynccontextmanager
async def called(wecom: WeCom, clock: Clock, **options: Any) -> AsyncIterator[Bot]:
    """A channel that is called as well, over HTTP."""
    async with staffed(wecom, clock, **options) as bot:
        door = open_door()
        bot.url = f"{address(door)}/wecom"
        async with served(Starlette(routes=bot.channel.routes()), door):
            try:
                await wecom.connect(bot.url)
                yield bot
            finally:
                bot.office.open.set()


@dataclass
class Knock:
    """How the door answered."""

    status: int = 0
    body: bytes = b""
    read: int = 0  # bytes it took in before it answered


@dataclass
class Envelope:
    """A delivery as WeCom would make it, to be spoilt."""

    seal: Seal
    at: datetime = NOW
    query: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    def of(self, plain: str) -> "Envelope":
        """Put it in."""
        self.query, body = self.seal.callback(plain, AGENT, self.at.timestamp())
        self.body = body.encode()
        return self


def envelope(
    plain: str, at: datetime = NOW, token: str = TOKEN, key: str = AES_KEY, corp: str = CORPID
) -> Envelope:
    """A delivery."""
    return Envelope(Seal(token, key, corp), at).of(plain)


async def knock(
    app: ASGIApp, query: Mapping[str, str], body: bytes = b"", method: str = "POST", piece: int = 16_384
) -> Knock:
    """Knock at the door, with no server between."""
    answer = Knock()
    pieces = [body[start : start + piece] for start in range(0, len(body), piece)] or [b""]

    async def receive() -> dict[str, Any]:
        part = pieces.pop(0)
        answer.read += len(part)
        return {"type": "http.request", "body": part, "more_body": bool(pieces)}

    async def send(message: Any) -> None:
        answer.status = message.get("status", answer.status)
        answer.body += message.get("body", b"")

    scope = {"type": "http", "method": method, "path": "/wecom", "headers": [], "root_path": ""}
    await app(scope | {"query_string": urlencode(query).encode()}, receive, send)
    return answer


def file(ref: str, kind: str = "photo", name: str = "") -> Attachment:
    """Somebody's file, from any channel."""
    return Attachment(kind, ref, name, channel="wechat")
