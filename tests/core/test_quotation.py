"""A quotation: read from the words of whoever was there, counted in whole cents, versioned on record."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case import Case, Kind, State
from core.history.quotation import (
    CONSENT,
    QUOTE,
    REFUSE,
    Item,
    agreed,
    newest,
    next_version,
    read_minutes,
    read_quotation,
    waiting,
    yuan,
)

MOST = 100_000_00
NOW = datetime(2026, 11, 17, 2, tzinfo=UTC)


@pytest.mark.sop("HA-3")
@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("换角阀 角阀一个 45元", Item("换角阀", "角阀一个", 4500)),
        ("换角阀，角阀一个，45", Item("换角阀", "角阀一个", 4500)),
        ("换角阀：角阀一个 四十五块", Item("换角阀", "角阀一个", 4500)),
        ("换角阀45元", Item("换角阀", "", 4500)),
        ("换角阀-45元", Item("换角阀", "", 4500)),
        ("1、换角阀 角阀一个 45", Item("换角阀", "角阀一个", 4500)),
        ("① 换角阀 角阀 45元", Item("换角阀", "角阀", 4500)),
        ("- 换角阀 角阀 45元", Item("换角阀", "角阀", 4500)),
        ("1.5米软管 45元", Item("1.5米软管", "", 4500)),
        ("PPR管 DN20 2米 80", Item("PPR管", "DN20 2米", 8000)),
        ("45元 人工", Item("人工", "", 4500)),
        ("人工 ¥45.50", Item("人工", "", 4550)),
        ("人工 ￥４５．５", Item("人工", "", 4550)),
        ("人工 45块5", Item("人工", "", 4550)),
        ("人工 四十五块五", Item("人工", "", 4550)),
        ("人工 四十五块半", Item("人工", "", 4550)),
        ("人工 45元5角", Item("人工", "", 4550)),
        ("垫片 五毛钱", Item("垫片", "", 50)),
        ("換角閥 四十五塊", Item("換角閥", "", 4500)),
        ("总阀 1,200元", Item("总阀", "", 120000)),
        ("总阀 一千二", Item("总阀", "", 120000)),
        ("总阀 一千零二元", Item("总阀", "", 100200)),
        ("总阀 一百二十块", Item("总阀", "", 12000)),
        ("总阀 两百五", Item("总阀", "", 25000)),
        ("换门 1.2万元", Item("换门", "", 1200000)),
        ("labour 45 yuan", Item("labour", "", 4500)),
        ("RMB 45.00 labour", Item("labour", "", 4500)),
        ("角阀 2*45=90元", Item("角阀", "2*45", 9000)),
        ("换阀 45元 含人工", Item("换阀", "含人工", 4500)),
        ("上门费 免费", Item("上门费", "", 0)),
        ("上门费 0元", Item("上门费", "", 0)),
    ],
)
def test_an_item_is_read_however_it_is_written(line: str, item: Item) -> None:
    read = read_quotation(line, MOST)
    assert (read.items, read.unclear) == ((item,), ())


@pytest.mark.sop("HA-3")
@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("换角阀 很多钱", "no-price"),
        ("换角阀", "no-price"),
        ("换水管 DN20", "no-price"),
        ("人工 1e9", "no-price"),
        ("人工 4.5.6", "no-price"),
        ("人工 45.555", "no-price"),
        ("人工 1万2元", "no-price"),
        ("人工 $45", "no-price"),
        ("人工 NaN元", "no-price"),
        ("人工 十十块", "no-price"),
        ("人工 -45元", "negative"),
        ("人工 -45", "negative"),
        ("人工 负45元", "negative"),
        ("-45元 人工", "negative"),
        ("人工 45-60元", "range"),
        ("人工 45元到60元", "range"),
        ("人工 45~60", "range"),
        ("人工 45元 材料 60元", "several"),
        ("角阀 45元/个", "each"),
        ("角阀 每个45元", "each"),
        ("角阀 单价45元", "each"),
        ("角阀 45元一个", "each"),
        ("角阀 2x45", "each"),
        ("人工 1000000000元", "too-much"),
        ("人工 100000.01元", "too-much"),
        ("打电话13800138000", "too-much"),
        ("45元", "no-name"),
        ("用时很快", "no-time"),
        ("用时 9999天", "no-time"),
    ],
)
def test_what_could_be_read_in_two_ways_is_asked_and_not_guessed(line: str, why: str) -> None:
    read = read_quotation(line, MOST)
    assert read.items == ()
    assert [(each.line, each.why) for each in read.unclear] == [(line.removeprefix("- "), why)]


def test_several_items_in_one_message_with_total_and_time() -> None:
    read = read_quotation("换角阀 角阀一个 45元，人工 30元。\n合计：80元；用时 1小时", MOST)
    assert [item.cents for item in read.items] == [4500, 3000]
    assert (read.stated, read.minutes, read.unclear) == (8000, 60, ())


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("用时2小时", 120),
        ("用时：两个小时左右", 120),
        ("大约半天", 240),
        ("工期 一天半", 1680),
        ("一个半小时", 90),
        ("1.5小时", 90),
        ("30分钟", 30),
        ("takes 2 hours", 120),
        ("三天", 4320),
        ("0小时", None),
        ("换阀 2小时", None),
        ("明天", None),
    ],
)
def test_the_time_it_takes(words: str, minutes: int | None) -> None:
    assert read_minutes(words) == minutes


@given(st.text(max_size=80))
def test_whatever_is_typed_no_price_is_invented(words: str) -> None:
    read = read_quotation(words, MOST)
    assert all(0 <= item.cents <= MOST and item.name for item in read.items)


@given(
    st.integers(0, MOST), st.sampled_from(["人工 {}元", "人工 ¥{}", "人工：{}", "{}元 人工", "人工 {} yuan"])
)
def test_what_we_write_is_what_we_read(cents: int, shape: str) -> None:
    (item,) = read_quotation(shape.format(yuan(cents)), MOST).items
    assert item.cents == cents


# on record


def case() -> Case:
    return Case("WJ-1", "wangjiang", NOW, Kind.REPAIR, 1, "漏水", state=State.ON_SITE)


def quote(case: Case, cents: int) -> None:
    items = [Item("人工", "", cents).packed()]
    case.note(QUOTE, NOW, 2, version=next_version(case), items=items, minutes=30)


@pytest.mark.sop("HA-3")
def test_an_answer_counts_for_the_version_that_was_meant() -> None:
    it = case()
    assert newest(it) is None
    quote(it, 4500)
    quote(it, 6000)
    it.note(CONSENT, NOW, 1, version=1)
    assert agreed(it) is None
    found = waiting(it)
    assert found is not None
    assert (found.version, found.total) == (2, 6000)
    it.note(REFUSE, NOW, 1, version=2)
    assert (waiting(it), agreed(it)) == (None, None)
    it.note(CONSENT, NOW, 1, version=2)
    assert agreed(it) is not None


@pytest.mark.sop("HA-3")
def test_another_round_needs_another_consent_and_versions_go_on() -> None:
    it = case()
    quote(it, 4500)
    it.note(CONSENT, NOW, 1, version=1)
    it.state = State.REPLIED
    it.move("reject", NOW, 1)
    assert (newest(it), next_version(it)) == (None, 2)
