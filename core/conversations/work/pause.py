"""暂停: the work stands still for a reason and until a date; the completion clock with it (HA-4).

Supervisor and desk know, the owner gets explanation and date. At the date it goes on by itself, and those whose
business it is are told so.
"""

from datetime import datetime, timedelta

from core.book import Timer
from core.case import WORKING, Case
from core.chat import Choice, Rows, Say, choice, text
from core.conversations import times
from core.conversations.access import allowed
from core.conversations.desk import desk
from core.conversations.desk.more import Extra
from core.conversations.work import card, visit
from core.history.visit import PAUSE, RESUME, can_go_on, can_pause, pausing, until
from core.rights import Action
from core.site import DESK
from core.turn import Turn, rows_of

KIND = "resume"
A_DAY = timedelta(days=1)


def begin(turn: Turn, number: str) -> None:
    """First why."""
    case = _case(turn, number)
    if case is None:
        return
    names = turn.site_of(case).sop.pauses.reasons
    found = [choice(f"reason-{name}", "still", number, name) for name in names]
    turn.answer(card.here(turn, case, (*rows_of(found), _back(number))))


def why(turn: Turn, number: str, name: str) -> None:
    """Then until when."""
    case = _case(turn, number)
    if case is None:
        return
    if name not in turn.site_of(case).sop.pauses.reasons:
        return turn.answer_tap("moved-on", alert=True, number=number)
    return turn.answer(card.here(turn, case, (*_dates(turn, case, name), _back(number))))


def _case(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.PAUSE)
    return case if case is not None and visit.is_in_hand(turn, case) else None


def _back(number: str) -> tuple[Choice, ...]:
    return (choice("back", "card", number),)


def _dates(turn: Turn, case: Case, name: str) -> Rows:
    """The mornings on which it could go on."""
    found = [_morning(turn, case, length) for length in turn.site_of(case).sop.pauses.lengths]
    return rows_of(
        [times.button(turn, case, at, ("until", case.number, name)) for at in dict.fromkeys(found)], 2
    )


def _morning(turn: Turn, case: Case, length: timedelta) -> datetime:
    """The first time of a working day, so long from now; holidays are passed over."""
    site, working = turn.site_of(case), turn.sites.working(case.site)
    day = site.local(turn.now + length).date()
    while not working.is_workday(day) or working.at(day, min(site.sop.job.times)) <= turn.now:
        day += A_DAY
    return working.at(day, min(site.sop.job.times))


def stop(turn: Turn, number: str, name: str, token: str) -> None:
    """It stands still from now on."""
    case = _case(turn, number)
    if case is None:
        return None
    at = times.read(turn, token)
    if at is None or name not in turn.site_of(case).sop.pauses.reasons:
        return turn.answer_tap("moved-on", alert=True, number=number)
    put(turn, case, f"reason-{name}", at)
    turn.after(Timer(KIND, number, at))
    visit.update(turn, case)
    turn.answer_tap("paused", told=desk.told(turn, case))
    return _tell(turn, case, f"reason-{name}", at)


def put(turn: Turn, case: Case, reason: str, at: datetime) -> None:
    """On record: why, and until when at most."""
    turn.book.cancel(KIND, case.number)
    case.note(PAUSE, turn.now, turn.who.id, why=reason, until=at.isoformat())


def _tell(turn: Turn, case: Case, reason: str, at: datetime) -> None:
    due, number = turn.site_of(case).local(at), case.number
    told = text("owner-paused", number=number, why=text(reason), until=due)
    desk.tell_owner(turn, case, Say(told, subject=number))
    who, owner = turn.who.name or "—", desk.told(turn, case)
    words = text("staff-paused", number=number, who=who, why=text(reason), until=due, told=owner)
    say = Say(words, ((choice("see-card", "card", number),),), subject=number)
    visit.tell_heads(turn, case, say)
    turn.post(turn.site_of(case), DESK, say)


def resume(turn: Turn, number: str) -> None:
    """恢复: the clock runs again, from now."""
    case = _case(turn, number)
    if case is None:
        return None
    if pausing(case) is None:
        return turn.answer_tap("not-paused", alert=True, number=number)
    go_on(turn, case, turn.who.id)
    visit.update(turn, case)
    turn.answer_tap("resumed")
    return desk.tell_owner(turn, case, Say(text("owner-resumed", number=number), subject=number))


def go_on(turn: Turn, case: Case, by: int | None) -> None:
    """On record: it goes on."""
    turn.book.cancel(KIND, case.number)
    case.note(RESUME, turn.now, by, told=True)


def over(turn: Turn, timer: Timer) -> None:
    """The date has come: the clock runs again by itself, and handler and supervisor are told."""
    case = turn.book.case(timer.subject)
    pause = pausing(case) if case is not None and case.state in WORKING else None
    if case is None or pause is None or until(pause) > turn.now:
        return
    case.note(RESUME, turn.now, None)
    visit.update(turn, case)
    due = turn.site_of(case).local(until(pause))
    words = text("pause-over", number=case.number, why=text(pause.why), until=due)
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    visit.tell_handler(turn, case, say)
    visit.tell_heads(turn, case, say)


TAPS = {"pause": begin, "still": why, "until": stop, "resume": resume}
TIMERS = {KIND: over}
EXTRAS = (
    Extra("pause", "pause", Action.PAUSE, can_pause),
    Extra("resume", "resume", Action.PAUSE, can_go_on),
)
