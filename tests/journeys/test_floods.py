"""Floods are limited per person, nothing said in them is lost, and danger is never refused."""

import pytest

from core.case import State
from tests.journeys.seniors import entries
from tests.town import Town


async def floods(town: Town, count: int, words: str = "还在漏，第{}次说") -> None:
    for number in range(count):
        await town.owner.says(words.format(number))


@pytest.mark.sop("IN-13")
async def test_too_many_words_are_answered_once_and_all_kept(town: Town) -> None:
    case = await town.files()
    await floods(town, 40)
    texts = town.owner.chat.texts
    assert sum("都收到了，请稍等" in text for text in texts) == 1
    assert "请稍等" in town.owner.last.text
    assert sum(f"已补充到 {case.number}" in text for text in texts) < 20
    kept = [e.why for e in entries(town, case, "add")]
    assert kept == [f"还在漏，第{n}次说" for n in range(40)]
    assert sum("不再逐条转发" in text for text in town.desk.texts) == 1
    assert sum("还在漏" in text and "次说" in text for text in town.desk.texts if "报来" not in text) < 21
    assert any("第39次说" in text for text in town.group("engineering").texts)  # the card has the newest


@pytest.mark.sop("IN-13")
async def test_after_a_minute_it_is_as_before(town: Town) -> None:
    case = await town.files()
    await floods(town, 25)
    await town.passes(minutes=2)
    await town.owner.says("师傅什么时候来？")
    assert town.owner.last.shows(f"已补充到 {case.number}")


@pytest.mark.sop("IN-13")
async def test_a_draft_takes_it_all_in_and_goes_on_when_they_fall_silent(town: Town) -> None:
    await town.owner.says("我要投诉")
    await floods(town, 30, "楼道里的垃圾没人扫{}")
    assert sum("请稍等" in text for text in town.owner.chat.texts) == 1
    await town.passes(minutes=2)
    if not town.owner.chat.last_card.button("确认提交"):
        for answer in ("公共区域", "就在这里联系我", "没有特别要求"):
            if town.owner.chat.last_card.button(answer):
                await town.owner.taps(answer)
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    assert all(f"没人扫{n}" in case.issue for n in range(30))


@pytest.mark.sop("IN-13")
async def test_danger_in_the_middle_of_a_flood_is_heard(town: Town) -> None:
    await town.files()
    await floods(town, 30)
    await town.owner.says("3-2-1201 厨房着火了，快来人 13800138000")
    assert any("着火" in text and "紧急" in text for text in town.desk.texts)
    assert town.owner.reads("情况紧急")
    assert town.cases(town.owner)[0].urgent  # the job at the same home is raised
    assert town.cases(town.owner)[0].state is State.DISPATCHED


@pytest.mark.sop("IN-13")
async def test_the_other_one_is_answered_meanwhile_and_a_colleague_always(town: Town) -> None:
    await town.files()
    await floods(town, 30)
    await town.husband.says("你好")
    assert not town.husband.reads("请稍等")
    for number in range(23):
        await town.zhang.says(f"说明{number}")
    assert not town.zhang.reads("都收到了，请稍等")


@pytest.mark.sop("IN-13")
async def test_codes_are_not_tried_in_heaps(town: Town) -> None:
    for number in range(40):
        await town.husband.says(f"ABCDEFG{number % 8 + 2}")
    assert sum("邀请码不对" in text for text in town.husband.chat.texts) <= 21


def count(town: Town) -> int:
    """How many cases the owner has."""
    number = town.owner.id
    with town.app.store.transaction() as work:
        return len(work.cases_of(number, limit=99))


async def files_ten(town: Town) -> None:
    for number in range(10):
        await town.files(unit=f"3-2-{number + 1}02")
        await town.passes(minutes=2)


@pytest.mark.sop("IN-13")
async def test_more_cases_a_day_than_anybody_has_are_left_to_a_colleague(town: Town) -> None:
    await files_ten(town)
    assert count(town) == 10
    await town.owner.says("3-2-1201 卫生间的水龙头坏了，请来修 13800138000")
    await town.owner.taps("确认提交")
    assert count(town) == 10
    assert town.owner.last.shows("10 件事", "0571-88001234", "转人工")
    await town.owner.taps("转人工", message=town.owner.last)
    assert count(town) == 10
    newest = town.cases(town.owner)[0]
    assert any("水龙头坏了" in entry.why for entry in entries(town, newest, "add"))
    assert any("水龙头坏了" in text for text in town.desk.texts)
    assert any("要找人工" in text and newest.number in text for text in town.desk.texts)


@pytest.mark.sop("IN-13")
async def test_an_emergency_is_never_one_too_many_and_tomorrow_is_another_day(town: Town) -> None:
    await files_ten(town)
    await town.owner.says("3-2-1201 家里水管爆了，水漫得到处都是，快来 13800138000")
    await town.owner.taps("确认提交")
    assert count(town) == 11
    await town.passes(hours=16)
    await town.files(unit="3-2-1502")
    assert count(town) == 12
