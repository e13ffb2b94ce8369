"""The clocks of a case, watched: whatever happened to it, it is looked at again when the next of them says so.

One timer a case. It is set at the end of every turn that touched the case, out of its history; when it falls due,
whatever is late by then is told, each step of a ladder once and the newest alone (DI-3). What was late is late even
if nobody looked in between.
"""

from collections.abc import Iterable
from datetime import datetime

from core.book import Timer
from core.case import Case
from core.clock import Clock, is_running, next_step, steps_due, told
from core.conversations.staff import deadlines, ladder
from core.turn import Turn

KIND = "clock"


def keep(turn: Turn) -> None:
    """Put every case this turn touched under its clocks again."""
    for case in turn.book.cases_in_hand():
        if case.unsaved:
            _set(turn, case)


def _set(turn: Turn, case: Case) -> None:
    found = deadlines.running(turn, case) if case.is_open else ()
    case.due = min((clock.due for clock in found), default=None)
    looks = [look for clock in found if (look := _next_look(turn, case, clock))]
    if looks:
        turn.after(Timer(KIND, case.number, max(min(looks), turn.now)))
    else:
        turn.book.cancel(KIND, case.number)


def _next_look(turn: Turn, case: Case, clock: Clock) -> datetime | None:
    steps = ladder.steps(turn, case, clock.name)
    return next_step(clock, turn.now, steps, told(case, clock))


def fall_due(turn: Turn, timer: Timer) -> None:
    """Tell whatever is late, and set the time of the next look."""
    case = turn.book.case(timer.subject)
    if case is None or not case.is_open:
        return
    for clock in _late(turn, case):
        steps = ladder.steps(turn, case, clock.name)
        step = steps_due(clock, turn.now, steps, told(case, clock))
        if step is not None:
            ladder.tell(turn, case, clock, steps[step])
            case.note("remind", turn.now, None, why=steps[step], clock=clock.name, step=step)
    _set(turn, case)


def _late(turn: Turn, case: Case) -> Iterable[Clock]:
    return [clock for clock in deadlines.of(turn, case) if is_running(clock, turn.now)]


TIMERS = {KIND: fall_due}
