"""How updates reach a bot: by long polling or by webhook, again and again until it says that it has them."""

import asyncio
import contextlib
import itertools
from collections import defaultdict
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.fakes.botapi.faults import Refusal

Raw = dict[str, Any]
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete it first"
ASKED_TWICE = "terminated by other getUpdates request; make sure that only one bot instance is running"
AGAIN = 0.02  # seconds between two tries of a webhook; the real one takes longer


@dataclass(eq=False)
class Update:
    """An update on its way; awaited, it waits until the bot has confirmed it."""

    id: int
    body: Raw
    done: asyncio.Event = field(default_factory=asyncio.Event)
    statuses: list[int] = field(default_factory=list)  # what the webhook answered, try by try

    def __await__(self) -> Generator[Any, None, None]:
        return asyncio.wait_for(self.done.wait(), 60).__await__()  # type: ignore[return-value]

    @property
    def chat(self) -> int:
        """The chat whose line it stands in."""
        inner = next(part for part in self.body.values() if isinstance(part, dict))
        message = inner.get("message", inner)
        return int(message.get("chat", {}).get("id", 0)) if isinstance(message, dict) else 0


@dataclass(eq=False)
class Delivery:
    """The queue of one bot."""

    changed: Callable[[], None]
    obey: Callable[[str, Raw], Any]  # a method named in a webhook's answer
    url: str = ""
    secret: str = ""
    allowed: list[str] = field(default_factory=list)
    pending: list[Update] = field(default_factory=list)
    repeats: int = 0  # so many of the next updates are delivered twice
    held: bool = False
    first_id: int = 700_000_001
    _ids: "itertools.count[int] | None" = None
    _asking: asyncio.Future[None] | None = None
    _lines: dict[int, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None

    def put(self, body: Raw) -> Update:
        """Queue an update."""
        self._ids = self._ids or itertools.count(self.first_id)
        number = next(self._ids)
        update = Update(number, {"update_id": number} | body)
        if self.allowed and not self.allowed.count(next(iter(body))):
            update.done.set()  # the bot did not ask for this kind
            return update
        self.pending.append(update)
        self.send([update])
        return update

    def send(self, updates: list[Update], in_line: bool = True) -> None:
        """Set off with updates, or let whoever asks have them."""
        if self.held:
            return
        if not self.url:
            self._wake()
            return
        for update in updates:
            times = 2 if self.repeats else 1
            self.repeats = max(self.repeats - 1, 0)
            for _ in range(times):
                task = asyncio.get_running_loop().create_task(self._push(update, in_line))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    def release(self, backwards: bool = False) -> None:
        """Let go of what was held; backwards, the last goes first and waits for nobody."""
        self.held = False
        waiting = [update for update in self.pending if not update.statuses]
        self.send(waiting[::-1] if backwards else waiting, in_line=not backwards)

    def set_webhook(self, url: str, secret: str) -> None:
        """From now on call the bot, or no more."""
        self.url, self.secret = url, secret
        if url:
            self._conflict("terminated by setWebhook request")
            self.send(self.pending)

    async def _push(self, update: Update, in_line: bool) -> None:
        lock = self._lines[update.chat if in_line else -update.id]
        async with lock:
            while self.url:
                if await self._post(update) == 200:
                    break
                await asyncio.sleep(AGAIN)
            self._confirm(lambda other: other is update)

    async def _post(self, update: Update) -> int:
        self._session = self._session or aiohttp.ClientSession()
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with self._session.post(self.url, json=update.body, headers=headers) as answer:
                status, said = answer.status, await answer.read()
                if status == 200 and said:
                    call = await answer.json()
                    with contextlib.suppress(Refusal):  # nobody would tell the bot
                        await self.obey(call.pop("method"), call)
        except aiohttp.ClientError:
            status = 0
        update.statuses.append(status)
        self.changed()
        return status

    async def get(self, offset: int, limit: int, wait: float) -> list[Raw]:
        """Answer a getUpdates: what is below the offset is confirmed, the rest comes again."""
        if self.url:
            raise Refusal(409, f"Conflict: {WEBHOOK_ACTIVE}")
        self._conflict(ASKED_TWICE)
        self._confirm(lambda update: update.id < offset)
        if not self._ready() and wait:
            mine = self._asking = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(asyncio.shield(mine), wait)
            except TimeoutError:
                return []
            finally:
                if self._asking is mine:  # whoever asked after us is still waiting
                    self._asking = None
        return [self._told(update) for update in self._ready()[: limit or 100]]

    def _told(self, update: Update) -> Raw:
        update.statuses.append(0)
        return update.body

    def _ready(self) -> list[Update]:
        return [] if self.held else self.pending

    def _wake(self) -> None:
        if self._asking and not self._asking.done():
            self._asking.set_result(None)

    def _conflict(self, words: str) -> None:
        if self._asking and not self._asking.done():
            self._asking.set_exception(Refusal(409, f"Conflict: {words}"))

    def _confirm(self, which: Callable[[Update], bool]) -> None:
        for update in [u for u in self.pending if which(u)]:
            self.pending.remove(update)
            update.done.set()
        self.changed()

    async def close(self) -> None:
        """Stop calling, and let go of whoever is still asking."""
        self.url = ""
        self._wake()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()
