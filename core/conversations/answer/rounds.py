"""Rounds: how a case is closed, and how it is opened again."""

from typing import Any

from core.book import Survey
from core.case import Case
from core.conversations.above import superior
from core.conversations.answer import callbacks
from core.conversations.answer.calls import VERDICT_CALLS
from core.conversations.clock import ladder
from core.conversations.desk import desk
from core.conversations.work import card
from core.history import incidents
from core.turn import Turn

VERDICT_TIMERS = ("verdict", "explained")  # what is done about an owner who says nothing to an answer


def close(turn: Turn, case: Case, by: int | None) -> None:
    """Close on the owner's word, and plan the callback."""
    _end(turn, case, "accept", by)
    callbacks.plan(turn, case)


def close_explained(turn: Turn, case: Case, by: int | None, why: str, **data: Any) -> None:
    """Close with an explanation that was understood, or that nobody answered; that is no satisfaction (RE-5).

    Where work was done in an earlier round, that is called back as always.
    """
    _end(turn, case, "explained", by, why, **data)
    if case.result:
        callbacks.plan(turn, case)


def _end(turn: Turn, case: Case, step: str, by: int | None, why: str = "", **data: Any) -> None:
    case.move(step, turn.now, by, why, **data)
    case.closed = turn.now
    stop_waiting(turn, case)
    show(turn, case)


def stop_waiting(turn: Turn, case: Case) -> None:
    """The owner's word is there, or no longer waited for."""
    for kind in VERDICT_TIMERS:
        turn.book.cancel(kind, case.number)
    for kind in VERDICT_CALLS:
        desk.close_calls(turn, case, kind)


def reopen(
    turn: Turn, case: Case, by: int | None, during: Survey | None = None, why: str = "", **data: Any
) -> None:
    """Round + 1, back to the department with its superior; another handler is preferred, a callback is off."""
    incidents.come_back(case)
    before, case.closed = case.handler, None
    step = "reject" if case.department else "reject-answer"
    case.move(step, turn.now, by, why, before=before, **data)
    case.handler = None
    stop_waiting(turn, case)
    callbacks.cancel(turn, case, but=during)
    if case.urgent:
        ladder.sound(turn, case)
    superior.bring_in(turn, case)
    if case.department:
        card.show(turn, case, fresh=True)
    desk.show(turn, case, fresh=not case.department)


def show(turn: Turn, case: Case) -> None:
    """Show the case as it now is, in its department and at the desk."""
    if case.department:
        card.show(turn, case)
    desk.show(turn, case)
