"""Clocks that turn out to be an emergency's, and those of words."""

from datetime import datetime
from typing import Any

import pytest

from core.case import Kind
from core.policy import read_sop
from core.policy.spans import Limit
from core.timing.clock import (
    breach,
    is_breached,
    is_paused,
)
from core.timing.clocks import clocks
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

# becoming an emergency (TR-2)


def test_an_emergency_seen_later_counts_from_when_it_was_seen() -> None:
    story = dispatched(opened=TUESDAY).notes("judge", 4 * MINUTE, "urgent")
    assert story.clock("take").due == after(7 * MINUTE)
    assert story.clock("finish").due == after(4 * MINUTE + 8 * HOUR)
    late = dispatched().notes("judge", 14 * MINUTE, urgent=True).clock("take")
    assert late.due == after(15 * MINUTE)  # never later than it was
    assert late.every == Limit(3 * MINUTE)


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
