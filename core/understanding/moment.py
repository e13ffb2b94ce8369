"""When something was, as people write it down afterwards: 9:30, 昨天下午3点半, 11-16 9:30, 半小时前."""

import re
from datetime import date, datetime, time, timedelta

from core.understanding.plain import plain

_FILLER = re.compile(
    r"(?<!\d)\s|\s(?!\d)|[,，。的多]|左右|大概|大约|约|收到|来电|打来|来的|寄到|到的|钟(?!头)"
)
_DIGITS = {"十二": 12, "十一": 11, "十": 10, "两": 2} | {
    sign: n for n, sign in enumerate("一二三四五六七八九", 1)
}
_CHINESE = re.compile(f"({'|'.join(_DIGITS)})(?=[点时天]|个?小时|个?钟头)")
_AGO = re.compile(r"(\d+|半)(?:个)?(分|分钟|小时|钟头|天|minutes?|mins?|hours?|h|days?)(?:前|以前|之前|ago)")
_NOW = frozenset({"刚刚", "刚才", "现在", "刚", "just now".replace(" ", ""), "now"})
_DAYS = {
    "今天": 0,
    "今日": 0,
    "今": 0,
    "today": 0,
    "昨天": 1,
    "昨日": 1,
    "昨": 1,
    "yesterday": 1,
    "前天": 2,
    "前日": 2,
}
_PARTS = {
    "凌晨": 0,
    "早上": 0,
    "早晨": 0,
    "早": 0,
    "上午": 0,
    "am": 0,
    "中午": 12,
    "下午": 12,
    "傍晚": 12,
    "晚上": 12,
}
_PARTS |= {"晚": 12, "夜里": 12, "pm": 12}
_FORM = re.compile(
    r"(?:(?:(?P<year>\d{4})[-/年])?(?P<month>\d{1,2})[-/月](?P<day>\d{1,2})(?:日|号|(?!\d))"
    rf"|(?P<name>{'|'.join(_DAYS)}))?"
    rf"[ t]?(?P<part>{'|'.join(_PARTS)})?"
    r"(?:(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|[点时](?P<minutes>\d{1,2}|半|一刻|三刻)?分?|(?=am|pm))(?P<after>am|pm)?)?"
)
_MINUTES = {"半": 30, "一刻": 15, "三刻": 45}


def read_past(words: str, now: datetime, opens: time) -> datetime | None:
    """A moment that has passed, on the clock of `now`; a day without a time is that day's morning."""
    flat = _flat(words)
    if flat in _NOW:
        return now
    if ago := _AGO.fullmatch(flat):
        return now - _span(ago[1], ago[2])
    found = _FORM.fullmatch(flat)
    if not flat or not found:
        return None
    day, clock = _day(found, now.date()), _clock(found)
    if day is None or (found["hour"] and clock is None) or (found["part"] and clock is None):
        return None
    moment = datetime.combine(day, clock or opens, now.tzinfo)
    if moment > now and not (found["day"] or found["name"]):  # 23:30, said after midnight
        moment -= timedelta(days=1)
    if moment > now and clock is None and day == now.date():
        return now
    return moment if moment <= now else None


def read_day(words: str, today: date) -> date | None:
    """A day, by its date or as today, yesterday."""
    flat = _flat(words)
    found = _FORM.fullmatch(flat)
    if not flat or not found or found["hour"] or found["part"]:
        return None
    return _day(found, today)


def _flat(words: str) -> str:
    flat = _FILLER.sub("", plain(words).replace("：", ":"))
    return _CHINESE.sub(lambda found: str(_DIGITS[found[1]]), flat)


def _span(number: str, unit: str) -> timedelta:
    many = 0.5 if number == "半" else min(int(number), 9999)
    if unit.startswith(("分", "min")):
        return timedelta(minutes=many)
    return timedelta(days=many) if unit.startswith(("天", "day")) else timedelta(hours=many)


def _day(found: re.Match[str], today: date) -> date | None:
    if not found["day"]:
        return today - timedelta(days=_DAYS.get(found["name"] or "", 0))
    try:
        day = date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
        return day.replace(year=day.year - 1) if day > today and not found["year"] else day
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> time | None:
    if not found["hour"]:
        return None
    hour, part = int(found["hour"]), found["part"] or found["after"]
    minute = found["minute"] or found["minutes"] or "0"
    if part and _PARTS[part] and (hour < 12 and not (part == "中午" and hour >= 10)):
        hour += 12
    elif hour == 12 and part in {"am", "凌晨"}:
        hour = 0
    elif hour == 12 and part in {"晚", "晚上", "夜里"}:  # which midnight?
        return None
    try:
        return time(hour, _MINUTES.get(minute) or int(minute))
    except ValueError:
        return None
