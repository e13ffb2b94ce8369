"""A case, its states, the one table of transitions, and its history.

Nothing closes a case as satisfied but the owner's word; whoever is dissatisfied opens a new round.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.chat import Attachment


class Kind(StrEnum):
    """What the owner came with."""

    COMPLAINT = "complaint"  # 投诉
    REPAIR = "repair"  # 报修
    ENQUIRY = "enquiry"  # 咨询
    HELP = "help"  # 求助
    SUGGESTION = "suggestion"  # 建议
    PRAISE = "praise"  # 表扬


JOBS = frozenset({Kind.COMPLAINT, Kind.REPAIR})  # the others are answered by the desk (IN-8)
VISITS = JOBS | {Kind.HELP}  # somebody may have to come: an address is asked for


class State(StrEnum):
    """Where a case stands."""

    FILED = "filed"  # with the desk, to be judged or answered
    DISPATCHED = "dispatched"  # in a department's group, nobody has it
    TAKEN = "taken"
    ON_SITE = "on-site"
    DONE = "done"  # the handler reported a result; the owner has not heard of it
    JOINED = "joined"  # part of an incident: waits for the job of the case it was joined to
    REPLIED = "replied"  # the owner has the answer and is asked for a verdict
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


WORKING = frozenset({State.TAKEN, State.ON_SITE})
ENDED = frozenset({State.CLOSED, State.WITHDRAWN})
OPEN = frozenset(State) - ENDED

_UNANSWERED = (State.FILED, State.DISPATCHED, *WORKING, State.JOINED, State.DONE)

TRANSITIONS: dict[str, dict[State, State]] = {
    "dispatch": {State.FILED: State.DISPATCHED},
    "take": {State.DISPATCHED: State.TAKEN},
    "go": {State.DISPATCHED: State.TAKEN},  # an emergency: on the way at once, the order afterwards (DI-6)
    "transfer": dict.fromkeys((State.FILED, State.DISPATCHED, *WORKING), State.DISPATCHED),
    "return": dict.fromkeys((State.DISPATCHED, *WORKING), State.FILED),
    "arrive": {State.TAKEN: State.ON_SITE},
    "leave": {State.ON_SITE: State.TAKEN},  # nobody at home: another visit is to come (HA-4)
    "finish": dict.fromkeys(WORKING, State.DONE),
    "settle": {State.FILED: State.DONE},  # solved on the spot, with its result (IN-7)
    "join": dict.fromkeys((State.FILED, State.DISPATCHED, *WORKING), State.JOINED),
    "split": {State.JOINED: State.FILED},
    "reply": dict.fromkeys((State.FILED, State.JOINED, State.DONE, State.REPLIED), State.REPLIED),
    "explain": dict.fromkeys(
        (*_UNANSWERED, State.REPLIED), State.REPLIED
    ),  # with its reason, instead of work
    "explained": {State.REPLIED: State.CLOSED},  # a documented explanation, and no answer to it (RE-5)
    "accept": {State.REPLIED: State.CLOSED},
    "reject": dict.fromkeys((State.REPLIED, State.CLOSED), State.DISPATCHED),
    "reject-answer": dict.fromkeys((State.REPLIED, State.CLOSED), State.FILED),
    "withdraw": dict.fromkeys(
        (State.FILED, State.DISPATCHED, *WORKING, State.JOINED, State.REPLIED), State.WITHDRAWN
    ),
}


class OutOfOrder(Exception):
    """The case has moved on: this can no longer, or not yet, be done."""

    def __init__(self, case: "Case", what: str) -> None:
        super().__init__(f"{case.number} is {case.state}: {what} does not follow")
        self.case = case


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a case's append-only history: who, when, from, to, why (RP-9)."""

    at: datetime
    by: int | None  # a person; None is the clock
    what: str
    before: State
    after: State
    round: int
    why: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Case:
    """One complaint, repair, enquiry, help request, suggestion or praise, from the first word to the last."""

    number: str
    site: str
    opened: datetime
    kind: Kind
    owner: int
    issue: str  # verbatim
    state: State = State.FILED
    round: int = 1
    category: str = ""
    class_: int | None = None
    urgent: bool = False
    because: tuple[str, ...] = ()
    department: str = ""
    handler: int | None = None
    unit: str = ""
    bound: bool = False  # the owner is known to live there
    name: str = ""
    phone: str = ""
    expectation: str = ""
    channel: str = ""  # by which it came: telegram, wechat …, or phone, letter … as a colleague recorded it
    way: str = ""  # by which the owner wants the answer; empty is: in the chat (RE-4)
    lead: str = ""  # the case whose job this one waits for, where several have one cause (IN-14)
    draft: str = ""  # the draft it was filed from: filing that twice gives this case
    media: tuple[Attachment, ...] = ()
    due: datetime | None = None  # the nearest of its deadlines, kept by the watch; to look cases up by
    closed: datetime | None = None
    history: list[Entry] = field(default_factory=list)
    unsaved: list[Entry] = field(default_factory=list, compare=False)

    def move(self, what: str, now: datetime, by: int | None, why: str = "", **data: Any) -> None:
        """Take the case one step along the table, on record.

        Raises:
            OutOfOrder: when the table has no such step from here.

        """
        after = TRANSITIONS[what].get(self.state)
        if after is None:
            raise OutOfOrder(self, what)
        before, self.state = self.state, after
        if what.startswith("reject"):
            self.round += 1
        self._record(Entry(now, by, what, before, after, self.round, why, data))

    def note(self, what: str, now: datetime, by: int | None, why: str = "", **data: Any) -> None:
        """Put on record what changes no state: words added, a delay, a chase, a look at the phone number."""
        self._record(Entry(now, by, what, self.state, self.state, self.round, why, data))

    def _record(self, entry: Entry) -> None:
        self.history.append(entry)
        self.unsaved.append(entry)

    def since(self, what: str) -> datetime | None:
        """When this last happened in the present round."""
        return next((e.at for e in reversed(self.history) if e.what == what and e.round == self.round), None)

    def last(self, what: str) -> Entry | None:
        """The newest entry of its kind."""
        return next((e for e in reversed(self.history) if e.what == what), None)

    @property
    def is_job(self) -> bool:
        """Whether somebody has to go and do something, without the desk saying so; a cry for help is no question."""
        return self.kind in JOBS or (self.urgent and self.kind is Kind.HELP)

    @property
    def result(self) -> Entry | None:
        """What was done last: reported by the handler, or recorded as solved on the spot."""
        return next((e for e in reversed(self.history) if e.what in {"finish", "settle"}), None)

    @property
    def is_open(self) -> bool:
        """Whether the circle is still open."""
        return self.state in OPEN


def with_media(case: Case, more: tuple[Attachment, ...]) -> None:
    """Add pictures to a case, keeping those it has."""
    case.media = case.media + tuple(a for a in more if a not in case.media)
