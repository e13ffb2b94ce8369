"""Clocks against a walk through the minutes."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from core.case import State
from core.timing.clock import (
    breach,
)
from core.timing.clocks import clocks
from tests.core.stories import DAY, HANGZHOU, OFFICE, SOP
from tests.core.walking import (
    AGREED,
    BY_HOURS,
    BY_WALL,
    NAMES_START,
    PLAYED,
    Moves,
    Walk,
    happenings,
    lives,
    play,
)


@settings(max_examples=300, deadline=None)
@given(happenings, st.booleans(), st.booleans(), st.integers(0, 3))
def test_clocks_say_what_a_walk_through_the_minutes_says(
    moves: Moves, urgent: bool, working: bool, begun: int
) -> None:
    """In working time nothing is agreed here: what is agreed for an hour nobody works has no length there."""
    case = play(moves, urgent, PLAYED if working else PLAYED + AGREED, begun)
    expected, until = [], case.history[-1].at + DAY
    for name in NAMES_START:
        for begun, ended in lives(case, name):
            due, broken = Walk(case, name, begun, ended, working and name == "finish").walk()
            end = None if ended is None else case.history[ended].at
            expected.append((name, case.history[begun].at, end, due, broken))
    derived = [c for c in clocks(case, BY_HOURS if working else BY_WALL, OFFICE) if c.name != "progress"]
    found = [(c.name, c.started, c.ended, c.due, breach(c, until)) for c in derived]
    assert sorted(map(_shown, found)) == sorted(map(_shown, expected))


def _shown(row: tuple[Any, ...]) -> list[str]:
    return [f"{x.astimezone(HANGZHOU):%d %H:%M}" if isinstance(x, datetime) else str(x) for x in row]


@settings(max_examples=150, deadline=None)
@given(happenings, st.booleans())
def test_a_case_that_waits_for_us_is_always_under_a_clock(moves: Moves, urgent: bool) -> None:
    case = play(moves, urgent, PLAYED + AGREED)
    running = {clock.name for clock in clocks(case, SOP, OFFICE) if clock.ended is None}
    wanted = {State.FILED: "judge", State.DISPATCHED: "take", State.TAKEN: "arrive", State.ON_SITE: "finish"}
    assert case.state not in wanted or wanted[case.state] in running
    if case.state in {State.FILED, State.DISPATCHED, State.TAKEN, State.ON_SITE, State.DONE}:
        assert running & {"reply", "promise"}


@settings(max_examples=100, deadline=None)
@given(happenings, st.booleans(), st.integers(0, 24))
def test_what_has_ended_is_never_told_otherwise_later(moves: Moves, urgent: bool, cut: int) -> None:
    case = play(moves, urgent, PLAYED + AGREED)
    early = replace(case, history=case.history[: cut + 1])
    done = [clock for clock in clocks(early, SOP, OFFICE) if clock.ended is not None]
    assert not [clock for clock in done if clock not in clocks(case, SOP, OFFICE)]
