"""Working time: days and hours, lunch, public holidays and make-up workdays, shifts, and clocks that are put forward."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from core.policy import read_sop
from core.policy.spans import Limit, Measure, read_limit
from core.timing.working import WorkingTime

HANGZHOU, BERLIN = "Asia/Shanghai", "Europe/Berlin"
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LAST_YEAR = max(chinese_calendar.holidays).year  # of which the calendar knows anything


def site(zone: str = HANGZHOU, **change: Any) -> WorkingTime:
    return WorkingTime.of(read_sop(change), zone)


def at(words: str, zone: str = HANGZHOU) -> datetime:
    """A moment on the wall: 2026-11-17 08:30."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone))


OFFICE = site()
ABROAD = site(BERLIN, holidays={"calendar": "weekends"})
ZONES = {HANGZHOU: OFFICE, BERLIN: ABROAD}


# days


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-17", True),  # a Tuesday
        ("2026-11-21", False),  # a Saturday
        ("2026-09-30", True),
        *((f"2026-10-0{n}", False) for n in range(1, 8)),  # Golden Week
        ("2026-10-08", True),
        ("2026-10-10", True),  # a Saturday, made up for
        ("2026-09-20", True),  # a Sunday, made up for
        ("2026-02-14", True),
        ("2026-02-23", False),  # a Monday of the Spring Festival
    ],
)
def test_public_holidays_and_make_up_workdays_are_known(day: str, works: bool) -> None:
    assert OFFICE.is_workday(date.fromisoformat(day)) is works


def test_the_sites_own_lists_come_first() -> None:
    own = {"days": [date(2026, 11, 17), "2026-10-10"], "workdays": [date(2026, 10, 1), date(2026, 11, 21)]}
    here = site(holidays=own)
    days = [date(2026, 11, 17), date(2026, 10, 10), date(2026, 10, 1), date(2026, 11, 21), date(2026, 11, 22)]
    assert [here.is_workday(day) for day in days] == [False, False, True, True, False]
    assert [here.is_holiday(day) for day in days] == [True, True, False, False, False]


def test_a_weekend_is_no_public_holiday_but_one_within_golden_week_is() -> None:
    assert not OFFICE.is_holiday(date(2026, 11, 21))
    assert OFFICE.is_holiday(date(2026, 10, 3))  # a Saturday
    assert not OFFICE.is_holiday(date(2026, 10, 10))


@pytest.mark.parametrize("year", [1999, LAST_YEAR + 1, LAST_YEAR + 30, 9000])
def test_where_the_holiday_data_ends_weekends_are_left(year: int) -> None:
    for day in (date(year, 10, 1) + timedelta(days=n) for n in range(14)):
        assert OFFICE.is_workday(day) is (day.weekday() < 5)
        assert not OFFICE.is_holiday(day)


def test_the_turn_of_the_last_known_year_is_walked_over() -> None:
    eve = datetime(LAST_YEAR, 12, 31, 16, tzinfo=ZoneInfo(HANGZHOU))
    assert OFFICE.known_until() == eve.date()
    due = OFFICE.after_days(eve, 3)
    assert OFFICE.between(eve, due) == 3 * timedelta(hours=8)
    listed = site(holidays={"days": [date(LAST_YEAR + 1, 1, 1)]})
    assert not listed.is_workday(date(LAST_YEAR + 1, 1, 1))
    assert listed.known_until() == date(LAST_YEAR + 1, 12, 31)
    assert ABROAD.known_until() is None


def test_chinas_holidays_are_not_kept_where_they_do_not_apply() -> None:
    assert ABROAD.is_workday(date(2026, 10, 1))
    assert not ABROAD.is_workday(date(2026, 10, 10))
    assert not ABROAD.is_holiday(date(2026, 10, 1))


# hours


@pytest.mark.parametrize(
    ("moment", "open_", "next_"),
    [
        ("2026-11-17 08:29:59", False, "2026-11-17 08:30"),
        ("2026-11-17 08:30", True, "2026-11-17 08:30"),
        ("2026-11-17 11:59:59", True, "2026-11-17 11:59:59"),
        ("2026-11-17 12:00", False, "2026-11-17 13:30"),
        ("2026-11-17 13:30", True, "2026-11-17 13:30"),
        ("2026-11-17 17:59:59", True, "2026-11-17 17:59:59"),
        ("2026-11-17 18:00", False, "2026-11-18 08:30"),
        ("2026-11-20 23:50", False, "2026-11-23 08:30"),
        ("2026-09-30 18:00", False, "2026-10-08 08:30"),
        ("2026-10-09 19:00", False, "2026-10-10 08:30"),
    ],
)
def test_the_office_opens_and_closes_to_the_second(moment: str, open_: bool, next_: str) -> None:
    assert OFFICE.is_working(at(moment)) is open_
    assert OFFICE.next_opening(at(moment)) == at(next_)


