"""An office to be attacked: owners on WeChat, the staff on WeCom, a manager on Telegram, two estates, real HTTP.

It can be shut at a bad moment, cut off before or after an answer, and opened twice on one database.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy import text as sql
from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
from core.people import Person, Post, Role
from core.turn import Message as Outgoing
from storage import outbox
from storage.inspection import person_at
from tests.fakes import botapi, wechat, wecom
from tests.town import SITE

MORNING = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)  # a Tuesday, ten o'clock in Hangzhou
LEAK = "3-2-1201 厨房水槽下面漏水，今晚能派人来修吗 13800138000"
SECRET = "a secret of these tests"
FIELDS = {"number": "character_string1", "what": "thing2", "at": "time3"}

STAFF = {
    2001: "ZhangZhiQiang",
    2002: "LiJianGuo",
    2003: "WangHai",
    2004: "SunMei",
    2005: "ZhaoYong",
    2006: "ChenJing",
}
GROUPS = {4001: "service", 4002: "engineering", 4003: "cleaning", 4004: "order"}
IN_GROUPS = {
    "service": ("ChenJing", "WangHai"),
    "engineering": ("ZhangZhiQiang", "LiJianGuo", "WangHai"),
    "cleaning": ("SunMei", "ChenJing"),
    "order": ("ZhaoYong", "ChenJing"),
}
MANAGER = 2007  # stays on Telegram

LAKE = """
[site]
id = "lake"
name = "西湖里"
prefix = "XH"
phone = "0571-88005678"
[[building]]
number = "9"
floors = 6
per_floor = 2
[[department]]
id = "service"
name = "客服中心"
[[department]]
id = "engineering"
name = "工程部"
[[staff]]
name = "钱多"
phone = "13900020001"
accounts = ["wecom:QianDuo"]
posts = [{ role = "agent" }, { role = "admin" }, { role = "handler", department = "engineering" }]
"""


def town_file(manager: str = f"telegram:{MANAGER}") -> str:
    """The estate's file, with its people where they are."""
    written = SITE.read_text("utf-8").replace(f"telegram:{MANAGER}", manager)
    written = re.sub(r"telegram:-(\d+)", lambda m: f"wecom:@{GROUPS[int(m[1])]}", written)
    return re.sub(r"telegram:(\d+)", lambda m: _where(int(m[1])), written)


def _where(number: int) -> str:
    return f"wecom:{STAFF[number]}" if number in STAFF else f"telegram:{number}"


Cut = Callable[[Scope], bool]


