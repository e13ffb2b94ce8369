"""Who hears of a case that waits too long: the group, then one superior after another, each once (DI-3)."""

from collections.abc import Sequence

from core.book import Task
from core.case import Case
from core.chat import Say, Text, choice, text
from core.clock import Clock, is_breached
from core.conversations.staff import desk
from core.conversations.wording import for_groups, place_of
from core.people import Person, Role
from core.site import DESK, Site
from core.turn import Turn

GROUP, AT_DESK, HANDLER = "group", "desk", "handler"  # the rungs that are no role
WAITING = frozenset({"judge", "take"})  # clocks during which the owner has seen nobody
_DEPARTMENTAL = frozenset({Role.SUPERVISOR})


def steps(turn: Turn, case: Case, clock: str) -> Sequence[str]:
    """The rungs of a clock's ladder, lowest first."""
    rungs: Sequence[str] = getattr(turn.site_of(case).sop.ladder, clock, ())
    return rungs


def tell(turn: Turn, case: Case, clock: Clock, step: str) -> None:
    """One message a rung; a rung with nobody on it is passed to the desk's group, never to silence."""
    site = turn.site_of(case)
    say = Say(_words(turn, case, clock), ((choice("see-card", "card", case.number),),), subject=case.number)
    if not _reached(turn, case, site, step, say):
        turn.post(site, DESK, say)
    if clock.name in WAITING and not _told_owner(case, clock):
        _tell_owner(turn, case, site)


def _words(turn: Turn, case: Case, clock: Clock) -> Text:
    handler = turn.book.person(case.handler) if case.handler else None
    return text(
        f"late-{clock.name}",
        number=case.number,
        place=place_of(case.unit),
        minutes=int((turn.now - clock.started).total_seconds() // 60),
        due=turn.site_of(case).local(clock.due),
        handler=handler.name if handler else "—",
        urgent=str(case.urgent).lower(),
        late=str(is_breached(clock, turn.now)).lower(),
    )


def _reached(turn: Turn, case: Case, site: Site, step: str, say: Say) -> bool:
    if step == GROUP:
        return bool(case.department) and turn.post(site, case.department, say)
    if step == AT_DESK:
        return False
    if step == HANDLER:
        return turn.tell_id(case.handler, say)
    reached = [turn.tell(person, say) for person in superiors(turn, case, site, Role(step))]
    return any(reached)


def superiors(turn: Turn, case: Case, site: Site, role: Role) -> list[Person]:
    """Who holds a role above this case."""
    department = case.department if role in _DEPARTMENTAL else ""
    return list(turn.book.staff(site.id, frozenset({role}), department))


def _told_owner(case: Case, clock: Clock) -> bool:
    return any(
        e.what == "remind" and e.data.get("clock") in WAITING and e.at >= clock.started for e in case.history
    )


def _tell_owner(turn: Turn, case: Case, site: Site) -> None:
    words = text("still-arranging", number=case.number, phone=site.phone or text("in-this-chat"))
    desk.tell_owner(turn, case, Say(words, subject=case.number))


def sound(turn: Turn, case: Case) -> None:
    """An emergency is told upwards at once, with a call to make and to tick."""
    site = turn.site_of(case)
    words = text(
        "emergency-alarm", number=case.number, issue=for_groups(case.issue), place=place_of(case.unit)
    )
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    for role in site.sop.ladder.emergency:
        for person in superiors(turn, case, site, Role(role)):
            turn.tell(person, say)
    task = turn.book.open_task(Task("emergency-call", site.id, turn.now, case=case.number))
    call = text("emergency-call", number=case.number)
    turn.post(site, DESK, Say(call, ((choice("called", "tick", task.id),),), slot=f"task:{task.id}"))
