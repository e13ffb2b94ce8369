"""转派: a job is given on with a target and a reason; so it is back to its own department, or to the desk (DI-4).

It never lies between two: the desk stays responsible and hears of each. From the second in a round on, those who
head the departments hear of it too.
"""

from core import duty
from core.case import WORKING, Case, State
from core.chat import Choice, Say, choice, text
from core.conversations.access import allowed
from core.conversations.desk import desk
from core.conversations.work import card, dispatch
from core.history.entries import is_step
from core.rights import Action
from core.site import DESK, Site
from core.turn import Turn

TO_DESK = "-"  # as a target, besides the departments
GIVEN = frozenset({"transfer", "return"})


def transfer(turn: Turn, number: str) -> None:
    """First to whom."""
    case = _case(turn, number)
    if case is None:
        return
    turn.answer(card.here(turn, case, (*card.pairs(_targets(turn, case)), _back(number))))


def _case(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.TRANSFER)
    if case is None:
        return None
    if case.state not in {State.DISPATCHED, *WORKING}:
        turn.answer_tap("moved-on", alert=True, number=number)
        return None
    return case


def _targets(turn: Turn, case: Case) -> list[Choice]:
    """The other departments; the own one where somebody has it; and the desk, to be judged anew."""
    stamp = _stamp(case)
    others = [
        choice("as-it-is", "to", case.number, department.id, stamp, words=department.name)
        for department in turn.site_of(case).departments
        if department.id != case.department
    ]
    own = [choice("back-to-own", "to", case.number, case.department, stamp)] if case.state in WORKING else []
    return [*others, *own, choice("back-to-desk", "to", case.number, TO_DESK, stamp)]


def _stamp(case: Case) -> str:
    """How many steps the case had taken when a button was shown; whoever taps later sees that it went on."""
    return str(sum(is_step(entry) for entry in case.history))


def _back(number: str) -> tuple[Choice, ...]:
    return (choice("back", "card", number),)


def to(turn: Turn, number: str, department: str, stamp: str = "") -> None:
    """Then why."""
    case = _case(turn, number)
    if case is None or _went_on(turn, case, department, stamp):
        return
    reasons = [
        choice(f"reason-{name}", "hand", number, department, name, stamp)
        for name in turn.site_of(case).sop.job.transfer_reasons
    ]
    turn.answer(card.here(turn, case, (*card.pairs(reasons), _back(number))))


def _went_on(turn: Turn, case: Case, department: str, stamp: str) -> bool:
    """Whether somebody took it or gave it on since the buttons were shown; then it stays as it is (DI-2)."""
    if not _is_target(turn.site_of(case), case, department):
        turn.answer_tap("moved-on", alert=True, number=case.number)
        return True
    if stamp == _stamp(case):
        return False
    turn.answer_tap("changed-meanwhile", alert=True, number=case.number, state=card.standing(turn, case))
    return True


def _is_target(site: Site, case: Case, department: str) -> bool:
    if department == case.department:
        return case.state in WORKING
    return department == TO_DESK or site.department(department) is not None


def hand(turn: Turn, number: str, department: str, name: str = "", stamp: str = "") -> None:
    """There it goes, under a new clock: without a handler to a department, or to the desk."""
    case = _case(turn, number)
    if case is None or _went_on(turn, case, department, stamp):
        return None
    if name not in turn.site_of(case).sop.job.transfer_reasons:
        return turn.answer_tap("reason-needed", alert=True)
    before, why = case.department, f"reason-{name}"
    if department == TO_DESK:
        dispatch.give_back(turn, case, turn.who.id, why)
    else:
        dispatch.send_to(turn, case, department, turn.who.id, why=why)
        desk.show(turn, case)
    _tell(turn, case, before, why)
    return turn.answer_tap("transferred")


def _tell(turn: Turn, case: Case, before: str, why: str) -> None:
    site, times = turn.site_of(case), _times(case)
    words = text(
        "desk-hears-transfer",
        number=case.number,
        who=turn.who.name or "—",
        source=duty.place_name(site, before),
        to=duty.place_name(site, case.department) if case.department else text("the-desk"),
        why=card.reason(why),
        times=times,
    )
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    turn.post(site, DESK, say)
    if times > 1:
        heads = [each for place in (before, case.department) for each in duty.heads(turn, site.id, place)]
        for person in {each.id: each for each in heads if each.id != turn.who.id}.values():
            turn.tell(person, say)


def _times(case: Case) -> int:
    """How often somebody gave it on in this round."""
    return sum(e.what in GIVEN and e.round == case.round and e.by is not None for e in case.history)


TAPS = {"transfer": transfer, "to": to, "hand": hand}