@dataclass
class Front:
    """The address platforms knock at; whoever stands behind it may change, and answers may get lost."""

    app: ASGIApp = field(default_factory=Starlette)
    before: list[Awaitable[None]] = field(default_factory=list)  # instead of the next answers
    after: list[Awaitable[None]] = field(default_factory=list)  # once the next answers are out

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the office answer, unless it goes down first."""
        if scope["method"] != "POST" or not (self.before or self.after):
            return await self.app(scope, receive, send)
        instead = self.before.pop(0) if self.before else None
        then = None if instead else self.after.pop(0)

        async def cut(message: Message) -> None:
            if instead:
                await instead
                raise ConnectionResetError("gone before the answer")
            await send(message)
            if then and message["type"] == "http.response.body" and not message.get("more_body"):
                await then
                raise ConnectionResetError("gone after the answer")

        await self.app(scope, receive, cut)
        return None


@asynccontextmanager
async def served(front: Front) -> AsyncIterator[str]:
    """An address by uvicorn."""
    config = uvicorn.Config(front, port=0, lifespan="off", ws="none", log_config=None)
    server, door = uvicorn.Server(config), config.bind_socket()
    door.listen()
    config.load()
    serving = asyncio.create_task(server._serve([door]))
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        server.should_exit = True
        await serving


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
        """Wait until everything is said."""
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

    def owner(self, name: str) -> "Owner":
        """Somebody on WeChat."""
        return Owner(self, self.wechat.user(name))

    def member(self, name: str) -> "Colleague":
        """A colleague on WeCom."""
        return Colleague(self, self.wecom.member(name))

    @property
    def zhang(self) -> "Colleague":
        return self.member("ZhangZhiQiang")

    @property
    def agent(self) -> "Colleague":
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

    async def files_a_leak(self, owner: "Owner", words: str = LEAK) -> Case:
        """Filed in one message and confirmed."""
        await owner.says(words)
        await owner.taps("确认提交")
        return self.cases(owner.address)[0]

    async def repairs(self, case: Case, by: "Colleague | None" = None) -> None:
        """Taken, done and answered: the owner is asked for a verdict."""
        by = by or self.zhang
        await by.taps("接单")
        await by.taps("完工")
        await by.says("换了角阀，不漏了")
        await by.taps("提交 · 免费")
        await by.taps("没有照片也提交")
        await self.rests()


@dataclass(eq=False)
class Owner:
    """Somebody on WeChat; each thing they do is told once all is said."""

    office: Office
    user: wechat.User

    @property
    def address(self) -> Address:
        return Address("wechat", self.user.openid)

    @property
    def texts(self) -> list[str]:
        return list(self.user.chat.texts)

    @property
    def last(self) -> str:
        return str(self.user.chat.last.text)

    async def says(self, *lines: str) -> None:
        for line in lines:
            await self.office.does(self.user.says(line))

    async def taps(self, label: str) -> None:
        await self.office.does(self.user.taps(label))

    async def does(self, deed: Awaitable[Any]) -> None:
        await self.office.does(deed)

    def saw(self, *fragments: str) -> int:
        """How many messages show all of this."""
        return sum(m.shows(*fragments) for m in self.user.chat.said)

    async def opens(self, link: str) -> "Page":
        return Page.of(self, await self.user.opens(link))

    @property
    def links(self) -> list[str]:
        return [link for message in self.user.chat.said for link in message.links]


@dataclass(eq=False)
class Colleague:
    """A colleague on WeCom."""

    office: Office
    user: wecom.Member

    @property
    def address(self) -> Address:
        return Address("wecom", self.user.userid.lower())

    @property
    def texts(self) -> list[str]:
        return list(self.user.chat.texts)

    @property
    def last(self) -> str:
        return str(self.user.chat.last.text)

    async def says(self, *lines: str) -> None:
        for line in lines:
            await self.office.does(self.user.says(line))

    async def taps(self, label: str, message: Any = None) -> None:
        await self.office.does(self.user.taps(label, message))

    def card(self, label: str) -> Any:
        """The newest card with such a button."""
        return next(m for m in reversed(self.user.chat.said) if m.key(label) is not None)

    def saw(self, *fragments: str) -> int:
        return sum(m.shows(*fragments) for m in self.user.chat.said)

    async def opens(self, link: str) -> "Page":
        return Page.of(self, await self.user.opens(link))


@dataclass
class Page:
    """A page, and the forms on it."""

    who: Any
    url: str
    status: int
    html: str

    @classmethod
    def of(cls, who: Any, opened: Any) -> "Page":
        return cls(who, opened.url, opened.status, str(opened))

    @property
    def text(self) -> str:
        return unescape(re.sub(r"<[^>]+>", "\n", re.sub(r"<style>.*?</style>", "", self.html, flags=re.S)))

    @property
    def title(self) -> str:
        return unescape(re.search(r"<title>(.*?)</title>", self.html, re.S)[1])  # type: ignore[index]

    @property
    def labels(self) -> list[str]:
        return [v.partition(" ")[2] for v in self._values]

    @property
    def _values(self) -> list[str]:
        return [unescape(v) for v in re.findall(r'name="choice" value="([^"]*)"', self.html)]

    def form(self, label: str) -> dict[str, str]:
        """What a tap on a choice sends."""
        for form in re.findall(r"<form.*?</form>", self.html, re.S):
            values = [unescape(v) for v in re.findall(r'name="choice" value="([^"]*)"', form)]
            if value := next((v for v in values if label in v), None):
                return self._hidden(form) | {"choice": value}
        raise AssertionError(f"no {label!r} in {self.labels}")

    def words(self, words: str) -> dict[str, str]:
        """What writing something sends."""
        form = next(f for f in re.findall(r"<form.*?</form>", self.html, re.S) if "<textarea" in f)
        return self._hidden(form) | {"words": words}

    @staticmethod
    def _hidden(form: str) -> dict[str, str]:
        found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)
        return {name: unescape(value) for name, value in found}

    async def posts(self, form: dict[str, str], who: Any = None) -> "Page":
        """Send a form to the page's own address, perhaps as somebody else."""
        who = who or self.who
        target = urlsplit(self.url)._replace(fragment="").geturl()
        page = Page.of(who, await who.user.opens(target, form))
        await who.office.rests()
        return page

    async def taps(self, label: str) -> "Page":
        return await self.posts(self.form(label))


def routed(app: App) -> Starlette:
    """What an app serves."""
    routes = [route for channel in app.channels.values() for route in channel.routes()]
    return Starlette(routes=[*routes, *(app.pages.routes() if app.pages else ())])


@asynccontextmanager
async def opened(
    database: str, *, working: bool = False, sites: Iterable[str] = (), **more: Any
) -> AsyncIterator[Office]:
    """The office on a morning, everybody at work and following."""
    clock = MovableClock()
    clock.move_to(MORNING)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="bihuan-")))
        own = await stack.enter_async_context(wechat.WeChat(clock=clock))
        works = await stack.enter_async_context(wecom.WeCom(clock=clock))
        telegram = await stack.enter_async_context(botapi.BotApi())
        front = Front()
        url = await stack.enter_async_context(served(front))
        written = []
        for n, site in enumerate(sites or (town_file(),)):
            written.append(folder / f"site{n}.toml")
            written[-1].write_text(site, "utf-8")
        for name in (*STAFF.values(), "QianDuo"):
            works.member(name)
        for chatid, names in IN_GROUPS.items():
            works.group(chatid, chatid, [works.member(name) for name in names])
        office = Office(database, folder, clock, own, works, telegram, url, front, written, **more)
        await office.opens(working)
        try:
            await own.connect(f"{url}/wechat")
            await works.connect(f"{url}/wecom")
            await office.manager.presses_start()
            await office.rests()
            yield office
        finally:
            await office.closes()


__all__ = ["LEAK", "MORNING", "Office", "Owner", "Page", "Post", "Role", "opened", "routed", "town_file"]
