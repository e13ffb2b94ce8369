"""What a draft promises: compensation, a guarantee, a day or a time still to come (RE-7).

Tomorrow is always to come. Today, a weekday, a time of day or "within three days" may be a report of what was done:
they count unless their clause tells of something past. A date counts from today on.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from core.understanding.clauses import Clauses
from core.understanding.numerals import digits
from core.understanding.phrases import as_written, found
from core.understanding.plain import plain

Span = tuple[int, int]

_N = r"(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,4})"
_WEEK = r"(?:周|星期|礼拜)"
_DAYNAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|tonight|midnight|the end of|[0-9]{1,2}\s*(?:am|pm|:[0-9]{2})"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"

_COMING = re.compile(
    rf"大后天|后天|明天|明日|明早|明晚|明年|次日|翌日|听日|后日|下(?:个)?(?:{_WEEK}|月)[一二三四五六日天末]?"
    rf"|(?:本|这|这个)(?:{_WEEK}|月)(?:之?内|以内)|月底|年底|年前|节前"
    rf"|(?<![a-z])(?:tomorrow|next (?:week|month|year|{_DAYNAME}))(?![a-z])"
)
_PERHAPS = re.compile(
    rf"今天|今日|今早|今晚|今夜|今年|上午|中午|下午|傍晚|晚上|周末|(?:本|这|这个)?{_WEEK}[一二三四五六日天末]"
    rf"|{_N}个?半?(?:个?工作日|小时|钟头|分钟|天|日|周|星期|礼拜|个月)(?:之内|以内|内|之后|以后|后|左右)"
    rf"|半(?:个)?(?:小时|钟头|天|月)(?:之内|以内|内|之后|以后|后|左右)|{_N}个工作日"
    r"|(?<![0-9\-:：])[0-9]{1,2}(?:[:：][0-5][0-9]|[点时](?:钟|半|[0-9]{1,2}分?)?)(?:之前|以前|前|左右)?"
    rf"|{_N}点(?:钟|半|一刻|之前|以前|前|左右|整)|(?<![0-9月\-])[0-9]{{1,2}}[号日](?=之?前|以前|上门|来|到|给|会|安排)"
    rf"|(?<![a-z])(?:(?:by|before|until|this|on) (?:{_DAYNAME})|(?:with)?in (?:an?|[0-9]+|one|two|three|a few) "
    r"(?:minute|hour|day|week|month|working day)s?|today|tonight)(?![a-z])"
)
_DATE = re.compile(
    rf"(?:(?P<year>20[0-9]{{2}})[年./-])?(?<![0-9])(?P<month>[0-9]{{1,2}}|十[一二]?|[一二三四五六七八九])月"
    rf"(?:(?P<day>[0-9]{{1,2}}|[一二三]?十?[一二三四五六七八九十])[日号]?|初|中旬|下旬|底|份)"
    rf"|(?<![0-9])(?P<y>20[0-9]{{2}})[./-](?P<m>[0-9]{{1,2}})[./-](?P<d>[0-9]{{1,2}})(?![0-9])"
    rf"|(?<![0-9/])(?P<a>1[0-2]|0?[1-9])/(?P<b>[12][0-9]|3[01]|0?[1-9])(?![0-9/])"
    rf"|(?<![a-z])(?:(?P<e>[0-9]{{1,2}}) (?P<f>{_MONTH})|(?P<g>{_MONTH}) (?P<h>[0-9]{{1,2}}))(?![a-z0-9])"
)
_PAST = re.compile(
    r"已|了|过(?!来|去|期|几)|完成|完毕|完工|刚|昨|前天|正常|(?<![a-z])(?:was|were|has|have|had|did|done|replaced|fixed|"
    r"repaired|checked|yesterday)(?![a-z])"
)
_FUTURE = re.compile(
    r"会|将|一定|(?<!没)(?<!没有)(?<!不)再|准备|预计|安排|上门|过来|给您|给你|答复|回复|之?前(?!天|面|台|门)|内(?:修|解决|处理|完成|答|回|给|办)"
    r"|(?<![a-z])(?:will|shall|going to|we'll|i'll|be (?:done|fixed|ready))(?![a-z])"
)
_LONG_AGO = timedelta(days=180)  # a date without a year further back than this is next year's


def promised(
    words: str, today: date, phrases: tuple[str, ...], harmless: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Everything in a draft that somebody with authority has to see first, in the writer's own words."""
    return tuple(dict.fromkeys((*found(words, phrases, harmless), *times_to_come(words, today))))


def times_to_come(words: str, today: date) -> tuple[str, ...]:
    """The days and times that are not over yet."""
    flat = plain(words)
    spans = sorted(set(_spans(flat, today)))
    return as_written(words, (span for span in spans if not _is_part(span, spans)))


def _is_part(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in spans)


def _spans(flat: str, today: date) -> Iterator[Span]:
    yield from (match.span() for match in _COMING.finditer(flat))
    clauses = Clauses(flat)
    for match in _PERHAPS.finditer(flat):
        if not _is_report(flat, clauses, match.start()):
            yield match.span()
    for match in _DATE.finditer(flat):
        day = _day(match, today)
        if day is not None and day >= today:
            yield match.span()


def _is_report(flat: str, clauses: Clauses, at: int) -> bool:
    start, end = clauses.spans[clauses.at(at)] if clauses.spans else (0, len(flat))
    return bool(_PAST.search(flat, start, end)) and not _FUTURE.search(flat, start, end)


def _day(match: re.Match[str], today: date) -> date | None:
    """The day that is meant; one that no calendar has is none, a month without a day is its last."""
    year, month, day = _parts(match)
    if not 1 <= month <= 12:
        return None
    try:
        found = date(year or today.year, month, day or monthrange(year or today.year, month)[1])
    except ValueError:
        return None
    return found.replace(year=today.year + 1) if not year and found < today - _LONG_AGO else found


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    part = match.groupdict()
    if part["month"]:
        return int(part["year"] or 0), int(digits(part["month"]) or 0), int(digits(part["day"] or "") or 0)
    if part["y"]:
        return int(part["y"]), int(part["m"]), int(part["d"])
    if part["a"]:
        return 0, int(part["a"]), int(part["b"])
    name = part["f"] or part["g"]
    return 0, _MONTHS.index(name[:3]) + 1, int(part["e"] or part["h"])
