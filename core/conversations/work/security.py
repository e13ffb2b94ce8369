"""Public order: a fight, a knife, a robbery goes to security at once and to the manager (TR-12).

If it is out of hand the card says to call the police, and that somebody did is on record.
"""

from core import duty
from core.case import Case
from core.chat import Say, choice, text
from core.conversations.access import allowed
from core.conversations.desk import desk
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, place_of
from core.conversations.work import card
from core.history import unrest
from core.people import Role
from core.rights import Action
from core.site import DESK
from core.turn import Turn
from core.understanding.plain import plain

ORDER = "order"  # the category


def watch_for(turn: Turn, case: Case) -> bool:
    """Whether it is one, by its words or as an emergency of order; the first time it is on record and the manager hears."""
    if case.category != ORDER or not case.is_job:
        return False
    said = plain(f"{case.issue} {' '.join(case.because)}")
    found = [word for word in turn.site_of(case).sop.security.words if word in said]
    seen = case.urgent or bool(found)
    if seen and case.last(unrest.SEEN) is None:
        case.note(unrest.SEEN, turn.now, None, words=found)
        _tell_manager(turn, case)
    return seen


def _tell_manager(turn: Turn, case: Case) -> None:
    """An emergency is told to the manager anyway, where the ladder says so."""
    if case.urgent and Role.MANAGER in turn.site_of(case).sop.ladder.emergency:
        return
    words = text(
        "security-alarm",
        number=case.number,
        place=place_of(case.unit),
        issue=for_groups(case.issue, case.name),
    )
    row = (choice("see-card", "card", case.number), choice("out-of-hand", "out-of-hand", case.number))
    for person in duty.seniors(turn, case.site):
        turn.tell(person, Say(words, (row,), subject=case.number))


def out_of_hand(turn: Turn, number: str) -> None:
    """情况失控: whom to call, and what to say; somebody taps when they did."""
    case = allowed(turn, number, Action.POLICE)
    if case is None:
        return None
    if _called(turn, case):
        return None
    if not case.is_open:
        return turn.answer_tap("moved-on", alert=True, number=number)
    site = turn.site_of(case)
    words = text(
        "call-police",
        number=number,
        police=site.sop.security.police,
        address=site.address or site.name,
        place=place_of(case.unit),
    )
    case.note("out-of-hand", turn.now, turn.who.id)
    row = (choice("police-called", "police", number), choice("back", "card", number))
    return turn.answer(Say(words, (row,), slot=f"police:{number}", subject=number, fresh=True))


def police(turn: Turn, number: str) -> None:
    """已报警: who and when is on record, the manager and the desk know."""
    case = allowed(turn, number, Action.POLICE)
    if case is None or _called(turn, case):
        return None
    if not case.is_open:
        return turn.answer_tap("moved-on", alert=True, number=number)
    case.note(unrest.CALLED, turn.now, turn.who.id)
    told = text(
        "police-told",
        number=number,
        who=turn.who.name or "—",
        at=turn.site_of(case).local(turn.now),
        place=place_of(case.unit),
    )
    turn.answer(Say(told, slot=f"police:{number}", subject=number))
    _tell_everybody(turn, case, Say(told, subject=number))
    if case.department:
        card.show(turn, case)
    return desk.show(turn, case)


def _called(turn: Turn, case: Case) -> bool:
    """Whether somebody called them already; then that is said."""
    entry = case.last(unrest.CALLED)
    if entry is None:
        return False
    person = turn.book.person(entry.by) if entry.by else None
    who, at = person.name if person else "—", turn.site_of(case).local(entry.at)
    turn.answer_tap("police-already", alert=True, who=who or "—", at=at)
    return True


def _tell_everybody(turn: Turn, case: Case, say: Say) -> None:
    site = turn.site_of(case)
    for person in duty.seniors(turn, site.id):
        if person.id != turn.who.id:
            turn.tell(person, say)
    turn.post(site, DESK, say)
    if case.department and case.department != DESK:
        turn.post(site, case.department, say)


EXTRAS = (Extra("out-of-hand", "out-of-hand", Action.POLICE, unrest.may_need_police),)
TAPS = {"out-of-hand": out_of_hand, "police": police}
