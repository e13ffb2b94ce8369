"""One deadline: what it says at a moment, and which step of its ladder is to be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.case import Case
from core.policy.spans import Limit
from core.timing.working import WorkingTime


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline of a case, running or ended."""

    name: str  # judge, take, arrive, finish, reply, promise, progress
    round: int
    started: datetime
    due: datetime  # while it is paused: as it will be if the pause lasts to its date
    every: Limit  # between two steps of the ladder once it is due
    working: WorkingTime  # by which these steps are counted
    ended: datetime | None = None
    paused: tuple[tuple[datetime, datetime], ...] = ()
    missed: tuple[datetime, ...] = ()  # what was due and had passed when another time was agreed
    ahead: datetime | None = None  # when whoever has to do something is told beforehand


# what a clock says


def breach(clock: Clock, now: datetime) -> datetime | None:
    """When it was first broken, as far as known by now; a step at the very second is in time."""
    until = now if clock.ended is None else min(now, clock.ended)
    return next((due for due in (*clock.missed, clock.due) if due < until), None)


def is_breached(clock: Clock, now: datetime) -> bool:
    """Whether it was ever broken; a new time agreed afterwards, or a late step, does not mend that."""
    return breach(clock, now) is not None


def is_paused(clock: Clock, now: datetime) -> bool:
    """Whether it stands still."""
    return any(start <= now < end for start, end in clock.paused)


def is_running(clock: Clock, now: datetime) -> bool:
    """Whether it has started, has not ended and does not stand still."""
    return clock.started <= now and (clock.ended is None or now < clock.ended) and not is_paused(clock, now)


def remaining(clock: Clock, now: datetime) -> timedelta:
    """How long until it is due, less than nothing afterwards; the same all through a pause and after the end."""
    at = now if clock.ended is None else min(now, clock.ended)
    return clock.due - next((end for start, end in clock.paused if start <= at < end), at)


# the ladder of a clock


def steps_due(clock: Clock, now: datetime, steps: Sequence[object], told: int = -1) -> int | None:
    """Which step of a ladder is to be told now: the newest alone, each once; None where there is none.

    The first step is due with the clock, the others `every` after one another, each when somebody may be told.
    """
    if not is_running(clock, now) or _when_told(clock, now) > now:
        return None
    newest = max((n for n in range(len(steps)) if step_at(clock, n) <= now), default=-1)
    return newest if newest > told else None


def step_at(clock: Clock, step: int) -> datetime:
    """When a step of the ladder is due, counted as the limit itself is (DI-3)."""
    wait = Limit(clock.every.span * step, clock.every.measure)
    return _when_told(clock, clock.working.due(clock.due, wait))


def _when_told(clock: Clock, moment: datetime) -> datetime:
    """Nobody is woken for a limit of days or of working time; what is counted in minutes waits for nothing."""
    return clock.working.next_told(moment, clock.every.measure)


def next_step(clock: Clock, now: datetime, steps: Sequence[object], told: int = -1) -> datetime | None:
    """When to look at it again; None once it has ended or every step is told."""
    if clock.ended is not None or told + 1 >= len(steps):
        return None
    pauses = (end for start, end in clock.paused if start <= now < end)
    due = max(step_at(clock, told + 1), next(pauses, clock.due))
    return due if _when_told(clock, now) == now else _when_told(clock, max(due, now))


def is_ahead(case: Case, clock: Clock, now: datetime) -> bool:
    """Whether it is time to tell somebody beforehand, once a clock."""
    at = next_ahead(case, clock, now)
    return at is not None and at <= now and is_running(clock, now)


def next_ahead(case: Case, clock: Clock, now: datetime) -> datetime | None:
    """When somebody is to be told beforehand; None where they were, or it is too late for that."""
    at = clock.ahead
    if at is None or clock.ended is not None or now >= clock.due or was_told_ahead(case, clock):
        return None
    return max([at, *(end for start, end in clock.paused if start <= at < end)])


def was_told_ahead(case: Case, clock: Clock) -> bool:
    """Whether somebody was told before it was due, by the "ahead" entries."""
    return any(
        e.what == "ahead" and e.data.get("clock") == clock.name and e.at >= clock.started
        for e in reversed(case.history)
    )


def told(case: Case, clock: Clock) -> int:
    """The newest step told of this clock, by the "remind" entries; -1: none, or none since the time was moved."""
    reminded = (e for e in case.history if e.what == "remind" and e.data.get("clock") == clock.name)
    return max((int(e.data.get("step", -1)) for e in reminded if e.at >= clock.due), default=-1)
