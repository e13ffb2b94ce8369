"""延期: a delay has a reason and a new time; supervisor and desk know, the owner gets explanation and new time (HA-4)."""

from core.case import Case, State
from core.chat import Choice, Rows, Say, choice, text
from core.conversations.access import allowed
from core.conversations.desk import desk
from core.conversations.work import card, visit
from core.rights import Action
from core.site import DESK
from core.turn import Turn


def begin(turn: Turn, number: str) -> None:
    """First a reason, with one tap (HA-9)."""
    case = allowed(turn, number, Action.DELAY)
    if case is not None and visit.is_in_hand(turn, case):
        turn.answer(card.here(turn, case, reasons(turn, case)))


def reasons(turn: Turn, case: Case) -> Rows:
    """A button for every obstacle of the procedure."""
    names = turn.site_of(case).sop.job.obstacles
    found = [choice(f"reason-{name}", "why", case.number, name) for name in names]
    return (*card.pairs(found), _back(case))


def _back(case: Case) -> tuple[Choice, ...]:
    return (choice("back", "card", case.number),)


def why(turn: Turn, number: str, name: str) -> None:
    """The reason is on record at once; then a new time, with another tap."""
    case = allowed(turn, number, Action.DELAY)
    if case is None or not visit.is_in_hand(turn, case):
        return
    sop = turn.site_of(case).sop
    if name not in sop.job.obstacles:
        return turn.answer_tap("moved-on", alert=True, number=number)
    before = case.last("obstacle")
    case.note("obstacle", turn.now, turn.who.id, why=f"reason-{name}")
    said = before and before.why == f"reason-{name}" and turn.now < before.at + sop.visits.grace
    if name in sop.visits.missed:
        _leave(turn, case, f"reason-{name}")
    if name in sop.visits.missed and not said:
        _stood_at_the_door(turn, case)
    times = [
        choice("span", "later", number, name, i, **_span_words(int(span.total_seconds())))
        for i, span in enumerate(sop.deadlines.delays)
    ]
    return turn.answer(card.here(turn, case, (*card.pairs(times), _back(case))))


def _span_words(seconds: int) -> dict[str, int]:
    days, rest = divmod(seconds, 86400)
    return {"days": days, "hours": rest // 3600, "minutes": rest % 3600 // 60}


def _leave(turn: Turn, case: Case, reason: str) -> None:
    """Whoever found nobody is not on site any more: a visit is to come, with its own clock and its own time."""
    if case.state is State.ON_SITE:
        case.move("leave", turn.now, turn.who.id, reason)
        visit.update(turn, case)


def _stood_at_the_door(turn: Turn, case: Case) -> None:
    """The owner was not at home: they hear it at once, and can say when they will be."""
    words = text("owner-missed-us", number=case.number, handler=turn.who.name or "—")
    rows = () if case.urgent else ((choice("move-visit", "vmove", case.number),),)
    desk.tell_owner(turn, case, Say(words, rows, subject=case.number))


def later(turn: Turn, number: str, name: str, index: str) -> None:
    """A new time: supervisor and desk see it, the owner gets explanation and time; it takes the place of any other."""
    case = allowed(turn, number, Action.DELAY)
    if case is None or not visit.is_in_hand(turn, case):
        return
    site = turn.site_of(case)
    spans = site.sop.deadlines.delays
    if not index.isdigit() or int(index) >= len(spans) or name not in site.sop.job.obstacles:
        return turn.answer_tap("moved-on", alert=True, number=number)
    until, reason = turn.now + spans[int(index)], text(f"reason-{name}")
    case.note("delay", turn.now, turn.who.id, why=f"reason-{name}", until=until.isoformat())
    turn.book.cancel("visit", number)
    visit.update(turn, case)
    turn.answer_tap("delayed", told=desk.told(turn, case))
    told = text("owner-delayed", number=number, why=reason, due=site.local(until))
    desk.tell_owner(turn, case, Say(told, subject=number))
    words = text(
        "head-delayed",
        number=number,
        who=turn.who.name or "—",
        why=reason,
        until=site.local(until),
        told=desk.told(turn, case),
    )
    say = Say(words, ((choice("see-card", "card", number),),), subject=number)
    turn.post(site, DESK, say)
    return visit.tell_heads(turn, case, say)


TAPS = {"delay": begin, "why": why, "later": later}
