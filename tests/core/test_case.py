"""A case: one table of transitions, a history that only grows, rounds that count."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case import ENDED, TRANSITIONS, Case, Kind, OutOfOrder, State

START = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)


def new_case(state: State = State.FILED) -> Case:
    return Case("WJ-20261117-0001", "wangjiang", START, Kind.REPAIR, 1, "厨房漏水", state=state)


@pytest.mark.sop("RP-9")
def test_every_step_is_on_record_with_who_when_from_to_and_why() -> None:
    case = new_case()
    case.move("dispatch", START, None, source="", to="engineering")
    case.move("take", START + timedelta(minutes=3), 7)
    case.note("delay", START + timedelta(minutes=9), 7, why="reason-parts")
    assert [(e.what, e.by, e.before, e.after, e.why) for e in case.history] == [
        ("dispatch", None, State.FILED, State.DISPATCHED, ""),
        ("take", 7, State.DISPATCHED, State.TAKEN, ""),
        ("delay", 7, State.TAKEN, State.TAKEN, "reason-parts"),
    ]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("what", TRANSITIONS)
def test_what_the_table_does_not_know_is_refused_and_leaves_no_trace(what: str, state: State) -> None:
    case = new_case(state)
    if state in TRANSITIONS[what]:
        case.move(what, START, 1)
        assert case.state is TRANSITIONS[what][state]
    else:
        with pytest.raises(OutOfOrder):
            case.move(what, START, 1)
        assert (case.state, case.history) == (state, [])


@pytest.mark.sop("RE-5")
def test_only_the_owners_word_or_an_explanation_nobody_answers_leads_to_closed() -> None:
    ways = {
        (what, before)
        for what, steps in TRANSITIONS.items()
        for before, after in steps.items()
        if after is State.CLOSED
    }
    assert ways == {("accept", State.REPLIED), ("explained", State.REPLIED)}


@given(st.lists(st.sampled_from(sorted(TRANSITIONS)), max_size=40))
def test_in_any_order_of_steps_history_explains_the_state(steps: list[str]) -> None:
    case = new_case()
    for minute, what in enumerate(steps):
        try:
            case.move(what, START + timedelta(minutes=minute), 1)
        except OutOfOrder:
            continue
    states = [State.FILED, *(e.after for e in case.history)]
    assert [e.before for e in case.history] == states[:-1]
    assert case.state is states[-1]
    assert case.round == 1 + sum(e.what.startswith("reject") for e in case.history)
    assert case.is_open == (case.state not in ENDED)


def test_since_looks_only_at_the_present_round() -> None:
    case = new_case(State.DISPATCHED)
    case.move("take", START, 7)
    case.move("finish", START, 7)
    case.move("reply", START, None)
    case.move("reject", START, 1)
    assert case.since("take") is None
    assert case.since("reject") == START
