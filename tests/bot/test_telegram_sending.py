"""What people see on Telegram of what the program shows."""

import pytest

from bot.channels.base import Moved, TryAgain, Undeliverable
from bot.channels.telegram import files, sending
from bot.channels.telegram.errors import plain
from core.chat import Address
from tests.fakes.botapi import TOKEN, BotApi, faults
from tests.fakes.botapi.harness import file, polling

MENU = (("投诉", "报修"), ("咨询", "我的工单"))


async def photo(telegram, type_="photo", name=""):
    return file(telegram.files.keep(type_, name=name)["file_id"], type_)


async def test_words_and_buttons():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", started=True)
        message = await bot.says(1001, "请确认", ("确认",), ("修改", "取消"))
        assert wang.chat.last.shows("请确认", "确认", "修改", "取消")
        assert [len(row) for row in wang.chat.last.rows] == [1, 2]
        assert message == str(wang.chat.last.id)
        assert wang.chat.last.keyboard == []


async def test_the_menu_is_offered_in_private_and_gives_way_to_buttons():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang, group = telegram.user(1001, "王小明", started=True), telegram.group(-200, "工程部")
        await bot.says(1001, "您好", menu=MENU)
        assert wang.chat.last.keyboard == [["投诉", "报修"], ["咨询", "我的工单"]]
        sent = telegram.called("sendMessage")[-1].params["reply_markup"]
        assert (sent["resize_keyboard"], sent["is_persistent"]) == (True, True)
        await bot.says(1001, "请确认", ("确认",), menu=MENU)
        assert (wang.chat.last.buttons, wang.chat.last.keyboard) == (["确认"], [])
        await bot.says(-200, "大家好", menu=MENU)
        assert group.last.keyboard == []


async def test_a_card_is_edited_where_it_stands():
    async with BotApi() as telegram, polling(telegram) as bot:
        group = telegram.group(-200, "工程部")
        card = await bot.says(-200, "待接单", ("接单",))
        assert await bot.says(-200, "李师傅已接单", ("到场",), edit=card) == card
        assert (group.texts, group.last.buttons, group.last.edits) == (["李师傅已接单"], ["到场"], 1)


async def test_an_edit_that_changes_nothing_is_a_success():
    async with BotApi() as telegram, polling(telegram) as bot:
        telegram.group(-200, "工程部")
        card = await bot.says(-200, "待接单", ("接单",))
        assert await bot.says(-200, "待接单", ("接单",), edit=card) == card
        telegram.next(faults.bad_request("MESSAGE IS NOT MODIFIED"), "editMessageText")
        assert await bot.says(-200, "别的", edit=card) == card


async def test_a_card_that_is_gone_is_shown_anew():
    async with BotApi() as telegram, polling(telegram) as bot:
        group = telegram.group(-200, "工程部")
        card = await bot.says(-200, "待接单", ("接单",))
        group.last.deleted = True
        anew = await bot.says(-200, "已接单", edit=card)
        assert anew != card
        assert group.texts == ["已接单"]
        telegram.next(faults.bad_request("message can't be edited"), "editMessageText")
        assert await bot.says(-200, "已到场", edit=anew) != anew


@pytest.mark.parametrize("line", ["漏水了。", "漏水了。\n", "🛠", "🛠水\n"])
async def test_long_words_go_in_parts_and_the_last_has_the_buttons(line):
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", started=True)
        text = (line * 4000)[:9000].rstrip()
        message = await bot.says(1001, text, ("确认",))
        assert "".join(wang.chat.texts).replace("\n", "") == text.replace("\n", "")
        assert [bool(m.buttons) for m in wang.chat.said] == [False] * (len(wang.chat.said) - 1) + [True]
        assert message == str(wang.chat.last.id)


def test_a_text_is_cut_between_lines_where_it_can_be():
    assert sending.split("a" * 3000 + "\n" + "b" * 3000) == ["a" * 3000, "b" * 3000]
    assert sending.split("a" * 4096) == ["a" * 4096]
    assert [len(part) for part in sending.split("a" * 4097)] == [4096, 1]
    assert sending.split("") == [""]


