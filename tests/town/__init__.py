"""A town to tell stories in: an estate, its people and its groups on a Telegram that speaks HTTP, and a clock.

Everything between the wire and the database is the real thing. Whatever somebody does, the story goes on when the
bot has committed it and said what it had to say.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.app import App, build, running
from bot.channels.telegram import Telegram
from bot.clock import MovableClock
from bot.sitefile import SiteFile, load_sites, plant, read_site
from core.case import Case
from core.chat import Address
from core.people import Home
from core.site import Sites
from storage.inspection import person_at
from tests.fakes.botapi import TOKEN, BotApi, Chat, Message, User
from tests.fakes.botapi.delivery import Update

SITE = Path(__file__).with_name("wangjiang.toml")
MORNING = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)  # a Tuesday, ten o'clock in Hangzhou
LEAK = "厨房水槽下面漏水，今晚能派人来修吗"


@dataclass(eq=False)
class Person:
    """Somebody of the town; each thing they do is told once the town has come to rest."""

    town: "Town"
    user: User
    here: Chat | None = None  # where they act, their private chat if not said

    def at(self, group: Chat) -> "Person":
        """The same person, in a group."""
        return Person(self.town, self.user, group)

    @property
    def chat(self) -> Chat:
        return self.here or self.user.chat

    async def starts(self, payload: str = "") -> None:
        await self.town.rests(self.user.presses_start(payload))

    async def says(self, *lines: str, reply_to: Message | None = None) -> None:
        for line in lines:
            await self.town.rests(self.user.says(line, at=self.here, reply_to=reply_to))

    async def taps(self, label: str, message: Message | None = None) -> None:
        if label in self.menu and not message:
            return await self.says(label)
        await self.town.rests(self.user.taps(label, at=self.here, message=message))

    @property
    def menu(self) -> list[str]:
        """The menu under the line where they type."""
        brought = [m.keyboard for m in self.chat.said if m.keyboard]
        return [label for row in brought[-1] for label in row] if brought else []

    async def taps_data(self, data: str) -> None:
        await self.town.rests(self.user.taps_old(data, 1, at=self.here))

    async def sends_photo(self, caption: str = "", album: str = "") -> None:
        await self.town.rests(self.user.sends_photo(caption, album, at=self.here))

    async def sends(self, **fields: Any) -> None:
        await self.town.rests(self.user.sends(at=self.here, **fields))

    async def edits(self, text: str) -> None:
        await self.town.rests(self.user.edits(text, at=self.here))

    async def shares_contact(self) -> None:
        await self.town.rests(self.user.shares_contact())

    @property
    def last(self) -> Message:
        """What they see last."""
        return self.chat.last

    def reads(self, *fragments: str) -> bool:
        """Whether one message before them shows all of this."""
        return any(message.shows(*fragments) for message in self.chat.said)

    @property
    def toast(self) -> str:
        """The short answer to the last tap anywhere."""
        return list(self.town.telegram.taps.values())[-1] or ""

    @property
    def id(self) -> int:
        """The office's own number for them."""
        return self.town.person_id(self.user)


