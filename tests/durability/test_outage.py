"""The clock's work after the office was switched off: each step once, the newest only, and nobody at night."""

import asyncio
from datetime import timedelta

import pytest

from core.conversations import TIMERS
from tests.durability import ledger
from tests.durability.office import opened
from tests.durability.words import words
from tests.town import Person, Town


def heard(person: Person, words: str) -> int:
    """How often somebody was told."""
    return sum(words in text for text in person.chat.texts)


@pytest.mark.sop("DI-3")
async def test_after_six_hours_off_only_the_newest_rung_is_told_and_once(town: Town) -> None:
    case = await town.files()
    group = len(town.group("engineering").said)
    await town.sleeps(hours=6)
    assert heard(town.deputy, case.number) == 1
    assert [heard(person, case.number) for person in (town.supervisor, town.manager)] == [0, 0]
    assert len(town.group("engineering").said) == group
    assert (
        heard(town.owner, words("still-arranging", number=case.number, kind="repair", phone="0571-88001234"))
        == 1
    )
    await town.sweeps()
    await town.passes(hours=6)
    assert heard(town.deputy, case.number) == 1
    assert (
        heard(town.owner, words("still-arranging", number=case.number, kind="repair", phone="0571-88001234"))
        == 1
    )


@pytest.mark.sop("DI-3")
async def test_short_outages_tell_each_rung_once(town: Town) -> None:
    case = await town.files()
    for _ in range(6):
        await town.sleeps(minutes=14)
    told = [entry.why for entry in town.case(case.number).history if entry.what == "remind"]
    assert told == ["group", "supervisor", "manager", "deputy-gm"]
    assert heard(town.supervisor, case.number) == 1


@pytest.mark.sop("IN-10")
async def test_a_draft_left_alone_while_the_office_was_off_is_reminded_once(town: Town) -> None:
    await town.owner.says("3-2-1201 厨房水槽下面漏水 13800138000")
    seen = len(town.owner.chat.said)
    await town.sleeps(hours=6)
    await town.sweeps()
    await town.passes(hours=6)
    assert heard(town.owner, words("draft-left")) == 1
    assert len(town.owner.chat.said) == seen + 1


@pytest.mark.sop("CB-12")
async def test_a_callback_that_fell_due_while_the_office_was_off_is_not_asked_at_night(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.passes(hours=6)
    await town.owner.taps("满意")  # the afternoon: called back two days later, in the afternoon
    await town.passes(hours=45)
    await town.sleeps(hours=9.5)
    assert town.clock().hour + 8 == 22, "half past ten at night in Hangzhou"
    assert heard(town.owner, f"【回访 {case.number}】") == 0
    await town.passes(hours=10)
    assert heard(town.owner, f"【回访 {case.number}】") == 0
    await town.passes(hours=1)
    assert heard(town.owner, f"【回访 {case.number}】") == 1


@pytest.mark.sop("CB-6")
async def test_days_of_silence_while_the_office_was_off_are_one_reminder_and_no_answer(town: Town) -> None:
    number = await _asked(town)
    await town.sleeps(days=4)
    assert heard(town.owner, words("survey-reminder", number=number, question="")) == 1
    assert "survey-call" not in ledger.tasks(town.app.store)
    await town.passes(days=3)
    assert heard(town.owner, words("survey-reminder", number=number, question="")) == 1
    assert ledger.tasks(town.app.store).count("survey-call") == 1
    assert [row.answers for row in ledger.rows(town.app.store, "SELECT answers FROM surveys")] == ["{}"]


async def _asked(town: Town) -> str:
    case = await town.files_and_repairs()
    await town.owner.taps("满意")
    await town.passes(days=2, hours=1)
    assert heard(town.owner, f"【回访 {case.number}】") == 1
    return case.number


@pytest.mark.sop("CB-12")
async def test_a_case_reopened_while_its_callback_was_overdue_is_not_called_back(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("满意")
    town.clock.move_to(town.clock() + timedelta(days=2, hours=1))  # due, and nobody swept yet
    seen = await town.app.handler.in_database(town.app.scheduler._due)
    await town.owner.taps_data(f"again:{case.number}")
    for event in seen:
        await town.app.handler.handle(event)
    await town.sweeps()
    assert heard(town.owner, f"【回访 {case.number}】") == 0
    assert town.case(case.number).round == 2
    assert ledger.timers(town.app.store, "survey") == 0


async def test_two_processes_that_sweep_at_once_do_everything_once(town: Town, database_url: str) -> None:
    case = await town.files()
    await town.owner.says("我要报修")
    async with opened(database_url, "http://127.0.0.1:9", town.clock, by_webhook=True) as other:
        town.clock.move_to(town.clock() + timedelta(hours=6))
        await asyncio.gather(town.app.scheduler.sweep(), other.scheduler.sweep())
        told = [entry.why for entry in town.case(case.number).history if entry.what == "remind"]
        assert told == ["deputy-gm"]
    assert ledger.failures(town.app.store) == []


async def test_every_kind_of_timer_is_known() -> None:
    assert {"draft-silence", "draft-left", "draft-old", "clock", "verdict", "survey"} <= set(TIMERS)


@pytest.mark.sop("DI-3", "RE-3")
async def test_after_days_off_each_ladder_tells_its_newest_step_alone(town: Town) -> None:
    await town.owner.says("3-2-1201 楼上半夜施工太吵了，请管一管 13800138000")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await town.agent.taps_data(f"notyet:{case.number}")
    await town.agent.taps("明天 10:00")
    await town.sleeps(days=6, hours=1)  # until Monday morning
    history = town.case(case.number).history
    told = [(e.data["clock"], e.why) for e in history if e.what == "remind"]
    assert sorted(told) == [
        ("finish", "supervisor"),
        ("progress", "owner"),
        ("promise", "deputy-gm"),
        ("take", "deputy-gm"),
    ]
    assert not [e for e in history if e.what == "ahead"]  # too late for that
    assert heard(town.owner, "还在处理") == 1
    await town.sweeps()
    assert len([e for e in town.case(case.number).history if e.what == "remind"]) == len(told)


@pytest.mark.sop("HA-5")
async def test_a_sweep_that_comes_twice_asks_and_tells_once(town: Town, database_url: str) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    async with opened(database_url, "http://127.0.0.1:9", town.clock, by_webhook=True) as other:
        for hours in (30, 22):  # asked, then overdue
            town.clock.move_to(town.clock() + timedelta(hours=hours))
            await asyncio.gather(town.app.scheduler.sweep(), other.scheduler.sweep())
    what = [e.what for e in town.case(case.number).history]
    assert (what.count("ahead"), what.count("news")) == (1, 1)
    assert ledger.failures(town.app.store) == []
