"""What becomes of the messages and events WeChat delivers."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wechatpy import parse_message

from bot.channels.wechat import messages
from core.chat import Address, Attachment, What, Window

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
WANG = "oWang-_1234567890abcdefghijk"
ACCOUNT = "gh_0123456789ab"
SAID = Window("said", timedelta(hours=48), 5)
TAPPED = Window("tapped", timedelta(minutes=1), 3)


def xml(**fields):
    whole = {"ToUserName": ACCOUNT, "FromUserName": WANG, "CreateTime": 1795485600} | fields
    inside = "".join(
        f"<{name}>{_value(value)}</{name}>" for name, value in whole.items() if value is not None
    )
    return f"<xml>{inside}</xml>"


def _value(value):
    return str(value) if isinstance(value, int) else f"<![CDATA[{value}]]>"


def said(type_, **fields):
    return messages.event(xml(MsgType=type_, **({"MsgId": 24000000000000001} | fields)), NOW)


def happened(event, key=None, **fields):
    return messages.event(xml(MsgType="event", Event=event, EventKey=key, **fields), NOW)


def test_words():
    event = said("text", Content="厨房漏水")
    assert event.key == f"wechat:{ACCOUNT}:24000000000000001"
    assert (event.at, event.what, event.text) == (NOW, What.MESSAGE, "厨房漏水")
    assert event.account == event.place == Address("wechat", WANG)
    assert (event.typed, event.answered, event.window, event.picked) == (True, True, SAID, "")
    assert event.message == "24000000000000001"


def test_a_choice_out_of_a_list_is_picked_and_opens_no_more_than_a_tap():
    event = said("text", Content="满意", bizmsgmenuid="417-2")
    assert (event.picked, event.text, event.window) == ("417-2", "满意", TAPPED)


@pytest.mark.parametrize("id_", ["0", 0])
def test_a_list_that_does_not_say_which_leaves_it_to_the_words(id_):
    event = said("text", Content="满意", bizmsgmenuid=id_)
    assert (event.picked, event.text, event.window) == ("", "满意", TAPPED)


def test_an_empty_list_id_is_none():
    event = said("text", Content="满意", bizmsgmenuid="")
    assert (event.picked, event.window) == ("", SAID)


@pytest.mark.parametrize(
    ("type_", "kind"), [("image", "photo"), ("voice", "voice"), ("video", "video"), ("shortvideo", "video")]
)
def test_files(type_, kind):
    event = said(type_, MediaId="Media-Id_1")
    assert event.attachments == (Attachment(kind, "Media-Id_1", channel="wechat"),)
    assert (event.text, event.unreadable, event.window, event.answered) == ("", "", SAID, True)


def test_a_voice_brings_its_transcript():
    event = said("voice", MediaId="m", Format="amr", Recognition="我家厨房漏水。")
    assert (event.text, len(event.attachments)) == ("我家厨房漏水。", 1)


def test_a_place_with_a_name_is_words_and_without_one_nothing_we_can_use():
    assert said("location", Location_X="30.1", Location_Y="104.1", Label="望江花园3栋").text == "望江花园3栋"
    assert said("location", Location_X="30.1", Location_Y="104.1", Label="").unreadable == "location"
    assert said("location", Location_X="30.1", Location_Y="104.1").unreadable == "location"


def test_a_link_is_its_title_and_its_address():
    event = said("link", Title="通知", Description="…", Url="https://example.com/a")
    assert event.text == "通知\nhttps://example.com/a"


@pytest.mark.parametrize(
    "words", ["【收到不支持的消息类型，暂无法显示】", "[收到不支持的消息类型，暂无法显示]"]
)
def test_a_sticker_comes_as_words_of_the_platform(words):
    event = said("text", Content=words)
    assert (event.unreadable, event.text) == ("sticker", "")


@pytest.mark.parametrize("type_", ["file", "miniprogrampage", "hologram"])
def test_an_unknown_kind_of_message_is_answered_like_any_other(type_):
    event = said(type_)
    assert (event.unreadable, event.answered, event.window) == ("other", True, SAID)


def test_an_empty_text_is_nothing_we_can_use():
    assert said("text", Content="").unreadable == "other"
    assert said("text").unreadable == "other"


def test_a_message_without_an_id_has_a_key_of_its_own():
    one, other = said("text", Content="一", MsgId=None), said("text", Content="二", MsgId=None)
    assert one.key != other.key
    assert one.key == said("text", Content="一", MsgId=None).key


@pytest.mark.parametrize(("event", "key", "start"), [
    ("subscribe", None, ""), ("subscribe", "", ""), ("subscribe", "qrscene_unit-3-2-1201", "unit-3-2-1201"),
    ("subscribe", "last_trade_no_4001", ""), ("subscribe", "scanbarcode|123", ""), ("SCAN", "unit-3-2-1201", "unit-3-2-1201"), ("SCAN", 42, "42"),
])  # fmt: skip
def test_whoever_follows_or_scans_begins(event, key, start):
    found = happened(event, key, Ticket="T")
    assert (found.what, found.text, found.start) == (What.MESSAGE, "/start", start)
    assert (found.window, found.answered, found.typed) == (TAPPED, True, True)


def test_a_tap_on_the_menu():
    event = happened("CLICK", "repair")
    assert (event.what, event.act, event.tap, event.text, event.message) == (What.TAP, "repair", "", "", "")
    assert (event.window, event.answered) == (TAPPED, True)


def test_whoever_leaves():
    event = happened("unsubscribe", "")
    assert (event.what, event.window, event.answered) == (What.STOPPED, None, False)


@pytest.mark.parametrize("name", [
    "VIEW", "view_miniprogram", "LOCATION", "MASSSENDJOBFINISH", "scancode_waitmsg", "pic_weixin", "location_select",
    "subscribe_msg_popup_event", "subscribe_msg_sent_event", "device_text", "never_heard_of",
])  # fmt: skip
def test_what_nobody_said_is_nothing(name):
    assert happened(name, "https://example.com") is None


def test_a_notice_that_did_not_arrive():
    assert happened("TEMPLATESENDJOBFINISH", MsgID=200163836, Status="success") is None
    event = happened("TEMPLATESENDJOBFINISH", MsgID=200163836, Status="failed:user block")
    assert (event.what, event.text, event.message) == (What.FAILED, "failed:user block", "notice:200163836")
    assert (event.account, event.place) == (Address("wechat", WANG), Address("wechat", WANG))
    assert (event.window, event.answered) == (None, False)


def test_two_notices_that_failed_in_the_same_second_are_two():
    one, other = (happened("TEMPLATESENDJOBFINISH", MsgID=n, Status="failed: system failed") for n in (1, 2))
    assert one.key != other.key


# the SDK's traps


def test_trap_an_event_has_no_id_the_sdk_says_zero_for_all_of_them():
    raw = xml(MsgType="event", Event="CLICK", EventKey="repair")
    assert parse_message(raw).id == 0
    event, later = (happened("CLICK", "repair", CreateTime=t) for t in (1795485600, 1795485601))
    assert event.key == f"wechat:{ACCOUNT}:{WANG}:1795485600:CLICK:repair"
    assert event.key == happened("CLICK", "repair").key
    assert len({event.key, later.key, happened("CLICK", "mine").key, happened("SCAN", "repair").key}) == 4


def test_trap_the_sdk_does_not_know_the_id_of_a_list():
    message = parse_message(xml(MsgType="text", MsgId=1, Content="满意", bizmsgmenuid="417-2"))
    assert not hasattr(message, "bizmsgmenuid")
    assert said("text", Content="满意", bizmsgmenuid="417-2").picked == "417-2"


def test_trap_events_of_subscriptions_parse_as_unknown_messages():
    raw = xml(MsgType="event", Event="subscribe_msg_popup_event")
    assert type(parse_message(raw)).__name__ == "UnknownMessage"
    assert messages.event(raw, NOW) is None


@pytest.mark.parametrize(("raw", "error"), [
    (xml(Content="没有类型", MsgId=7), "KeyError"),
    (xml(MsgType="text", Content="没有时间", MsgId=None, CreateTime="昨天"), "ValueError"),
    (xml(MsgType="image", MsgId=7), "KeyError"),
    ("<other>什么</other>", "KeyError"),
    (xml(MsgType="event", Event="CLICK", EventKey="mine", CreateTime=None), "KeyError"),
    ("没有XML", "ExpatError"),
    ("<xml><MsgType>text</MsgType><Content>没有谁</Content></xml>", "KeyError"),
    ("<xml><MsgType><a>text</a></MsgType></xml>", "AttributeError"),
    ("<xml><FromUserName><a>1</a></FromUserName><MsgType>text</MsgType></xml>", "TypeError"),
    (xml(MsgType="text", MsgId=7).replace("<MsgType>", "<MsgType>image</MsgType><MsgType>"), "AttributeError"),
])  # fmt: skip
def test_trap_whatever_the_sdk_stumbles_over_is_kept_whole(raw, error):
    event = messages.event(raw, NOW)
    assert (event.unreadable, event.data) == ("unparsable", {"raw": raw, "error": error})
    assert event.key == messages.event(raw, NOW).key
    assert event.account == event.place


def test_what_cannot_be_read_still_tells_from_whom_it_came():
    event = messages.event(xml(Content="没有类型", MsgId=7), NOW)
    assert (event.account, event.key) == (Address("wechat", WANG), f"wechat:{ACCOUNT}:7")
    assert messages.event("没有XML", NOW).account == Address("wechat", "")


def test_signs_no_parser_takes_are_left_out_and_the_words_stay():
    raw = xml(MsgType="text", MsgId=7, Content="厨房\x08漏水\x0b\ufffe🛠")
    assert messages.event(raw, NOW).unreadable == "unparsable"
    assert messages.event(messages.cleaned(raw), NOW).text == "厨房漏水🛠"


NAMES = st.sampled_from([
    "ToUserName", "FromUserName", "CreateTime", "MsgType", "MsgId", "Event", "EventKey", "Content", "MediaId", "Recognition",
    "Label", "Title", "Url", "bizmsgmenuid", "Status", "MsgID", "ScanCodeInfo",
])  # fmt: skip
TYPES = st.sampled_from(
    [
        "text",
        "image",
        "voice",
        "event",
        "location",
        "link",
        "subscribe",
        "SCAN",
        "CLICK",
        "unsubscribe",
        "",
        "0",
    ]
)
VALUES = st.one_of(TYPES, st.text(st.characters(codec="utf-8", exclude_characters="]"), max_size=8))
PARTS = st.lists(
    st.tuples(NAMES, st.one_of(VALUES, st.lists(st.tuples(NAMES, VALUES), max_size=2))), max_size=10
)


def _written(parts):
    return "".join(
        f"<{n}>{f'<![CDATA[{v}]]>' if isinstance(v, str) else _written(v)}</{n}>" for n, v in parts
    )


@settings(max_examples=500)
@given(PARTS)
def test_whatever_comes_becomes_an_event_or_nothing(parts):
    raw = messages.cleaned(f"<xml>{_written(parts)}</xml>")
    event = messages.event(raw, NOW)
    again = messages.event(raw, NOW)
    assert event == again
    if event is not None:
        assert all(
            isinstance(value, str)
            for value in (event.key, event.text, event.act, event.start, event.picked, event.account.chat)
        )
        assert len(event.key) < 600