@pytest.mark.parametrize(
    ("a", "b", "hours"),
    [
        ("2026-11-17 08:30", "2026-11-17 18:00", 8),
        ("2026-11-17 11:30", "2026-11-17 14:00", 1),
        ("2026-11-17 12:00", "2026-11-17 13:30", 0),
        ("2026-11-17 17:00", "2026-11-18 09:30", 2),
        ("2026-09-30 17:00", "2026-10-08 09:30", 2),  # Golden Week between
        ("2026-10-09 17:00", "2026-10-10 09:30", 2),  # into a make-up Saturday
        ("2026-11-17 18:00", "2026-11-17 09:00", 0),  # backwards
    ],
)
def test_working_time_between(a: str, b: str, hours: int) -> None:
    assert OFFICE.between(at(a), at(b)) == hours * HOUR


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        ("2026-11-17 16:00", "2wh", "2026-11-17 18:00"),  # to the closing second, not to the next opening
        ("2026-11-17 16:00:01", "2wh", "2026-11-18 08:30:01"),
        ("2026-11-17 11:00", "1wh", "2026-11-17 12:00"),
        ("2026-11-17 11:30", "1wh", "2026-11-17 14:00"),
        ("2026-11-17 12:10", "30wm", "2026-11-17 14:00"),
        ("2026-11-17 20:00", "4wh", "2026-11-18 14:00"),
        ("2026-11-17 10:07:09", "1wd", "2026-11-18 10:07:09"),
        ("2026-11-17 10:00", "3wd", "2026-11-20 10:00"),
        ("2026-11-20 10:00", "1wd", "2026-11-23 10:00"),
        ("2026-11-20 17:59:59", "1wd", "2026-11-23 17:59:59"),
        ("2026-11-20 18:00", "1wd", "2026-11-23 18:00"),
        ("2026-11-20 23:50", "1wd", "2026-11-23 18:00"),  # received on Monday morning, a whole day from there
        ("2026-11-21 12:00", "1wd", "2026-11-23 18:00"),
        ("2026-11-23 03:00", "1wd", "2026-11-23 18:00"),
        ("2026-11-17 12:30", "1wd", "2026-11-18 12:00"),
        ("2026-09-30 10:00", "1wd", "2026-10-08 10:00"),  # Golden Week
        ("2026-10-01 10:00", "1wd", "2026-10-08 18:00"),
        ("2026-10-08 10:00", "3wd", "2026-10-12 10:00"),  # with the make-up Saturday 10 October
        ("2026-11-20 10:00", "5d", "2026-11-25 10:00"),
        ("2026-11-20 23:50", "8h", "2026-11-21 07:50"),
        ("2026-11-20 23:50", "1w", "2026-11-27 23:50"),
    ],
)
def test_limits_are_counted_as_they_are_written(start: str, limit: str, due: str) -> None:
    asked = read_limit(limit)
    assert isinstance(asked, Limit)
    assert OFFICE.due(at(start), asked) == at(due)


@pytest.mark.parametrize(
    ("limit", "by_wall"), [("1wd", "1d"), ("4wh", "4h"), ("30wm", "30m"), ("5d", "5d"), ("8h", "8h")]
)
def test_for_an_emergency_the_wall_clock_counts(limit: str, by_wall: str) -> None:
    asked = read_limit(limit)
    assert isinstance(asked, Limit)
    assert asked.by_wall == read_limit(by_wall)


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        ("2026-11-17 23:50", "2026-11-18 06:00"),
        ("2026-11-18 00:10", "2026-11-18 06:00"),
        ("2026-11-18 05:59:59", "2026-11-18 06:00"),
        ("2026-11-18 06:00", "2026-11-19 06:00"),
    ],
)
def test_a_night_ends_in_the_morning(moment: str, end: str) -> None:
    assert OFFICE.next_clock(at(moment), time(6)) == at(end)


