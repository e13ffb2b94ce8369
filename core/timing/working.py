"""Working time: which days and hours the office works, who is there besides, and when a limit is reached.

Moments come in with their zone and go out in UTC; what the wall shows is worked out in the site's zone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import chinese_calendar

from core.policy import Holidays, Hours, Shifts, Sop
from core.policy.spans import Limit, Measure
from core.timing.calendar import after_quiet

_DAY = timedelta(days=1)
_SATURDAY = 5

Period = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Shift:
    """Who is there at a moment: the shift, its own day (a night's is the evening's), and who covers it."""

    name: str
    day: date
    starts: datetime
    ends: datetime
    holiday: bool
    cover: tuple[str, ...]  # where cases go besides the department, the first of them first


@dataclass(frozen=True, slots=True, eq=False)
class WorkingTime:
    """One site's working time, made once."""

    hours: Hours
    holidays: Holidays
    shifts: Shifts
    zone: ZoneInfo

    @classmethod
    def of(cls, sop: Sop, timezone: str) -> "WorkingTime":
        """A site's working time, from its procedure and its time zone."""
        return cls(sop.hours, sop.holidays, sop.shifts, ZoneInfo(timezone))

    # days

    def is_workday(self, day: date) -> bool:
        """Whether the office works: the site's own lists, the national calendar, and beyond it the weekends."""
        if day in self.holidays.workdays:
            return True
        if day in self.holidays.days:
            return False
        known = self._national(day)
        return not known[0] if known else day.weekday() < _SATURDAY

    def is_holiday(self, day: date) -> bool:
        """Whether it is a public holiday and not merely a weekend."""
        if day in self.holidays.days or day in self.holidays.workdays:
            return day in self.holidays.days
        known = self._national(day)
        return known is not None and known[1]

    def known_until(self) -> date | None:
        """The last day whose holidays are known, by the calendar or the site's own list; None: it needs none."""
        if self.holidays.calendar != "china":
            return None
        return date(max((*chinese_calendar.holidays, *self.holidays.days)).year, 12, 31)

    def _national(self, day: date) -> tuple[bool, bool] | None:
        return _china(day) if self.holidays.calendar == "china" else None

    # hours

    def is_working(self, moment: datetime) -> bool:
        """Whether the office is open; at the closing second it no longer is."""
        return any(start <= moment < end for start, end in self._periods(self._day(moment)))

    def next_opening(self, moment: datetime) -> datetime:
        """The moment itself while the office is open, otherwise when it opens next."""
        return next(self._from(moment))[0]

    def between(self, a: datetime, b: datetime) -> timedelta:
        """How much working time lies between two moments; none where the second is not the later."""
        total = timedelta(0)
        for start, end in self._from(a):
            if start >= b:
                break
            total += min(end, b) - start
        return total

    def after(self, moment: datetime, span: timedelta) -> datetime:
        """When so much working time has passed: at the earliest, so at a closing and not the next opening."""
        if span <= timedelta(0):
            return moment.astimezone(UTC)
        periods = self._from(moment)
        start, end = next(periods)
        while end - start < span:
            span -= end - start
            start, end = next(periods)
        return start + span

    def after_days(self, moment: datetime, days: int) -> datetime:
        """When so many working days have passed: the same clock time so many working days later.

        What comes in while the office is closed counts from its next opening, and so its day is over where
        that day began: at the closing before (evening and weekend: the closing of the next working day for one
        day; lunch: the beginning of lunch on the following one). Either way the office has had so many whole days.
        """
        if days < 1:
            return moment.astimezone(UTC)
        opens = self.next_opening(moment)
        day = self._day(opens)
        if opens == moment:
            return self.at(self._workday(day, days), self._clock(moment))
        before = [end for start, end in self.hours.periods if self.at(day, start) < opens]
        if before:  # closed for lunch
            return self.at(self._workday(day, days), before[-1])
        return self.at(self._workday(day, days - 1), self.hours.periods[-1][1])

    def before(self, moment: datetime, span: timedelta) -> datetime:
        """When so much working time was left until then: at the latest, so at an opening and not the last closing."""
        start, end = moment.astimezone(UTC), moment.astimezone(UTC)
        periods = self._until(moment)
        while span > timedelta(0):
            start, end = next(periods)
            if end - start >= span:
                return end - span
            span -= end - start
        return start

    def last_open(self, moment: datetime) -> datetime:
        """The moment itself while the office is open, otherwise when it closed last."""
        return moment.astimezone(UTC) if self.is_working(moment) else next(self._until(moment))[1]

    def ahead(self, start: datetime, due: datetime, span: timedelta) -> datetime:
        """When to say beforehand that something is due: so much working time before, but not in the first half."""
        return _ahead(self, start, due, span)

    def due(self, start: datetime, limit: Limit) -> datetime:
        """When a limit is reached, by whatever it is counted."""
        return _due(self, start, limit)

    def count(self, start: datetime, limit: Limit) -> datetime:
        """The same, worked out."""
        match limit.measure:
            case Measure.WORKING:
                return self.after(start, limit.span)
            case Measure.WORKDAYS:
                return self.after_days(start, limit.span.days)
            case Measure.CALENDAR:
                return self.at(self._day(start) + limit.span, self._clock(start))
            case Measure.ELAPSED:
                return start.astimezone(UTC) + limit.span

    def next_clock(self, moment: datetime, clock: time) -> datetime:
        """When the wall shows this time next: 06:00 is the end of a night."""
        day = self._day(moment)
        found = self.at(day, clock)
        return found if found > moment else self.at(day + _DAY, clock)

    def next_told(self, moment: datetime, measure: Measure) -> datetime:
        """When people are told of what is counted so: working time while the office is open, days not at night."""
        match measure:
            case Measure.WORKING | Measure.WORKDAYS:
                return self.next_opening(moment)
            case Measure.CALENDAR:
                return self._by_day(moment)
        return moment

    def _by_day(self, moment: datetime) -> datetime:
        """The moment itself between opening and closing, on whatever day; otherwise the next morning."""
        opens, closes = self.hours.periods[0][0], self.hours.periods[-1][1]
        return after_quiet(moment.astimezone(self.zone), closes, opens).astimezone(UTC)

    # shifts

    def shift_at(self, moment: datetime) -> Shift:
        """The shift that is on; from the evening to the morning it is one night, of the evening's day."""
        today = self._day(moment)
        days = (today - _DAY, today, today + _DAY)
        starts = sorted(
            (self.at(day, at), day, name) for day in days for name, at in self.shifts.start.items()
        )
        index = max(i for i, (at, _, _) in enumerate(starts) if at <= moment)
        at, day, name = starts[index]
        holiday = self.is_holiday(day)
        covers = (self.shifts.cover.get(name), self.shifts.cover.get("holiday") if holiday else None)
        return Shift(name, day, at, starts[index + 1][0], holiday, tuple(cover for cover in covers if cover))

    # the wall

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def _clock(self, moment: datetime) -> time:
        return moment.astimezone(self.zone).time()

    def at(self, day: date, clock: time) -> datetime:
        """A time of day on the site's wall."""
        return datetime.combine(day, clock, self.zone).astimezone(UTC)

    def _workday(self, day: date, further: int) -> date:
        while further:
            day += _DAY
            further -= self.is_workday(day)
        return day

    def _periods(self, day: date) -> list[Period]:
        if not self.is_workday(day):
            return []
        return [(self.at(day, start), self.at(day, end)) for start, end in self.hours.periods]

    def _until(self, moment: datetime) -> Iterator[Period]:
        """What was worked up to a moment, the last of it first."""
        moment = moment.astimezone(UTC)
        day = self._day(moment)
        while True:
            worked = reversed(self._periods(day))
            yield from ((start, min(end, moment)) for start, end in worked if start < moment)
            day -= _DAY

    def _from(self, moment: datetime) -> Iterator[Period]:
        """What is worked from a moment on, without end; subtracted in UTC, where no hour is missing or double."""
        moment = moment.astimezone(UTC)
        day = self._day(moment)
        while True:
            yield from ((max(start, moment), end) for start, end in self._periods(day) if end > moment)
            day += _DAY


@lru_cache(maxsize=4096)
def _china(day: date) -> tuple[bool, bool] | None:
    """Whether a day is off, and whether for a public holiday; None where the calendar ends."""
    try:
        off, name = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return None
    return off, off and name is not None


@lru_cache(maxsize=4096)
def _due(working: WorkingTime, start: datetime, limit: Limit) -> datetime:
    """A turn asks for the same deadlines several times, and so does the next about the case."""
    return working.count(start, limit)


@lru_cache(maxsize=4096)
def _ahead(working: WorkingTime, start: datetime, due: datetime, span: timedelta) -> datetime:
    worked = working.between(start, due)
    return working.before(due, min(span, worked / 2)) if worked else start + (due - start) / 2
