"""What happens at a site day by day, by the clock on its wall: a visible list, and one timer for each.

A timer sets itself anew when it falls due, for the next time after that moment: after an outage everything is
made up for once, never as often as it was missed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from core.book import Timer
from core.conversations.answer import promises
from core.conversations.clock import handover
from core.conversations.work import archive, dayorders
from core.policy import Sop
from core.site import Site, Sites
from core.timing.working import WorkingTime
from core.turn import Turn

Next = Callable[[Site, WorkingTime, datetime], datetime]


@dataclass(frozen=True, slots=True)
class Routine:
    """Something that happens again and again: when next, and what."""

    kind: str
    next: Next
    act: Callable[[Turn, Site], None]


def every_day(clock: Callable[[Sop], time]) -> Next:
    """Every day at a time of the procedure."""
    return lambda site, working, now: working.next_clock(now, clock(site.sop))


def every_workday(clock: Callable[[Sop], time]) -> Next:
    """Every day on which the office works."""

    def find(site: Site, working: WorkingTime, now: datetime) -> datetime:
        found = working.next_clock(now, clock(site.sop))
        while not working.is_workday(site.local(found).date()):
            found = working.next_clock(found, clock(site.sop))
        return found

    return find


def _next_shift(site: Site, working: WorkingTime, now: datetime) -> datetime:
    return working.shift_at(now).ends


ROUTINES = (
    Routine("shift", _next_shift, handover.change),
    Routine("opening", every_workday(lambda sop: sop.hours.start), promises.morning),
    Routine("filing", every_day(lambda sop: sop.orders.file), archive.morning),
    Routine("evening", every_day(lambda sop: sop.orders.evening), dayorders.evening),
)
_BY_KIND = {routine.kind: routine for routine in ROUTINES}


def first(sites: Sites, now: datetime) -> list[Timer]:
    """The timer of every routine of every site, to be set where it is missing."""
    return [_timer(routine, sites, site, now) for site in sites.values() for routine in ROUTINES]


def _timer(routine: Routine, sites: Sites, site: Site, now: datetime) -> Timer:
    return Timer(routine.kind, site.id, routine.next(site, sites.working(site.id), now))


def run(turn: Turn, timer: Timer) -> None:
    """Do it, and set the time of the next; at a site that is no longer ours it ends."""
    site = turn.sites.get(timer.subject)
    if site is None:
        return
    routine = _BY_KIND[timer.kind]
    turn.after(_timer(routine, turn.sites, site, turn.now))
    routine.act(turn, site)


TIMERS = dict.fromkeys(_BY_KIND, run)