def test_an_office_without_lunch() -> None:
    here = site(hours={"lunch_from": time(12), "lunch_until": time(12)})
    assert here.between(at("2026-11-17 08:00"), at("2026-11-17 20:00")) == timedelta(hours=9, minutes=30)
    assert here.after_days(at("2026-11-17 12:00"), 1) == at("2026-11-18 12:00")


# clocks put forward and back

SPRING, AUTUMN = "2026-03-29", "2026-10-25"  # Sundays in Berlin


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        ("2026-03-27 16:00", "1wd", "2026-03-30 16:00"),
        ("2026-03-27 16:00", "4wh", "2026-03-30 10:30"),
        ("2026-10-23 16:00", "1wd", "2026-10-26 16:00"),
        ("2026-03-28 12:00", "2d", "2026-03-30 12:00"),  # the same time on the wall
        ("2026-03-28 12:00", "48h", "2026-03-30 13:00"),  # as many hours
        ("2026-03-28 02:30", "1d", "2026-03-29 03:30"),  # half past two is not there
        ("2026-10-24 23:50", "4h", "2026-10-25 01:50:00+00:00"),  # ten to three, for the second time
    ],
)
def test_where_clocks_are_changed_the_wall_counts(start: str, limit: str, due: str) -> None:
    asked = read_limit(limit)
    assert isinstance(asked, Limit)
    expected = datetime.fromisoformat(due)
    assert ABROAD.due(at(start, BERLIN), asked) == (expected if expected.tzinfo else at(due, BERLIN))


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 6), (AUTUMN, 8)])
def test_the_night_of_the_change_has_its_own_length(day: str, hours: int) -> None:
    eve = at(day, BERLIN) - timedelta(days=1) + timedelta(hours=23)  # 23:00 on the wall
    assert ABROAD.next_clock(eve, time(6)).astimezone(UTC) - eve.astimezone(UTC) == hours * HOUR
    night = ABROAD.shift_at(eve)
    assert (night.name, night.ends - night.starts) == ("night", (hours + 5) * HOUR)


# shifts


@pytest.mark.parametrize(
    ("moment", "name", "cover"),
    [
        ("2026-11-17 08:00", "early", ()),
        ("2026-11-17 13:59:59", "early", ()),
        ("2026-11-17 14:00", "middle", ()),
        ("2026-11-17 19:59:59", "middle", ()),
        ("2026-11-17 20:00", "night", ("monitoring",)),
        ("2026-11-18 07:59:59", "night", ("monitoring",)),
        ("2026-11-21 10:00", "early", ()),  # a weekend is by the roster
        ("2026-10-01 10:00", "early", ("engineering",)),
        ("2026-10-01 21:30", "night", ("monitoring", "engineering")),
        ("2026-10-01 02:00", "night", ("monitoring",)),  # still the night of 30 September
        ("2026-10-08 02:00", "night", ("monitoring", "engineering")),  # still that of the 7th
        ("2026-10-10 10:00", "early", ()),
    ],
)
def test_who_covers_the_hours(moment: str, name: str, cover: tuple[str, ...]) -> None:
    shift = OFFICE.shift_at(at(moment))
    assert (shift.name, shift.cover) == (name, cover)
    assert shift.starts <= at(moment) < shift.ends


def test_a_site_has_its_own_shifts_and_cover() -> None:
    here = site(shifts={"start": {"night": time(0), "late": time(18)}, "cover": {"late": "security"}})
    assert here.shift_at(at("2026-11-17 23:59")).cover == ("security",)
    night = here.shift_at(at("2026-11-18 00:00"))
    assert (night.name, night.cover, night.day) == ("night", ("monitoring",), date(2026, 11, 18))


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 2, 1)), st.sampled_from(sorted(ZONES)))
def test_there_is_always_exactly_one_shift(wall: datetime, zone: str) -> None:
    here, moment = ZONES[zone], wall.replace(tzinfo=ZoneInfo(zone))
    shift = here.shift_at(moment)
    assert shift.starts <= moment < shift.ends
    assert here.shift_at(shift.ends).starts == shift.ends


# against a walk, minute by minute

# around Golden Week with its make-up days, the end of the holiday data, and both changes in Berlin
STARTS = ["2026-09-18", "2026-09-29", "2026-10-08", "2026-10-23", "2026-03-27", "2026-12-30", "2026-11-20"]
moments = st.builds(
    lambda day, minute: datetime.fromisoformat(day) + minute * MINUTE,
    st.sampled_from(STARTS),
    st.integers(0, 5 * 1440),
)
zones = st.sampled_from(sorted(ZONES))


