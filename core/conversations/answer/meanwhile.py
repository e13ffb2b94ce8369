"""Of two colleagues who answer at once the first has answered; the other is told who, and loses no words (RE-1)."""

from collections.abc import Mapping

from core.case import Case, Entry
from core.chat import choice
from core.history.endings import OVER, answered, is_given
from core.turn import Turn


def seen(case: Case) -> Mapping[str, str]:
    """What somebody saw when they began to write."""
    return {"seen": str(answered(case))}


def moved_on(turn: Turn, case: Case, stamp: str, words: str = "") -> bool:
    """Whether the case was answered or decided since; whoever is late is told so, with their words given back."""
    if stamp in {"", str(answered(case))}:
        return False
    last = _last(case)
    if last is None or last.by is None or last.what in OVER:
        turn.answer_tap("moved-on", alert=True, number=case.number)
    else:
        tell_who(turn, case, last)
    if words:
        row = (choice("write-owner", "answer", case.number),)
        turn.reply("your-words", row, number=case.number, words=words)
    return True


def tell_who(turn: Turn, case: Case, last: Entry) -> None:
    """Who was faster."""
    person = turn.book.person(last.by) if last.by else None
    turn.answer_tap("answered-by", alert=True, number=case.number, who=person.name if person else "—")


def _last(case: Case) -> Entry | None:
    """The newest answer, said or handed to somebody to say."""
    return next((e for e in reversed(case.history) if is_given(e)), None)
