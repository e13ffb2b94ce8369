"""Who hears of a case nobody has taken: the group, then one superior after another, each once (DI-3).

A case is never without somebody: one that waits for the desk is under the same clock. After an outage only the
newest step is told, not every one that was missed.
"""

from datetime import datetime, timedelta

from core.book import Task, Timer
from core.case import Case, State
from core.chat import Say, choice, text
from core.conversations import desk
from core.conversations.wording import for_groups, place_of
from core.people import Person, Role
from core.site import DESK, Site
from core.turn import Turn

KIND = "untaken"
WAITING = frozenset({State.FILED, State.DISPATCHED})
_DEPARTMENTAL = frozenset({Role.SUPERVISOR})


def start(turn: Turn, case: Case) -> None:
    """Put the clock on; an emergency is told upwards at once, with a call to make and to tick."""
    site = turn.site_of(case)
    due = turn.now + limit_of(case, site)
    turn.after(Timer(KIND, case.number, due, data={"since": turn.now.isoformat()}))
    if case.urgent:
        _sound(turn, case, site)


def limit_of(case: Case, site: Site) -> timedelta:
    """How long a case may lie untaken, or an enquiry unanswered."""
    deadlines = site.sop.deadlines
    if not case.is_job and not case.department:
        return site.sop.replies.hear
    return deadlines.take_urgent if case.urgent else deadlines.take


def hear_by(case: Case, site: Site, now: datetime) -> datetime:
    """When the owner will hear next."""
    return now + limit_of(case, site)


def fall_due(turn: Turn, timer: Timer) -> None:
    """Nobody took it: tell the next rung, and set the clock for the one after."""
    case = turn.book.case(timer.subject)
    if case is None or case.state not in WAITING:
        return
    site = turn.site_of(case)
    since, limit = datetime.fromisoformat(timer.data["since"]), limit_of(case, site)
    steps = site.sop.ladder.steps
    missed = max(int((turn.now - since) / limit), 1)
    step = min(missed, len(steps)) - 1
    told = timer.data.get("told", -1)
    if step > told:
        _tell(turn, case, site, steps[step])
        case.note("remind", turn.now, None, why=steps[step])
    if told < 0:
        _tell_owner(turn, case, site)
    if step + 1 < len(steps):
        data = {"since": timer.data["since"], "told": step}
        turn.after(Timer(KIND, case.number, since + limit * (missed + 1), data=data))


def _tell(turn: Turn, case: Case, site: Site, step: str) -> None:
    """One message a rung; a rung with nobody on it is passed upwards to the desk's group, never to silence."""
    minutes = int((turn.now - case.opened).total_seconds() // 60)
    words = text("untaken", number=case.number, minutes=minutes, urgent=str(case.urgent).lower())
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    people = [] if step == "group" else superiors(turn, case, site, Role(step))
    reached = [person for person in people if turn.tell(person, say)]
    if not reached:
        turn.post(site, case.department if step == "group" and case.department else DESK, say)


def superiors(turn: Turn, case: Case, site: Site, role: Role) -> list[Person]:
    """Who holds a role above this case."""
    department = case.department if role in _DEPARTMENTAL else ""
    return list(turn.book.staff(site.id, frozenset({role}), department))


def _tell_owner(turn: Turn, case: Case, site: Site) -> None:
    words = text("still-arranging", number=case.number, phone=site.phone or text("in-this-chat"))
    desk.tell_owner(turn, case, Say(words, subject=case.number))


def _sound(turn: Turn, case: Case, site: Site) -> None:
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
