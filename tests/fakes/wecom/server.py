"""The server: HTTP on the loopback, the corp behind it, and what a test can ask of it."""

import asyncio
import base64
import itertools
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.wecom.chats import Card, Group, Message
from tests.fakes.wecom.codes import Codes, Tokens
from tests.fakes.wecom.crypto import Seal
from tests.fakes.wecom.delivery import Delivery
from tests.fakes.wecom.faults import Fault, Refusal
from tests.fakes.wecom.media import Files
from tests.fakes.wecom.meters import GROUP, PRIVATE, Meter
from tests.fakes.wecom.people import Member
from tests.fakes.wecom.stage import Stage
from tests.fakes.wecom.wire import Call, Wire, short

CORPID = "ww5fake0corp0000id"
SECRET = "Fake-secret_for-the-tests-of-bihuan_0000000"
AGENT = 1000002
TOKEN = "FakeCallbackToken"
AES_KEY = base64.b64encode(b"a fake key thirty-two bytes long").decode()[:43]
BODY = 64 * 1024 * 1024


class Unverified(Exception):
    """The address did not answer the verification as it must; WeCom would not save it."""


class WeCom:
    """WeCom, with one corp and one app in it."""

    def __init__(
        self,
        corpid: str = CORPID,
        secret: str = SECRET,
        agent: int = AGENT,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        wait: float = 0.02,
        patience: float = 5.0,
        repeats: int = 3,
        sniffs: bool = True,
    ) -> None:
        self.corpid, self.secret, self.agent = corpid, secret, agent
        self.token, self.aes_key = TOKEN, AES_KEY
        self.clock, self.url = clock, ""
        self.root_scope = True  # the app may see the whole corp: only then may it make groups
        self.callback_set = True  # the app has a callback address: only then may it send buttons
        self.domain = ""  # the app's trusted domain; empty: any
        self.members: dict[str, Member] = {}
        self.groups: dict[str, Group] = {}
        self.cards: dict[str, Card] = {}
        self.alike: dict[str, datetime] = {}
        self.complaints: list[str] = []  # what the real one would swallow without a word
        self.dropped: list[Message] = []
        self.files, self.tokens = Files(clock, sniffs), Tokens(clock)
        self.meter, self.group_meter = Meter(PRIVATE), Meter(GROUP)
        self.responses: Codes[Card] = Codes(
            clock,
            timedelta(hours=72),
            Refusal(42022, "response_code was used"),
            Refusal(40058, "invalid request parameter: response_code"),
        )
        no_code = Refusal(40029, "invalid code")
        self.logins: Codes[str] = Codes(clock, timedelta(minutes=5), no_code, no_code)
        self.seal = Seal(self.token, self.aes_key, corpid)
        self.delivery = Delivery(
            self.seal, agent, clock, self.notify, self.complaints.append, wait, patience, repeats
        )
        self.wire = Wire(self)
        self._numbers = itertools.count(7_000_000_000_000_000_001)
        self._changed = asyncio.Event()
        self._runner: web.AppRunner | None = None

    # its life

    async def __aenter__(self) -> "WeCom":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on the loopback."""
        app = web.Application(client_max_size=BODY)
        self.wire.serve(app)
        Stage(self).serve(app)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Listen no more."""
        self.wire.closing.set()
        await self.delivery.close()
        for member in self.members.values():
            await member.browser.close()
        if self._runner:
            await self._runner.cleanup()

    async def connect(self, url: str) -> None:
        """Save our callback address, which has to give back the bare echo within a second.

        Raises:
            Unverified: it did not.
        """
        echo = str(secrets.randbelow(10**19))
        sealed = self.seal.encrypt(echo)
        query = self.seal.query(sealed, self.clock().timestamp()) | {"echostr": sealed}
        try:
            async with self.delivery.session.get(
                url, params=query, timeout=aiohttp.ClientTimeout(total=1)
            ) as answer:
                if answer.status != 200 or await answer.read() != echo.encode():
                    raise Unverified(f"answered {answer.status} with {(await answer.text())[:60]!r}")
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unverified(f"no answer: {type(error).__name__}") from error
        self.delivery.url = url

    # the corp

    def member(self, userid: str, name: str = "", visible: bool = True) -> Member:
        """A member of the corp, with an empty private chat; known already, they are the same."""
        known = self.members.get(userid.lower())
        if known is None:
            known = Member(self, userid, name or userid, visible)
            self.members[userid.lower()] = known
        return known

    def find(self, userid: str) -> Member | None:
        """A member the app may see; ids are the same in capitals and small letters."""
        member = self.members.get(str(userid).lower())
        return member if member and member.visible else None

    def group(self, chatid: str, name: str = "", members: Iterable[Member] = ()) -> Group:
        """A group the app made; with members, one is put there as though it had been made long ago."""
        ids = [member.userid for member in members]
        if ids:
            self.groups[chatid] = Group(ids[0], chatid=chatid, name=name or chatid, members=ids)
        return self.groups[chatid]

    def new_number(self) -> int:
        """The id of a message to us."""
        return next(self._numbers)

    def new_id(self, prefix: str) -> str:
        """The id of a message of ours."""
        return f"{prefix}{next(self._numbers)}_{secrets.token_urlsafe(16)}"

    # what befalls us

    def fails(
        self,
        path: str = "",
        errcode: int = 0,
        *,
        status: int = 0,
        hang: bool = False,
        drop: bool = False,
        lose: bool = False,
        garbage: bool = False,
        times: int = 1,
    ) -> None:
        """Let the next calls of a path, or of any, go wrong in one of these ways."""
        ways = {"status": status, "hang": hang, "drop": drop, "lose": lose, "garbage": garbage}
        how = next((name for name, wanted in ways.items() if wanted), "errcode")
        self.wire.faults += [Fault(how, short(path), status or errcode) for _ in range(times)]

    # what a test waits for and looks at

    async def wait_for(self, condition: Callable[[], Any], seconds: float = 30) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(seconds):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    async def settled(self) -> None:
        """Wait until every callback is answered or given up, and no call is in hand."""
        await self.wait_for(lambda: not self.delivery.pending and not self.wire.busy, 30)

    def called(self, path: str) -> list[Call]:
        """The calls of a path, oldest first."""
        return [call for call in self.wire.calls if call.path == short(path)]

    def notify(self) -> None:
        """Something changed: whoever waits looks again."""
        self._changed.set()
