"""What members and groups see on WeCom of what the program shows."""

import pytest
from structlog.testing import capture_logs

from bot.channels.base import TryAgain, Undeliverable
from bot.pace import Paces
from core.chat import Address
from tests.bot.wecom_harness import Clock, called, file, staffed
from tests.fakes.wecom import AMR, JPEG, MP4, PNG, WeCom

LINK = "https://bihuan.example/c/abc"
MB = 1024 * 1024


# one member


async def test_words_alone_are_a_text():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        message = await bot.says("ZhangSan", "已派单")
        assert (zhang.chat.texts, zhang.chat.last.kind, zhang.chat.last.id) == (["已派单"], "text", message)


async def test_long_words_go_in_parts_counted_in_bytes():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        text = "\n".join(f"{n}. 厨房漏水🛠" for n in range(300))
        message = await bot.says("ZhangSan", text)
        assert "\n".join(zhang.chat.texts) == text
        assert len(zhang.chat.texts) > 2
        assert (message, wecom.complaints) == (zhang.chat.last.id, [])


async def test_choices_are_a_card_with_buttons():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        message = await bot.says("ZhangSan", "WJ-0001\n厨房漏水", ("接单", "转派"), ("延期",), link=LINK)
        card = zhang.chat.last_card
        assert card.shows("WJ-0001", "厨房漏水")
        assert (card.buttons, card.link, card.task_id) == (["接单", "转派", "延期"], LINK, message)
        assert wecom.complaints == []


async def test_a_text_too_long_for_the_card_goes_before_it_and_the_cards_id_is_kept():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        message = await bot.says("ZhangSan", "WJ-0001\n" + "漏水。" * 100, ("接单",))
        assert [m.kind for m in zhang.chat.said] == ["text", "template_card"]
        assert zhang.chat.said[0].text == "WJ-0001\n" + "漏水。" * 100
        assert message == zhang.chat.last_card.task_id


async def test_more_than_six_choices_without_a_page_and_the_first_card_is_the_one_that_is_kept():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        message = await bot.says("ZhangSan", "选楼栋", tuple("12345678"))
        assert [m.buttons for m in zhang.chat.said] == [list("123456"), ["7", "8"]]
        assert message == zhang.chat.said[0].task_id


@pytest.mark.parametrize("who", ["", "@all", "all|ZhangSan", "ZhangSan|LiSi", " ZhangSan", "Z" * 65])
async def test_a_chat_that_is_no_single_member_is_nobody(who):
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang, li = wecom.member("ZhangSan"), wecom.member("LiSi")
        with pytest.raises(Undeliverable):
            await bot.says(who, "您好")
        assert zhang.chat.said == li.chat.said == []


async def test_a_member_named_as_not_reached_is_not_reached_though_the_answer_says_ok():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("ZhangSan").licensed = False
        with pytest.raises(Undeliverable, match="reaches none"):
            await bot.says("ZhangSan", "您好")
        assert wecom.called("message/send")[-1].errcode == 0


async def test_an_unknown_member_and_one_out_of_sight_are_not_reached():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("LiSi", visible=False)
        for who in ("Nobody", "LiSi"):
            with pytest.raises(Undeliverable, match="reaches none"):
                await bot.says(who, "您好", ("好",))


# files


async def test_pictures_voices_videos_and_files_follow_as_what_they_are():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        bot.office.files = {
            "j": JPEG,
            "p": PNG,
            "a": AMR,
            "v": MP4,
            "d": JPEG,
            "o": b"OggS a voice of another",
        }
        media = (file("j"), file("p"), file("a", "voice"), file("v", "video"))
        media += (file("d", "document", "平面图.jpg"), file("o", "voice"))
        await bot.says("ZhangSan", "看", media=media)
        kinds = ["text", "image", "image", "voice", "video", "file", "file"]
        assert [m.kind for m in zhang.chat.said] == kinds
        assert [m.media.content for m in zhang.chat.said[1:]] == list(bot.office.files.values())
        assert zhang.chat.said[5].media.name == "平面图.jpg"


async def test_what_wecom_takes_in_no_other_way_goes_as_a_file():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        bot.office.files = {"big": JPEG + bytes(11 * MB), "webp": b"RIFF....WEBP", "fake": JPEG}
        wecom.fails("media/upload", 40123)  # a picture it does not like, whatever its first bytes say
        await bot.says("ZhangSan", "看", media=(file("fake"), file("big"), file("webp")))
        assert [m.kind for m in zhang.chat.said] == ["text", "file", "file", "file"]


