"""Whoever has a job, as long as they still work here; else it is nobody's, and a colleague may take it (PE-1, DI-3)."""

from core.case import WORKING, Case
from core.chat import Say
from core.people import Person
from core.rights import Relation, relations
from core.turn import Turn


def of(turn: Turn, case: Case) -> Person | None:
    """The handler, if they still are one by their posts."""
    person = turn.book.person(case.handler) if case.handler else None
    return person if person is not None and Relation.HANDLER in relations(person, case) else None


def tell(turn: Turn, case: Case, say: Say) -> bool:
    """Speak to the handler in private; False where there is none any more, or they cannot be written to."""
    person = of(turn, case)
    return person is not None and turn.tell(person, say)


def is_missing(turn: Turn, case: Case) -> bool:
    """Whether it is in the hands of somebody who is no longer here."""
    return case.state in WORKING and of(turn, case) is None
