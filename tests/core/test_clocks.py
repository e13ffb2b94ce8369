"""Clocks out of a case's history: started, stopped and moved by what happened, and by nothing else."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.case import Kind, State
from core.timing.clock import (
    breach,
    is_breached,
)
from core.timing.clocks import clocks
from tests.core.stories import (
    DAY,
    HOUR,
    MINUTE,
    OFFICE,
    SECOND,
    SOP,
    Story,
    after,
    answered,
    dispatched,
    taken,
)

# taking (DI-3)


@pytest.mark.sop("DI-3")
@pytest.mark.parametrize(("taken_at", "late"), [(15 * MINUTE, False), (15 * MINUTE + SECOND, True)])
def test_a_job_taken_at_the_closing_second_is_in_time(taken_at: timedelta, late: bool) -> None:
    clock = taken(taken_at).clock("take")
    assert (clock.due, clock.ended) == (after(15 * MINUTE), after(taken_at))
    assert is_breached(clock, after(DAY)) is late


@pytest.mark.sop("DI-3")
def test_a_late_step_between_two_sweeps_is_late_all_the_same() -> None:
    late = taken(16 * MINUTE).clock("take")
    assert breach(late, after(20 * MINUTE)) == after(15 * MINUTE)
    assert breach(late, after(15 * MINUTE)) is None


@pytest.mark.sop("DI-3")
def test_a_transferred_job_is_under_a_clock_of_its_own() -> None:
    story = taken().does("transfer", HOUR).does("transfer", 2 * HOUR)
    spans = [(c.started, c.ended, c.due) for c in story.clocks("take")]
    quarter = 15 * MINUTE
    assert spans == [
        (after(0 * HOUR), after(5 * MINUTE), after(quarter)),
        (after(HOUR), after(2 * HOUR), after(HOUR + quarter)),
        (after(2 * HOUR), None, after(2 * HOUR + quarter)),
    ]
    assert [c.ended for c in story.clocks("arrive")] == [after(HOUR)]


@pytest.mark.sop("DI-3")
def test_what_nobody_has_been_given_is_under_the_desks_clock() -> None:
    assert Story().clock("judge").due == after(15 * MINUTE)
    declined = taken().does("return", HOUR).clock("judge")
    assert (declined.started, declined.due, declined.ended) == (after(HOUR), after(HOUR + 15 * MINUTE), None)


def test_a_second_round_starts_its_clocks_anew_and_the_reason_told_later_does_not() -> None:
    story = answered().does("reject", DAY).notes("reject", DAY + HOUR, why="又漏了", media=[])
    for name, limit in (("take", 15 * MINUTE), ("finish", 5 * DAY)):
        clock = story.clock(name)
        assert (clock.round, clock.started, clock.due, clock.ended) == (
            2,
            after(DAY),
            after(DAY + limit),
            None,
        )
        assert len(story.clocks(name)) == 2


NOTES = [
    "add",
    "chase",
    "look",
    "progress",
    "correct",
    "obstacle",
    "human",
    "remind",
    "taken-before",
]
NOTES += ["call", "unreached", "survey", "reject"]


@pytest.mark.parametrize("what", NOTES)
@pytest.mark.parametrize("state", State)
def test_an_edit_touches_no_clock(what: str, state: State) -> None:
    story = _in(state)
    before = clocks(story.case, SOP, OFFICE)
    story.notes(what, 2 * DAY, why="还在漏", media=[], until=after(9 * DAY), at=after(9 * DAY))
    assert clocks(story.case, SOP, OFFICE) == before


def _in(state: State) -> Story:
    ways = {
        State.FILED: (),
        State.DISPATCHED: ("dispatch",),
        State.TAKEN: ("dispatch", "take"),
        State.ON_SITE: ("dispatch", "take", "arrive"),
        State.DONE: ("dispatch", "take", "finish"),
        State.JOINED: ("dispatch", "join"),
        State.REPLIED: ("dispatch", "take", "finish", "reply"),
        State.CLOSED: ("dispatch", "take", "finish", "reply", "accept"),
        State.WITHDRAWN: ("withdraw",),
    }
    story = Story(Kind.COMPLAINT)
    for n, what in enumerate(ways[state]):
        story.does(what, n * MINUTE)
    assert story.case.state is state
    return story


@pytest.mark.parametrize("state", [State.REPLIED, State.CLOSED, State.WITHDRAWN])
def test_what_waits_for_nobody_is_under_no_clock(state: State) -> None:
    assert not [clock for clock in clocks(_in(state).case, SOP, OFFICE) if clock.ended is None]


# arriving (HA-1)


@pytest.mark.sop("HA-1")
@pytest.mark.parametrize(("urgent", "minutes"), [(False, 15), (True, 5)])
def test_somebody_is_there_within_minutes_of_taking_and_arriving_stops_the_clock(
    urgent: bool, minutes: int
) -> None:
    story = taken(2 * MINUTE, urgent=urgent).does("arrive", (2 + minutes) * MINUTE)
    clock = story.clock("arrive")
    assert (clock.started, clock.due, clock.ended) == (
        after(2 * MINUTE),
        clock.ended,
        after((2 + minutes) * MINUTE),
    )
    assert not is_breached(clock, after(DAY))


@pytest.mark.sop("HA-1")
def test_an_appointment_is_what_counts_whether_agreed_before_or_after_taking() -> None:
    five = after(7 * HOUR)
    before = dispatched().notes("appointment", MINUTE, at=five).does("take", 5 * MINUTE)
    later = taken().notes("appointment", 6 * MINUTE, at=five)
    assert before.clock("arrive").due == later.clock("arrive").due == five
    moved = later.notes("appointment", 7 * HOUR + MINUTE, at=after(DAY)).clock("arrive")
    assert (moved.due, moved.missed) == (after(DAY), (five,))
    assert breach(moved, after(8 * HOUR)) == five


def test_an_appointment_that_has_passed_binds_whoever_takes_the_job_afterwards_no_more() -> None:
    story = dispatched().notes("appointment", MINUTE, at=after(HOUR)).does("take", 2 * HOUR)
    assert story.clock("arrive").due == after(2 * HOUR + 15 * MINUTE)
    again = answered().does("reject", DAY)
    again.case.history.insert(
        2, replace(again.case.history[1], what="appointment", data={"at": "2026-11-30T10:00:00"})
    )
    assert again.does("take", DAY + HOUR).clock("arrive").due == after(DAY + HOUR + 15 * MINUTE)


@pytest.mark.sop("HA-4")
def test_a_delay_gives_a_new_time_but_mends_no_breach() -> None:
    in_time = taken().notes("delay", 10 * MINUTE, "reason-parts", until=after(2 * HOUR)).clock("arrive")
    assert (in_time.due, in_time.missed) == (after(2 * HOUR), ())
    too_late = taken().notes("delay", HOUR, "reason-parts", until=after(2 * HOUR)).clock("arrive")
    assert too_late.due == after(2 * HOUR)
    assert breach(too_late, after(90 * MINUTE)) == after(20 * MINUTE)


@pytest.mark.sop("HA-4")
@pytest.mark.parametrize(
    ("why", "until"),
    [
        ("", "2026-11-17T12:00:00+08:00"),  # no reason
        ("reason-parts", None),
        ("reason-parts", "tomorrow"),
        ("reason-parts", "2026-11-17T10:10:00+08:00"),  # not ahead
        ("reason-parts", "9999-12-31T23:59:59+00:00"),
        ("reason-parts", 1795000000),
    ],
)
@pytest.mark.parametrize("what", ["delay", "pause"])
def test_neither_delay_nor_pause_is_one_without_reason_and_new_time(what: str, why: str, until: Any) -> None:
    story = taken()
    before = clocks(story.case, SOP, OFFICE)
    story.notes(what, 10 * MINUTE, why, until=until)
    assert clocks(story.case, SOP, OFFICE) == before
