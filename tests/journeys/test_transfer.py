"""转派: given on, given back to the own group or to the desk, always with a reason; the desk hears of each (DI-4)."""

from typing import Any

import pytest

from core.case import Case, State
from tests.town import Town
from tests.town.person import Person


async def taken(town: Town) -> Case:
    """A repair somebody has."""
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    return town.case(case.number)


async def gives(person: Person, to: str, why: str = "人手不够") -> None:
    await person.taps("转派")
    await person.taps(to)
    await person.taps(why)


def steps(town: Town, case: Case, what: str) -> list[Any]:
    return [entry for entry in town.case(case.number).history if entry.what == what]


@pytest.mark.sop("DI-4", "DI-3")
async def test_a_job_goes_back_to_its_own_group_under_a_new_clock(town: Town) -> None:
    case = await taken(town)
    await gives(town.zhang, "退回本组")
    found = town.case(case.number)
    assert (found.state, found.department, found.handler) == (State.DISPATCHED, "engineering", None)
    assert steps(town, case, "transfer")[0].why == "reason-no-hands"
    assert town.group("engineering").last_card.shows(case.number, "接单", "人手不够")
    assert town.owner.last.shows(case.number, "改由工程部接着安排")
    await town.passes(minutes=16)
    assert town.group("engineering").last.shows("没人接")
    await town.li.taps_data(f"take:{case.number}")
    assert town.case(case.number).handler == town.li.id


@pytest.mark.sop("DI-4", "DI-3")
async def test_a_job_goes_back_to_the_desk_under_the_desks_clock(town: Town) -> None:
    case = await taken(town)
    await gives(town.zhang, "退回客服", "不是我们的范围")
    found = town.case(case.number)
    assert (found.state, found.department, found.handler) == (State.FILED, "", None)
    (back,) = steps(town, case, "return")
    assert (back.why, back.by) == ("reason-not-ours", town.zhang.id)
    assert any(m.shows(case.number, "环境部", "退回客服：不是我们的范围") for m in town.desk.said)
    assert any("张志强从工程部转给客服中心（不是我们的范围）" in text for text in town.desk.texts)
    assert not any(m.button("接单") for m in town.group("engineering").said)
    await town.passes(minutes=16)
    assert any("还没人判断" in text for text in town.desk.texts)
    await town.agent.at(town.desk).taps_data(f"send:{case.number}:cleaning")
    assert town.group("cleaning").last_card.shows(case.number, "接单")


@pytest.mark.sop("DI-4")
async def test_nothing_is_given_back_without_a_reason_or_by_others(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("转派")
    act = town.act(town.zhang, "退回客服").split(":")
    number, stamp = act[1], act[3]
    for name in ("", "boredom"):
        await town.zhang.taps_data(f"hand:{number}:-:{name}:{stamp}")
        assert "原因" in town.zhang.toast
    for other in (town.sun, town.owner):
        await other.taps_data(f"hand:{number}:-:no-hands:{stamp}")
        assert "抱歉" in other.toast
    found = town.case(case.number)
    assert (found.state, found.handler) == (State.TAKEN, town.zhang.id)


@pytest.mark.sop("DI-2", "DI-4")
async def test_a_second_transfer_throws_nobody_out_who_took_it_meanwhile(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("转派")
    await town.zhang.taps("环境部")
    act = town.act(town.zhang, "人手不够")
    await town.zhang.taps_data(act)
    await town.sun.taps_data(f"take:{case.number}")
    await town.supervisor.taps_data(act)
    await town.manager.taps_data(act)
    assert "孙梅 已接单" in town.manager.toast
    assert (town.case(case.number).department, town.case(case.number).handler) == ("cleaning", town.sun.id)
    assert len(steps(town, case, "transfer")) == 1


@pytest.mark.sop("DI-2")
async def test_a_button_shown_before_somebody_took_it_does_nothing(town: Town) -> None:
    case = await town.files()
    await town.agent.taps_data(f"transfer:{case.number}")
    await town.agent.taps("环境部")
    act = town.act(town.agent, "人手不够")
    await town.zhang.taps_data(f"take:{case.number}")
    await town.agent.taps_data(act)
    assert "张志强 已接单" in town.agent.toast
    assert town.case(case.number).handler == town.zhang.id


@pytest.mark.sop("DI-4")
async def test_the_desk_hears_of_each_and_those_above_from_the_second_on(town: Town) -> None:
    case = await taken(town)
    await gives(town.zhang, "环境部")
    told = f"{case.number}：张志强从工程部转给环境部（人手不够）"
    assert any(told in text for text in town.desk.texts)
    assert not town.supervisor.reads("转给环境部（人手不够）")
    await town.sun.taps_data(f"take:{case.number}")
    await gives(town.sun, "工程部", "不是我们的范围")
    assert any("已经转了 2 次" in text for text in town.desk.texts)
    assert town.supervisor.reads("从环境部转给工程部", "2 次")


@pytest.mark.sop("DI-4")
async def test_owner_and_former_handler_hear_that_it_went_elsewhere(town: Town) -> None:
    case = await taken(town)
    await gives(town.agent.at(town.desk), "环境部")
    assert town.owner.last.shows(case.number, "改由环境部接着安排")
    assert town.zhang.reads(case.number, "已转给环境部（人手不够）", "不用再跟")


@pytest.mark.sop("RE-5")
async def test_in_a_second_round_going_first_is_no_way_round_a_colleague(town: Town) -> None:
    await town.owner.says("3-2-1201 家里水管爆了，水漫得到处都是 13800138000")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await town.zhang.taps_data(f"go:{case.number}")
    await town.zhang.taps("到场")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了接头")
    await town.zhang.taps("免费")
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("不满意")
    await town.owner.says("还在漏")
    assert town.case(case.number).round == 2
    await town.zhang.taps_data(f"go:{case.number}")
    assert "最好请别的同事" in town.zhang.toast
    assert town.case(case.number).state is State.DISPATCHED
    await town.li.taps_data(f"go:{case.number}")
    assert town.case(case.number).handler == town.li.id