async def test_what_is_not_there_or_too_large_is_left_out_and_logged():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        bot.office.files = {"huge": bytes(21 * MB), "tiny": b"x", "ok": JPEG}
        with capture_logs() as log:
            await bot.says("ZhangSan", "看", media=tuple(map(file, ("gone", "huge", "tiny", "ok"))))
        assert [m.kind for m in zhang.chat.said] == ["text", "image"]
        assert [entry["event"] for entry in log] == ["a file is not there, or too large"] * 3


async def test_a_file_that_cannot_be_read_or_sent_does_not_call_the_words_back():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        bot.office.files = {"a": JPEG}
        bot.office.deaf_to = {"fetch"}
        await bot.says("ZhangSan", "一", media=(file("a"),))
        bot.office.deaf_to = set()
        wecom.fails("media/upload", 40058, times=2)
        await bot.says("ZhangSan", "二", media=(file("a"),))
        assert zhang.chat.texts == ["一", "二"]


async def test_a_picture_that_has_to_wait_is_waited_for_and_the_words_are_not_said_again():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        bot.office.files = {"a": JPEG}
        wecom.fails("media/upload", status=502, times=2)
        await bot.says("ZhangSan", "看", ("好",), media=(file("a"),))
        assert [m.kind for m in zhang.chat.said] == ["template_card", "image"]
        assert len(wecom.called("media/upload")) == 3


async def test_what_fails_after_the_first_message_is_waited_for_and_nothing_starts_over():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        crew = wecom.group("crew", members=[zhang])
        wecom.fails("appchat/send", status=502, times=2)
        await bot.says("@crew", "厨房漏水", ("接单",), link=LINK, members=("ZhangSan",))
        assert (len(zhang.chat.said), len(crew.said)) == (1, 1)
        assert [len(wecom.called(path)) for path in ("message/send", "appchat/send")] == [1, 3]


async def test_what_is_refused_after_the_first_message_is_left_out_and_logged():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        crew = wecom.group("crew", members=[zhang])
        wecom.fails("appchat/send", 40058)
        with capture_logs() as log:
            await bot.says("@crew", "厨房漏水", ("接单",), link=LINK, members=("ZhangSan",))
        assert (len(zhang.chat.said), len(crew.said)) == (1, 0)
        assert [entry["event"] for entry in log] == ["part of a message was left out"]
        assert "漏" not in repr(log)


# a group


async def test_a_group_without_buttons_gets_words_alone_as_a_text():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        crew = wecom.group("crew", members=[zhang])
        bot.office.files = {"a": JPEG}
        await bot.says("@crew", "早上好", media=(file("a"),), members=("ZhangSan",))
        assert [m.kind for m in crew.said] == ["text", "image"]
        assert (crew.said[0].text, zhang.chat.said) == ("早上好", [])


async def test_a_groups_card_goes_to_the_colleagues_and_the_way_to_it_to_the_group():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang, li = wecom.member("ZhangSan"), wecom.member("LiSi")
        crew = wecom.group("crew", members=[zhang, li])
        bot.office.files = {"a": JPEG}
        given = {"members": ("ZhangSan", "LiSi"), "link": LINK, "media": (file("a"),), "title": "新工单"}
        message = await bot.says("@crew", "WJ-0001\n厨房漏水", ("接单",), **given)
        assert zhang.chat.last_card.task_id == li.chat.last_card.task_id == message
        assert zhang.chat.last_card.buttons == ["接单"]
        assert [m.kind for m in crew.said] == ["textcard", "image"]
        assert crew.said[0].shows("新工单", "厨房漏水")
        assert crew.said[0].link == LINK
        assert len(wecom.called("message/send")) == 1
        assert wecom.complaints == []


async def test_a_group_that_nobody_stands_behind_gets_the_words_and_the_way_to_the_page():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        crew = wecom.group("crew", members=[wecom.member("ZhangSan")])
        await bot.says("@crew", "厨房漏水", ("接单",), link=LINK)
        await bot.says("@crew", "厨房漏水", ("接单",))
        assert crew.texts == [f"厨房漏水\n{LINK}", "厨房漏水"]


async def test_without_a_page_the_group_gets_the_words_and_the_colleagues_the_card():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        crew = wecom.group("crew", members=[zhang])
        await bot.says("@crew", "厨房漏水" * 200, ("接单",), members=("ZhangSan",))
        assert zhang.chat.last_card.buttons == ["接单"]
        assert "".join(crew.texts) == "厨房漏水" * 200


