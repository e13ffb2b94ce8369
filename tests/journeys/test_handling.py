"""The work: on site, delayed with a reason, done with words and a photo, inspected by the owner."""

import pytest

from core.case import State
from tests.town import Town


@pytest.mark.sop("HA-1")
async def test_on_site_within_fifteen_minutes_of_taking_it(town: Town) -> None:
    case = await town.files()
    group = town.group("engineering")
    await town.zhang.at(group).taps("接单")
    assert group.last.shows("10:15 前到场")
    await town.zhang.taps("到场")
    assert town.case(case.number).state is State.ON_SITE
    assert group.last.shows("张志强 在现场")
    assert town.owner.last.shows("已到场")
    assert not group.last.button("到场")


@pytest.mark.sop("HA-1")
async def test_an_emergency_is_given_five_minutes(town: Town) -> None:
    await town.owner.says("3-2-1201 家里水管爆了，水漫得到处都是 13800138000")
    await town.owner.taps("确认提交")
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.group("engineering").last_card.shows("10:05 前到场")


@pytest.mark.sop("HA-4", "HA-9")
async def test_a_delay_has_a_reason_and_a_new_time_and_the_owner_hears_both(town: Town) -> None:
    case = await town.files()
    group = town.group("engineering")
    await town.zhang.at(group).taps("接单")
    await town.zhang.at(group).taps("延期")
    await town.zhang.at(group).taps("缺料")
    assert town.case(case.number).last("obstacle") is not None  # on record before the time is chosen
    await town.zhang.at(group).taps("2小时后")
    assert town.owner.last.shows("抱歉", "缺料", "12:00")
    assert any("延期：缺料" in m.text and case.number in m.text for m in town.desk.said)


@pytest.mark.sop("HA-6")
async def test_done_means_words_a_photo_and_the_owners_inspection(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo(album="x")
    await town.zhang.sends_photo(album="x")
    await town.zhang.taps("免费")
    assert "一句话" in town.zhang.toast  # words are needed
    await town.zhang.says("换了软管，试水十分钟不漏，没有遗留")
    await town.zhang.taps("免费")
    done = town.case(case.number).last("finish")
    assert done is not None
    assert (done.why, done.data["paid"], len(done.data["media"])) == (
        "换了软管，试水十分钟不漏，没有遗留",
        False,
        2,
    )
    asked = town.owner.chat.last_card
    assert asked.shows("换了软管，试水十分钟不漏，没有遗留", "验收合格，满意", "不满意")
    assert [m.type for m in town.owner.chat.said[-2:]] == ["photo", "photo"]
    await town.owner.taps("验收合格")
    assert town.case(case.number).state is State.CLOSED


@pytest.mark.sop("HA-6")
@pytest.mark.only("telegram", "the office hears no group of WeCom's")
async def test_the_result_can_be_reported_in_the_group_by_answering(town: Town) -> None:
    case = await town.files()
    group = town.group("engineering")
    zhang = town.zhang.at(group)
    await zhang.taps("接单")
    await zhang.taps("完工")
    await zhang.says("换了软管", reply_to=group.last)
    await zhang.taps("免费")
    assert group.last.shows("还差一张照片")
    assert town.case(case.number).last("finish") is None
    await zhang.taps("没有照片也提交")
    done = town.case(case.number).last("finish")
    assert done is not None
    assert done.data["paid"] is False


@pytest.mark.sop("HA-9")
async def test_an_answer_to_the_card_is_a_progress_note(town: Town) -> None:
    case = await town.files()
    group = town.group("engineering")
    await town.zhang.at(group).taps("接单")
    await town.zhang.at(group).says("关了总阀，等配件", reply_to=group.said[0])
    assert group.said[0].shows("进展：关了总阀，等配件")
    assert any("关了总阀" in text for text in town.desk.texts)
    await town.sun.at(group).says("我来看看", reply_to=group.said[0])  # not of this department
    assert "我来看看" not in group.said[0].text
    assert [e.why for e in town.case(case.number).history if e.what == "progress"] == ["关了总阀，等配件"]


async def test_the_handlers_card_carries_the_words_for_the_visit(town: Town) -> None:
    await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.zhang.reads("工牌", "收拾干净", "请业主看过")
