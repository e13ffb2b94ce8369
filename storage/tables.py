"""What is remembered, row by row; `storage/migrations` brings a database to this shape."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Index, Text, TypeDecorator, UniqueConstraint, text
from sqlmodel import Field, SQLModel


class Utc(TypeDecorator[datetime]):
    """An aware moment, kept as UTC on databases that know time zones and on those that do not."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return value.astimezone(UTC).replace(tzinfo=None) if value is not None else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None else None


def _moment(**more: Any) -> Any:
    return Field(sa_type=Utc, **more)


def _words(**more: Any) -> Any:
    return Field(sa_type=Text, **more)


def _added() -> Any:
    """A column that came later: rows that were there before have it empty."""
    return Field(default="", sa_column_kwargs={"server_default": ""})


class Inbox(SQLModel, table=True):
    """A key that was claimed: what bears it again is a repetition."""

    __tablename__ = "inbox"
    key: str = Field(primary_key=True)
    at: datetime = _moment(index=True)


class Failure(SQLModel, table=True):
    """An event that could not be handled, whole, until it can be or a person looks at it."""

    __tablename__ = "failures"
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    event: str = _words()
    error: str = _words()
    at: datetime = _moment()
    tries: int = 1
    next_try: datetime | None = _moment(default=None, index=True)  # None: parked


class PersonRow(SQLModel, table=True):
    """Somebody the office knows."""

    __tablename__ = "people"
    id: int | None = Field(default=None, primary_key=True)
    name: str = ""
    phone: str = Field(default="", index=True)
    language: str = ""
    posts: str = _words(default="[]")
    surveys: bool = True
    account: str = ""  # where they last wrote
    briefed: str = _added()


class Account(SQLModel, table=True):
    """A person's account on a channel; its row is the lock on everything that account says."""

    __tablename__ = "accounts"
    address: str = Field(primary_key=True)
    person: int = Field(foreign_key="people.id", index=True)
    stopped: bool = False  # blocked us


class DialogueRow(SQLModel, table=True):
    """What an account is in the middle of at a place."""

    __tablename__ = "dialogues"
    account: str = Field(primary_key=True)
    place: str = Field(primary_key=True)
    name: str = ""
    step: str = ""
    data: str = _words(default="{}")


class HomeRow(SQLModel, table=True):
    """A person bound to a unit, how and since when."""

    __tablename__ = "homes"
    person: int = Field(primary_key=True, foreign_key="people.id")
    site: str = Field(primary_key=True)
    unit: str = Field(primary_key=True)
    via: str = ""
    at: datetime = _moment()


class ResidentRow(SQLModel, table=True):
    """A line of the owners' roster."""

    __tablename__ = "residents"
    __table_args__ = (UniqueConstraint("site", "unit", "phone"),)
    id: int | None = Field(default=None, primary_key=True)
    site: str
    unit: str
    name: str = ""
    phone: str = Field(default="", index=True)


class InviteRow(SQLModel, table=True):
    """A one-time code."""

    __tablename__ = "invites"
    code: str = Field(primary_key=True)
    site: str
    unit: str = ""
    person: int | None = None
    expires: datetime | None = _moment(default=None)
    used_by: int | None = None
    used: datetime | None = _moment(default=None)


class GroupRow(SQLModel, table=True):
    """A staff group and the department it belongs to."""

    __tablename__ = "groups"
    place: str = Field(primary_key=True)
    site: str = Field(index=True)
    department: str
    title: str = ""


class Serial(SQLModel, table=True):
    """The last number given on a site's day; counting in the case's own transaction leaves no gaps."""

    __tablename__ = "serials"
    site: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    last: int = 0


