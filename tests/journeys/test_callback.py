"""Callback: every repair, by buttons, at a decent hour, reminded once; silence stays silence."""

import pytest

from core.book import Survey
from core.case import Case, State
from tests.town import Town


async def closed(town: Town) -> Case:
    case = await town.files_and_repairs()
    await town.owner.taps("验收合格")
    return case


def survey(town: Town, case: Case) -> Survey:
    with town.app.store.transaction() as work:
        found = work.survey_of(case.number)
    assert found is not None
    return found


@pytest.mark.sop("CB-1", "CB-4")
async def test_every_repair_is_called_back_question_by_question(town: Town) -> None:
    case = await closed(town)
    await town.passes(days=2)
    asked = town.owner.last
    assert asked.shows("回访", case.number, "3栋2单元1201室", "😊 满意")
    for score in ("满意", "一般", "满意", "满意"):
        await town.owner.taps(score, message=town.owner.chat.last_card)
    assert town.owner.last.shows("没做好", "跳过")
    await town.owner.says("等了快一个小时")
    await town.owner.taps("跳过")
    await town.owner.says("家里有八十岁的老人")
    found = survey(town, case)
    assert found.state == "answered"
    assert found.answers == {
        "overall": "good",
        "speed": "fair",
        "effect": "good",
        "attitude": "good",
        "wrong": "等了快一个小时",
        "wishes": "",
        "needs": "家里有八十岁的老人",
    }
    assert any("八十岁的老人" in text for text in town.desk.texts)
    assert town.case(case.number).state is State.CLOSED


@pytest.mark.sop("CB-1")
async def test_rework_is_called_back_within_a_day(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.owner.taps("不想多说")
    await town.repairs(case, by=town.li)
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("验收合格")
    await town.passes(hours=24)
    assert town.owner.last.shows("回访", case.number)


@pytest.mark.sop("CB-6", "CB-5")
async def test_silence_is_reminded_once_then_called_and_never_an_answer(town: Town) -> None:
    case = await closed(town)
    await town.passes(days=2)
    before = len(town.owner.chat.said)
    await town.passes(days=1)
    assert any("还没有答" in text for text in town.owner.chat.texts)
    reminded = len(town.owner.chat.said)
    assert reminded > before
    await town.passes(days=3)
    assert len(town.owner.chat.said) == reminded
    assert town.desk.last.shows("回访没有回音", "满意", "没接通")
    found = survey(town, case)
    assert (found.state, found.answers) == ("called", {})
    await town.agent.at(town.desk).taps("没接通")
    assert survey(town, case).answers == {}
    await town.agent.at(town.desk).says("/calls")
    assert town.agent.at(town.desk).reads("要打 1 个电话", "已答 0/1 (0%)")
    await town.agent.at(town.desk).taps("一般")
    assert survey(town, case).answers == {"overall": "fair"}


@pytest.mark.sop("CB-6")
async def test_an_owner_who_answers_after_all_takes_it_off_the_call_list(town: Town) -> None:
    case = await closed(town)
    await town.passes(days=7)
    card = town.owner.chat.last_card
    await town.owner.taps("满意", message=card)
    for _ in range(3):
        await town.owner.taps("满意", message=town.owner.chat.last_card)
    for _ in range(3):
        await town.owner.taps("跳过")
    assert survey(town, case).state == "answered"
    with town.app.store.transaction() as work:
        assert not work.tasks("wangjiang", "survey-call")


@pytest.mark.sop("CB-12")
async def test_nobody_is_asked_at_night(town: Town) -> None:
    await town.passes(hours=13)  # eleven at night: two days later, less two hours, it is still night
    case = await closed(town)
    await town.passes(days=2, minutes=10)
    assert not asked(town)
    await town.passes(hours=9, minutes=30)
    assert not asked(town)
    await town.passes(minutes=30)  # nine in the morning has come
    assert len(asked(town)) == 1
    assert survey(town, case).state == "asked"


def asked(town: Town) -> list[str]:
    """The callbacks the owner has been sent."""
    return [text for text in town.owner.chat.texts if "整体处理" in text]


@pytest.mark.sop("CB-1")
async def test_a_major_repair_is_called_back_within_a_day(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    await town.passes(days=2, hours=1)
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了整根水管")
    await town.zhang.taps("免费")
    await town.owner.taps("验收合格")
    await town.passes(hours=24)
    assert town.owner.last.shows("回访", case.number)


@pytest.mark.sop("CB-1")
async def test_anything_unusual_is_called_back_within_a_day(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("延期")
    await town.zhang.taps("缺料")
    await town.zhang.taps("30分钟后")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了软管")
    await town.zhang.taps("免费")
    await town.owner.taps("验收合格")
    await town.passes(hours=24)
    assert town.owner.last.shows("回访", case.number)


@pytest.mark.sop("CB-12")
async def test_a_callback_waits_for_a_dialogue_to_end(town: Town) -> None:
    case = await closed(town)
    await town.passes(days=1, hours=22, minutes=50)  # ten minutes before the night is over
    await town.owner.taps("我要投诉")
    await town.passes(minutes=20)
    assert not any("整体处理" in text for text in town.owner.chat.texts)
    await town.owner.says("/cancel")
    await town.passes(minutes=40)
    assert town.owner.last.shows("整体处理", case.number)


@pytest.mark.sop("CB-12")
async def test_one_at_a_time(town: Town) -> None:
    first = await closed(town)
    second = await town.files(words="客厅的灯坏了")
    await town.repairs(second)
    await town.owner.taps("验收合格")
    await town.passes(days=2, minutes=5)
    asked = [t for t in town.owner.chat.texts if "整体处理" in t]
    assert len(asked) == 1
    assert first.number in asked[0]
    for _ in range(4):
        await town.owner.taps("满意", message=town.owner.chat.last_card)
    for _ in range(3):
        await town.owner.taps("跳过")
    await town.passes(hours=1)
    assert any("整体处理" in text and second.number in text for text in town.owner.chat.texts)


@pytest.mark.sop("CB-12")
async def test_opting_out_is_respected(town: Town) -> None:
    case = await closed(town)
    await town.passes(days=2)
    await town.owner.taps("以后不用回访我")
    assert survey(town, case).state == "cancelled"
    again = await town.files(words="客厅的灯坏了")
    await town.repairs(again)
    await town.owner.taps("验收合格")
    said = len(town.owner.chat.said)
    await town.passes(days=10)
    assert len(town.owner.chat.said) == said


@pytest.mark.sop("CB-12")
async def test_a_case_reopened_before_the_callback_cancels_it(town: Town) -> None:
    case = await closed(town)
    await town.owner.says("/mine")
    await town.owner.taps(case.number)
    await town.owner.taps("问题又出现了")
    await town.owner.taps("不想多说")
    await town.passes(days=3)
    assert not any("整体处理" in text for text in town.owner.chat.texts)
    assert survey(town, case).state == "cancelled"


@pytest.mark.sop("CB-7")
async def test_a_problem_raised_in_a_callback_reopens_the_case_at_once(town: Town) -> None:
    case = await closed(town)
    await town.passes(days=2)
    await town.owner.taps("不满意", message=town.owner.chat.last_card)
    assert town.case(case.number).round == 2
    assert town.group("engineering").last_card.shows("第2次处理", "接单")
    for _ in range(3):
        await town.owner.taps("一般")
    await town.owner.says("又开始滴水了")
    await town.owner.taps("跳过")
    await town.owner.taps("跳过")
    assert "又开始滴水了" in town.group("engineering").last_card.text
