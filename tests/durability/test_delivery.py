"""Messages on their way: what has to wait waits, what cannot arrive becomes a task, order is kept."""

from datetime import timedelta

import pytest

from bot.channels.base import Pace
from bot.pace import Paces
from core import conversations
from core.chat import Address, Say, text
from core.turn import Turn
from tests.durability import ledger
from tests.durability.office import difficult
from tests.durability.words import words
from tests.fakes.botapi import faults
from tests.fakes.botapi.faults import Refusal
from tests.town import LEAK, MORNING, Town

SUPERGROUP = -1_000_000_004_002


async def wait(town: Town, **span: float) -> None:
    """Some time passes for the sender alone."""
    town.clock.move_to(town.clock() + timedelta(**span))
    await town.comes_to_rest()


async def test_telegrams_wish_to_be_left_alone_is_respected_and_other_chats_go_on(town: Town) -> None:
    town.telegram.next(faults.too_many(30), "sendMessage")
    seen = len(town.owner.chat.said)
    await town.owner.says("您好")
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    await town.husband.says("您好")
    assert len(town.owner.chat.said) == seen
    assert town.husband.last.shows("望江花园")
    await wait(town, seconds=28)
    assert len(town.owner.chat.said) == seen
    await wait(town, seconds=3)
    greeting, readback = town.owner.chat.said[seen:]
    assert greeting.shows("望江花园")
    assert readback.shows("确认提交")


@pytest.mark.parametrize("fault", [faults.server_error(), faults.drops(), faults.gibberish()])
async def test_a_stumbling_telegram_is_asked_again_and_shows_it_once(town: Town, fault: faults.Fault) -> None:
    town.telegram.next(fault, "sendMessage", times=2)
    seen = len(town.owner.chat.said)
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    assert len(town.owner.chat.said) == seen
    await wait(town, seconds=4)
    await wait(town, seconds=4)
    (readback,) = town.owner.chat.said[seen:]
    assert readback.shows("确认提交")


async def test_an_answer_that_got_lost_shows_the_message_twice_at_worst(town: Town) -> None:
    town.telegram.next(faults.loses_answer(), "sendMessage")
    seen = len(town.owner.chat.said)
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    await wait(town, seconds=4)
    assert [message.shows("确认提交") for message in town.owner.chat.said[seen:]] == [True, True]
    await town.owner.taps("确认提交", town.owner.chat.said[seen])
    await town.owner.taps("确认提交", town.owner.chat.said[seen + 1])
    assert len(ledger.numbers(town.app.store)) == 1


async def test_an_owner_who_blocked_us_is_put_on_the_desks_call_list(town: Town) -> None:
    case = await town.files()
    town.owner.chat.blocked = True
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert ledger.tasks(town.app.store) == ["undeliverable"]
    assert town.desk.last.shows(case.number, words("called"))
    await town.zhang.taps("到场")
    assert ledger.tasks(town.app.store) == ["undeliverable"]


async def test_an_owner_who_says_that_they_block_us_is_called_until_they_come_back(town: Town) -> None:
    case = await town.files()
    await town.rests(town.owner.user.blocks())
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.desk.last.shows(case.number, words("called"))
    assert not difficult(town).refusals
    await town.owner.starts()
    await town.zhang.taps("到场")
    assert town.owner.last.shows(case.number, "到场")


@pytest.mark.parametrize("told", ["by-update", "by-refusal", "by-both"])
async def test_a_group_that_became_a_supergroup_gets_its_cards_in_the_new_one(town: Town, told: str) -> None:
    group = town.group("engineering")
    new = town.telegram.group(SUPERGROUP, group.title)
    if told != "by-update":
        group.moved_to = SUPERGROUP
        await town.files()
        assert new.last_card.shows("接单")
    if told != "by-refusal":
        await town.rests(town.telegram.migrates(group, SUPERGROUP, town.zhang.user))
    new = town.telegram.chats[SUPERGROUP]
    case = await town.files("厨房灯不亮了", "3-1-801", by=town.husband)
    assert case.number in new.last_card.text
    assert [row.place for row in ledger.rows(town.app.store, _ENGINEERING)] == [f"telegram:{SUPERGROUP}"]
    await town.zhang.at(new).taps("接单")
    assert town.case(case.number).handler == town.zhang.id


_ENGINEERING = "SELECT place FROM groups WHERE department = 'engineering'"


async def test_a_late_tap_from_the_group_that_moved_is_answered_in_the_new_one(town: Town) -> None:
    group = town.group("engineering")
    await town.files()
    town.telegram.group(SUPERGROUP, group.title)
    group.moved_to = SUPERGROUP
    for _ in range(2):  # the second time, everybody knows already
        await town.zhang.at(group).says("/bind")
    assert len(town.telegram.chats[SUPERGROUP].said) >= 2
    assert ledger.outbox(town.app.store)["waiting"] == 0


