"""Cases told step by step, for the tests of their clocks."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from core.case import Case, Kind
from core.policy import read_sop
from core.timing.clock import (
    Clock,
)
from core.timing.clocks import clocks
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
