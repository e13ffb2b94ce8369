"""How callbacks reach us: encrypted, within five seconds, and again while they are not answered with 200."""

import asyncio
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any

import aiohttp

from tests.fakes.wecom.crypto import Seal, xml

PLAIN = {"", "success"}


@dataclass(eq=False)
class Push:
    """A callback on its way; awaited, it waits until it is answered or given up."""

    fields: dict[str, object]
    after: "Push | None" = None  # it sets off when this one has arrived
    done: asyncio.Event = field(default_factory=asyncio.Event)
    statuses: list[int] = field(default_factory=list)  # try by try; 0: no answer
    answers: list[str] = field(default_factory=list)
    lost: bool = False  # nobody answered 200 in all the tries

    def __await__(self) -> Generator[Any, None, "Push"]:
        yield from asyncio.wait_for(self.done.wait(), 30).__await__()
        return self


@dataclass(eq=False)
class Delivery:
    """The way to our door."""

    seal: Seal
    agent: int
    clock: Callable[[], datetime]
    changed: Callable[[], None]
    complain: Callable[[str], None]
    wait: float  # seconds between two tries
    patience: float  # seconds for an answer
    repeats: int  # so many times more where there is none
    url: str = ""
    twice: int = 0  # so many of the next callbacks come again though they were answered
    held: bool = False
    pending: list[Push] = field(default_factory=list)
    pushes: list[Push] = field(default_factory=list)  # all there ever were
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None

    def put(self, fields: dict[str, object], after: Push | None = None) -> Push:
        """Send something off."""
        push = Push(fields, after)
        self.pushes.append(push)
        self.pending.append(push)
        if not self.held:
            self._start(push)
        return push

    def release(self, backwards: bool = False) -> None:
        """Let go of what was held; backwards, the last goes first."""
        self.held = False
        waiting = [push for push in self.pending if not push.statuses]
        for push in waiting[::-1] if backwards else waiting:
            self._start(push)

    def _start(self, push: Push) -> None:
        task = asyncio.get_running_loop().create_task(self._push(push))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _push(self, push: Push) -> None:
        if push.after:
            await push.after.done.wait()
        again, self.twice = self.twice > 0, max(self.twice - 1, 0)
        for number in range(self.repeats + 1):
            if number:
                await asyncio.sleep(self.wait)
            if await self.post(push) == 200:
                break
        push.lost = 200 not in push.statuses
        if again:
            await self.post(push)
        self.pending.remove(push)
        push.done.set()
        self.changed()

    async def post(self, push: Push) -> int:
        """One try; the words stay the same, the envelope is new."""
        query, body = self.seal.callback(xml(push.fields), self.agent, self.clock().timestamp())
        timeout = aiohttp.ClientTimeout(total=self.patience)
        headers = {"Content-Type": "text/xml"}
        status, said = 0, ""
        try:
            async with self.session.post(
                self.url, params=query, data=BytesIO(body.encode()), headers=headers, timeout=timeout
            ) as answer:
                said, status = await answer.text(), answer.status
        except (aiohttp.ClientError, TimeoutError, ValueError):
            pass
        push.statuses.append(status)
        push.answers.append(said)
        if status == 200 and said not in PLAIN:
            self.complain(f"callback: answered with {len(said)} characters WeCom cannot read")
        self.changed()
        return status

    @property
    def session(self) -> aiohttp.ClientSession:
        """The client that calls us."""
        self._session = self._session or aiohttp.ClientSession()
        return self._session

    async def close(self) -> None:
        """Call no more."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()
