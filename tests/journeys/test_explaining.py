"""Words instead of work: not our business, no ground for it, cannot be solved; understood is not satisfied."""

from dataclasses import replace

import pytest

from core.case import Case, State
from core.history.endings import Ending, ending
from core.people import Post, Role
from tests.journeys.test_judging import gets_posts, more
from tests.town import Town
from tests.town.person import Person

NOISE = "投诉！楼上天天装修太吵，要求物业禁止装修"


async def writes(town: Town, *lines: str, who: Person | None = None) -> None:
    """Answer what the desk was asked."""
    desk = (who or town.agent).at(town.desk)
    for line in lines:
        await desk.says(line, reply_to=desk.last)


async def explained(town: Town, reason: str = "查过了，施工在规定的时间里，不能禁止。") -> Case:
    """A complaint, answered with a reason."""
    case = await town.files(NOISE)
    await more(town, "解释说明")
    await writes(town, reason)
    return town.case(case.number)


# out of scope


@pytest.mark.sop("TR-1")
async def test_what_is_not_ours_is_explained_with_whom_to_turn_to(town: Town) -> None:
    case = await town.files("投诉！小区外面的变压器嗡嗡响，吵得睡不着")
    await more(town, "不在我们范围", "供电公司")
    told = town.owner.chat.last_card
    assert told.shows(case.number, "供电公司（95598）", "很抱歉", "明白了", "还有疑问")
    found = town.case(case.number)
    assert found.state is State.REPLIED
    judged = found.last("judge")
    assert judged is not None
    assert (judged.data["scope"], judged.data["where"], judged.by) == ("out", "power", town.agent.id)
    explanation = found.last("explain")
    assert explanation is not None
    assert (explanation.data["basis"], explanation.data["where"]) == ("outside", "power")
    assert any("已向业主说明，等业主回应" in text for text in town.desk.texts)


@pytest.mark.sop("TR-1")
async def test_where_to_turn_can_be_written(town: Town) -> None:
    case = await town.files("投诉！小区外面的变压器嗡嗡响，吵得睡不着")
    await more(town, "不在我们范围", "自己写")
    await writes(town, "请拨打市环保热线，我们已把小区的位置报给他们。")
    assert town.owner.chat.last_card.shows("市环保热线", "不归物业管理", "明白了")
    explanation = town.case(case.number).last("explain")
    assert explanation is not None
    assert explanation.why == "请拨打市环保热线，我们已把小区的位置报给他们。"


# invalid


@pytest.mark.sop("TR-8")
async def test_an_invalid_complaint_gets_its_reason_and_the_reason_is_on_record(town: Town) -> None:
    case = await explained(town)
    told = town.owner.chat.last_card
    assert told.shows("查过了，施工在规定的时间里，不能禁止。", "认真核实", "明白了", "还有疑问")
    assert not told.button("满意")
    entry = case.last("explain")
    assert entry is not None
    assert (entry.why, entry.data["basis"], entry.by) == (
        "查过了，施工在规定的时间里，不能禁止。",
        "invalid",
        town.agent.id,
    )


@pytest.mark.sop("TR-8")
async def test_no_explanation_goes_out_without_a_reason(town: Town) -> None:
    case = await town.files(NOISE)
    await more(town, "解释说明")
    heard = len(town.owner.chat.said)
    await town.agent.at(town.desk).sends_photo()  # no words
    assert len(town.owner.chat.said) == heard
    assert town.case(case.number).last("explain") is None


