"""Danger, wherever it is written: whoever can help hears it, learns where, and hears when it is over."""

import pytest

from core.case import State
from tests.journeys.test_duty import BURST, night_falls
from tests.town import Town

FIRE = "家里着火了，快来人"


@pytest.mark.sop("IN-10", "DI-7")
async def test_at_night_an_unconfirmed_emergency_finds_whoever_is_there(town: Town) -> None:
    await night_falls(town)
    await town.owner.says(FIRE)
    for awake in (town.ma, town.manager):
        assert awake.reads("还没确认提交", "着火", "已电话通知")
    assert town.owner.reads("已经转给值班同事")
    await town.owner.says("3-2-1201")
    await town.owner.says("13800138000")
    assert town.ma.reads("3栋2单元1201室", "138****8000")
    await town.ma.taps("看电话")
    assert town.ma.reads("3栋2单元1201室", "13800138000")
    assert not any("13800138000" in said for said in town.desk.texts)
    await town.passes(minutes=4)
    assert town.ma.reads("还没有人点", "着火")


@pytest.mark.sop("IN-10")
async def test_a_ticked_emergency_is_not_brought_up_again(town: Town) -> None:
    await town.owner.says(FIRE)
    await town.agent.at(town.desk).taps("已电话通知")
    await town.passes(minutes=31)
    assert not any("还没有人点" in said for said in town.desk.texts)
    assert town.owner.last.shows("同事已经在电话跟进", "继续填")
    assert not any("还不会派人" in said for said in town.owner.chat.texts)


@pytest.mark.sop("IN-10")
async def test_whoever_may_not_call_sees_no_number(town: Town) -> None:
    await town.owner.says(BURST)
    with town.app.store.transaction() as work:
        (task,) = work.tasks("wangjiang", "emergency-draft")
    await town.zhang.taps_data(f"draftphone:{task.id}")
    assert not any("13800138000" in said for said in town.zhang.chat.texts)
    await town.agent.at(town.desk).taps("看电话")
    assert town.agent.reads("13800138000")
    with town.app.store.transaction() as work:
        (task,) = work.tasks("wangjiang", "emergency-draft")
    assert [who for who, _ in task.data["looks"]] == [town.agent.id]


@pytest.mark.sop("IN-10")
async def test_the_red_card_says_what_came_of_it(town: Town) -> None:
    await town.owner.says(BURST)
    await town.owner.taps("确认提交")
    case = town.cases(town.owner)[0]
    assert any("已经提交立单" in said and case.number in said for said in town.desk.texts)
    assert not any("还没确认提交" in said for said in town.desk.texts)
    await town.husband.says(FIRE)
    await town.husband.says("/cancel")
    assert any("取消了，没有提交" in said for said in town.desk.texts)
    with town.app.store.transaction() as work:
        assert not work.tasks("wangjiang", "emergency-draft")


@pytest.mark.sop("TR-2")
async def test_danger_about_an_open_job_raises_it(town: Town) -> None:
    case = await town.files()
    await town.zhang.taps_data(f"take:{case.number}")
    await town.owner.says("漏到电箱了，漏电，快叫人")
    assert town.case(case.number).urgent
    assert len(town.cases(town.owner)) == 1
    assert town.owner.reads("转为紧急处理", "这是另一件事")
    assert town.zhang.reads("有危险", case.number)
    assert town.manager.reads("紧急", case.number)


@pytest.mark.sop("TR-2")
async def test_a_handlers_own_words_of_danger_raise_the_job(town: Town) -> None:
    case = await town.files()
    await town.zhang.taps_data(f"take:{case.number}")
    await town.zhang.says("漏到电箱了，漏电，快叫人")
    assert town.case(case.number).urgent
    assert town.manager.reads("紧急", case.number)
    assert town.zhang.reads("转为紧急")


@pytest.mark.sop("TR-2", "IN-10")
async def test_danger_about_what_is_settled_is_before_the_desk_at_once(town: Town) -> None:
    case = await town.files()
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    await town.owner.says("漏电了，有人触电")
    assert any("还没确认提交" in said and "触电" in said for said in town.desk.texts)


@pytest.mark.sop("TR-2", "IN-11")
async def test_a_person_asked_for_in_an_emergency_sends_somebody_at_once(town: Town) -> None:
    await town.owner.says("3-2-1201 家里水管爆了")
    await town.owner.says("转人工")
    (case,) = town.cases(town.owner)
    assert (case.state, case.department) == (State.DISPATCHED, "engineering")
    assert town.group("engineering").last_card.shows(case.number, "接单")


@pytest.mark.sop("TR-2", "DI-3")
async def test_a_withdrawn_emergency_is_called_off(town: Town) -> None:
    await town.owner.says(BURST)
    await town.owner.taps("确认提交")
    case = town.cases(town.owner)[0]
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    for alarmed in (town.supervisor, town.manager):
        assert alarmed.reads(case.number, "不用再赶过去")
    with town.app.store.transaction() as work:
        assert not work.tasks("wangjiang", "emergency-call", case.number)


@pytest.mark.sop("IN-11", "DI-7")
async def test_who_asks_for_a_person_at_night_hears_when_and_whoever_covers_can_answer(town: Town) -> None:
    await night_falls(town)
    await town.files()
    await town.owner.says("转人工")
    assert town.owner.last.shows("现在不是上班时间", "08:30")
    assert town.ma.reads("要找人工")
    await town.owner.says("水槽下面还在漏，柜子都泡了")
    assert town.ma.reads("柜子都泡了", "给业主留言")


@pytest.mark.sop("IN-8", "IN-11")
async def test_an_enquiry_beside_an_open_job_is_a_matter_of_its_own(town: Town) -> None:
    case = await town.files()
    await town.owner.says("请问游泳池几点开门")
    assert town.owner.last.shows("咨询", "确认提交")
    await town.owner.says("/cancel")
    await town.owner.says("师傅什么时候来")
    assert any("什么时候来" in entry.why for entry in town.case(case.number).history)
