"""How cases end: explained is never taken for satisfied, and of two answers the newest counts."""

from datetime import UTC, datetime

import pytest

from core.case import Case, Kind, OutOfOrder, State
from core.history.endings import Ending, answered, ending, is_explained, standing_of

NOW = datetime(2026, 11, 17, 2, tzinfo=UTC)


def case(*steps: tuple[str, str]) -> Case:
    """A case that took these steps, each for a reason."""
    made = Case("A-1", "here", NOW, Kind.COMPLAINT, 1, "太吵")
    for step, why in steps:
        made.move(step, NOW, 2, why)
    return made


@pytest.mark.sop("RE-5")
@pytest.mark.parametrize(
    ("steps", "end", "standing"),
    [
        ([], None, "filed"),
        ([("reply", "")], None, "replied"),
        ([("reply", ""), ("accept", "")], Ending.SATISFIED, "closed"),
        ([("explain", "")], None, "explaining"),
        ([("explain", ""), ("explained", "understood")], Ending.UNDERSTOOD, "understood"),
        ([("explain", ""), ("explained", "silence")], Ending.UNANSWERED, "unanswered"),
        ([("explain", ""), ("reply", ""), ("accept", "")], Ending.SATISFIED, "closed"),
        ([("explain", ""), ("reject-answer", ""), ("reply", "")], None, "replied"),
        ([("explain", ""), ("explained", "silence"), ("reject-answer", "")], None, "filed"),
        ([("withdraw", "")], Ending.WITHDRAWN, "withdrawn"),
    ],
)
def test_every_end_is_told_apart(steps: list[tuple[str, str]], end: Ending | None, standing: str) -> None:
    assert ending(case(*steps)) == end
    assert standing_of(case(*steps)) == standing


@pytest.mark.sop("RE-5")
def test_what_was_only_noted_is_no_answer() -> None:
    found = case(("explain", "理由"))
    for what in ("reject", "accept"):
        found.note(what, NOW, 1, why="我还是不同意")
    assert is_explained(found)
    assert answered(found) == 1


@pytest.mark.sop("RE-5")
def test_nothing_is_closed_as_explained_without_an_explanation() -> None:
    with pytest.raises(OutOfOrder):
        case(("explained", "silence"))
    closed = case(("explain", ""), ("explained", "silence"))
    with pytest.raises(OutOfOrder):
        closed.move("accept", NOW, 1)
    assert closed.state is State.CLOSED
