"""Clocks of a case, derived from its history and never patched: what is due, what was late, who is to be told.

A clock runs while the case lies in certain states, whatever brought it there: nothing transferred, declined or
unassigned is without one. Words added, chases, looks, notes and corrections are no steps and touch none. What a
clock says follows from the times on record, not from when somebody looked.

What the history must say: "file" with urgent, size ("minor", "ordinary"), same_night, received; "judge" with those
of urgent, size, same_night it changes; "appointment" with at; "delay" and "pause" with a reason and until; "resume";
"promise" with until; "remind" with clock and step, "ahead" with clock; "news", or told in the data of any other, for
what the owner heard (core/hearing.py). Times are ISO 8601.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.case import Case, Entry
from core.history.entries import (
    NEW_TIME,
    is_answer,
    is_judgement,
    is_step,
    judged_urgent,
    moment,
    new_time,
    promised,
)
from core.policy import Sop
from core.policy.spans import Limit
from core.timing import hearing
from core.timing.clock import Clock
from core.timing.course import Course
from core.timing.limits import Rule, limit_of, rules_of, rung_of, size_of, urgent_limit_of
from core.timing.working import WorkingTime


def clocks(case: Case, sop: Sop, working: WorkingTime) -> tuple[Clock, ...]:
    """Every clock the case is or was under, in the order in which they started."""
    judged = tuple((n, entry) for n, entry in enumerate(case.history) if is_judgement(entry))
    reading = _Reading(case, sop, working, judged)
    found = [reading.follow(rule, *life) for rule in rules_of(case, sop) for life in reading.lives(rule)]
    found += [*reading.promises(), *hearing.progress(case, sop, working)]
    return tuple(sorted(found, key=lambda clock: clock.started))


_ASKED = frozenset({"reply", "promise"})


@dataclass(frozen=True, slots=True)
class _Reading:
    """A case's history, read for its clocks."""

    case: Case
    sop: Sop
    working: WorkingTime
    judged: tuple[tuple[int, Entry], ...]  # what was judged, and as which entry

    def lives(self, rule: Rule) -> Iterator[tuple[int, int | None]]:
        """From which entry to which a clock ran; -1 is the filing, None is still running."""
        history = self.case.history
        first = history[0].before if history else self.case.state
        begun = -1 if first in rule.starts else None
        for index, entry in enumerate(history):
            if begun is not None and self._ends(rule, entry):
                yield begun, index
                begun = None
            if begun is None and is_step(entry) and entry.after in rule.starts:
                begun = index if rule.anew or entry.before not in rule.starts else None
        if begun is not None:
            yield begun, None

    def _ends(self, rule: Rule, entry: Entry) -> bool:
        if is_step(entry):
            return rule.anew or entry.after not in rule.runs
        return rule.answered and self._until(entry) is not None

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
        round = history[begun].round if begun >= 0 else 1
        every = rung_of(limit, self.sop.clocks.rung, urgent is not None)
        paused, missed = tuple(course.paused), tuple(course.missed)
        ahead = self._ahead(rule.name, start, course.due, end)
        return Clock(rule.name, round, start, course.due, every, self.working, end, paused, missed, ahead)

    def promises(self) -> list[Clock]:
        """A promise is a deadline until the owner is answered, or another is made before that (RE-3)."""
        found: list[Clock] = []
        made: Entry | None = None
        for entry in self.case.history:
            again = self._until(entry)
            if made and (again or is_answer(entry)):
                found.append(self._promise(made, entry.at))
            made = entry if again else None if is_answer(entry) else made
        return [*found, *([self._promise(made, None)] if made else [])]

    def _promise(self, entry: Entry, end: datetime | None) -> Clock:
        due = self._until(entry) or entry.at
        ahead = self._ahead("promise", entry.at, due, end)
        reply, rung = limit_of("reply", self.case, self.sop), self.sop.clocks.rung
        every = rung_of(reply, rung, self._urgent_since(None) is not None)
        return Clock("promise", entry.round, entry.at, due, every, self.working, end, ahead=ahead)

    def _until(self, entry: Entry) -> datetime | None:
        return promised(entry, self.working.zone)

    def _move(self, course: Course, rule: Rule, entry: Entry) -> None:
        """Let an entry stop, restart or move the clock, where it can."""
        if not rule.pauses:
            return
        new = self._new_time(entry)
        if entry.what == "resume" or is_step(entry) or (new and entry.what in rule.moved):
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
        filed = next((e for _, e in self.judged if e.what == "file"), None)
        received = (
            moment(filed.data.get("received"), self.working.zone) if filed and rule.from_received else None
        )
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
            at = self._new_time(entry) if entry.what == "appointment" else None
            if at and entry.round == self.case.history[begun].round:
                return at if at > self.case.history[begun].at else None
        return None

    def _held_to(
        self, rule: Rule, start: datetime, ended: int | None, urgent: bool
    ) -> tuple[Limit, datetime]:
        """The limit as judged before the clock ended, and when it is reached."""
        if not urgent:
            limit = limit_of(rule.name, self.case, self.sop, self._size(rule, ended))
            return limit, self.working.due(start, limit)
        limit = urgent_limit_of(rule.name, self.case, self.sop)
        own = self.sop.clocks
        if rule.name == "finish" and self._judged("same_night", ended, self._same_night()):
            return limit, max(self.working.next_clock(start, own.night_ends), start + own.night_least)
        return limit, self.working.due(start, limit)

    def _size(self, rule: Rule, ended: int | None) -> str:
        """How large a repair is, as judged, else as its words say."""
        if rule.name != "finish":
            return ""
        return str(self._judged("size", ended, "") or size_of(self.case.issue, self.sop))

    def _same_night(self) -> bool:
        """Whether the words that judged it speak of water or electricity (HA-2)."""
        words = self.sop.clocks.same_night
        return any(word in because.lower() for word in words for because in self.case.because)

    def _judged(self, what: str, ended: int | None, default: object) -> object:
        """What was last judged before the clock ended."""
        said = (e.data[what] for n, e in reversed(self.judged) if _is_before(n, ended) and what in e.data)
        return next(said, default)

    def _urgent_since(self, ended: int | None) -> int | None:
        """The entry since which it is an emergency; -1 from the first. A correction counts from the beginning."""
        since = -1 if self._urgent_at_first() else None
        for index, entry in self.judged:
            urgent = judged_urgent(entry) if _is_before(index, ended) else None
            if urgent is not None:
                since = None if not urgent else index if since is None else since
        return since

    def _urgent_at_first(self) -> bool:
        for _, entry in self.judged:
            urgent = judged_urgent(entry)
            if urgent is not None:
                return urgent if entry.what == "file" else not urgent
        return self.case.urgent

    def _new_time(self, entry: Entry) -> datetime | None:
        return new_time(entry, NEW_TIME.get(entry.what, ""), self.working.zone)

    def _ahead(self, name: str, start: datetime, due: datetime, end: datetime | None) -> datetime | None:
        """When the desk is told that an answer is due soon (RE-3)."""
        asked = end is None and name in _ASKED
        return self.working.ahead(start, due, self.sop.replies.ahead) if asked else None


def _is_before(index: int, ended: int | None) -> bool:
    return ended is None or index < ended
