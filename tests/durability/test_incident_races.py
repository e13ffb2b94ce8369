"""Incidents, two at once: whoever joins is counted, answered with the others, or has a job of their own; never lost."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from core.case import Case, State
from core.history.incidents import members
from tests.durability import ledger
from tests.durability.test_races import at_the_same_moment, call, two_offices
from tests.town import Town
from tests.town.person import Person

DRY = "家里停水了，请尽快来看看"
EVERY_CASE = "SELECT 1 FROM cases FOR UPDATE"


@pytest.fixture
def postgresql(fresh_database: Any) -> Iterator[str]:
    with fresh_database("postgresql") as url:
        yield url


async def files(town: Town, url: str, owner: Person, unit: str, confirm: str = "确认提交") -> Any:
    """Somebody reports it; returns the tap that is still to be called in."""
    await call(url, owner.user.says(f"{unit} {DRY} 13800138001"))
    await town.telegram.wait_for(lambda: any(m.button(confirm) for m in owner.chat.said))
    return owner.user.taps(confirm)


async def at_once(postgresql: str, urls: list[str], *taps: Any) -> None:
    with at_the_same_moment(postgresql, EVERY_CASE) as both_wait:
        calls = [asyncio.create_task(call(url, tap)) for url, tap in zip(urls, taps, strict=True)]
        await both_wait()
        await asyncio.gather(*calls)
    assert ledger.failures(postgresql) == []


def newest(town: Town, owner: Person) -> Case:
    return town.case(town.cases(owner)[0].number)


async def leading(town: Town, url: str) -> Case:
    await call(url, await files(town, url, town.owner, "3-2-1201"))
    await town.telegram.wait_for(lambda: town.group("engineering").said)
    return newest(town, town.owner)


@pytest.mark.sop("IN-14")
async def test_two_who_join_at_the_same_moment_are_both_counted(postgresql: str) -> None:
    async with two_offices(postgresql) as (town, urls):
        lead = await leading(town, urls[0])
        second = await files(town, urls[0], town.husband, "3-1-502", "我也遇到同样问题")
        third = await files(town, urls[1], town.neighbour, "3-1-801", "我也遇到同样问题")
        await at_once(postgresql, urls, second, third)
        joined = {newest(town, person).number for person in (town.husband, town.neighbour)}
        assert set(members(town.case(lead.number))) == joined
        assert {town.case(number).state for number in joined} == {State.JOINED}


@pytest.mark.sop("IN-14")
async def test_whoever_joins_while_it_is_answered_is_answered_too_or_has_a_job(postgresql: str) -> None:
    async with two_offices(postgresql) as (town, urls):
        lead = await leading(town, urls[0])
        join = await files(town, urls[0], town.husband, "3-1-502", "我也遇到同样问题")
        agent = town.agent
        await call(urls[0], agent.user.taps_old(f"invalid:{lead.number}", 1))
        answer = agent.user.says("市政管网抢修，统一停水")
        await at_once(postgresql, urls, join, answer)
        case = newest(town, town.husband)
        assert town.case(lead.number).state is State.REPLIED
        with_the_others = case.lead == lead.number and case.state is State.REPLIED
        alone = case.lead == "" and case.state is State.DISPATCHED
        assert with_the_others or alone


@pytest.mark.sop("IN-14")
async def test_whoever_joins_while_the_lead_withdraws_leads_or_has_a_job(postgresql: str) -> None:
    async with two_offices(postgresql) as (town, urls):
        lead = await leading(town, urls[0])
        join = await files(town, urls[0], town.husband, "3-1-502", "我也遇到同样问题")
        withdraw = town.owner.user.taps_old(f"withdraw:{lead.number}:1", 1)
        await at_once(postgresql, urls, join, withdraw)
        assert town.case(lead.number).state is State.WITHDRAWN
        case = newest(town, town.husband)
        assert (case.state, case.lead) == (State.DISPATCHED, "")


@pytest.mark.sop("IN-14")
async def test_two_cases_joined_to_each_other_at_once_make_one_incident(postgresql: str) -> None:
    async with two_offices(postgresql) as (town, urls):
        one = await leading(town, urls[0])
        await call(urls[0], await files(town, urls[0], town.husband, "3-1-502"))
        other = newest(town, town.husband)
        taps = [
            town.agent.user.taps_old(f"into:{one.number}:{other.number}", 1),
            town.manager.user.taps_old(f"into:{other.number}:{one.number}", 1),
        ]
        await at_once(postgresql, urls, *taps)
        both = [town.case(case.number) for case in (one, other)]
        assert sorted(case.state for case in both) == [State.DISPATCHED, State.JOINED]
        joined, lead = sorted(both, key=lambda case: case.state, reverse=True)
        assert joined.lead == lead.number
        assert set(members(lead)) == {joined.number}
