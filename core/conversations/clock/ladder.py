"""Who hears of a case that waits too long: the group, then one superior after another, each once (DI-3)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.case import Case
from core.chat import Rows, Say, Text, choice, text
from core.conversations.clock import callout
from core.conversations.desk import desk
from core.conversations.wording import for_groups, place_of
from core.conversations.work import holder
from core.people import Person, Role
from core.site import DESK, Site
from core.timing.clock import Clock, breach
from core.turn import Turn

GROUP, AT_DESK, HANDLER = "group", "desk", "handler"  # the rungs that are no role
WAITING = frozenset({"judge", "take"})  # clocks during which the owner has seen nobody
# Where a rung is empty and the desk has no group, the next of these who can be written to.
UPWARDS = (Role.LEAD, Role.ASSISTANT, Role.MANAGER, Role.DEPUTY_GM, Role.AGENT, Role.ADMIN)
_DEPARTMENTAL = frozenset({Role.SUPERVISOR})
_MINUTE = timedelta(minutes=1)


def steps(turn: Turn, case: Case, clock: str) -> Sequence[str]:
    """The rungs of a clock's ladder, lowest first."""
    rungs: Sequence[str] = getattr(turn.site_of(case).sop.ladder, clock, ())
    return rungs


def tell(turn: Turn, case: Case, clock: Clock, step: str, rows: Rows = ()) -> None:
    """One message a rung; a rung with nobody on it is passed to the desk's group, never to silence."""
    say = message(turn, case, clock, rows)
    if not reached(turn, case, step, say):
        tell_desk(turn, case, say)
    if clock.name in WAITING and not _told_owner(case, clock):
        _tell_owner(turn, case, turn.site_of(case))


def message(turn: Turn, case: Case, clock: Clock, rows: Rows = ()) -> Say:
    """What is late, since when and by how much."""
    handler = turn.book.person(case.handler) if case.handler else None
    words = text(
        f"late-{clock.name}",
        number=case.number,
        place=place_of(case.unit),
        waited=lasting(turn.now - clock.started),
        due=turn.site_of(case).local(clock.due),
        handler=(handler.name if handler else "") or text("nobody-yet"),
        urgent=str(case.urgent).lower(),
        lateness=_lateness(turn, case, clock),
    )
    return Say(words, (*rows, (choice("see-card", "card", case.number),)), subject=case.number)


def _lateness(turn: Turn, case: Case, clock: Clock) -> Text | str:
    """Since when it is late and by how much, once that is a minute."""
    since = breach(clock, turn.now) or clock.due
    late = turn.now - since
    if late < _MINUTE:
        return ""
    return text("lateness", since=turn.site_of(case).local(since), late=lasting(late))


def lasting(span: timedelta) -> Text:
    """So long: 15 分钟, 2 小时 10 分钟, 3 天 4 小时."""
    minutes = int(span / _MINUTE)
    return text("lasting", days=minutes // 1440, hours=minutes % 1440 // 60, minutes=minutes % 60)


def reached(turn: Turn, case: Case, step: str, say: Say) -> bool:
    """Say it to a rung; False where nobody on it can be written to."""
    site = turn.site_of(case)
    if step in {GROUP, AT_DESK}:
        callout.remind(turn, case, say)
    if step == GROUP:
        return bool(case.department) and turn.post(site, case.department, say)
    if step == AT_DESK:
        return turn.post(site, DESK, say)
    if step == HANDLER:
        return holder.tell(turn, case, say) or _set_free(turn, case, say)
    told = [turn.tell(person, say) for person in superiors(turn, case, site, Role(step))]
    return any(told)


def _set_free(turn: Turn, case: Case, say: Say) -> bool:
    """Whoever had it is no longer here: the department may take it, and the desk hears of it as well (DI-3)."""
    site = turn.site_of(case)
    if holder.is_missing(turn, case) and turn.book.groups(site.id, case.department):
        row = (choice("take", "take", case.number), choice("see-card", "card", case.number))
        turn.post(site, case.department, replace(say, rows=(row,)))
    return False


def tell_desk(turn: Turn, case: Case, say: Say) -> None:
    """Say it to the desk's group; without one to whoever comes next and can be written to."""
    site = turn.site_of(case)
    if not turn.post(site, DESK, say):
        any(turn.tell(person, say) for role in UPWARDS for person in superiors(turn, case, site, role))


def superiors(turn: Turn, case: Case, site: Site, role: Role) -> list[Person]:
    """Who holds a role above this case."""
    department = case.department if role in _DEPARTMENTAL else ""
    return list(turn.book.staff(site.id, frozenset({role}), department))


def _told_owner(case: Case, clock: Clock) -> bool:
    return any(
        e.what == "remind" and e.data.get("clock") in WAITING and e.at >= clock.started for e in case.history
    )


def _tell_owner(turn: Turn, case: Case, site: Site) -> None:
    phone = site.phone or text("in-this-chat")
    words = text("still-arranging", number=case.number, kind=str(case.kind), phone=phone)
    desk.tell_owner(turn, case, Say(words, subject=case.number))


def sound(turn: Turn, case: Case) -> None:
    """An emergency is told upwards at once, with a call to make and to tick."""
    site = turn.site_of(case)
    words = text(
        "emergency-alarm",
        number=case.number,
        issue=for_groups(case.issue, case.name),
        place=place_of(case.unit),
    )
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    people = [each for role in site.sop.ladder.emergency for each in superiors(turn, case, site, Role(role))]
    for person in {each.id: each for each in people}.values():
        turn.tell(person, say)
    callout.open_call(turn, case)
