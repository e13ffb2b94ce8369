"""Two at once: exactly one wins, and the other is told."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import aiohttp
import psycopg
import pytest
from psycopg.sql import SQL

from bot.channels.telegram.webhook import secret_for
from tests.durability import ledger
from tests.durability.office import Office, difficult, no_process_left, open_town
from tests.durability.words import words
from tests.fakes.botapi import TOKEN
from tests.fakes.botapi.delivery import Update
from tests.town import LEAK, Town

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": secret_for(TOKEN)}


@pytest.fixture
def postgresql(fresh_database: Any) -> Iterator[str]:
    with fresh_database("postgresql") as url:
        yield url


@asynccontextmanager
async def two_offices(database: str) -> AsyncIterator[tuple[Town, list[str]]]:
    """Two processes that share a database, and where each can be called; nothing reaches them by itself."""
    async with open_town(database, by_webhook=True) as town:
        first, second = (Office(database, difficult(town), by_webhook=True, now=town.clock) for _ in range(2))
        with no_process_left(first, second):
            for office in (first, second):
                await office.opens()
            await town.telegram.wait_for(lambda: len(town.telegram.called("setWebhook")) == 3)
            town.telegram.delivery.held = True
            yield town, [call.params["url"] for call in town.telegram.called("setWebhook")[1:]]


@contextmanager
def at_the_same_moment(database: str, lock: str) -> Iterator[Any]:
    """Hold what both need until both are waiting for it."""
    with psycopg.connect(database, autocommit=True) as spy, psycopg.connect(database) as holder:
        holder.execute(SQL(lock))

        async def both_wait() -> None:
            async with asyncio.timeout(60):
                while _waiting(spy) < 2:
                    await asyncio.sleep(0.01)
            holder.rollback()

        yield both_wait


def _waiting(spy: psycopg.Connection[Any]) -> int:
    query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    row = spy.execute(query).fetchone()
    return int(row[0]) if row else 0


async def call(url: str, update: Update) -> dict[str, Any]:
    """Telegram calls an office; returns what it says to whoever tapped."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, json=update.body, headers=HEADERS) as answer,
    ):
        assert answer.status == 200
        return dict(await answer.json()) if await answer.read() else {}


@pytest.mark.sop("DI-2")
async def test_of_two_handlers_tapping_in_two_processes_exactly_one_gets_the_job(postgresql: str) -> None:
    async with two_offices(postgresql) as (town, urls):
        (number,) = await filed(town, urls[0])
        group = town.group("engineering")
        taps = [person.user.taps("接单", at=group) for person in (town.zhang, town.li)]
        with at_the_same_moment(postgresql, "SELECT 1 FROM cases FOR UPDATE") as both_wait:
            calls = [asyncio.create_task(call(url, tap)) for url, tap in zip(urls, taps, strict=True)]
            await both_wait()
            said = [(await done)["text"] for done in calls]
        case = town.case(number)
        assert case.handler in {town.zhang.id, town.li.id}
        assert sum(entry.what == "take" for entry in case.history) == 1
        winner, loser = (0, 1) if case.handler == town.zhang.id else (1, 0)
        assert said[winner] == words("taken-see-private")
        assert (town.zhang, town.li)[winner].user.name in said[loser]


async def test_a_double_tap_on_confirm_handled_by_two_processes_files_once(postgresql: str) -> None:
    async with two_offices(postgresql) as (town, urls):
        numbers = await filed(town, urls[0], twice_at=urls)
        assert len(numbers) == 1
        assert ledger.failures(postgresql) == []


async def test_the_same_confirmation_called_into_two_processes_files_once(postgresql: str) -> None:
    async with two_offices(postgresql) as (town, urls):
        await call(urls[0], town.owner.user.says(f"3-2-1201 {LEAK} 13800138000"))
        await town.telegram.wait_for(lambda: town.owner.reads("确认提交"))
        tap = town.owner.user.taps("确认提交")
        await asyncio.gather(*(call(url, tap) for url in urls))
        assert len(ledger.numbers(postgresql)) == 1


