"""The clocks of a case, watched: whatever happened to it, it is looked at again when the next of them says so.

One timer a case. It is set at the end of every turn that touched the case, out of its history; when it falls due,
whatever is late by then is told, each step of a ladder once and the newest alone (DI-3), and whoever has something
to do soon is told beforehand, once. What was late is late even if nobody looked in between.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from core.book import Timer
from core.case import Case
from core.chat import Rows
from core.conversations.answer import promises
from core.conversations.clock import deadlines, ladder
from core.conversations.work import progress
from core.timing.clock import Clock, is_ahead, is_running, next_ahead, next_step, steps_due, told
from core.turn import Turn

KIND = "clock"
BEFOREHAND: Mapping[str, Callable[[Turn, Case, Clock], None]] = {
    "reply": promises.remind,
    "promise": promises.remind,
    "progress": progress.ask,
}
ROWS: Mapping[str, Callable[[Case], Rows]] = {"reply": promises.rows, "promise": promises.rows}


def keep(turn: Turn) -> None:
    """Put every case this turn touched under its clocks again."""
    for case in turn.book.cases_in_hand():
        if case.unsaved:
            progress.relay(turn, case)
            _set(turn, case)


def _set(turn: Turn, case: Case) -> None:
    found = deadlines.running(turn, case) if case.is_open else ()
    case.due = min((clock.due for clock in found), default=None)
    looks = [look for clock in found for look in _looks(turn, case, clock)]
    if looks:
        turn.after(Timer(KIND, case.number, max(min(looks), turn.now)))
    else:
        turn.book.cancel(KIND, case.number)


def _looks(turn: Turn, case: Case, clock: Clock) -> list[datetime]:
    """When to look at a clock again: before it is due, and when the next step is."""
    ahead = next_ahead(case, clock, turn.now)
    step = next_step(clock, turn.now, _steps(turn, case, clock), told(case, clock))
    if step and clock.name == "progress":
        step = _by_day(turn, case, step)
    return [look for look in (ahead and _by_day(turn, case, ahead), step) if look]


def _by_day(turn: Turn, case: Case, moment: datetime) -> datetime:
    """Nobody is asked for news while the office is closed, and no owner is told that there are none."""
    return turn.sites.working(case.site).next_opening(max(moment, turn.now))


def fall_due(turn: Turn, timer: Timer) -> None:
    """Tell whatever is late, or soon will be, and set the time of the next look."""
    case = turn.book.case(timer.subject)
    if case is None or not case.is_open:
        return
    open_ = turn.sites.working(case.site).is_working(turn.now)
    for clock in [clock for clock in deadlines.running(turn, case) if is_running(clock, turn.now)]:
        if open_ and is_ahead(case, clock, turn.now):
            BEFOREHAND[clock.name](turn, case, clock)
            case.note("ahead", turn.now, None, clock=clock.name)
        elif open_ or clock.name != "progress":
            _tell(turn, case, clock)
    _set(turn, case)


def _tell(turn: Turn, case: Case, clock: Clock) -> None:
    steps = _steps(turn, case, clock)
    step = steps_due(clock, turn.now, steps, told(case, clock))
    if step is None:
        return
    if clock.name == "progress":
        progress.overdue(turn, case, clock)
    else:
        rows = ROWS[clock.name](case) if clock.name in ROWS else ()
        ladder.tell(turn, case, clock, steps[step], rows)
    case.note("remind", turn.now, None, why=steps[step], clock=clock.name, step=step)


def _steps(turn: Turn, case: Case, clock: Clock) -> Sequence[str]:
    """The owner of a long case hears at once, whoever else does."""
    return ("owner",) if clock.name == "progress" else ladder.steps(turn, case, clock.name)


TIMERS = {KIND: fall_due}
