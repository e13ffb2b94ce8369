"""Who may come in at WeChat's door, and that whoever may not is told so, shortly."""

import base64
import io
import secrets
from datetime import UTC, datetime

import aiohttp
import httpx
import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot.channels.wechat import WeChat as Channel
from core.chat import What
from tests.bot.wechat_account import WANG, Account, Watch, connected
from tests.fakes.wechat import WeChat
from tests.fakes.wechat.cipher import Seal, sign
from tests.fakes.wechat.envelope import wrap, write

APPID, SECRET, TOKEN = "wx5823bf96d3bd56c7", "the-secret-of-the-account", "the-token-of-the-door"
KEY = base64.b64encode(bytes(range(32))).decode().rstrip("=")
OTHER_KEY = base64.b64encode(bytes(range(1, 33))).decode().rstrip("=")
ACCOUNT = "gh_7f083739789a"
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
AT = int(NOW.timestamp())
WORDS = "厨房漏水 13800138000"
SECRETS = (SECRET, TOKEN, KEY, WORDS, "13800138000")

BOMB = (
    '<!DOCTYPE xml [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
TRAPS = {
    "billion laughs": BOMB + "<xml><Content>&d;</Content></xml>",
    "a file": '<!DOCTYPE xml [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><Content>&f;</Content></xml>',
    "a document type elsewhere": '<!DOCTYPE xml SYSTEM "http://127.0.0.1/evil.dtd"><xml><Content>1</Content></xml>',
    "a parameter entity": '<!DOCTYPE xml [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]><xml/>',
    "a tower": "<a>" * 5000 + "</a>" * 5000,
}


def message(**fields):
    known = {"ToUserName": ACCOUNT, "FromUserName": WANG, "CreateTime": AT, "MsgType": "text"}
    return write(known | {"MsgId": 24000000000000001, "Content": WORDS} | fields)


def signed(at=AT, nonce="1320562132", token=TOKEN):
    return {"signature": sign(token, str(at), nonce), "timestamp": str(at), "nonce": nonce}


def sealed(xml, at=AT, nonce="1320562132", token=TOKEN, key=KEY, appid=APPID):
    body, encrypted = wrap(xml, Seal(appid, key), ACCOUNT)
    query = signed(at, nonce, token) | {"encrypt_type": "aes"}
    return query | {"msg_signature": sign(token, str(at), nonce, encrypted)}, body


class Doorstep:
    """A door, and everything that is written down about who stood before it."""

    def __init__(self, key="", listening=True):
        channel = Channel(APPID, SECRET, TOKEN, key, clock=lambda: NOW)
        self.account = Account(channel)
        self._listening = listening
        self.office, self.log = self.account.office, []

    async def __aenter__(self):
        if self._listening:
            await self.account.channel.start(self.office)
        app = Starlette(routes=self.account.channel.routes())
        self._http = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://door")
        return self

    async def __aexit__(self, *_):
        await self._http.aclose()
        await self.account.channel.stop()
        assert not any(secret in str(self.log) for secret in SECRETS)

    async def knock(self, query, body=b"", method="POST"):
        with capture_logs() as log:
            answer = await self._http.request(method, "/wechat", params=query, content=body)
        self.log += log
        return answer

    async def refuses(self, query, body, status, reason):
        answer = await self.knock(query, body)
        assert (answer.status_code, answer.content, self.office.keys) == (status, b"", [])
        (line,) = [line for line in self.log if line["event"] == "a delivery was refused"]
        assert (line["channel"], line["status"]) == ("wechat", status)
        assert reason in line["reason"]


# the console


@pytest.mark.parametrize("key", ["", KEY])
async def test_the_address_is_verified_by_an_echo(key):
    async with Doorstep(key) as door:
        answer = await door.knock(signed() | {"echostr": "5837467834"}, method="GET")
        assert (answer.status_code, answer.text) == (200, "5837467834")
        assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("query", [
    {}, {"echostr": "1"}, signed(token="another") | {"echostr": "1"}, signed() | {"nonce": "2", "echostr": "1"},
    signed(AT - 301) | {"echostr": "1"}, signed() | {"timestamp": "", "echostr": "1"}, signed() | {"signature": "签名"},
])  # fmt: skip
async def test_nobody_else_gets_an_echo(query):
    async with Doorstep() as door:
        answer = await door.knock(query, method="GET")
        assert (answer.status_code, answer.content) == (403, b"")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
async def test_other_methods_are_refused(method):
    async with Doorstep() as door:
        assert (await door.knock(signed(), method=method)).status_code == 405


# who may come in


@pytest.mark.parametrize("key", ["", KEY])
async def test_a_message_is_kept_and_answered_with_the_one_word(key):
    async with Doorstep(key) as door:
        query, body = sealed(message()) if key else (signed(), message())
        answer = await door.knock(query, body)
        assert (answer.status_code, answer.content) == (200, b"success")
        assert (door.office.last.text, door.office.last.at) == (WORDS, NOW)


@pytest.mark.parametrize("key", ["", KEY])
async def test_a_forged_signature(key):
    async with Doorstep(key) as door:
        query, body = sealed(message(), token="guessed") if key else (signed(token="guessed"), message())
        await door.refuses(query, body, 403, "signature")


async def test_no_signature_at_all():
    async with Doorstep(KEY) as door:
        await door.refuses({"timestamp": str(AT)}, sealed(message())[1], 403, "signature")


async def test_in_safe_mode_the_plain_signature_proves_nothing():
    async with Doorstep(KEY) as door:
        await door.refuses(signed(), message(), 400, "nothing encrypted")
    async with Doorstep(KEY) as door:
        query, body = sealed(message())
        await door.refuses(query | {"msg_signature": query["signature"]}, body, 403, "signature")


async def test_an_altered_message_has_lost_its_signature():
    async with Doorstep(KEY) as door:
        query, _ = sealed(message())
        await door.refuses(query, sealed(message(Content="别的"))[1], 403, "signature")


@pytest.mark.parametrize("key", ["", KEY])
@pytest.mark.parametrize(
    "at", [AT - 301, AT - 86_400, 0, AT + 3600, "", "soon", "１２３", "9" * 30, "-5", "1e9"]
)
async def test_a_recorded_delivery_is_good_for_five_minutes_and_none_comes_from_the_future(key, at):
    async with Doorstep(key) as door:
        query, body = sealed(message(), at) if key else (signed(at), message())
        await door.refuses(query, body, 403, "timestamp")


@pytest.mark.parametrize("at", [AT - 299, AT, AT + 59])
async def test_no_two_clocks_agree(at):
    async with Doorstep(KEY) as door:
        assert (await door.knock(*sealed(message(), at))).status_code == 200


@pytest.mark.parametrize("key", ["", KEY])
async def test_a_replayed_delivery_is_the_same_event(key):
    async with Doorstep(key) as door:
        query, body = sealed(message()) if key else (signed(), message())
        for _ in range(3):
            assert (await door.knock(query, body)).content == b"success"
        assert (len(door.office.events), door.office.repeated) == (1, 2)


async def test_in_plain_mode_a_signature_is_good_for_one_body():
    async with Doorstep() as door:
        await door.knock(signed(), message())
        answer = await door.knock(signed(), message(FromUserName="oSomebodyElse", MsgId=2))
        assert (answer.status_code, len(door.office.events)) == (403, 1)
        assert (await door.knock(signed(nonce="2"), message(MsgId=2))).status_code == 200


async def test_in_plain_mode_the_echo_has_used_its_signature_up():
    async with Doorstep() as door:
        await door.knock(signed() | {"echostr": "1"}, method="GET")
        await door.refuses(signed(), message(), 403, "before")


async def test_signatures_are_remembered_no_longer_than_they_are_good():
    watch = Watch(NOW)
    channel = Channel(APPID, SECRET, TOKEN, clock=watch)
    intake = channel._intake
    for nonce in range(20):
        at = int(watch().timestamp())
        intake.open(signed(at, str(nonce)), message().encode())
        watch.move(minutes=1)
    assert len(intake._used) == 6
    await channel.stop()


# bad keys


async def test_a_wrong_aes_key_is_named_and_nothing_is_taken_for_received():
    async with Doorstep(OTHER_KEY) as door:
        await door.refuses(*sealed(message()), 403, "AES key")


async def test_a_message_for_another_account():
    async with Doorstep(KEY) as door:
        await door.refuses(*sealed(message(), appid="wx0000000000000000"), 403, "account")


@pytest.mark.parametrize(
    "encrypted", ["", "不是base64", "AAAA", "A" * 64, "=" * 64, base64.b64encode(bytes(64)).decode()]
)
async def test_what_is_encrypted_with_nothing(encrypted):
    async with Doorstep(KEY) as door:
        query = signed() | {"msg_signature": sign(TOKEN, str(AT), "1320562132", encrypted)}
        answer = await door.knock(query, write({"ToUserName": ACCOUNT, "Encrypt": encrypted}))
        assert (answer.status_code, door.office.keys) == (400 if not encrypted else 403, [])


async def test_an_encrypted_message_where_no_key_is_known():
    async with Doorstep() as door:
        await door.refuses(*sealed(message()), 403, "no AES key")


@pytest.mark.parametrize("key", ["short", "A" * 42, "A" * 44, "密" * 43, "A" * 40 + "===="])
def test_a_key_that_is_none_is_refused_at_once(key):
    with pytest.raises(ValueError, match="43") as refusal:
        Channel(APPID, SECRET, TOKEN, key)
    assert key not in str(refusal.value)


# bad bodies


@pytest.mark.parametrize("trap", TRAPS)
async def test_a_trap_in_a_plain_message(trap):
    async with Doorstep() as door:
        await door.refuses(signed(), TRAPS[trap], 400, "trap")


@pytest.mark.parametrize("trap", TRAPS)
async def test_a_trap_in_the_envelope_which_nobody_signed(trap):
    async with Doorstep(KEY) as door:
        await door.refuses(sealed(message())[0], TRAPS[trap], 400, "trap")


@pytest.mark.parametrize("trap", TRAPS)
async def test_a_trap_inside_what_is_encrypted(trap):
    async with Doorstep(KEY) as door:
        await door.refuses(*sealed(TRAPS[trap]), 400, "trap")


async def test_a_trap_behind_a_sign_no_parser_takes():
    for key in ("", KEY):
        async with Doorstep(key) as door:
            raw = "\x08" + TRAPS["billion laughs"]
            await door.refuses(*(sealed(raw) if key else (signed(), raw)), 400, "trap")


async def test_words_about_document_types_are_words():
    async with Doorstep() as door:
        await door.knock(signed(), message(Content="<!DOCTYPE html> <!ENTITY a 'b'> &a;"))
        assert door.office.last.text == "<!DOCTYPE html> <!ENTITY a 'b'> &a;"


@pytest.mark.parametrize(
    "body", [b"", b"hello", b"{}", b"<xml>", b"<xml></XML>", b"\xff\xfe\x00", b"\x00" * 100]
)
async def test_what_is_no_xml(body):
    async with Doorstep() as door:
        await door.refuses(signed(), body, 400, "no XML")
    async with Doorstep(KEY) as door:
        await door.refuses(sealed(message())[0], body, 400, "no XML")


async def test_five_megabytes_are_not_read_to_the_end():
    async with WeChat(clock=Watch(NOW)) as wechat, connected(wechat) as bot, aiohttp.ClientSession() as http:

        async def endless():
            for _ in range(80):
                yield secrets.token_bytes(65_536)

        for body in (io.BytesIO(secrets.token_bytes(5_242_880)), endless()):
            with capture_logs() as log:
                try:
                    async with http.post(bot.url, params=signed(token=wechat.token), data=body) as answer:
                        assert answer.status == 413
                except aiohttp.ClientConnectionError:
                    pass  # the line was cut while we were still talking
            assert [line["status"] for line in log] == [413]
        assert bot.office.keys == []


async def test_a_body_just_small_enough():
    async with Doorstep() as door:
        room = 65_536 - len(message(Content="").encode())
        assert (await door.knock(signed(), message(Content="a" * room))).status_code == 200
        assert (await door.knock(signed(nonce="2"), message(Content="a" * (room + 1)))).status_code == 413
        assert len(door.office.last.text) == room


# kept, or not


@pytest.mark.parametrize("key", ["", KEY])
async def test_what_the_sdk_cannot_read_is_kept(key):
    async with Doorstep(key) as door:
        raw = write({"ToUserName": ACCOUNT, "FromUserName": WANG, "Content": WORDS})
        answer = await door.knock(*(sealed(raw) if key else (signed(), raw)))
        assert (answer.status_code, answer.content) == (200, b"success")
        assert (door.office.last.unreadable, door.office.last.data["raw"]) == ("unparsable", raw)
        assert [(line["event"], line["error"]) for line in door.log] == [
            ("the SDK cannot read a message", "KeyError")
        ]


async def test_what_wechat_itself_encrypted_is_kept_even_if_it_is_no_xml():
    async with Doorstep(KEY) as door:
        answer = await door.knock(*sealed("什么都不是"))
        assert (answer.status_code, door.office.last.data["raw"]) == (200, "什么都不是")


async def test_an_unknown_type_is_an_event_like_any_other():
    async with Doorstep() as door:
        answer = await door.knock(signed(), message(MsgType="hologram"))
        assert (answer.status_code, door.office.last.unreadable) == (200, "other")


async def test_what_nobody_said_is_received_and_forgotten():
    async with Doorstep() as door:
        answer = await door.knock(
            signed(), message(MsgType="event", Event="VIEW", EventKey="https://example.com")
        )
        assert (answer.content, door.office.keys) == (b"success", [])


async def test_signs_no_parser_takes_cost_nobody_their_message():
    for key in ("", KEY):
        async with Doorstep(key) as door:
            raw = message(Content="厨房\x08漏水\x1f")
            await door.knock(*(sealed(raw) if key else (signed(), raw)))
            assert door.office.last.text == "厨房漏水"


@pytest.mark.parametrize("key", ["", KEY])
async def test_what_could_not_be_kept_stays_with_wechat_and_is_welcome_again(key):
    async with Doorstep(key) as door:
        door.office.deaf = 1
        query, body = sealed(message()) if key else (signed(), message())
        assert (await door.knock(query, body)).status_code == 500
        assert [(line["event"], line["error"]) for line in door.log] == [
            ("a delivery could not be kept", "OSError")
        ]
        again = sealed(message(), AT + 1, "77") if key else (signed(AT + 1, "77"), message())
        assert (await door.knock(*again)).content == b"success"
        assert len(door.office.events) == 1


async def test_nothing_is_taken_before_anybody_listens():
    async with Doorstep(listening=False) as door:
        assert (await door.knock(signed(), message())).status_code == 500


async def test_whoever_leaves_is_not_answered():
    async with Doorstep() as door:
        door.office.held_for[""] = ["anything"]
        answer = await door.knock(signed(), message(MsgType="event", Event="unsubscribe", EventKey=""))
        assert (answer.content, door.office.last.what, door.office.taken) == (b"success", What.STOPPED, {})
