"""The guard before every action on a case: the right is asked now, whatever the button looked like (PE-1)."""

from core.case import Case
from core.rights import SHIFTWORK, Action, covers_now, may
from core.turn import Turn


def allowed(turn: Turn, number: str, action: Action) -> Case | None:
    """The case, locked, if this person may do this to it; else they are told so, politely."""
    case = turn.book.case(number)
    if case is None:
        turn.answer_tap("case-unknown", alert=True, number=number)
        return None
    if not can(turn, action, case):
        turn.answer_tap("not-yours", alert=True, number=number)
        return None
    return case


def keeps_desk(turn: Turn, site: str) -> bool:
    """Whether whoever speaks is of a site's desk, above it, or covers for it now."""
    covers = turn.sites.working(site).shift_at(turn.now).cover
    return turn.who.at_desk(site) or any(
        post.site == site and covers_now(post, covers) for post in turn.who.posts
    )


def can(turn: Turn, action: Action, case: Case) -> bool:
    """Whether whoever speaks may do this to the case now, in the shift that is on."""
    shiftwork = turn.who.roles(case.site) & SHIFTWORK  # for the others it does not matter which shift it is
    covers = turn.sites.working(case.site).shift_at(turn.now).cover if shiftwork else ()
    return may(turn.who, action, case, covers)
