"""What an owner was told, and when they are to hear again: a case that takes long is not a silent one (HA-5)."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from core.case import WORKING, Case, Entry, State
from core.history.entries import NEW_TIME, new_time
from core.policy import Sop
from core.policy.spans import Measure
from core.timing.clock import Clock
from core.timing.limits import rung_of
from core.timing.working import WorkingTime

WAITING = frozenset(
    {State.FILED, State.DISPATCHED, *WORKING, State.DONE}
)  # joined cases hear by way of their lead
TOLD = frozenset({"take", "go", "arrive", "desk-says", "news"})
_NAMED = NEW_TIME | {"promise": "until"}
_DAYTIME = frozenset({Measure.WORKING, Measure.WORKDAYS})  # measures that end while the office works


def was_told(entry: Entry, zone: ZoneInfo) -> bool:
    """Whether the owner heard from us with this; whatever else tells them something says so itself."""
    if entry.what in _NAMED:
        return named(entry, zone) is not None
    return entry.what in TOLD or bool(entry.data.get("told"))


def named(entry: Entry, zone: ZoneInfo) -> datetime | None:
    """The time the owner was told with it."""
    return new_time(entry, _NAMED.get(entry.what, ""), zone)


def silences(case: Case, zone: ZoneInfo) -> Iterator[tuple[int, int | None]]:
    """From which entry to which the owner waited and heard nothing; -1 is the filing, None lasts."""
    first = case.history[0].before if case.history else case.state
    since = -1 if first in WAITING else None
    for index, entry in enumerate(case.history):
        if since is not None and (entry.after not in WAITING or was_told(entry, zone)):
            yield since, index
            since = None
        if since is None and entry.after in WAITING:
            since = index
    if since is not None:
        yield since, None


def progress(case: Case, sop: Sop, working: WorkingTime) -> list[Clock]:
    """The deadline of the next word, and those that were not kept."""
    return [_clock(case, sop, working, *silence) for silence in silences(case, working.zone)]


def _clock(case: Case, sop: Sop, working: WorkingTime, begun: int, ended: int | None) -> Clock:
    history = case.history
    start, round = (history[begun].at, history[begun].round) if begun >= 0 else (case.opened, 1)
    due = next_word(start, history[begun] if begun >= 0 else None, sop, working)
    end = None if ended is None else history[ended].at
    ahead = working.ahead(start, due, sop.progress.ahead) if end is None else None
    every = rung_of(sop.progress.every, sop.clocks.rung)
    return Clock("progress", round, start, due, every, working, end, ahead=ahead)


def next_word(start: datetime, entry: Entry | None, sop: Sop, working: WorkingTime) -> datetime:
    """When the owner hears again: every so often, by the time they were told, but not too seldom even then."""
    rules = sop.progress
    due = working.due(start, rules.every)
    told = named(entry, working.zone) if entry else None
    if told and told > due:
        due = max(due, min(told, working.due(start, rules.at_most)))
    if rules.every.measure in _DAYTIME:
        return due
    return max(working.last_open(due), min(due, working.next_opening(start)))
