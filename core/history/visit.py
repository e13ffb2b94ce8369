"""What a case's history says about the visit: the time agreed with the owner, the times offered, a pause (DI-5, HA-4)."""

from datetime import datetime

from core.case import WORKING, Case, Entry, State
from core.history.entries import is_step, judged_urgent

AGREED, OFFER, PAUSE, RESUME = "appointment", "offer", "pause", "resume"
BEFORE = frozenset({State.DISPATCHED, State.TAKEN})  # nobody has been there yet


def agreed(case: Case) -> datetime | None:
    """When the owner expects somebody; a delay, an emergency and the visit itself put an end to it."""
    for entry in reversed(case.history):
        if entry.round != case.round or _ends_appointment(entry):
            return None
        if entry.what == AGREED:
            return datetime.fromisoformat(entry.data["at"])
    return None


def _ends_appointment(entry: Entry) -> bool:
    return entry.after not in BEFORE or entry.what == "delay" or _is_alarm(entry)


def offered(case: Case) -> tuple[datetime, ...]:
    """The times the owner can choose from: those last offered, unless the case has moved on since."""
    for entry in reversed(case.history):
        if entry.round != case.round or entry.after not in BEFORE or _gives_away(entry) or _is_alarm(entry):
            return ()
        if entry.what == OFFER:
            return tuple(datetime.fromisoformat(at) for at in entry.data["times"])
    return ()


def _gives_away(entry: Entry) -> bool:
    """Somebody else's times are no offer of whoever comes now."""
    return is_step(entry) and entry.what != "take"


def pausing(case: Case) -> Entry | None:
    """The pause the case is in: until it goes on, goes a step further, or another time is named."""
    for entry in reversed(case.history):
        if entry.what in {RESUME, "delay"} or is_step(entry) or _is_alarm(entry):
            return None
        if entry.what == PAUSE:
            return entry
    return None


def until(pause: Entry) -> datetime:
    """When it goes on by itself."""
    return datetime.fromisoformat(pause.data["until"])


def _is_alarm(entry: Entry) -> bool:
    return entry.what == "judge" and judged_urgent(entry) is True


def can_be_booked(case: Case) -> bool:
    """Whether a time for the visit can be agreed: nobody has been there, and nobody has to run."""
    return not case.urgent and case.state in BEFORE


def can_pause(case: Case) -> bool:
    """Whether the work can stand still."""
    return case.state in WORKING and pausing(case) is None


def can_go_on(case: Case) -> bool:
    """Whether it does."""
    return case.state in WORKING and pausing(case) is not None
