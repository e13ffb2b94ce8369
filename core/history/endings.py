"""How a case was answered and how it ended: explained is never taken for satisfied (RE-5)."""

from collections.abc import Iterable
from enum import StrEnum

from core.case import Case, Entry, State
from core.history.entries import is_step

ANSWERS = frozenset({"reply", "explain"})
HANDED = "answer"  # to be said by hand
WORDS = frozenset({"add", "correct"})  # of the owner
OVER = frozenset({"accept", "explained", "reject", "reject-answer", "withdraw"})


class Ending(StrEnum):
    """What closed a case."""

    SATISFIED = "satisfied"  # the owner's word
    UNDERSTOOD = "understood"  # the owner's word on an explanation
    UNANSWERED = "unanswered"  # an explanation, and no answer to it
    WITHDRAWN = "withdrawn"


def is_explained(case: Case) -> bool:
    """Whether the owner's last answer was an explanation, not work done."""
    last = answer_of(case)
    return last is not None and last.what == "explain"


def answer_of(case: Case) -> Entry | None:
    """The newest answer the owner got."""
    return _last(case, ANSWERS)


def answered(case: Case) -> int:
    """How often the case was answered, decided by its owner or opened again; two who write at once see it differ."""
    return sum(is_given(e) or (e.what in OVER and is_step(e)) for e in case.history)


def is_given(entry: Entry) -> bool:
    """Whether the office answered with it, or gave an answer to somebody who says it by hand (RE-4)."""
    return entry.what == HANDED or (entry.what in ANSWERS and is_step(entry))


def said_since(case: Case) -> list[Entry]:
    """What the owner said after the newest answer, oldest first; whoever spoke was not silent (RE-5)."""
    answer, found = answer_of(case), list[Entry]()
    for entry in reversed(case.history):
        if entry is answer:
            return found[::-1]
        if entry.what in WORDS and entry.by == case.owner:
            found.append(entry)
    return []


def ending(case: Case) -> Ending | None:
    """How a case ended; none while it is open."""
    last = _last(case, OVER) if not case.is_open else None
    if last is None:
        return None
    if last.what == "explained":
        return Ending.UNDERSTOOD if last.why == "understood" else Ending.UNANSWERED
    return Ending.WITHDRAWN if last.what == "withdraw" else Ending.SATISFIED


def standing_of(case: Case) -> str:
    """A case's state as people are told it: an explanation is no work done, and its end no satisfaction."""
    if case.state is State.REPLIED and is_explained(case):
        return "explaining"
    found = ending(case)
    return found.value if found in {Ending.UNDERSTOOD, Ending.UNANSWERED} else case.state.value


STANDINGS = (*State, "explaining", Ending.UNDERSTOOD, Ending.UNANSWERED)


def _last(case: Case, kinds: Iterable[str]) -> Entry | None:
    return next((e for e in reversed(case.history) if e.what in kinds and is_step(e)), None)
