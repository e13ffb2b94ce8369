"""What a colleague writes down for somebody, and how somebody wishes to be answered, read out of plain words."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from core.policy import read_sop
from core.understanding.moment import read_day, read_past
from core.understanding.name import name_told
from core.understanding.way import wished_way

NOW = datetime(2026, 11, 17, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
OPENS = time(8, 30)


@pytest.mark.sop("RE-4")
@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("厨房漏水，给我打电话", "phone"),
        ("处理完请电话联系我", "phone"),
        ("有结果了打电话告诉我13800138000", "phone"),
        ("保安態度差，請給我打電話", "phone"),
        ("Please call me back", "phone"),
        ("请书面答复", "letter"),
        ("Please reply in writing", "letter"),
        ("请当面答复我", "visit"),
        ("来之前给我打电话", None),
        ("上门前，给我打电话", None),
        ("别给我打电话", None),
        ("不要打电话", None),
        ("他们一直给我打电话", None),
        ("打电话没人接", None),
        ("我给你们打电话没人接", None),
        ("物业打电话给我说停水", None),
    ],
)
def test_only_a_plain_wish_for_a_way_is_taken_for_one(words: str, way: str | None) -> None:
    assert wished_way(words) == way


@pytest.mark.sop("IN-6")
@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("刚才", "2026-11-17T10:00"),
        ("9:30", "2026-11-17T09:30"),
        ("上午九点一刻", "2026-11-17T09:15"),
        ("23:30", "2026-11-16T23:30"),
        ("昨天 下午 3点半", "2026-11-16T15:30"),
        ("昨晚十点", "2026-11-16T22:00"),
        ("yesterday 3:15pm", "2026-11-16T15:15"),
        ("11-16 9:30", "2026-11-16T09:30"),
        ("2026年11月16日 9点", "2026-11-16T09:00"),
        ("11月16日", "2026-11-16T08:30"),
        ("大概九点多", "2026-11-17T09:00"),
        ("半小时前", "2026-11-17T09:30"),
        ("两个小时前", "2026-11-17T08:00"),
        ("3天前", "2026-11-14T10:00"),
        ("30 minutes ago", "2026-11-17T09:30"),
    ],
)
def test_a_moment_that_has_passed(words: str, moment: str) -> None:
    assert read_past(words, NOW, OPENS) == datetime.fromisoformat(moment).replace(tzinfo=NOW.tzinfo)


@pytest.mark.sop("IN-6")
@pytest.mark.parametrize(
    "words",
    [
        "",
        "明天9点",
        "2026-11-18 9:00",
        "25:00",
        "11-31 9:00",
        "13-01",
        "晚上12点",
        "下午",
        "厨房漏水",
        "9",
        "9999天",
    ],
)
def test_what_is_to_come_or_no_moment_is_none(words: str) -> None:
    assert read_past(words, NOW, OPENS) is None


@pytest.mark.sop("IN-8")
@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今天", 17),
        ("昨天", 16),
        ("前天", 15),
        ("11-16", 16),
        ("2026-11-16", 16),
        ("9:30", None),
        ("胡说", None),
    ],
)
def test_a_day(words: str, day: int | None) -> None:
    assert read_day(words, NOW.date()) == (day and date(2026, 11, day))


@pytest.mark.sop("IN-6", "IN-2")
@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("3栋2单元1201王阿姨说厨房漏水", "王阿姨"),
        ("5栋1单元302的周先生说厨房漏水", "周先生"),
        ("业主李明来电反映", "李明"),
        ("302王小明先生", "王小明先生"),
        ("302的保安王师傅态度差", None),
        ("投诉张先生停车", None),
        ("，王师傅没来", None),
        ("楼道里的灯不亮了", None),
    ],
)
def test_whom_a_colleague_names(words: str, name: str | None) -> None:
    assert name_told(words) == name


@pytest.mark.sop("IN-6", "RE-4")
def test_every_way_in_has_a_way_back() -> None:
    sop = read_sop()
    assert set(sop.recording.ways) == set(sop.answers.by)
    assert len(sop.recording.ways) == 8
    assert set(sop.clocks.letters) <= set(sop.recording.ways)