class CaseRow(SQLModel, table=True):
    """A case as it stands; how it came there is in its entries."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("cases_by_owner", "owner", "opened"),
        Index("cases_by_state", "site", "state"),
        Index("cases_by_lead", "lead"),
    )
    number: str = Field(primary_key=True)
    site: str
    opened: datetime = _moment()
    kind: str
    owner: int
    issue: str = _words()
    state: str
    round: int = 1
    category: str = ""
    class_: int | None = None
    urgent: bool = False
    because: str = _words(default="[]")
    department: str = ""
    handler: int | None = None
    unit: str = ""
    bound: bool = False
    name: str = ""
    phone: str = ""
    expectation: str = _words(default="")
    channel: str = ""
    draft: str = Field(default="", index=True)
    media: str = _words(default="[]")
    due: datetime | None = _moment(default=None)
    closed: datetime | None = _moment(default=None)
    way: str = _added()
    lead: str = _added()


class EntryRow(SQLModel, table=True):
    """A line of a case's history, only ever added."""

    __tablename__ = "entries"
    id: int | None = Field(default=None, primary_key=True)
    case: str = Field(foreign_key="cases.number", index=True)
    at: datetime = _moment()
    by: int | None = None
    what: str
    before: str
    after: str
    round: int
    why: str = _words(default="")
    data: str = _words(default="{}")


class TimerRow(SQLModel, table=True):
    """Something to be done at a time."""

    __tablename__ = "timers"
    __table_args__ = (UniqueConstraint("kind", "subject"),)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    subject: str
    due: datetime = _moment(index=True)
    account: str = ""
    place: str = ""
    data: str = _words(default="{}")


_WAITING = text("state = 'waiting'")


class OutboxRow(SQLModel, table=True):
    """A message on its way, and afterwards the record of where it was shown."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_queue", "address", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("outbox_slots", "address", "slot"),
        Index("outbox_shown", "address", "message"),
    )
    id: int | None = Field(default=None, primary_key=True)
    address: str
    language: str
    say: str = _words()
    slot: str = ""
    subject: str = ""
    created: datetime = _moment()
    not_before: datetime | None = _moment(default=None)
    state: str = "waiting"  # waiting, sent, dropped (a newer edit took its place), failed
    tries: int = 0
    message: str = ""  # the platform's id once sent
    error: str = ""
    leased: datetime | None = _moment(default=None)  # until when some process has it in hand


class TaskRow(SQLModel, table=True):
    """Something a person has to do by hand."""

    __tablename__ = "tasks"
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    site: str = Field(index=True)
    opened: datetime = _moment()
    case: str = ""
    person: int | None = None
    data: str = _words(default="{}")
    done: datetime | None = _moment(default=None)
    done_by: int | None = None


class SurveyRow(SQLModel, table=True):
    """A callback of a case."""

    __tablename__ = "surveys"
    id: int | None = Field(default=None, primary_key=True)
    case: str = Field(index=True)
    person: int = Field(index=True)
    round: int
    state: str
    answers: str = _words(default="{}")
    asked: datetime | None = _moment(default=None)
    ended: datetime | None = _moment(default=None)


class WindowRow(SQLModel, table=True):
    """Until when, and how often, a strict platform lets us speak to somebody."""

    __tablename__ = "windows"
    address: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    until: datetime = _moment()
    left: int


class PocketRow(SQLModel, table=True):
    """A small thing some channel has to remember for a while."""

    __tablename__ = "pocket"
    key: str = Field(primary_key=True)
    value: str = _words()
    at: int = Field(index=True)  # the order in which things were put
    until: datetime = _moment()


class FileRow(SQLModel, table=True):
    """A picture, voice or file somebody sent, until its bytes are in the office's own folder, and afterwards."""

    __tablename__ = "files"
    __table_args__ = (Index("files_to_fetch", "next_try"),)
    channel: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    attachment: str = _words()
    at: datetime = _moment()
    state: str = "waiting"  # waiting, kept, gone
    tries: int = 0
    next_try: datetime | None = _moment(default=None)  # None: nothing is to be done any more


class DutyRow(SQLModel, table=True):
    """A line of the roster: who is on duty."""

    __tablename__ = "duties"
    site: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    shift: str = Field(primary_key=True)
    department: str = Field(primary_key=True)
    person: int = Field(primary_key=True, foreign_key="people.id")
