"""After every turn: what the class of a case asks for now is set going, whatever brought it there (TR-7).

Nothing here is triggered by a button: a case that was taken, moved, judged again or closed in any way is looked at
once more, and what its history lacks is done. What the desk leaves undone is asked for again, one superior after
another.
"""

from core.book import Timer
from core.case import ENDED, Case
from core.chat import Say, choice, text
from core.conversations.classes import keeping, reporting
from core.conversations.clock.ladder import AT_DESK
from core.history import classes
from core.people import Role
from core.site import DESK
from core.turn import Turn

KIND = "class"


def keep(turn: Turn) -> None:
    """See to every case this turn has touched."""
    for case in list(turn.book.cases_in_hand()):
        if case.unsaved:
            _see_to(turn, case)


def _see_to(turn: Turn, case: Case) -> None:
    if classes.is_followed(case, turn.site_of(case).sop.classes):
        keeping.appoint(turn, case)
        if case.state in ENDED and not classes.handed_in(case):
            keeping.hand_in(turn, case)
    else:
        keeping.release(turn, case)
    _log(turn, case)
    _ask(turn, case)


def _log(turn: Turn, case: Case) -> None:
    """A case of class 三 stands in the 《值班记录表》 once the desk has judged it so."""
    begun = classes.decided(case)
    logged = begun is not None and any(e.what == "duty-log" for e in case.history[begun:])
    if case.class_ == classes.OUTSIDE and begun is not None and not logged:
        case.note("duty-log", turn.now, case.history[begun].by, why="class")


def _ask(turn: Turn, case: Case) -> None:
    what = classes.outstanding(case)
    if not what:
        return turn.book.cancel(KIND, case.number)
    if classes.asked(case, what):
        return None
    case.note("class-asked", turn.now, None, why=what)
    turn.post(turn.site_of(case), DESK, reporting.question(turn, case, what))
    return _remind_later(turn, case, 0)


def _remind_later(turn: Turn, case: Case, step: int) -> None:
    due = turn.sites.working(case.site).due(turn.now, turn.site_of(case).sop.classes.remind)
    turn.after(Timer(KIND, case.number, due, data={"step": step}))


def fall_due(turn: Turn, timer: Timer) -> None:
    """Still undone: the next of the ladder is told; after the last it begins again, until it is done."""
    case = turn.book.case(timer.subject)
    what = classes.outstanding(case) if case else ""
    if case is None or not what:
        return
    ladder, step = turn.site_of(case).sop.classes.ladder, int(timer.data["step"])
    case.note("class-reminder", turn.now, None, why=what, step=step)
    _tell(turn, case, ladder[step % len(ladder)], reporting.question(turn, case, what))
    _remind_later(turn, case, step + 1)


def _tell(turn: Turn, case: Case, rung: str, say: Say) -> None:
    site = turn.site_of(case)
    people = () if rung == AT_DESK else turn.book.staff(site.id, frozenset({Role(rung)}))
    told = [turn.tell(person, _urged(case, say)) for person in people]
    if not any(told):
        turn.post(site, DESK, say)


def _urged(case: Case, say: Say) -> Say:
    words = text("class-left", number=case.number, question=say.text)
    row = (choice("see-card", "card", case.number),)
    return Say(words, (*say.rows, row), subject=case.number)


TIMERS = {KIND: fall_due}