@pytest.mark.sop("TR-8")
async def test_whoever_was_at_work_hears_that_it_was_explained(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await more(town, "解释说明")
    await writes(town, "这段管子是业主自己改的，图纸上没有。")
    assert town.zhang.reads(case.number, "不用再跑了")
    await town.zhang.taps_data(f"arrive:{case.number}")
    assert town.case(case.number).state is State.REPLIED


# cannot be solved


@pytest.mark.sop("RE-6")
async def test_what_cannot_be_solved_is_explained_with_an_alternative_and_the_manager_hears_at_once(
    town: Town,
) -> None:
    case = await town.files("投诉！地下车位太少，每天没地方停车")
    await more(town, "暂时解决不了")
    await writes(town, "车位总数是规划定的，暂时加不了。")
    assert town.case(case.number).last("explain") is None  # what can be done instead is asked first
    await writes(town, "先开放北门临时停车，晚八点到早八点。")
    told = town.owner.chat.last_card
    assert told.shows("真的很抱歉", "车位总数是规划定的", "先开放北门临时停车", "明白了", "还有疑问")
    assert town.manager.reads(case.number, "车位总数是规划定的", "先开放北门临时停车", "陈静")
    entry = town.case(case.number).last("explain")
    report = town.case(case.number).last("report")
    assert entry is not None
    assert report is not None
    assert (entry.why, entry.data["alternative"]) == (
        "车位总数是规划定的，暂时加不了。",
        "先开放北门临时停车，晚八点到早八点。",
    )
    assert (report.data["to"], report.by) == ("manager", town.agent.id)


@pytest.mark.sop("RE-6")
async def test_the_report_reaches_somebody_where_there_is_no_manager(town: Town) -> None:
    gets_posts(town, town.manager)
    case = await town.files("投诉！地下车位太少，每天没地方停车")
    await more(town, "暂时解决不了")
    await writes(town, "车位总数是规划定的。", "先开放北门临时停车。")
    assert town.assistant.reads(case.number, "车位总数是规划定的")
    assert not town.manager.reads("车位总数是规划定的")


# understood, or not


@pytest.mark.sop("RE-5")
async def test_understood_closes_as_explained_and_never_as_satisfied(town: Town) -> None:
    case = await explained(town)
    await town.owner.taps("明白了")
    found = town.case(case.number)
    assert found.state is State.CLOSED
    assert ending(found) is Ending.UNDERSTOOD
    assert found.last("accept") is None
    assert any("业主表示明白（不计满意）" in text for text in town.desk.texts)
    assert not any("业主满意" in text for text in town.desk.texts)
    await town.owner.taps_data(f"gotit:{case.number}:1")
    assert "确认过了" in town.owner.toast
    await town.passes(days=10)  # nobody worked: there is no work to call back about
    assert not any("回访" in text for text in town.owner.chat.texts)


@pytest.mark.sop("RE-5")
async def test_a_doubt_brings_it_back_to_the_desk(town: Town) -> None:
    await town.owner.taps("咨询建议")
    await town.owner.says("建议在楼顶给每家隔一块菜地")
    await town.owner.taps("说完了")
    for answer in ("公共区域", "就在这里联系我", "没有特别要求", "确认提交"):
        if town.owner.chat.last_card.button(answer):
            await town.owner.taps(answer)
    (case,) = town.cases(town.owner)
    await more(town, "解释说明")
    await writes(town, "楼顶是消防疏散平台，不能隔断。")
    await town.owner.taps("还有疑问")
    assert town.owner.last.shows("哪里不清楚")
    await town.owner.says("那一楼的空地呢？")
    found = town.case(case.number)
    assert (found.state, found.round) == (State.FILED, 2)
    assert town.desk.last.shows("那一楼的空地呢？") or any("那一楼的空地呢" in t for t in town.desk.texts)


@pytest.mark.sop("RE-5")
async def test_a_doubt_brings_it_back_to_the_department_with_its_superior(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await more(town, "解释说明")
    await writes(town, "这段管子是业主自己改的，图纸上没有。")
    await town.owner.taps("还有疑问")
    await town.owner.says("管子是交房时就有的")
    found = town.case(case.number)
    assert (found.state, found.round, found.handler) == (State.DISPATCHED, 2, None)
    assert town.group("engineering").last_card.shows("第2次处理", "管子是交房时就有的", "接单")
    assert town.supervisor.reads(case.number, "第2次处理")
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert "别的同事" in town.zhang.toast


@pytest.mark.sop("RE-5")
async def test_an_explanation_nobody_answers_is_reminded_called_and_then_closed_as_explained(
    town: Town,
) -> None:
    case = await explained(town)
    await town.passes(days=1, hours=1)
    assert any("前面的说明您看到了吗" in text for text in town.owner.chat.texts)
    await town.passes(days=2)
    call = next(m for m in reversed(town.desk.said) if "一直没有回音" in m.text)
    assert call.shows(case.number, "明白了", "还有疑问", "没接通")
    await town.agent.at(town.desk).taps("没接通", message=call)
    await town.passes(days=3)
    assert town.case(case.number).state is State.REPLIED
    await town.passes(days=1)
    found = town.case(case.number)
    assert found.state is State.CLOSED
    assert ending(found) is Ending.UNANSWERED
    assert found.last("accept") is None
    assert any("业主没有回音（不计满意）" in text for text in town.desk.texts)
    assert sum("前面的说明您看到了吗" in text for text in town.owner.chat.texts) == 1
    assert town.owner.last.shows("不算您满意", "还有疑问")
    await town.owner.taps("还有疑问")
    assert town.case(case.number).round == 2


@pytest.mark.sop("RE-5")
async def test_while_the_office_was_closed_nobody_lost_the_time_to_answer(town: Town) -> None:
    case = await explained(town)
    await town.sleeps(days=20)
    assert town.case(case.number).state is State.REPLIED  # reminded only now
    await town.passes(days=1, hours=1)
    assert town.case(case.number).state is State.REPLIED  # called only now
    await town.passes(days=2)
    assert ending(town.case(case.number)) is Ending.UNANSWERED


@pytest.mark.sop("RE-5", "CB-5")
async def test_what_the_owner_says_on_the_telephone_is_entered(town: Town) -> None:
    case = await explained(town)
    await town.passes(days=3)
    call = next(m for m in reversed(town.desk.said) if "一直没有回音" in m.text)
    await town.agent.at(town.desk).taps("还有疑问", message=call)
    found = town.case(case.number)
    assert found.round == 2
    entry = found.last("call")
    assert entry is not None
    assert (entry.why, entry.by) == ("doubt", town.agent.id)


@pytest.mark.sop("RE-5")
@pytest.mark.only("telegram", "an owner of WeChat who left is noticed when the message is sent")
async def test_an_explanation_that_never_arrived_closes_nothing(town: Town) -> None:
    case = await town.files(NOISE, by=town.husband)
    husband = town.husband.id
    with town.app.store.transaction() as work:
        gone = work.person(husband)
        assert gone is not None
        work.keep(replace(gone, account=None))
    await more(town, "解释说明")
    await writes(town, "查过了，施工在规定的时间里，不能禁止。")
    await town.passes(days=30)
    assert town.case(case.number).state is State.REPLIED
    told = next(m for m in reversed(town.desk.said) if m.button("已电话通知"))
    await town.agent.at(town.desk).taps("已电话通知", message=told)
    await town.passes(days=3)
    assert ending(town.case(case.number)) is Ending.UNANSWERED


# wrong moments, wrong people


@pytest.mark.sop("RE-1", "RE-5")
async def test_old_buttons_do_not_mix_answers_and_explanations(town: Town) -> None:
    case = await town.files_and_repairs()
    await more(town, "解释说明")
    await writes(town, "水表前的管子归自来水公司，我们只能先止住。")
    await town.owner.taps_data(f"yes:{case.number}:1")
    assert "之前那一次" in town.owner.toast
    await town.owner.taps_data(f"no:{case.number}:1")
    assert "之前那一次" in town.owner.toast
    assert town.case(case.number).state is State.REPLIED
    await town.owner.taps("明白了")
    found = town.case(case.number)
    assert ending(found) is Ending.UNDERSTOOD
    await town.passes(days=2)
    assert any("回访" in text for text in town.owner.chat.texts)  # there was work, and that is called back


@pytest.mark.sop("RE-1")
async def test_of_two_who_answer_the_second_is_told_and_keeps_the_words(town: Town) -> None:
    await town.owner.taps("咨询建议")
    await town.owner.says("请问装修要办什么手续？")
    await town.owner.taps("说完了")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    agent, wu = town.agent.at(town.desk), town.wu.at(town.desk)
    card = town.desk.last_card
    await agent.taps("答复业主", message=card)
    asked = agent.last
    await wu.taps("答复业主", message=card)
    await wu.says("带上身份证来填一张表就行。", reply_to=wu.last)
    heard = len(town.owner.chat.said)
    await agent.says("先交押金，再填表。", reply_to=asked)
    assert len(town.owner.chat.said) == heard  # one voice
    assert any("吴敏已经答复过了" in text for text in (*town.desk.texts, agent.toast))
    assert any(
        "先交押金，再填表。" in m.text and "没有发出去" in m.text for m in (*town.desk.said, *agent.chat.said)
    )
    assert sum(e.what == "reply" for e in town.case(case.number).history) == 1


@pytest.mark.sop("TR-8", "PE-1")
async def test_whoever_left_a_minute_ago_explains_nothing(town: Town) -> None:
    case = await town.files(NOISE)
    await more(town, "解释说明")
    gets_posts(town, town.agent)
    await writes(town, "不能禁止。")
    assert town.case(case.number).last("explain") is None
    gets_posts(town, town.wu, Post("binjiang", Role.AGENT))
    for somebody in (town.agent, town.wu, town.zhang, town.owner):
        for act in ("outside:{}:power:0", "invalid:{}", "unsolved:{}"):
            await somebody.taps_data(act.format(case.number))
            assert "抱歉" in somebody.toast
    assert town.case(case.number).last("explain") is None


@pytest.mark.sop("TR-1", "RE-6")
async def test_a_closed_case_is_explained_no_more(town: Town) -> None:
    case = await explained(town)
    await town.owner.taps("明白了")
    for act in ("outside:{}:power:1", "outside:{}:cooking:2", "invalid:{}", "unsolved:{}"):
        await town.agent.taps_data(act.format(case.number))
        assert "下一步" in town.agent.toast
    assert sum(e.what == "explain" for e in town.case(case.number).history) == 1


@pytest.mark.sop("RE-5")
async def test_the_owner_sees_what_became_of_it(town: Town) -> None:
    case = await explained(town)
    await town.owner.says("/mine")
    await town.owner.taps(case.number)
    assert town.owner.last.shows("已向您说明，等您回应", "向您说明情况", "明白了", "还有疑问")


# no promise without authority


@pytest.mark.sop("RE-7", "RE-6")
async def test_an_explanation_that_promises_something_is_seen_by_somebody_above_first(town: Town) -> None:
    case = await town.files("投诉！地下车位太少，每天没地方停车")
    await more(town, "暂时解决不了", who=town.wu)
    await writes(town, "车位总数是规划定的。", "我们保证明天上午给您腾出一个车位。", who=town.wu)
    assert town.case(case.number).state is not State.REPLIED
    assert not town.owner.reads("明天上午给您腾出")
    asked = next(p for p in (town.agent, town.supervisor, town.manager) if p.reads("明天上午给您腾出"))
    await asked.taps("同意发出")
    assert town.owner.reads("真的很抱歉", "明天上午给您腾出一个车位", "明白了")
    entry = town.case(case.number).last("explain")
    assert entry is not None
    assert (entry.by, entry.why, entry.data["basis"]) == (town.wu.id, "车位总数是规划定的。", "unsolved")
    assert town.manager.reads(case.number, "暂时解决不了", "吴敏")


# an answer in words is no silence


@pytest.mark.sop("RE-5")
async def test_whoever_answers_an_explanation_in_words_is_never_closed_as_silent(town: Town) -> None:
    case = await explained(town)
    await town.owner.says("我不接受这个说法")
    assert town.owner.last.shows(case.number, "明白了", "还有疑问")
    assert any("我不接受这个说法" in m.text and m.button("记为还有疑问") for m in town.desk.said)
    await town.passes(days=30)
    found = town.case(case.number)
    assert found.state is State.REPLIED
    assert ending(found) is None
    assert not any("前面的说明您看到了吗" in text for text in town.owner.chat.texts)
    calls = [m for m in town.desk.said if m.button("没接通") and "我不接受这个说法" in m.text]
    assert len(calls) == 1  # on the list until somebody has asked
    await town.agent.at(town.desk).taps("还有疑问", message=calls[0])
    assert town.case(case.number).round == 2


@pytest.mark.sop("RE-5")
async def test_words_after_the_call_was_put_on_the_list_are_no_silence_either(town: Town) -> None:
    case = await explained(town)
    await town.passes(days=4)
    await town.owner.says("我不接受这个说法")
    await town.passes(days=30)
    assert town.case(case.number).state is State.REPLIED
    card = next(m for m in reversed(town.desk.said) if m.button("记为还有疑问"))
    await town.agent.at(town.desk).taps("记为还有疑问", message=card)
    found = town.case(case.number)
    doubt = next(e for e in reversed(found.history) if e.what.startswith("reject"))
    assert (found.round, doubt.by, doubt.why) == (2, town.agent.id, "我不接受这个说法")
    assert town.owner.reads(case.number, "重新处理")
