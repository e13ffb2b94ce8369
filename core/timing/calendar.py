"""Hours in which people are left alone."""

from datetime import datetime, time, timedelta


def is_quiet(moment: datetime, start: time, end: time) -> bool:
    """Whether the moment's own clock stands in the quiet hours, which may run over midnight."""
    clock = moment.time()
    return start <= clock < end if start <= end else clock >= start or clock < end


def after_quiet(moment: datetime, start: time, end: time) -> datetime:
    """The moment itself, or the end of the quiet hours it falls in."""
    if not is_quiet(moment, start, end):
        return moment
    morning = moment.replace(hour=end.hour, minute=end.minute, second=0, microsecond=0)
    return morning if morning > moment else morning + timedelta(days=1)


def before_quiet(moment: datetime, start: time, end: time) -> datetime:
    """The moment itself, or the last minute before the quiet hours it falls in."""
    if not is_quiet(moment, start, end):
        return moment
    evening = moment.replace(hour=start.hour, minute=start.minute, second=0, microsecond=0)
    evening = evening if evening <= moment else evening - timedelta(days=1)
    return evening - timedelta(minutes=1)
