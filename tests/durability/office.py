"""The office that is to be disturbed: in this process, or in one of its own that can be killed."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import gettempdir

from starlette.applications import Starlette

import core.people
from bot.app import App, build, running
from bot.channels.telegram import Telegram
from bot.clock import MovableClock
from bot.sitefile import SiteFile, load_sites, plant, read_site
from core.chat import Address
from core.site import Sites
from storage.inspection import person_at
from tests.durability.telegram import DifficultTelegram, Stall
from tests.fakes.botapi import TOKEN
from tests.serving import address, open_door, served
from tests.town import MORNING, SITE, Town

SOON = timedelta(milliseconds=10)
LATER = timedelta(minutes=3)  # what somebody had in hand who is gone is taken over by then

_fork = get_context("forkserver")  # a process that imported everything already, and is quickly copied
_fork.set_forkserver_preload(["tests.durability.warm"])


@asynccontextmanager
async def opened(
    database: str, api: str, clock: MovableClock, by_webhook: bool = False, sweeping: bool = False
) -> AsyncIterator[App]:
    """The whole installation, listening one way or the other."""
    door = open_door() if by_webhook else None
    url = address(door) if door else ""
    channel = Telegram(TOKEN, api=api, public_url=url, pace=False, clock=clock, first_wait=SOON)
    file, sites = estate()
    media = Path(gettempdir()) / f"bihuan-media-{os.getpid()}"  # made by the first file; there are none here
    app = build(database, sites, [channel], clock, media)
    plant(app.store, [file])
    async with running(app, scheduler=sweeping), AsyncExitStack() as stack:
        if door:
            await stack.enter_async_context(served(Starlette(routes=channel.routes()), door))
        yield app


@cache
def estate() -> tuple[SiteFile, Sites]:
    """Wangjiang Garden, read once."""
    return read_site(SITE), load_sites([SITE])


@asynccontextmanager
async def open_town(database: str, by_webhook: bool = False) -> AsyncIterator[Town]:
    """The town, before a Telegram that can be difficult."""
    async with DifficultTelegram.opened() as telegram:
        clock = MovableClock()
        clock.move_to(MORNING)
        async with opened(database, telegram.url, clock, by_webhook) as app:
            if by_webhook:
                await telegram.wait_for(lambda: telegram.delivery.url)
            town = Town(telegram, app, clock)
            everybody_is_known(town)
            yield town


def difficult(town: Town) -> DifficultTelegram:
    """The Telegram of a town of ours, as what it is."""
    assert isinstance(town.telegram, DifficultTelegram)
    return town.telegram


def everybody_is_known(town: Town) -> None:
    """As if everybody had written to us before; that is another story, and told elsewhere."""
    with town.app.store.transaction() as book:
        for person in (*town.staff, town.owner, town.husband, town.neighbour):
            person.chat.started = True
            here = Address("telegram", str(person.user.id))
            known = book.person(person_at(book.conn, here) or 0) or book.add(
                core.people.Person(0, person.user.name)
            )
            book.keep(replace(known, account=here, language=known.language or "zh-Hans"))
            book.attach(here, known.id)


# in a process of its own


def work(database: str, api: str, now: datetime, by_webhook: bool) -> None:
    """What the process does until it is killed."""
    clock = MovableClock()
    clock.move_to(now)
    with suppress(KeyboardInterrupt):
        asyncio.run(_work(database, api, clock, by_webhook))


async def _work(database: str, api: str, clock: MovableClock, by_webhook: bool) -> None:
    async with opened(database, api, clock, by_webhook, sweeping=True):
        await asyncio.Event().wait()


@dataclass
class Office:
    """An office that is killed and opened again."""

    database: str
    telegram: DifficultTelegram
    by_webhook: bool = False
    now: MovableClock = field(default_factory=MovableClock)
    _process: ForkServerProcess | None = None

    async def opens(self) -> None:
        """Start the process, and wait until Telegram hears of it."""
        greetings = len(self.telegram.called("getMe"))
        arguments = (self.database, self.telegram.url, self.now(), self.by_webhook)
        self._process = _fork.Process(target=work, args=arguments, daemon=True)
        await asyncio.to_thread(self._process.start)
        await self.telegram.wait_for(lambda: len(self.telegram.called("getMe")) > greetings, 90)

    async def is_killed(self) -> None:
        """End it without a word, kill -9."""
        if self._process is not None:
            self._process.kill()
            await asyncio.to_thread(self._process.join)
            self._process = None

    async def is_killed_and_opens(self, *stalls: Stall) -> None:
        """Kill it, perhaps in the middle of calls, and open it again some minutes later."""
        await self.is_killed()
        for stall in stalls:
            self.telegram.forget(stall)
        self.now.move_to(self.now() + LATER)
        await self.opens()


@contextmanager
def no_process_left(*offices: Office) -> Iterator[None]:
    """Whatever happens, no process outlives its test."""
    try:
        yield
    finally:
        for office in offices:
            if office._process is not None:
                office._process.kill()
                office._process.join()