def open_on(office: WorkingTime, zone: str) -> Callable[[datetime], bool]:
    """Whether a minute is worked, by looking at the wall and at the calendar's own list."""
    made_up, off = chinese_calendar.workdays, chinese_calendar.holidays

    def is_open(moment: datetime) -> bool:
        wall = moment.astimezone(ZoneInfo(zone))
        china = zone == HANGZHOU
        weekday = wall.isoweekday() <= 5
        works = (weekday and wall.date() not in off) or wall.date() in made_up if china else weekday
        clock = f"{wall:%H:%M}"
        return works and ("08:30" <= clock < "12:00" or "13:30" <= clock < "18:00")

    return is_open


@settings(max_examples=60, deadline=None)
@given(zones, moments, st.integers(0, 4 * 1440))
def test_working_time_is_what_a_walk_counts(zone: str, wall: datetime, length: int) -> None:
    office, is_open = ZONES[zone], open_on(ZONES[zone], zone)
    start = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    counted = sum(is_open(start + n * MINUTE) for n in range(length))
    assert office.between(start, start + length * MINUTE) == counted * MINUTE


@settings(max_examples=60, deadline=None)
@given(zones, moments, st.integers(0, 1200))
def test_working_time_passes_as_on_a_walk(zone: str, wall: datetime, minutes: int) -> None:
    office, is_open = ZONES[zone], open_on(ZONES[zone], zone)
    start = moment = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    left = minutes
    while left:
        left -= is_open(moment)
        moment += MINUTE
    assert office.after(start, minutes * MINUTE) == moment


@settings(max_examples=60, deadline=None)
@given(zones, moments, st.integers(1, 4))
def test_working_days_are_what_a_walk_counts(zone: str, wall: datetime, days: int) -> None:
    """In hours: the same clock time once so many mornings have come; else a walk of so many whole days."""
    office, is_open = ZONES[zone], open_on(ZONES[zone], zone)
    start = moment = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    if is_open(start):
        mornings, clock = 0, f"{start.astimezone(ZoneInfo(zone)):%H:%M}"
        while mornings < days or f"{moment.astimezone(ZoneInfo(zone)):%H:%M}" != clock:
            moment += MINUTE
            mornings += f"{moment.astimezone(ZoneInfo(zone)):%H:%M}" == "08:30" and is_open(moment)
    else:
        left = days * 480
        while left:
            left -= is_open(moment)
            moment += MINUTE
    assert office.after_days(start, days) == moment
    assert office.between(start, moment) == days * 8 * HOUR


@given(zones, moments, moments, st.integers(0, 3), st.integers(0, 900))
def test_whoever_comes_later_is_due_later(
    zone: str, a: datetime, b: datetime, days: int, minutes: int
) -> None:
    office = ZONES[zone]
    first, second = sorted(wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for wall in (a, b))
    assert first <= office.after_days(first, days) <= office.after_days(second, days)
    assert first <= office.after(first, minutes * MINUTE) <= office.after(second, minutes * MINUTE)
    assert office.between(first, office.after(first, minutes * MINUTE)) == minutes * MINUTE


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.integers(0, 20))
def test_no_year_is_beyond_it(wall: datetime, days: int) -> None:
    moment = wall.replace(tzinfo=ZoneInfo(HANGZHOU))
    due = OFFICE.after_days(moment, days)
    assert OFFICE.between(moment, due) == days * 8 * HOUR


# the procedure file


@pytest.mark.parametrize(
    ("written", "span", "measure"),
    [
        ("90s", timedelta(seconds=90), Measure.ELAPSED),
        ("15m", timedelta(minutes=15), Measure.ELAPSED),
        ("8 h", timedelta(hours=8), Measure.ELAPSED),
        ("5d", timedelta(days=5), Measure.CALENDAR),
        ("1w", timedelta(weeks=1), Measure.CALENDAR),
        ("30wm", timedelta(minutes=30), Measure.WORKING),
        ("4wh", timedelta(hours=4), Measure.WORKING),
        ("3wd", timedelta(days=3), Measure.WORKDAYS),
    ],
)
def test_limits_are_read(written: str, span: timedelta, measure: Measure) -> None:
    assert read_sop({"clocks": {"reply": written}}).clocks.reply == Limit(span, measure)


