"""Whom nobody wakes: what is counted in working time climbs in working time, an emergency by the wall clock."""

import pytest

from tests.journeys.test_clocks import heard, reminded
from tests.journeys.test_promises import _until, at
from tests.town import Person, Town

PRAISE = "表扬一下3栋的保安小刘，昨晚帮我搬东西，非常热心"
ENQUIRY = "咨询一下，物业费可以分季度交吗"


async def files(town: Town, words: str, moment: str) -> str:
    """An owner files something for which nobody has to be sent; the number of the case."""
    town.clock.move_to(at(moment))
    await town.owner.says(words)
    while not (town.owner.last.button("确认提交") or town.cases(town.owner)):
        await town.owner.taps("公共区域" if town.owner.last.button("公共区域") else "没有特别要求")
    if not town.cases(town.owner):
        await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    return case.number


def superiors(town: Town) -> tuple[Person, ...]:
    return town.manager, town.deputy


@pytest.mark.sop("DI-3")
async def test_unanswered_praise_wakes_nobody_in_the_night(town: Town) -> None:
    number = await files(town, PRAISE, "2026-11-17 10:00")
    case = town.case(number)
    await _until(town, at("2026-11-17 15:31"))  # four hours of work later
    assert reminded(town, case, "judge") == ["desk"]
    told = [len(person.chat.said) for person in (town.agent, *superiors(town))]
    await _until(town, at("2026-11-18 08:29"))
    assert reminded(town, case, "judge") == ["desk"]
    assert [len(person.chat.said) for person in (town.agent, *superiors(town))] == told
    await _until(town, at("2026-11-18 10:31"))
    assert reminded(town, case, "judge") == ["desk", "lead"]
    await _until(town, at("2026-11-19 17:00"))
    assert reminded(town, case, "judge") == ["desk", "lead", "manager", "deputy-gm"]


@pytest.mark.sop("DI-3", "RE-2")
async def test_an_enquiry_before_golden_week_climbs_no_further_until_it_is_over(town: Town) -> None:
    number = await files(town, ENQUIRY, "2026-09-29 16:00")
    case = town.case(number)
    await _until(town, at("2026-09-30 17:59"))
    judge, reply = reminded(town, case, "judge"), reminded(town, case, "reply")
    assert reply == ["desk"]
    told = [len(person.chat.said) for person in superiors(town)]
    await _until(town, at("2026-10-08 08:29"))
    assert (reminded(town, case, "judge"), reminded(town, case, "reply")) == (judge, reply)
    assert [len(person.chat.said) for person in superiors(town)] == told
    await _until(town, at("2026-10-08 16:01"))
    assert reminded(town, case, "reply") == ["desk", "lead"]
    await _until(town, at("2026-10-09 16:01"))
    assert reminded(town, case, "reply") == ["desk", "lead", "manager"]


@pytest.mark.sop("DI-3")
async def test_after_a_night_without_power_the_ladder_waits_for_the_opening(town: Town) -> None:
    number = await files(town, PRAISE, "2026-11-17 10:00")
    await town.sleeps(hours=13)
    assert reminded(town, town.case(number), "judge") == []
    await _until(town, at("2026-11-18 08:31"))
    assert reminded(town, town.case(number), "judge") == ["desk"]


@pytest.mark.sop("DI-3", "HA-2")
async def test_a_repair_that_is_late_is_told_by_day_on_a_holiday_too(town: Town) -> None:
    town.clock.move_to(at("2026-09-30 23:10"))
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps_data(f"arrive:{case.number}")
    await _until(town, at("2026-10-06 08:29"))  # five days were over in the night
    assert reminded(town, case, "finish") == []
    await _until(town, at("2026-10-06 08:31"))
    assert reminded(town, case, "finish") == ["handler"]
    await _until(town, at("2026-10-07 08:31"))
    assert reminded(town, case, "finish") == ["handler", "supervisor"]


@pytest.mark.sop("DI-3")
async def test_an_emergency_in_the_night_waits_for_no_morning(town: Town) -> None:
    town.clock.move_to(at("2026-10-02 02:00"))
    await town.owner.says("3-2-1201 家里水管爆了，水漫得到处都是 13800138000")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    before = heard(town.deputy, case.number)
    await town.passes(minutes=13)
    assert reminded(town, case, "take") == ["group", "supervisor", "manager", "deputy-gm"]
    assert heard(town.deputy, case.number) == before + 1


@pytest.mark.sop("HA-1")
async def test_nobody_is_announced_where_nobody_goes(town: Town) -> None:
    await town.owner.says("我要投诉，前台客服态度太差，说话很不耐烦，请道歉 13800138000")
    while not town.owner.last.button("确认提交"):
        await town.owner.taps("公共区域" if town.owner.last.button("公共区域") else "没有特别要求")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    assert (case.kind, case.category) == ("complaint", "service")
    await town.agent.taps_data(f"take:{case.number}")
    assert town.owner.reads(case.number, "已接手")
    assert not any("前到场" in text or "师傅" in text for text in town.owner.chat.texts)
