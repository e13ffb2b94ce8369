"""一类: somebody of the department keeps the 《客户投诉及建议跟进处理表》, and hands it in when the case ends (TR-7)."""

from collections.abc import Iterable

from core.case import ENDED, Case, State
from core.chat import Choice, Say, choice, text
from core.conversations.classes import sheets
from core.conversations.wording import for_groups, place_of
from core.history import classes
from core.people import Person, Role, first
from core.site import DESK, Site
from core.turn import Turn

EVERYBODY = frozenset(Role)


def keeper_of(turn: Turn, site: Site, department: str) -> Person | None:
    """Whom the procedure names for the department, else its supervisor, else the desk's lead."""
    named = site.sop.classes.keepers.get(department, "")
    staff = turn.book.staff(site.id, EVERYBODY)
    return (
        first(p for p in staff if named and p.name == named)
        or first(turn.book.staff(site.id, frozenset({Role.SUPERVISOR}), department))
        or first(turn.book.staff(site.id, frozenset({Role.LEAD})))
    )


def appoint(turn: Turn, case: Case) -> None:
    """Tell them by name, once for each department the case comes to."""
    if not case.department or case.state in {*ENDED, State.JOINED}:
        return
    site, before = turn.site_of(case), classes.keeper(case)
    if before and before.data.get("department") == case.department:
        return
    _relieve(turn, case, before.data.get("keeper") if before else None)
    person = keeper_of(turn, site, case.department)
    case.note(
        "follow-up",
        turn.now,
        turn.who.id or None,
        keeper=person.id if person else None,
        department=case.department,
    )
    words = text(
        "keep-sheet",
        number=case.number,
        name=person.name if person else text("the-desk"),
        place=place_of(case.unit),
        issue=for_groups(case.issue, case.name) or text("only-pictures"),
    )
    say = Say(words, ((_sheet(case), choice("see-card", "card", case.number)),), subject=case.number)
    if person is None or not turn.tell(person, say):
        turn.post(site, case.department, say)


def _sheet(case: Case) -> Choice:
    return choice("see-sheet", "sheet", case.number)


def release(turn: Turn, case: Case) -> None:
    """Judged to be of another class: nobody keeps that sheet any more."""
    kept = classes.keeper(case)
    if kept and kept.data.get("keeper"):
        _relieve(turn, case, kept.data["keeper"])
        case.note("follow-up", turn.now, turn.who.id or None, keeper=None, department="")


def _relieve(turn: Turn, case: Case, person: int | None) -> None:
    turn.tell_id(person, Say(text("sheet-not-yours", number=case.number), subject=case.number))


def hand_in(turn: Turn, case: Case) -> None:
    """A copy to the department, the original to the desk's lead."""
    site = turn.site_of(case)
    case.note("sheet-filed", turn.now, None, why="follow-up")
    if case.department:
        copy = Say(text("sheet-copy", sheet=sheets.follow_up_sheet(turn, case)), subject=case.number)
        heads = turn.book.staff(site.id, frozenset({Role.SUPERVISOR}), case.department)
        _give(turn, site, case.department, heads, copy)
    original = Say(text("sheet-original", sheet=sheets.follow_up_sheet(turn, case)), subject=case.number)
    leads = turn.book.staff(site.id, frozenset({Role.LEAD}))
    _give(turn, site, DESK, leads, original)


def _give(turn: Turn, site: Site, department: str, people: Iterable[Person], say: Say) -> None:
    told = [turn.tell(person, say) for person in people]
    if not any(told):
        turn.post(site, department, say)
