"""The whole installation can be shut at a bad moment, and opened twice on one database."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text as sql

from bot.app import App, build, running
from bot.channels.base import Channel, Pace
from bot.channels.telegram import Telegram
from bot.channels.wechat import Template, WeChat
from bot.channels.wecom import WeCom
from bot.clock import MovableClock
from bot.links import Links
from bot.sitefile import load_sites, plant, read_site
from core.case import Case
from core.chat import Address, Say
from core.people import Person
from core.turn import Message as Outgoing
from storage import outbox
from storage.inspection import person_at
from tests.attacks.weixin.front import Front, routed
from tests.attacks.weixin.people import MANAGER, Colleague, Owner
from tests.fakes import botapi, wechat, wecom

LEAK = "3-2-1201 厨房水槽下面漏水，今晚能派人来修吗 13800138000"
SECRET = "a secret of these tests"
FIELDS = {"number": "character_string1", "what": "thing2", "at": "time3"}


@dataclass(eq=False)
class Office:
    """The whole installation and everybody around it."""

    database: str
    folder: Path
    clock: MovableClock
    wechat: wechat.WeChat
    wecom: wecom.WeCom
    telegram: botapi.BotApi
    url: str
    front: Front
    files: list[Path]
    notices: bool = True
    asking: bool = False  # with room for the numbers to answer with
    menus: bool = False
    pace: bool = False
    app: App = None  # type: ignore[assignment]
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    # its life

    def built(self) -> App:
        """An app on this database."""
        channels: list[Channel] = [
            WeChat(
                self.wechat.appid,
                self.wechat.secret,
                self.wechat.token,
                self.wechat.aes_key,
                api=self.wechat.url,
                oauth=self.wechat.url,
                menus=self.menus,
                template=self._template() if self.notices else None,
                public_url=self.url,
                clock=self.clock,
                timeout=0.5,
                soon=0.01,
            ),
            WeCom(
                self.wecom.corpid,
                self.wecom.secret,
                self.wecom.agent,
                self.wecom.token,
                self.wecom.aes_key,
                api=self.wecom.url,
                oauth=f"{self.wecom.url}/connect/oauth2/authorize",
                public_url=self.url,
                clock=self.clock,
                timeout=0.5,
                soon=0.01,
            ),
            Telegram(self.telegram.token, api=self.telegram.url, pace=False, clock=self.clock),
        ]
        if not self.pace:
            channels[1].pace = Pace()
        links = Links(SECRET, self.url, self.clock)
        return build(
            self.database, load_sites(self.files), channels, self.clock, self.folder / "media", links=links
        )

    def _template(self) -> Template:
        if not self.asking:
            return Template(wechat.TEMPLATE, FIELDS)
        marks = "".join(f"{{{{{name}.DATA}}}}\n" for name in (*FIELDS.values(), "thing4"))
        return Template(self.wechat.template("asking", marks), FIELDS | {"state": "thing4"})

    async def opens(self, working: bool = False) -> None:
        """Begin to work; unless `working` things go out only when the test lets them."""
        self.app = self.built()
        plant(self.app.store, [read_site(path) for path in self.files])
        if working:
            await self._stack.enter_async_context(running(self.app, scheduler=False))
        else:
            for channel in self.app.channels.values():
                await channel.start(self.app.office)
        self.front.app = routed(self.app)
        self._working = working

    async def closes(self) -> None:
        """Go home in good order."""
        if not self._working:
            await self.app.sender.stop()
            await self.crashes()
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    async def crashes(self) -> None:
        """Go down as a process does: what was on its way is cut off, nothing is written down any more."""
        for task in list(self.app.sender._busy):
            task.cancel()
        for channel in self.app.channels.values():
            await channel.stop()
        self.app.handler.close()
        self.app.store.close()

    async def restarts(self) -> None:
        """Go down, and begin again."""
        await self.crashes()
        await self.opens()
        await self.app.handler.in_database(self.app.sender._let_go)

    def roster(self, change: Callable[[str], str]) -> None:
        """The site file is edited; it holds from the next start."""
        path = self.files[0]
        path.write_text(change(path.read_text("utf-8")), "utf-8")
        plant(self.app.store, [read_site(path) for path in self.files])

    # time

    async def rests(self) -> None:
        """Wait until whoever went down is back, and everything is said."""
        async with self.front.changing:
            pass
        while True:
            await self.app.sender.drain()
            for server in (self.wechat, self.wecom, self.telegram):
                await server.settled()
            if not await self.app.sender.send_waiting():
                return

    async def passes(self, **span: float) -> None:
        """Let time pass; what falls due happens at its own moment."""
        until = self.clock() + timedelta(**span)
        while (due := await self.app.handler.in_database(self._next_due)) and due <= until:
            self.clock.move_to(max(due, self.clock()))
            await self.app.scheduler.sweep()
            await self.rests()
        self.clock.move_to(until)
        await self.app.scheduler.sweep()
        await self.rests()

    def _next_due(self) -> datetime | None:
        with self.app.store.transaction() as work:
            return work.next_due()

    # the people

    def owner(self, name: str) -> Owner:
        """Somebody on WeChat."""
        return Owner(self, self.wechat.user(name))

    def member(self, name: str) -> Colleague:
        """A colleague on WeCom."""
        return Colleague(self, self.wecom.member(name))

    @property
    def zhang(self) -> Colleague:
        return self.member("ZhangZhiQiang")

    @property
    def agent(self) -> Colleague:
        return self.member("ChenJing")

    @property
    def manager(self) -> Any:
        """On Telegram."""
        return self.telegram.user(MANAGER, "周明", "zh-hans")

    async def does(self, *deeds: Awaitable[Any]) -> None:
        """Do things at the same time, and wait until all is said."""
        await asyncio.gather(*deeds)
        await self.rests()

    # the book

    def person(self, at: Address) -> Person:
        with self.app.store.transaction() as work:
            number = person_at(work.conn, at)
            found = work.person(number) if number else None
        assert found is not None, at
        return found

    def cases(self, at: Address) -> list[Case]:
        """Somebody's cases, newest first."""
        number = self.person(at).id
        with self.app.store.transaction() as work:
            return list(work.cases_of(number))

    def tell(self, to: Address, say: Say) -> None:
        """Leave something to be shown."""
        with self.app.store.transaction() as work:
            outbox.put(work.conn, [Outgoing(to, say, "zh-Hans")], self.clock())

    def rows(self, statement: str, **given: Any) -> list[Any]:
        with self.app.store.transaction() as work:
            return list(work.conn.execute(sql(statement), given))

    def change(self, statement: str, **given: Any) -> None:
        with self.app.store.transaction() as work:
            work.conn.execute(sql(statement), given)

    def outbox_of(self, at: Address) -> list[tuple[str, str]]:
        """State and platform's id of everything for an address."""
        return [
            tuple(row)
            for row in self.rows(
                "SELECT state, message FROM outbox WHERE address = :at ORDER BY id", at=str(at)
            )
        ]

    # what happens every day

    async def files_a_leak(self, owner: Owner, words: str = LEAK) -> Case:
        """Filed in one message and confirmed."""
        await owner.says(words)
        await owner.taps("确认提交")
        return self.cases(owner.address)[0]

    async def repairs(self, case: Case, by: Colleague | None = None) -> None:
        """Taken, done and answered: the owner is asked for a verdict."""
        by = by or self.zhang
        await by.taps("接单")
        await by.taps("完工")
        await by.says("换了角阀，不漏了")
        await by.taps("提交 · 免费")
        await by.taps("没有照片也提交")
        await self.rests()
