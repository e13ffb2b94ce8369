"""A claim for compensation: a track of its own, neutral words, and nothing to the owner that nobody approved."""

import pytest

from core.case import Case, State
from tests.journeys.seniors import entries, private, waiting_draft
from tests.journeys.test_dispatch import dismiss
from tests.town import Town

DAMAGE = "楼上漏水把我家新装的木地板泡坏了，要求物业赔偿8000元"


async def claims(town: Town) -> Case:
    case = await town.files(DAMAGE)
    await town.wu.at(town.desk).taps("索赔", message=suggestion(town))
    return town.case(case.number)


def suggestion(town: Town):
    return next(m for m in reversed(town.desk.said) if m.shows("像是索赔"))


async def has_details(town: Town, case: Case) -> None:
    await town.wu.taps_data(f"claimmore:{case.number}")
    await town.wu.sends_photo()
    await town.wu.says("客厅地板约15平米起鼓，11月16日夜里发现，要求8000元，有购买发票")
    await town.wu.taps("说完了")


async def has_summary(town: Town, case: Case) -> None:
    await town.agent.taps("写摘要")
    await town.agent.says("16日夜楼上水管漏水，地板受损约15平米，业主要求8000元")


@pytest.mark.sop("TR-9")
async def test_words_of_compensation_suggest_a_claim_and_the_desk_decides(town: Town) -> None:
    case = await town.files(DAMAGE)
    asked = suggestion(town)
    assert asked.shows(case.number, "赔偿", "不要谈责任和金额")
    assert town.case(case.number).last("claim") is None  # only the desk says so
    await town.wu.at(town.desk).taps("不是索赔", message=asked)
    assert suggestion_gone(town)
    denied = town.case(case.number).last("claim-denied")
    assert denied is not None
    assert denied.by == town.wu.id
    await town.owner.says("地板要赔偿的")
    assert sum("像是索赔" in text for text in town.desk.texts) == 0  # asked once a case, and that is answered


def suggestion_gone(town: Town) -> bool:
    return not any("像是索赔" in m.text for m in town.desk.said)


@pytest.mark.sop("TR-9")
async def test_what_the_owner_hears_says_nothing_of_guilt_or_money(town: Town) -> None:
    case = await town.files(DAMAGE)
    filed = private(town.owner, case.number, "逐字记下")
    for word in ("抱歉", "赔", "责任在", "8000", "添麻烦", "烦心"):
        assert word not in filed.text
    assert filed.shows("0571-88001234")


@pytest.mark.sop("TR-9")
async def test_a_claim_is_recorded_summarised_and_judged_above(town: Town) -> None:
    case = await claims(town)
    assert private(town.agent, "索赔", case.number, DAMAGE, "写摘要")  # 陈静 is the lead
    await has_details(town, case)
    photo, words = entries(town, case, "claim-details")
    assert len(photo.data["media"]) == 1
    assert "15平米" in words.why
    await town.wu.says("谢谢")  # it is over
    assert len(entries(town, case, "claim-details")) == 2
    assert private(town.agent, "15平米起鼓", "写摘要")
    await has_summary(town, case)
    asked = private(town.manager, "请您批示", case.number, "业主要求8000元", "15平米起鼓", DAMAGE)
    assert asked.button("写意见")
    await town.manager.taps("写意见")
    await town.manager.says("先请保险公司定损，定损后再谈，答复只说已报保险")
    assert private(town.agent, "周明的意见", "先请保险公司定损")
    assert not any("保险公司" in text for text in town.desk.texts)  # an opinion is not for the group
    whats = [e.what for e in town.case(case.number).history if e.what.startswith("claim")]
    assert whats == [
        *("claim-suggested", "claim", "claim-details", "claim-details", "claim-summary", "claim-opinion")
    ]


@pytest.mark.sop("TR-9")
async def test_assistant_and_manager_hear_of_each_step_answers_and_rounds_included(town: Town) -> None:
    case = await claims(town)
    await town.zhang.at(town.group("engineering")).taps("接单")
    for person in (town.assistant, town.manager):
        assert person.reads(case.number, "张志强接单")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("更换楼上软管，已不漏")
    await town.zhang.taps("免费")
    assert town.case(case.number).state is State.DONE  # a claim's answer never goes out by itself
    assert not any("不漏" in text for text in town.owner.chat.texts)
    assert town.assistant.reads("张志强报完工", "已不漏")
    await town.wu.at(town.desk).taps("照这样发")
    assert private(town.manager, "要对业主说", "更换楼上软管").button("同意发出")
    await town.manager.taps("同意发出")
    assert town.case(case.number).state is State.REPLIED
    assert town.owner.chat.last_card.shows("更换楼上软管，已不漏", "不满意")
    assert town.assistant.reads("已答复业主")
    await town.owner.taps("不满意")
    assert "抱歉" not in town.owner.last.text
    assert town.owner.last.shows("重新研究")
    await town.owner.says("地板还没说怎么办")
    assert town.assistant.reads("业主不满意", "地板还没说怎么办")


