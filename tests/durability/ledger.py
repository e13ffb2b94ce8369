"""What the books say afterwards, read past the program."""

from collections import Counter
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from storage.unit import Store


def rows(database: str | Store, query: str, **names: Any) -> list[Any]:
    """What the database answers."""
    if isinstance(database, Store):
        with database.engine.connect() as conn:
            return list(conn.execute(text(query), names))
    url = make_url(database)
    engine = create_engine(url.set(drivername="postgresql+psycopg") if "sqlite" not in database else url)
    try:
        with engine.begin() as conn:
            found = conn.execute(text(query), names)
            return list(found) if found.returns_rows else []
    finally:
        engine.dispose()


def numbers(database: str | Store) -> list[str]:
    """Every case's number, in order."""
    return [row.number for row in rows(database, "SELECT number FROM cases ORDER BY number")]


def has_no_gap(found: list[str]) -> bool:
    """Whether the numbers of a day count from one, each once."""
    return [int(number[-4:]) for number in sorted(found)] == list(range(1, len(found) + 1))


def filed_twice(database: str | Store) -> list[str]:
    """Drafts of which more than one case was made."""
    drafts = Counter(row.draft for row in rows(database, "SELECT draft FROM cases"))
    return [draft for draft, count in drafts.items() if count > 1]


def failures(database: str | Store) -> list[tuple[int, bool]]:
    """Of every event that failed: how often, and whether it is parked."""
    found = rows(database, "SELECT tries, next_try FROM failures ORDER BY id")
    return [(row.tries, row.next_try is None) for row in found]


def outbox(database: str | Store) -> Counter[str]:
    """How many messages are in which state."""
    return Counter(row.state for row in rows(database, "SELECT state FROM outbox"))


def tasks(database: str | Store) -> list[str]:
    """What a person still has to do."""
    return [row.kind for row in rows(database, "SELECT kind FROM tasks WHERE done IS NULL ORDER BY id")]


def timers(database: str | Store, kind: str) -> int:
    """How many timers of a kind hang on the wall."""
    return len(rows(database, "SELECT id FROM timers WHERE kind = :kind", kind=kind))
