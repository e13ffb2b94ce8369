"""How updates reach us: nothing is confirmed before it is kept, nothing is lost, nothing is handled twice."""

import asyncio
from io import BytesIO

import aiohttp
import pytest

from bot.channels.base import Answer
from bot.channels.telegram.webhook import secret_for
from tests.fakes.botapi import TOKEN, BotApi, faults
from tests.fakes.botapi.harness import polling, webhook

BOTH = pytest.mark.parametrize("listening", [polling, webhook])
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def words(bot):
    return [event.text for event in bot.ear.events]


@BOTH
async def test_nothing_is_confirmed_before_it_is_kept(listening):
    async with BotApi() as telegram, listening(telegram) as bot:
        bot.ear.open.clear()
        update = telegram.user(1001, "王小明").says("漏水")
        await bot.ear.entered.wait()
        assert not update.done.is_set()
        bot.ear.open.set()
        await update
        assert words(bot) == ["漏水"]


@BOTH
async def test_what_could_not_be_kept_comes_again(listening):
    async with BotApi() as telegram, listening(telegram) as bot:
        bot.ear.deaf = 2
        await telegram.user(1001, "王小明").says("漏水")
        assert words(bot) == ["漏水"]
        assert len(bot.ear.keys) == 3


@BOTH
async def test_one_chat_that_cannot_be_kept_does_not_hold_up_another_nor_lose_its_order(listening):
    async with BotApi() as telegram, listening(telegram) as bot:
        wang, li = telegram.user(1001, "王小明"), telegram.user(1002, "李四")
        await telegram.wait_for(lambda: telegram.delivery.allowed)
        telegram.delivery.held = True
        bot.ear.deaf = 1
        updates = [wang.says("一"), li.says("甲"), wang.says("二"), li.says("乙")]
        telegram.delivery.release()
        for update in updates:
            await update
        assert [e.text for e in bot.ear.events if e.name == "王小明"] == ["一", "二"]
        assert [e.text for e in bot.ear.events if e.name == "李四"] == ["甲", "乙"]
        assert len(bot.ear.events) == 4


async def test_an_update_delivered_twice_has_the_same_key():
    async with BotApi() as telegram, webhook(telegram) as bot:
        telegram.delivery.repeats = 1
        update = telegram.user(1001, "王小明").says("漏水")
        await telegram.wait_for(lambda: len(update.statuses) == 2)
        assert (words(bot), bot.ear.repeated) == (["漏水"], 1)


