"""Two estates of one company in one installation: each has its own procedure, and knows nothing of the other's cases."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from core.case import State
from core.chat import Address
from core.people import Home
from tests.town import Person, Town, open_town
from tests.town.people import SECOND_SITE

WHY = "the second estate has its people on Telegram"


@pytest.fixture
async def two(told: tuple[str, str], fresh_database: Any) -> AsyncIterator[Town]:
    """Wangjiang and Binjiang; Emma lives in the second, everybody else in the first."""
    kind, database = told
    with fresh_database(database) as url:
        async with open_town(url, kind, also=(SECOND_SITE,)) as town:
            _lives(town, town.owner, Home("wangjiang", "3-2-1201"))
            _lives(town, town.neighbour, Home("binjiang", "8-1-502"))
            town._open_group("desk-b", Address("telegram", "-5001"), "前台", [_zheng(town)])
            town._open_group("works", Address("telegram", "-5002"), "维保部", [_qian(town)])
            for person in (_zheng(town), _qian(town)):
                await person.starts()
            yield town


def _lives(town: Town, person: Person, home: Home) -> None:
    id_ = person.id
    with town.app.store.transaction() as work:
        work.bind(id_, home, "test", town.clock())


def _zheng(town: Town) -> Person:
    return town.at(Address("telegram", "3001"), "郑洁")


def _qian(town: Town) -> Person:
    return town.at(Address("telegram", "3002"), "钱勇")


async def _both_file(town: Town) -> tuple[str, str]:
    for person in (town.owner, town.neighbour):
        await person.says("厨房水槽下面漏水 13800138000")
        await person.taps("确认提交" if person is town.owner else "Submit")
    return town.cases(town.owner)[0].number, town.cases(town.neighbour)[0].number


@pytest.mark.sop("PE-2", "TR-5")
@pytest.mark.only("telegram", WHY)
async def test_the_same_words_go_each_estates_own_way(two: Town) -> None:
    ours, theirs = await _both_file(two)
    assert (ours[:2], theirs[:2]) == ("WJ", "BJ")
    assert two.group("engineering").last_card.shows(ours, "10:15 前")
    assert two.group("works").last_card.shows(theirs, "10:40 前")
    assert not any(theirs in text for text in two.group("engineering").texts)
    assert not any(ours in text for text in two.group("works").texts)


@pytest.mark.sop("DI-3", "PE-2")
@pytest.mark.only("telegram", WHY)
async def test_each_estate_climbs_its_own_ladder(two: Town) -> None:
    ours, theirs = await _both_file(two)
    await two.passes(minutes=31)  # ours has been to the group and to its supervisor by now
    assert two.supervisor.reads(ours, "没人接")
    assert not two.manager.reads(theirs)
    await two.passes(minutes=10)
    assert two.manager.reads(theirs, "没人接")  # the second has one rung only


@pytest.mark.sop("PE-2", "PE-1")
@pytest.mark.only("telegram", WHY)
async def test_nobody_acts_on_or_sees_the_other_estates_cases(two: Town) -> None:
    ours, theirs = await _both_file(two)
    for person, number in ((two.zhang, theirs), (two.agent, theirs), (_qian(two), ours), (_zheng(two), ours)):
        before = two.case(number).history
        for verb in ("take", "urgent", "transfer", "number", "answer", "card", "extras"):
            await person.taps_data(f"{verb}:{number}")
            assert "不归您处理" in person.toast, verb
        assert two.case(number).history == before
        assert not person.reads(number, "13800138000")


@pytest.mark.sop("PE-2")
@pytest.mark.only("telegram", WHY)
async def test_whoever_works_at_both_works_by_the_procedure_of_each(two: Town) -> None:
    _, theirs = await _both_file(two)
    await two.manager.taps_data(f"take:{theirs}")
    assert two.case(theirs).state is State.TAKEN
    assert two.manager.reads(theirs, "11:00")  # an hour to be there, as this estate has it
    await two.manager.taps_data(f"delay:{theirs}")
    offered = two.manager.chat.last_card
    assert offered.shows("缺料", "没人在家")
    assert not offered.button("等外单位")  # no such reason at this estate
