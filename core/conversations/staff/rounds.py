"""Rounds: how a case is closed, and how it is opened again."""

from core.book import Survey
from core.case import Case
from core.chat import Say, choice, text
from core.conversations.staff import callbacks, card, desk, ladder
from core.people import Role
from core.turn import Turn


def close(turn: Turn, case: Case, by: int | None) -> None:
    """Close on the owner's word, and plan the callback."""
    case.move("accept", turn.now, by)
    case.closed = turn.now
    turn.book.cancel("verdict", case.number)
    desk.close_calls(turn, case, "verdict-call")
    show(turn, case)
    callbacks.plan(turn, case)


def reopen(turn: Turn, case: Case, by: int | None, during: Survey | None = None) -> None:
    """Round + 1, back to the department with its superior; another handler is preferred, a callback is off."""
    before, case.closed = case.handler, None
    case.move("reject" if case.department else "reject-answer", turn.now, by, before=before)
    case.handler = None
    turn.book.cancel("verdict", case.number)
    callbacks.cancel(turn, case, but=during)
    if case.urgent:
        ladder.sound(turn, case)
    if case.department:
        card.show(turn, case, fresh=True)
        _tell_superiors(turn, case)
    desk.show(turn, case, fresh=not case.department)


def _tell_superiors(turn: Turn, case: Case) -> None:
    words = text("superior-second-round", number=case.number, round=case.round)
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    for person in ladder.superiors(turn, case, turn.site_of(case), Role.SUPERVISOR):
        turn.tell(person, say)


def show(turn: Turn, case: Case) -> None:
    """Show the case as it now is, in its department and at the desk."""
    if case.department:
        card.show(turn, case)
    desk.show(turn, case)
