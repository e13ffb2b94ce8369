"""An explanation waits for a word: asked once more, then called, then closed as explained if none comes (RE-5).

Work that was done is another matter: silence never closes that.
"""

from datetime import datetime, timedelta

from core.book import Timer
from core.case import Case, State
from core.chat import Say, Text, choice, text
from core.conversations.answer import rounds
from core.conversations.answer.reply import verdict_row
from core.conversations.desk import desk
from core.history.endings import answer_of, is_explained, said_since
from core.texts import render
from core.turn import Turn

KIND = "explained"
CALL = "explained-call"
BY_HAND = frozenset(
    {"undeliverable", "answer"}
)  # while somebody still has to tell them, they did not stay silent


def begin(turn: Turn, case: Case, words: Text) -> None:
    """From here on the owner may answer; one who is not in the chat is called at once."""
    turn.book.cancel("verdict", case.number)
    if case.way not in {"", "chat"}:
        desk.open_call(turn, case, CALL, render(words, turn.site_of(case).language, turn.now))
    _look_again(turn, case, "remind", turn.now + turn.site_of(case).sop.replies.remind)


def fall_due(turn: Turn, timer: Timer) -> None:
    """Still no word."""
    case = turn.book.case(timer.subject)
    if case is None or case.state is not State.REPLIED or not is_explained(case):
        return
    if case.round == timer.data["round"]:
        STEPS[timer.data["step"]](turn, case)


def _remind(turn: Turn, case: Case) -> None:
    if said_since(case):  # they did see it
        return _call(turn, case)
    words = text("explained-reminder", number=case.number)
    desk.tell_owner(turn, case, Say(words, (verdict_row(case),), subject=case.number))
    return _look_again(turn, case, "call", turn.now + _pause(turn, case))


def _call(turn: Turn, case: Case) -> None:
    if said_since(case):
        return _ask_what_they_mean(turn, case)
    desk.open_call(turn, case, CALL)
    return _look_again(turn, case, "close", max(_end(turn, case), turn.now + _pause(turn, case)))


def _ask_what_they_mean(turn: Turn, case: Case) -> None:
    """Words are no silence, and no 明白了 either: somebody asks by telephone what they were, and enters it."""
    said = "\n".join(entry.why for entry in said_since(case) if entry.why)
    words = text("explained-words", words=said or text("only-pictures"))
    if not turn.book.tasks(case.site, CALL, case.number):
        desk.open_call(turn, case, CALL, render(words, turn.site_of(case).language, turn.now))
    _look_again(turn, case, "close", turn.now + turn.site_of(case).sop.replies.call)


def _close(turn: Turn, case: Case) -> None:
    """No answer in the chat, and none to a call: closed as explained, which says nothing about satisfaction."""
    if said_since(case):
        return _ask_what_they_mean(turn, case)
    if not _was_heard(turn, case):
        return _look_again(turn, case, "close", turn.now + turn.site_of(case).sop.replies.call)
    rounds.close_explained(turn, case, None, "silence")
    row = (choice("doubt", "again", case.number),)
    words = text("owner-explained", number=case.number)
    return desk.tell_owner(turn, case, Say(words, (row,), subject=case.number))


def _was_heard(turn: Turn, case: Case) -> bool:
    """Whether the explanation can have reached them: nothing of it waits to be told by hand."""
    if any(turn.book.tasks(case.site, kind, case.number) for kind in BY_HAND):
        return False
    explained = answer_of(case)
    called = any(e.what == "call" and explained and e.at >= explained.at for e in case.history)
    return called or case.way in {"", "chat"}


def _end(turn: Turn, case: Case) -> datetime:
    explained = answer_of(case)
    return (explained.at if explained else turn.now) + turn.site_of(case).sop.replies.explained


def _pause(turn: Turn, case: Case) -> timedelta:
    replies = turn.site_of(case).sop.replies
    return max(replies.call - replies.remind, replies.remind)


def _look_again(turn: Turn, case: Case, step: str, due: datetime) -> None:
    turn.after(Timer(KIND, case.number, due, data={"round": case.round, "step": step}))


STEPS = {"remind": _remind, "call": _call, "close": _close}
TIMERS = {KIND: fall_due}
