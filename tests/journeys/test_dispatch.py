"""Dispatch: the card in the department's group, one tap takes it, and nobody sees what is not theirs."""

import asyncio

import pytest

from core.case import State
from tests.town import LEAK, Town


@pytest.mark.sop("DI-1")
async def test_the_card_shows_what_the_group_needs_and_masks_the_rest(town: Town) -> None:
    await town.owner.says(f"3-2-1201 {LEAK} 我的电话 138 0013 8000")
    await town.owner.sends_photo()
    await town.owner.taps("确认提交")
    card = town.group("engineering").last_card
    assert card.shows(
        "WJ-20261117-0001", "3栋2单元1201室", "厨房水槽下面漏水", "今晚能派人来修吗", "接单", "转派"
    )
    assert card.shows("王**", "138****8000", "10:15")
    assert all("13800138000" not in text.replace(" ", "") for text in town.group("engineering").texts)
    assert all("13800138000" not in text.replace(" ", "") for text in town.desk.texts)
    assert all("王秀英" not in text for text in town.group("engineering").texts)
    assert [m.type for m in town.group("engineering").said] == ["text", "photo"]


@pytest.mark.sop("DI-1")
async def test_the_handler_gets_the_owner_in_private_and_the_look_is_logged(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.zhang.reads("王秀英", "13800138000", "3栋2单元1201室")
    looks = [e for e in town.case(case.number).history if e.what == "look"]
    assert [e.by for e in looks] == [town.zhang.id]


@pytest.mark.sop("DI-1")
@pytest.mark.only("telegram", "who can tap a card on WeCom can be written to there")
async def test_a_handler_who_never_pressed_start_is_told_so(town: Town) -> None:
    case = await town.files()
    await town.zhang.user.blocks()
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.case(case.number).state is State.TAKEN
    assert "私聊" in town.zhang.toast
    assert not [e for e in town.case(case.number).history if e.what == "look"]


@pytest.mark.sop("DI-2")
async def test_one_tap_takes_it_and_the_card_edits_itself(town: Town) -> None:
    case = await town.files()
    group = town.group("engineering")
    await town.zhang.at(group).taps("接单")
    assert len(group.said) == 1
    assert group.last.shows("张志强 已接单", "到场", "完工", "延期", "转派")
    assert town.owner.last.shows("张志强", case.number)


@pytest.mark.sop("DI-2")
async def test_of_two_taps_at_once_exactly_one_wins(town: Town) -> None:
    case = await town.files()
    card = town.group("engineering").last_card
    await asyncio.gather(*(p.taps("接单", message=card) for p in (town.zhang, town.li)))
    winner = town.case(case.number).handler
    assert winner in {town.zhang.id, town.li.id}
    takes = [e for e in town.case(case.number).history if e.what == "take"]
    assert len(takes) == 1
    first, second = (town.zhang, town.li) if winner == town.zhang.id else (town.li, town.zhang)
    assert first.name in second.handset.toast


@pytest.mark.sop("DI-2", "PE-1")
async def test_people_of_other_departments_are_refused_politely(town: Town) -> None:
    case = await town.files()
    group = town.group("engineering")
    await town.sun.at(group).taps("接单")
    assert "抱歉" in town.sun.toast
    assert town.case(case.number).state is State.DISPATCHED
    await town.manager.at(group).taps("接单")  # a superior may
    assert town.case(case.number).handler == town.manager.id


@pytest.mark.sop("DI-2", "PE-1")
@pytest.mark.only("telegram", "nobody but colleagues can be in WeCom's groups")
async def test_strangers_in_a_group_are_refused_politely(town: Town) -> None:
    case = await town.files()
    for outsider in (town.husband, town.owner):
        await outsider.at(town.group("engineering")).taps("接单")
        assert "抱歉" in outsider.toast
    assert town.case(case.number).state is State.DISPATCHED


@pytest.mark.sop("PE-1")
async def test_rights_are_asked_at_the_time_of_the_tap(town: Town) -> None:
    case = await town.files()
    with town.app.store.transaction() as work:
        gone = work.person(1)
        assert gone is not None
    await town.zhang.at(town.group("engineering")).taps("接单")
    dismiss(town, town.zhang.id)
    await town.zhang.taps("到场")
    assert "抱歉" in town.zhang.toast
    assert town.case(case.number).state is State.TAKEN


def dismiss(town: Town, person: int) -> None:
    from dataclasses import replace

    with town.app.store.transaction() as work:
        found = work.person(person)
        assert found is not None
        work.keep(replace(found, posts=()))


@pytest.mark.sop("DI-3")
async def test_nobody_takes_it_the_group_then_supervisor_then_manager_hear(town: Town) -> None:
    case = await town.files()
    group = town.group("engineering")
    await town.passes(minutes=16)
    assert group.last.shows(case.number, "15 分钟没人接")
    assert town.owner.last.shows("还在安排")
    await town.passes(minutes=15)
    assert town.supervisor.last.shows(case.number, "没人接")
    await town.passes(minutes=15)
    assert town.manager.last.shows(case.number, "没人接")
    heard = len(town.manager.chat.said)
    await town.passes(hours=5)
    assert len(town.manager.chat.said) == heard


@pytest.mark.sop("DI-3", "TR-2")
async def test_an_emergency_goes_out_at_once_with_a_call_to_tick(town: Town) -> None:
    await town.owner.says("5栋1单元电梯里困住人了，快来，13800138000")
    if town.owner.last.button("公共区域"):
        await town.owner.taps("公共区域")
    await town.owner.taps("确认提交")
    assert town.group("engineering").last_card.shows("紧急", "接单")
    assert any("紧急" in text for text in town.supervisor.chat.texts)
    assert any("紧急" in text for text in town.manager.chat.texts)
    calls = [m for m in town.desk.said if "请马上打电话" in m.text]
    assert len(calls) == 1
    await town.agent.at(town.desk).taps("已电话通知", message=calls[0])
    assert calls[0].shows("陈静 已办")


@pytest.mark.sop("DI-4")
async def test_a_transfer_has_a_target_and_a_reason_and_a_new_clock(town: Town) -> None:
    case = await town.files()
    engineers = town.group("engineering")
    await town.zhang.at(engineers).taps("转派")
    await town.zhang.at(engineers).taps("环境部")
    await town.zhang.at(engineers).taps("不是我们的范围")
    assert engineers.last.shows("已转给环境部")
    assert not engineers.last.buttons
    assert town.group("cleaning").last_card.shows(case.number, "接单", "不是我们的范围")
    await town.passes(minutes=16)
    assert town.group("cleaning").last.shows("没人接")
    assert any(case.number in text and "等人接单" in text for text in town.desk.texts)


@pytest.mark.sop("TR-6")
async def test_a_doubtful_case_waits_for_the_desk_under_a_clock(town: Town) -> None:
    await town.owner.taps("我要投诉")
    await town.owner.says("5栋这边有点问题，你们看看")
    await town.owner.taps("说完了")
    for answer in ("公共区域", "就在这里联系我", "没有特别要求", "确认提交"):
        if town.owner.chat.last_card.button(answer):
            await town.owner.taps(answer)
    (case,) = town.cases(town.owner)
    assert case.state is State.FILED
    assert town.desk.last_card.shows("工程部", "环境部", "秩序维护部")
    await town.passes(minutes=16)
    assert any("还没人判断" in text for text in town.desk.texts)
    await town.agent.at(town.desk).taps("秩序维护部")
    assert town.group("order").last_card.shows(case.number, "接单")


@pytest.mark.sop("TR-6")
async def test_the_desk_corrects_a_case_that_went_out_by_itself(town: Town) -> None:
    case = await town.files()
    await town.agent.at(town.desk).taps("转派")
    await town.agent.at(town.desk).taps("秩序维护部")
    await town.agent.at(town.desk).taps("不是我们的范围")
    assert town.case(case.number).department == "order"
    await town.agent.at(town.desk).taps("改为紧急")
    assert town.case(case.number).urgent
    assert town.group("order").last_card.shows("紧急")


@pytest.mark.sop("DI-3", "PE-1")
async def test_a_call_is_ticked_by_those_whose_it_is_and_the_desk_sees_it(town: Town) -> None:
    case = await town.files("电梯里困住人了，快来")
    with town.app.store.transaction() as work:
        (call,) = work.tasks(case.site, "emergency-call", case.number)
    for person in (town.sun, town.zhao, town.owner):
        await person.taps_data(f"tick:{call.id}")
        assert "抱歉" in person.toast
    assert town.case(case.number).last("call") is None
    await town.wu.taps_data(f"tick:{call.id}")  # in private, and the desk's card knows
    called = town.case(case.number).last("call")
    assert called is not None
    assert called.by == town.wu.id
    assert any("吴敏 已办" in text for text in town.desk.texts)
    assert not any(message.button("已电话通知") for message in town.desk.said)
