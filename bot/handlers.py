"""handle(event): one transaction, in which everything that follows from an event is kept, or nothing is."""

import asyncio
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import TypeVar

import structlog
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.floods import Floods
from core.book import Dialogue, Timer
from core.chat import Event, Say, Toast, What, text
from core.conversations import decide
from core.people import Person
from core.site import Sites
from core.turn import Message, Turn
from storage.unit import Store, Work

log = structlog.get_logger()

RACES = 3  # a deadlock or a busy database is tried again at once, so often
TRIES = 4  # a poison event is tried so often before it is parked
TOGETHER = 20  # turns that share a commit, where there is one writer anyway
AGAIN = timedelta(minutes=1)
NOBODY = Person(0)
SPEAKING = frozenset({What.MESSAGE, What.EDITED, What.TAP})  # somebody waits for an answer

T = TypeVar("T")
End = Toast | Exception | None
Done = asyncio.Future[Toast | None]


class Handler:
    """Takes events from every channel and from the clock; the database does the rest."""

    def __init__(self, store: Store, sites: Sites) -> None:
        self.store, self.sites, self.floods = store, sites, Floods()
        self.committed: Callable[[], None] = lambda: None  # told after every commit
        # SQLite has one writer, and a queue before it is cheaper than a lock around it.
        self._waiting: list[tuple[Event, Done]] = []
        self._working: asyncio.Task[None] | None = None
        self._workers = ThreadPoolExecutor(1 if store.one_writer else 8, "turn")

    async def handle(self, event: Event) -> Toast | None:
        """Handle an event; returns once it is committed, with the word for whoever tapped.

        Raises:
            Exception: only when the event could not even be kept; then it must not be confirmed.

        """
        event = self.floods.counted(event)
        if not self.store.one_writer:
            toast = await self.in_database(self._handle_or_keep, event)
            self.committed()
            return toast
        done: Done = asyncio.get_running_loop().create_future()
        self._waiting.append((event, done))
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())
        return await done

    async def _work(self) -> None:
        """Those that wait at the same time share a commit, and its way to the disk."""
        while self._waiting:
            batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            try:
                ends = await self.in_database(self._handle_all, [event for event, _ in batch])
            except Exception as error:  # nobody may be left waiting
                ends = [error] * len(batch)
            self.committed()
            for (_, done), end in zip(batch, ends, strict=True):
                if not done.done():
                    done.set_exception(end) if isinstance(end, Exception) else done.set_result(end)

    def _handle_all(self, events: list[Event]) -> list[End]:
        if len(events) == 1:
            return [self._handle_alone(events[0])]
        try:
            with self.store.transaction() as work:
                return [self._turn(work.another(), event) for event in events]
        except Exception:  # whichever it was: the others are not to suffer for it
            return [self._handle_alone(event) for event in events]

    def _handle_alone(self, event: Event) -> End:
        try:
            return self._handle_or_keep(event)
        except Exception as error:
            return error

    async def in_database(self, work: Callable[..., T], *args: object) -> T:
        """Run something that uses the database off the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._workers, _steadily, work, *args)

    def close(self) -> None:
        """Finish what is in hand."""
        self._workers.shutdown()

    def _handle_or_keep(self, event: Event) -> Toast | None:
        for attempt in range(RACES):
            try:
                return self.turn(event)
            except OperationalError as race:
                if attempt == RACES - 1:
                    return self._keep(event, race, event.at)
            except Exception as poison:  # a poison event harms only itself
                return self._keep(event, poison, event.at)
        return None

    def turn(self, event: Event, again: bool = False) -> Toast | None:
        """One turn, in one transaction."""
        with self.store.transaction() as work:
            return self._turn(work, event, again)

    def _turn(self, work: Work, event: Event, again: bool = False) -> Toast | None:
        if not work.claim(event):
            return None
        who, dialogue = work.enter(event) if event.account.chat else (NOBODY, Dialogue())
        if event.what is What.TIMER and not again and not work.take_due(Timer.of(event)):
            return None
        turn = Turn(event, who, dialogue, work, self.sites)
        before = repr(dialogue)
        decide(turn)
        work.save(turn, before)
        return turn.toast

    def _keep(self, event: Event, error: Exception, now: datetime) -> Toast | None:
        tries = self.store.fail(event, repr(error), now, AGAIN, TRIES)
        log.error(
            "event kept for another try",
            key=event.key,
            tries=tries,
            error=type(error).__name__,
            at=where(error),
        )
        if tries == 1 and event.what in SPEAKING and event.account.chat:
            self._apologise(event)
        return Toast(text("sorry-fault"), alert=True) if event.tap else None

    def _apologise(self, event: Event) -> None:
        with self.store.transaction() as work:
            who, dialogue = work.enter(event)
            turn = Turn(event, who, dialogue, work, self.sites)
            turn.messages.append(Message(event.place, Say(text("sorry-fault")), turn.language))
            work.save(turn, repr(dialogue))

    def again(self, event: Event, now: datetime) -> None:
        """Try a kept event once more."""
        try:
            self.turn(event, again=True)
        except Exception as poison:
            self._keep(event, poison, now)
        else:
            self.store.recovered(event.key)


def _steadily(work: Callable[..., T], *args: object) -> T:
    """A connection that was cut while it rested is noticed by using it: then once more, on a new one."""
    try:
        return work(*args)
    except DBAPIError as cut:
        if not cut.connection_invalidated:
            raise
    return work(*args)


def where(error: BaseException) -> str:
    """The line an error was raised at; its message and the variables around it may hold what owners wrote."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.filename}:{frame.lineno} in {frame.name}"
