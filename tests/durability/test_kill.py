"""kill -9, at the worst moments and at random ones: nothing lost, nothing twice, the same question still open."""

import asyncio
import os
import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg
import pytest

from tests.durability import ledger
from tests.durability.office import LATER, Office, opened
from tests.durability.telegram import DifficultTelegram
from tests.fakes.botapi import TOKEN, Message, User
from tests.fakes.botapi.delivery import Update
from tests.serving import free_port
from tests.town import LEAK, MORNING, SITE

DESK, ENGINEERING = -4001, -4002
OWNER, ZHANG = 1001, 2001
KILLS = 5
REPORT = f"3-2-1201 {LEAK} 13800138000"


@pytest.fixture(autouse=True)
def morning(office: Office, telegram: DifficultTelegram) -> None:
    office.now.move_to(MORNING)
    for group in (DESK, ENGINEERING, -4003, -4004):
        telegram.group(group, "工作群")


@pytest.fixture
def owner(telegram: DifficultTelegram) -> User:
    return telegram.user(OWNER, "王秀英", "zh-hans", started=True)


@pytest.fixture
def zhang(telegram: DifficultTelegram) -> User:
    return telegram.user(ZHANG, "张志强", "zh-hans", started=True)


async def files(owner: User, telegram: DifficultTelegram) -> None:
    await owner.says(REPORT)
    await telegram.shows(OWNER, "确认提交")
    await owner.taps("确认提交")


# at the worst moments


@pytest.mark.parametrize(("when", "at_most"), [("before", 1), ("after", 2)])
async def test_killed_while_telling_the_department(
    office: Office, telegram: DifficultTelegram, owner: User, when: str, at_most: int
) -> None:
    """Before Telegram had the card, it is sent after all; when nobody wrote down that it had, twice at worst."""
    await office.opens()
    await owner.says(REPORT)
    await telegram.shows(OWNER, "确认提交")
    stalls = [telegram.stall("sendMessage", when) for _ in range(2)]  # the department's card and the desk's
    tap = owner.taps("确认提交")
    await asyncio.gather(*(stall.reached.wait() for stall in stalls))
    await office.is_killed_and_opens(*stalls)
    await tap
    (number,) = ledger.numbers(office.database)
    for chat in (OWNER, ENGINEERING, DESK):
        await telegram.shows(chat, number) if chat == OWNER else await _has(telegram, chat, number)
    await office.is_killed()
    assert 1 <= len(telegram.chats[ENGINEERING].said) <= at_most
    assert len(ledger.numbers(office.database)) == 1


async def _has(telegram: DifficultTelegram, chat: int, words: str) -> None:
    await telegram.wait_for(lambda: any(words in m.text for m in telegram.chats[chat].said), 60)


async def test_killed_before_the_commit_telegram_brings_it_again(
    office: Office, telegram: DifficultTelegram, owner: User
) -> None:
    await office.opens()
    await owner.says(REPORT)
    await telegram.shows(OWNER, "确认提交")
    with nobody_can_write(office.database):
        tap = owner.taps("确认提交")
        await telegram.wait_for(lambda: tap.statuses)
        await office.is_killed()
    assert not tap.done.is_set()
    assert ledger.numbers(office.database) == []
    await office.is_killed_and_opens()
    await tap
    (number,) = ledger.numbers(office.database)
    await _has(telegram, OWNER, number)


@contextmanager
def nobody_can_write(database: str) -> Iterator[None]:
    """Whoever wants to commit has to wait."""
    if database.startswith("sqlite"):
        with closing(sqlite3.connect(database.removeprefix("sqlite:///"), isolation_level=None)) as conn:
            conn.execute("BEGIN IMMEDIATE")
            yield
            conn.execute("ROLLBACK")
    else:
        with psycopg.connect(database) as conn:
            conn.execute("LOCK TABLE inbox")
            yield
            conn.rollback()


@pytest.mark.sop("IN-10")
async def test_killed_in_the_middle_of_filing_the_same_question_is_still_open(
    office: Office, telegram: DifficultTelegram, owner: User
) -> None:
    await office.opens()
    await owner.says("我要报修")
    await telegram.offers(OWNER, "drop:")
    await owner.says(LEAK)
    await owner.taps_old(await telegram.offers(OWNER, "told:"), 1)
    await telegram.offers(OWNER, ":unit:")
    asked = set(owner.chat.texts)
    await office.is_killed_and_opens()
    await owner.says("3-2-1201")
    await telegram.offers(OWNER, ":phone:")
    assert len(set(owner.chat.texts) - asked) == 1, "the next question, and nothing else"
    await office.is_killed_and_opens()
    await owner.says("13800138000")
    await telegram.shows(OWNER, "确认提交")
    readback = owner.chat.last_card.text
    assert all(words in readback for words in (LEAK, "3栋2单元1201室", "13800138000"))
    assert ledger.numbers(office.database) == []


