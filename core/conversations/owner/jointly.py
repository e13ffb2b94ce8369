"""The timeline of a case, with the steps of the job it was joined to: those concern its owner as well (IN-14)."""

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import datetime

from core.case import Case, Entry, State
from core.conversations import sharing
from core.turn import Turn

# Steps of the work, whoever's case it is done under; what was said and agreed on with one owner is theirs.
WORK = frozenset(
    {"dispatch", "transfer", "take", "go", "arrive", "leave", "delay", "pause", "resume", "finish"}
)


def steps(turn: Turn, case: Case, told: Set[str]) -> list[Entry]:
    """What the owner is told, oldest first."""
    found = [*_of_leads(turn, case), *(e for e in case.history if e.what in told and not _is_taking_over(e))]
    return sorted(found, key=lambda entry: entry.at)


def _is_taking_over(entry: Entry) -> bool:
    """A step that only says that this case leads now, or that another leads: for its owner nothing happened."""
    return entry.why == "succeeds" or (entry.what == "join" and entry.before is State.JOINED)


def _of_leads(turn: Turn, case: Case) -> Iterator[Entry]:
    for number, until in _joined(case):
        lead = turn.book.case(number)
        if lead is None:
            continue
        for entry in lead.history:
            if (
                entry.what in WORK
                and entry.round == _round(lead, case)
                and (until is None or entry.at <= until)
            ):
                yield replace(entry, why=_reason(turn, lead, case, entry.why))


def _joined(case: Case) -> Iterator[tuple[str, datetime | None]]:
    """To which cases it was joined, and until when."""
    number = ""
    for entry in case.history:
        ends = entry.what in {"join", "split"} or entry.after is not State.JOINED
        if number and ends:
            yield number, entry.at
            number = ""
        if entry.what == "join":
            number = entry.data["lead"]
    if number:
        yield number, None


def _round(lead: Case, case: Case) -> int:
    """The round of the job the case waited for."""
    return next((e.round for e in lead.history if e.what == "gather" and e.data["case"] == case.number), 0)


def _reason(turn: Turn, lead: Case, case: Case, why: str) -> str:
    return why if why.startswith("reason-") else sharing.own_words(turn, why, lead, case)
