"""How messages and events reach the account's door: again when it does not answer, with the same MsgId."""

import asyncio
import secrets
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp

from tests.fakes.wechat.chats import Chat
from tests.fakes.wechat.cipher import Seal, sign
from tests.fakes.wechat.envelope import Fields, read, unwrap, wrap, write
from tests.fakes.wechat.faults import Broken
from tests.fakes.wechat.media import Library
from tests.fakes.wechat.passive import NOTHING, passive

QUIET = {"unsubscribe", "VIEW", "TEMPLATESENDJOBFINISH"}  # nobody is there to be answered


class NotVerified(Exception):
    """The door did not echo what it was asked to echo."""


@dataclass(eq=False)
class Delivery:
    """A message or event on its way; awaited, it waits until the door has answered or was given up."""

    fields: Fields
    chat: Chat
    done: asyncio.Event = field(default_factory=asyncio.Event)
    statuses: list[int] = field(default_factory=list)  # what the door answered, try by try; 0: nothing
    answers: list[bytes] = field(default_factory=list)  # the bodies of those that were 200
    shown: bool = False
    packed: tuple[dict[str, str], str] | None = None  # signed once: each try is the same to the byte

    def __await__(self) -> Generator[Any, None, "Delivery"]:
        yield from asyncio.wait_for(self.done.wait(), 30).__await__()
        return self

    @property
    def quiet(self) -> bool:
        """Whether an answer to it would be shown to nobody."""
        return self.fields.get("Event") in QUIET


@dataclass(eq=False)
class Door:
    """The account's door, as the platform sees it."""

    account: str
    token: str
    seal: Seal | None  # None: plain mode
    library: Library
    clock: Callable[[], datetime]
    changed: Callable[[], None]
    tries: int
    again: float  # seconds between two tries
    patience: float  # seconds the door has
    url: str = ""
    repeats: int = 0  # so many of the next deliveries are sent twice although they are answered
    pending: list[Delivery] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)  # all answers that were none
    _now: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None

    # the console

    async def connect(self, url: str) -> None:
        """Keep the door's address, once it has echoed what it was sent."""
        echo = str(secrets.randbelow(10**19))
        query = self._signed() | {"echostr": echo}
        async with self.session.get(url, params=query) as answer:
            body = await answer.read()
        if answer.status != 200 or body != echo.encode():
            raise NotVerified(f"{answer.status}, {len(body)} bytes")
        self.url = url

    @property
    def session(self) -> aiohttp.ClientSession:
        """The platform's own line to the door."""
        self._session = self._session or aiohttp.ClientSession()
        return self._session

    def _signed(self) -> dict[str, str]:
        timestamp, nonce = str(int(self.clock().timestamp())), str(secrets.randbelow(10**10))
        return {"signature": sign(self.token, timestamp, nonce), "timestamp": timestamp, "nonce": nonce}

    # delivering

    def put(self, fields: Fields, chat: Chat, after: Delivery | None = None, wait: float = 0) -> Delivery:
        """Send something on its way, perhaps after something else, or after some seconds."""
        delivery = Delivery(fields, chat)
        if not self.url:
            delivery.done.set()
            return delivery
        for _ in range(2 if self.repeats else 1):
            self.pending.append(delivery)
            self._start(delivery, after, wait)
        self.repeats = max(self.repeats - 1, 0)
        return delivery

    def _start(self, delivery: Delivery, after: Delivery | None, wait: float) -> None:
        task = asyncio.get_running_loop().create_task(self._push(delivery, after, wait))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _push(self, delivery: Delivery, after: Delivery | None, wait: float) -> None:
        try:
            if after:
                await after.done.wait()
            if wait:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._now.wait(), wait)
            if not await self._delivered(delivery):
                self._complain(delivery, f"no answer in {self.tries} tries: {delivery.statuses}")
        finally:
            self.pending.remove(delivery)
            if delivery not in self.pending:
                delivery.done.set()
            self.changed()

    def hurry(self) -> None:
        """What was to come after some seconds comes now."""
        self._now.set()
        self._now = asyncio.Event()

    async def _delivered(self, delivery: Delivery) -> bool:
        for number in range(self.tries):
            if number:
                await asyncio.sleep(self.again)
            status, body = await self._post(delivery)
            delivery.statuses.append(status)
            self.changed()
            if status == 200:
                delivery.answers.append(body)
                self._take(delivery, body)
                return True
        return False

    async def _post(self, delivery: Delivery) -> tuple[int, bytes]:
        delivery.packed = delivery.packed or self.pack(delivery.fields)
        query, body = delivery.packed
        timeout = aiohttp.ClientTimeout(total=self.patience)
        headers = {"Content-Type": "text/xml"}
        try:
            async with self.session.post(
                self.url, params=query, data=body.encode(), headers=headers, timeout=timeout
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError):
            return 0, b""

    def pack(self, fields: Fields) -> tuple[dict[str, str], str]:
        """The query and the body a message is delivered with, signed now."""
        xml = write(fields)
        query = self._signed() | {"openid": str(fields.get("FromUserName", ""))}
        if self.seal is None:
            return query, xml
        body, sealed = wrap(xml, self.seal, self.account)
        signature = sign(self.token, query["timestamp"], query["nonce"], sealed)
        return query | {"encrypt_type": "aes", "msg_signature": signature}, body

    # the answer

    def _take(self, delivery: Delivery, body: bytes) -> None:
        if body in NOTHING or delivery.shown:
            return
        try:
            text = body.decode()
            fields = read(unwrap(text, self.seal, self.token) if self.seal else text)
            message = passive(fields, delivery.chat, self.account, self.library, self.clock())
        except (Broken, UnicodeDecodeError) as why:
            return self._complain(delivery, str(why))
        delivery.shown = True
        if not delivery.quiet:
            delivery.chat.add(message)

    def _complain(self, delivery: Delivery, why: str) -> None:
        self.alarms.append(why)
        if not delivery.quiet:
            delivery.chat.errors.append(why)

    async def close(self) -> None:
        """Deliver no more."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()