async def test_updates_may_come_in_any_order():
    async with BotApi() as telegram, webhook(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        telegram.delivery.held = True
        updates = [wang.says("一"), wang.says("二")]
        telegram.delivery.release(backwards=True)
        for update in updates:
            await update
        assert sorted(words(bot)) == ["一", "二"]


@BOTH
@pytest.mark.parametrize("raising", [False, True])
async def test_every_tap_is_answered_even_when_nothing_came_of_it(listening, raising):
    async with BotApi() as telegram, listening(telegram) as bot:
        telegram.user(1001, "王小明", started=True)
        await bot.says(1001, "请确认", ("确认",))
        bot.ear.answer, bot.ear.deaf = Answer("已受理", alert=True), int(raising)
        await telegram.user(1001, "王小明").taps("确认")
        await telegram.wait_for(lambda: None not in telegram.taps.values())
        (answered,), (alert,) = telegram.taps.values(), telegram.alerts.values()
        assert (answered, alert) == (("", False) if raising else ("已受理", True))


async def test_by_webhook_the_answer_to_a_tap_needs_no_call_of_its_own():
    async with BotApi() as telegram, webhook(telegram) as bot:
        telegram.user(1001, "王小明", started=True)
        await bot.says(1001, "请确认", ("确认",))
        bot.ear.answer = Answer("长" * 300)
        await telegram.user(1001, "王小明").taps("确认")
        assert telegram.called("answerCallbackQuery") == []
        assert list(telegram.taps.values()) == ["长" * 200]


async def test_a_tap_answered_too_late_is_no_failure(capsys):
    async with BotApi() as telegram, polling(telegram) as bot:
        telegram.user(1001, "王小明", started=True)
        await bot.says(1001, "请确认", ("确认",))
        telegram.next(
            faults.bad_request("QUERY IS TOO OLD and response timeout expired"), "answerCallbackQuery"
        )
        await telegram.user(1001, "王小明").taps("确认")
        await telegram.wait_for(lambda: telegram.called("answerCallbackQuery"))
        await telegram.settled()
        assert "unanswered" not in capsys.readouterr().out


# polling


async def test_polling_asks_for_what_it_needs_and_throws_nothing_away():
    async with BotApi() as telegram:
        waiting = telegram.user(1001, "王小明").says("你们在吗")
        telegram.delivery.url = "https://old.example/hook"
        async with polling(telegram) as bot:
            await waiting
            assert words(bot) == ["你们在吗"]
        assert telegram.dropped == 0
        asked = telegram.called("getUpdates")[0].params
        assert asked["allowed_updates"] == ["message", "edited_message", "callback_query", "my_chat_member"]
        assert asked["timeout"] >= 30


@pytest.mark.parametrize(
    "fault",
    [faults.server_error(), faults.drops(), faults.too_many(0), faults.gibberish(), faults.loses_answer()],
)
async def test_polling_goes_on_after_any_trouble(fault):
    async with BotApi() as telegram:
        telegram.next(fault, "getMe")
        telegram.next(fault, "deleteWebhook")
        telegram.next(fault, "getUpdates", times=3)
        async with polling(telegram) as bot:
            await telegram.user(1001, "王小明").says("漏水")
            assert words(bot) == ["漏水"]


async def test_two_processes_that_poll_for_one_bot_are_told_apart_from_a_bad_line(capsys):
    async with BotApi() as telegram, polling(telegram) as bot:
        await telegram.wait_for(lambda: telegram.called("getUpdates"))
        async with aiohttp.ClientSession() as other:
            await other.post(f"{telegram.url}/bot{TOKEN}/getUpdates", json={"timeout": 0})
        await telegram.user(1001, "王小明").says("漏水")
        assert words(bot) == ["漏水"]
        assert "somebody else asks for this bot's updates" in capsys.readouterr().out


async def test_a_wrong_token_is_said_in_words_that_help_and_without_the_token(capsys):
    async with BotApi(token="7000000001:the_right_one_is_this") as telegram:
        real, telegram.token = telegram.token, TOKEN
        async with polling(telegram):
            telegram.token = real
            await telegram.wait_for(lambda: telegram.called("getMe") or telegram.called("getUpdates"))
            await telegram.wait_for(lambda: any(call.status == 401 for call in telegram.calls))
    out = capsys.readouterr().out
    assert "BIHUAN_TELEGRAM_TOKEN" in out
    assert TOKEN not in out


async def test_stopping_finishes_what_was_received():
    async with BotApi() as telegram:
        async with polling(telegram) as bot:
            bot.ear.open.clear()
            telegram.user(1001, "王小明").says("漏水")
            await bot.ear.entered.wait()
            asyncio.get_running_loop().call_soon(bot.ear.open.set)
        assert words(bot) == ["漏水"]


# webhook


async def test_the_webhook_is_set_with_a_secret_made_from_the_token():
    async with BotApi() as telegram, webhook(telegram) as bot:
        (call,) = telegram.called("setWebhook")
        assert call.params["url"] == f"{bot.url}/telegram"
        assert call.params["secret_token"] == secret_for(TOKEN)
        assert TOKEN not in secret_for(TOKEN)
        assert "drop_pending_updates" not in call.params
        assert call.params["allowed_updates"] == [
            "message",
            "edited_message",
            "callback_query",
            "my_chat_member",
        ]


async def test_a_secret_of_ones_own():
    async with BotApi() as telegram, webhook(telegram, secret="my-own-secret"):
        assert telegram.delivery.secret == "my-own-secret"


async def test_the_webhook_is_set_again_and_again_until_telegram_takes_it():
    async with BotApi() as telegram:
        telegram.next(faults.server_error(), "setWebhook", times=2)
        async with webhook(telegram) as bot:
            await telegram.user(1001, "王小明").says("漏水")
            assert words(bot) == ["漏水"]


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, b'{"update_id": 1}', 403),
        ({HEADER: "guess"}, b'{"update_id": 1}', 403),
        ({HEADER: "密码".encode().decode("latin-1")}, b'{"update_id": 1}', 403),
        ({HEADER: secret_for(TOKEN)}, b"not json", 400),
        ({HEADER: secret_for(TOKEN)}, b"[]", 400),
        ({HEADER: secret_for(TOKEN)}, b'{"update_id": "one"}', 400),
        ({HEADER: secret_for(TOKEN)}, b'{"update_id": 1, "x": "' + b"x" * 2_000_000 + b'"}', 400),
        ({HEADER: secret_for(TOKEN)}, b'{"update_id": 1}', 200),
    ],
)
async def test_the_webhook_listens_to_telegram_alone(headers, body, status):
    async with BotApi() as telegram, webhook(telegram) as bot, aiohttp.ClientSession() as stranger:
        async with stranger.post(f"{bot.url}/telegram", data=BytesIO(body), headers=headers) as answer:
            assert answer.status == status
        assert bot.ear.events == []


