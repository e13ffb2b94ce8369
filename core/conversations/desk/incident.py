"""Incidents at the office: a case joined or taken out, and what the others do with each step of their lead (IN-14).

Whatever ends a lead, and by whatever way, the others go along before the turn is over: `keep` sees to that. Nobody is
ever left waiting for a job that nobody has any more.
"""

from core.book import Timer
from core.case import Case, State
from core.chat import Say, text
from core.conversations import sharing
from core.conversations.answer import reply
from core.conversations.clock import ladder
from core.conversations.desk import desk
from core.conversations.wording import place_of
from core.conversations.work import card, pause, visit
from core.history import incidents
from core.history.endings import answer_of
from core.history.visit import pausing, until
from core.site import DESK
from core.turn import Turn


def gather(turn: Turn, case: Case, lead: Case, by: int | None, fresh: bool = False) -> None:
    """Join a case to another, and whoever was joined to it as well; every card says so, nobody is alarmed twice."""
    department, handler, along = case.department, case.handler, sharing.waiting(turn, case)
    hurried = incidents.join(case, lead, turn.now, by)
    for other in along:
        incidents.part(case, other, turn.now, by)
        hurried |= incidents.follow(other, lead, turn.now, by, case.number)
        desk.show(turn, other)
    if department:
        _take_down(turn, case, department, handler)
    desk.show(turn, case, fresh=fresh)
    _grown(turn, case, lead, hurried)


def _take_down(turn: Turn, case: Case, department: str, handler: int | None) -> None:
    """There is nothing left to do on the card it had; whoever had the job hears that."""
    for kind in (pause.KIND, "visit"):
        turn.book.cancel(kind, case.number)
    words, stamp = text("card-joined", number=case.number, lead=case.lead), text("stamp-joined")
    if department != DESK:
        say = Say(words, slot=f"case:{case.number}", subject=case.number, stamp=stamp)
        turn.post(turn.site_of(case), department, say)
    turn.tell_id(handler, Say(words, slot=f"job:{case.number}", subject=case.number))


def _grown(turn: Turn, case: Case, lead: Case, hurried: bool) -> None:
    """The lead's card counts one more home; whoever has the job hears which, and all if that made it an emergency."""
    visit.update(turn, lead)
    if visit.has_handler(turn, lead):
        words = text("handler-also", number=lead.number, place=place_of(case.unit))
        turn.tell_id(lead.handler, Say(words, subject=lead.number))
    if hurried:
        ladder.sound(turn, lead)


def take_out(turn: Turn, case: Case, by: int | None) -> None:
    """A case is on its own again: with the desk, under its own clock."""
    lead = turn.book.case(case.lead)
    incidents.split(case, lead, turn.now, by)
    if lead is not None:
        visit.update(turn, lead)
    if case.urgent:
        ladder.sound(turn, case)
    desk.show(turn, case, fresh=True)


# what follows from a turn


def keep(turn: Turn) -> None:
    """Whoever is joined goes along with their lead; whoever leaves is counted no more."""
    for case in tuple(turn.book.cases_in_hand()):
        steps = [entry for entry in case.unsaved if entry.before is not entry.after]
        if case.lead and case.state is not State.JOINED and any(e.before is State.JOINED for e in steps):
            _left(turn, case)
        if case.state is State.JOINED and case.urgent and any(e.what == "judge" for e in case.unsaved):
            _hurried(turn, case)
        if steps and case.state not in {State.JOINED, *incidents.LEADING} and incidents.members(case):
            _go_along(turn, case)


def _hurried(turn: Turn, case: Case) -> None:
    """Somebody joined turned out to be in danger: that makes the one job urgent."""
    lead = turn.book.case(case.lead)
    if lead is not None and incidents.hurry(lead, case, turn.now, turn.who.id or None):
        visit.update(turn, lead)
        ladder.sound(turn, lead)


def _left(turn: Turn, case: Case) -> None:
    lead = turn.book.case(case.lead)
    if lead is not None and lead.state in incidents.LEADING and case.number in incidents.members(lead):
        incidents.part(lead, case, turn.now, turn.who.id or None)
        visit.update(turn, lead)


def _go_along(turn: Turn, lead: Case) -> None:
    """Withdrawn: the next one leads. Answered in whatever way, without a word to the others: they get it now."""
    left = (case for case in sharing.waiting(turn, lead) if not sharing.was_answered(case))
    others = sorted(left, key=lambda case: case.opened)
    if not others:
        return
    if lead.state is State.WITHDRAWN:
        return _succeed(turn, lead, others)
    said = answer_of(lead)
    reply.to_others(
        turn, lead, (said.why if said else "") or desk.draft_of(turn, lead), said.by if said else None
    )


def _succeed(turn: Turn, lead: Case, others: list[Case]) -> None:
    """The job goes on under the number of whoever reported it next; no owner is lost."""
    new, *rest = others
    for other in others:
        incidents.part(lead, other, turn.now, None, "succeeds")
    incidents.succeed(lead, new, turn.now)
    for other in rest:
        incidents.follow(other, new, turn.now, None, lead.number)
        desk.show(turn, other)
    if paused := pausing(new):
        turn.after(Timer(pause.KIND, new.number, until(paused)))
    if new.department:
        card.show(turn, new, fresh=True)
    desk.show(turn, new, fresh=not new.department)
    _hand_over(turn, lead, new)


def _hand_over(turn: Turn, lead: Case, new: Case) -> None:
    """Whoever is on the way goes on, with the other owner's name and number; the look is on record (DI-1)."""
    if not visit.has_handler(turn, new):
        return
    words = text("handler-succeeds", number=lead.number, new=new.number, place=place_of(new.unit))
    turn.tell_id(new.handler, Say(words, subject=new.number))
    if turn.tell_id(new.handler, card.private(turn, new)):
        new.note("look", turn.now, new.handler)
