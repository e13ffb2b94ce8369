"""The demo: an estate that does not exist, all of its phones in one page, and a clock that can be moved.

make demo        http://127.0.0.1:8000, no token
"""

import asyncio
import csv
import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import datetime, time, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.app import App, build, running
from bot.channels.base import Button
from bot.channels.playground import Playground
from bot.channels.playground.cast import ESTATE, Cast, Member, read_cast
from bot.channels.playground.guard import LOOPBACK, Guard
from bot.channels.playground.marks import Mark, Marks
from bot.channels.playground.media import Media
from bot.channels.playground.screens import Screens, Tap
from bot.channels.playground.stage import BEGINNING
from bot.channels.playground.standing import Standing
from bot.clock import MovableClock, real, walk
from bot.demo_cards import pages_of
from bot.links import Links
from bot.settings import Settings
from bot.sitefile import SiteFile, plant, read_site
from core.book import Resident
from core.chat import Address, Text
from core.conversations.owner.menu import STANDING
from core.people import Home, Person
from core.site import Site, Sites
from core.texts import render
from storage.migrate import migrate
from storage.roster import write_residents
from storage.unit import Store, Work

FOLDER = Path("data/demo")
BEAT = 0.4  # seconds between two things that happen while the clock is put forward, so that one can follow
EVENING = time(21, 30)  # when nobody is at the desk
YEAR = 366
SITE = ESTATE / "wangjiang.toml"
OWNERS = ESTATE / "owners.csv"
OPENING = time(10)


def demo(settings: Settings, folder: Path = FOLDER, beat: float = BEAT) -> Starlette:
    """The whole demo as a web application."""
    hosts = LOOPBACK if settings.host in LOOPBACK else frozenset[str]()
    office = Office(folder, hosts, beat, f"http://{settings.host}:{settings.port}")

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await office.open()
        yield
        await office.close()

    return Starlette(routes=office.routes(), lifespan=lifespan)


class Office:
    """The office behind the phones; it can be closed, put back to a mark and opened again while they stay."""

    app: App
    pages: ASGIApp

    def __init__(self, folder: Path, hosts: frozenset[str], beat: float, address: str) -> None:
        self.folder, self.hosts, self.beat = folder, hosts, beat
        self.database = folder / "office.db"
        self.estate = read_site(SITE)
        self.sites = Sites([self.estate.site])
        self.cast = read_cast(site=SITE)
        self.screens = Screens(folder / "screens.db")
        self.marks = Marks(folder / "marks")
        self.now = self.clock = MovableClock()
        self.links = Links(_secret(folder / "secret"), address, self.clock)
        media, menu = Media(folder / "media"), _menu(self.estate.site)
        self.playground = Playground(self.cast, self.screens, media, self, hosts=hosts, menu=menu)
        self._running = AsyncExitStack()
        self._alone = asyncio.Lock()

    def routes(self) -> list[BaseRoute]:
        """The table with the phones, and the pages behind links; these send no origin and have proofs of their own."""
        guard = [Middleware(Guard, hosts=self.hosts, origins=False)]
        cards = [Mount(path, self._page, middleware=guard) for path in ("/as/{who}", "/")]
        return [*self.playground.routes(), *cards]

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.pages(scope, receive, send)

    def _chosen(self, key: str, who: str, button: Button) -> None:
        self.playground.chosen(key, Tap(who, "", who, button.act))

    async def open(self) -> None:
        """Open as it was left, or on its first morning."""
        offset = self.screens.fact("offset")
        if offset and self.database.exists():
            self.clock.offset = timedelta(seconds=float(offset))
            migrate(_url(self.database))
        else:
            self._begin()
        kept = self.folder / "kept"
        self.app = build(
            _url(self.database), self.sites, [self.playground], self.clock, kept, links=self.links
        )
        self.pages = pages_of(self.app, self.links, self.cast.members, self._chosen)
        await self._running.enter_async_context(running(self.app))

    async def close(self) -> None:
        """Finish what is in hand, and close."""
        await self.playground.stop()
        await self.app.sender.drain()
        await self._running.aclose()

    def _begin(self) -> None:
        morning = first_morning(real(), self.cast.timezone)
        with tempfile.TemporaryDirectory(dir=self.folder, ignore_cleanup_errors=True) as folder:
            found(_url(Path(folder) / "new.db"), self.estate, self.cast, morning)
            _pour(Path(folder) / "new.db", self.database)
        self.marks.wipe()
        shutil.rmtree(self.playground.media.folder, ignore_errors=True)
        self.screens.wipe()
        self._put_clock(morning)

    def _put_clock(self, moment: datetime) -> None:
        self.clock.move_to(moment)
        self._remember_clock()

    def _remember_clock(self) -> None:
        self.screens.remember("offset", str(self.clock.offset.total_seconds()))

    def holiday_evening(self) -> datetime:
        """Half past nine in the evening of the next public holiday, or of the next day where none is known."""
        site = self.estate.site
        working, today = self.sites.working(site.id), site.local(self.now()).date()
        days = [today + timedelta(days=ahead) for ahead in range(YEAR)]
        evenings = [working.at(day, EVENING) for day in days if working.is_holiday(day)]
        return next((at for at in evenings if at > self.now()), working.at(days[1], EVENING))

    async def move(self, to: datetime) -> None:
        """Put the clock forward; everything due on the way happens at its own time, and can be watched."""
        async with self._alone:
            await walk(self.clock, to, self._next_due, self._step)

    async def _next_due(self) -> datetime | None:
        return await self.app.handler.in_database(self._look_next_due)

    def _look_next_due(self) -> datetime | None:
        with self.app.store.transaction() as work:
            return work.next_due()

    async def _step(self) -> None:
        before = self.screens.changes
        await self.app.scheduler.sweep()
        await self.app.sender.drain()
        something_happened = self.screens.changes > before
        self._remember_clock()
        self.playground.pages.tell(now=self.now().isoformat())
        if something_happened:
            await asyncio.sleep(self.beat)

    async def mark(self, pinned: bool) -> Mark:
        """Set a mark, at a quiet moment: nothing on its way, nothing being written."""
        async with self._alone:
            await self.app.sender.drain()
            return await self.app.handler.in_database(self._mark, pinned)

    def _mark(self, pinned: bool) -> Mark:
        return self.marks.add(self.screens.seq, self.now(), pinned, self._copy)

    def _copy(self, folder: Path) -> None:
        _pour(self.database, folder / "office.db")
        self.screens.copy_to(folder / "screens.db")

    async def back(self, mark: int) -> None:
        """Let everything be as it was at a mark.

        Raises:
            LookupError: there is no such mark.

        """
        async with self._alone:
            place = self.marks.find(mark)
            if place is None and mark != BEGINNING:
                raise LookupError(mark)
            await self.close()
            try:
                self._return_to(place)
            finally:
                await self.open()

    def _return_to(self, mark: Mark | None) -> None:
        if mark is None:
            self._begin()
            return
        _pour(self.marks.place(mark) / "office.db", self.database)
        self.screens.copy_from(self.marks.place(mark) / "screens.db")
        self.marks.back_to(mark)
        self._put_clock(mark.at)


