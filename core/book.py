"""What a turn may look up and put down: the office's book, kept by `storage` and by a dictionary in the tests."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from core.case import Case, Entry, State
from core.chat import Address, Choice, Event, What
from core.people import Group, Home, Person, Role

NOBODY = Address("clock", "")  # whose turn it is when only the clock speaks


@dataclass(frozen=True, slots=True)
class Timer:
    """Something to be done at a time; set again under the same kind and subject it replaces the older one.

    A timer about a dialogue carries its account and place, so that the dialogue is locked before it is read.
    """

    kind: str
    subject: str
    due: datetime
    account: Address | None = None
    place: Address | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    def event(self, now: datetime) -> Event:
        """The timer as what it is when it falls due: an event like any other."""
        account = self.account or NOBODY
        key = f"timer:{self.kind}:{self.subject}:{self.due.isoformat()}"
        data = {
            "kind": self.kind,
            "subject": self.subject,
            "due": self.due.isoformat(),
            "data": dict(self.data),
        }
        return Event(key, now, account, self.place or account, What.TIMER, data=data)

    @classmethod
    def of(cls, event: Event) -> "Timer":
        """The timer behind an event."""
        due = datetime.fromisoformat(event.data["due"])
        return cls(event.data["kind"], event.data["subject"], due, data=event.data["data"])


UNFINISHED = frozenset({"filing", "recording", "result", "quoting", "writing"})  # what holds somebody's words


@dataclass(slots=True)
class Dialogue:
    """What somebody is in the middle of, at one place; an empty name is: nothing."""

    name: str = ""
    step: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    def begin(self, name: str, step: str, /, **data: Any) -> None:
        """Start something else; what was there is gone."""
        under = self.data.get("under") if self.name == name else [self.name, self.step, self.data]
        self.name, self.step, self.data = name, step, data
        if under and under[0] in UNFINISHED:
            self.data["under"] = under

    def end(self) -> None:
        """Be in the middle of nothing."""
        self.name, self.step, self.data = self.data.get("under") or ("", "", {})


CODE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that looks like something else on paper
CODE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Invite:
    """A one-time code that binds whoever brings it to a unit, or shows that they are somebody we know."""

    code: str
    site: str
    unit: str = ""
    person: int | None = None  # the person it was made for; whoever brings it is them
    expires: datetime | None = None

    @property
    def joins(self) -> bool:
        """Whether somebody made it for another account of their own, with `join_code`."""
        return not self.site


@dataclass(frozen=True, slots=True)
class Resident:
    """A line of the owners' roster."""

    site: str
    unit: str
    name: str
    phone: str


@dataclass(slots=True)
class Task:
    """Something a person of the office has to do by hand; open until ticked."""

    kind: str  # call, undeliverable, binding, emergency-call …
    site: str
    opened: datetime
    case: str = ""
    person: int | None = None  # whom it is about
    data: dict[str, Any] = field(default_factory=dict)
    id: int = 0
    done: datetime | None = None
    done_by: int | None = None


@dataclass(slots=True)
class Survey:
    """One callback of one case: what was asked, what was answered, and what was not."""

    case: str
    person: int
    round: int
    state: str = "planned"  # planned, asked, answered, called, silent, cancelled
    answers: dict[str, str] = field(default_factory=dict)  # question key → score or words, "" = skipped
    asked: datetime | None = None
    ended: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Duty:
    """A line of the roster: who is on duty for a department, in a shift of a day."""

    site: str
    day: date
    shift: str
    department: str  # or a role, such as "monitoring"
    person: int


class Book(Protocol):
    """The office's book, open for one turn. What it hands out is locked until the turn is over."""

    # cases
    def case(self, number: str) -> Case | None: ...
    def cases_in_hand(self) -> Sequence[Case]: ...
    def case_of_draft(self, draft: str) -> Case | None: ...
    def jobs_of(self, handler: int) -> Sequence[Case]: ...
    def cases_of(self, person: int, limit: int = 10) -> Sequence[Case]: ...
    def open_of(self, person: int) -> Sequence[Case]: ...
    def open_case(self, case: Case, prefix: str, day: date) -> Case: ...
    def published(self, site: str, limit: int) -> Sequence[Entry]: ...
    def open_cases(self, site: str, until: datetime) -> Sequence[Case]: ...
    def opened_between(self, site: str, since: datetime, until: datetime) -> Sequence[Case]: ...
    def lately(self, site: str, days: tuple[str, str], since: datetime) -> Sequence[Case]: ...
    def hold(self, numbers: Collection[str]) -> None: ...
    def spoken_of(self, person: int) -> str: ...

    # people
    def person(self, id: int) -> Person | None: ...
    def with_phone(self, phone: str) -> Sequence[Person]: ...
    def staff(self, site: str, roles: frozenset[Role], department: str = "") -> Sequence[Person]: ...
    def keep(self, person: Person) -> None: ...
    def add(self, person: Person) -> Person: ...
    def leave(self, account: Address) -> Address | None: ...
    def merge(self, kept: Person, gone: Person) -> Person: ...
    def bind(self, person: int, home: Home, via: str, now: datetime) -> None: ...
    def residents(self, phone: str) -> Sequence[Resident]: ...
    def invite(self, code: str) -> Invite | None: ...
    def use_invite(self, code: str, person: int, now: datetime) -> None: ...
    def issue_invite(self, invite: Invite) -> None: ...
    def join_code(self, person: int, expires: datetime) -> str: ...
    def invite_home(self, site: str, unit: str, expires: datetime) -> str: ...

    # places
    def groups(self, site: str, department: str) -> Sequence[Group]: ...
    def group_at(self, place: Address) -> Group | None: ...
    def bind_group(self, group: Group) -> None: ...
    def move_group(self, old: Address, new: Address) -> None: ...
    def subject_at(self, place: Address, message: str) -> str: ...
    def key_at(self, place: Address, message: str) -> str: ...
    def stands_at(self, place: Address, message: str, slot: str) -> Address: ...
    def choices_at(self, place: Address, id: str = "") -> Sequence[tuple[Choice, ...]]: ...
    def in_dialogue(self, person: int) -> bool: ...

    # time and tasks
    def schedule(self, timer: Timer) -> None: ...
    def cancel(self, kind: str, subject: str) -> None: ...
    def task(self, id: int) -> Task | None: ...
    def open_task(self, task: Task) -> Task: ...
    def tasks(self, site: str, kind: str = "", case: str = "") -> Sequence[Task]: ...
    def survey(self, id: int) -> Survey | None: ...
    def survey_of(self, case: str) -> Survey | None: ...
    def plan_survey(self, survey: Survey) -> Survey: ...
    def being_asked(self, person: int) -> bool: ...
    def surveys_since(self, site: str, since: datetime) -> Sequence[Survey]: ...

    # the roster and the day's orders
    def duties(self, site: str, day: date, shift: str, department: str = "") -> Sequence[Duty]: ...
    def put_on_duty(self, duty: Duty) -> None: ...
    def take_off_duty(self, duty: Duty) -> None: ...
    def noted_between(self, site: str, what: str, since: datetime, until: datetime) -> Sequence[Case]: ...
    def cases_at(self, site: str, states: Collection[State]) -> Sequence[Case]: ...
