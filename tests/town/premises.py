"""Where the office is: one address, whoever works behind it; it can be shut at a bad moment and opened again."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.app import App, build, running
from bot.channels.base import Channel
from bot.clock import MovableClock
from bot.links import Links
from bot.sitefile import SiteFile, load_sites, plant, read_site
from core.site import Sites
from tests.serving import address, open_door, served
from tests.town.handsets import Platform
from tests.town.people import site_file
from tests.town.wecom import WeComPlatform

SECRET = "a secret of the tests, and of nothing else"


@cache
def _estates(kind: str, also: tuple[Path, ...]) -> tuple[Sites, list[SiteFile]]:
    with TemporaryDirectory(prefix="bihuan-") as folder:
        paths = [site_file(kind, Path(folder)), *also]
        return load_sites(paths), [read_site(path) for path in paths]


@dataclass
class Front:
    """What platforms and browsers knock at."""

    app: ASGIApp = field(default_factory=Starlette)
    instead: Callable[[], Awaitable[None]] | None = None  # of the next answer, which gets nowhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the office answer, or do something before the answer gets out."""
        instead, self.instead = self.instead, None
        await self.app(scope, receive, _nowhere if instead else send)
        if instead:
            await instead()
            raise ConnectionResetError("cut off")


async def _nowhere(_: Message) -> None:
    return None


@dataclass
class Premises:
    """The office, and the address it is at; on Telegram alone it has none."""

    database: str
    kind: str
    platforms: dict[str, Platform]
    clock: MovableClock
    media: Path
    also: tuple[Path, ...] = ()  # the files of further estates
    url: str = ""
    front: Front = field(default_factory=Front)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Open, until the story is over."""
        if self.kind == "telegram":
            await self.begin()
            try:
                yield
            finally:
                await self.end()
            return
        door = open_door()
        self.url = address(door)
        async with served(self.front, door):
            await self.begin()
            try:
                for name, platform in self.platforms.items():
                    await platform.connect(self.url, self.app.channels[name])
                yield
            finally:
                await self.end()

    async def begin(self) -> None:
        """Somebody works here from now on."""
        self.app = self._built()
        self._running = running(self.app, scheduler=False)
        await self._running.__aenter__()
        routes = [route for channel in self.app.channels.values() for route in channel.routes()]
        self.front.app = Starlette(routes=[*routes, *(self.app.pages.routes() if self.app.pages else ())])

    async def end(self) -> None:
        """Nobody works here."""
        await self._running.__aexit__(None, None, None)

    def _built(self) -> App:
        sites, files = _estates(self.kind, self.also)
        links = Links(SECRET, self.url, self.clock) if self.url else None
        channels: list[Channel] = [platform.channel(self.url) for platform in self.platforms.values()]
        app = build(self.database, sites, channels, self.clock, self.media, links=links)
        plant(app.store, files)
        for platform in self.platforms.values():
            if isinstance(platform, WeComPlatform):
                platform.links = links
        return app