def found(url: str, estate: SiteFile, cast: Cast, now: datetime) -> None:
    """Write the estate into a new database: staff, groups, owners, and who of them is known already."""
    migrate(url)
    store, site = Store(url), estate.site.id
    plant(store, [estate])
    with store.transaction() as work:
        write_residents(work.conn, site, list(_owners(site)))
        for member in cast.members.values():
            if member.bound:
                _settle(work, member, Home(site, member.unit), now)
    store.close()


def _owners(site: str) -> Iterator[Resident]:
    with OWNERS.open(encoding="utf-8", newline="") as roster:
        for unit, name, phone in islice(csv.reader(roster), 1, None):
            yield Resident(site, unit, name, phone)


def _settle(work: Work, member: Member, home: Home, now: datetime) -> None:
    account = Address(Playground.name, member.id)
    known = Person(0, member.name, member.phone, member.language, homes=(home,), account=account)
    person = work.add(known)
    work.attach(account, person.id)
    work.bind(person.id, home, "roster", now)


def first_morning(now: datetime, timezone: str) -> datetime:
    """Ten o'clock today, or next Monday where today nobody works: a good time to look around an office."""
    local = now.astimezone(ZoneInfo(timezone))
    wait = timedelta(days=7 - local.weekday() if local.weekday() > 4 else 0)
    return datetime.combine(local.date() + wait, OPENING, local.tzinfo)


def _secret(path: Path) -> str:
    """What signs the links; made once, so that a link is still good after a restart."""
    if not path.exists() or not path.stat().st_size:
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), encoding="ascii")
    return path.read_text(encoding="ascii")


def _menu(site: Site) -> list[Standing]:
    """The menu of the estate's account on WeChat, as `bihuan wechat menu` would set it up."""

    def word(key: str) -> str:
        return render(Text(key), site.language, real())

    return [
        Standing(word(key), act)
        if isinstance(act, str)
        else Standing(word(key), below=tuple(Standing(word(name), other) for name, other in act))
        for key, act in STANDING
    ]


def _url(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


def _pour(source: Path, target: Path) -> None:
    """Make one SQLite file say what another says, whoever has it open."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as write:
        write.execute("PRAGMA synchronous=OFF")
        read.backup(write)
