"""The wiring: the only place that constructs things."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette

from bot.channels.base import Answer, Channel
from bot.channels.telegram import Telegram
from bot.clock import Clock, real
from bot.handlers import Handler
from bot.pace import Paces
from bot.scheduler import Scheduler
from bot.sender import Sender
from bot.settings import Settings
from bot.wording import answer, commands
from core.chat import Event
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

    async def receive(self, event: Event) -> Answer:
        """The door every channel's events come in by; back when the event is committed."""
        return answer(await self.handler.handle(event), event.at)


def channels_of(given: Settings) -> list[Channel]:
    """The channels for which there are keys."""
    if not given.telegram_token.get_secret_value():
        return []
    return [
        Telegram(
            given.telegram_token.get_secret_value(),
            api=given.telegram_api,
            public_url=given.public_url,
            secret=given.telegram_secret.get_secret_value(),
            pace=given.telegram_pace,
            commands=commands(real()),
        )
    ]


def build(database: str, sites: Sites, channels: Sequence[Channel], clock: Clock) -> App:
    """Put an installation together; nothing runs yet."""
    store = Store(database)
    named = {channel.name: channel for channel in channels}
    handler = Handler(store, sites)
    sender = Sender(handler, named, Paces({c.name: c.pace for c in channels}), clock)
    handler.committed = sender.wake
    return App(clock, store, sites, handler, named, sender, Scheduler(handler, clock))


@asynccontextmanager
async def running(app: App, scheduler: bool = True) -> AsyncIterator[App]:
    """Run everything; on the way out what was received is finished."""
    sending = asyncio.create_task(app.sender.run())
    for channel in app.channels.values():
        await channel.start(app.receive)
    if scheduler:
        app.scheduler.start()
    try:
        yield app
    finally:
        app.scheduler.stop()
        await app.sender.stop()
        for channel in app.channels.values():
            await channel.stop()
        sending.cancel()
        app.handler.close()
        app.store.close()


def web(app: App) -> Starlette:
    """What the installation serves over HTTP."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with running(app):
            yield

    routes = [route for channel in app.channels.values() for route in channel.routes()]
    return Starlette(routes=routes, lifespan=lifespan)
