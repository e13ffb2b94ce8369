"""疑难上报: the manager's opinion and deadline, and at that time somebody looks whether it was done."""

import asyncio

import pytest

from core.case import Case
from tests.journeys.seniors import entries, private
from tests.journeys.test_dispatch import dismiss
from tests.town import Town

WHY = "楼上业主不肯开门，试过三次，需要经理出面"


async def reports(town: Town) -> Case:
    case = await town.files()
    await town.wu.taps_data(f"hard:{case.number}")
    await town.wu.says(WHY)
    return case


async def decides(town: Town, words: str = "我去敲门，同时发书面通知") -> None:
    await town.manager.taps("写意见")
    await town.manager.says(words)
    await town.manager.taps("今天 15:00")


@pytest.mark.sop("TR-10")
async def test_a_hard_case_gets_an_opinion_and_a_deadline(town: Town) -> None:
    case = await reports(town)
    assert town.wu.last.shows("已上报")
    assert private(town.manager, "疑难", case.number, WHY, "吴敏").button("写意见")
    assert not town.assistant.reads(WHY)
    await decides(town)
    opinion = town.case(case.number).last("hard-opinion")
    assert opinion is not None
    assert (opinion.why, opinion.by) == ("我去敲门，同时发书面通知", town.manager.id)
    assert opinion.data["until"].startswith("2026-11-17T07:00")
    for group in (town.desk, town.group("engineering")):
        assert any(m.shows("周明的意见", "书面通知", "今天 15:00") for m in group.said)
    assert private(town.wu, "周明的意见", "书面通知")
    assert private(town.manager, "周明已办")


@pytest.mark.sop("TR-10")
async def test_the_deadline_is_verified_not_done(town: Town) -> None:
    case = await reports(town)
    await decides(town)
    await town.passes(hours=5)
    for person in (town.manager, town.agent):
        assert private(person, "到期核对：还没办好", case.number, "书面通知").button("看卡片")
    assert any("还没办好" in text for text in town.desk.texts)
    checked = town.case(case.number).last("hard-checked")
    assert checked is not None
    assert checked.why == "not-done"
    await town.manager.taps("疑难上报")  # a new opinion, a new deadline
    await town.manager.says("请第三方处理")
    await town.manager.taps("写意见")
    await town.manager.says("联系第三方公司")
    await town.manager.taps("明天 10:00")
    await town.passes(hours=24)
    assert len(entries(town, case, "hard-checked")) == 2


@pytest.mark.sop("TR-10")
async def test_the_deadline_is_verified_done(town: Town) -> None:
    case = await reports(town)
    await decides(town)
    await town.repairs(case)
    await town.owner.taps("验收合格")
    await town.passes(hours=5)
    for person in (town.manager, town.agent):
        assert private(person, "到期核对：已办", case.number)
    assert not any("到期核对" in text for text in town.desk.texts)


@pytest.mark.sop("TR-10")
async def test_a_supervisor_reports_from_the_menu_and_a_handler_cannot(town: Town) -> None:
    case = await town.files()
    await town.supervisor.at(town.group("engineering")).taps("更多")
    await town.supervisor.at(town.group("engineering")).taps("疑难上报")
    assert len(entries(town, case, "hard")) == 0  # first why
    await town.zhang.taps_data(f"hard:{case.number}")
    assert "抱歉" in town.zhang.toast


@pytest.mark.sop("TR-10")
async def test_nobody_decides_and_it_goes_on_to_the_next(town: Town) -> None:
    case = await reports(town)
    count = len(town.manager.chat.said)
    await town.passes(hours=6)
    assert any(m.shows("疑难", case.number, "写意见") for m in town.manager.chat.said[count:])
    await town.passes(hours=24)
    assert private(town.assistant, "疑难", case.number, WHY)
    await town.passes(days=3)
    assert private(town.deputy, "疑难", case.number, WHY)
    assert town.case(case.number).is_open


@pytest.mark.sop("TR-10")
async def test_words_without_a_deadline_are_kept_and_asked_for_again(town: Town) -> None:
    case = await reports(town)
    await town.manager.taps("写意见")
    await town.manager.says("先查清楚")
    await town.passes(hours=6)
    again = private(town.manager, "疑难", case.number, "您的意见：先查清楚")
    assert again.button("明天 10:00")
    await town.manager.taps("明天 10:00", message=again)
    assert town.case(case.number).last("hard-opinion").why == "先查清楚"


@pytest.mark.sop("TR-10")
async def test_without_a_manager_the_assistant_decides(town: Town) -> None:
    dismiss(town, town.manager.id)
    case = await reports(town)
    assert private(town.assistant, "疑难", case.number, WHY)
    dismiss(town, town.assistant.id)
    dismiss(town, town.deputy.id)
    await town.passes(days=4)
    assert any("还等着：疑难件的意见和期限" in text for text in town.desk.texts)


@pytest.mark.sop("TR-10", "PE-1")
async def test_of_two_opinions_the_first_counts_and_the_wrong_people_are_refused(town: Town) -> None:
    case = await reports(town)
    for outsider in (town.zhang, town.wu, town.agent):
        await outsider.taps_data(f"hardop:{case.number}")
        assert "抱歉" in outsider.toast
    for person, words in ((town.manager, "甲方案"), (town.assistant, "乙方案")):
        await person.taps_data(f"hardop:{case.number}")
        await person.says(words)
    await asyncio.gather(town.manager.taps("今天 15:00"), town.assistant.taps("今天 17:30"))
    assert len(entries(town, case, "hard-opinion")) == 1
    await town.manager.taps_data(f"hardby:{case.number}:0")
    assert "已经办了" in town.manager.toast
    await town.wu.taps_data(f"hard:{case.number}")  # another question about the same case
    await town.wu.says("又不肯开门")
    await town.wu.taps_data(f"hard:{case.number}")
    assert "正等经理的意见" in town.wu.toast
    await town.manager.taps_data(f"hardby:{case.number}:zz")
    assert "请先写意见" in town.manager.toast
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    await town.manager.taps_data(f"hardop:{case.number}")
    assert "请看最新的卡片" in town.manager.toast
