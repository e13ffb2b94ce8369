"""A slow reference for clocks: what happens at random, walked through minute by minute."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from core.case import TRANSITIONS, Case, Entry, Kind, State
from core.policy import read_sop
from tests.core.stories import (
    DAY,
    HANGZHOU,
    MINUTE,
    OFFICE,
)

BEFORE_LUNCH = datetime(2026, 11, 17, 11, 30, tzinfo=HANGZHOU)
LIMITS: dict[str, Any] = {
    "deadlines": {
        "take": "8m",
        "take_urgent": "3m",
        "arrive": "9m",
        "arrive_urgent": "4m",
        "finish_urgent": "11m",
    },
    "clocks": {"minor": "12m", "ordinary": "25m", "reply": "20wm", "same_night": []},
}
IN_HOURS = LIMITS | {"clocks": LIMITS["clocks"] | {"minor": "12wm", "ordinary": "25wm"}}
BY_WALL, BY_HOURS = read_sop(LIMITS), read_sop(IN_HOURS)
NAMES_START = {
    "judge": {"file", "return", "split", "reject-answer"},
    "take": {"dispatch", "transfer", "reject"},
    "arrive": {"take", "go", "leave"},
    "finish": {"file", "split", "reject", "reject-answer"},
    "reply": {"file", "reject", "reject-answer"},
    "promise": {"promise"},
}
GIVEN_UP = {"join", "explain", "withdraw"}
NAMES_END = {
    "judge": {"dispatch", "transfer", "settle", "reply"} | GIVEN_UP,
    "take": {"take", "go", "transfer", "return"} | GIVEN_UP,
    "arrive": {"arrive", "finish", "transfer", "return"} | GIVEN_UP,
    "finish": {"finish", "settle", "reply"} | GIVEN_UP,
    "reply": {"reply", "promise", "explain", "withdraw"},
    "promise": {"promise", "reply", "explain", "accept", "explained", "withdraw"},
}
OWN_NOTES = {"file", "promise"}  # notes that start or end a clock; every other note by a step's name is none
PLAYED = ["pause", "pause", "resume", "promise", "urgent", "calm", "minor", "ordinary", "add", "reject"]
AGREED = ["delay", "appointment"]
Moves = list[tuple[int, bool, int, int]]


def play(moves: Moves, urgent: bool, notes: list[str], begun: int = 0) -> Case:
    """A case to which things happen at random, each some minutes after the last; often somebody has taken it."""
    case = Case("WJ-1", "wangjiang", BEFORE_LUNCH, Kind.COMPLAINT, 1, "吵", urgent=urgent)
    case.note("file", BEFORE_LUNCH, 99, urgent=urgent)
    at = BEFORE_LUNCH
    for what in ("dispatch", "take", "arrive")[:begun]:
        case.move(what, at, 1)
    for gap, step, which, length in moves:
        at += gap * MINUTE
        options = sorted(what for what, ways in TRANSITIONS.items() if case.state in ways) if step else notes
        if options:
            _happens(case, options[which % len(options)], step, at, at + length * MINUTE)
    return case


def _happens(case: Case, what: str, step: bool, at: datetime, until: datetime) -> None:
    if step:
        return case.move(what, at, 1)
    if what in {"urgent", "calm"}:
        return case.note("judge", at, 99, urgent=what == "urgent")
    if what in {"minor", "ordinary"}:
        return case.note("judge", at, 99, size=what)
    return case.note(what, at, 99, "reason", until=until.isoformat(), at=until.isoformat())


def lives(case: Case, name: str) -> Iterator[tuple[int, int | None]]:
    """From which entry to which a clock runs, by the names of the entries."""
    begun: int | None = None
    for index, entry in enumerate(case.history):
        if entry.by == 99 and entry.what not in OWN_NOTES:
            continue
        if entry.what == "promise" and (
            entry.after in {State.CLOSED, State.WITHDRAWN} or _time(entry) <= entry.at
        ):
            continue
        if begun is not None and entry.what in NAMES_END[name]:
            yield begun, index
            begun = None
        if begun is None and entry.what in NAMES_START[name]:
            begun = index
    if begun is not None:
        yield begun, None


def _time(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry.data["until"])


@lru_cache(100_000)
def _open(moment: datetime) -> bool:
    return OFFICE.is_working(moment)


class Walk:
    """One clock, walked minute by minute with what is left in hand."""

    def __init__(self, case: Case, name: str, begun: int, ended: int | None, working: bool) -> None:
        self.case, self.name, self.begun = case, name, begun
        self.entries = case.history[:ended]
        self.end = case.history[ended].at if ended is not None else None
        self.working = working or name == "reply"
        self.until: datetime | None = None  # a pause
        self.floor: datetime | None = None
        self.zero: datetime | None = None  # when nothing was left
        self.broken: datetime | None = None
        self.urgent = self._urgent()
        self.left = self._limit(case.history[begun].at)

    def _urgent(self) -> int | None:
        """The first of the unbroken row of judgements that say so."""
        since = None
        for index in reversed(range(len(self.entries))):
            said = self.entries[index].data.get("urgent")
            if said is False:
                break
            since = index if said else since
        return since

    def _limit(self, start: datetime) -> int:
        if self.name == "promise":
            self.working = False
            return (_time(self.case.history[self.begun]) - start) // MINUTE
        urgent = self.urgent is not None and self.urgent <= self.begun
        self.working = self.working and not urgent
        if self.name == "arrive" and (visit := self._visit(start)):
            return (visit - start) // MINUTE
        return self._urgent_limit() if urgent else self._usual_limit()

    def _usual_limit(self) -> int:
        sizes = [e.data["size"] for e in self.entries if "size" in e.data]
        finish = 12 if sizes and sizes[-1] == "minor" else 25
        return {"judge": 8, "take": 8, "arrive": 9, "finish": finish, "reply": 20}[self.name]

    def _urgent_limit(self) -> int:
        return {"judge": 3, "take": 3, "arrive": 4, "finish": 11, "reply": 20}[self.name]

    def _visit(self, start: datetime) -> datetime | None:
        made = None
        for index, entry in enumerate(self.entries[: self.begun]):
            if index == self.urgent or entry.round != self.case.history[self.begun].round:
                made = None
            elif entry.what == "appointment" and _time(entry) > entry.at:
                made = _time(entry)
        return made if made and made > start else None

    def walk(self) -> tuple[datetime, datetime | None]:
        """When it was due at last, and when it was first broken until a day after the last entry."""
        moment, index = self.case.history[self.begun].at, self.begun + 1
        last = self.end or self.case.history[-1].at + DAY
        while True:
            if self.until is not None and self.until <= moment:
                self.until = None
            while index < len(self.entries) and self.entries[index].at <= moment:
                self._meet(index, moment)
                index += 1
            if self.end == moment and index >= len(self.entries):
                self.until = None
            if self.until is None and self.left == 0:
                self.zero = self.zero or moment
            due = self._due()
            if due and due <= moment < last and self.until is None:
                self.broken = self.broken or due
            if due and index >= len(self.entries) and moment >= min(last, self.case.history[-1].at):
                return due, self.broken or (due if due < last else None)
            if self.until is None and self.left and (not self.working or _open(moment)):
                self.left -= 1
            moment += MINUTE

    def _due(self) -> datetime | None:
        return self.zero and max(self.zero, self.floor or self.zero)

    def _set(self, left: int) -> None:
        self.left, self.floor, self.zero = left, None, None

    def _meet(self, index: int, moment: datetime) -> None:
        entry = self.entries[index]
        if index == self.urgent:
            self._hurry(moment)
        if self.name not in {"arrive", "finish"}:
            return
        new = _time(entry) if "until" in entry.data and _time(entry) > moment else None
        if entry.by == 1 or entry.what == "resume":
            self.until = None
        elif new and entry.what == "pause":
            self.until = new
            due = self._due()
            self.zero = self.zero if due and due < moment else None
        elif new and self.name == "arrive" and entry.what in AGREED:
            self.until = None
            self._set((new - moment) // MINUTE)
        elif new and entry.what == "delay":
            self.until = None
            self.floor = max(new, self.floor or new)
        elif new and entry.what == "appointment":
            self.floor = max(new, self.floor or new)

    def _hurry(self, moment: datetime) -> None:
        self.until = None
        left, due = self.left, moment
        while left:
            left -= not self.working or _open(due)
            due += MINUTE
        self.left, self.working = (due - moment) // MINUTE, False
        due = max(self.zero or due, self.floor or due)
        urgent = self._urgent_limit() if self.name != "promise" else None
        if urgent is not None and moment + urgent * MINUTE < due:
            self._set(urgent)


happenings = st.lists(
    st.tuples(st.integers(0, 12), st.booleans(), st.integers(0, 40), st.integers(-2, 25)),
    min_size=1,
    max_size=25,
)
