"""我也遇到同样问题: an owner who reports what a neighbour reported is offered to join it, with the read-back (IN-14).

The neighbour stays unknown: the building, the time and the words both used are all that is said of them.
"""

from collections.abc import Iterable
from functools import reduce

from core import neighbours
from core.case import Case, State
from core.chat import Rows, Say, Text, choice, text
from core.conversations.desk import incident
from core.conversations.owner import opening
from core.conversations.owner.draft import Draft
from core.conversations.recording import whom
from core.conversations.wording import place_of
from core.history import incidents
from core.site import Site
from core.turn import Turn


def offer(turn: Turn, draft: Draft, summary: Text) -> tuple[Text, Rows]:
    """The summary with what a neighbour reported, and the buttons to say whether it is the same; else as it is."""
    found = _found(turn, draft)
    if found is None:
        return summary, ()
    site = turn.sites[draft.site]
    what = _listed(neighbours.common(draft.issue, draft.because, found, site.sop.incidents))
    building = neighbours.building_of(draft.unit or "", draft.issue)
    offered = text("incident-offer", building=_where(building), at=site.local(found.opened), what=what)
    row = (
        choice("same-problem", "metoo", draft.id, found.number),
        choice("not-the-same", "notsame", draft.id),
    )
    return text("readback-with", readback=summary, offer=offered), (row,)


def _where(building: str) -> Text:
    if building == "S":
        return text("building-shops")
    return text("building", number=building) if building else text("place-common")


def _listed(words: tuple[str, ...]) -> Text:
    first, *more = (text("as-it-is", words=each) for each in words)
    return reduce(lambda a, b: text("listed", a=a, b=b), more, first)


def _found(turn: Turn, draft: Draft) -> Case | None:
    """What probably has the same cause, and is still being dealt with."""
    site = turn.sites.get(draft.site)
    if site is None or draft.apart or draft.kind not in neighbours.JOINING:
        return None
    since = turn.now - site.sop.incidents.within
    days = neighbours.numbers(site.prefix, site.local(since), site.local(turn.now))
    waiting = turn.book.lately(site.id, days, since)
    return next(iter(_fitting(turn, draft, site, waiting)), None)


def _fitting(turn: Turn, draft: Draft, site: Site, cases: Iterable[Case]) -> list[Case]:
    going = incidents.GOING | {State.JOINED}
    near = [
        case
        for case in cases
        if case.state in going
        and case.kind in neighbours.LEADING
        and case.category == (draft.category or "other")
        and case.owner != _owner(turn, draft)
        and case.opened > turn.now - site.sop.incidents.within
    ]
    return neighbours.likely(draft.issue, draft.because, draft.unit or "", near, site.sop.incidents)


def _owner(turn: Turn, draft: Draft) -> int:
    """Whose matter it is: what somebody reported before is no neighbour's."""
    known = whom.owner_of(turn, draft) if draft.by else turn.who
    return known.id if known else 0


def join(turn: Turn, draft: Draft, number: str) -> None:
    """It is the same: filed under a number of its own, and dealt with together.

    If that was answered meanwhile, or is not what the button said, the matter is filed as any other.
    """
    lead = _lead(turn, draft, number)
    if lead is None:
        turn.reply("incident-over")
        return opening.open_from(turn, draft)
    case = opening.file(turn, draft)
    incident.gather(turn, case, lead, turn.who.id, fresh=True)
    return opening.confirm_record(turn, case, draft) if draft.by else _thank(turn, case, lead, draft)


def _lead(turn: Turn, draft: Draft, number: str) -> Case | None:
    """The case to join, locked; where the neighbour's is itself joined, its lead."""
    case = turn.book.case(number)
    site = turn.sites.get(draft.site)
    if case is None or site is None or case.site != site.id or not _fitting(turn, draft, site, [case]):
        return None
    if case.state is State.JOINED:
        case = turn.book.case(case.lead)
    return case if case is not None and case.state in incidents.GOING else None


def _thank(turn: Turn, case: Case, lead: Case, draft: Draft) -> None:
    """Their own number, who is at it already and how far that is; each step and the end will be told (IN-5)."""
    site = turn.site_of(case)
    department = site.department(lead.department)
    words = text(
        "filed-with-neighbours",
        kind=str(case.kind),
        number=case.number,
        place=place_of(case.unit),
        state=text(f"owner-state-{lead.state}"),
        who=department.name if department else text("the-desk"),
        phone=site.phone or text("in-this-chat"),
        count=len(incidents.members(lead)),
    )
    row = (choice("menu-mine", "mine"), choice("see-case", "see", case.number))
    bind = (
        ((choice("bind-me", "bindme", case.number),),)
        if case.unit and not case.bound and not draft.by
        else ()
    )
    turn.answer(Say(words, (row, *bind), slot=f"draft:{draft.id}", subject=case.number))
