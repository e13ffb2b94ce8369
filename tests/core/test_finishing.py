"""When work is to be done, what ends that clock, and what makes it stand still."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from core.case import TRANSITIONS, Kind
from core.policy import read_sop
from core.timing.clock import (
    breach,
    is_breached,
    is_paused,
    is_running,
    remaining,
)
from core.timing.clocks import clocks
from core.timing.limits import size_of
from tests.core.stories import (
    DAY,
    HANGZHOU,
    HOUR,
    MINUTE,
    OFFICE,
    SECOND,
    SOP,
    TUESDAY,
    Story,
    after,
    answered,
    dispatched,
    taken,
)

# finishing (HA-2)


@pytest.mark.sop("HA-2")
@pytest.mark.parametrize(
    ("opened", "more", "due"),
    [
        ("2026-11-17 10:00", {"size": "minor"}, "2026-11-20 10:00"),
        ("2026-11-17 10:00", {"size": "ordinary"}, "2026-11-22 10:00"),
        ("2026-11-17 10:00", {}, "2026-11-22 10:00"),
        ("2026-09-30 10:00", {}, "2026-10-05 10:00"),  # repairs do not wait for Golden Week to end
        ("2026-11-17 23:50", {"urgent": True, "because": ("漏水",)}, "2026-11-18 06:00"),
        ("2026-11-17 21:00", {"urgent": True, "because": ("停电",)}, "2026-11-18 06:00"),
        ("2026-11-18 00:10", {"urgent": True, "because": ("Burst pipe",)}, "2026-11-18 06:00"),
        ("2026-11-18 05:40", {"urgent": True, "because": ("爆管",)}, "2026-11-18 07:40"),
        ("2026-11-17 23:50", {"urgent": True, "because": ("电梯", "困")}, "2026-11-18 07:50"),
        ("2026-11-17 23:50", {"urgent": True, "same_night": True}, "2026-11-18 06:00"),
        ("2026-11-17 23:50", {"urgent": True, "because": ("漏水",), "same_night": False}, "2026-11-18 07:50"),
    ],
)
def test_when_work_is_to_be_done(opened: str, more: dict[str, Any], due: str) -> None:
    start, end = (datetime.fromisoformat(words).replace(tzinfo=HANGZHOU) for words in (opened, due))
    clock = Story(opened=start, **more).clock("finish")
    assert (clock.started, clock.due) == (start, end)


@pytest.mark.sop("HA-2")
@pytest.mark.parametrize(
    ("issue", "size"),
    [
        ("客厅灯泡不亮了", "minor"),
        ("水龙头一直滴水，来看看", "minor"),
        ("門鎖打不開", "minor"),
        ("The door lock is stuck", "minor"),
        ("卫生间下水慢", "minor"),
        ("厨房漏水", "ordinary"),
        ("水龙头后面的墙渗水", "ordinary"),
        ("Bathroom tap is fine but the ceiling drips", "ordinary"),
        ("整栋的灯泡都不亮", "ordinary"),
        ("", "ordinary"),
    ],
)
def test_the_words_say_how_large_a_repair_is_until_the_desk_does(issue: str, size: str) -> None:
    assert size_of(issue, SOP) == size
    story = taken()
    story.case.issue = issue
    assert story.clock("finish").due == after((3 if size == "minor" else 5) * DAY)
    other = "ordinary" if size == "minor" else "minor"
    assert story.notes("judge", HOUR, size=other).clock("finish").due == after(
        (5 if size == "minor" else 3) * DAY
    )


# joined, settled, explained, gone to at once


def test_whoever_joins_an_incident_waits_for_its_job_and_is_still_owed_words() -> None:
    story = taken(kind=Kind.COMPLAINT).does("join", HOUR)
    assert {c.name for c in clocks(story.case, SOP, OFFICE) if c.ended is None} == {"reply"}
    assert story.clock("reply").due == after(DAY)
    split = story.does("split", 2 * HOUR)
    assert split.clock("judge").due == after(2 * HOUR + 15 * MINUTE)
    assert split.clock("finish").due == after(2 * HOUR + 5 * DAY)
    assert len(split.clocks("reply")) == 1


def test_a_repair_that_joins_one_is_owed_words_from_then_on() -> None:
    assert not taken().clocks("reply")
    assert taken().does("join", HOUR).clock("reply").due == after(HOUR + DAY)


def test_a_repair_that_is_done_and_not_answered_is_the_desks_business() -> None:
    assert taken().does("finish", HOUR).clock("reply").due == after(DAY + HOUR)
    assert answered().clock("reply").ended == after(HOUR)


def test_what_is_solved_on_the_spot_needs_nobody_but_its_answer() -> None:
    story = Story(Kind.COMPLAINT).does("settle", MINUTE)
    assert {c.name for c in clocks(story.case, SOP, OFFICE) if c.ended is None} == {"reply", "progress"}


def test_an_explanation_ends_every_clock() -> None:
    for story in (taken(), taken(kind=Kind.COMPLAINT).notes("promise", HOUR, until=after(DAY))):
        story.does("explain", 2 * HOUR)
        assert not [c for c in clocks(story.case, SOP, OFFICE) if c.ended is None]


@pytest.mark.sop("HA-1")
def test_whoever_goes_at_once_has_to_arrive_all_the_same() -> None:
    story = dispatched(urgent=True).does("go", 2 * MINUTE)
    assert story.clock("take").ended == after(2 * MINUTE)
    assert (story.clock("arrive").started, story.clock("arrive").due) == (
        after(2 * MINUTE),
        after(7 * MINUTE),
    )
    assert story.clock("finish").ended is None


@pytest.mark.sop("HA-4", "HA-1")
def test_whoever_found_nobody_has_to_come_again() -> None:
    story = taken().does("arrive", 9 * MINUTE).does("leave", HOUR)
    first, second = story.clocks("arrive")
    assert (first.ended, second.started, second.ended) == (after(9 * MINUTE), after(HOUR), None)
    assert second.due == after(HOUR + 15 * MINUTE)
    story.notes("delay", HOUR, "reason-nobody-home", until=after(DAY))
    assert story.clock("arrive").due == after(DAY)
    assert story.clock("finish").due == after(5 * DAY)


def test_handing_a_job_about_gives_nobody_more_time_to_finish() -> None:
    story = (
        taken().does("return", DAY).does("dispatch", 2 * DAY).does("take", 2 * DAY).does("transfer", 3 * DAY)
    )
    assert [(c.started, c.due, c.ended) for c in story.clocks("finish")] == [(TUESDAY, after(5 * DAY), None)]


def test_an_enquiry_has_work_to_finish_once_it_was_made_a_job() -> None:
    assert not Story(Kind.ENQUIRY).clocks("finish")
    story = Story(Kind.ENQUIRY).does("dispatch", HOUR).does("return", 2 * HOUR).does("dispatch", 3 * HOUR)
    assert [(c.started, c.due) for c in story.clocks("finish")] == [(after(HOUR), after(5 * DAY + HOUR))]


def test_work_for_an_appointment_is_not_due_before_it() -> None:
    friday_week = after(10 * DAY)
    assert taken().notes("appointment", HOUR, at=friday_week).clock("finish").due == friday_week
    assert taken().notes("appointment", HOUR, at=after(DAY)).clock("finish").due == after(5 * DAY)
    paused = taken().notes("pause", HOUR, "reason-parts", until=after(HOUR + DAY))
    assert paused.notes("appointment", 2 * HOUR, at=after(7 * DAY)).clock("finish").due == after(7 * DAY)


@pytest.mark.sop("HA-4")
def test_a_delay_never_takes_days_away_from_the_work() -> None:
    visit = taken().notes("delay", 6 * MINUTE, "reason-parts", until=after(2 * HOUR))
    assert (visit.clock("arrive").due, visit.clock("finish").due) == (after(2 * HOUR), after(5 * DAY))
    work = taken().does("arrive", 9 * MINUTE).notes("delay", HOUR, "reason-parts", until=after(2 * HOUR))
    assert work.clock("finish").due == after(5 * DAY)
    work.notes("delay", 2 * HOUR, "reason-parts", until=after(7 * DAY))
    assert work.clock("finish").due == after(7 * DAY)


@pytest.mark.sop("HA-4")
@pytest.mark.parametrize(
    ("goes_on", "lost"),
    [
        (None, 2 * DAY),  # its date comes
        ("resume", DAY),
        ("arrive", DAY),
        ("transfer", DAY),
        ("add", 2 * DAY),  # words are no step
        ("chase", 2 * DAY),
        ("progress", 2 * DAY),
    ],
)
def test_a_pause_stops_the_clock_until_its_date_or_until_the_work_goes_on(
    goes_on: str | None, lost: timedelta
) -> None:
    story = taken().notes("pause", HOUR, "reason-parts", until=after(HOUR + 2 * DAY))
    if goes_on in TRANSITIONS:
        story.does(goes_on, HOUR + DAY)
    elif goes_on:
        story.notes(goes_on, HOUR + DAY)
    clock = story.clock("finish")
    assert clock.due == after(5 * DAY + lost)
    assert clock.paused == ((after(HOUR), after(HOUR + lost)),)
    assert remaining(clock, after(HOUR)) == remaining(clock, after(HOUR + DAY) - SECOND) == 5 * DAY - HOUR
    assert is_paused(clock, after(2 * HOUR))
    assert not is_running(clock, after(2 * HOUR))
    assert is_running(clock, after(HOUR + lost))
    assert not is_breached(clock, clock.due)
    assert is_breached(clock, clock.due + SECOND)


def test_a_pause_comes_too_late_for_what_was_due_before() -> None:
    story = taken().notes("pause", 6 * DAY, "reason-parts", until=after(9 * DAY)).does("finish", 10 * DAY)
    assert breach(story.clock("finish"), after(20 * DAY)) == after(5 * DAY)


def test_a_pause_before_the_visit_stops_that_clock_too_but_not_the_one_for_the_answer() -> None:
    story = taken(kind=Kind.COMPLAINT)
    reply = story.clock("reply")
    story.notes("pause", 10 * MINUTE, "reason-nobody-home", until="2026-11-19T09:00")  # no zone: the site's
    assert story.clock("arrive").due == datetime(2026, 11, 19, 9, 10, tzinfo=HANGZHOU)
    assert story.clock("reply") == reply


def test_a_pause_of_a_limit_in_working_time_costs_working_time_only() -> None:
    sop = read_sop({"clocks": {"ordinary": "8wh"}})
    story = taken().notes("pause", HOUR, "reason-parts", until=after(DAY))  # 11:00 to 10:00 the next day
    (clock,) = [c for c in clocks(story.case, sop, OFFICE) if c.name == "finish"]
    assert (
        clock.due == datetime(2026, 11, 18, 18, tzinfo=HANGZHOU) + timedelta(hours=14, minutes=30) + HOUR / 2
    )
