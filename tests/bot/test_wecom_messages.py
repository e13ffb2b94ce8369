"""What members do on WeCom, as events."""

import asyncio

import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs
from wechatpy.enterprise import parse_message

from bot.channels.wecom import messages
from core.chat import Address, Attachment, What
from tests.bot.wecom_harness import NOW, Clock, called, channel, envelope, knock
from tests.fakes.office import Office
from tests.fakes.wecom import AGENT, CORPID, WeCom


def read(**said: object):
    given = {"ToUserName": CORPID, "FromUserName": "ZhangSan", "CreateTime": 1764000000, "AgentID": AGENT}
    xml = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in (given | said).items())
    return messages.event(xml := f"<xml>{xml}</xml>", messages.fields(xml), NOW)


# messages


async def test_words_and_where_they_come_from():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        push = await wecom.member("ZhangSan", "张三").says("3栋漏水 ]]> & <b>")
        (event,) = bot.office.events
        assert (event.text, event.what, event.at) == ("3栋漏水 ]]> & <b>", What.MESSAGE, NOW)
        assert event.account == event.place == Address("wecom", "zhangsan")
        assert event.key == f"wecom:{CORPID}:{AGENT}:{push.fields['MsgId']}"
        assert (event.typed, event.answered, event.window, event.private) == (False, False, None, True)


async def test_pictures_voices_videos_and_files():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        for send in (zhang.sends_photo, zhang.sends_voice, zhang.sends_video, zhang.sends_file):
            await send()
        files = [event.attachments[0] for event in bot.office.events]
        assert [(f.kind, f.channel, f.name) for f in files] == [
            ("photo", "wecom", ""),
            ("voice", "wecom", ""),
            ("video", "wecom", ""),
            ("document", "wecom", "报价.pdf"),
        ]
        assert [await bot.channel.fetch(f) for f in files] == [wecom.files.get(f.ref).content for f in files]


async def test_places_and_links():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        await zhang.sends_location("望江花园3栋")
        await zhang.sends_location("")
        await zhang.sends_link("报价单", "https://example.com/q")
        place, nowhere, link = bot.office.events
        assert (place.text, place.unreadable) == ("望江花园3栋", "")
        assert (nowhere.text, nowhere.unreadable) == ("", "location")
        assert link.text == "报价单\nhttps://example.com/q"


@pytest.mark.parametrize(
    "said",
    [
        {"MsgType": "hologram"},
        {"MsgType": "image"},  # without a picture
        {"MsgType": "link"},
        {"MsgType": "image", "MediaId": ""},
        {"MsgType": "miniprogrampage", "Title": "x"},
    ],
)
def test_an_unknown_type_is_a_message_all_the_same(said):
    event = read(**said, MsgId=5)
    assert (event.what, event.unreadable) == (What.MESSAGE, "other")


def test_a_voice_comes_with_its_transcript_if_wecom_ever_writes_one():
    assert read(MsgType="voice", MediaId="m", Recognition="漏水", MsgId=5).text == "漏水"
    assert read(MsgType="voice", MediaId="m", MsgId=5).attachments == (
        Attachment("voice", "m", channel="wecom"),
    )


# events


async def test_a_tap_is_the_buttons_act_on_the_card_it_stands_on():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "待接单", ("take:WJ-1",))
        await zhang.taps("take:WJ-1")
        event = bot.office.last
        assert (event.what, event.act, event.message, event.tap) == (What.TAP, "take:WJ-1", card, "")
        assert event.place == event.account == Address("wecom", "zhangsan")


async def test_a_taps_code_is_kept_before_the_office_hears_of_it():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        card = await bot.says("ZhangSan", "待接单", ("接单",))
        bot.office.pocket.clear()
        bot.office.open.clear()
        push = zhang.taps("接单")
        await bot.office.entered.wait()
        assert list(bot.office.pocket.values()) == [push.fields["ResponseCode"]]
        assert all(key.startswith(f"wecom:code:{card}:") for key in bot.office.pocket)
        assert [(until - NOW).days for until in bot.office.until.values()][-1] == 3
        bot.office.open.set()
        await push


async def test_a_tap_whose_code_cannot_be_kept_comes_again():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        await bot.says("ZhangSan", "待接单", ("接单",))
        bot.office.deaf_to = {"put"}
        with capture_logs() as log:
            push = zhang.taps("接单")
            await wecom.wait_for(lambda: push.statuses)
            bot.office.deaf_to = set()
            await push
        assert (push.statuses[0], push.statuses[-1], len(bot.office.events)) == (500, 200, 1)
        assert str(push.fields["ResponseCode"]) not in repr(log)


