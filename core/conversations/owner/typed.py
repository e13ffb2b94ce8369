"""A verdict that is typed: 满意 or 没修好 and nothing else is the tap; all other words go on record (RE-5)."""

from collections.abc import Callable

from core.case import Case, State
from core.chat import What
from core.conversations.owner import status, verdict, words
from core.history.endings import is_explained
from core.texts import meant
from core.turn import Turn

YES = ("satisfied", "accept-work", "very-satisfied")
NO = ("dissatisfied", "not-fixed", "not-fixed-yet", "not-solved")
DOUBT = (*NO, "doubt")
Tap = Callable[[Turn, str, str], None]


def hear(turn: Turn, case: Case) -> None:
    """What an owner says to a case: a verdict, where it waits for one, or words."""
    tap = _verdict(turn, case)
    return tap(turn, case.number, str(case.round)) if tap else words.owner_says(turn, case)


def is_verdict(turn: Turn) -> bool:
    """Whether it was one, said to nothing in particular; of several answers they are asked which is meant."""
    mine = turn.book.cases_of(turn.who.id, limit=5) if meant(turn.event.text, (*YES, *DOUBT)) else ()
    asked = [case for case in mine if case.state is State.REPLIED and _verdict(turn, case)]
    case = turn.book.case(asked[0].number) if len(asked) == 1 else None
    if case is not None:
        hear(turn, case)
    elif asked:
        status.mine(turn)
    return bool(asked)


def _verdict(turn: Turn, case: Case) -> Tap | None:
    if case.state is not State.REPLIED or turn.event.attachments or turn.event.what is What.EDITED:
        return None
    if is_explained(case):  # nobody is asked to be satisfied with that
        return verdict.doubt if meant(turn.event.text, DOUBT) else None
    if meant(turn.event.text, NO):
        return verdict.no
    return verdict.yes if meant(turn.event.text, YES) else None