async def test_colleagues_not_reached_are_logged_and_the_others_have_their_card():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        wecom.member("LiSi").licensed = False
        wecom.group("crew", members=[zhang, wecom.member("LiSi")])
        with capture_logs() as log:
            members = ("ZhangSan", "LiSi", "Nobody", "ZhangSan", "@all")
            await bot.says("@crew", "厨房漏水", ("接单",), link=LINK, members=members)
        assert zhang.chat.last_card.buttons == ["接单"]
        (line,) = log
        assert (line["event"], line["of"], line["missed"]) == ("some members are not reached", 3, 2)


async def test_where_no_colleague_is_reached_the_group_still_has_its_way_to_the_page():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        crew = wecom.group("crew", members=[wecom.member("ZhangSan")])
        with capture_logs() as log:
            await bot.says("@crew", "厨房漏水", ("接单",), link=LINK, members=("Nobody",))
        assert crew.last.link == LINK
        assert log[0]["event"] == "no colleague gets the card"


async def test_a_group_that_is_gone_is_undeliverable_unless_the_card_is_out():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        with pytest.raises(Undeliverable, match="86003"):
            await bot.says("@gone", "早上好")
        with capture_logs() as log:
            card = await bot.says("@gone", "厨房漏水", ("接单",), link=LINK, members=("ZhangSan",))
        assert zhang.chat.last_card.task_id == card
        assert log[0]["event"] == "part of a message was left out"


async def test_no_more_than_a_thousand_colleagues_get_a_card():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        everybody = [wecom.member(f"M{n}") for n in range(1001)]
        wecom.group("crew", members=everybody[:2])
        members = tuple(member.userid for member in everybody)
        await bot.says("@crew", "厨房漏水", ("接单",), link=LINK, members=members)
        assert (len(everybody[999].chat.said), len(everybody[1000].chat.said)) == (1, 0)


# what stands there already


async def test_when_somebody_takes_the_job_the_card_is_greyed_for_all():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang, li = wecom.member("ZhangSan"), wecom.member("LiSi")
        wecom.group("crew", members=[zhang, li])
        card = await bot.says("@crew", "厨房漏水", ("接单",), members=("ZhangSan", "LiSi"))
        await zhang.taps("接单")
        assert await bot.says("@crew", "张三已接单", ("到场",), edit=card, stamp="张三 已接单") == card
        assert zhang.chat.last_card.greyed == li.chat.last_card.greyed == "张三 已接单"
        assert (len(zhang.chat.said), len(li.chat.said)) == (1, 1)


async def test_a_card_becomes_another_where_it_stands_once_for_each_code():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "请确认", ("接单",))
        assert await bot.says("ZhangSan", "已接单", ("到场", "完工"), edit=card) == card
        assert (zhang.chat.last_card.buttons, zhang.chat.last_card.text) == (["到场", "完工"], "已接单")
        await zhang.taps("到场")
        assert await bot.says("ZhangSan", "已到场", ("完工",), edit=card) == card
        assert (zhang.chat.last_card.buttons, len(zhang.chat.said)) == (["完工"], 1)


async def test_the_newest_code_is_used_and_a_used_one_is_passed_over():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "请确认", ("接单",))
        await bot.office.put(f"wecom:code:{card}:x", "a code that never was", clock())
        assert await bot.says("ZhangSan", "已接单", ("到场",), edit=card) == card
        codes = [key for key in bot.office.pocket if key.startswith("wecom:code:")]
        assert (len(zhang.chat.said), codes) == (1, [])
        assert [call.errcode for call in wecom.called("message/update_template_card")] == [40058, 0]


async def test_with_no_code_left_new_buttons_come_on_a_new_card_and_a_stamp_is_let_go():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "请确认", ("接单",))
        bot.office.pocket.clear()
        assert await bot.says("ZhangSan", "已接单", edit=card) == card
        assert await bot.says("ZhangSan", "已接单", ("到场",), edit=card, stamp="已接单") == card
        assert len(zhang.chat.said) == 1
        anew = await bot.says("ZhangSan", "已改派", ("接单",), edit=card)
        assert (anew != card, zhang.chat.last_card.task_id) == (True, anew)


async def test_after_72_hours_a_code_is_no_good_and_a_tap_brings_a_new_one():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "请确认", ("接单",))
        clock.moves(hours=73)
        await zhang.taps("接单")
        assert await bot.says("ZhangSan", "已接单", edit=card, stamp="已接单") == card
        assert zhang.chat.last_card.greyed == "已接单"


