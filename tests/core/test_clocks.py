"""Clocks out of a case's history: started, stopped, paused and moved by what happened, and by nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.case import TRANSITIONS, Case, Entry, Kind, State
from core.policy import read_sop
from core.timing.clock import (
    Clock,
    breach,
    is_breached,
    is_paused,
    is_running,
    next_step,
    remaining,
    steps_due,
    told,
)
from core.timing.clocks import clocks
from core.timing.limits import size_of
from core.timing.working import WorkingTime

HANGZHOU = ZoneInfo("Asia/Shanghai")
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SOP = read_sop()
OFFICE = WorkingTime.of(SOP, "Asia/Shanghai")
TUESDAY = datetime(2026, 11, 17, 10, tzinfo=HANGZHOU)
LADDER = ("group", "supervisor", "manager")


class Story:
    """A case, told step by step; `at` counts from its filing."""

    def __init__(self, kind: Kind = Kind.REPAIR, opened: datetime = TUESDAY, **more: Any) -> None:
        filed = {key: more.pop(key) for key in ("size", "received", "same_night") if key in more}
        self.case = Case("WJ-20261117-0001", "wangjiang", opened, kind, 1, "厨房漏水", **more)
        self.case.note("file", opened, 1, urgent=self.case.urgent, **filed)

    def does(self, what: str, at: timedelta = timedelta(0)) -> "Story":
        self.case.move(what, self.case.opened + at, 7)
        return self

    def notes(self, what: str, when: timedelta, why: str = "", **data: Any) -> "Story":
        said = {
            key: value.isoformat() if isinstance(value, datetime) else value for key, value in data.items()
        }
        self.case.note(what, self.case.opened + when, 7, why, **said)
        return self

    def clocks(self, name: str) -> list[Clock]:
        return [clock for clock in clocks(self.case, SOP, OFFICE) if clock.name == name]

    def clock(self, name: str) -> Clock:
        return self.clocks(name)[-1]


def dispatched(**more: Any) -> Story:
    return Story(**more).does("dispatch")


def taken(at: timedelta = 5 * MINUTE, **more: Any) -> Story:
    return dispatched(**more).does("take", at)


def answered(**more: Any) -> Story:
    return taken(**more).does("finish", HOUR).does("reply", HOUR)


def after(span: timedelta) -> datetime:
    return TUESDAY + span


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


def test_whoever_goes_at_once_is_there() -> None:
    story = dispatched(urgent=True).does("go", 2 * MINUTE)
    assert (story.clock("take").ended, story.clocks("arrive")) == (after(2 * MINUTE), [])
    assert story.clock("finish").ended is None


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


def test_a_delay_of_the_visit_is_none_of_the_work() -> None:
    visit = taken().notes("delay", 6 * MINUTE, "reason-parts", until=after(2 * HOUR))
    assert (visit.clock("arrive").due, visit.clock("finish").due) == (after(2 * HOUR), after(5 * DAY))
    work = taken().does("arrive", 9 * MINUTE).notes("delay", HOUR, "reason-parts", until=after(2 * HOUR))
    assert work.clock("finish").due == after(2 * HOUR)


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


# becoming an emergency (TR-2)


def test_an_emergency_seen_later_counts_from_when_it_was_seen() -> None:
    story = dispatched(opened=TUESDAY).notes("judge", 4 * MINUTE, "urgent")
    assert story.clock("take").due == after(7 * MINUTE)
    assert story.clock("finish").due == after(4 * MINUTE + 8 * HOUR)
    late = dispatched().notes("judge", 14 * MINUTE, urgent=True).clock("take")
    assert late.due == after(15 * MINUTE)  # never later than it was
    assert late.every == 3 * MINUTE


def test_an_emergency_taken_back_never_was_one() -> None:
    story = dispatched(urgent=True).notes("judge", 4 * MINUTE, urgent=False)
    assert story.clock("take").due == after(15 * MINUTE)
    story = dispatched(urgent=True).does("take", 4 * MINUTE).notes("judge", 5 * MINUTE, urgent=False)
    assert is_breached(story.clock("take"), after(DAY))  # but what has ended is not judged anew
    assert story.clock("arrive").due == after(19 * MINUTE)


def test_an_emergency_waits_for_no_appointment_made_before_it_was_one() -> None:
    story = dispatched().notes("appointment", MINUTE, at=after(DAY)).notes("judge", 2 * MINUTE, urgent=True)
    assert story.does("take", 3 * MINUTE).clock("arrive").due == after(8 * MINUTE)
    story = dispatched(urgent=True).notes("appointment", MINUTE, at=after(HOUR)).does("take", 2 * MINUTE)
    assert story.clock("arrive").due == after(HOUR)  # agreed although it is one


def test_an_emergency_counts_by_the_wall_clock_where_others_count_in_working_time() -> None:
    sop = read_sop({"clocks": {"ordinary": "8wh"}})
    story = taken().notes("judge", HOUR, urgent=True)  # due at 19:00, not tomorrow at 10:00
    story.notes("pause", 2 * HOUR, "reason-parts", until=after(3 * HOUR))  # 12:00 to 13:00
    (clock,) = [c for c in clocks(story.case, sop, OFFICE) if c.name == "finish"]
    assert clock.due == after(10 * HOUR)


def test_the_size_judged_last_counts_from_the_beginning_until_the_work_is_done() -> None:
    story = taken(size="minor").notes("judge", HOUR, size="ordinary")
    assert story.clock("finish").due == after(5 * DAY)
    story = taken(size="ordinary").does("finish", 4 * DAY).notes("judge", 4 * DAY, size="minor")
    assert not is_breached(story.clock("finish"), after(9 * DAY))


def test_an_emergency_waits_for_no_pause_and_no_appointment() -> None:
    story = taken().notes("pause", HOUR, "reason-parts", until=after(3 * DAY))
    story.notes("appointment", HOUR, at=after(2 * DAY)).notes("judge", 2 * HOUR, urgent=True)
    assert story.clock("finish").due == after(10 * HOUR)
    assert story.clock("arrive").due == after(2 * HOUR + 5 * MINUTE)
    assert not is_paused(story.clock("finish"), after(2 * HOUR))


# answering (RE-2, RE-3)


@pytest.mark.sop("RE-2")
@pytest.mark.parametrize(
    ("opened", "more", "due"),
    [
        ("2026-11-17 10:00", {}, "2026-11-18 10:00"),
        ("2026-09-30 16:00", {}, "2026-10-08 16:00"),  # Golden Week
        ("2026-10-09 16:00", {}, "2026-10-10 16:00"),  # a make-up Saturday
        ("2026-11-20 23:50", {}, "2026-11-23 18:00"),
        ("2026-11-20 10:00", {"channel": "letter"}, "2026-11-25 10:00"),
        ("2026-11-20 23:50", {"urgent": True}, "2026-11-21 23:50"),  # by the wall clock
        ("2026-11-18 10:00", {"received": "2026-11-17 09:00"}, "2026-11-18 09:00"),
        (
            "2026-11-18 10:00",
            {"received": "2026-11-19 09:00"},
            "2026-11-19 10:00",
        ),  # nobody receives tomorrow
    ],
)
def test_a_word_is_answered_within_working_days(opened: str, more: dict[str, Any], due: str) -> None:
    start, end = (datetime.fromisoformat(words).replace(tzinfo=HANGZHOU) for words in (opened, due))
    assert Story(Kind.COMPLAINT, start, **more).clock("reply").due == end


def test_an_enquiry_waits_for_the_desk_in_office_hours() -> None:
    evening = datetime(2026, 11, 17, 21, tzinfo=HANGZHOU)
    assert Story(Kind.ENQUIRY, evening).clock("judge").due == datetime(2026, 11, 18, 14, tzinfo=HANGZHOU)


def test_a_repair_waits_for_the_work_and_not_for_words() -> None:
    assert not taken().clocks("reply")


def test_a_promise_is_itself_a_deadline() -> None:
    story = Story(Kind.COMPLAINT).notes("promise", 3 * HOUR, until=after(3 * DAY))
    reply, promise = story.clock("reply"), story.clock("promise")
    assert (reply.ended, is_breached(reply, after(9 * DAY))) == (after(3 * HOUR), False)
    assert (promise.started, promise.due, promise.ended) == (after(3 * HOUR), after(3 * DAY), None)
    story.does("dispatch", DAY).does("take", DAY).does("finish", 2 * DAY)
    assert is_breached(story.clock("promise"), after(3 * DAY) + SECOND)
    kept = story.does("reply", 3 * DAY).clock("promise")
    assert not is_breached(kept, after(9 * DAY))
    assert not [clock for clock in clocks(story.case, SOP, OFFICE) if clock.ended is None]


@pytest.mark.sop("RE-3")
def test_a_promise_made_too_late_is_late_and_the_next_one_is_another_deadline() -> None:
    story = Story(Kind.COMPLAINT).notes("promise", 2 * DAY, until=after(3 * DAY))
    assert breach(story.clock("reply"), after(9 * DAY)) == after(DAY)
    story.notes("promise", 4 * DAY, until=after(5 * DAY))
    first, second = story.clocks("promise")
    assert (breach(first, after(9 * DAY)), first.ended) == (after(3 * DAY), after(4 * DAY))
    assert (second.due, second.ended) == (after(5 * DAY), None)


def test_a_repair_can_be_promised_something_too_and_a_closed_case_cannot() -> None:
    assert taken().notes("promise", HOUR, until=after(DAY)).clock("promise").due == after(DAY)
    closed = answered().does("accept", 2 * HOUR).notes("promise", 3 * HOUR, until=after(DAY))
    assert not closed.clocks("promise")


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


# against a walk through the minutes

BEFORE_LUNCH = datetime(2026, 11, 17, 11, 30, tzinfo=HANGZHOU)
LIMITS: dict[str, Any] = {
    "deadlines": {
        "take": "8m",
        "take_urgent": "3m",
        "arrive": "9m",
        "arrive_urgent": "4m",
        "finish_urgent": "11m",
    },
    "clocks": {"minor": "12m", "ordinary": "25m", "reply": "20wm", "same_night": []},
}
IN_HOURS = LIMITS | {"clocks": LIMITS["clocks"] | {"minor": "12wm", "ordinary": "25wm"}}
BY_WALL, BY_HOURS = read_sop(LIMITS), read_sop(IN_HOURS)
NAMES_START = {
    "judge": {"file", "return", "split", "reject-answer"},
    "take": {"dispatch", "transfer", "reject"},
    "arrive": {"take"},
    "finish": {"file", "split", "reject", "reject-answer"},
    "reply": {"file", "reject", "reject-answer"},
    "promise": {"promise"},
}
GIVEN_UP = {"join", "explain", "withdraw"}
NAMES_END = {
    "judge": {"dispatch", "transfer", "settle", "reply"} | GIVEN_UP,
    "take": {"take", "go", "transfer", "return"} | GIVEN_UP,
    "arrive": {"arrive", "finish", "transfer", "return"} | GIVEN_UP,
    "finish": {"finish", "settle", "reply"} | GIVEN_UP,
    "reply": {"reply", "promise", "explain", "withdraw"},
    "promise": {"promise", "reply", "explain", "accept", "explained", "withdraw"},
}
OWN_NOTES = {"file", "promise"}  # notes that start or end a clock; every other note by a step's name is none
PLAYED = ["pause", "pause", "resume", "promise", "urgent", "calm", "minor", "ordinary", "add", "reject"]
AGREED = ["delay", "appointment"]
Moves = list[tuple[int, bool, int, int]]


def play(moves: Moves, urgent: bool, notes: list[str], begun: int = 0) -> Case:
    """A case to which things happen at random, each some minutes after the last; often somebody has taken it."""
    case = Case("WJ-1", "wangjiang", BEFORE_LUNCH, Kind.COMPLAINT, 1, "吵", urgent=urgent)
    case.note("file", BEFORE_LUNCH, 99, urgent=urgent)
    at = BEFORE_LUNCH
    for what in ("dispatch", "take", "arrive")[:begun]:
        case.move(what, at, 1)
    for gap, step, which, length in moves:
        at += gap * MINUTE
        options = sorted(what for what, ways in TRANSITIONS.items() if case.state in ways) if step else notes
        if options:
            _happens(case, options[which % len(options)], step, at, at + length * MINUTE)
    return case


def _happens(case: Case, what: str, step: bool, at: datetime, until: datetime) -> None:
    if step:
        return case.move(what, at, 1)
    if what in {"urgent", "calm"}:
        return case.note("judge", at, 99, urgent=what == "urgent")
    if what in {"minor", "ordinary"}:
        return case.note("judge", at, 99, size=what)
    return case.note(what, at, 99, "reason", until=until.isoformat(), at=until.isoformat())


def lives(case: Case, name: str) -> Iterator[tuple[int, int | None]]:
    """From which entry to which a clock runs, by the names of the entries."""
    begun: int | None = None
    for index, entry in enumerate(case.history):
        if entry.by == 99 and entry.what not in OWN_NOTES:
            continue
        if entry.what == "promise" and (
            entry.after in {State.CLOSED, State.WITHDRAWN} or _time(entry) <= entry.at
        ):
            continue
        if begun is not None and entry.what in NAMES_END[name]:
            yield begun, index
            begun = None
        if begun is None and entry.what in NAMES_START[name]:
            begun = index
    if begun is not None:
        yield begun, None


def _time(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry.data["until"])


@lru_cache(100_000)
def _open(moment: datetime) -> bool:
    return OFFICE.is_working(moment)


class Walk:
    """One clock, walked minute by minute with what is left in hand."""

    def __init__(self, case: Case, name: str, begun: int, ended: int | None, working: bool) -> None:
        self.case, self.name, self.begun = case, name, begun
        self.entries = case.history[:ended]
        self.end = case.history[ended].at if ended is not None else None
        self.working = working or name == "reply"
        self.until: datetime | None = None  # a pause
        self.floor: datetime | None = None
        self.zero: datetime | None = None  # when nothing was left
        self.broken: datetime | None = None
        self.urgent = self._urgent()
        self.left = self._limit(case.history[begun].at)

    def _urgent(self) -> int | None:
        """The first of the unbroken row of judgements that say so."""
        since = None
        for index in reversed(range(len(self.entries))):
            said = self.entries[index].data.get("urgent")
            if said is False:
                break
            since = index if said else since
        return since

    def _limit(self, start: datetime) -> int:
        if self.name == "promise":
            self.working = False
            return (_time(self.case.history[self.begun]) - start) // MINUTE
        urgent = self.urgent is not None and self.urgent <= self.begun
        self.working = self.working and not urgent
        if self.name == "arrive" and (visit := self._visit(start)):
            return (visit - start) // MINUTE
        return self._urgent_limit() if urgent else self._usual_limit()

    def _usual_limit(self) -> int:
        sizes = [e.data["size"] for e in self.entries if "size" in e.data]
        finish = 12 if sizes and sizes[-1] == "minor" else 25
        return {"judge": 8, "take": 8, "arrive": 9, "finish": finish, "reply": 20}[self.name]

    def _urgent_limit(self) -> int:
        return {"judge": 3, "take": 3, "arrive": 4, "finish": 11, "reply": 20}[self.name]

    def _visit(self, start: datetime) -> datetime | None:
        made = None
        for index, entry in enumerate(self.entries[: self.begun]):
            if index == self.urgent or entry.round != self.case.history[self.begun].round:
                made = None
            elif entry.what == "appointment" and _time(entry) > entry.at:
                made = _time(entry)
        return made if made and made > start else None

    def walk(self) -> tuple[datetime, datetime | None]:
        """When it was due at last, and when it was first broken until a day after the last entry."""
        moment, index = self.case.history[self.begun].at, self.begun + 1
        last = self.end or self.case.history[-1].at + DAY
        while True:
            if self.until is not None and self.until <= moment:
                self.until = None
            while index < len(self.entries) and self.entries[index].at <= moment:
                self._meet(index, moment)
                index += 1
            if self.end == moment and index >= len(self.entries):
                self.until = None
            if self.until is None and self.left == 0:
                self.zero = self.zero or moment
            due = self._due()
            if due and due <= moment < last and self.until is None:
                self.broken = self.broken or due
            if due and index >= len(self.entries) and moment >= min(last, self.case.history[-1].at):
                return due, self.broken or (due if due < last else None)
            if self.until is None and self.left and (not self.working or _open(moment)):
                self.left -= 1
            moment += MINUTE

    def _due(self) -> datetime | None:
        return self.zero and max(self.zero, self.floor or self.zero)

    def _set(self, left: int) -> None:
        self.left, self.floor, self.zero = left, None, None

    def _meet(self, index: int, moment: datetime) -> None:
        entry = self.entries[index]
        if index == self.urgent:
            self._hurry(moment)
        if self.name not in {"arrive", "finish"}:
            return
        new = _time(entry) if "until" in entry.data and _time(entry) > moment else None
        if entry.by == 1 or entry.what == "resume":
            self.until = None
        elif new and entry.what == "pause":
            self.until = new
            due = self._due()
            self.zero = self.zero if due and due < moment else None
        elif new and self.name == "arrive" and entry.what in AGREED:
            self.until = None
            self._set((new - moment) // MINUTE)
        elif new and entry.what == "delay":
            self.until = None
            if entry.after is not State.TAKEN:
                return self._set((new - moment) // MINUTE)
            self.floor = max(new, self.floor or new)
        elif new and entry.what == "appointment":
            self.floor = max(new, self.floor or new)

    def _hurry(self, moment: datetime) -> None:
        self.until = None
        left, due = self.left, moment
        while left:
            left -= not self.working or _open(due)
            due += MINUTE
        self.left, self.working = (due - moment) // MINUTE, False
        due = max(self.zero or due, self.floor or due)
        urgent = self._urgent_limit() if self.name != "promise" else None
        if urgent is not None and moment + urgent * MINUTE < due:
            self._set(urgent)


happenings = st.lists(
    st.tuples(st.integers(0, 12), st.booleans(), st.integers(0, 40), st.integers(-2, 25)),
    min_size=1,
    max_size=25,
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
