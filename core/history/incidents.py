"""An incident: one cause, many owners. One case leads and has the job; the others are joined to it (IN-14).

                    join ▶ JOINED ── the lead is answered ──▶ REPLIED, each with the same answer
    FILED … ON_SITE                                           and a verdict of their own
                    ◀ split                                   a no opens a job of their own (RE-5)

Who is joined stands in the history of the lead, so that its card can tell. There are no chains: whoever is joined to
somebody joined is joined to their lead. If the lead is withdrawn the oldest of the others takes its place.
"""

from collections.abc import Iterator
from datetime import datetime

from core.case import ENDED, WORKING, Case, Entry, State

GOING = frozenset({State.FILED, State.DISPATCHED, *WORKING})  # somebody is still to do something
LEADING = GOING | {State.DONE}  # until the owner has the answer others can be joined
KEPT = frozenset({"delay", "pause", "resume"})  # of the job, not of the owner who happened to be first
_WORDS = 4  # of a judgement


# who is joined


def members(lead: Case) -> dict[str, str]:
    """The numbers of the cases joined to this one in its present round, each with its unit."""
    found: dict[str, str] = {}
    for entry in lead.history:
        if entry.round != lead.round:
            continue
        if entry.what == "gather":
            found[entry.data["case"]] = entry.data["unit"]
        elif entry.what == "part":
            found.pop(entry.data["case"], None)
    return found


def leads(lead: Case, case: Case) -> bool:
    """Whether the one waits for the job of the other."""
    return case.state is State.JOINED and case.lead == lead.number


def can_join(case: Case, lead: Case) -> bool:
    """Whether the one may be joined to the other as both now stand."""
    together = case.site == lead.site and case.number != lead.number
    return together and case.state in GOING and lead.state in LEADING


def join(case: Case, lead: Case, now: datetime, by: int | None, why: str = "") -> bool:
    """Join a case to another; True when that made the other urgent."""
    case.move("join", now, by, why, lead=lead.number, source=case.department, before=case.handler)
    case.lead, case.department, case.handler = lead.number, "", None
    _gather(lead, case, now, by)
    return hurry(lead, case, now, by)


def follow(case: Case, lead: Case, now: datetime, by: int | None, why: str) -> bool:
    """Somebody joined goes along to another lead; True when that made it urgent."""
    case.lead = lead.number
    case.note("join", now, by, why, lead=lead.number)
    _gather(lead, case, now, by)
    return hurry(lead, case, now, by)


def part(lead: Case, case: Case, now: datetime, by: int | None, why: str = "") -> None:
    """Somebody is no longer among those who wait for this job."""
    if case.number in members(lead):
        lead.note("part", now, by, why, case=case.number)


def split(case: Case, lead: Case | None, now: datetime, by: int | None, why: str = "") -> None:
    """Take a case out of its incident: it is on its own again, with the desk."""
    case.move("split", now, by, why, lead=case.lead)
    case.lead = ""
    if lead is not None:
        part(lead, case, now, by, why)


def _gather(lead: Case, case: Case, now: datetime, by: int | None) -> None:
    lead.note("gather", now, by, case=case.number, unit=case.unit, urgent=case.urgent)


def hurry(lead: Case, case: Case, now: datetime, by: int | None) -> bool:
    """Whoever is in danger makes the job urgent, whoever reported it first."""
    if not case.urgent or lead.urgent:
        return False
    lead.urgent = True
    lead.because = tuple(dict.fromkeys(case.because + lead.because))[:_WORDS]
    lead.note("judge", now, by, why="urgent", urgent=True)
    return True


def come_back(case: Case) -> None:
    """Whoever was answered with their lead and is not satisfied is on their own: its department, another handler."""
    answered = case.last("answered-with")
    if case.lead and answered is not None:
        case.department, case.handler = answered.data["department"], answered.data["handler"]
    case.lead = ""


# the lead gives up


def succeed(old: Case, new: Case, now: datetime) -> None:
    """Let a joined case take the place of its lead: department, handler and how far it had come, each on record."""
    split(new, None, now, None, why="succeeds")
    if old.urgent and not new.urgent:
        hurry(new, old, now, None)
    for what, by in _way(old):
        if what == "dispatch":
            new.department = old.department
            new.move(what, now, by, "succeeds", source="", to=new.department)
        else:
            new.handler = by
            new.move(what, now, by, "succeeds")
    for entry in _kept(old):
        new.note(entry.what, now, entry.by, entry.why, **entry.data)


def _way(old: Case) -> Iterator[tuple[str, int | None]]:
    """The steps that lead to where the old lead stood before it was withdrawn."""
    stood = next(e.before for e in reversed(old.history) if e.after in ENDED and e.before not in ENDED)
    if stood is State.FILED or not old.department:
        return
    yield "dispatch", None
    if stood in WORKING and old.handler is not None:
        yield "take", old.handler
        if stood is State.ON_SITE:
            yield "arrive", old.handler


def _kept(old: Case) -> list[Entry]:
    """What was agreed on about the job since somebody took it."""
    return [e for e in old.history if e.what in KEPT and e.round == old.round and e.before is e.after]
