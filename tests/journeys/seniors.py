"""What the stories about those above the desk share."""

from typing import Any

from core.case import Case
from tests.town import Town


def private(person: Any, *fragments: str) -> Any:
    """The newest message somebody got in private that shows all of this."""
    found = [message for message in person.chat.said if message.shows(*fragments)]
    assert found, f"{person.name} has nothing with {fragments}: {person.chat.texts[-4:]}"
    return found[-1]


def entries(town: Town, case: Case, what: str) -> list[Any]:
    """The lines of a case's history by that name."""
    return [entry for entry in town.case(case.number).history if entry.what == what]


def waiting_draft(town: Town, case: Case) -> int:
    """Where the newest draft stands in the history."""
    history = town.case(case.number).history
    return max(index for index, entry in enumerate(history) if entry.what == "draft")
