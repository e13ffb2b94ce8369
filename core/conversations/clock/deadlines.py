"""What a case is held to: its clocks, as its history and the site's procedure say."""

from datetime import datetime
from functools import reduce

from core.case import WORKING, Case, State
from core.chat import Text, text
from core.timing.clock import Clock, is_breached, is_paused
from core.timing.clocks import clocks
from core.turn import Turn

SHOWN = ("judge", "take", "arrive", "finish")  # what somebody is held to; the first that runs is on the card
TOLD_BY_STATE = frozenset({State.DISPATCHED, *WORKING})  # where the line about the state says it already


def of(turn: Turn, case: Case) -> tuple[Clock, ...]:
    """Every clock the case is or was under; several cards of a turn ask, and nothing happened in between."""
    key = (case.number, len(case.history), case.kind, case.urgent, case.channel, case.because, case.issue)
    found: tuple[Clock, ...] | None = turn.known.get(key)
    if found is None:
        found = turn.known[key] = clocks(case, turn.site_of(case).sop, turn.sites.working(case.site))
    return found


def running(turn: Turn, case: Case) -> tuple[Clock, ...]:
    """The clocks that have not ended; one may stand still."""
    return tuple(clock for clock in of(turn, case) if clock.ended is None)


def deadline(turn: Turn, case: Case) -> datetime | None:
    """What somebody is held to now: to judge it, take it, arrive or finish; in the site's time."""
    found = _first(running(turn, case))
    return turn.site_of(case).local(found.due) if found else None


def _first(clocks: tuple[Clock, ...]) -> Clock | None:
    by_name = {clock.name: clock for clock in clocks}
    return next((by_name[name] for name in SHOWN if name in by_name), None)


def held(turn: Turn, case: Case) -> tuple[Text, ...]:
    """In a line whatever else it is held to, what is late and what stands still; nothing where that is all."""
    found = running(turn, case) if case.is_open else ()
    first = _first(found) if case.state in TOLD_BY_STATE else None
    lines = [
        _one(turn, case, clock)
        for clock in sorted(found, key=lambda clock: clock.due)
        if clock.name != "progress" and (clock is not first or is_paused(clock, turn.now))
    ]
    if not lines:
        return ()
    return (text("held", clocks=reduce(lambda a, b: text("held-and", a=a, b=b), lines)),)


def _one(turn: Turn, case: Case, clock: Clock) -> Text:
    name, local = text(f"clock-{clock.name}"), turn.site_of(case).local
    if is_paused(clock, turn.now):
        until = next(end for start, end in clock.paused if start <= turn.now < end)
        return text("held-paused", name=name, due=local(until))
    key = "held-late" if is_breached(clock, turn.now) else "held-one"
    return text(key, name=name, due=local(clock.due))
