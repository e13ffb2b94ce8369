"""What a card says besides: who else waits for the job (IN-14), and which superior was brought into it (RE-5)."""

from core.case import Case, State
from core.chat import Text, text
from core.conversations import sharing
from core.history import incidents
from core.turn import Turn

BROUGHT_IN = "superior"  # the entry that says who


def lines(turn: Turn, case: Case) -> tuple[Text, ...]:
    """A line each, where there is something to say."""
    return (*_others(case), *_superior(turn, case))


def _others(case: Case) -> tuple[Text, ...]:
    if case.state is State.JOINED:
        return (text("card-joined-to", lead=case.lead),)
    joined = incidents.members(case)
    return (text("card-also", count=len(joined), places=sharing.homes(case)),) if joined else ()


def _superior(turn: Turn, case: Case) -> tuple[Text, ...]:
    found = case.last(BROUGHT_IN)
    if found is None or found.round != case.round or not case.is_open:
        return ()
    people = (turn.book.person(id) for id in found.data["people"])
    names = "、".join(person.name for person in people if person and person.name)
    return (text("card-superior", names=names),) if names else ()
