"""Anger, or a demand for somebody senior: change of person, of place, of time."""

import pytest

from core.book import Task
from core.case import Case
from tests.journeys.seniors import entries, private
from tests.journeys.test_dispatch import dismiss
from tests.town import Town

OFFERS = ("换负责人跟进", "到办公室当面谈", "明天再联系")


async def angry(town: Town, words: str = "三天了没人管，太过分了，叫你们经理来！") -> Case:
    case = await town.files()
    await town.owner.says(words)
    return town.case(case.number)


def talks(town: Town) -> list[Task]:
    with town.app.store.transaction() as work:
        return list(work.tasks("wangjiang", "talk"))


@pytest.mark.sop("RE-8")
@pytest.mark.parametrize(
    "words",
    ["太过分了，我要曝光你们", "叫你们经理来", "我要见负责人", "忍无可忍，投诉到底！", "你們太過分了"],
)
async def test_desk_and_lead_hear_at_once_and_the_owner_is_offered_a_talk(town: Town, words: str) -> None:
    case = await angry(town, words)
    assert town.owner.chat.last_card.shows("您的心情我们理解", *OFFERS)
    told = private(town.agent, "情绪激动", case.number, words, "我来跟进", "已联系")
    assert told.shows("王秀英", "看电话")
    assert "13800138000" not in told.text  # each look is on record
    assert any(m.shows("业主情绪激动", case.number, words) for m in town.desk.said)
    assert not town.manager.reads("情绪激动")
    assert len(entries(town, case, "anger")) == 1


@pytest.mark.sop("RE-8")
@pytest.mark.parametrize("words", ["谢谢经理", "师傅什么时候来？", "我妈的房间也漏了"])
async def test_ordinary_words_are_no_anger(town: Town, words: str) -> None:
    case = await angry(town, words)
    assert not entries(town, case, "anger")
    assert not town.owner.reads("您的心情我们理解")


@pytest.mark.sop("RE-8")
async def test_somebody_senior_takes_over(town: Town) -> None:
    case = await angry(town)
    await town.owner.taps("换负责人跟进")
    assert town.owner.last.shows("陈静（客服负责人）", "主动联系您")
    (task,) = talks(town)
    assert (task.case, task.person, task.data["way"]) == (case.number, town.owner.id, "senior")
    assert private(town.agent, "业主选择：换负责人跟进")
    await town.agent.taps("我来跟进")
    assert town.owner.last.shows("我是陈静（客服负责人）", "亲自跟进")
    assert town.case(case.number).last("senior").by == town.agent.id
    await town.manager.taps_data(f"takeover:{case.number}")
    assert "陈静已经办了" in town.manager.toast
    await town.owner.says("麻烦师傅带梯子来")
    assert private(town.agent, "您跟进的业主说", "麻烦师傅带梯子来")
    await town.agent.taps_data(f"talked:{case.number}")
    assert not talks(town)
    assert private(town.agent, "陈静已和业主谈过")
    await town.agent.taps_data(f"talked:{case.number}")
    assert "已经办了" in town.agent.toast
    await town.owner.taps_data(f"see:{case.number}")
    assert town.owner.last.shows("陈静亲自跟进")


@pytest.mark.sop("RE-8")
async def test_a_talk_at_the_office_has_a_place_and_a_time(town: Town) -> None:
    case = await angry(town)
    await town.owner.taps("到办公室当面谈")
    assert town.owner.last.shows("什么时候方便过来", "今天 15:00")
    await town.owner.taps("今天 15:00")
    assert town.owner.last.shows("今天 15:00", "望江花园客服中心", "陈静（客服负责人）当面和您谈")
    calm = town.case(case.number).last("calm")
    assert calm is not None
    assert (calm.why, calm.data["who"]) == ("place", [town.agent.id])
    assert private(town.agent, "今天 15:00 到望江花园客服中心当面谈", "已联系")
    count = len(town.agent.chat.said)
    await town.passes(hours=4, minutes=30)  # before that nobody is reminded
    assert not any(m.shows("请您亲自联系") for m in town.agent.chat.said[count:])
    await town.passes(hours=1)
    assert any(m.shows("请您亲自联系", case.number) for m in town.agent.chat.said[count:])


