"""Where a case goes: at once to its department, or first to the desk; it never lies between two (DI-1, DI-4)."""

from core.case import WORKING, Case, State
from core.chat import Say, Text, text
from core.conversations.clock import ladder
from core.conversations.desk import desk
from core.conversations.work import card, security
from core.turn import Turn


def judge_and_send(turn: Turn, case: Case, sure: float) -> None:
    """An emergency and a confident case go out at once; a doubtful one, and words to answer, wait for the desk."""
    site = turn.site_of(case)
    unrest = security.watch_for(turn, case)
    if case.is_job and (case.urgent or unrest or sure >= site.sop.triage.sure):
        send_to(turn, case, site.department_for(case.category), by=None)
    elif case.urgent:
        ladder.sound(turn, case)
    desk.show(turn, case, fresh=True)


def send_to(turn: Turn, case: Case, department: str, by: int | None, why: str = "") -> None:
    """Give a case to a department: its card in the group, the clock on (DI-1, DI-3); on record who covers (DI-7)."""
    site = turn.site_of(case)
    before, had_it, was = case.department, case.handler, case.state
    case.department, case.handler = department, None
    step = "dispatch" if case.state is State.FILED else "transfer"
    cover = turn.sites.working(site.id).shift_at(turn.now).cover
    more = {"cover": [*cover]} if cover else {}
    case.move(step, turn.now, by, why, source=before, to=department, **more)
    security.watch_for(turn, case)
    if before and before != department:
        card.show_moved(turn, case, before)
    if was in WORKING:
        _tell_of_release(turn, case, had_it, why)
    turn.tell_id(had_it, card.relieved(case, site.department(department)))
    card.show(turn, case, fresh=True)
    if case.urgent:
        ladder.sound(turn, case)


def give_back(turn: Turn, case: Case, by: int | None, why: str) -> None:
    """Back to the desk, to be judged anew under the desk's own clock (DI-3, DI-4)."""
    before, had_it, was = case.department, case.handler, case.state
    case.move("return", turn.now, by, why, source=before)
    case.department, case.handler = "", None
    words = text("card-moved", number=case.number, to=_place(turn, case))
    returned = Say(words, slot=f"case:{case.number}", subject=case.number, stamp=text("stamp-filed"))
    turn.post(turn.site_of(case), before, returned)
    if was in WORKING:
        _tell_of_release(turn, case, had_it, why)
    turn.tell_id(had_it, Say(words, slot=f"job:{case.number}", subject=case.number))
    desk.show(turn, case, fresh=True)
    if case.urgent:
        ladder.sound(turn, case)


def set_free(turn: Turn, case: Case) -> None:
    """Whoever had it is no longer here: on record, before somebody else takes it."""
    had_it, case.handler = case.handler, None
    case.move("transfer", turn.now, None, "reason-handler-gone", source=case.department, to=case.department)
    turn.tell_id(had_it, card.relieved(case, turn.site_of(case).department(case.department)))


def _tell_of_release(turn: Turn, case: Case, had_it: int | None, why: str) -> None:
    """The owner expected somebody by name, and that somebody meant to go: each gets a line (DI-4)."""
    to = _place(turn, case)
    told = text("owner-handed-on", number=case.number, to=to)
    desk.tell_owner(turn, case, Say(told, subject=case.number))
    person = turn.book.person(had_it) if had_it else None
    if person and person.id != turn.who.id and person.roles(case.site):
        words = text("handler-relieved", number=case.number, to=to, why=card.reason(why) if why else "—")
        turn.tell(person, Say(words, subject=case.number))


def _place(turn: Turn, case: Case) -> Text | str:
    """Where the case lies now; what no department has is the desk's."""
    found = turn.site_of(case).department(case.department)
    return found.name if found else text("the-desk")