@dataclass(eq=False)
class Town:
    """Wangjiang Garden."""

    telegram: BotApi
    app: App
    clock: MovableClock
    groups: dict[str, Chat] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.owner = self._person(1001, "王秀英", phone="8613800138000")
        self.husband = self._person(1002, "刘德明", phone="8613800138001")
        self.neighbour = self._person(1003, "Emma", language="en", phone="8613800138002")
        self.zhang, self.li, self.supervisor = (self._person(i, n) for i, n in _ENGINEERS)
        self.sun, self.zhao = self._person(2004, "孙梅"), self._person(2005, "赵勇")
        self.agent, self.manager = self._person(2006, "陈静"), self._person(2007, "周明")
        for name, (id_, title) in _GROUPS.items():
            self.groups[name] = self.telegram.group(id_, title)

    def _person(self, id_: int, name: str, language: str = "zh-hans", phone: str = "") -> Person:
        return Person(self, self.telegram.user(id_, name, language, phone))

    def stranger(self, id_: int, name: str = "路人", language: str = "zh-hans", phone: str = "") -> Person:
        """Somebody new."""
        return self._person(id_, name, language, phone)

    def group(self, name: str) -> Chat:
        """A department's group chat."""
        return self.groups[name]

    @property
    def desk(self) -> Chat:
        return self.groups["service"]

    @property
    def staff(self) -> tuple[Person, ...]:
        return (self.zhang, self.li, self.supervisor, self.sun, self.zhao, self.agent, self.manager)

    # time

    async def rests(self, update: Update) -> None:
        """Wait until an update is committed and everything that follows is said."""
        await update
        await self.comes_to_rest()

    async def comes_to_rest(self) -> None:
        await self.app.sender.drain()
        await self.telegram.settled()

    async def passes(self, **span: float) -> None:
        """Let time pass; what falls due meanwhile happens at its own moment."""
        until = self.clock() + timedelta(**span)
        while (due := await self.app.handler.in_database(self._next_due)) and due <= until:
            self.clock.move_to(max(due, self.clock()))
            await self.sweeps()
        self.clock.move_to(until)
        await self.sweeps()

    async def sleeps(self, **span: float) -> None:
        """Let time pass with the program switched off, then wake it up."""
        self.clock.move_to(self.clock() + timedelta(**span))
        await self.sweeps()

    async def sweeps(self) -> None:
        await self.app.scheduler.sweep()
        await self.comes_to_rest()

    def _next_due(self) -> datetime | None:
        with self.app.store.transaction() as work:
            return work.next_due()

    # the book

    def case(self, number: str) -> Case:
        """A case as the database has it."""
        with self.app.store.transaction() as work:
            found = work.case(number)
        assert found is not None
        return found

    def cases(self, person: Person) -> list[Case]:
        """Somebody's cases, newest first."""
        id_ = person.id
        with self.app.store.transaction() as work:
            return list(work.cases_of(id_))

    def person_id(self, user: User) -> int:
        with self.app.store.transaction() as work:
            return person_at(work.conn, Address("telegram", str(user.id))) or 0

    def bind(self, person: Person, unit: str) -> None:
        """Somebody who is known to live there."""
        id_ = person.id
        with self.app.store.transaction() as work:
            work.bind(id_, Home("wangjiang", unit), "test", self.clock())

    # what happens every day

    async def everybody_starts(self) -> None:
        for person in (*self.staff, self.owner, self.husband, self.neighbour):
            await person.starts()

    async def files(self, words: str = LEAK, unit: str = "3-2-1201", by: Person | None = None) -> Case:
        """An owner files in one message and confirms."""
        owner = by or self.owner
        await owner.says(f"{unit} {words} 13800138000")
        await owner.taps("确认提交")
        return self.cases(owner)[0]

    async def files_and_repairs(self, unit: str = "3-2-1201", words: str = LEAK) -> Case:
        """A repair, taken, done and answered: the owner is asked for a verdict."""
        case = await self.files(words, unit)
        await self.repairs(case)
        return self.case(case.number)

    async def repairs(
        self, case: Case, by: Person | None = None, result: str = "换了软管，试水不漏了"
    ) -> None:
        handler = by or self.zhang
        await handler.at(self.group("engineering")).taps("接单")
        await handler.taps("到场")
        await handler.taps("完工")
        await handler.sends_photo(result)
        await handler.taps("免费")


_ENGINEERS = ((2001, "张志强"), (2002, "李建国"), (2003, "王海"))
_GROUPS = {
    "service": (-4001, "客服中心"),
    "engineering": (-4002, "工程部"),
    "cleaning": (-4003, "环境部"),
    "order": (-4004, "秩序维护部"),
}


@cache
def _sites() -> Sites:
    return load_sites([SITE])


@cache
def _site_file() -> SiteFile:
    return read_site(SITE)


@asynccontextmanager
async def open_town(database: str) -> AsyncIterator[Town]:
    """The town on a morning, on a database that is migrated and empty."""
    with TemporaryDirectory(prefix="bihuan-") as media:
        async with BotApi() as telegram:
            clock = MovableClock()
            clock.move_to(MORNING)
            channel = Telegram(TOKEN, api=telegram.url, pace=False, clock=clock)
            app = build(database, _sites(), [channel], clock, Path(media))
            plant(app.store, [_site_file()])
            async with running(app, scheduler=False):
                town = Town(telegram, app, clock)
                await town.everybody_starts()
                yield town


__all__ = ["LEAK", "MORNING", "SITE", "Person", "Town", "open_town"]
