"""A time for the visit: offered, chosen by the owner, moved, missed; from then on the agreed time counts."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from core.case import Case, State
from core.history.visit import agreed
from core.timing.clocks import clocks
from tests.town import Town


async def taken(town: Town) -> Case:
    """A repair somebody has taken."""
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    return town.case(case.number)


def at(town: Town, case: Case) -> str:
    """The agreed time, on the wall."""
    found = agreed(town.case(case.number))
    return f"{town.app.sites[case.site].local(found):%d %H:%M}" if found else ""


def due(town: Town, case: Case, name: str = "arrive") -> datetime:
    """When a clock of the case is due, on the wall."""
    sites, case = town.app.sites, town.case(case.number)
    found = clocks(case, sites[case.site].sop, sites.working(case.site))
    return sites[case.site].local(next(c.due for c in reversed(found) if c.name == name))


def entries(town: Town, case: Case, what: str) -> list[Any]:
    return [entry for entry in town.case(case.number).history if entry.what == what]


@pytest.mark.sop("DI-5", "HA-1")
async def test_a_time_is_offered_and_chosen_and_from_then_on_it_counts(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    assert town.zhang.last.shows("业主希望：今晚能派人来修吗", "今天 15:00", "今天 17:30", "明天 10:00")
    await town.zhang.taps("今天 17:30")
    assert town.owner.last.shows("今天 17:30", "明天 10:00", "明天 15:00", "都不方便")
    assert not town.owner.last.button("今天 15:00")
    await town.owner.taps("明天 10:00")
    assert town.owner.last.shows("约好了", "明天 10:00", "改时间")
    assert town.zhang.reads("业主选了明天 10:00 上门")
    assert any("业主选了明天 10:00 上门" in text for text in town.desk.texts)
    assert town.group("engineering").last_card.shows("约好明天 10:00 上门")
    assert at(town, case) == "18 10:00"
    assert f"{due(town, case):%d %H:%M}" == "18 10:00"
    await town.passes(hours=4)
    assert not any("还没有点到场" in text for text in town.zhang.chat.texts)
    await town.passes(hours=20, minutes=1)
    assert any("还没有点到场" in text for text in town.zhang.chat.texts)


@pytest.mark.sop("DI-5")
async def test_agreed_before_anybody_took_it_the_time_holds_for_whoever_takes_it(town: Town) -> None:
    case = await town.files()
    agent = town.agent.at(town.desk)
    for label in ("更多", "约时间", "今天 15:00"):
        await agent.taps(label)
    await town.owner.taps("今天 15:00")
    assert at(town, case) == "17 15:00"
    group = town.group("engineering")
    assert any(seen.shows("约好今天 15:00 上门", "接单") for seen in group.said)
    await town.zhang.at(group).taps("接单")
    assert any(seen.shows("今天 15:00 前到场") for seen in group.said)


@pytest.mark.sop("DI-5")
async def test_none_suits_and_the_owner_says_when(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    await town.owner.taps("都不方便")
    assert town.zhang.reads("都不方便")
    await town.owner.says("这两天都要上班，周六上午可以")
    assert town.zhang.reads("周六上午可以")
    assert any("周六上午可以" in text for text in town.desk.texts)
    await town.zhang.taps_data(f"book:{case.number}")
    await town.zhang.taps("明天 15:00")
    await town.owner.taps("明天 15:00")
    assert at(town, case) == "18 15:00"


@pytest.mark.sop("DI-5")
async def test_agreed_on_the_telephone_it_is_entered_and_the_owner_has_it_in_writing(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("电话约好了")
    await town.zhang.taps("今天 15:00")
    (entry,) = entries(town, case, "appointment")
    assert (entry.by, entry.data["via"]) == (town.zhang.id, "phone")
    assert town.owner.last.shows("约好了", "今天 15:00")


@pytest.mark.sop("DI-5")
async def test_an_owner_who_is_not_in_the_chat_is_called_about_the_time(town: Town) -> None:
    case = await taken(town)
    id_ = town.owner.id
    with town.app.store.transaction() as work:
        owner = work.person(id_)
        assert owner is not None
        work.keep(replace(owner, account=None))
    await town.zhang.taps("约时间")
    assert town.zhang.last.shows("请先打电话约")
    await town.zhang.taps("今天 15:00")
    assert at(town, case) == "17 15:00"


@pytest.mark.sop("DI-5")
async def test_the_owner_asks_to_move_it_and_a_tap_agrees(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    await town.owner.taps("今天 15:00")
    await town.owner.taps("改时间")
    await town.owner.taps("明天 10:00")
    assert town.zhang.reads("业主想改到明天 10:00 上门")
    assert at(town, case) == "17 15:00"  # until somebody agrees
    await town.zhang.taps("可以")
    assert town.owner.last.shows("约好了", "明天 10:00")
    assert at(town, case) == "18 10:00"


async def test_choosing_twice_is_one_appointment_and_another_choice_moves_it(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    offered = town.owner.chat.last_card
    acts = {label: town.act(town.owner, label) for label in ("今天 15:00", "明天 10:00")}
    await town.owner.taps("今天 15:00", message=offered)
    await town.owner.taps_data(acts["今天 15:00"])
    assert len(entries(town, case, "appointment")) == 1
    await town.owner.taps_data(acts["明天 10:00"])
    assert at(town, case) == "18 10:00"


@pytest.mark.sop("DI-5", "PE-1")
async def test_times_that_count_no_more_are_refused(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    early, late = (town.act(town.owner, label) for label in ("今天 15:00", "今天 17:30"))
    for somebody in (town.husband, town.zhang, town.agent):
        await somebody.taps_data(early)
        assert "抱歉" in somebody.toast
    await town.zhang.taps_data(f"book:{case.number}")
    await town.zhang.taps("今天 17:30")  # another offer
    await town.owner.taps_data(early)
    assert "变动" in town.owner.toast
    await town.passes(hours=8)
    await town.owner.taps_data(late)  # it has passed
    assert "变动" in town.owner.toast
    await town.owner.taps_data(f"visit:{case.number}:zzzz")
    assert "变动" in town.owner.toast
    assert not entries(town, case, "appointment")


async def test_somebody_elses_offer_ends_with_the_transfer_but_what_was_agreed_stands(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    act = town.act(town.owner, "今天 17:30")
    await town.owner.taps("明天 10:00")
    await town.zhang.at(town.group("engineering")).taps("转派")
    await town.zhang.at(town.group("engineering")).taps("环境部")
    await town.zhang.at(town.group("engineering")).taps("人手不够")
    await town.owner.taps_data(act)
    assert "变动" in town.owner.toast
    await town.sun.at(town.group("cleaning")).taps("接单")
    assert town.sun.reads("约好明天 10:00 上门")
    assert at(town, case) == "18 10:00"


@pytest.mark.sop("HA-4")
async def test_a_missed_appointment_is_apologised_for_and_a_new_time_follows(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    await town.owner.taps("今天 15:00")
    await town.passes(hours=5, minutes=11)
    assert town.owner.reads("非常抱歉", "今天 15:00")
    assert any("约好今天 15:00 上门" in text and "还没到场" in text for text in town.desk.texts)
    asked = next(m for m in reversed(town.zhang.chat.said) if m.shows("请说明原因"))
    await town.zhang.taps("缺料", message=asked)
    await town.zhang.taps("2小时后")
    assert town.owner.last.shows("抱歉", "缺料", "17:11")
    assert town.supervisor.reads("报延期：缺料", "17:11")
    assert at(town, case) == ""  # the new time has taken its place
    assert f"{due(town, case):%d %H:%M}" == "17 17:11"


@pytest.mark.sop("HA-4")
async def test_a_delay_takes_the_place_of_the_appointment(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    await town.owner.taps("今天 15:00")
    await town.zhang.at(town.group("engineering")).taps("延期")
    await town.zhang.at(town.group("engineering")).taps("缺料")
    await town.zhang.at(town.group("engineering")).taps("1天后")
    assert not town.group("engineering").last_card.shows("约好")
    await town.passes(hours=6)
    assert not town.owner.reads("非常抱歉，约好")
    assert f"{due(town, case):%d %H:%M}" == "18 10:00"


async def test_an_emergency_is_given_no_appointment(town: Town) -> None:
    await town.owner.says("3-2-1201 家里水管爆了，水漫得到处都是 13800138000")
    await town.owner.taps("确认提交")
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert not town.group("engineering").last_card.button("约时间")
    (case,) = town.cases(town.owner)
    await town.zhang.taps_data(f"book:{case.number}")
    assert "下一步" in town.zhang.toast


async def test_nothing_is_agreed_for_a_visit_that_is_over(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    act = town.act(town.owner, "今天 15:00")
    await town.zhang.at(town.group("engineering")).taps("到场")
    assert town.case(case.number).state is State.ON_SITE
    for verb in ("novisit", "vmove"):
        await town.owner.taps_data(f"{verb}:{case.number}")
        assert "变动" in town.owner.toast
    await town.owner.taps_data(act)
    assert not entries(town, case, "appointment")


async def test_the_owner_sees_it_in_the_timeline(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps("约时间")
    await town.zhang.taps("今天 15:00")
    await town.owner.taps("明天 10:00")
    await town.owner.taps_data(f"see:{case.number}")
    assert town.owner.last.shows("约好上门时间：11-18 10:00")