@pytest.mark.sop("RE-8")
async def test_tomorrow_is_tomorrow(town: Town) -> None:
    case = await angry(town)
    await town.owner.taps("明天再联系")
    assert not any("今天" in label for label in town.owner.last.buttons)
    await town.owner.taps("明天 10:00")
    assert town.owner.last.shows("陈静（客服负责人）会在明天 10:00 联系您")
    assert private(town.agent, "业主选择：明天 10:00 再联系")
    assert town.case(case.number).last("calm").data["at"].startswith("2026-11-18T02:00")


@pytest.mark.sop("RE-8")
async def test_the_owner_may_choose_again_but_is_asked_once_a_round(town: Town) -> None:
    case = await angry(town)
    await town.owner.says("气死我了")
    assert sum("您的心情我们理解" in text for text in town.owner.chat.texts) == 1
    assert len(entries(town, case, "anger")) == 1  # told a moment ago
    await town.passes(hours=1, minutes=1)
    await town.owner.says("忍无可忍")
    assert len(entries(town, case, "anger")) == 2
    assert sum("您的心情我们理解" in text for text in town.owner.chat.texts) == 1
    await town.owner.taps_data(f"calm:{case.number}:senior")
    await town.owner.taps_data(f"calm:{case.number}:place")
    await town.owner.taps("明天 10:00")
    assert len(talks(town)) == 1
    assert talks(town)[0].data["way"] == "place"


@pytest.mark.sop("RE-8")
async def test_a_second_round_asks_anew_and_hears_the_reason(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.owner.says("又漏了，找你们领导来！")
    assert town.owner.chat.last_card.shows(*OFFERS)
    assert private(town.agent, case.number, "找你们领导")


@pytest.mark.sop("RE-8")
async def test_three_reminders_are_anger_too(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    for time in range(3):
        assert not town.owner.reads("您的心情我们理解"), time
        await town.owner.taps_data(f"chase:{case.number}")
        await town.passes(hours=2, minutes=1)
    assert town.owner.reads("您的心情我们理解")
    assert private(town.agent, "已催3次", case.number)


@pytest.mark.sop("RE-8")
async def test_a_demand_in_the_very_first_words_counts_anger_about_the_matter_does_not(town: Town) -> None:
    await town.files("楼上天天半夜拖椅子，太过分了", unit="5-1-302", by=town.husband)
    assert not town.husband.reads("您的心情我们理解")
    case = await town.files("厨房漏水修了三次，叫你们经理来")
    assert town.owner.reads("您的心情我们理解")
    assert private(town.agent, case.number, "叫你们经理来")


@pytest.mark.sop("RE-8")
async def test_nobody_talks_to_them_the_manager_hears(town: Town) -> None:
    case = await angry(town)
    count = len(town.agent.chat.said)
    await town.passes(hours=1, minutes=1)
    assert any(m.shows("请您亲自联系", case.number) for m in town.agent.chat.said[count:])
    await town.passes(hours=3)
    assert private(town.manager, "情绪激动", case.number)
    await town.manager.taps("已联系")
    assert private(town.agent, "周明已和业主谈过")
    count = len(town.agent.chat.said)
    await town.passes(days=2)
    assert not any(m.shows("情绪激动") for m in town.agent.chat.said[count:])


@pytest.mark.sop("RE-8")
async def test_without_a_lead_the_manager_without_anybody_the_desk(town: Town) -> None:
    dismiss(town, town.agent.id)
    case = await angry(town)
    assert private(town.manager, "情绪激动", case.number)
    for person in (town.manager, town.assistant, town.deputy):
        dismiss(town, person.id)
    await town.owner.taps("换负责人跟进")
    assert town.owner.last.shows("我们的负责人")
    assert any("还等着：负责人联系业主" in text for text in town.desk.texts)


@pytest.mark.sop("RE-8", "PE-1")
async def test_others_and_old_buttons_are_refused(town: Town) -> None:
    case = await angry(town)
    for person in (town.wu, town.zhang):
        await person.taps_data(f"talked:{case.number}")
        assert "抱歉" in person.toast
    await town.husband.taps_data(f"calm:{case.number}:senior")
    assert "抱歉" in town.husband.toast
    await town.owner.taps_data(f"calm:{case.number}:nonsense")
    await town.owner.taps_data(f"calmat:{case.number}:place:0")
    await town.owner.taps_data(f"calmat:{case.number}:senior:zz")
    assert not entries(town, case, "calm")
    await town.agent.taps("已联系")
    await town.owner.taps_data(f"calm:{case.number}:senior")
    assert not entries(town, case, "calm")
    await town.agent.taps_data(f"takeover:{case.number}")
    assert not entries(town, case, "senior")
