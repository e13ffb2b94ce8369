"""The unit of work: one event, one transaction, once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select, text

from core.book import Timer
from core.chat import Address, Event, What
from core.timing.working import Shift
from core.turn import Turn
from storage import files, outbox, pocket, windows
from storage.agenda import Agenda
from storage.cases import Cases
from storage.codec import dump_event, load_event
from storage.duties import Duties
from storage.engine import make_engine
from storage.quick import Quick
from storage.tables import Failure, Inbox, Utc

_failures = Failure.__table__  # type: ignore[attr-defined]
_inbox = Inbox.__table__  # type: ignore[attr-defined]
_claim = Quick(
    text("INSERT INTO inbox (key, at) VALUES (:key, :at) ON CONFLICT (key) DO NOTHING").bindparams(
        bindparam("at", type_=Utc)
    )
)
_fail = text(
    "INSERT INTO failures (key, event, error, at, tries, next_try) "
    "VALUES (:key, :event, :error, :at, 1, :next) "
    "ON CONFLICT (key) DO UPDATE SET error = excluded.error, tries = failures.tries + 1, "
    "next_try = CASE WHEN failures.tries + 1 < :most THEN excluded.next_try END"
).bindparams(bindparam("at", type_=Utc), bindparam("next", type_=Utc))

_tries = select(_failures.c.tries).where(_failures.c.key == bindparam("key"))


class Work(Cases, Duties, Agenda):
    """The book, open in one transaction."""

    def another(self) -> "Work":
        """The book for another turn of the same transaction; what the first handed out is written already."""
        return Work(self.conn)

    def claim(self, event: Event) -> bool:
        """Whether this event comes for the first time."""
        return bool(_claim(self.conn, {"key": event.key, "at": event.at}).rowcount)

    def members_of(self, place: Address, shift: Shift | None = None) -> tuple[str, ...]:
        """The chats, on a group's own channel, of the colleagues behind it; in a shift, of those on duty."""
        if shift is not None:
            return self.on_duty_at(place, shift)
        return tuple(self.accounts_of(self.department_at(place), place.channel))

    def save(self, turn: Turn, before: str) -> None:
        """Write down everything that follows from a turn; `before` is the dialogue as it was."""
        self.put_back()
        if repr(turn.dialogue) != before and turn.who.id:
            self.keep_dialogue(turn.event, turn.dialogue)
        if turn.event.window:
            windows.open_window(self.conn, turn.event)
        if turn.event.attachments:
            files.note(self.conn, turn.event.attachments, turn.now)
        if turn.messages:
            outbox.put(self.conn, turn.messages, turn.now, turn.event)


class Store:
    """The database of an installation."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self.one_writer = self.engine.dialect.name == "sqlite"
        self._mine = threading.local()
        self._open: list[Connection] = []

    @contextmanager
    def transaction(self) -> Iterator[Work]:
        """Everything inside is kept together, or nothing is."""
        conn = self._connection()
        with conn.begin():
            yield Work(conn)

    @contextmanager
    def repeatable(self) -> Iterator[Work]:
        """Kept together like any other, but a power failure may undo it: for what is then only done once more.

        What a turn wrote is on the disk when it ends; this gets there with the next turn.
        """
        if not self.one_writer:
            with self.transaction() as work:
                yield work
            return
        driver = self._connection().connection.cursor()
        driver.execute("PRAGMA synchronous=NORMAL")
        try:
            with self.transaction() as work:
                yield work
        finally:
            driver.execute("PRAGMA synchronous=FULL")

    def _connection(self) -> Connection:
        # A connection a thread: taking one out of the pool costs as much as a statement.
        conn: Connection | None = getattr(self._mine, "conn", None)
        if conn is None or conn.closed or conn.invalidated:
            conn = self._mine.conn = self.engine.connect()
            self._open.append(conn)
        return conn

    def fail(self, event: Event, error: str, now: datetime, again: timedelta, most: int) -> int:
        """Keep an event that could not be handled, whole; it is tried again, and parked after `most` tries.

        Returns how often it has failed.
        """
        fields = {"key": event.key, "event": dump_event(event), "error": error}
        with self.transaction() as work:
            if event.what is What.TIMER:  # from here on it is a failure, no longer a timer
                work.take_due(Timer.of(event))
            work.conn.execute(_fail, fields | {"at": now, "next": now + again, "most": most})
            return int(work.conn.execute(_tries, {"key": event.key}).scalar_one())

    def failed(self, now: datetime | None = None) -> list[tuple[Event, str, int]]:
        """Events to be tried again by now, or without a time all, each with its error and its tries."""
        query = select(_failures).order_by(_failures.c.id)
        with self.transaction() as work:
            rows = work.conn.execute(query.where(_failures.c.next_try <= now) if now else query)
            return [(load_event(row.event), row.error, row.tries) for row in rows]

    def recovered(self, key: str) -> None:
        """A failed event was handled after all."""
        with self.transaction() as work:
            work.conn.execute(delete(_failures).where(_failures.c.key == key))

    def tidy(self, before: datetime, now: datetime) -> None:
        """Forget keys older than any platform repeats, and what channels put aside for a while that is over."""
        with self.transaction() as work:
            work.conn.execute(delete(_inbox).where(_inbox.c.at < before))
            pocket.forget(work.conn, now)

    def close(self) -> None:
        """Let go of the database; nobody may be in a transaction any more."""
        for conn in self._open:
            conn.close()
        self._open.clear()
        self._mine = threading.local()
        self.engine.dispose()
