"""The ladder of a clock: whom to tell, when, and never twice."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.case import Kind
from core.policy import read_sop
from core.timing.clock import (
    next_step,
    step_at,
    steps_due,
    told,
)
from core.timing.clocks import clocks
from tests.core.stories import (
    DAY,
    HANGZHOU,
    HOUR,
    LADDER,
    MINUTE,
    OFFICE,
    SECOND,
    TUESDAY,
    Story,
    after,
    dispatched,
    taken,
)

# the ladder


@pytest.mark.sop("DI-3")
def test_a_nights_outage_ends_in_one_message_and_each_step_is_told_once() -> None:
    clock = dispatched().clock("take")
    due = clock.due
    assert steps_due(clock, due - SECOND, LADDER) is None
    assert steps_due(clock, due, LADDER) == 0
    assert steps_due(clock, due + 14 * MINUTE, LADDER, told=0) is None
    assert steps_due(clock, due + 15 * MINUTE, LADDER, told=0) == 1
    assert steps_due(clock, due + 9 * HOUR, LADDER) == 2  # down since before it was due
    assert steps_due(clock, due + 9 * DAY, LADDER, told=2) is None
    assert steps_due(clock, due, ()) is None
    looks = [next_step(clock, due, LADDER, told) for told in (-1, 0, 1, 2)]
    assert looks == [due, due + 15 * MINUTE, due + 30 * MINUTE, None]


def test_nobody_is_reminded_of_what_is_taken_or_stands_still() -> None:
    assert steps_due(taken(HOUR).clock("take"), after(2 * HOUR), LADDER) is None
    paused = taken().notes("pause", 6 * DAY, "reason-parts", until=after(9 * DAY)).clock("finish")
    assert steps_due(paused, after(8 * DAY), LADDER) is None
    assert next_step(paused, after(8 * DAY), LADDER) == after(9 * DAY)
    assert steps_due(paused, after(9 * DAY), LADDER) == 2


def test_what_was_told_is_on_record_and_a_new_time_begins_a_new_ladder() -> None:
    story = taken()
    assert told(story.case, story.clock("arrive")) == -1
    story.notes("remind", 20 * MINUTE, "group", clock="arrive", step=0)
    story.notes("remind", 25 * MINUTE, "group", clock="take", step=2)
    story.notes("remind", 35 * MINUTE, "supervisor", clock="arrive", step=1)
    assert told(story.case, story.clock("arrive")) == 1
    story.notes("delay", HOUR, "reason-parts", until=after(2 * HOUR))
    assert told(story.case, story.clock("arrive")) == -1


def test_a_limit_of_nothing_is_no_error() -> None:
    sop = read_sop({"deadlines": {"take": "0s"}})
    (clock,) = [c for c in clocks(dispatched().case, sop, OFFICE) if c.name == "take"]
    assert (clock.due, steps_due(clock, TUESDAY, LADDER)) == (TUESDAY, 2)


@given(st.lists(st.integers(0, 600), min_size=1, max_size=60), st.integers(0, 600))
def test_whenever_one_looks_no_step_is_told_twice_or_before_its_time(
    minutes: list[int], taken_at: int
) -> None:
    clock = taken(taken_at * MINUTE).clock("take")
    heard: list[tuple[int, int]] = []
    for minute in sorted(minutes):
        step = steps_due(clock, after(minute * MINUTE), LADDER, heard[-1][1] if heard else -1)
        heard += [] if step is None else [(minute, step)]
    assert [step for _, step in heard] == sorted({step for _, step in heard})
    assert all(15 * (step + 1) <= minute < taken_at for minute, step in heard)


@pytest.mark.sop("DI-3")
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60 * 24 * 14), st.integers(1, 300))
def test_the_rungs_of_working_time_are_those_of_a_walk_through_the_open_minutes(
    opened: int, limit: int
) -> None:
    """Over two weeks with Golden Week in them; each rung is told in the first minute of which the office is open."""
    sop = read_sop({"clocks": {"answer": f"{limit}wm"}})
    story = Story(Kind.PRAISE, datetime(2026, 9, 28, tzinfo=HANGZHOU) + opened * MINUTE)
    (clock,) = [c for c in clocks(story.case, sop, OFFICE) if c.name == "judge"]
    told, moment, worked = [], story.case.opened, 0
    while len(told) < len(LADDER):
        if OFFICE.is_working(moment):
            told += [moment] if worked == limit * (len(told) + 1) else []
            worked += 1
        moment += MINUTE
    assert [step_at(clock, n) for n in range(len(LADDER))] == told


@pytest.mark.sop("DI-3")
def test_days_are_told_by_day_and_an_emergency_at_any_hour() -> None:
    night = datetime(2026, 11, 17, 23, 30, tzinfo=HANGZHOU)
    work = Story(opened=night).clock("finish")
    assert [step_at(work, n) for n in (0, 1)] == [night + timedelta(days=n, hours=9) for n in (5, 6)]
    assert steps_due(work, night + 5 * DAY + HOUR, LADDER) is None
    assert next_step(work, night + 5 * DAY + HOUR, LADDER) == night + timedelta(days=5, hours=9)
    urgent = Story(Kind.COMPLAINT, night, urgent=True).clock("reply")
    assert [step_at(urgent, n) for n in (0, 1)] == [night + n * DAY for n in (1, 2)]
