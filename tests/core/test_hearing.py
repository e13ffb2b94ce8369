"""When an owner is to hear again: after every word from us, by the time they were told, and never at night."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.case import Case, Kind, State
from core.policy import read_sop
from core.timing.clock import Clock, is_ahead, is_breached, next_ahead, was_told_ahead
from core.timing.clocks import clocks
from core.timing.hearing import WAITING, was_told
from core.timing.working import WorkingTime
from tests.core.walking import AGREED, PLAYED, Moves, happenings, play

HANGZHOU = ZoneInfo("Asia/Shanghai")
SOP = read_sop()
OFFICE = WorkingTime.of(SOP, "Asia/Shanghai")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=HANGZHOU)


TUESDAY = at("2026-11-17 10:00")


def case(kind: Kind = Kind.REPAIR, opened: datetime = TUESDAY) -> Case:
    filed = Case("WJ-1", "wangjiang", opened, kind, 1, "厨房漏水")
    filed.note("file", opened, 1)
    return filed


def progress(of: Case, **change: Any) -> list[Clock]:
    sop = read_sop(change)
    return [clock for clock in clocks(of, sop, OFFICE) if clock.name == "progress"]


@pytest.mark.parametrize(
    "what", ["take", "arrive", "delay", "appointment", "promise", "desk-says", "news", "x"]
)
def test_every_word_from_us_begins_the_time_anew(what: str) -> None:
    story = case()
    story.move("dispatch", TUESDAY, 1)
    if what in {"take", "arrive"}:
        story.move("take", TUESDAY + HOUR, 2)
    if what == "arrive":
        story.move("arrive", TUESDAY + HOUR, 2)
    elif what != "take":
        new = (TUESDAY + 2 * HOUR).isoformat()
        story.note(what, TUESDAY + HOUR, 2, "reason-parts", at=new, until=new, told=what == "x")
    *_, last = progress(story)
    assert (last.started, last.due) == (TUESDAY + HOUR, TUESDAY + 2 * DAY + HOUR)


@pytest.mark.parametrize("what", ["add", "chase", "progress", "look", "remind", "ahead", "delay", "dispatch"])
def test_what_the_owner_does_not_hear_is_no_word(what: str) -> None:
    story = case()
    if what == "dispatch":
        story.move("dispatch", TUESDAY + HOUR, 1)
    else:
        story.note(what, TUESDAY + HOUR, 2, "reason-parts")  # a delay without a new time is none
    (clock,) = progress(story)
    assert (clock.started, clock.due, clock.ended) == (TUESDAY, TUESDAY + 2 * DAY, None)


@pytest.mark.parametrize(
    ("named", "due"),
    [
        ("2026-11-18 10:00", "2026-11-19 10:00"),  # nearer than the rhythm
        ("2026-11-20 17:00", "2026-11-20 17:00"),  # they know, and hear by then
        ("2026-12-20 17:00", "2026-11-24 10:00"),  # but not only after a month
    ],
)
@pytest.mark.parametrize("what", ["pause", "appointment", "promise"])
def test_who_knows_a_date_hears_by_then_but_never_too_seldom(what: str, named: str, due: str) -> None:
    story = case()
    story.note(what, TUESDAY, 2, "reason-parts", at=named, until=named)
    assert progress(story)[-1].due == at(due)


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("2026-11-20 17:00", "2026-11-24 17:00"),  # over a weekend
        ("2026-09-30 10:00", "2026-10-09 10:00"),  # over Golden Week
        ("2026-11-17 22:00", "2026-11-19 18:00"),
    ],
)
def test_only_working_days_count(told: str, due: str) -> None:
    (clock,) = progress(case(opened=at(told)))
    assert clock.due == at(due)


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("2026-11-17 10:00", "2026-11-19 10:00"),
        ("2026-11-17 22:00", "2026-11-19 18:00"),  # before the night, not in it
        ("2026-11-20 10:00", "2026-11-20 18:00"),  # before the weekend
    ],
)
def test_where_a_site_counts_days_of_the_calendar_nobody_is_disturbed_at_night(told: str, due: str) -> None:
    (clock,) = progress(case(opened=at(told)), progress={"every": "2d"})
    assert clock.due == at(due)


def test_who_waits_for_nothing_hears_nothing() -> None:
    story = case()
    story.move("reply", TUESDAY + HOUR, 1)
    (clock,) = progress(story)
    assert clock.ended == TUESDAY + HOUR
    story.move("reject-answer", TUESDAY + DAY, 1)
    assert [c.started for c in progress(story)] == [TUESDAY, TUESDAY + DAY]
    assert progress(story)[-1].round == 2


def test_whoever_joined_an_incident_hears_by_way_of_it() -> None:
    story = case(Kind.COMPLAINT)
    story.move("join", TUESDAY + HOUR, 1)
    assert [clock.ended for clock in progress(story)] == [TUESDAY + HOUR]
    story.move("split", TUESDAY + DAY, 1)
    assert progress(story)[-1].started == TUESDAY + DAY


# beforehand


def test_somebody_is_told_beforehand_once_a_clock() -> None:
    story = case(Kind.COMPLAINT)
    (reply,) = [clock for clock in clocks(story, SOP, OFFICE) if clock.name == "reply"]
    assert reply.ahead == at("2026-11-17 17:30")  # two working hours before ten in the morning
    assert not is_ahead(story, reply, at("2026-11-17 17:29"))
    assert is_ahead(story, reply, at("2026-11-17 17:30"))
    assert not is_ahead(story, reply, reply.due)  # too late for that
    story.note("ahead", at("2026-11-17 17:30"), None, clock="reply")
    assert was_told_ahead(story, reply)
    assert next_ahead(story, reply, at("2026-11-17 17:31")) is None
    until = at("2026-11-19 15:00")
    story.note("promise", at("2026-11-18 09:00"), 1, until=until.isoformat())
    (promise,) = [clock for clock in clocks(story, SOP, OFFICE) if clock.name == "promise"]
    assert promise.ahead == at("2026-11-19 11:30")
    assert is_ahead(story, promise, at("2026-11-19 13:30"))


def test_nobody_is_told_beforehand_the_moment_it_begins() -> None:
    assert OFFICE.ahead(TUESDAY, TUESDAY + HOUR, 2 * HOUR) == TUESDAY + HOUR / 2
    assert OFFICE.ahead(at("2026-11-17 17:00"), at("2026-11-18 10:00"), 2 * HOUR) == at("2026-11-18 08:45")
    night = OFFICE.ahead(at("2026-11-17 20:00"), at("2026-11-18 06:00"), 2 * HOUR)
    assert at("2026-11-17 20:00") < night < at("2026-11-18 06:00")


# over random histories


@settings(max_examples=150, deadline=None)
@given(happenings, st.booleans())
def test_whoever_waits_is_never_left_without_a_next_word(moves: Moves, urgent: bool) -> None:
    story = play(moves, urgent, [*PLAYED, *AGREED, "news", "desk-says"])
    found = progress(story)
    running = [clock for clock in found if clock.ended is None]
    assert len(running) == (story.state in WAITING)
    told = [e.at for e in story.history if was_told(e, HANGZHOU) and e.after in WAITING]
    assert not running or not told or running[0].started >= max(told)
    assert all(clock.due > clock.started for clock in found)
    assert all(one.ended is not None and one.ended <= other.started for one, other in pairwise(found))
    assert not [
        clock
        for clock in found
        if clock.ended and clock.ended < clock.due and is_breached(clock, clock.due + DAY)
    ]


@settings(max_examples=100, deadline=None)
@given(happenings, st.booleans(), st.sampled_from(list(Kind)))
def test_no_open_case_is_anybodys_but_nobodys(moves: Moves, urgent: bool, kind: Kind) -> None:
    """Whatever happened to it: until the owner has an answer, somebody is held to something."""
    story = play(moves, urgent, [*PLAYED, *AGREED])
    story.kind = kind
    running = {clock.name for clock in clocks(story, SOP, OFFICE) if clock.ended is None} - {"progress"}
    owed = {*WAITING, State.JOINED}
    assert bool(running) or story.state not in owed
