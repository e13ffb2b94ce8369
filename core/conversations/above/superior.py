"""Who above a case is brought in with its second round, its third, and any later one (RE-5)."""

from core.case import Case
from core.chat import Say, choice, text
from core.conversations.clock import ladder
from core.conversations.work import besides
from core.people import Person, Role
from core.site import DESK
from core.turn import Turn


def bring_in(turn: Turn, case: Case) -> None:
    """The superior is told, is named on the card, and so is on record; where nobody is, the next one, or the desk."""
    words = text("superior-second-round", number=case.number, round=case.round)
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    found = _rungs(turn, case)
    told = [turn.tell(person, say) for people in found for person in people]
    if not any(told):
        turn.post(turn.site_of(case), DESK, say)
    people = [person.id for person in found[-1]] if found else []
    case.note(besides.BROUGHT_IN, turn.now, None, people=people)


def _rungs(turn: Turn, case: Case) -> list[list[Person]]:
    """Whoever stands on the rungs up to that of this round, lowest first; an empty one gives way to the next."""
    roles = turn.site_of(case).sop.ladder.rounds
    held = [people for role in roles if (people := _holders(turn, case, role))]
    return held[: max(case.round - 1, 1)]


def _holders(turn: Turn, case: Case, role: Role) -> list[Person]:
    """Who holds the role; at the desk, and where no department has the case, its lead is the supervisor."""
    if role is Role.SUPERVISOR and case.department in {"", DESK}:
        role = Role.LEAD
    return ladder.superiors(turn, case, turn.site_of(case), role)
