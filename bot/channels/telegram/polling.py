"""Asking Telegram for updates, where it cannot call us.

Asking for the next ones confirms those before: so the next request waits until everything is committed, and
never passes what could not be kept. Different chats are served side by side, each in its order.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.errors import pause, plain
from bot.channels.telegram.updates import where

log = structlog.get_logger()

LONG = timedelta(seconds=50)  # how long Telegram keeps a request open when nothing happens
FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=1)

T = TypeVar("T")
Take = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(slots=True)
class Patience:
    """Waits longer each time, and not at all once we stop."""

    first: timedelta = FIRST_WAIT
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _failures: int = 0

    async def after(self, error: TelegramError | None = None) -> None:
        """Wait as long as the error, or the row of errors, asks for."""
        self._failures += 1
        wait = min(self.first * 2 ** min(self._failures - 1, 12), LONGEST_WAIT)
        wait = pause(error) if isinstance(error, RetryAfter) else wait
        await self.unless_stopped(asyncio.sleep(wait.total_seconds()))

    def reset(self) -> None:
        """It works again."""
        self._failures = 0

    async def unless_stopped(self, work: Coroutine[Any, Any, T]) -> T | None:
        """Do something, but let go of it when we stop."""
        tasks = asyncio.create_task(work), asyncio.create_task(self.stopping.wait())
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            return tasks[0].result() if tasks[0].done() else None
        finally:
            for task in tasks:
                task.cancel()


@dataclass(slots=True)
class Poller:
    """Asks, hands over, confirms."""

    client: Client
    take: Take
    patience: Patience
    offset: int = 0

    async def run(self) -> None:
        """Ask until we stop; what was received by then is finished."""
        while not self.patience.stopping.is_set():
            try:
                updates = await self.patience.unless_stopped(self.client.updates(self.offset, LONG))
            except TelegramError as error:
                complain(error)
                await self.patience.after(error)
                continue
            if not updates or await self._take_all(updates):
                self.patience.reset()
            else:
                await self.patience.after()

    async def _take_all(self, updates: list[dict[str, Any]]) -> bool:
        lines = defaultdict(list)
        for raw in updates:
            lines[where(raw)].append(raw)
        stuck = await asyncio.gather(*(self._take_line(line) for line in lines.values()))
        unkept = [update_id for update_id in stuck if update_id]
        self.offset = min(unkept, default=max(raw["update_id"] for raw in updates) + 1)
        return not unkept

    async def _take_line(self, line: Iterable[dict[str, Any]]) -> int:
        for raw in line:
            try:
                await self.take(raw)
            except Exception as error:  # it stays with Telegram, and so does what the chat said after it
                log.error("an update could not be kept", update=raw["update_id"], error=type(error).__name__)
                return int(raw["update_id"])
        return 0


def complain(error: TelegramError) -> None:
    """Say what keeps us from Telegram, in words that help."""
    match error:
        case InvalidToken():
            log.error("Telegram does not know this token: see BIHUAN_TELEGRAM_TOKEN")
        case Conflict():
            log.error("somebody else asks for this bot's updates", reason=plain(error))
        case _:
            log.warning("Telegram cannot be reached now", reason=plain(error))
