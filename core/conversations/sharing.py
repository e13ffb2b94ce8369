"""What all owners of an incident hear: each step of the one job, each with their own number and in their language.

What is between the office and one owner alone is not shared: their words, their quotation, their verdict. Nor is
anybody's name, number or home shown to a neighbour.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import TypeVar, cast

from core.case import Case
from core.chat import Param, Say, Text, text
from core.conversations.wording import HIDDEN, hidden, place_of
from core.history.incidents import LEADING, leads, members
from core.turn import Turn

Body = TypeVar("Body", bound=Text | str)

# Steps of the work, as an owner hears of them; every other word to an owner is theirs alone.
STEPS = frozenset(
    {"owner-taken", "owner-going", "owner-arrived", "owner-delayed", "owner-paused", "owner-resumed"}
)
STEPS |= {"owner-handed-on"}
STEPS |= {"owner-news", "owner-on-plan", "owner-still", "still-arranging"}
STEPS |= {"owner-promised", "owner-reported", "owner-outside-news"}
# About one home or one verdict; a notice goes to each by itself.
PRIVATE = frozenset(
    {"owner-agreed", "owner-missed-us", "owner-visit-missed", "owner-explained", "owner-notice"}
)
TO_LIST = 6  # homes on a card; how many there are is said besides


def waiting(turn: Turn, lead: Case) -> list[Case]:
    """The cases that wait for this one's job, locked, the oldest first."""
    found = (turn.book.case(number) for number in sorted(members(lead)))
    return [case for case in found if case is not None and leads(lead, case)]


def shared(turn: Turn, lead: Case, say: Say) -> Iterator[tuple[Case, Say]]:
    """What is told to the owner of a lead, for the owners of the cases joined to it, if it is a step of the work."""
    if say.text.key not in STEPS:
        return
    for case in waiting(turn, lead):
        yield case, Say(own_words(turn, say.text, lead, case), subject=case.number)


def answers(turn: Turn, lead: Case, body: Body, by: int | None) -> Iterator[tuple[Case, Body]]:
    """The answer to a lead, for each owner who waits for it too; whose work it was is on their record (RE-5)."""
    for case in waiting(turn, lead):
        case.note(
            "answered-with",
            turn.now,
            by,
            lead=lead.number,
            department=lead.department,
            handler=lead.handler,
        )
        yield case, own_words(turn, body, lead, case)


def was_answered(case: Case) -> bool:
    """Whether the answer is already on its way to the owner, though somebody has still to say it (RE-4)."""
    last = case.last("answered-with")
    return last is not None and last.round == case.round and last.data["lead"] == case.lead


def own_words(turn: Turn, body: Body, lead: Case, case: Case) -> Body:
    """What was said to a lead's owner, as this one is to hear it."""
    titles = turn.site_of(lead).sop.incidents.titles
    said = neutral(body, lead, titles) if isinstance(body, str) else for_neighbour(body, lead, case, titles)
    return cast(Body, said)


def for_neighbour(words: Text, lead: Case, case: Case, titles: Sequence[str] = ()) -> Text:
    """The same words with the neighbour's own number and place, without the name and the home of whoever was first."""
    own: dict[str, Param] = {
        "number": case.number,
        "place": place_of(case.unit),
        "kind": str(case.kind),
        "round": case.round,
    }
    params = {name: own.get(name, _param(value, lead, case, titles)) for name, value in words.params.items()}
    return replace(words, params=params)


def _param(value: Param, lead: Case, case: Case, titles: Sequence[str]) -> Param:
    if isinstance(value, Text):
        return for_neighbour(value, lead, case, titles)
    if isinstance(value, tuple):
        return tuple(for_neighbour(each, lead, case, titles) for each in value)
    return neutral(value, lead, titles) if isinstance(value, str) else value


def neutral(words: str, lead: Case, titles: Sequence[str] = ()) -> str:
    """Words written about one home as its neighbours may read them: nobody's name, telephone or room (IN-14)."""
    if lead.name and titles:
        called = rf"{re.escape(lead.name[0])}(?:{'|'.join(map(re.escape, titles))})[,，:：\s]*"
        words = re.sub(called, "", words)
    words = hidden(words, lead.name)
    return re.sub(_spellings(lead.unit), HIDDEN, words) if lead.unit else words


def _spellings(unit: str) -> str:
    """The ways people write 3-2-1201, or its room alone."""
    *above, room = unit.removeprefix("S").split("-")
    between = r"\s?(?:栋|幢|号楼|座|#|单元|门|-)?\s?"
    whole = between.join(map(re.escape, (*above, room)))
    return rf"(?<![0-9])(?:{whole}|{re.escape(room)})(?![0-9])(?:\s?室)?"


def with_neighbours(question: Text, case: Case) -> Text:
    """What somebody is asked to write, saying who else will read it."""
    others = len(members(case)) if case.state in LEADING else 0
    return text("and-to-neighbours", question=question, count=others) if others else question


def homes(lead: Case) -> Text | str:
    """The homes of whoever is joined, in a line; no more than fit a card."""
    places = [place_of(unit) for unit in members(lead).values()][:TO_LIST]
    return reduce(lambda a, b: text("listed", a=a, b=b), places[1:], places[0]) if places else ""
