"""Where a case goes: at once to its department, or first to the desk; it never lies between two (DI-1, DI-4)."""

from core.case import Case, State
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
    before, had_it = case.department, case.handler
    case.department, case.handler = department, None
    step = "dispatch" if case.state is State.FILED else "transfer"
    cover = turn.sites.working(site.id).shift_at(turn.now).cover
    more = {"cover": [*cover]} if cover else {}
    case.move(step, turn.now, by, why, source=before, to=department, **more)
    security.watch_for(turn, case)
    if before and before != department:
        card.show_moved(turn, case, before)
    turn.tell_id(had_it, card.relieved(case, site.department(department)))
    card.show(turn, case, fresh=True)
    if case.urgent:
        ladder.sound(turn, case)
