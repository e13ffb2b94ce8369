"""How a case was answered and how it ended: explained is never taken for satisfied (RE-5)."""

from collections.abc import Iterable
from enum import StrEnum

from core.case import Case, Entry, State
from core.history.entries import is_step

ANSWERS = frozenset({"reply", "explain"})
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
    return sum(e.what in ANSWERS | OVER and is_step(e) for e in case.history)


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
