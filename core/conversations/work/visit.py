"""Who goes, and what the visit should be like: the handler's own card, with the words for it once a day (HA-8)."""

from typing import Any

from core import duty
from core.case import WORKING, Case
from core.chat import Say
from core.conversations.desk import desk
from core.conversations.work import card, holder
from core.turn import Turn


def hand_over(turn: Turn, case: Case, said: str) -> None:
    """The whole name and number, to the handler alone; each look is on record (DI-1)."""
    first = _is_first_today(turn, case)
    if not turn.tell(turn.who, card.private(turn, case, briefing=first)):
        return turn.answer_tap("start-first", alert=True)
    given: dict[str, Any] = {card.BRIEFED: True} if first else {}
    case.note("look", turn.now, turn.who.id, **given)
    return turn.answer_tap(said)


def _is_first_today(turn: Turn, case: Case) -> bool:
    """The words for the visit go with the first job of the handler's day, by the site's own clock."""
    day = turn.site_of(case).local(turn.now).date().isoformat()
    if turn.who.briefed == day or turn.who.account is None:
        return False
    turn.keep_person(briefed=day)
    return True


# what everything about a visit shares


def update(turn: Turn, case: Case) -> None:
    """Every card of the case shows how it now stands."""
    if case.department:
        card.show(turn, case)
    desk.show(turn, case)
    if has_handler(turn, case):
        turn.tell_id(case.handler, card.private(turn, case, fresh=False))


def has_handler(turn: Turn, case: Case) -> bool:
    """Whether somebody has the job who still works here."""
    return case.state in WORKING and holder.of(turn, case) is not None


def tell_handler(turn: Turn, case: Case, say: Say) -> None:
    """Tell whoever has the job; where nobody has it any more, their department."""
    reached = has_handler(turn, case) and turn.tell_id(case.handler, say)
    if not reached and case.department:
        turn.post(turn.site_of(case), case.department, say)


def tell_heads(turn: Turn, case: Case, say: Say) -> None:
    """Tell those who head the department the case lies with, else the manager, unless it is they who spoke."""
    for person in duty.heads(turn, case.site, case.department):
        if person.id != turn.who.id:
            turn.tell(person, say)


def is_in_hand(turn: Turn, case: Case) -> bool:
    """Whether somebody is at work on it; else whoever tapped is told that it moved on."""
    if case.state in WORKING:
        return True
    turn.answer_tap("moved-on", alert=True, number=case.number)
    return False