async def test_a_text_cannot_be_edited_and_is_said_anew():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        before = await bot.says("ZhangSan", "三件未结")
        assert await bot.says("ZhangSan", "两件未结", edit=before) != before
        assert zhang.chat.texts == ["三件未结", "两件未结"]


async def test_a_card_too_large_for_one_is_shown_anew():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "选楼栋", tuple("123"))
        await bot.says("ZhangSan", "选楼栋", tuple("12345678"), edit=card)
        assert [m.buttons for m in zhang.chat.said] == [list("123"), list("123456"), ["7", "8"]]


async def test_an_edit_sends_no_picture_and_no_text_twice():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        bot.office.files = {"a": JPEG}
        given = {"media": (file("a"),)}
        card = await bot.says("ZhangSan", "漏水。" * 100, ("接单",), **given)
        await bot.says("ZhangSan", "漏水。" * 100 + "已接单", ("到场",), edit=card, **given)
        assert [m.kind for m in zhang.chat.said] == ["text", "template_card", "image"]


async def test_a_code_is_not_lost_when_wecom_is_away_for_a_moment():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "请确认", ("接单",))
        wecom.fails("message/update_template_card", status=502)
        with pytest.raises(TryAgain):
            await bot.says("ZhangSan", "已接单", edit=card, stamp="已接单")
        assert await bot.says("ZhangSan", "已接单", edit=card, stamp="已接单") == card
        assert zhang.chat.last_card.greyed == "已接单"


async def test_an_edit_that_got_through_although_its_answer_did_not_is_not_made_again():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "请确认", ("接单",))
        wecom.fails("message/update_template_card", lose=True)
        with pytest.raises(TryAgain):
            await bot.says("ZhangSan", "已接单", edit=card, stamp="已接单")
        assert await bot.says("ZhangSan", "已接单", edit=card, stamp="已接单") == card
        assert (zhang.chat.last_card.greyed, zhang.chat.last_card.edits) == ("已接单", 1)


async def test_when_the_office_cannot_look_for_a_code_the_edit_waits():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "请确认", ("接单",))
        bot.office.deaf_to = {"take"}
        with pytest.raises(TryAgain):
            await bot.says("ZhangSan", "已接单", edit=card, stamp="已接单")


async def test_a_card_whose_code_cannot_be_kept_is_out_all_the_same():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        bot.office.deaf_to = {"put"}
        with capture_logs() as log:
            card = await bot.says("ZhangSan", "请确认", ("接单",))
        assert zhang.chat.last_card.task_id == card
        assert [entry["event"] for entry in log] == ["a card's code could not be kept"]
        assert wecom.called("message/send")[-1].answer["response_code"] not in repr(log)


# manner


async def test_how_chats_want_to_be_spoken_to():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        group, member = bot.channel.manner("@crew"), bot.channel.manner("ZhangSan")
        assert (group.group, group.members, group.linked, group.windowed) == (True, True, True, False)
        assert (member.group, member.members, member.linked, member.windowed) == (False, False, True, False)
        assert (bot.channel.pace.chat, bot.channel.pace.burst) == (0.27, 13)


async def test_the_pace_stays_within_what_wecom_drops_silently():
    pace = Clock()
    async with WeCom(clock=pace) as wecom, staffed(wecom, pace) as bot:
        zhang, paces = wecom.member("ZhangSan"), Paces({"wecom": bot.channel.pace})
        bot.office.files |= dict.fromkeys("abc", JPEG)
        for n in range(20):  # each of them is four messages: words and three pictures
            wait = paces.wait(Address("wecom", "zhangsan"), False, pace(), 4)
            pace.moves(seconds=wait.total_seconds())
            await bot.says("ZhangSan", str(n), media=tuple(file(name) for name in "abc"))
        assert (len(zhang.chat.said), wecom.dropped) == (80, [])


async def test_the_only_code_of_a_groups_card_is_kept_for_when_its_buttons_change():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang, li = wecom.member("ZhangSan"), wecom.member("LiSi")
        wecom.group("g", "工程部", [zhang, li])
        more = {"members": ("zhangsan", "lisi"), "link": "https://wy.example.cn/c/x"}
        card = await bot.says("@g", "等人接单", ("接单",), **more)
        assert await bot.says("@g", "等人接单\n业主补充：又漏了", ("接单",), edit=card, **more) == card
        assert not wecom.called("message/update_template_card")
        assert await bot.says("@g", "已接单", ("到场",), edit=card, stamp="张三已接单", **more) == card
        assert [m.greyed for m in (zhang.chat.said[0], li.chat.said[0])] == ["张三已接单"] * 2
