"""The change of shift: all that lies is looked at, so that nothing stays with people who went home (DI-7)."""

from core import duty
from core.book import Timer
from core.case import WORKING, Case, State
from core.chat import Choice, Say, choice, text
from core.conversations.clock import cover
from core.conversations.clock.callout import LYING
from core.conversations.desk import desk
from core.conversations.wording import place_of
from core.conversations.work import dispatch, holder
from core.people import Person
from core.site import Site
from core.timing.working import Shift
from core.turn import Turn

STAND_BY = "stand-by"


def change(turn: Turn, site: Site) -> None:
    """Another shift begins: everything that lies, or is in the hands of whoever covered, is looked at by itself."""
    for case in turn.book.cases_at(site.id, LYING | WORKING):
        turn.after(Timer("handover", case.number, turn.now))


def hand_over(turn: Turn, timer: Timer) -> None:
    """One case at the change of shift."""
    case = turn.book.case(timer.subject)
    if case is None:
        return
    if cover.lies(case):
        _hand_over_lying(turn, case)
    elif case.state in WORKING:
        _hand_over_working(turn, case)


def _hand_over_lying(turn: Turn, case: Case) -> None:
    shift, told = duty.shift_on(turn, case.site), case.last("cover")
    before = set(told.data["to"]) if told else set()
    leaving, coming = before - set(shift.cover), set(shift.cover) - before
    if leaving:
        _back_to_the_day(turn, case)
        cover.release(turn, case)
    elif coming:
        cover.call_in(turn, case, again=True)
    else:
        _tell_new_shift(turn, case, shift)


def _back_to_the_day(turn: Turn, case: Case) -> None:
    """Nobody took it all night: the department begins anew, under a new clock; so does the desk."""
    if case.state is State.DISPATCHED:
        dispatch.send_to(turn, case, case.department, by=None, why="reason-shift-over")
        words = text("left-from-night", number=case.number, place=place_of(case.unit))
        _tell_heads(turn, case, Say(words, (_see(case),), subject=case.number))
    desk.show(turn, case, fresh=case.state is State.FILED)


def _tell_new_shift(turn: Turn, case: Case, shift: Shift) -> None:
    """Those the roster names hear of what the shift before them left."""
    if case.state is not State.DISPATCHED:
        return
    words = text("left-from-shift", number=case.number, place=place_of(case.unit))
    for person in duty.rostered(turn, case.site, case.department, shift):
        turn.tell(person, Say(words, (_see(case),), subject=case.number))


def _hand_over_working(turn: Turn, case: Case) -> None:
    """What somebody took who only covered: begun, they go on and the department stands by; not begun, it is freed."""
    person = holder.of(turn, case)
    if person is None:
        return _free(turn, case, "reason-handler-gone")
    if person.works_for(case.site, case.department) or _covers(turn, case, person):
        return None
    if case.state is State.TAKEN:
        return _free(turn, case, "reason-off-shift")
    return None if _stands_by(case, person) else _ask_to_stand_by(turn, case, person)


def _free(turn: Turn, case: Case, why: str) -> None:
    """Nobody who is here has it: the department begins anew, and its head hears why."""
    dispatch.send_to(turn, case, case.department, by=None, why=why)
    words = text("left-without-handler", number=case.number, place=place_of(case.unit), why=text(why))
    _tell_heads(turn, case, Say(words, (_see(case),), subject=case.number))
    desk.show(turn, case)
    cover.release(turn, case)


def _stands_by(case: Case, person: Person) -> bool:
    """Whether the department knows already who stayed; it is told once, not at every change of shift."""
    return any(e.what == STAND_BY and e.data.get("handler") == person.id for e in case.history)


def _ask_to_stand_by(turn: Turn, case: Case, person: Person) -> None:
    case.note(STAND_BY, turn.now, None, handler=person.id)
    words = text("night-on-site", number=case.number, handler=person.name or "—")
    say = Say(words, (_see(case),), subject=case.number)
    turn.post(turn.site_of(case), case.department, say)
    _tell_heads(turn, case, say)


def _covers(turn: Turn, case: Case, person: Person) -> bool:
    return any(person.id == each.id for each in duty.covering(turn, case.site))


def _tell_heads(turn: Turn, case: Case, say: Say) -> None:
    for person in duty.heads(turn, case.site, case.department):
        turn.tell(person, say)


def _see(case: Case) -> tuple[Choice, ...]:
    return (choice("see-card", "card", case.number),)


TIMERS = {"handover": hand_over}
