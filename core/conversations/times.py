"""A time in the future, chosen with one tap: offered in words, carried in the button, checked when it comes back.

rows = times.offer(turn, case, "promise", case.number)      →  buttons 今天 17:00, 明天 10:00, …
until = times.read(turn, token)                             ←  the last part of the tapped act
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from core.case import Case
from core.chat import Choice, Rows, choice, text
from core.turn import Turn, rows_of

AHEAD = timedelta(days=60)  # no button offers a time further ahead


def offer(
    turn: Turn, case: Case, *act: str | int, least: timedelta = timedelta(hours=1), most: int = 6
) -> Rows:
    """Buttons for the next times at which the office works, ten signs each; every act ends with its token."""
    moments = _coming(turn, case, turn.now + least)
    return rows_of(
        [button(turn, case, moment, act) for moment, _ in zip(moments, range(most), strict=False)], 2
    )


def button(turn: Turn, case: Case, moment: datetime, act: tuple[str | int, ...]) -> Choice:
    """One time as a button; its act ends with the token."""
    at = turn.site_of(case).local(moment)
    day = (at.date() - turn.site_of(case).local(turn.now).date()).days
    name = text("on-day", day=at.day) if day > 1 else text("tomorrow") if day else text("today")
    return choice("day-and-time", *act, token(moment), day=name, time=f"{at:%H:%M}")


def _coming(turn: Turn, case: Case, after: datetime) -> Iterator[datetime]:
    """The times of the procedure (10:00, 15:00 …) on the days the office works."""
    site, working = turn.site_of(case), turn.sites.working(case.site)
    day = site.local(turn.now).date()
    while True:
        if working.is_workday(day):
            yield from (at for clock in site.sop.job.times if (at := working.at(day, clock)) > after)
        day += timedelta(days=1)


def token(moment: datetime) -> str:
    """A moment as a button carries it: minutes, in few signs."""
    return format(int(moment.timestamp()) // 60, "x")


def read(turn: Turn, token: str) -> datetime | None:
    """The moment a button carried, if it still lies ahead."""
    try:
        moment = datetime.fromtimestamp(int(token, 16) * 60, turn.now.tzinfo)
    except (ValueError, OverflowError, OSError):
        return None
    return moment if turn.now < moment < turn.now + AHEAD else None
