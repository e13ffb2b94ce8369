"""The answer to the owner: one voice, the desk's, whoever did the work (RE-1); then the owner's verdict is waited for."""

from core.book import Timer
from core.case import Case, Kind, State
from core.chat import Attachment, Choice, Say, Text, choice, text
from core.conversations import sharing
from core.conversations.answer import approval, ways
from core.conversations.answer.calls import call_off
from core.conversations.desk import desk
from core.conversations.work import card
from core.history.endings import is_explained
from core.turn import Turn


def send(turn: Turn, case: Case, body: Text | str, by: int | None, *, approved: bool = False) -> bool:
    """Answer the owner, and with the same words whoever waited for the same job (IN-14).

    False when the words have to be seen by somebody with authority first (RE-7).
    """
    if not approved and approval.holds(turn, case, body, by, approval.REPLY):
        return False
    _answer(turn, case, body, by)
    to_others(turn, case, body, by)
    return True


def release(turn: Turn, case: Case, draft: approval.Draft) -> None:
    """What was approved goes out as it was seen, by whoever wrote it."""
    send(turn, case, draft.words, draft.by, approved=True)


def to_others(turn: Turn, lead: Case, body: Text | str, by: int | None) -> None:
    """The answer to a lead, to the owners of the cases joined to it; each is asked for a verdict of their own."""
    for other, own in sharing.answers(turn, lead, body, by):
        _answer(turn, other, own, by)


def _answer(turn: Turn, case: Case, body: Text | str, by: int | None) -> None:
    """Answer the owner, with the pictures of the result, and ask whether they are satisfied (RE-5)."""
    call_off(turn, case)
    turn.book.cancel("explained", case.number)
    if ways.by_hand(case):  # said by somebody, and ticked when it was (RE-4)
        ways.hand_over(turn, case, body, by)
        desk.show(turn, case)
        return
    case.move("reply", turn.now, by, why=body if isinstance(body, str) else "")
    words = text("reply", number=case.number, body=body, job=_judged_by(case))
    say = Say(words, (verdict_row(case),), _photos(case), subject=case.number)
    desk.tell_owner(turn, case, say)
    wait_for_verdict(turn, case)
    desk.show(turn, case)
    card.show(turn, case) if case.department else None


def _judged_by(case: Case) -> str:
    """What the owner is asked about: the work of a repair, the answer to anything else; praise is thanked for."""
    return "praise" if case.kind is Kind.PRAISE else str(case.kind is Kind.REPAIR).lower()


def verdict_row(case: Case) -> tuple[Choice, ...]:
    """Yes or no; for a repair yes is the owner's signature under the work (验收, HA-6).

    An explanation is understood or not: nobody is asked to be satisfied with it (RE-5).
    """
    if is_explained(case):
        return (
            choice("understood", "gotit", case.number, case.round),
            choice("doubt", "unclear", case.number, case.round),
        )
    yes = "accept-work" if case.kind is Kind.REPAIR else "satisfied"
    return (
        choice(yes, "yes", case.number, case.round),
        choice("dissatisfied", "no", case.number, case.round),
    )


def _photos(case: Case) -> tuple[Attachment, ...]:
    done = case.result
    if done is None or done.round != case.round:
        return ()
    return tuple(Attachment(*item) for item in done.data.get("media", []))


def wait_for_verdict(turn: Turn, case: Case) -> None:
    """No word from the owner is no verdict: they are asked once more, then somebody calls (RE-5)."""
    due = turn.now + turn.site_of(case).sop.replies.remind
    turn.after(Timer("verdict", case.number, due, data={"round": case.round}))


def no_verdict(turn: Turn, timer: Timer) -> None:
    """Still no word: remind once, then put it on the desk's call list."""
    case = turn.book.case(timer.subject)
    if case is None or case.state is not State.REPLIED or case.round != timer.data["round"]:
        return
    if is_explained(case):  # that has a clock of its own
        return
    if timer.data.get("reminded") or ways.by_hand(case):  # who chose to be called is called
        return desk.call_for_verdict(turn, case)
    words = text("verdict-reminder", number=case.number)
    desk.tell_owner(turn, case, Say(words, (verdict_row(case),), subject=case.number))
    replies = turn.site_of(case).sop.replies
    due = turn.now + max(replies.call - replies.remind, replies.remind)
    return turn.after(Timer("verdict", case.number, due, data={"round": case.round, "reminded": True}))


TIMERS = {"verdict": no_verdict}
RELEASES = {approval.REPLY: release}
