"""What happens on Telegram, and the event it becomes; over HTTP, with the real SDK, both ways of listening."""

import pytest

from core.chat import Address, What
from tests.fakes.botapi import USERNAME, BotApi
from tests.fakes.botapi.harness import polling, webhook

BOTH = pytest.mark.parametrize("listening", [polling, webhook])
WANG = Address("telegram", "1001")


@BOTH
async def test_a_private_word(listening):
    async with BotApi() as telegram, listening(telegram) as bot:
        wang = telegram.user(1001, "王小明", language="zh-hans")
        update = wang.says("厨房漏水")
        await update
        event = bot.ear.last
        assert event.key == f"telegram:7000000001:{update.id}"
        assert (event.account, event.place, event.private) == (WANG, WANG, True)
        assert (event.what, event.text, event.name, event.language) == (
            What.MESSAGE,
            "厨房漏水",
            "王小明",
            "zh-hans",
        )
        assert event.at.tzinfo is not None
        assert event.message == "1"
        assert not event.unreadable


@BOTH
async def test_start_brings_the_payload_of_a_link(listening):
    async with BotApi() as telegram, listening(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        await wang.presses_start("invite_7Yq-x")
        assert (bot.ear.last.text, bot.ear.last.start) == ("/start", "invite_7Yq-x")
        await wang.presses_start()
        assert (bot.ear.last.text, bot.ear.last.start) == ("/start", "")


async def test_commands_stay_as_words_and_other_bots_are_not_answered_for():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        group = telegram.group(-200, "工程部", [wang])
        await wang.says(f"/mine@{USERNAME.upper()}", at=group)
        assert bot.ear.last.text == "/mine"
        await wang.says(f"/bind@{USERNAME} engineering", at=group)
        assert bot.ear.last.text == "/bind engineering"
        await wang.says("/mine@another_bot", at=group)
        await wang.says("/help 人工", at=group)
        assert [e.text for e in bot.ear.events] == ["/mine", "/bind engineering", "/help 人工"]


async def test_a_word_in_a_group_knows_who_where_and_what_it_answers():
    async with BotApi() as telegram, polling(telegram) as bot:
        li = telegram.user(2002, "李师傅", started=True)
        group = telegram.group(-200, "工程部", [li])
        card = await bot.says(-200, "工单 WJ-20261121-0007", ("接单",))
        await li.says("缺料", at=group, reply_to=group.last)
        event = bot.ear.last
        assert (event.account.chat, event.place.chat, event.private) == ("2002", "-200", False)
        assert (event.reply_to, event.group_name) == (card, "工程部")


@BOTH
async def test_a_tap(listening):
    async with BotApi() as telegram, listening(telegram) as bot:
        li = telegram.user(2002, "李师傅")
        group = telegram.group(-200, "工程部", [li])
        card = await bot.says(-200, "工单", ("接单", "转单"))
        await li.taps("接单", at=group)
        event = bot.ear.last
        assert (event.what, event.act, event.message) == (What.TAP, "接单", card)
        assert (event.account.chat, event.place.chat, event.group_name) == ("2002", "-200", "工程部")
        assert event.tap in telegram.taps


async def test_a_tap_on_a_message_too_old_to_be_shown_still_counts():
    async with BotApi() as telegram, polling(telegram) as bot:
        await telegram.user(1001, "王小明").taps_old("rate:WJ-1:5", message_id=17)
        assert (bot.ear.last.act, bot.ear.last.message, bot.ear.last.place) == ("rate:WJ-1:5", "17", WANG)


@BOTH
async def test_a_tap_without_a_chat_is_answered_and_is_no_event(listening):
    async with BotApi() as telegram, listening(telegram) as bot:
        await telegram.user(1001, "王小明").taps_data("x", message=None)
        await telegram.wait_for(lambda: None not in telegram.taps.values())
        assert bot.ear.events == []


@pytest.mark.parametrize(
    ("type_", "kind", "ref"),
    [
        ("photo", "photo", "PHOTO-1_x"),
        ("voice", "voice", "VOICE-1_x"),
        ("audio", "voice", "audio:AUDIO-1_x"),
        ("video", "video", "VIDEO-1_x"),
        ("video_note", "video", "video_note:VIDEO_NOTE-1_x"),
        ("animation", "video", "animation:ANIMATION-1_x"),
        ("document", "document", "DOCUMENT-1_x"),
    ],
)
@pytest.mark.sop("IN-1")
async def test_files_of_every_type(type_, kind, ref):
    async with BotApi() as telegram, polling(telegram) as bot:
        await telegram.user(1001, "王小明").sends_file(type_, caption="看这里", size=1234, name="a.bin")
        event = bot.ear.last
        (attached,) = event.attachments
        assert (attached.kind, attached.ref, attached.size, attached.channel) == (kind, ref, 1234, "telegram")
        assert attached.name == ("a.bin" if type_ in {"audio", "video", "animation", "document"} else "")
        assert (event.text, event.unreadable) == ("看这里", "")
        assert await bot.channel.fetch(attached) == b"bytes"


async def test_a_file_too_big_to_fetch_is_kept_and_marked():
    async with BotApi() as telegram, polling(telegram) as bot:
        await telegram.user(1001, "王小明").sends_file("video", size=20_000_001)
        assert bot.ear.last.unreadable == "too-big"
        assert bot.ear.last.attachments[0].kind == "video"


async def test_an_album_comes_in_parts_that_know_each_other():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        for caption in ("漏水", "", ""):
            await wang.sends_photo(caption, album="A1")
        assert [e.data["album"] for e in bot.ear.events] == ["A1"] * 3
        assert [e.text for e in bot.ear.events] == ["漏水", "", ""]


@pytest.mark.sop("IN-12")
async def test_only_ones_own_contact_is_a_phone():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", phone="+86 138-0013-8000")
        await wang.shares_contact()
        assert (bot.ear.last.phone, bot.ear.last.unreadable) == ("8613800138000", "")
        await wang.forwards_contact("+8613900139000", of=1002)
        assert (bot.ear.last.phone, bot.ear.last.unreadable) == ("", "foreign-contact")
        await wang.forwards_contact("+8613900139000")  # from an address book: nobody's account
        assert (bot.ear.last.phone, bot.ear.last.unreadable) == ("", "foreign-contact")


STICKER = {"width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}
PLACE = {"latitude": 39.9, "longitude": 116.4}
FLAGS = ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only")
POLL = {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "type": "regular"}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"sticker": STICKER | {"file_id": "s", "file_unique_id": "s"}}, "sticker"),
        ({"location": PLACE}, "location"),
        ({"venue": {"location": PLACE, "title": "门岗", "address": "1"}, "location": PLACE}, "venue"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "dice"),
        ({"poll": POLL | dict.fromkeys(FLAGS, False)}, "poll"),
        ({"something_new": {"a": 1}}, "other"),
    ],
)
async def test_what_we_cannot_use_is_called_by_its_name(fields, kind):
    async with BotApi() as telegram, polling(telegram) as bot:
        await telegram.user(1001, "王小明").sends(**fields)
        assert bot.ear.last.unreadable == kind