async def test_a_card_too_long_to_be_edited_is_shown_anew():
    async with BotApi() as telegram, polling(telegram) as bot:
        group = telegram.group(-200, "工程部")
        card = await bot.says(-200, "待接单", ("接单",))
        assert await bot.says(-200, "长" * 5000, ("到场",), edit=card) == str(group.last.id)
        assert [m.buttons for m in group.said] == [["接单"], [], ["到场"]]


async def test_pictures_follow_the_words_in_albums_of_ten():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", started=True)
        media = tuple([await photo(telegram) for _ in range(11)] + [await photo(telegram, "video")])
        message = await bot.says(1001, "看", ("好",), media=media)
        assert message == str(wang.chat.said[0].id)
        assert [m.type for m in wang.chat.said] == ["text"] + ["photo"] * 11 + ["video"]
        assert [len(call.params["media"]) for call in telegram.called("sendMediaGroup")] == [10, 2]


async def test_voices_and_documents_go_each_by_itself_and_as_what_they_are():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", started=True)
        for type_ in ("audio", "video_note", "animation"):
            await wang.sends_file(type_)
        media = [event.attachments[0] for event in bot.ear.events]
        media += [await photo(telegram, "voice"), await photo(telegram, "document"), await photo(telegram)]
        await bot.says(1001, "看", media=tuple(media))
        sent = sorted(m.type for m in wang.chat.said)
        assert sent == sorted(["text", "audio", "video_note", "animation", "voice", "document", "photo"])


async def test_an_edit_sends_no_picture_twice():
    async with BotApi() as telegram, polling(telegram) as bot:
        group = telegram.group(-200, "工程部")
        media = (await photo(telegram),)
        card = await bot.says(-200, "待接单", media=media)
        await bot.says(-200, "已接单", media=media, edit=card)
        assert [m.type for m in group.said] == ["text", "photo"]


async def test_one_bad_picture_is_left_out_and_nothing_starts_over():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", started=True)
        media = (await photo(telegram), file("GONE"), await photo(telegram))
        await bot.says(1001, "三张照片", ("好",), media=media)
        assert [m.type for m in wang.chat.said] == ["text", "photo", "photo"]
        assert len(telegram.called("sendMessage")) == 1


async def test_a_picture_that_has_to_wait_is_waited_for_and_the_words_are_not_said_again():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", started=True)
        telegram.next(faults.too_many(1), "sendPhoto")
        await bot.says(1001, "一张照片", media=(await photo(telegram),))
        assert [m.type for m in wang.chat.said] == ["text", "photo"]
        assert len(telegram.called("sendPhoto")) == 2


async def test_files_of_another_platform_go_up_as_bytes_or_are_left_out():
    class Disk(dict):
        def get(self, ref):
            if ref == "WX4":
                raise OSError("the disk is gone")
            return super().get(ref)

    async with BotApi() as telegram, polling(telegram) as bot:
        bot.ear.files = Disk({"WX1": b"jpeg", "WX2": b"amr"})
        wang = telegram.user(1001, "王小明", started=True)
        files = [file("WX1", "photo", "wechat", "门口.jpg"), file("WX2", "voice", "wechat", "录音.amr")]
        files += [file("WX3", "photo", "wechat"), file("WX4", "photo", "wechat")]
        await bot.says(1001, "看", media=tuple(files))
        text, picture, voice = wang.chat.said
        assert (text.type, picture.type, voice.type) == ("text", "photo", "document")  # no AMR as a voice
        assert telegram.files.get(picture.fields["photo"][1]["file_id"]).content == b"jpeg"
        kept = telegram.files.get(voice.fields["document"]["file_id"])
        assert (kept.content, kept.name) == (b"amr", "录音.amr")


async def test_albums_of_bytes_go_up():
    async with BotApi() as telegram, polling(telegram) as bot:
        bot.ear.files = {f"W{i}": f"W{i}".encode() for i in range(3)}
        wang = telegram.user(1001, "王小明", started=True)
        await bot.says(1001, "看", media=tuple(file(f"W{i}", channel="wecom") for i in range(3)))
        ids = [m.fields["photo"][1]["file_id"] for m in wang.chat.said[1:]]
        assert [telegram.files.get(id_).content for id_ in ids] == [b"W0", b"W1", b"W2"]
        assert len(telegram.called("sendMediaGroup")) == 1