@pytest.mark.sop("TR-9", "RE-7")
async def test_no_word_in_a_claim_goes_out_without_the_manager(town: Town) -> None:
    case = await claims(town)
    await town.agent.taps_data(f"answer:{case.number}")
    await town.agent.says("您好，您的情况已经在研究")  # harmless, by the lead; but it is a claim
    assert not any("已经在研究" in text for text in town.owner.chat.texts)
    asked = private(town.manager, "陈静要对业主说", "已经在研究")
    await town.agent.taps_data(f"approve:{case.number}:{waiting_draft(town, case)}")
    assert not any(
        "已经在研究" in text for text in town.owner.chat.texts
    )  # the lead cannot approve in a claim
    await town.manager.taps("同意发出", message=asked)
    assert any("已经在研究" in text for text in town.owner.chat.texts)
    await town.manager.taps_data(f"answer:{case.number}")
    await town.manager.says("我是经理周明，明天上午我来看一下")
    assert any(
        "明天上午我来看一下" in text for text in town.owner.chat.texts
    )  # whoever has authority needs nobody


@pytest.mark.sop("TR-9")
async def test_whoever_does_not_act_is_reminded_then_the_next_one_is_asked(town: Town) -> None:
    case = await claims(town)
    before = len(town.agent.chat.said)
    await town.passes(hours=6)  # 4 working hours
    assert any(m.shows("索赔", case.number, "写摘要") for m in town.agent.chat.said[before:])
    assert not town.manager.reads("请写一份摘要")
    await town.passes(hours=24)
    assert private(town.manager, "请写一份摘要", case.number)  # the next rung
    await town.passes(days=4)
    assert any("还等着：客服负责人写索赔摘要" in text for text in town.desk.texts)
    await town.manager.taps("写摘要")
    await town.manager.says("业主要求8000元，等定损")
    assert town.case(case.number).last("claim-summary") is not None
    count = len(town.agent.chat.said)
    await town.manager.taps("写意见")
    await town.manager.says("先定损")
    await town.passes(days=3)
    assert not any(m.shows("写摘要") for m in town.agent.chat.said[count:])


@pytest.mark.sop("TR-9")
async def test_without_a_manager_the_assistant_is_asked_and_without_anybody_the_desk_knows(
    town: Town,
) -> None:
    dismiss(town, town.manager.id)
    case = await claims(town)
    await has_summary(town, case)
    assert private(town.assistant, "请您批示", case.number)
    await town.assistant.taps("写意见")
    dismiss(town, town.assistant.id)
    dismiss(town, town.deputy.id)
    await town.assistant.says("同意赔付")  # not any more
    assert town.case(case.number).last("claim-opinion") is None
    await town.passes(days=3)
    assert any("还等着：经理对索赔的意见" in text for text in town.desk.texts)


@pytest.mark.sop("TR-9", "PE-1")
async def test_opinions_by_the_wrong_person_twice_or_too_late_are_refused(town: Town) -> None:
    case = await claims(town)
    await town.zhang.taps_data(f"claimop:{case.number}")
    assert "抱歉" in town.zhang.toast
    await town.wu.taps_data(f"summarise:{case.number}")  # an agent is no lead
    assert "抱歉" in town.wu.toast
    await town.manager.taps_data(f"claimop:{case.number}")  # nothing to judge yet
    assert "请看最新的卡片" in town.manager.toast
    await has_summary(town, case)
    await town.agent.taps_data(f"summarise:{case.number}")
    assert "陈静已经办了" in town.agent.toast
    await town.manager.taps("写意见")
    await town.assistant.taps_data(f"claimop:{case.number}")
    await town.assistant.says("先定损")  # faster
    await town.manager.says("直接谈")
    assert "林芳已经办了" in town.manager.toast or town.manager.reads("林芳已经办了")
    opinions = [e.why for e in town.case(case.number).history if e.what == "claim-opinion"]
    assert opinions == ["先定损"]
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    await town.agent.taps_data(f"claim:{case.number}")
    assert "请看最新的卡片" in town.agent.toast


@pytest.mark.sop("TR-9")
async def test_the_desk_can_begin_a_claim_nobody_suggested_and_take_it_back(town: Town) -> None:
    case = await town.files()
    await town.wu.at(town.desk).taps("更多")
    await town.wu.at(town.desk).taps("索赔")
    assert private(town.agent, "写摘要", case.number)
    await town.wu.taps_data(f"noclaim:{case.number}")
    assert private(town.agent, "不按索赔处理", case.number)
    await town.repairs(case)
    assert town.case(case.number).state is State.REPLIED  # an ordinary repair again
