"""Lengths of time, times of day and days as a procedure writes them: "15m", "5d", "4wh", "1wd", 20:00:00, 2027-02-05."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def read_span(value: object) -> object:
    """Read "90s", "15m", "2h", "5d", "1w" as a span of time; anything else is left for the model to refuse."""
    match = re.fullmatch(r"(\d+)\s*([smhdw])", value) if isinstance(value, str) else None
    return timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else value


Span = Annotated[timedelta, BeforeValidator(read_span), Field(ge=timedelta(0))]


class Measure(StrEnum):
    """By what a limit is counted."""

    ELAPSED = "elapsed"  # minutes and hours of the wall clock
    CALENDAR = "calendar"  # the same clock time, days later
    WORKING = "working"  # the office's own hours only
    WORKDAYS = "workdays"


@dataclass(frozen=True, slots=True)
class Limit:
    """So long, and by what it is counted."""

    span: timedelta
    measure: Measure = Measure.ELAPSED

    @property
    def by_wall(self) -> "Limit":
        """The same for an emergency, for which the wall clock counts."""
        days = self.measure in {Measure.CALENDAR, Measure.WORKDAYS}
        return Limit(self.span, Measure.CALENDAR if days else Measure.ELAPSED)


def read_limit(value: object) -> object:
    """Read "15m", "5d" as the wall clock's, "4wh" as working time, "1wd" as working days."""
    if isinstance(value, Limit):
        return value
    match = re.fullmatch(r"(\d{1,4})\s*(w?[mhd]|[sw])", value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("time_delta_parsing", "no span such as 15m, 5d, 4wh or 1wd")
    number, unit = int(match[1]), match[2]
    span = timedelta(**{_UNITS[unit[-1]]: number})
    if len(unit) == 2:
        return Limit(span, Measure.WORKDAYS if unit == "wd" else Measure.WORKING)
    return Limit(span, Measure.CALENDAR if unit in "dw" else Measure.ELAPSED)


def _read_clock(value: object) -> object:
    """A bare number would be seconds after midnight; nobody means that."""
    if isinstance(value, int | float):
        raise PydanticCustomError("time_type", "no time of day such as 20:00:00")
    return value


def _read_day(value: object) -> object:
    """2027-02-05, in quotes or without; nothing that has hours or is a number."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise PydanticCustomError("date_type", "no day such as 2027-02-05")


LimitOf = Annotated[Limit, BeforeValidator(read_limit)]
ClockTime = Annotated[time, BeforeValidator(_read_clock)]
Day = Annotated[date, BeforeValidator(_read_day)]
