"""By the way the owner chose: what is not the chat is somebody's to do, and is ticked when it was done."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from core.case import Case, State
from core.conversations.answer.ways import TASK
from tests.journeys.test_recording import records
from tests.town import Town

COMPLAINT = "5栋1单元302的周先生投诉楼道垃圾没人清理太脏了，要求每天打扫 13800138005"


def waiting(town: Town, case: Case) -> list[Any]:
    """Answers of a case that somebody still has to say."""
    with town.app.store.transaction() as work:
        return list(work.tasks(case.site, TASK, case.number))


async def answered(town: Town, case: Case, words: str = "从明天起每天打扫，主管检查") -> None:
    """The department has done its work, and the desk lets the answer go out."""
    sun = town.sun.at(town.group("cleaning"))
    await sun.taps("接单")
    await town.sun.taps("到场")
    await town.sun.taps("完工")
    await town.sun.sends_photo(words)
    await town.sun.taps("免费")
    await town.agent.at(town.desk).taps("照这样发", message=newest(town, case, "照这样发"))


def newest(town: Town, case: Case, label: str) -> Any:
    """The newest message at the desk about a case that offers something."""
    return next(seen for seen in reversed(town.desk.said) if case.number in seen.text and seen.button(label))


@pytest.mark.sop("RE-4")
async def test_an_answer_by_telephone_is_called_and_ticked(town: Town) -> None:
    case = await records(town, town.wu, words=COMPLAINT)
    await answered(town, case)
    assert "照卡片" in town.agent.toast or "选的方式" in town.agent.toast
    assert town.case(case.number).state is State.DONE  # nobody has told the owner yet
    card = newest(town, case, "已答复·满意")
    assert card.shows("打电话答复业主", "每天打扫", "周**", "看电话", "没接通")
    assert "13800138005" not in card.text
    await town.agent.at(town.desk).taps("看电话", message=card)
    assert town.agent.reads("13800138005")
    await town.agent.at(town.desk).taps("没接通", message=newest(town, case, "没接通"))
    assert town.case(case.number).state is State.DONE
    await town.passes(hours=1)
    await town.wu.at(town.desk).taps("已答复·满意", message=newest(town, case, "已答复·满意"))
    closed = town.case(case.number)
    said = closed.last("reply")
    assert closed.state is State.CLOSED
    assert said is not None
    assert (said.by, said.data["way"]) == (town.wu.id, "phone")
    assert town.clock() - said.at < timedelta(minutes=1)
    assert "每天打扫" in said.why
    assert not waiting(town, case)


@pytest.mark.sop("RE-4", "RE-5")
async def test_dissatisfied_in_person_it_goes_into_another_round(town: Town) -> None:
    case = await records(town, town.wu, "来访", words=COMPLAINT)
    await answered(town, case)
    card = newest(town, case, "已答复·不满意")
    assert card.shows("当面答复业主", "没见到")
    await town.agent.at(town.desk).taps("已答复·不满意", message=card)
    again = town.case(case.number)
    assert (again.state, again.round, again.department) == (State.DISPATCHED, 2, "cleaning")


@pytest.mark.sop("RE-4", "RE-2")
async def test_a_letter_is_posted_and_the_verdict_asked_by_telephone(town: Town) -> None:
    case = await records(town, town.wu, "信函", words=COMPLAINT)
    await answered(town, case)
    card = newest(town, case, "已寄出")
    assert card.shows("书面答复业主", "已交给业主")
    assert not card.button("已答复·满意")  # nobody has heard the owner
    await town.agent.at(town.desk).taps("看全文", message=card)  # as it is printed
    assert town.agent.reads(
        "5栋1单元302", "周先生", case.number, "从明天起每天打扫", "望江花园", "2026-11-17"
    )
    look = town.case(case.number).last("look")
    assert look is not None
    assert (look.by, look.why) == (town.agent.id, "answer")
    await town.agent.at(town.desk).taps("已寄出", message=card)
    assert town.case(case.number).state is State.REPLIED
    await town.passes(days=4)
    assert town.case(case.number).state is State.REPLIED  # silence is no verdict
    await town.agent.at(town.desk).says("/calls") if town.where(1).channel == "telegram" else None
    assert any("满不满意" in text for text in town.desk.texts)


@pytest.mark.sop("RE-4")
async def test_told_but_undecided_the_verdict_is_waited_for(town: Town) -> None:
    case = await records(town, town.wu, words=COMPLAINT)
    await answered(town, case)
    await town.agent.at(town.desk).taps("已答复·再看看", message=newest(town, case, "已答复·再看看"))
    assert town.case(case.number).state is State.REPLIED
    await town.passes(days=4)
    assert any("满不满意" in text for text in town.desk.texts)


@pytest.mark.sop("RE-4")
async def test_an_answer_nobody_brings_comes_up_again(town: Town) -> None:
    case = await records(town, town.wu, words=COMPLAINT)
    await answered(town, case)
    before = len(town.desk.said)
    await town.passes(days=1)
    assert len(town.desk.said) > before
    assert any("还没有带给业主" in text for text in town.agent.chat.texts)
    assert len(waiting(town, case)) == 1
    await town.agent.at(town.desk).taps("已答复·满意", message=newest(town, case, "已答复·满意"))
    heard = sum("还没有带给业主" in text for text in town.agent.chat.texts)
    await town.passes(days=2)
    assert sum("还没有带给业主" in text for text in town.agent.chat.texts) == heard


@pytest.mark.sop("RE-4")
async def test_two_colleagues_tick_at_once(town: Town) -> None:
    case = await records(town, town.wu, words=COMPLAINT)
    await answered(town, case)
    card = newest(town, case, "已答复·满意")
    await asyncio.gather(
        town.agent.at(town.desk).taps("已答复·满意", message=card),
        town.wu.at(town.desk).taps("已答复·不满意", message=card),
    )
    found = town.case(case.number)
    assert sum(entry.what == "reply" for entry in found.history) == 1
    assert (found.state is State.CLOSED) != (found.round == 2)


@pytest.mark.sop("RE-4", "PE-1")
async def test_only_the_desk_ticks(town: Town) -> None:
    case = await records(town, town.wu, words=COMPLAINT)
    await answered(town, case)
    (task,) = waiting(town, case)
    await town.zhao.taps_data(f"told-by:{task.id}:good")
    assert town.case(case.number).state is State.DONE
    await town.owner.taps_data(f"told-by:{task.id}:good")
    assert town.case(case.number).state is State.DONE
    await town.agent.taps_data(f"told-by:{task.id}:sent")  # not what this way can come to
    assert town.case(case.number).state is State.DONE


@pytest.mark.sop("RE-4")
async def test_an_owner_in_the_chat_may_choose_to_be_called(town: Town) -> None:
    await town.owner.says("3-2-1201 楼道卫生太差，投诉，希望每天打扫 13800138000")
    await town.owner.taps("修改")
    await town.owner.taps("答复方式")
    await town.owner.taps("打电话")
    assert town.owner.last.shows("希望打电话答复", "确认提交")
    await town.owner.taps("确认提交")
    case = town.cases(town.owner)[0]
    assert case.way == "phone"
    await answered(town, case)
    assert any(
        "已到场" in text for text in town.owner.chat.texts
    )  # the steps are told in the chat all the same
    assert not any("从明天起" in text for text in town.owner.chat.texts)
    await town.agent.at(town.desk).taps("已答复·满意", message=newest(town, case, "已答复·满意"))
    assert town.case(case.number).state is State.CLOSED


@pytest.mark.sop("RE-4")
async def test_the_wish_is_understood_where_it_is_said(town: Town) -> None:
    await town.owner.says("3-2-1201 楼道卫生太差，投诉，希望每天打扫。请书面答复。13800138000")
    assert town.owner.last.shows("希望书面答复")
    await town.owner.taps("修改")
    await town.owner.taps("答复方式")
    await town.owner.taps("聊天里答复")
    assert "希望书面答复" not in town.owner.last.text
    await town.owner.taps("确认提交")
    assert town.cases(town.owner)[0].way == ""


@pytest.mark.sop("RE-4")
async def test_who_wishes_a_call_is_asked_for_the_number(town: Town) -> None:
    await town.owner.says("请问物业费几号交？给我打电话")
    assert town.owner.last.shows("请留个电话")
    await town.owner.says("13800138000")
    assert town.owner.last.shows("希望打电话答复")


@pytest.mark.sop("RE-4")
async def test_steps_are_no_calls_but_words_and_delays_are(town: Town) -> None:
    case = await records(town, town.wu)
    calls = sum("要打个电话" in text for text in town.desk.texts)
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    assert sum("要打个电话" in text for text in town.desk.texts) == calls
    await town.agent.taps_data(f"answer:{case.number}")
    await town.agent.says("配件明天到，明天上午十点来装")
    card = next(text for text in reversed(town.desk.texts) if "要打个电话" in text)
    assert "明天上午十点来装" in card
    await town.agent.taps_data(f"answer:{case.number}")
    await town.agent.says("改成下午三点")
    with town.app.store.transaction() as work:
        (task,) = work.tasks("wangjiang", "undeliverable", case.number)
    assert "明天上午十点来装" in task.data["words"]
    assert "改成下午三点" in task.data["words"]


@pytest.mark.sop("RE-4")
async def test_the_desk_changes_the_way_when_the_owner_asks_for_it(town: Town) -> None:
    await town.files(words="客厅的灯不亮了")
    case = await records(
        town, town.wu, words="3栋2单元1201王女士投诉楼道垃圾没人清理太脏了，要求每天打扫 13800138000"
    )
    await answered(town, case)
    assert waiting(town, case)
    await town.agent.taps_data(f"by:{case.number}")
    await town.agent.taps("聊天里答复")
    assert not waiting(town, case)
    assert town.owner.reads("从明天起每天打扫", "满意")
    assert town.case(case.number).state is State.REPLIED
    await town.zhao.taps_data(f"byway:{case.number}:phone")
    assert town.case(case.number).way == ""


@pytest.mark.sop("RE-4")
async def test_an_enquiry_by_telephone_is_answered_by_telephone(town: Town) -> None:
    case = await records(town, town.wu, words="王女士想问一下物业费几号交 13800138066")
    assert (case.kind, case.way, case.state) == ("enquiry", "phone", State.FILED)
    await town.agent.taps_data(f"rewrite:{case.number}")
    await town.agent.says("每月10号前，手机上就能交")
    card = newest(town, case, "已答复·满意")
    assert card.shows("每月10号前")
    await town.agent.taps_data(f"rewrite:{case.number}")  # a better answer, before anybody has called
    await town.agent.says("每月15号前，手机上就能交")
    assert len(waiting(town, case)) == 1
    await town.agent.at(town.desk).taps("已答复·满意", message=newest(town, case, "已答复·满意"))
    said = town.case(case.number).last("reply")
    assert said is not None
    assert said.why == "每月15号前，手机上就能交"


@pytest.mark.sop("RE-4")
async def test_an_answer_to_what_went_on_meanwhile_is_not_ticked(town: Town) -> None:
    case = await records(town, town.wu, words="王女士想问一下物业费几号交 13800138066")
    await town.agent.taps_data(f"rewrite:{case.number}")
    await town.agent.says("每月10号前")
    card = newest(town, case, "已答复·满意")
    await town.agent.taps_data(f"send:{case.number}:engineering")
    await town.agent.at(town.desk).taps("已答复·满意", message=card)
    assert town.case(case.number).state is State.DISPATCHED
    assert not waiting(town, case)


@pytest.mark.sop("RE-1", "RE-4")
async def test_an_answer_that_waits_to_be_said_is_not_replaced_silently(town: Town) -> None:
    case = await records(town, town.wu, words=COMPLAINT)
    await town.sun.at(town.group("cleaning")).taps("接单")
    await town.sun.taps("到场")
    await town.sun.taps("完工")
    await town.sun.sends_photo("已清运")
    await town.sun.taps("免费")
    await town.wu.taps_data(f"rewrite:{case.number}")
    await town.agent.taps_data(f"rewrite:{case.number}")
    await town.agent.says("每天两次打扫，主管抽查")
    await town.wu.says("每周打扫一次")
    assert any("陈静已经答复过了" in text for text in (*town.wu.chat.texts, town.wu.toast))
    assert any("每周打扫一次" in text and "没有发出去" in text for text in town.wu.chat.texts)
    await town.wu.taps_data(f"reply:{case.number}")
    assert "陈静已经答复过了" in town.wu.toast
    (task,) = waiting(town, case)
    assert "每天两次打扫" in task.data["words"]


@pytest.mark.sop("RE-2", "RE-4", "DI-1")
async def test_a_long_letter_is_read_whole_in_private_and_by_the_desk_alone(town: Town) -> None:
    case = await records(town, town.wu, "信函", words=COMPLAINT)
    words = "从明天起每天打扫。" + "我们会逐层检查并登记。" * 60 + "如需核对请打13800138005，全文完。"
    await answered(town, case, words)
    card = newest(town, case, "已寄出")
    assert not card.shows("全文完")
    assert "13800138005" not in card.text
    await town.wu.at(town.desk).taps("看全文", message=card)
    assert town.wu.reads("全文完", "13800138005")
    (task,) = waiting(town, case)
    looks = sum(e.what == "look" for e in town.case(case.number).history)
    await town.zhao.taps_data(f"letter:{task.id}")
    assert not town.zhao.reads("全文完")
    assert sum(e.what == "look" for e in town.case(case.number).history) == looks
