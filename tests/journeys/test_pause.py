"""Work that stands still: for a reason and until a date, told to everybody whose business it is (HA-4)."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from core.case import Case, State
from core.history.visit import pausing
from core.timing.clocks import clocks
from tests.town import Town


async def on_site(town: Town) -> Case:
    """A repair, and the handler is there."""
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    return town.case(case.number)


async def pauses(town: Town, why: str = "缺料", until: str = "20日 10:00") -> None:
    """For parts, until Friday."""
    await town.zhang.taps("更多")
    await town.zhang.taps("暂停")
    await town.zhang.taps(why)
    await town.zhang.taps(until)


def due(town: Town, case: Case) -> datetime:
    """When the work is to be finished."""
    sites, case = town.app.sites, town.case(case.number)
    found = clocks(case, sites[case.site].sop, sites.working(case.site))
    return next(clock.due for clock in reversed(found) if clock.name == "finish")


def hours(span: timedelta) -> int:
    return round(span.total_seconds() / 3600)


def entries(town: Town, case: Case, what: str) -> list[Any]:
    return [entry for entry in town.case(case.number).history if entry.what == what]


@pytest.mark.sop("HA-4")
async def test_a_pause_has_a_reason_and_a_date_and_stops_the_completion_clock(town: Town) -> None:
    case = await on_site(town)
    before = due(town, case)
    await pauses(town)
    (pause,) = entries(town, case, "pause")
    assert (pause.why, pause.by) == ("reason-parts", town.zhang.id)
    assert town.owner.last.shows("缺料", "11月20日（周五）10:00", "接着处理")
    assert town.supervisor.reads("张志强报暂停：缺料", "11月20日（周五）10:00")
    assert any("报暂停：缺料" in text for text in town.desk.texts)
    assert town.group("engineering").last_card.shows("暂停到11月20日（周五）10:00：缺料", "恢复")
    assert not town.group("engineering").last_card.button("延期")
    assert hours(due(town, case) - before) == 72
    await town.passes(days=2)
    await town.zhang.taps("恢复")
    assert pausing(town.case(case.number)) is None
    assert town.owner.last.shows("接着处理了")
    assert hours(due(town, case) - before) == 48


@pytest.mark.sop("HA-4")
async def test_at_its_date_it_goes_on_and_handler_and_supervisor_hear_it(town: Town) -> None:
    case = await on_site(town)
    before = due(town, case)
    await pauses(town)
    await town.passes(days=3, minutes=1)
    for person in (town.zhang, town.supervisor):
        assert person.reads("暂停到期", case.number, "缺料")
    assert pausing(town.case(case.number)) is None
    assert not town.group("engineering").last_card.button("恢复")
    assert hours(due(town, case) - before) == 72


@pytest.mark.sop("HA-4")
async def test_dates_are_working_days(town: Town) -> None:
    await on_site(town)
    await town.zhang.taps("更多")
    await town.zhang.taps("暂停")
    await town.zhang.taps("业主外出")
    labels = [label for label in town.zhang.chat.last_card.buttons if ":" in label]
    assert labels == ["明天 10:00", "20日 10:00", "24日 10:00", "1日 10:00"]
    await town.passes(days=3)  # on a Friday
    await town.zhang.taps_data(f"still:{town.cases(town.owner)[0].number}:parts")
    assert town.zhang.chat.last_card.button("23日 10:00")  # the next day is a Saturday


@pytest.mark.sop("HA-4")
async def test_no_pause_without_reason_or_date_or_right(town: Town) -> None:
    case = await on_site(town)
    number = case.number
    for act in (f"still:{number}:boredom", f"until:{number}:parts:0", f"until:{number}:parts:zz"):
        await town.zhang.taps_data(act)
        assert "下一步" in town.zhang.toast
    await town.zhang.taps_data(f"still:{number}:parts")
    act = town.act(town.zhang, "20日 10:00")
    for other in (town.li, town.sun, town.owner):
        await other.taps_data(act)
        assert "抱歉" in other.toast
    await town.zhang.taps_data(f"resume:{number}")
    assert "没有暂停" in town.zhang.toast
    assert not entries(town, case, "pause")
    await town.supervisor.taps_data(act)
    assert pausing(town.case(number)) is not None


async def test_a_pause_ends_with_the_work_and_says_nothing_afterwards(town: Town) -> None:
    case = await on_site(town)
    await pauses(town)
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("配件提前到了，换好了")
    await town.zhang.taps("免费")
    await town.owner.taps("验收合格")
    await town.passes(days=4)
    assert not town.zhang.reads("暂停到期")
    await town.zhang.taps_data(f"pause:{case.number}")
    assert "下一步" in town.zhang.toast


async def test_a_pause_put_off_counts_to_its_new_date(town: Town) -> None:
    case = await on_site(town)
    before = due(town, case)
    await pauses(town)
    await town.passes(days=1)
    await town.zhang.taps_data(f"still:{case.number}:outside-firm")
    await town.zhang.taps("25日 10:00")
    await town.passes(days=3)
    assert not town.zhang.reads("暂停到期")
    assert hours(due(town, case) - before) == 8 * 24
    await town.passes(days=4, minutes=1)
    assert town.zhang.reads("暂停到期", "等外单位")


async def test_an_outage_over_its_date_ends_it_all_the_same(town: Town) -> None:
    case = await on_site(town)
    before = due(town, case)
    await pauses(town)
    await town.sleeps(days=5)
    assert town.zhang.reads("暂停到期")
    assert hours(due(town, case) - before) == 72


@pytest.mark.sop("HA-4")
async def test_a_delay_is_known_to_the_supervisor_too(town: Town) -> None:
    case = await on_site(town)
    await town.zhang.taps("延期")
    await town.zhang.taps("缺料")
    await town.zhang.taps("1天后")
    assert town.supervisor.reads("张志强报延期：缺料", case.number)
    assert town.owner.last.shows("抱歉", "缺料")


@pytest.mark.sop("HA-4", "HA-9")
async def test_nobody_at_home_is_one_tap_and_the_owner_hears_it_once(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("延期")
    await town.zhang.taps("没人在家")
    assert town.owner.last.shows("家里没有人", "改时间")
    heard = len(town.owner.chat.said)
    await town.zhang.taps_data(f"why:{case.number}:nobody-home")
    assert len(town.owner.chat.said) == heard
    await town.owner.taps("改时间")
    await town.owner.taps("明天 10:00")
    assert town.zhang.reads("业主想改到明天 10:00 上门")
    await town.zhang.taps("可以")
    assert town.owner.last.shows("约好了", "明天 10:00")


@pytest.mark.sop("HA-4", "HA-1")
async def test_nobody_at_home_after_all_means_another_visit(town: Town) -> None:
    case = await on_site(town)
    await town.zhang.taps("延期")
    await town.zhang.taps("没人在家")
    assert town.case(case.number).state is State.TAKEN
    await town.owner.taps("改时间")
    await town.owner.taps("今天 15:00")
    await town.zhang.taps("可以")
    assert town.owner.last.shows("约好了", "今天 15:00")
    assert town.group("engineering").last_card.shows("约好今天 15:00 上门", "到场")
    before = due(town, case)
    await town.passes(hours=6)  # and nobody is there
    assert town.owner.reads("非常抱歉", "约好今天 15:00 上门")
    await town.zhang.taps_data(f"arrive:{case.number}")
    assert town.owner.last.shows("已到场")
    await town.zhang.taps("延期")
    await town.zhang.taps("缺料")
    await town.zhang.taps("30分钟后")
    assert due(town, case) == before  # half an hour more takes no days away


@pytest.mark.sop("HA-4")
async def test_where_nobody_heads_the_department_manager_and_desk_know(town: Town) -> None:
    case = await on_site(town)
    supervisor = town.supervisor.id
    with town.app.store.transaction() as work:
        person = work.person(supervisor)
        assert person is not None
        work.keep(replace(person, posts=()))
    await town.zhang.taps("延期")
    await town.zhang.taps("缺料")
    await town.zhang.taps("1天后")
    assert town.manager.reads("张志强报延期：缺料", case.number)
    assert any("报延期：缺料" in text for text in town.desk.texts)
    await town.owner.taps_data(f"chase:{case.number}")
    assert town.manager.reads(case.number, "催")


async def test_the_owner_sees_it_in_the_timeline(town: Town) -> None:
    case = await on_site(town)
    await pauses(town)
    await town.zhang.taps("恢复")
    await town.owner.taps_data(f"see:{case.number}")
    assert town.owner.last.shows("暂停：缺料", "接着处理")
