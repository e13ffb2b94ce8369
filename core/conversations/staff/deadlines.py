"""What a case is held to: its clocks, as its history and the site's procedure say."""

from datetime import datetime

from core.case import Case
from core.clock import Clock
from core.clocks import clocks
from core.turn import Turn

SHOWN = ("judge", "take", "arrive", "finish")  # what somebody is held to; the first that runs is on the card


def of(turn: Turn, case: Case) -> tuple[Clock, ...]:
    """Every clock the case is or was under."""
    return clocks(case, turn.site_of(case).sop, turn.sites.working(case.site))


def running(turn: Turn, case: Case) -> tuple[Clock, ...]:
    """The clocks that have not ended; one may stand still."""
    return tuple(clock for clock in of(turn, case) if clock.ended is None)


def deadline(turn: Turn, case: Case) -> datetime | None:
    """What somebody is held to now: to judge it, take it, arrive or finish; in the site's time."""
    due = {clock.name: clock.due for clock in running(turn, case)}
    found = next((due[name] for name in SHOWN if name in due), None)
    return turn.site_of(case).local(found) if found else None
