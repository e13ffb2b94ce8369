"""Clocks of a case, derived from its history and never patched: what is due, what was late, who is to be told.

A clock runs while the case lies in certain states, whatever brought it there: nothing transferred, declined or
unassigned is without one. Words added, chases, looks, notes and corrections are no steps and touch none. What a
clock says follows from the times on record, not from when somebody looked.

What the history must say: "file" with urgent, size ("minor", "ordinary"), same_night, received; "judge" with those
of urgent, size, same_night it changes; "appointment" with at; "delay" and "pause" with a reason and until; "resume";
"promise" with until; "remind" with clock and step. Times are ISO 8601.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.case import ENDED, TRANSITIONS, WORKING, Case, Entry, State
from core.clock import Clock
from core.course import Course
from core.policy import Sop
from core.spans import Limit
from core.working import WorkingTime

_FAR = timedelta(days=3660)  # a new time further ahead is a slip of the pen

# the rules


@dataclass(frozen=True, slots=True)
class Rule:
    """When a clock starts, ends, stands still and is moved.

    It starts on entering `starts` and ends on leaving `runs`; with `anew` a step that stays inside starts another.
    """

    name: str
    starts: frozenset[State]
    runs: frozenset[State]
    anew: bool = False
    answered: bool = False  # a promise ends it: from there on the promise is the deadline (RE-3)
    pauses: bool = False
    moved: frozenset[str] = frozenset()  # entries that agree on another time for it
    later_in: frozenset[State] = frozenset()  # states in which these only ever make it later
    from_received: bool = False  # counts from when the owner was first heard, before it was recorded (IN-6)


_WORK = frozenset({State.DISPATCHED, *WORKING})
_UNDONE = frozenset({State.FILED, *_WORK})
_UNANSWERED = frozenset({*_UNDONE, State.DONE})
_FILED, _DISPATCHED, _TAKEN = (frozenset({s}) for s in (State.FILED, State.DISPATCHED, State.TAKEN))
_NEW = {
    "appointment": "at",
    "delay": "until",
    "pause": "until",
}  # entry → where in its data the new time stands

JUDGE = Rule("judge", _FILED, _FILED)
TAKE = Rule("take", _DISPATCHED, _DISPATCHED, anew=True)
ARRIVE = Rule("arrive", _TAKEN, _TAKEN, pauses=True, moved=frozenset({"appointment", "delay"}))
FINISH = Rule(
    "finish",
    _UNDONE,
    _UNDONE,
    pauses=True,
    moved=frozenset({"delay"}),  # and an appointment, before which nothing can be finished
    later_in=_TAKEN,  # there a delay is one of the visit
    from_received=True,
)
MADE_A_JOB = replace(FINISH, starts=_WORK)
REPLY = Rule("reply", _UNANSWERED, _UNANSWERED, answered=True, from_received=True)


def rules_of(case: Case, sop: Sop) -> tuple[Rule, ...]:
    """The clocks a case is under; whoever waits for work is not owed words besides (RE-2, HA-2)."""
    finish = FINISH if case.is_job else MADE_A_JOB
    return JUDGE, TAKE, ARRIVE, finish, *((REPLY,) if case.kind in sop.clocks.reply_to else ())


def _limit(name: str, case: Case, sop: Sop, size: str) -> Limit:
    deadlines, own = sop.deadlines, sop.clocks
    return {
        "judge": Limit(deadlines.take) if case.is_job else own.answer,
        "take": Limit(deadlines.take),
        "arrive": Limit(deadlines.arrive),
        "finish": own.minor if size == "minor" else own.ordinary,
        "reply": own.letter if case.channel in own.letters else own.reply,
    }[name]


def _urgent_limit(name: str, case: Case, sop: Sop) -> Limit:
    deadlines = sop.deadlines
    spans = {
        "judge": deadlines.take_urgent,
        "take": deadlines.take_urgent,
        "arrive": deadlines.arrive_urgent,
        "finish": deadlines.finish_urgent,
    }
    return Limit(spans[name]) if name in spans else _limit(name, case, sop, "").by_wall


# derived


def clocks(case: Case, sop: Sop, working: WorkingTime) -> tuple[Clock, ...]:
    """Every clock the case is or was under, in the order in which they started."""
    reading = _Reading(case, sop, working)
    found = [reading.follow(rule, *life) for rule in rules_of(case, sop) for life in reading.lives(rule)]
    found += reading.promises()
    return tuple(sorted(found, key=lambda clock: clock.started))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A case's history, read for its clocks."""

    case: Case
    sop: Sop
    working: WorkingTime

    def lives(self, rule: Rule) -> Iterator[tuple[int, int | None]]:
        """From which entry to which a clock ran; -1 is the filing, None is still running."""
        history = self.case.history
        first = history[0].before if history else self.case.state
        begun = -1 if first in rule.starts else None
        for index, entry in enumerate(history):
            if begun is not None and self._ends(rule, entry):
                yield begun, index
                begun = None
            if begun is None and _is_step(entry) and entry.after in rule.starts:
                begun = index if rule.anew or entry.before not in rule.starts else None
        if begun is not None:
            yield begun, None

    def _ends(self, rule: Rule, entry: Entry) -> bool:
        if _is_step(entry):
            return rule.anew or entry.after not in rule.runs
        return rule.answered and self._promised(entry) is not None

    def follow(self, rule: Rule, begun: int, ended: int | None) -> Clock:
        """One clock from its start to its end, entry by entry; what is judged after its end is not its business."""
        history, start = self.case.history, self._start(rule, begun)
        urgent = self._urgent_since(ended)
        limit, due = self._first(rule, begun, ended, urgent)
        course = Course(self.working, limit.measure, due)
        for index in range(begun + 1, len(history) if ended is None else ended):
            if index == urgent:
                limit, due = self._held_to(rule, history[index].at, ended, True)
                course.hurry(history[index].at, due)
            self._move(course, rule, history[index])
        end = None if ended is None else history[ended].at
        course.end(end)
        round, every = history[begun].round if begun >= 0 else 1, min(limit.span, self.sop.clocks.rung)
        paused, missed = tuple(course.paused), tuple(course.missed)
        return Clock(rule.name, round, start, course.due, every, end, paused, missed)

    def promises(self) -> list[Clock]:
        """A promise is a deadline until the owner is answered, or another is made before that (RE-3)."""
        found: list[Clock] = []
        made: Entry | None = None
        for entry in self.case.history:
            again = self._promised(entry)
            if made and (again or _is_answer(entry)):
                found.append(self._promise(made, entry.at))
            made = entry if again else None if _is_answer(entry) else made
        return [*found, *([self._promise(made, None)] if made else [])]

    def _promise(self, entry: Entry, end: datetime | None) -> Clock:
        due = self._promised(entry) or entry.at
        return Clock("promise", entry.round, entry.at, due, self.sop.clocks.rung, end)

    def _promised(self, entry: Entry) -> datetime | None:
        open_ = entry.what == "promise" and entry.after not in ENDED
        return self._new_time(entry, "until") if open_ else None

    def _move(self, course: Course, rule: Rule, entry: Entry) -> None:
        """Let an entry stop, restart or move the clock, where it can."""
        if not rule.pauses:
            return
        new = self._new_time(entry, _NEW.get(entry.what, ""))
        if entry.what == "resume" or _is_step(entry) or (new and entry.what in rule.moved):
            course.go_on(entry.at)
        if new and entry.what == "pause":
            course.stop(entry.at, new)
        elif new:
            outright = entry.what in rule.moved and entry.after not in rule.later_in
            (course.agree if outright else course.allow)(entry.at, new)

    # what it is held to

    def _start(self, rule: Rule, begun: int) -> datetime:
        """From the step that started it; what waits for the owner's sake, from when the owner was first heard."""
        if begun >= 0:
            return self.case.history[begun].at
        filed = next((e for e in self.case.history if e.what == "file"), None)
        received = _moment(filed.data.get("received"), self.working) if filed and rule.from_received else None
        return min(received or self.case.opened, self.case.opened)

    def _first(self, rule: Rule, begun: int, ended: int | None, urgent: int | None) -> tuple[Limit, datetime]:
        start = self._start(rule, begun)
        limit, due = self._held_to(rule, start, ended, urgent is not None and urgent <= begun)
        visit = self._appointment(begun, urgent) if "appointment" in rule.moved else None
        return limit, visit or due

    def _appointment(self, begun: int, urgent: int | None) -> datetime | None:
        """An appointment already agreed in this round, unless it has passed or an emergency came between."""
        for index in range(begun - 1, -1 if urgent is None else urgent, -1):
            entry = self.case.history[index]
            at = self._new_time(entry, "at") if entry.what == "appointment" else None
            if at and entry.round == self.case.history[begun].round:
                return at if at > self.case.history[begun].at else None
        return None

    def _held_to(
        self, rule: Rule, start: datetime, ended: int | None, urgent: bool
    ) -> tuple[Limit, datetime]:
        """The limit as judged before the clock ended, and when it is reached."""
        if not urgent:
            limit = _limit(rule.name, self.case, self.sop, str(self._judged("size", ended, "")))
            return limit, self.working.due(start, limit)
        limit = _urgent_limit(rule.name, self.case, self.sop)
        own = self.sop.clocks
        if rule.name == "finish" and self._judged("same_night", ended, self._same_night()):
            return limit, max(self.working.next_clock(start, own.night_ends), start + own.night_least)
        return limit, self.working.due(start, limit)

    def _same_night(self) -> bool:
        """Whether the words that judged it speak of water or electricity (HA-2)."""
        words = self.sop.clocks.same_night
        return any(word in because.lower() for word in words for because in self.case.because)

    def _judged(self, what: str, ended: int | None, default: object) -> object:
        """What was last judged before the clock ended."""
        said = (e.data[what] for e in self.case.history[:ended] if e.what in _JUDGED and what in e.data)
        return next(iter([*said][-1:]), default)

    def _urgent_since(self, ended: int | None) -> int | None:
        """The entry since which it is an emergency; -1 from the first. A correction counts from the beginning."""
        since = -1 if self._urgent_at_first() else None
        for index, entry in enumerate(self.case.history[:ended]):
            urgent = _judged_urgent(entry)
            if urgent is not None:
                since = None if not urgent else index if since is None else since
        return since

    def _urgent_at_first(self) -> bool:
        for entry in self.case.history:
            urgent = _judged_urgent(entry)
            if urgent is not None:
                return urgent if entry.what == "file" else not urgent
        return self.case.urgent

    def _new_time(self, entry: Entry, key: str) -> datetime | None:
        """A time that was agreed or named: it lies ahead, and a delay or a pause has a reason (HA-4)."""
        new = _moment(entry.data.get(key), self.working) if key else None
        if new is None or (entry.what in _REASONED and not entry.why):
            return None
        return new if entry.at < new < entry.at + _FAR else None


_JUDGED = frozenset({"file", "judge"})
_REASONED = frozenset({"pause", "delay"})


def _is_step(entry: Entry) -> bool:
    """Whether the case went on; a note by the same name is none."""
    return entry.before is not entry.after or TRANSITIONS.get(entry.what, {}).get(entry.before) is entry.after


def _is_answer(entry: Entry) -> bool:
    return _is_step(entry) and entry.after in {State.REPLIED, *ENDED}


def _judged_urgent(entry: Entry) -> bool | None:
    if entry.what not in _JUDGED:
        return None
    return bool(entry.data["urgent"]) if "urgent" in entry.data else True if entry.why == "urgent" else None


def _moment(value: object, working: WorkingTime) -> datetime | None:
    """A moment as the record has it; where it names no zone it is the site's."""
    try:
        read = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return read.replace(tzinfo=working.zone) if read and read.tzinfo is None else read
