"""The main job: a case comes full circle, and only the owner's word closes it."""

import pytest

from core.case import State
from tests.town import Town


@pytest.mark.sop("RE-5")
async def test_from_the_first_word_to_the_last(town: Town) -> None:
    await town.owner.says("3栋2单元1201厨房漏水,今晚能来修吗 13800138000")
    await town.owner.taps("确认提交")
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了软管，不漏了")
    await town.zhang.taps("免费")
    await town.owner.taps("验收合格")
    (case,) = town.cases(town.owner)
    assert case.state is State.CLOSED
    story = [e.what for e in town.case(case.number).history]
    assert story == ["file", "dispatch", "take", "look", "arrive", "finish", "reply", "accept"]
    assert town.group("engineering").said[0].shows("业主满意，已闭环")
    assert town.owner.last.shows("谢谢", "已闭环")


@pytest.mark.sop("RE-5")
async def test_dissatisfied_owner_gets_a_second_round(town: Town) -> None:
    case = await town.files_and_repairs("3-2-1201", "厨房漏水")
    await town.owner.taps("不满意")
    await town.owner.says("又漏了")
    card = town.group("engineering").last_card
    assert card.shows(case.number, "第2次处理", "业主不满意：又漏了", "接单")
    assert town.supervisor.last.shows(case.number, "第2次处理")
    assert town.case(case.number).round == 2


@pytest.mark.sop("RE-5")
async def test_the_second_round_can_end_well_and_old_buttons_do_nothing(town: Town) -> None:
    case = await town.files_and_repairs()
    first = town.owner.chat.last_card
    await town.owner.taps("不满意")
    await town.owner.taps("不想多说")
    await town.owner.taps("满意", message=first)
    assert "之前那一次" in town.owner.toast
    assert town.case(case.number).state is State.DISPATCHED
    await town.repairs(case, by=town.li, result="重新接了管")
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("验收合格")
    assert town.case(case.number).state is State.CLOSED
    assert town.case(case.number).round == 2


@pytest.mark.sop("RE-5")
async def test_another_handler_is_preferred_for_the_second_round(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    engineers = town.group("engineering")
    await town.zhang.at(engineers).taps("接单")
    assert "别的同事" in town.zhang.toast
    assert town.case(case.number).state is State.DISPATCHED
    await town.zhang.at(engineers).taps("接单")  # there really is nobody else
    assert town.case(case.number).handler == town.zhang.id


@pytest.mark.sop("RE-5")
async def test_silence_never_closes_a_case(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.passes(days=1, hours=1)
    assert any("处理结果您看过了吗" in text for text in town.owner.chat.texts)
    await town.passes(days=3)
    assert town.case(case.number).state is State.REPLIED
    assert any(m.shows("要打个电话", case.number) for m in town.desk.said)
    await town.passes(days=30)
    assert town.case(case.number).state is State.REPLIED
    await town.agent.at(town.desk).taps("没接通")
    assert town.case(case.number).state is State.REPLIED
    await town.agent.at(town.desk).taps("满意")
    assert town.case(case.number).state is State.CLOSED


@pytest.mark.sop("RE-5")
async def test_nobody_but_the_owner_says_that_it_is_done(town: Town) -> None:
    case = await town.files_and_repairs()
    for somebody in (town.zhang, town.supervisor, town.agent, town.manager, town.husband):
        await somebody.taps_data(f"yes:{case.number}:1")
        await somebody.taps_data(f"no:{case.number}:1")
        assert "抱歉" in somebody.toast or "Sorry" in somebody.toast
    assert town.case(case.number).state is State.REPLIED


@pytest.mark.sop("RE-5")
async def test_thank_you_neither_closes_nor_reopens(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.says("好的谢谢")
    assert town.case(case.number).state is State.REPLIED
    await town.owner.taps("验收合格")
    await town.owner.says("谢谢")
    assert town.case(case.number).state is State.CLOSED


@pytest.mark.sop("RE-1")
async def test_the_desk_answers_a_complaint_in_one_voice(town: Town) -> None:
    await town.owner.says("投诉！3-2-1201 楼道的垃圾三天没人收，13800138000")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    cleaning = town.group("cleaning")
    await town.sun.at(cleaning).taps("接单")
    await town.sun.taps("完工")
    await town.sun.says("已清运，安排每天两次巡查")
    heard = len(town.owner.chat.said)
    await town.sun.taps("免费")
    await town.sun.taps("没有照片也提交")
    assert len(town.owner.chat.said) == heard  # not before the desk has seen it
    assert town.desk.last_card.shows("已清运，安排每天两次巡查", "照这样发", "自己写")
    await town.sun.at(town.desk).taps("照这样发")
    assert len(town.owner.chat.said) == heard
    await town.agent.at(town.desk).taps("自己写")
    desk = town.agent.at(town.desk)
    await desk.says("王女士，垃圾已经清走了，今后每天收两次，给您添堵了。", reply_to=desk.last)
    assert town.owner.last.shows("今后每天收两次", "满意", "不满意")
    await town.owner.taps("满意", message=town.owner.last)
    assert town.case(case.number).state is State.CLOSED


@pytest.mark.sop("RE-1")
async def test_the_draft_can_be_sent_as_it_is(town: Town) -> None:
    await town.owner.says("投诉！3-2-1201 楼道的垃圾三天没人收，13800138000")
    await town.owner.taps("确认提交")
    await town.sun.at(town.group("cleaning")).taps("接单")
    await town.sun.taps("完工")
    await town.sun.sends_photo("已清运")
    await town.sun.taps("免费")
    assert town.desk.last.type == "photo"  # the desk sees what it is about to send
    await town.agent.at(town.desk).taps("照这样发")
    assert town.owner.chat.last_card.shows("孙梅：已清运", "不满意")
    assert town.owner.last.type == "photo"


@pytest.mark.sop("IN-8")
async def test_an_enquiry_is_answered_by_the_desk_and_becomes_no_job(town: Town) -> None:
    await town.owner.taps("咨询建议")
    await town.owner.says("请问装修要办什么手续？")
    await town.owner.taps("说完了")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    assert not town.group("engineering").said
    await town.agent.at(town.desk).taps("答复业主")
    await town.agent.at(town.desk).says("带上身份证来客服中心填一张表就行。", reply_to=town.desk.last)
    assert town.owner.last.shows("带上身份证", "满意")
    await town.owner.taps("不满意")
    await town.owner.says("要交押金吗？")
    assert town.case(case.number).state is State.FILED
    assert any("要交押金吗" in text for text in town.desk.texts)


@pytest.mark.sop("RE-5")
async def test_it_is_back_after_it_was_closed(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("验收合格")
    await town.owner.says("/mine")
    await town.owner.taps(case.number)
    await town.owner.taps("问题又出现了")
    await town.owner.says("今天又开始滴水")
    assert town.group("engineering").last_card.shows("第2次处理", "今天又开始滴水")


@pytest.mark.sop("RP-9")
async def test_history_says_who_when_from_to_and_why(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    rejected = town.case(case.number).last("reject")
    assert rejected is not None
    assert (rejected.by, rejected.before, rejected.after) == (town.owner.id, State.REPLIED, State.DISPATCHED)
    assert rejected.at == town.case(case.number).since("reject")
