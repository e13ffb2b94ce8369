"""What `check` looks at: groups, accounts, events and messages that are stuck, and work left open."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Integer, cast, func, select

from core.chat import Address, Event
from core.people import Group
from storage.codec import load_event
from storage.tables import Account, Failure, GroupRow, OutboxRow, ResidentRow, TaskRow

_accounts = Account.__table__  # type: ignore[attr-defined]
_failures = Failure.__table__  # type: ignore[attr-defined]
_groups = GroupRow.__table__  # type: ignore[attr-defined]
_outbox = OutboxRow.__table__  # type: ignore[attr-defined]
_residents = ResidentRow.__table__  # type: ignore[attr-defined]
_tasks = TaskRow.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Stuck:
    """An event that could not be handled; parked means that nobody tries any more."""

    event: Event
    error: str
    at: datetime
    tries: int
    parked: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """A message that never reached its chat."""

    to: Address
    say: str
    subject: str
    created: datetime
    error: str


@dataclass(frozen=True, slots=True)
class Open:
    """Tasks of one kind at a site that nobody has ticked."""

    site: str
    kind: str
    count: int
    oldest: datetime


def groups_of(conn: Connection, site: str) -> list[Group]:
    """Every group chat bound at a site."""
    rows = conn.execute(select(_groups).where(_groups.c.site == site).order_by(_groups.c.place))
    return [Group(Address.parse(row.place), row.site, row.department, row.title) for row in rows]


def stuck_events(conn: Connection) -> list[Stuck]:
    """Events that failed, oldest first."""
    rows = conn.execute(select(_failures).order_by(_failures.c.id))
    return [Stuck(load_event(row.event), row.error, row.at, row.tries, row.next_try is None) for row in rows]


def lost_messages(conn: Connection, limit: int) -> list[Lost]:
    """Messages that were given up, newest first."""
    query = select(_outbox).where(_outbox.c.state == "failed").order_by(_outbox.c.id.desc()).limit(limit)
    return [
        Lost(Address.parse(row.address), row.say, row.subject, row.created, row.error)
        for row in conn.execute(query)
    ]


def open_tasks(conn: Connection) -> list[Open]:
    """What waits for a person, by site and kind."""
    query = (
        select(
            _tasks.c.site,
            _tasks.c.kind,
            func.count().label("count"),
            func.min(_tasks.c.opened).label("oldest"),
        )
        .where(_tasks.c.done.is_(None))
        .group_by(_tasks.c.site, _tasks.c.kind)
        .order_by(_tasks.c.site, _tasks.c.kind)
    )
    return [Open(*row) for row in conn.execute(query)]


def blocked_people(conn: Connection) -> frozenset[int]:
    """People all of whose accounts have blocked us."""
    query = select(_accounts.c.person).group_by(_accounts.c.person)
    rows = conn.execute(query.having(func.min(cast(_accounts.c.stopped, Integer)) == 1))
    return frozenset(row.person for row in rows)


def person_at(conn: Connection, account: Address) -> int | None:
    """Whose account this is."""
    found: int | None = conn.execute(
        select(_accounts.c.person).where(_accounts.c.address == str(account))
    ).scalar()
    return found


def roster_size(conn: Connection, site: str) -> int:
    """How many lines the owners' roster of a site has."""
    query = select(func.count()).select_from(_residents).where(_residents.c.site == site)
    return int(conn.execute(query).scalar_one())
