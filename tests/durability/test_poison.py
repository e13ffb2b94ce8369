"""Poison: an event nobody can handle is kept, tried again, parked; it harms nobody else."""

from datetime import timedelta
from typing import Any

import pytest

from core import conversations
from core.book import Timer
from core.conversations.desk import groups
from core.turn import Turn
from storage.inspection import stuck_events
from tests.durability import ledger
from tests.durability.words import words
from tests.town import LEAK, Town

SORRY = words("sorry-fault")
MINUTE = timedelta(seconds=61)


class Poison(Exception):
    """What no code of ours expects."""


@pytest.fixture(autouse=True)
def poison(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """`/boom`, a button and a timer by which every turn dies, after it has already done something."""
    died: list[str] = []

    def die(turn: Turn, *_: Any) -> None:
        turn.reply("you-are-welcome")
        turn.dialogue.begin("filing", "issue", id="half")
        turn.after(Timer("half", "done", turn.now))
        died.append(turn.event.key)
        raise Poison("phone 13800138000")

    monkeypatch.setitem(conversations.spoken.COMMANDS, "/boom", die)
    monkeypatch.setitem(conversations.TAPS, "boom", die)
    monkeypatch.setitem(conversations.TIMERS, "boom", die)
    monkeypatch.setattr(groups, "stopped", die)
    return died


def sorry(town: Town) -> int:
    return sum(SORRY in text for text in town.owner.chat.texts)


async def minutes_pass(town: Town, count: int) -> None:
    for _ in range(count):
        town.clock.move_to(town.clock() + MINUTE)
        await town.sweeps()


async def test_a_poison_event_harms_only_itself(town: Town, poison: list[str]) -> None:
    await town.owner.says("/boom 我家的事")
    await town.husband.says(f"3-1-801 {LEAK} 13800138001")
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    assert town.owner.last.shows("确认提交")
    assert town.husband.last.shows("确认提交")
    assert town.telegram.delivery.pending == []
    assert ledger.timers(town.app.store, "half") == 0
    assert not town.owner.reads(words("you-are-welcome"))


async def test_it_is_kept_whole_tried_a_few_times_a_minute_apart_and_parked(
    town: Town, poison: list[str]
) -> None:
    await town.owner.says("/boom 我家的事")
    await town.sweeps()
    assert len(poison) == 1
    for tries in (2, 3, 4, 4, 4):
        await minutes_pass(town, 1)
        await town.sweeps()
        assert len(poison) == tries
    assert len(set(poison)) == 1
    with town.app.store.transaction() as book:
        (stuck,) = stuck_events(book.conn)
    assert (stuck.parked, stuck.tries, stuck.event.text) == (True, 4, "/boom 我家的事")
    assert "Poison" in stuck.error
    assert sorry(town) == 1


async def test_a_poison_tap_stops_spinning_and_is_answered_politely(town: Town, poison: list[str]) -> None:
    await town.owner.says("您好")
    await town.owner.taps_data("boom")
    assert town.owner.toast == SORRY
    assert sorry(town) == 1
    await minutes_pass(town, 6)
    assert sorry(town) == 1
    assert ledger.failures(town.app.store) == [(4, True)]


async def test_what_was_poison_yesterday_is_handled_once_the_fault_is_mended(
    town: Town, poison: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    await town.owner.says("/boom")
    monkeypatch.setitem(conversations.spoken.COMMANDS, "/boom", lambda turn: turn.reply("you-are-welcome"))
    await minutes_pass(town, 3)
    assert town.owner.chat.texts.count(words("you-are-welcome")) == 1
    assert ledger.failures(town.app.store) == []


async def test_a_poison_timer_does_not_loop_and_holds_up_no_other(town: Town, poison: list[str]) -> None:
    case = await town.files()
    now, owner = town.clock(), town.owner.id
    with town.app.store.transaction() as book:
        person = book.person(owner)
        assert person is not None
        book.schedule(Timer("boom", "x", now, person.account, person.account))
    await town.passes(minutes=16)
    assert "remind" in [entry.what for entry in town.case(case.number).history]
    await minutes_pass(town, 10)
    assert len(poison) == 4
    assert ledger.failures(town.app.store) == [(4, True)]
    assert ledger.timers(town.app.store, "boom") == 0
    assert sorry(town) == 0, "they did not say anything"


async def test_poison_nobody_is_waiting_for_makes_no_echo(
    town: Town, poison: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that cannot be delivered, and whose report cannot be handled, must not beget another."""

    def die(turn: Turn) -> None:
        raise Poison

    monkeypatch.setattr(groups, "undeliverable", die)
    await town.owner.says("您好")
    town.owner.chat.blocked = True
    await town.owner.says("您好")
    assert len(ledger.failures(town.app.store)) == 1
    await minutes_pass(town, 5)
    assert ledger.failures(town.app.store) == [(4, True)]
    assert ledger.outbox(town.app.store)["failed"] == 1


async def test_what_the_sdk_cannot_read_is_parked_and_the_next_is_handled(town: Town) -> None:
    body = {"message": {"message_id": 7, "from": {"id": 1001}, "chat": {"id": 1001, "type": 5}, "date": "?"}}
    await town.rests(town.telegram.deliver(body))
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    assert town.owner.last.shows("确认提交")
    assert len(ledger.failures(town.app.store)) == 1
