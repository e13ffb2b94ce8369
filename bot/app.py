"""The wiring: the only place that constructs things."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.cards import Cards
from bot.channels.base import Channel, SignsIn
from bot.channels.web import Door
from bot.clock import Clock
from bot.files import Files
from bot.handlers import Handler
from bot.links import Links
from bot.office import Office
from bot.pace import Paces
from bot.scheduler import Scheduler
from bot.sender import Sender
from core.site import Sites
from storage.unit import Store


@dataclass(frozen=True, slots=True)
class App:
    """A whole installation in one process."""

    clock: Clock
    store: Store
    sites: Sites
    handler: Handler
    channels: dict[str, Channel]
    sender: Sender
    scheduler: Scheduler
    files: Files
    office: Office
    pages: Door | None  # messages as pages, where there are links to them


def build(
    database: str,
    sites: Sites,
    channels: Sequence[Channel],
    clock: Clock,
    media: Path,
    *,
    links: Links | None = None,
) -> App:
    """Put an installation together; nothing runs yet."""
    store = Store(database)
    named = {channel.name: channel for channel in channels}
    handler = Handler(store, sites)
    sender = Sender(handler, named, Paces({c.name: c.pace for c in channels}), clock, links)
    handler.committed = sender.wake
    files = Files(media, handler, named, clock)
    office = Office(handler, sender, files)
    pages = _pages(office, named, links, clock) if links else None
    return App(clock, store, sites, handler, named, sender, Scheduler(handler, clock), files, office, pages)


def _pages(office: Office, channels: dict[str, Channel], links: Links, clock: Clock) -> Door:
    signs_in = {name: channel for name, channel in channels.items() if isinstance(channel, SignsIn)}
    return Door(Cards(office, channels), links, links.secret, signs_in, clock)


@asynccontextmanager
async def running(app: App, scheduler: bool = True) -> AsyncIterator[App]:
    """Run everything; on the way out what was received is finished."""
    working = [asyncio.create_task(app.sender.run()), asyncio.create_task(app.files.run())]
    for channel in app.channels.values():
        await channel.start(app.office)
    await app.scheduler.plant()
    if scheduler:
        app.scheduler.start()
    try:
        yield app
    finally:
        app.scheduler.stop()
        await app.sender.stop()
        for channel in app.channels.values():
            await channel.stop()
        for task in working:
            task.cancel()
        app.handler.close()
        app.store.close()


def web(app: App, *more: BaseRoute) -> Starlette:
    """What the installation serves over HTTP."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with running(app):
            yield

    routes = [route for channel in app.channels.values() for route in channel.routes()]
    routes += (*(app.pages.routes() if app.pages else ()), *more)
    return Starlette(routes=routes, lifespan=lifespan)
