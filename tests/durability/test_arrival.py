"""Updates on their way in: twice, in any order, late, or while the database is away."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.durability import ledger
from tests.durability.office import difficult, open_town
from tests.durability.words import words
from tests.fakes.botapi import faults
from tests.town import LEAK, Town


async def test_a_confirmation_delivered_twice_files_once(called_town: Town) -> None:
    town = called_town
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    town.telegram.delivery.repeats = 1
    tap = town.owner.user.taps("确认提交")
    await town.telegram.wait_for(lambda: len(tap.statuses) == 2)
    await town.comes_to_rest()
    assert tap.statuses == [200, 200]
    assert len(ledger.numbers(town.app.store)) == 1
    assert [m.text for m in town.group("engineering").said if "WJ-" in m.text] != []
    assert len(town.group("engineering").said) == 1


async def test_what_an_owner_wrote_may_arrive_backwards(called_town: Town) -> None:
    town = called_town
    await town.owner.says("我要报修")
    town.telegram.delivery.held = True
    said = [town.owner.user.says(line) for line in (LEAK, "3-2-1201", "13800138000")]
    town.telegram.delivery.release(backwards=True)
    for update in said:
        await update
    await town.comes_to_rest()
    await town.owner.taps("说完了")
    while town.owner.chat.last.button("没有特别要求"):
        await town.owner.taps("没有特别要求")
    readback = town.owner.chat.last_card.text
    assert all(words in readback for words in ("3栋2单元1201室", "13800138000", LEAK))


async def test_the_answer_to_a_tap_may_come_too_late_the_work_is_done(town: Town) -> None:
    case = await town.files()
    town.telegram.next(
        faults.bad_request("query is too old and response timeout expired or query ID is invalid"),
        "answerCallbackQuery",
    )
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.case(case.number).handler == town.zhang.id
    assert ledger.failures(town.app.store) == []


@pytest.mark.sop("DI-2")
async def test_a_tap_on_a_card_that_has_moved_on_is_answered_as_such(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.li.at(town.group("engineering")).taps_data(f"take:{case.number}")
    assert town.li.toast == words("moved-on", number=case.number)
    assert town.case(case.number).handler == town.zhang.id


# the database is away


@contextmanager
def away(database: str) -> Iterator[None]:
    """PostgreSQL throws everybody out, and lets nobody in for the while."""
    name = make_url(database).database
    server = make_url(database).set(database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


@pytest.fixture
def postgresql(fresh_database) -> Iterator[str]:  # type: ignore[no-untyped-def]
    with fresh_database("postgresql") as url:
        yield url


@pytest.mark.parametrize("by_webhook", [False, True])
async def test_while_the_database_is_away_nothing_is_confirmed_and_afterwards_nothing_is_missing(
    postgresql: str, by_webhook: bool
) -> None:
    async with open_town(postgresql, by_webhook) as town:
        await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
        with away(postgresql):
            tap = town.owner.user.taps("确认提交")
            other = town.husband.user.says(f"3-1-801 {LEAK} 13800138001")
            await town.telegram.wait_for(lambda: len(tap.statuses) > 1 and len(other.statuses) > 1)
            assert not tap.done.is_set()
            assert not other.done.is_set()
            assert 200 not in tap.statuses
        await tap
        await other
        await town.comes_to_rest()
        (number,) = ledger.numbers(postgresql)
        assert town.owner.reads(number)
        assert town.husband.last.shows("确认提交")
        assert ledger.failures(postgresql) == []


async def test_connections_cut_between_two_turns_are_not_noticed_by_anybody(postgresql: str) -> None:
    async with open_town(postgresql) as town:
        await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
        with away(postgresql):
            pass
        await town.owner.taps("确认提交")
        assert town.owner.reads(*ledger.numbers(postgresql))
        assert ledger.failures(postgresql) == []
        assert not town.owner.reads(words("sorry-fault"))


async def test_a_message_shown_while_the_database_was_away_is_not_shown_again(postgresql: str) -> None:
    async with open_town(postgresql) as town:
        stall = difficult(town).stall("sendMessage", "after")
        await town.husband.user.says("您好")
        await stall.reached.wait()
        with away(postgresql):
            stall.let_go.set()
            await town.telegram.wait_for(lambda: not town.telegram._busy)
        async with asyncio.timeout(60):
            while ledger.outbox(postgresql) != {"sent": 1}:
                await asyncio.sleep(0.05)
        assert len(town.husband.chat.said) == 1