async def test_the_webhook_answers_500_when_nothing_could_be_kept():
    async with BotApi() as telegram, webhook(telegram) as bot:
        bot.ear.deaf = 1
        update = telegram.user(1001, "王小明").says("漏水")
        await update
        assert update.statuses == [500, 200]


async def test_without_a_public_address_nothing_is_served():
    async with BotApi() as telegram, polling(telegram) as bot:
        assert list(bot.channel.routes()) == []


# the menu of commands


async def test_commands_are_registered_per_language_and_scope():
    commands = [
        ("all_private_chats", "", [("start", "开始"), ("mine", "我的工单")]),
        ("all_private_chats", "en", [("start", "Start"), ("mine", "My cases")]),
        ("all_private_chats", "zh-hant", [("start", "開始")]),  # Telegram takes two letters only
        ("all_group_chats", "", [("bind", "绑定部门群")]),
    ]
    async with BotApi() as telegram:
        telegram.next(faults.server_error(), "setMyCommands")
        async with polling(telegram, commands=commands):
            await telegram.wait_for(lambda: telegram.menu_button == "commands")
        assert telegram.commands == {
            ("all_private_chats", ""): {"start": "开始", "mine": "我的工单"},
            ("all_private_chats", "en"): {"start": "Start", "mine": "My cases"},
            ("all_group_chats", ""): {"bind": "绑定部门群"},
        }


async def test_the_pace_is_telegrams_unless_the_server_is_ones_own():
    async with BotApi() as telegram:
        async with polling(telegram) as bot:
            assert (bot.channel.pace.total, bot.channel.pace.chat) == (30, 1)
            assert bot.channel.pace.group * 60 == pytest.approx(20)
        async with polling(telegram, pace=False) as bot:
            assert bot.channel.pace.total == bot.channel.pace.chat == bot.channel.pace.group == 0


async def test_requests_are_json():
    async with BotApi() as telegram, polling(telegram) as bot:
        telegram.user(1001, "王小明", started=True)
        await bot.says(1001, "您好", ("好",))
        (call,) = telegram.called("sendMessage")
        assert call.json
        assert call.params["reply_markup"] == {"inline_keyboard": [[{"text": "好", "callback_data": "好"}]]}