async def test_two_members_who_tap_in_the_same_second_are_two_events_each_with_a_code():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang, li = wecom.member("ZhangSan"), wecom.member("LiSi")
        wecom.group("crew", members=[zhang, li])
        card = await bot.says("@crew", "待接单", ("接单",), members=("ZhangSan", "LiSi"))
        bot.office.pocket.clear()
        bot.office.open.clear()
        tap = {"EventKey": "接单", "TaskId": card, "CreateTime": 1764000000}
        codes = ["code-of-zhang", "code-of-li"]
        both = zip((zhang, li), codes, strict=True)
        pushes = [who.event("template_card_event", ResponseCode=code, **tap) for who, code in both]
        while len(bot.office.keys) < 2:
            await bot.office.entered.wait()
            bot.office.entered.clear()
        bot.office.open.set()
        await asyncio.gather(*pushes)
        assert {event.account.chat for event in bot.office.events} == {"zhangsan", "lisi"}
        assert {event.message for event in bot.office.events} == {card}
        assert len({event.key for event in bot.office.events}) == 2
        assert set(bot.office.pocket.values()) == set(codes)


def test_a_double_tap_within_a_second_is_one_event():
    tap = {"MsgType": "event", "Event": "template_card_event", "EventKey": "take", "TaskId": "7-1"}
    assert read(**tap, ResponseCode="a").key == read(**tap, ResponseCode="b").key


async def test_coming_going_and_the_menu():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        await zhang.enters()
        await zhang.event("view", EventKey="https://example.com")
        await zhang.event("location", Latitude="1", Longitude="2")
        await zhang.event("something_new")
        assert bot.office.keys == []
        await zhang.subscribes()
        await zhang.taps_menu("menu:status")
        await zhang.unsubscribes()
        came, chose, went = bot.office.events
        assert (came.text, came.start, came.what) == ("/start", "", What.MESSAGE)
        assert (chose.what, chose.act, chose.message, chose.tap) == (What.TAP, "menu:status", "", "")
        assert went.what is What.STOPPED


def test_events_have_keys_of_their_own_where_the_sdk_numbers_them_all_0():
    xml = f"<xml><ToUserName>{CORPID}</ToUserName><FromUserName>A</FromUserName><CreateTime>1</CreateTime>"
    xml += "<MsgType>event</MsgType><Event>subscribe</Event></xml>"
    assert parse_message(xml).id == 0
    happened = [
        {"Event": "subscribe"},
        {"Event": "unsubscribe"},
        {"Event": "subscribe", "CreateTime": 1764000001},
        {"Event": "subscribe", "FromUserName": "LiSi"},
        {"Event": "subscribe", "AgentID": 2},
        {"Event": "click", "EventKey": "a"},
        {"Event": "click", "EventKey": "b"},
        {"Event": "template_card_event", "EventKey": "a", "TaskId": "1"},
        {"Event": "template_card_event", "EventKey": "a", "TaskId": "2"},
    ]
    keys = [read(MsgType="event", **said).key for said in happened]
    assert len(set(keys)) == len(keys)
    assert keys == [read(MsgType="event", **said).key for said in happened]


def test_a_tap_is_read_although_the_sdk_does_not_know_such():
    xml = "<xml><FromUserName>A</FromUserName><MsgType>event</MsgType><Event>template_card_event</Event>"
    xml += "<EventKey>take</EventKey><TaskId>7-1</TaskId></xml>"
    assert type(parse_message(xml)).__name__ == "UnknownMessage"
    event = messages.event(xml, messages.fields(xml), NOW)
    assert (event.what, event.act, event.message) == (What.TAP, "take", "7-1")


# what cannot be read


@pytest.mark.parametrize(
    ("plain", "who"),
    [
        ("no xml at all", ""),
        ("<xml><FromUserName>ZhangSan</FromUserName></xml>", "ZhangSan"),
        ("<xml><MsgType>text</MsgType><Content>漏水</Content></xml>", ""),
        ("<xml><FromUserName>ZhangSan</FromUserName><MsgType><a>b</a></MsgType></xml>", "ZhangSan"),
        ("<xml><MsgType>text</MsgType>", ""),
        ("<xml>\0</xml>", ""),
    ],
)
async def test_what_is_authentic_but_unreadable_is_kept_whole_and_once(plain, who):
    office, ours = Office(), channel("http://127.0.0.1:1", Clock())
    await ours.start(office)
    app = Starlette(routes=ours.routes())
    with capture_logs() as log:
        for letter in (envelope(plain), envelope(plain)):
            assert (await knock(app, letter.query, letter.body)).status == 200
    (event,) = office.events
    assert (event.unreadable, event.data["raw"]) == ("unparsable", plain.replace("\0", "\ufffd"))
    assert (event.account, event.place) == (Address("wecom", who.lower()), Address("wecom", who.lower()))
    assert office.repeated == 1
    assert {entry["event"] for entry in log} == {"a delivery cannot be read"}
    assert "漏水" not in repr(log)
    await ours.stop()


def test_the_sdk_breaks_on_what_lacks_a_field_it_expects():
    with pytest.raises(KeyError):
        parse_message("<xml><FromUserName>ZhangSan</FromUserName></xml>")
