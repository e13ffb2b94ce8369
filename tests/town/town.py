"""The town itself: its people do things, and the story goes on when everything that follows has been said."""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.app import App
from bot.clock import MovableClock
from core.case import Case
from core.chat import Address
from core.people import Home
from core.texts import render
from storage import outbox
from storage.inspection import person_at
from tests.fakes.botapi import BotApi
from tests.fakes.wechat import WeChat
from tests.fakes.wecom import WeCom
from tests.town.handsets import Platform
from tests.town.people import GROUPS, OWNERS, STAFF, WHERE, Where
from tests.town.person import Person
from tests.town.telegram import TelegramPlatform

MORNING = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)  # a Tuesday, ten o'clock in Hangzhou
LEAK = "厨房水槽下面漏水，今晚能派人来修吗"


@dataclass(eq=False)
class Town:
    """Wangjiang Garden."""

    platforms: Any  # by name; or Telegram alone
    app: App
    clock: MovableClock
    where: Where = WHERE["telegram"]
    groups: dict[str, Any] = field(default_factory=dict)
    premises: Any = None  # where the office is

    def __post_init__(self) -> None:
        if isinstance(self.platforms, BotApi):
            self.platforms = {"telegram": TelegramPlatform(self.platforms, self.clock)}
        self.owner, self.husband, self.neighbour = (self._person(*each) for each in OWNERS.values())
        colleagues = {name: self._person(*each) for name, each in STAFF.items()}
        self.zhang, self.li, self.supervisor = (colleagues[n] for n in ("zhang", "li", "supervisor"))
        self.sun, self.zhao = colleagues["sun"], colleagues["zhao"]
        self.agent, self.manager = colleagues["agent"], colleagues["manager"]
        self.wu, self.ma = colleagues["wu"], colleagues["ma"]
        self.deputy, self.assistant = colleagues["deputy"], colleagues["assistant"]
        self.acting = self.owner
        self._looking = asyncio.Lock()
        for name, (number, title, names) in GROUPS.items():
            self._open_group(name, self.where(number), title, [colleagues[each] for each in names])

    def _open_group(self, name: str, address: Address, title: str, members: Sequence[Person]) -> None:
        inside = [m.handset for m in members if m.handset.address.channel == address.channel]
        self.groups[name] = self.platform(address.channel).group(address, title, inside)

    def _person(self, number: int, name: str, language: str = "") -> Person:
        address = self.where(number)
        phone = f"8613800138{number - 1001:03}" if number < 2000 else ""
        return self.at(address, name, language or "zh-hans", phone)

    def at(self, address: Address, name: str, language: str = "zh-hans", phone: str = "") -> Person:
        """Somebody at an address."""
        handset = self.platform(address.channel).handset(address, name, language, phone)
        return Person(self, handset, name, language)

    def stranger(self, number: int, name: str = "路人", language: str = "zh-hans", phone: str = "") -> Person:
        """Somebody new."""
        return self.at(self.where(number), name, language, phone)

    def platform(self, name: str) -> Platform:
        """One of the platforms."""
        found: Mapping[str, Platform] = self.platforms
        return found[name]

    @property
    def telegram(self) -> BotApi:
        """Telegram itself."""
        return self.platforms["telegram"].server  # type: ignore[no-any-return]

    @property
    def wechat(self) -> WeChat:
        """WeChat itself."""
        return self.platforms["wechat"].server  # type: ignore[no-any-return]

    @property
    def wecom(self) -> WeCom:
        """WeCom itself."""
        return self.platforms["wecom"].server  # type: ignore[no-any-return]

    @property
    def complaints(self) -> list[str]:
        """What a platform cut, dropped or could not read, without telling anybody."""
        return [each for platform in self.platforms.values() for each in platform.complaints]

    def group(self, name: str) -> Any:
        """A department's group chat."""
        return self.groups[name]

    @property
    def desk(self) -> Any:
        return self.groups["service"]

    @property
    def staff(self) -> tuple[Person, ...]:
        return (
            *(self.zhang, self.li, self.supervisor, self.sun, self.zhao, self.agent, self.manager),
            *(self.deputy, self.wu, self.ma, self.assistant),
        )

    # time

    async def rests(self, deed: Awaitable[object]) -> None:
        """Wait until something is committed and everything that follows is said."""
        await deed
        await self.comes_to_rest()

    async def comes_to_rest(self) -> None:
        await self._quiet()
        async with self._looking:
            for platform in self.platforms.values():
                await platform.looks(self._newest)

    async def _quiet(self) -> None:
        while True:
            await self.app.sender.drain()
            for platform in self.platforms.values():
                await platform.settled()
            if not await self.app.sender.send_waiting():
                return

    async def _newest(self, links: Sequence[str]) -> list[int]:
        return await self.app.handler.in_database(self._states, links)

    def _states(self, links: Sequence[str]) -> list[int]:
        assert self.app.sender.links is not None
        numbers = [self.app.sender.links.read(link.rpartition("/")[2]) for link in links]
        with self.app.store.repeatable() as work:
            found = [outbox.find(work.conn, n, newest=True) if isinstance(n, int) else None for n in numbers]
        return [item.id if item else 0 for item in found]

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

    def loses_the_next_answer(self) -> None:
        """The office commits what comes next, goes down before it can answer, and is opened again."""

        async def down() -> None:
            await self.premises.end()
            await self.premises.begin()
            self.app = self.premises.app

        self.premises.front.instead = down

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

    def person_at(self, address: Address) -> int:
        with self.app.store.transaction() as work:
            return person_at(work.conn, address) or 0

    def bind(self, person: Person, unit: str) -> None:
        """Somebody who is known to live there."""
        id_ = person.id
        with self.app.store.transaction() as work:
            work.bind(id_, Home("wangjiang", unit), "test", self.clock())

    def act(self, person: Person, label: str) -> str:
        """What a choice last offered to somebody stands for."""
        with self.app.store.transaction() as work:
            offered = work.choices_at(person.handset.address)
        found = (choice for choices in offered for choice in choices)
        return next(c.act for c in found if label in render(c.label, "zh-Hans", self.clock()))

    # what happens every day

    async def everybody_starts(self) -> None:
        """Everybody says hello, all at once."""
        everybody = (*self.staff, self.owner, self.husband, self.neighbour)
        await asyncio.gather(*(each.handset.starts("", each.language) for each in everybody))
        await self.comes_to_rest()

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