async def test_killed_while_the_handler_reports_the_result_goes_on_where_it_was(
    office: Office, telegram: DifficultTelegram, owner: User, zhang: User
) -> None:
    group = telegram.chats[ENGINEERING]
    await office.opens()
    await zhang.presses_start()
    await files(owner, telegram)
    await telegram.wait_for(lambda: group.said, 60)
    await zhang.taps("接单", at=group)
    await telegram.wait_for(lambda: zhang.chat.said and zhang.chat.last.button("完工"), 60)
    await zhang.taps("完工")
    await telegram.offers(ZHANG, "undone:")
    await zhang.says("换了软管")
    await _has(telegram, ZHANG, "换了软管")
    await office.is_killed_and_opens()
    await zhang.sends_photo("试水不漏了")
    await telegram.wait_for(lambda: "试水不漏了" in zhang.chat.last.text, 60)
    await office.is_killed_and_opens()
    await zhang.taps("免费")
    await telegram.shows(OWNER, "不满意")
    answer = next(message for message in owner.chat.said if message.button("不满意"))
    assert "换了软管" in answer.text
    assert "试水不漏了" in answer.text
    await telegram.wait_for(lambda: any(message.type == "photo" for message in owner.chat.said))


async def test_closed_properly_nothing_is_shown_twice(
    database_url: str, office: Office, telegram: DifficultTelegram, owner: User
) -> None:
    """What Telegram has when we stop is written down before we go."""
    async with asyncio.timeout(60):
        stall = telegram.stall("sendMessage", "after")
        async with opened(database_url, telegram.url, office.now):
            await owner.says("您好")
            await stall.reached.wait()
            asyncio.get_running_loop().call_later(0.2, stall.let_go.set)
        office.now.move_to(office.now() + LATER)
        async with opened(database_url, telegram.url, office.now) as app:
            await app.sender.drain()
    assert len(owner.chat.said) == 1


# at random ones


@pytest.mark.parametrize("seed", [20261122])
async def test_killed_at_random_every_confirmed_case_exists_exactly_once(
    office: Office, telegram: DifficultTelegram, seed: int
) -> None:
    dice = random.Random(seed)
    owners = [telegram.user(1100 + i, f"邻居{i}", "zh-hans", started=True) for i in range(5)]
    await office.opens()
    load = asyncio.gather(*(_files_three(telegram, owner, i + 1) for i, owner in enumerate(owners)))
    for _ in range(KILLS):
        stall = telegram.stall(
            dice.choice(("sendMessage", "editMessageText")), dice.choice(("before", "after"))
        )
        reached = asyncio.create_task(stall.reached.wait())
        either: list[asyncio.Future[Any]] = [reached, load]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        reached.cancel()
        await asyncio.sleep(dice.uniform(0, 0.1))  # the others are anywhere
        await office.is_killed_and_opens(stall)
    await asyncio.wait_for(load, 240)
    await office.is_killed_and_opens()
    numbers = ledger.numbers(office.database)
    for number in numbers:
        await _has(telegram, ENGINEERING, number)
        await _has(telegram, DESK, number)
    await office.is_killed()
    assert len(numbers) == 3 * len(owners)
    assert ledger.has_no_gap(numbers)
    assert ledger.filed_twice(office.database) == []
    assert ledger.failures(office.database) == []
    assert ledger.outbox(office.database)["failed"] == 0
    told = [
        number for number in numbers if any(number in text for owner in owners for text in owner.chat.texts)
    ]
    assert told == numbers


async def _files_three(telegram: DifficultTelegram, owner: User, building_floor: int) -> None:
    for i in range(3):
        place = f"3栋2单元{building_floor + 5 * i}01室"
        await _patiently(owner.says(f"{place} {LEAK} 138001380{building_floor}{i}"))
        await telegram.wait_for(lambda place=place: _card(owner, place), 120)  # type: ignore[misc]
        await _patiently(owner.taps("确认提交", message=_card(owner, place)))
        await telegram.wait_for(lambda place=place: _filed(owner, place), 120)  # type: ignore[misc]


def _card(owner: User, place: str) -> Message | None:
    return next((m for m in reversed(owner.chat.said) if place in m.text and m.button("确认提交")), None)


def _filed(owner: User, place: str) -> bool:
    return any("工单号" in text and place in text for text in owner.chat.texts)


async def _patiently(update: Update) -> None:
    await asyncio.wait_for(update.done.wait(), 120)


# the program as it is started


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_program_itself_killed_and_started_again(
    office: Office, telegram: DifficultTelegram, owner: User
) -> None:
    """`python -m bot run`, kill -9, and once more."""
    program = await _run(office, telegram)
    try:
        await owner.says(REPORT)
        await telegram.shows(OWNER, "确认提交")
        stall = telegram.stall("sendMessage")
        tap = owner.taps("确认提交")
        await stall.reached.wait()
    finally:
        program.kill()
        await program.wait()
    telegram.forget(stall)
    assert len(ledger.numbers(office.database)) == 1
    ledger.rows(office.database, "UPDATE outbox SET leased = NULL")  # as if two minutes had passed
    program = await _run(office, telegram)
    try:
        await tap
        (number,) = ledger.numbers(office.database)
        await _has(telegram, ENGINEERING, number)
        await _has(telegram, DESK, number)
    finally:
        program.kill()
        await program.wait()


async def _run(office: Office, telegram: DifficultTelegram) -> asyncio.subprocess.Process:
    settings = {
        "BIHUAN_DATABASE": office.database,
        "BIHUAN_SITES": str(SITE),
        "BIHUAN_TELEGRAM_TOKEN": TOKEN,
        "BIHUAN_TELEGRAM_API": telegram.url,
        "BIHUAN_TELEGRAM_PACE": "false",
    }
    greetings = len(telegram.called("getMe"))
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "run", "--port", str(free_port())),
        env=os.environ | settings,
        stdout=asyncio.subprocess.DEVNULL,
    )
    await telegram.wait_for(lambda: len(telegram.called("getMe")) > greetings, 120)
    return program
