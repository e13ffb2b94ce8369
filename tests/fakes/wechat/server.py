"""The platform and one account on it: the people, the rules it is to keep, and what a test can ask of it."""

import asyncio
import base64
import itertools
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from tests.fakes.wechat.cipher import Seal
from tests.fakes.wechat.codes import Codes
from tests.fakes.wechat.door import Delivery, Door
from tests.fakes.wechat.envelope import Fields
from tests.fakes.wechat.media import Library
from tests.fakes.wechat.oauth import OAuth
from tests.fakes.wechat.people import User
from tests.fakes.wechat.templates import Template
from tests.fakes.wechat.tokens import Tokens
from tests.fakes.wechat.wire import Call, Wire, short

APPID = "wx5823bf96d3bd56c7"
ACCOUNT = "gh_7f083739789a"
TEMPLATE = "ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY"
CONTENT = "工单编号：{{character_string1.DATA}}\n报事内容：{{thing2.DATA}}\n时间：{{time3.DATA}}"


def world_time() -> datetime:
    """The time of the world."""
    return datetime.now(UTC)


class WeChat:
    """A verified service account; with `safe=False` in plain mode, with `test_account=True` a sandbox one."""

    def __init__(
        self,
        *,
        clock: Callable[[], datetime] = world_time,
        safe: bool = True,
        test_account: bool = False,
        tries: int = 3,
        again: float = 0.02,
        patience: float = 5.0,
    ) -> None:
        self.appid, self.account, self.url = APPID, ACCOUNT, ""
        self.secret, self.token = secrets.token_hex(16), secrets.token_hex(12)
        key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        self.aes_key = key if safe and not test_account else ""
        self.clock, self.test_account = clock, test_account
        self.users: dict[str, User] = {}
        self.library, self.tokens, self.codes = Library(clock), Tokens(clock), Codes(clock)
        self.oauth = OAuth(self.appid, self.secret, clock)
        self.templates = {TEMPLATE: Template(CONTENT)}
        self.menu: list[dict[str, Any]] = []
        self.on_allow_list = True  # else 40164
        self.menu_ids_lost = False  # bizmsgmenuid is "0"
        self.video_links = True  # media/get of a video gives an address, not the bytes
        self._changed, self._ids = asyncio.Event(), itertools.count(22_876_340_532_172_986)
        self.wire = Wire(self)
        seal = Seal(self.appid, self.aes_key) if self.aes_key else None
        self.door = Door(
            self.account, self.token, seal, self.library, clock, self.notify, tries, again, patience
        )

    # its life

    async def __aenter__(self) -> "WeChat":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on the loopback."""
        self.url = await self.wire.listen(port)

    async def stop(self) -> None:
        """Listen no more."""
        await self.door.close()
        for user in self.users.values():
            await user.browser.close()
        await self.wire.close()

    async def connect(self, url: str) -> None:
        """Enter the address of the door in the console.

        Raises:
            NotVerified: it did not echo what it was sent.
        """
        await self.door.connect(url)

    # the people

    def user(self, openid: str, name: str = "", following: bool = True) -> User:
        """Somebody; the same as before if they are known."""
        if openid not in self.users:
            self.users[openid] = User(self, openid, name or openid, following)
        return self.users[openid]

    def deliver(self, user: User, fields: Fields, after: Delivery | None = None, wait: float = 0) -> Delivery:
        """Send to the door what somebody did, or what became of a notice."""
        what = f"{fields['Event']}:{fields.get('EventKey', '')}" if "Event" in fields else ""
        at = user.moment(what) if what else int(self.clock().timestamp())
        head = {"ToUserName": self.account, "FromUserName": user.openid, "CreateTime": at}
        return self.door.put(head | fields, user.chat, after, wait)

    def new_id(self) -> int:
        """The id of a message."""
        return next(self._ids)

    def template(self, id_: str, content: str) -> str:
        """Choose a template from the platform's library: "处理进度：{{phrase1.DATA}}"."""
        self.templates[id_] = Template(content)
        return id_

    # what befalls the account

    def fails(self, path: str, what: int | str, times: int = 1) -> None:
        """Let the next calls of a path ("" any) go wrong; 0 times: until `heals`.

        What: an errcode, an HTTP status (100 to 599), or hang, drop, lose, gibberish.
        """
        self.wire.fails(path, what, times)

    def slows(self, path: str, seconds: float, times: int = 1) -> None:
        """Let the next calls of a path take so long."""
        self.wire.slows(path, seconds, times)

    def heals(self) -> None:
        """Let all be well again."""
        self.wire.faults.clear()

    # what a test waits for and looks at

    async def wait_for(self, condition: Callable[[], Any], seconds: float = 30) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(seconds):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    async def settled(self) -> None:
        """Wait until nothing is on its way to the door and no call is in hand; nothing takes its time any more."""
        self.door.hurry()
        await self.wait_for(lambda: not self.door.pending and not self.wire.busy)

    @property
    def calls(self) -> list[Call]:
        """All calls, oldest first."""
        return self.wire.calls

    def called(self, path: str) -> list[Call]:
        """The calls of a path, oldest first: "message/custom/send"."""
        return [call for call in self.calls if call.path == short(path)]

    @property
    def alarms(self) -> list[str]:
        """Why answers of the door were of no use, all of them."""
        return self.door.alarms

    def notify(self) -> None:
        """Something changed."""
        self._changed.set()