async def test_a_message_nobody_can_put_into_words_harms_only_itself(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def passes() -> None:
        for _ in range(8):
            await wait(town, minutes=3)

    monkeypatch.setitem(conversations.spoken.COMMANDS, "/boom", _speak_gibberish)
    await town.owner.says("/boom")
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    await passes()
    assert town.owner.last.shows("确认提交")
    assert ledger.outbox(town.app.store) == {
        "sent": sum(ledger.outbox(town.app.store).values()) - 1,
        "failed": 1,
    }
    assert ledger.tasks(town.app.store) == ["undeliverable"]


def _speak_gibberish(turn: Turn) -> None:
    turn.say(turn.event.place, Say(text("filed", number=None)), turn.language)  # type: ignore[arg-type]


async def test_a_message_nobody_can_read_any_more_does_not_hold_up_the_others(town: Town) -> None:
    waiting = (
        "INSERT INTO outbox (address, language, say, slot, subject, created, state, tries, message, error)"
    )
    values = " VALUES ('telegram:1002', 'zh-Hans', '[\"of an older release\"]', '', '', :now, 'waiting', 0, '', '')"
    with town.app.store.engine.begin() as conn:
        conn.exec_driver_sql(waiting + values.replace(":now", "'2026-11-17 02:00:00'"))
    await town.owner.says("您好")
    await town.husband.says("您好")
    assert town.owner.last.shows("望江花园")
    assert town.husband.last.shows("望江花园")
    assert ledger.outbox(town.app.store)["failed"] == 1


# cards


async def test_of_a_card_that_has_to_wait_only_the_newest_state_is_shown(town: Town) -> None:
    case = await town.files()
    group = town.group("engineering")
    card, edits = group.last_card, len(_edits(town, group.id))
    difficult(town).refusals[group.id] = Refusal(429, "Too Many Requests: retry after 60", retry_after=60)
    zhang = town.zhang.at(group)
    await zhang.taps("接单", card)
    await town.zhang.taps("到场")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了软管")
    await town.zhang.taps("免费")
    del difficult(town).refusals[group.id]
    assert card.shows("接单")
    await wait(town, seconds=61)
    assert card.shows(case.number)
    assert words("state-replied") in card.text
    assert len(_edits(town, group.id)) == edits + 1 + 1  # one was refused, one shown
    assert ledger.outbox(town.app.store)["dropped"] >= 2


async def test_a_new_card_is_shown_with_its_pictures_though_it_changed_while_it_waited(town: Town) -> None:
    group = town.group("engineering")
    difficult(town).refusals[group.id] = Refusal(429, "Too Many Requests: retry after 60", retry_after=60)
    await town.owner.sends_photo(f"3-2-1201 {LEAK} 13800138000")
    await town.owner.taps("确认提交")
    await town.owner.says("水已经流到客厅了")
    del difficult(town).refusals[group.id]
    await wait(town, seconds=61)
    assert "流到客厅" in group.last_card.text
    assert [message.type for message in group.said].count("photo") == 1


@pytest.mark.sop("RE-5")
async def test_a_second_round_is_announced_below_though_its_card_changed_while_it_waited(town: Town) -> None:
    case = await town.files_and_repairs()
    group = town.group("engineering")
    old = group.last_card if group.said[-1].rows else group.last
    difficult(town).refusals[group.id] = Refusal(429, "Too Many Requests: retry after 60", retry_after=60)
    await town.owner.taps("不满意")
    await town.owner.says("又漏了")
    del difficult(town).refusals[group.id]
    await wait(town, seconds=61)
    assert group.last_card.shows("接单")
    assert "第2次处理" in group.last_card.text
    assert "又漏了" in group.last_card.text
    assert group.last_card.id > old.id, "an edit rings nobody's telephone"
    assert case.number in group.last_card.text


def _edits(town: Town, chat: int) -> list[object]:
    return [call for call in town.telegram.called("editMessageText") if call.params["chat_id"] == str(chat)]


# giving up, pace


async def test_what_cannot_be_delivered_for_a_day_is_given_up_and_becomes_a_task(town: Town) -> None:
    case = await town.files()
    difficult(town).refusals[town.owner.chat.id] = Refusal(500, "Internal Server Error")
    await town.zhang.at(town.group("engineering")).taps("接单")
    await wait(town, hours=23)
    assert ledger.tasks(town.app.store) == []
    await wait(town, hours=1, minutes=5)
    assert ledger.tasks(town.app.store) == ["undeliverable"]
    assert town.desk.last.shows(case.number, words("called"))
    assert ledger.outbox(town.app.store)["failed"] == 1
    assert ledger.outbox(town.app.store)["waiting"] == 0


def test_a_group_is_spoken_to_no_faster_than_telegram_bears() -> None:
    paces = Paces({"telegram": Pace(total=30, chat=1, group=20 / 60)})
    group, owner = Address("telegram", "-4002"), Address("telegram", "1001")
    waits = [paces.wait(group, True, MORNING).total_seconds() for _ in range(10)]
    assert waits == pytest.approx([3 * i for i in range(10)])
    assert paces.wait(owner, False, MORNING) == timedelta()
    later = MORNING + timedelta(minutes=5)
    assert paces.wait(group, True, later) == timedelta()
