"""Clocks as people meet them: who is late, who hears of it, what stands still, what goes on."""

from datetime import UTC, datetime, timedelta

import pytest

from core.case import Case, State
from core.timing.clock import is_breached
from core.timing.clocks import clocks
from tests.town import Person, Town

LADDER = ["group", "supervisor", "manager", "deputy-gm"]
BURST = "3-2-1201 家里水管爆了，水漫得到处都是 13800138000"


def reminded(town: Town, case: Case, clock: str) -> list[str]:
    """Which steps of a clock's ladder were told."""
    history = town.case(case.number).history
    return [e.why for e in history if e.what == "remind" and e.data["clock"] == clock]


def heard(person: Person, *words: str) -> int:
    """How often somebody was told."""
    return sum(all(word in text for word in words) for text in person.chat.texts)


def breached(town: Town, case: Case) -> list[str]:
    """The clocks of a case that were broken by now."""
    working, site = town.app.sites.working(case.site), town.app.sites[case.site]
    found = clocks(town.case(case.number), site.sop, working)
    return [clock.name for clock in found if is_breached(clock, town.clock())]


# taking


@pytest.mark.sop("DI-3")
async def test_nobody_takes_it_and_one_superior_after_another_hears_once(town: Town) -> None:
    case = await town.files()
    await town.passes(minutes=15)
    assert town.group("engineering").last.shows(case.number, "15 分钟没人接")
    await town.passes(minutes=15)
    assert town.supervisor.reads(case.number, "30 分钟没人接", "已超时 15 分钟")
    await town.passes(minutes=15)
    assert town.manager.reads(case.number, "45 分钟没人接", "从今天 10:15起")
    await town.passes(minutes=15)
    assert town.deputy.reads(case.number, "1 小时没人接")
    assert reminded(town, case, "take") == LADDER
    await town.passes(hours=3)
    assert reminded(town, case, "take") == LADDER
    assert [heard(person, case.number) for person in (town.supervisor, town.manager, town.deputy)] == [
        1,
        1,
        1,
    ]


@pytest.mark.sop("DI-3")
async def test_taking_it_ends_the_ladder_and_a_transfer_begins_another(town: Town) -> None:
    case = await town.files()
    await town.passes(minutes=31)
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.passes(minutes=14)
    assert reminded(town, case, "take") == LADDER[:2]
    await town.zhang.at(town.group("engineering")).taps("转派")
    await town.zhang.at(town.group("engineering")).taps("环境部")
    await town.zhang.at(town.group("engineering")).taps("不是我们的范围")
    await town.passes(minutes=14)
    assert reminded(town, case, "take") == LADDER[:2]
    await town.passes(minutes=2)
    assert reminded(town, case, "take") == [*LADDER[:2], "group"]
    assert town.group("cleaning").last.shows(case.number, "15 分钟没人接")
    assert town.case(case.number).state is State.DISPATCHED


@pytest.mark.sop("DI-3")
async def test_a_step_between_two_looks_is_late_all_the_same(town: Town) -> None:
    case = await town.files()
    town.clock.move_to(town.clock() + timedelta(minutes=15, seconds=2))  # nobody swept yet
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert breached(town, case) == ["take"]
    assert reminded(town, case, "take") == []


@pytest.mark.sop("DI-3")
async def test_what_waits_for_the_desk_climbs_to_the_head_office(town: Town) -> None:
    await town.owner.taps("我要投诉")
    await town.owner.says("5栋这边有点问题，你们看看")
    await town.owner.taps("说完了")
    for answer in ("公共区域", "就在这里联系我", "没有特别要求", "确认提交"):
        if town.owner.chat.last_card.button(answer):
            await town.owner.taps(answer)
    (case,) = town.cases(town.owner)
    await town.passes(minutes=16)
    assert any(case.number in words and "还没人判断" in words for words in town.desk.texts)
    await town.passes(minutes=45)
    assert reminded(town, case, "judge") == ["desk", "lead", "manager", "deputy-gm"]
    assert [heard(p, case.number, "判断") for p in (town.agent, town.manager, town.deputy)] == [1, 1, 1]


@pytest.mark.sop("DI-3")
async def test_an_emergency_climbs_in_minutes(town: Town) -> None:
    await town.owner.says(BURST)
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await town.passes(minutes=12, seconds=5)
    assert reminded(town, case, "take") == LADDER
    assert town.deputy.reads("紧急", case.number, "12 分钟没人接", "已超时 9 分钟")


# arriving and finishing


@pytest.mark.sop("HA-1")
async def test_who_does_not_arrive_hears_of_it_first_then_those_above(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.passes(minutes=16)
    assert town.zhang.reads(case.number, "说好今天 10:15 前到场") or town.zhang.reads(
        "10:15 前到场", "还没有点到场"
    )
    await town.passes(minutes=15)
    assert town.supervisor.reads(case.number, "张志强还没有点到场", "已超时 15 分钟")
    await town.zhang.taps("到场")
    await town.passes(hours=2)
    assert reminded(town, case, "arrive") == ["handler", "supervisor"]
    assert breached(town, case) == ["arrive"]


@pytest.mark.sop("HA-1")
async def test_an_emergency_is_to_be_reached_within_five_minutes_of_taking_it(town: Town) -> None:
    await town.owner.says(BURST)
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.passes(minutes=4)
    assert reminded(town, case, "arrive") == []
    await town.passes(minutes=1, seconds=5)
    assert reminded(town, case, "arrive") == ["handler"]


@pytest.mark.sop("HA-2")
@pytest.mark.parametrize(
    ("words", "days", "day"),
    [("卧室灯泡不亮了，来换一下", 3, "11月20日"), ("厨房水槽下面漏水，来修一下", 5, "11月22日")],
)
async def test_a_minor_repair_has_three_days_and_any_other_five(
    town: Town, words: str, days: int, day: str
) -> None:
    case = await town.files(words)
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.group("engineering").last_card.shows(f"完工 {day}")
    await town.zhang.taps("到场")
    await town.passes(days=days, minutes=-5)
    assert reminded(town, case, "finish") == []
    await town.passes(minutes=6)
    assert reminded(town, case, "finish") == ["handler"]
    assert town.zhang.reads(case.number, "还没有报完工")
    await town.passes(days=3)
    assert reminded(town, case, "finish") == ["handler", "supervisor", "manager", "deputy-gm"]
    assert town.deputy.reads(case.number, "已超时 3 天")


@pytest.mark.sop("HA-2")
async def test_water_in_the_night_is_stopped_the_same_night(town: Town) -> None:
    town.clock.move_to(datetime(2026, 11, 17, 15, 50, tzinfo=UTC))  # ten to midnight
    await town.owner.says(BURST)
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    assert town.group("engineering").last_card.shows("06:00 前完工")
    await town.passes(hours=6, minutes=9)
    assert reminded(town, case, "finish") == []
    await town.passes(minutes=2)
    assert reminded(town, case, "finish") == ["handler"]


@pytest.mark.sop("DI-3", "HA-4")
async def test_while_the_work_stands_still_so_does_the_ladder(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    for button in ("更多", "暂停", "缺料", "20日 10:00"):  # for three days
        await town.zhang.taps(button)
    assert town.group("engineering").last_card.shows("完工暂停计时，到 11月20日")
    await town.passes(days=5, hours=1)  # it would have been due
    assert reminded(town, case, "finish") == []
    await town.passes(days=3)
    assert reminded(town, case, "finish") == ["handler"]
