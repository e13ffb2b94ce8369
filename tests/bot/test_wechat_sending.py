"""What people see on WeChat of what the program shows."""

import asyncio
import json

import pytest
from structlog.testing import capture_logs

from bot.channels.base import Closed, Manner, Shown, TryAgain, Undeliverable
from bot.channels.wechat import Template
from bot.channels.wechat import WeChat as Channel
from bot.channels.wechat.notices import fitting
from core.chat import Address, Attachment, What
from tests.bot.wechat_account import WANG, Watch, account, connected
from tests.fakes.wechat import TEMPLATE, WeChat
from tests.fakes.wechat.media import PHOTO, VIDEO, VOICE

LINK = "https://bihuan.example.com/c/abcdef"
SEND, NOTIFY, UPLOAD = "message/custom/send", "message/template/send", "media/upload"


def file(kind="photo", ref="1"):
    return Attachment(kind, ref, channel="telegram")


def some_files(bot, **contents):
    bot.office.files = {"photo": PHOTO, "voice": VOICE, "video": VIDEO} | contents
    return tuple(file(kind, kind) for kind in ("photo", "voice", "video"))


async def spoken_to(wechat, openid=WANG):
    user = wechat.user(openid)
    await user.says("你好")
    return user


# words


async def test_words():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        assert await bot.says("李师傅已接单。", allowed=5) == "cs:417"
        assert (wang.chat.last.kind, wang.chat.last.type, wang.chat.last.text) == (
            "service",
            "text",
            "李师傅已接单。",
        )


