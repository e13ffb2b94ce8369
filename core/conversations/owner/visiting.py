"""When somebody may come: the owner chooses a time, says when it suits, or asks to move what was agreed (DI-5)."""

from datetime import datetime

from core.case import Case
from core.chat import Say, choice, text
from core.conversations import times
from core.conversations.access import allowed
from core.conversations.work import appointment, visit
from core.history.visit import BEFORE, agreed, offered
from core.rights import Action
from core.site import DESK
from core.turn import Turn


def choose(turn: Turn, number: str, token: str) -> None:
    """One of the times offered last: agreed."""
    case = _mine(turn, number)
    if case is None:
        return None
    at = times.read(turn, token)
    if at is None or at not in offered(case):
        return turn.answer_tap("offer-over", alert=True, number=number)
    if agreed(case) != at:
        appointment.agree(turn, case, at, turn.event.account.channel)
        _tell(turn, case, "visit-chosen", at)
    when = turn.site_of(case).local(at)
    return turn.reply("visit-agreed", appointment.move(case), slot=f"visit:{number}", number=number, at=when)


def _mine(turn: Turn, number: str) -> Case | None:
    """The owner's own case, while somebody is still to come."""
    case = allowed(turn, number, Action.BOOK)
    if case is None:
        return None
    if case.owner != turn.who.id:
        turn.answer_tap("not-yours", alert=True, number=number)
        return None
    if case.state not in BEFORE or case.urgent:
        turn.answer_tap("offer-over", alert=True, number=number)
        return None
    return case


def _tell(turn: Turn, case: Case, key: str, at: datetime, *more: tuple[str, str]) -> None:
    """Handler and desk hear which time it is."""
    when = turn.site_of(case).local(at)
    row = (*(choice(label, *act.split(":")) for label, act in more), choice("see-card", "card", case.number))
    say = Say(text(key, number=case.number, at=when), (row,), subject=case.number)
    visit.tell_handler(turn, case, say)
    turn.post(turn.site_of(case), DESK, say)


def none_suits(turn: Turn, number: str) -> None:
    """都不方便: handler and desk know at once; the owner's next words say when it suits."""
    case = _mine(turn, number)
    if case is None:
        return None
    case.note("no-time", turn.now, turn.who.id)
    row = (choice("book", "book", number), choice("see-card", "card", number))
    say = Say(text("visit-none-suits", number=number), (row,), subject=number)
    visit.tell_handler(turn, case, say)
    turn.post(turn.site_of(case), DESK, say)
    turn.dialogue.begin("adding", "telling", case=number)
    return turn.reply("when-suits", slot=f"visit:{number}", number=number)


def move(turn: Turn, number: str) -> None:
    """改时间: to when?"""
    case = _mine(turn, number)
    if case is None:
        return
    most = turn.site_of(case).sop.visits.offered
    rows = times.offer(turn, case, "vask", number, most=most)
    none = (choice("no-time-suits", "novisit", number),)
    turn.reply("visit-to-when", *rows, none, slot=f"visit:{number}", number=number)


def ask(turn: Turn, number: str, token: str) -> None:
    """The wish goes to handler and desk, who agree with a tap or offer other times; until then the old one stands."""
    case, at = _mine(turn, number), times.read(turn, token)
    if case is None:
        return None
    if at is None:
        return turn.answer_tap("time-gone", alert=True)
    case.note("ask-time", turn.now, turn.who.id, at=at.isoformat())
    yes = ("that-time-suits", f"booked:{number}:{token}")
    _tell(turn, case, "visit-wished", at, yes, ("other-times", f"book:{number}"))
    when = turn.site_of(case).local(at)
    return turn.reply("visit-asked", slot=f"visit:{number}", number=number, at=when)


TAPS = {"visit": choose, "novisit": none_suits, "vmove": move, "vask": ask}
