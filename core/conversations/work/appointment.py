"""约时间: a time for the visit is offered to the owner and agreed with them (DI-5).

handler: from when ─▶ owner chooses one, or says when it suits   (owner/visiting.py)
handler or desk, after a telephone call: the time agreed on      ─▶ on record, the owner has it in writing
"""

from datetime import datetime, timedelta

from core.book import Timer
from core.case import Case, State
from core.chat import Choice, Rows, Say, choice, text
from core.conversations import times
from core.conversations.access import allowed
from core.conversations.desk import desk
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, place_of
from core.conversations.work import delay, visit
from core.history.visit import AGREED, BEFORE, OFFER, agreed, can_be_booked, pausing
from core.rights import Action
from core.site import DESK
from core.turn import Turn

KIND = "visit"
A_MINUTE = timedelta(minutes=1)


def begin(turn: Turn, number: str) -> None:
    """From when could somebody come? An owner nobody can write to is called first."""
    case = _case(turn, number)
    if case is None:
        return
    owner = turn.book.person(case.owner)
    if owner is None or owner.account is None:
        return _by_phone(turn, case, "book-call-first")
    phoned = (choice("agreed-by-phone", "bookcall", number),)
    rows = (*times.offer(turn, case, "bookfrom", number, most=_most(turn, case)), phoned)
    wish = for_groups(case.expectation, case.name) or "—"
    return turn.reply("book-from", *rows, slot=f"book:{number}", number=number, wish=wish)


def _case(turn: Turn, number: str) -> Case | None:
    """The case, if a time can be agreed for it and this person, of the staff, may do so."""
    case = allowed(turn, number, Action.BOOK)
    if case is None:
        return None
    if not turn.who.roles(case.site):
        turn.answer_tap("not-yours", alert=True, number=number)
        return None
    if not can_be_booked(case):
        turn.answer_tap("moved-on", alert=True, number=number)
        return None
    return case


def _most(turn: Turn, case: Case) -> int:
    return turn.site_of(case).sop.visits.offered


def by_phone(turn: Turn, number: str) -> None:
    """They have agreed on the telephone: on which time?"""
    case = _case(turn, number)
    if case is not None:
        _by_phone(turn, case, "book-agreed")


def _by_phone(turn: Turn, case: Case, key: str) -> None:
    rows = times.offer(turn, case, "booked", case.number, least=A_MINUTE)
    wish = for_groups(case.expectation, case.name) or "—"
    turn.reply(key, *rows, slot=f"book:{case.number}", number=case.number, wish=wish)


def offer(turn: Turn, number: str, token: str) -> None:
    """The owner gets this time and the next ones, to choose from."""
    case, start = _case(turn, number), times.read(turn, token)
    if case is None:
        return None
    if start is None:
        return turn.answer_tap("time-gone", alert=True)
    rows = times.offer(turn, case, "visit", number, least=start - turn.now - A_MINUTE, most=_most(turn, case))
    moments = [times.read(turn, c.act.rpartition(":")[2]) for row in rows for c in row]
    case.note(OFFER, turn.now, turn.who.id, told=True, times=[at.isoformat() for at in moments if at])
    desk.tell_owner(turn, case, offered(case, rows))
    return turn.reply("book-offered", slot=f"book:{number}", number=number)


def offered(case: Case, rows: Rows) -> Say:
    """The times, as the owner has them."""
    words = text("visit-offer", number=case.number, place=place_of(case.unit))
    none = (choice("no-time-suits", "novisit", case.number),)
    return Say(words, (*rows, none), slot=f"visit:{case.number}", subject=case.number, fresh=True)


def enter(turn: Turn, number: str, token: str) -> None:
    """A time agreed by telephone, or one the owner asked for, entered by whoever comes or by the desk."""
    case, at = _case(turn, number), times.read(turn, token)
    if case is None:
        return None
    if at is None:
        return turn.answer_tap("time-gone", alert=True)
    agree(turn, case, at, "phone")
    turn.tell_id(case.owner, written(turn, case, at))
    when = turn.site_of(case).local(at)
    return turn.reply("book-kept", slot=f"book:{number}", number=number, at=when)


def agree(turn: Turn, case: Case, at: datetime, via: str) -> None:
    """On record; from now on the agreed time counts (HA-1), and everybody's card shows it."""
    local = turn.site_of(case).local(at)
    case.note(AGREED, turn.now, turn.who.id, why=f"{local:%m-%d %H:%M}", at=at.isoformat(), via=via)
    grace = turn.site_of(case).sop.visits.grace
    turn.after(Timer(KIND, case.number, at + grace, data={"at": at.isoformat()}))
    visit.update(turn, case)


def written(turn: Turn, case: Case, at: datetime) -> Say:
    """What was agreed, as the owner has it; they can ask to move it."""
    when = turn.site_of(case).local(at)
    words = text("visit-agreed", number=case.number, at=when)
    return Say(words, (move(case),), slot=f"visit:{case.number}", subject=case.number, fresh=True)


def move(case: Case) -> tuple[Choice, ...]:
    """改时间."""
    return (choice("move-visit", "vmove", case.number),)


def missed(turn: Turn, timer: Timer) -> None:
    """The agreed time has passed and nobody is there: the owner hears it, the handler is asked why (HA-4)."""
    case = turn.book.case(timer.subject)
    at = agreed(case) if case is not None and case.state in BEFORE else None
    if case is None or at is None or pausing(case) or at.isoformat() != timer.data["at"]:
        return
    number, when = case.number, turn.site_of(case).local(at)
    sorry = text("owner-visit-missed", number=number, at=when)
    desk.tell_owner(turn, case, Say(sorry, (move(case),), subject=number))
    handler = turn.book.person(case.handler) if case.handler else None
    words = text("visit-missed", number=number, at=when, handler=handler.name if handler else "—")
    look = (choice("see-card", "card", number),)
    turn.post(turn.site_of(case), DESK, Say(words, (look,), subject=number))
    rows = delay.reasons(turn, case) if case.state is State.TAKEN else (look,)
    visit.tell_handler(turn, case, Say(words, rows, subject=number))


TAPS = {"book": begin, "bookfrom": offer, "bookcall": by_phone, "booked": enter}
TIMERS = {KIND: missed}
EXTRAS = (Extra("book", "book", Action.BOOK, can_be_booked),)
