"""An explanation goes out: to the owner, to whoever waits for the same job, and as a report to the manager (RE-6).

The owner is asked whether it is clear, never whether they are satisfied (RE-5). Words that promise something are seen
by somebody with authority first (RE-7).
"""

from collections.abc import Mapping
from typing import Any

from core.case import Case
from core.chat import Say, Text, choice, text
from core.conversations import sharing
from core.conversations.answer import approval, waiting
from core.conversations.answer.calls import call_off
from core.conversations.answer.reply import verdict_row
from core.conversations.clock import ladder
from core.conversations.desk import desk
from core.conversations.wording import for_groups, place_of
from core.conversations.work import card, holder
from core.site import DESK
from core.turn import Turn

OUTSIDE, INVALID, UNSOLVED = "outside", "invalid", "unsolved"
HOW = "explain"  # of a draft that waits to be approved


def explain(turn: Turn, case: Case, words: Text, **reasons: str) -> bool:
    """Send it, or False where somebody with authority is to see it first; the reasons are on record either way."""
    if approval.holds(turn, case, words, turn.who.id, HOW):
        draft = approval.waiting(case)[-1]
        case.note("reasons", turn.now, turn.who.id, draft=draft.index, reasons=reasons)
        return False
    _send(turn, case, words, turn.who.id, reasons)
    return True


def release(turn: Turn, case: Case, draft: approval.Draft) -> None:
    """What was approved goes out as it was seen, by whoever wrote it, for the reasons they gave."""
    given = (e for e in case.history if e.what == "reasons" and e.data["draft"] == draft.index)
    reasons = next((e.data["reasons"] for e in given), {"basis": INVALID, "why": draft.words})
    _send(turn, case, text("as-it-is", words=draft.words), draft.by or turn.who.id, reasons)


def _send(turn: Turn, case: Case, words: Text, by: int, reasons: Mapping[str, Any]) -> None:
    for joined, own in sharing.answers(turn, case, words, by):
        why = sharing.own_words(turn, str(reasons["why"]), case, joined)
        _to_owner(turn, joined, own, by, {**reasons, "why": why})
    _to_owner(turn, case, words, by, reasons)
    if reasons["basis"] == UNSOLVED:
        _tell_manager(turn, case, by, reasons)


def _to_owner(turn: Turn, case: Case, words: Text, by: int, reasons: Mapping[str, Any]) -> None:
    case.move("explain", turn.now, by, **reasons)
    call_off(turn, case)
    desk.tell_owner(turn, case, Say(words, (verdict_row(case),), subject=case.number))
    waiting.begin(turn, case, words)
    desk.show(turn, case)
    if case.department:
        card.show(turn, case)
    done = text("handler-explained", number=case.number)
    holder.tell(turn, case, Say(done, slot=f"job:{case.number}", subject=case.number))


def _tell_manager(turn: Turn, case: Case, by: int, reasons: Mapping[str, Any]) -> None:
    """The manager hears at once what the office could not do, and why; where there is none, the next above (RE-6)."""
    say = Say(
        _report(turn, case, by, reasons), ((choice("see-card", "card", case.number),),), subject=case.number
    )
    for role in turn.site_of(case).sop.above.hard:
        people = ladder.superiors(turn, case, turn.site_of(case), role)
        told = [turn.tell(person, say) for person in people]
        if any(told):
            return case.note("report", turn.now, by, why=reasons["why"], to=str(role))
    turn.post(turn.site_of(case), DESK, say)
    return case.note("report", turn.now, by, why=reasons["why"], to=DESK)


def _report(turn: Turn, case: Case, by: int, reasons: Mapping[str, Any]) -> Text:
    writer = turn.book.person(by)
    return text(
        "manager-unsolved",
        number=case.number,
        place=place_of(case.unit),
        issue=for_groups(case.issue, case.name) or text("only-pictures"),
        who=writer.name if writer else "—",
        why=for_groups(reasons["why"], case.name),
        alternative=for_groups(reasons["alternative"], case.name),
    )


RELEASES = {HOW: release}