async def test_a_changed_message_is_an_event_of_its_own():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        await wang.says("3栋漏税")
        first = bot.ear.last
        await wang.edits("3栋漏水")
        assert (bot.ear.last.what, bot.ear.last.text) == (What.EDITED, "3栋漏水")
        assert bot.ear.last.message == first.message
        assert bot.ear.last.key != first.key


async def test_a_live_location_does_not_speak_at_every_step():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        await wang.sends(location=PLACE | {"live_period": 900})
        moved = wang.chat.messages[-1].raw() | {"edit_date": 1_800_000_000}
        await telegram.deliver({"edited_message": moved})
        assert [e.unreadable for e in bot.ear.events] == ["location"]


async def test_blocking_the_bot_and_putting_it_out_of_a_group():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        group = telegram.group(-200, "工程部", [wang])
        await wang.blocks()
        assert (bot.ear.last.what, bot.ear.last.place, bot.ear.last.account) == (What.STOPPED, WANG, WANG)
        await wang.throws_out_of(group)
        assert (bot.ear.last.what, bot.ear.last.place.chat) == (What.STOPPED, "-200")


async def test_a_group_that_becomes_a_supergroup_moves_once():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        await telegram.migrates(telegram.group(-200, "工程部"), to=-1_000_000_000_200, by=wang)
        await wang.says("在吗")
        moved, _ = bot.ear.events
        assert (moved.what, moved.place.chat, moved.text) == (What.MOVED, "-200", "-1000000000200")


async def test_what_nobody_said_is_confirmed_and_forgotten():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        group = telegram.group(-200, "工程部", [wang])
        await telegram.wait_for(lambda: telegram.delivery.allowed)
        telegram.delivery.allowed = []  # even if Telegram sent what we did not ask for
        await wang.sends(group, new_chat_title="工程一部")
        await wang.sends(group, new_chat_members=[wang.raw()])
        channel = {"id": -300, "type": "channel", "title": "公告"}
        post = {"message_id": 1, "date": 1, "chat": channel, "text": "停水通知"}
        await telegram.deliver({"channel_post": post})
        await telegram.deliver({"message": post})
        await telegram.deliver({"message": post | {"from": telegram.bot_raw()}})
        assert bot.ear.events == []


@BOTH
async def test_an_update_the_sdk_cannot_read_is_kept_whole_and_harms_no_other(listening):
    async with BotApi() as telegram, listening(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        telegram.delivery.held = True
        before = wang.says("第一句")
        broken = wang.sends(text="第二句", photo="not a list of photos")
        after = wang.says("第三句")
        telegram.delivery.release()
        for update in (before, broken, after):
            await update
        first, second, third = bot.ear.events
        assert (first.text, third.text) == ("第一句", "第三句")
        assert (second.unreadable, second.account, second.place) == ("unparsable", WANG, WANG)
        assert second.data["raw"] == broken.body