@pytest.mark.parametrize(
    ("change", "where", "complaint"),
    [
        ({"clocks": {"reply": "-1wd"}}, ("clocks", "reply"), "1wd"),
        ({"clocks": {"reply": "soon"}}, ("clocks", "reply"), "1wd"),
        ({"clocks": {"reply": 1}}, ("clocks", "reply"), "1wd"),
        ({"clocks": {"reply": "1ws"}}, ("clocks", "reply"), "1wd"),
        ({"clocks": {"reply": "99999wd"}}, ("clocks", "reply"), "1wd"),
        ({"clocks": {"night_least": "-2h"}}, ("clocks", "night_least"), ""),
        ({"clocks": {"night_ends": 6}}, ("clocks", "night_ends"), "20:00:00"),
        ({"clocks": {"reply_to": ["complaints"]}}, ("clocks", "reply_to"), "complaint, repair"),
        ({"hours": {"start": time(19)}}, ("hours", "lunch_from"), "earlier than start, 19:00"),
        ({"hours": {"end": time(13)}}, ("hours", "end"), "earlier than lunch_until, 13:30"),
        ({"hours": {"lunch_from": time(8, 30), "lunch_until": time(18)}}, ("hours", "end"), "leave no time"),
        ({"hours": {"lunch": time(12)}}, ("hours", "lunch"), ""),
        ({"holidays": {"calendar": "chinese"}}, ("holidays", "calendar"), "'china'"),
        ({"holidays": {"days": ["5 Feb"]}}, ("holidays", "days", 0), "2027-02-05"),
        ({"holidays": {"days": [20270205]}}, ("holidays", "days", 0), "2027-02-05"),
        ({"holidays": {"days": [datetime(2027, 2, 5)]}}, ("holidays", "days", 0), "2027-02-05"),
        (
            {"holidays": {"days": [date(2027, 2, 5)], "workdays": [date(2027, 2, 5)]}},
            ("holidays", "workdays"),
            "2027-02-05 is among the holidays",
        ),
        (
            {"shifts": {"start": {"early": time(14)}}},
            ("shifts", "start"),
            "early and middle start at the same",
        ),
        ({"shifts": {"start": {"early": 8}}}, ("shifts", "start", "early"), "20:00:00"),
        ({"shifts": {"cover": {"nigth": "monitoring"}}}, ("shifts", "cover"), "no shift nigth"),
    ],
)
def test_a_slip_in_the_procedure_is_told_where_it_is(
    change: Any, where: tuple[Any, ...], complaint: str
) -> None:
    with pytest.raises(ValidationError) as wrong:
        read_sop(change)
    (error,) = wrong.value.errors()
    assert error["loc"] == where
    assert complaint in error["msg"]


# backwards


@pytest.mark.parametrize(
    ("until", "hours", "since"),
    [
        ("2026-11-17 12:00", 2, "2026-11-17 10:00"),
        ("2026-11-17 14:30", 2, "2026-11-17 11:00"),  # over lunch
        ("2026-11-17 10:00", 2, "2026-11-16 17:30"),  # over a night
        ("2026-11-16 08:30", 1, "2026-11-13 17:00"),  # over a weekend
        ("2026-10-08 09:30", 2, "2026-09-30 17:00"),  # over Golden Week
        ("2026-11-17 12:00", 0, "2026-11-17 12:00"),
        ("2026-11-17 18:00", 8, "2026-11-17 08:30"),
    ],
)
def test_working_time_before_something(until: str, hours: int, since: str) -> None:
    assert OFFICE.before(at(until), hours * HOUR) == at(since)


@pytest.mark.parametrize(
    ("moment", "closed"),
    [
        ("2026-11-17 11:00", "2026-11-17 11:00"),
        ("2026-11-17 13:00", "2026-11-17 12:00"),
        ("2026-11-22 13:00", "2026-11-20 18:00"),
    ],
)
def test_when_the_office_was_open_last(moment: str, closed: str) -> None:
    assert OFFICE.last_open(at(moment)) == at(closed)


@settings(deadline=None)
@given(st.integers(0, 60 * 24 * 60), st.integers(1, 5000))
def test_forwards_again_the_same_time_has_passed(minute: int, span: int) -> None:
    until = at("2026-09-15 00:00") + minute * MINUTE
    since = OFFICE.before(until, span * MINUTE)
    assert OFFICE.is_working(since)
    assert OFFICE.between(since, until) == span * MINUTE
