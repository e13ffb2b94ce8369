"""The guard before every action on a case: the right is asked now, whatever the button looked like (PE-1)."""

from core.case import Case
from core.people import Action, may
from core.turn import Turn


def allowed(turn: Turn, number: str, action: Action) -> Case | None:
    """The case, locked, if this person may do this to it; else they are told so, politely."""
    case = turn.book.case(number)
    if case is None:
        turn.answer_tap("case-unknown", alert=True, number=number)
        return None
    if not may(turn.who, action, case):
        turn.answer_tap("not-yours", alert=True, number=number)
        return None
    return case