async def test_choices_are_a_list_to_tap_and_the_tap_says_which():
    async with WeChat() as wechat, connected(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("满意吗?", "满意", "不满意", allowed=1)
        assert (wang.chat.last.type, wang.chat.last.text) == ("msgmenu", "满意吗?")
        assert wang.chat.last.buttons == ["满意", "不满意"]
        await wang.taps("不满意")
        assert (bot.office.last.picked, bot.office.last.text) == ("417-2", "不满意")
        wechat.menu_ids_lost = True
        await wang.taps("满意")
        assert (bot.office.last.picked, bot.office.last.text) == ("", "满意")


async def test_choices_have_numbers_where_there_are_no_lists():
    async with WeChat() as wechat, account(wechat, menus=False) as bot:
        wang = await spoken_to(wechat)
        await bot.says("满意吗?", "满意", "不满意")
        assert (wang.chat.last.type, wang.chat.last.text) == ("text", "满意吗?\n1. 满意\n2. 不满意")


async def test_an_account_without_lists_is_found_out_once_and_for_good():
    async with WeChat(test_account=True) as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        with capture_logs() as log:
            assert await bot.says("满意吗?", "满意", "不满意", allowed=1) == "cs:417"
            await bot.says("还有?", "有", "没有", id="418", allowed=1)
        assert wang.chat.texts == ["满意吗?\n1. 满意\n2. 不满意", "还有?\n1. 有\n2. 没有"]
        sent = [call.body["msgtype"] for call in wechat.called(SEND)]
        assert (sent, len(log)) == (["msgmenu", "text", "text"], 1)


async def test_nothing_is_edited():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.channel.show(Address("wechat", WANG), Shown("一", id="1"), "")
        assert await bot.channel.show(Address("wechat", WANG), Shown("二", id="2"), edit="cs:1") == "cs:2"
        assert wang.chat.texts == ["一", "二"]


@pytest.mark.parametrize("line", ["漏水了。", "漏水了。\n", "🛠", "a🛠水\n"])
async def test_long_words_go_in_parts_of_bytes_and_the_last_has_the_choices(line):
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        text = (line * 2000)[:2200].rstrip()
        await bot.says(text, "好")
        assert "".join(wang.chat.texts).replace("\n", "") == text.replace("\n", "")
        assert [bool(m.buttons) for m in wang.chat.said] == [False] * (len(wang.chat.said) - 1) + [True]
        assert len(wang.chat.said) >= 3


async def test_words_no_longer_than_allowed_and_the_rest_behind_the_link():
    async with WeChat() as wechat, account(wechat, menus=False) as bot:
        wang = await spoken_to(wechat)
        await bot.says("".join(f"第{n}行\n" for n in range(1000)), "好", allowed=2, link=LINK)
        assert len(wang.chat.said) == 2
        assert wang.chat.last.text.endswith(f"行\n…\n{LINK}\n1. 好")


async def test_a_short_message_has_no_link():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("好的。", allowed=5, link=LINK)
        assert wang.chat.texts == ["好的。"]


async def test_more_choices_than_one_text_takes():
    async with WeChat() as wechat, account(wechat, menus=False) as bot:
        wang = await spoken_to(wechat)
        labels = [f"选择{n}" + "长" * 20 for n in range(60)]
        await bot.says("哪一个?", *labels)
        assert "\n".join(wang.chat.texts).splitlines()[1:] == [
            f"{n}. {label}" for n, label in enumerate(labels, 1)
        ]


# pictures


async def test_files_follow_the_words():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("维修前后:", allowed=4, media=some_files(bot), link=LINK)
        assert [m.type for m in wang.chat.said] == ["text", "image", "voice", "video"]
        assert [m.media.content for m in wang.chat.said[1:]] == [PHOTO, VOICE, VIDEO]
        assert wang.chat.texts[0] == "维修前后:"


async def test_files_alone():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("", allowed=4, media=some_files(bot)[:1])
        assert [m.type for m in wang.chat.said] == ["image"]


async def test_what_is_not_allowed_any_more_is_behind_the_link():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("维修前后:", "好", allowed=2, media=some_files(bot), link=LINK)
        assert [m.type for m in wang.chat.said] == ["msgmenu", "image"]
        assert wang.chat.texts[0] == f"维修前后:\n{LINK}"
        assert len(wechat.called(UPLOAD)) == 1
        await bot.says("维修前后:", allowed=1, media=some_files(bot), link=LINK)
        assert wang.chat.last.text == f"维修前后:\n{LINK}"
        assert len(wechat.called(UPLOAD)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff" + bytes(2_000_001), b"RIFF\x00\x00\x00\x00WEBP", None]
)
async def test_a_picture_that_cannot_go_is_behind_the_link(content):
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        bot.office.files = {} if content is None else {"photo": content}
        with capture_logs() as log:
            await bot.says("维修前后:", allowed=3, media=(file(ref="photo"),), link=LINK)
        assert wang.chat.texts == [f"维修前后:\n{LINK}"]
        assert (len(log), wechat.called(UPLOAD)) == (1, [])


async def test_the_words_go_without_a_link_where_there_is_none():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("维修前后:", allowed=3, media=(file("document"), file(ref="gone")))
        assert wang.chat.texts == ["维修前后:"]


async def test_a_picture_the_office_cannot_read_does_not_hold_up_the_words():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        bot.office.deaf_to = {"fetch"}
        await bot.says("维修前后:", allowed=3, media=(file(),), link=LINK)
        assert wang.chat.texts == [f"维修前后:\n{LINK}"]


async def test_a_picture_wechat_refuses_is_behind_the_link_and_the_others_go():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        wechat.fails(UPLOAD, 40009)
        await bot.says("维修前后:", allowed=4, media=some_files(bot), link=LINK)
        assert [m.type for m in wang.chat.said] == ["text", "voice", "video"]
        assert LINK in wang.chat.texts[0]


async def test_a_message_of_nothing_that_can_be_shown():
    async with WeChat() as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        with pytest.raises(Undeliverable):
            await bot.says("", allowed=3, media=(file("document"),))


# nothing starts over


@pytest.mark.parametrize("trouble", [-1, 45011, 503, "drop", "gibberish"])
async def test_what_follows_the_first_message_is_waited_for(trouble):
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        wechat.slows(SEND, 0)
        wechat.fails(SEND, trouble, times=2)
        assert await bot.says("维修前后:", allowed=4, media=some_files(bot)) == "cs:417"
        assert [m.type for m in wang.chat.said] == ["text", "image", "voice", "video"]


@pytest.mark.parametrize("errcode", [45047, 45015, 40007, 48001])
async def test_what_is_refused_after_the_first_message_is_left_out(errcode):
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        wechat.slows(SEND, 0)
        wechat.fails(SEND, errcode)
        with capture_logs() as log:
            assert await bot.says("维修前后:", allowed=4, media=some_files(bot)) == "cs:417"
        assert [m.type for m in wang.chat.said] == ["text", "voice", "video"]
        assert len(log) == 1


async def test_a_window_that_closes_in_between_costs_only_the_rest():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = wechat.user(WANG)
        await wang.follows()
        assert await bot.says("一", media=(*some_files(bot), file("photo", "photo"))) == "cs:417"
        assert [m.type for m in wang.chat.said] == ["text", "image", "voice"]


async def test_a_first_message_that_waits_is_sent_once():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        wechat.fails(SEND, -1)
        with pytest.raises(TryAgain):
            await bot.says("维修前后:", allowed=4, media=some_files(bot))
        assert wang.chat.said == []


# refusals


@pytest.mark.parametrize(("errcode", "error"), [
    (45015, Closed), (45047, Closed), (40003, Undeliverable), (43004, Undeliverable), (48001, Undeliverable),
    (48002, Undeliverable), (43101, Undeliverable), (45002, Undeliverable), (99999, Undeliverable),
    (45009, TryAgain), (45011, TryAgain), (-1, TryAgain), (40164, TryAgain), (500, TryAgain), (502, TryAgain), (403, TryAgain),
    ("hang", TryAgain), ("drop", TryAgain), ("lose", TryAgain), ("gibberish", TryAgain),
])  # fmt: skip
async def test_a_refusal_is_one_of_ours_and_says_no_more_than_its_number(errcode, error):
    async with WeChat() as wechat, account(wechat, timeout=0.2) as bot:
        await spoken_to(wechat)
        wechat.fails(SEND, errcode)
        with capture_logs() as log, pytest.raises(error) as refusal:
            await bot.says("厨房漏水", allowed=1)
        assert type(refusal.value) in {error, *error.__subclasses__()}
        said = f"{refusal.value!r}{refusal.value.__cause__!r}{log}"
        token = wechat.called(SEND)[0].query["access_token"]
        assert not any(secret in said for secret in (token, wechat.secret, "厨房", "access_token=", WANG))
        assert refusal.value.__suppress_context__


async def test_windows_are_wechats_own():
    watch = Watch()
    async with WeChat(clock=watch) as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        for _ in range(5):
            await bot.says("一", allowed=1)
        with pytest.raises(Closed, match="45047"):
            await bot.says("一", allowed=1)
        watch.move(hours=49)
        with pytest.raises(Closed, match="45015"):
            await bot.says("一", allowed=1)


async def test_nobody_we_know():
    async with WeChat() as wechat, account(wechat) as bot:
        with pytest.raises(Undeliverable, match="40003"):
            await bot.says("一", to="oNobody")
        wechat.user("oGone", following=False)
        with pytest.raises(Closed):
            await bot.says("一", to="oGone")
        with pytest.raises(Undeliverable, match="43004"):
            await bot.says("一", to="oGone", allowed=0)


def test_how_people_here_want_to_be_spoken_to():
    channel = Channel("wx1", "secret", "token")
    assert channel.manner(WANG) == Manner(windowed=True, room=2048, linked=True)
    asyncio.run(channel.stop())


# notices


async def test_a_closed_window_leaves_a_notice_with_a_link():
    watch = Watch()
    async with WeChat(clock=watch) as wechat, account(wechat) as bot:
        wang = wechat.user(WANG)
        more = {"subject": "BX-20261124-003", "title": "厨房水管已修好,请您看一看是否满意,谢谢您的耐心"}
        message = await bot.says("厨房水管已修好", "满意", "不满意", allowed=0, link=LINK, **more)
        notice = wang.chat.last
        assert (notice.kind, notice.url, message) == ("notice", LINK, f"notice:{notice.id}")
        assert notice.shows("BX-20261124-003", "厨房水管已修好,请您看一看是否满意,谢…", "2026-11-24 10:00")
        assert wechat.called(NOTIFY)[0].body["client_msg_id"] == "417"
        assert wechat.called(SEND) == []


async def test_a_notice_without_a_link_or_a_case():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = wechat.user(WANG)
        await bot.says("\n 停水通知 \n今晚停水", allowed=0)
        assert (wang.chat.last.url, "url" in wechat.called(NOTIFY)[0].body) == ("", False)
        assert wang.chat.last.shows("停水通知")


async def test_a_notice_nobody_set_up():
    async with WeChat() as wechat, account(wechat, template=None) as bot:
        with pytest.raises(Undeliverable, match="template"):
            await bot.says("一", allowed=0)
        assert wechat.calls == []


async def test_a_notice_that_does_not_arrive_is_told_under_its_id():
    async with WeChat() as wechat, connected(wechat) as bot:
        wechat.user(WANG).refuses_notices("failed:user block")
        message = await bot.says("一", allowed=0)
        await wechat.wait_for(lambda: bot.office.events)
        event = bot.office.last
        assert (event.what, event.message, event.text) == (What.FAILED, message, "failed:user block")


@pytest.mark.parametrize(("keyword", "value", "fits"), [
    ("thing2", "长" * 21, "长" * 19 + "…"), ("thing2", "长" * 20, "长" * 20), ("thing2", "两\n行 字", "两 行 字"), ("thing2", " ", "-"),
    ("thing2", "🛠️漏\ud800水👨‍👩‍👧\x00", "漏水"), ("phrase5", "已经修好了吗", "已经修好了"), ("phrase5", "OK 好的!", "好的"), ("character_string1", "工单 BX-1" + "0" * 40, "BX-1" + "0" * 28),
    ("number3", "BX-20261124", "20261124"), ("letter1", "AB1", "AB"), ("name1", "王先生01", "王先生"), ("time3", "2026-11-24 10:00", "2026-11-24 10:00"),
    ("date4", "2026-11-24 10:00", "2026-11-24"), ("const6", "处理中", "处理中"), ("keyword1", "长" * 30, "长" * 19 + "…"), ("symbol1", "", "-"),
])  # fmt: skip
def test_a_value_is_made_to_fit_its_keyword(keyword, value, fits):
    assert fitting(keyword, value) == fits


async def test_every_kind_of_keyword_is_taken():
    async with WeChat() as wechat, account(wechat) as bot:
        kinds = ("character_string1", "thing2", "phrase3", "time4")
        id_ = wechat.template("full", "".join(f"{{{{{kind}.DATA}}}}\n" for kind in kinds))
        fields = dict(zip(("number", "what", "state", "at"), kinds, strict=True))
        bot.channel._screen.template = Template(id_, fields)
        wang = wechat.user(WANG)
        for text in (
            "厨房水管漏水,楼下也湿了一大片天花板\n李师傅已经在路上了",
            "停水",
            "🛠️漏水\n好",
            "🛠" * 30 + "\n好",
        ):
            await bot.says(text, allowed=0, subject="BX-1", title=text.partition("\n")[0])
        assert "李师傅已经" in wang.chat.texts[0]


async def test_a_value_of_the_wrong_kind_is_refused_whole():
    async with WeChat() as wechat, account(wechat, template=Template(TEMPLATE, {"what": "thing2"})) as bot:
        wechat.user(WANG)
        with pytest.raises(Undeliverable, match="47003"):
            await bot.says("一", allowed=0)


def test_a_template_says_only_what_we_know():
    with pytest.raises(ValueError, match="number, what, state, at"):
        Template("1", {"price": "amount1"})


# the loop


async def test_a_slow_wechat_keeps_only_its_own_messages_waiting():
    async with WeChat() as wechat, connected(wechat, timeout=0.5) as bot:
        wang = await spoken_to(wechat)
        wechat.fails(SEND, "hang", times=0)
        sending = [asyncio.create_task(bot.says("一", allowed=1)) for _ in range(4)]
        await wechat.wait_for(lambda: len(wechat.called(SEND)) == 4)
        await wang.says("厨房漏水")
        assert (bot.office.last.text, [task.done() for task in sending]) == ("厨房漏水", [False] * 4)
        ended = await asyncio.gather(*sending, return_exceptions=True)
        assert [type(error) for error in ended] == [TryAgain] * 4


async def test_nothing_is_said_after_the_end():
    async with WeChat() as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        await bot.channel.stop()
        with pytest.raises(TryAgain):
            await bot.says("一", allowed=1)


async def test_words_are_sent_as_they_are():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        text = '<a href="x">1</a> & ]]> "引号" \\n 🛠\u2028'
        await bot.says(text, allowed=1)
        assert wang.chat.last.text == text
        assert json.dumps(wechat.called(SEND)[0].body)


async def test_words_that_are_cut_off_without_a_page_are_written_down():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        with capture_logs() as log:
            await bot.says("漏水了。" * 600, allowed=1, subject="BX-1")
        assert wang.chat.last.text.endswith("\n…")
        assert [(line["event"], line["case"]) for line in log] == [("words were cut off", "BX-1")]
        assert "漏水" not in str(log)


async def test_signs_that_are_none_hold_nothing_up():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("漏\ud800水\x00", "好\ud800", allowed=1)
        assert (wang.chat.last.text, wang.chat.last.buttons) == ("漏水", ["好"])
