"""Hours in which people are left alone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.timing.calendar import after_quiet, before_quiet, is_quiet

NIGHT, MORNING = time(20), time(9)
HANGZHOU = ZoneInfo("Asia/Shanghai")


def at(hour: int, minute: int = 0, day: int = 17) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANGZHOU)


@pytest.mark.sop("CB-12")
@pytest.mark.parametrize(
    ("moment", "asked"),
    [
        (at(19, 59), at(19, 59)),
        (at(20), at(9, day=18)),
        (at(23, 50), at(9, day=18)),
        (at(0, 10), at(9)),
        (at(8, 59), at(9)),
        (at(9), at(9)),
    ],
)
def test_after_the_night_comes_the_next_morning(moment: datetime, asked: datetime) -> None:
    assert after_quiet(moment, NIGHT, MORNING) == asked


@pytest.mark.parametrize(
    ("moment", "asked"),
    [(at(21), at(19, 59)), (at(3), at(19, 59, day=16)), (at(12), at(12))],
)
def test_before_the_night_is_the_evening(moment: datetime, asked: datetime) -> None:
    assert before_quiet(moment, NIGHT, MORNING) == asked


@given(st.datetimes(timezones=st.just(HANGZHOU)), st.times(), st.times())
def test_nobody_is_ever_disturbed(moment: datetime, start: time, end: time) -> None:
    moment = moment.replace(second=0, microsecond=0)
    start, end = start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0)
    if start == end or not datetime(2, 1, 1) < moment.replace(tzinfo=None) < datetime(9000, 1, 1):
        return
    later = after_quiet(moment, start, end)
    assert not is_quiet(later, start, end)
    assert timedelta(0) <= later - moment <= timedelta(days=1)
    assert not is_quiet(before_quiet(moment, start, end), start, end) or (
        timedelta(hours=24) - timedelta(minutes=2) < _length(start, end)
    )


def _length(start: time, end: time) -> timedelta:
    minutes = (end.hour * 60 + end.minute) - (start.hour * 60 + start.minute)
    return timedelta(minutes=minutes % 1440)
