"""Who goes and how: first in an emergency, with the words for the visit once a day, the everyday buttons first."""

import asyncio
import re

import pytest

from core.case import Case, State
from tests.town import Town
from tests.town.person import Person

number = re.compile(r"WJ-\d{8}-\d{4}")
BURST = "3-2-1201 家里水管爆了，水漫得到处都是 13800138000"


async def bursts(town: Town) -> Case:
    """An emergency."""
    await town.owner.says(BURST)
    await town.owner.taps("确认提交")
    return town.cases(town.owner)[0]


@pytest.mark.sop("DI-6", "HA-1")
async def test_in_an_emergency_one_goes_first_and_fills_in_the_order_afterwards(town: Town) -> None:
    case = await bursts(town)
    await town.zhang.at(town.group("engineering")).taps("我先去")
    assert town.case(case.number).state is State.TAKEN
    assert town.zhang.reads("王秀英", "13800138000", "3栋2单元1201室")
    assert town.owner.last.shows("张志强正在赶来", "10:05 前到")
    assert town.group("engineering").last_card.shows("张志强 已接单", "10:05 前到场", "到场")
    await town.passes(minutes=6)
    assert town.zhang.reads(case.number, "到场", "10:05")  # nobody is there, and they are asked
    await town.zhang.taps("到场")
    assert town.owner.last.shows("张志强已到场")
    assert town.group("engineering").last_card.shows("张志强 在现场")
    await town.zhang.taps("更多")
    await town.zhang.taps("现场情况")
    await town.zhang.says("总管接头爆裂，已关总阀")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了接头，恢复供水")
    await town.zhang.taps("免费")
    await town.agent.at(town.desk).taps("照这样发")
    assert town.owner.chat.last_card.shows("换了接头", "验收合格，满意")
    await town.owner.taps("验收合格")
    found = town.case(case.number)
    assert found.state is State.CLOSED
    story = [
        e.what for e in found.history if e.what in {"go", "arrive", "findings", "finish", "reply", "accept"}
    ]
    assert story == ["go", "arrive", "findings", "finish", "reply", "accept"]


@pytest.mark.sop("DI-6", "DI-2")
async def test_of_two_who_go_at_once_exactly_one_wins(town: Town) -> None:
    case = await bursts(town)
    card = town.group("engineering").last_card
    await asyncio.gather(*(p.taps("我先去", message=card) for p in (town.zhang, town.li)))
    found = town.case(case.number)
    assert [e.what for e in found.history].count("go") == 1
    winner, other = (town.zhang, town.li) if found.handler == town.zhang.id else (town.li, town.zhang)
    assert winner.name in other.handset.toast


@pytest.mark.sop("DI-6", "DI-2")
async def test_one_takes_it_and_another_goes_exactly_one_wins(town: Town) -> None:
    case = await bursts(town)
    card = town.group("engineering").last_card
    await asyncio.gather(town.zhang.taps("我先去", message=card), town.li.taps("接单", message=card))
    steps = [e.what for e in town.case(case.number).history if e.what in {"go", "take"}]
    assert len(steps) == 1


@pytest.mark.sop("DI-6", "PE-1")
async def test_nobody_goes_first_to_what_can_wait_or_is_not_theirs(town: Town) -> None:
    case = await town.files("卧室的灯不亮了", "5-1-302", by=town.husband)
    assert not town.group("engineering").last_card.button("我先去")
    await town.zhang.taps_data(f"go:{case.number}")
    assert "下一步" in town.zhang.toast
    assert town.case(case.number).state is State.DISPATCHED
    urgent = await bursts(town)
    for other in (town.sun, town.owner):
        await other.taps_data(f"go:{urgent.number}")
        assert "抱歉" in other.toast
    assert town.case(urgent.number).state is State.DISPATCHED


@pytest.mark.sop("DI-6")
async def test_the_owner_sees_who_went_in_the_timeline(town: Town) -> None:
    case = await bursts(town)
    await town.zhang.at(town.group("engineering")).taps("我先去")
    await town.owner.taps_data(f"see:{case.number}")
    assert town.owner.last.shows("张志强先赶往现场")


@pytest.mark.sop("HA-8")
async def test_the_words_for_the_visit_come_once_a_day(town: Town) -> None:
    group = town.group("engineering")
    await town.files()
    await town.zhang.at(group).taps("接单")
    words = (
        "您好，我是望江花园工程部的张志强",
        "工牌",
        "业主同意了再动手",
        "收拾干净",
        "点验收",
        "有事随时找我们",
    )
    assert town.zhang.reads(*words)
    await town.zhang.taps("到场")
    assert town.zhang.reads("工牌")  # they stay where they were given
    await town.files("卫生间的灯坏了，麻烦换一下", "5-1-302", by=town.husband)
    await town.zhang.at(group).taps("接单")
    assert briefed(town.zhang) == 1
    await town.li.at(group).taps_data(f"card:{town.cases(town.owner)[0].number}")
    await town.passes(days=1)
    third = await town.files("厨房水龙头坏了，滴水", "5-1-303")
    await town.zhang.at(group).taps_data(f"take:{third.number}")
    assert briefed(town.zhang) == 2


def briefed(person: Person) -> int:
    """With how many jobs they had the words; where a message is short of room they stand there twice."""
    return len({number.findall(text)[0] for text in person.chat.texts if "工牌" in text})


@pytest.mark.sop("HA-8")
async def test_each_handler_is_told_and_by_the_days_of_the_site(town: Town) -> None:
    group = town.group("engineering")
    await town.passes(hours=13)  # eleven in the evening
    await town.files()
    await town.zhang.at(group).taps_data(f"take:{town.cases(town.owner)[0].number}")
    await town.passes(hours=2)  # one in the morning; in Greenwich it is still the same day
    second = await town.files("卫生间的灯坏了，麻烦换一下", "5-1-302", by=town.husband)
    await town.zhang.at(group).taps_data(f"take:{second.number}")
    assert briefed(town.zhang) == 2
    third = await town.files("厨房水龙头坏了，滴水", "5-1-303")
    await town.li.at(group).taps_data(f"take:{third.number}")
    assert briefed(town.li) == 1


async def test_the_everyday_buttons_come_first_and_all_fit(town: Town) -> None:
    await town.files()
    group = town.group("engineering")
    assert group.last_card.buttons[:2] == ["接单", "转派"]
    await town.zhang.at(group).taps("接单")
    assert town.zhang.chat.last_card.buttons == ["到场", "完工", "约时间", "延期", "转派", "更多"]
    await town.zhang.taps("到场")
    card = next(m for m in reversed(town.zhang.chat.said) if m.button("完工"))
    assert card.buttons == ["完工", "报价", "延期", "转派", "更多"]