async def test_files_of_another_platform_are_left_out_where_nobody_keeps_bytes():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", started=True)
        await bot.says(1001, "看", media=(file("WX1", "photo", "wechat"),))
        assert wang.chat.texts == ["看"]


async def refused(bot, error, to=1001):
    with pytest.raises(error) as caught:
        await bot.says(to, "您好")
    assert TOKEN not in str(caught.value) + repr(caught.value) + repr(caught.value.__cause__)
    return caught.value


async def test_what_telegram_says_no_to_for_good():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明")
        assert "can't initiate" in str(await refused(bot, Undeliverable))
        wang.chat.started = wang.chat.blocked = True
        assert "blocked" in str(await refused(bot, Undeliverable))
        assert "hat not found" in str(await refused(bot, Undeliverable, to=4004))
        telegram.group(-200, "工程部").kicked = True
        assert "kicked" in str(await refused(bot, Undeliverable, to=-200))


async def test_a_text_or_a_button_telegram_does_not_take_is_undeliverable():
    async with BotApi() as telegram, polling(telegram) as bot:
        telegram.user(1001, "王小明", started=True)
        with pytest.raises(Undeliverable, match=r"(?i)text is empty"):
            await bot.says(1001, " ")
        with pytest.raises(Undeliverable, match=r"(?i)button_data_invalid"):
            await bot.says(1001, "您好", ("钮" * 22,))


async def test_what_may_work_later():
    async with BotApi() as telegram, polling(telegram) as bot:
        telegram.user(1001, "王小明", started=True)
        for fault in (faults.server_error(), faults.server_error(502), faults.drops(), faults.gibberish()):
            telegram.next(fault, "sendMessage")
            assert (await refused(bot, TryAgain)).after is None
        telegram.next(faults.too_many(37), "sendMessage")
        assert (await refused(bot, TryAgain)).after.total_seconds() == 37


async def test_nobody_answering_at_all_may_work_later():
    async with BotApi() as telegram, polling(telegram) as bot:
        telegram.user(1001, "王小明", started=True)
        await telegram.stop()
        await refused(bot, TryAgain)


async def test_silence_is_not_waited_for_for_ever(monkeypatch):
    from bot.channels.telegram import request

    monkeypatch.setattr(request, "READ", 0.05)
    async with BotApi() as telegram, polling(telegram) as bot:
        telegram.user(1001, "王小明", started=True)
        telegram.next(faults.hangs(), "sendMessage")
        await refused(bot, TryAgain)


async def test_a_message_whose_answer_was_lost_is_tried_again_rather_than_lost():
    async with BotApi() as telegram, polling(telegram) as bot:
        wang = telegram.user(1001, "王小明", started=True)
        telegram.next(faults.loses_answer(), "sendMessage")
        await refused(bot, TryAgain)
        await bot.says(1001, "您好")
        assert wang.chat.texts == ["您好", "您好"]  # twice, never not at all


async def test_a_group_that_moved_tells_its_new_address():
    async with BotApi() as telegram, polling(telegram) as bot:
        telegram.group(-200, "工程部").moved_to = -1_000_000_000_200
        moved = await refused(bot, Moved, to=-200)
        assert moved.to == Address("telegram", "-1000000000200")
        telegram.next(faults.migrated(-5), "sendMessage")
        assert (await refused(bot, Moved, to=-200)).to == Address("telegram", "-5")


async def test_a_wrong_token_is_never_written_down(capsys):
    async with BotApi() as telegram:
        telegram.token, wrong = "7000000001:another_token_altogether_here", TOKEN
        async with polling(telegram) as bot:
            bot.channel.client._token = wrong
        telegram.token = "7000000002:and_now_the_server_has_another_one"
        telegram.user(1001, "王小明", started=True)
        await refused(bot, TryAgain)
        assert "7000000001:" not in capsys.readouterr().out + repr(bot.channel.client)


def test_a_token_in_an_error_is_blotted_out():
    assert (
        plain(ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe"))
        == "https://api.telegram.org/bot…/getMe"
    )
    assert plain(ValueError()) == "ValueError"


def test_albums_hold_what_belongs_in_them():
    made = files.albums([files.File(t, "x") for t in ("voice", "photo", "document", "video")])
    assert [[f.type for f in album] for album in made] == [["photo", "video"], ["voice"], ["document"]]
