"""A line of a case's history, read: whether it is a step, what was judged with it, which time it names."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.case import ENDED, TRANSITIONS, Entry, State

_FAR = timedelta(days=3660)  # a new time further ahead is a slip of the pen
_REASONED = frozenset({"pause", "delay"})
_JUDGED = frozenset({"file", "judge"})
_ANSWERED = frozenset({State.REPLIED, *ENDED})
NEW_TIME = {"appointment": "at", "delay": "until", "pause": "until"}  # entry → where its new time stands


def is_step(entry: Entry) -> bool:
    """Whether the case went on; a note by the same name is none."""
    return entry.before is not entry.after or TRANSITIONS.get(entry.what, {}).get(entry.before) is entry.after


def is_answer(entry: Entry) -> bool:
    """Whether the owner has what they waited for."""
    return is_step(entry) and entry.after in _ANSWERED


def is_judgement(entry: Entry) -> bool:
    """Whether urgency or size may have been judged with it."""
    return entry.what in _JUDGED


def judged_urgent(entry: Entry) -> bool | None:
    """What it says about an emergency, if anything."""
    if entry.what not in _JUDGED:
        return None
    return bool(entry.data["urgent"]) if "urgent" in entry.data else True if entry.why == "urgent" else None


def new_time(entry: Entry, key: str, zone: ZoneInfo) -> datetime | None:
    """A time that was agreed or named: it lies ahead, and a delay or a pause has a reason (HA-4)."""
    new = moment(entry.data.get(key), zone) if key else None
    if new is None or (entry.what in _REASONED and not entry.why):
        return None
    return new if entry.at < new < entry.at + _FAR else None


def promised(entry: Entry, zone: ZoneInfo) -> datetime | None:
    """Until when the owner was promised an answer (RE-3)."""
    if entry.what != "promise" or entry.after in ENDED:
        return None
    return new_time(entry, "until", zone)


def moment(value: object, zone: ZoneInfo) -> datetime | None:
    """A moment as the record has it; where it names no zone it is the site's."""
    try:
        read = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return read.replace(tzinfo=zone) if read and read.tzinfo is None else read