async def test_two_first_messages_in_two_processes_are_one_person_with_one_draft(postgresql: str) -> None:
    async with two_offices(postgresql) as (town, urls):
        stranger = town.stranger(1009, "新业主")
        stranger.chat.started = True
        said = [stranger.user.says(line) for line in (LEAK, "我要报修")]
        lock = "SELECT pg_advisory_xact_lock(hashtext('telegram:1009'))"
        with at_the_same_moment(postgresql, lock) as both_wait:
            calls = [asyncio.create_task(call(url, line)) for url, line in zip(urls, said, strict=True)]
            await both_wait()
            await asyncio.gather(*calls)
        assert len(ledger.rows(postgresql, "SELECT 1 FROM accounts WHERE address = 'telegram:1009'")) == 1
        (draft,) = ledger.rows(postgresql, "SELECT data FROM dialogues WHERE account = 'telegram:1009'")
        assert LEAK in draft.data
        assert '"chosen":true' in draft.data


async def filed(town: Town, url: str, twice_at: list[str] | None = None) -> list[str]:
    """An owner files, by a tap or by two taps at the same moment; the numbers of what came of it."""
    await call(url, town.owner.user.says(f"3-2-1201 {LEAK} 13800138000"))
    await town.telegram.wait_for(lambda: town.owner.reads("确认提交"))
    taps = [town.owner.user.taps("确认提交") for _ in twice_at or [url]]
    if twice_at:
        database = town.app.store.engine.url.set(drivername="postgresql").render_as_string(
            hide_password=False
        )
        lock = "SELECT 1 FROM accounts WHERE address = 'telegram:1001' FOR UPDATE"
        with at_the_same_moment(database, lock) as both_wait:
            calls = [asyncio.create_task(call(at, tap)) for at, tap in zip(twice_at, taps, strict=True)]
            await both_wait()
            await asyncio.gather(*calls)
    else:
        await call(url, taps[0])
    await town.telegram.wait_for(lambda: town.group("engineering").said)
    return ledger.numbers(town.app.store)


# in one process, on both databases


@pytest.mark.sop("DI-2")
async def test_of_two_handlers_tapping_at_once_exactly_one_gets_the_job(called_town: Town) -> None:
    town = called_town
    case = await town.files()
    town.telegram.delivery.held = True
    taps = [person.user.taps("接单", at=town.group("engineering")) for person in (town.zhang, town.li)]
    town.telegram.delivery.release(backwards=True)
    for tap in taps:
        await tap
    await town.comes_to_rest()
    case = town.case(case.number)
    assert sum(entry.what == "take" for entry in case.history) == 1
    winner, loser = (town.zhang, town.li) if case.handler == town.zhang.id else (town.li, town.zhang)
    answers = list(town.telegram.taps.values())[-2:]
    assert words("taken-see-private") in answers
    assert words("taken-by", handler=winner.user.name) in answers
    assert not loser.reads("13800138000"), "the owner's number is the handler's alone"


async def test_an_owner_who_taps_confirm_twice_has_one_case(called_town: Town) -> None:
    town = called_town
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    town.telegram.delivery.held = True
    taps = [town.owner.user.taps("确认提交") for _ in range(2)]
    town.telegram.delivery.release(backwards=True)
    for tap in taps:
        await tap
    await town.comes_to_rest()
    (number,) = ledger.numbers(town.app.store)
    assert words("already-filed", number=number) in town.telegram.taps.values()


async def test_neighbours_filing_at_once_get_numbers_without_gap_or_repeat(called_town: Town) -> None:
    town = called_town
    neighbours = [town.stranger(1100 + i, f"邻居{i}") for i in range(6)]
    town.telegram.delivery.held = True
    said = [n.user.says(f"3-2-{i + 1}01 {LEAK} 138001380{i:02}") for i, n in enumerate(neighbours)]
    for neighbour in neighbours:
        neighbour.chat.started = True
    town.telegram.delivery.release()
    for update in said:
        await update
    await town.comes_to_rest()
    town.telegram.delivery.held = True
    taps = [neighbour.user.taps("确认提交") for neighbour in neighbours]
    town.telegram.delivery.release()
    for tap in taps:
        await tap
    await town.comes_to_rest()
    numbers = ledger.numbers(town.app.store)
    assert len(numbers) == len(neighbours)
    assert ledger.has_no_gap(numbers)
