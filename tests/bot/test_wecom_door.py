"""WeCom's door lets WeCom in, and nobody else: forged, replayed, old, booby-trapped and oversized deliveries."""

import base64
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import aiohttp
import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs

from tests.bot.wecom_harness import NOW, Clock, Envelope, Knock, called, channel, envelope, knock
from tests.fakes.office import Office
from tests.fakes.wecom import CORPID, SECRET, Seal, Unverified, WeCom
from tests.fakes.wecom.server import AES_KEY, TOKEN

WORDS = "<xml><FromUserName>ZhangSan</FromUserName><MsgType>text</MsgType><Content>{0}</Content><MsgId>1</MsgId></xml>"
HELLO = WORDS.format("三栋漏水 13800138000")
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><xml><Encrypt>&c;</Encrypt></xml>'
)
FILE = '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><MsgType>&a;</MsgType></xml>'
ELSEWHERE = '<!DOCTYPE xml SYSTEM "http://127.0.0.1:1/x.dtd"><xml><Encrypt>x</Encrypt></xml>'
OTHER_KEY = base64.b64encode(secrets.token_bytes(32)).decode()[:43]


@dataclass
class House:
    """The door alone, with what is written down about whoever knocks."""

    app: Starlette
    office: Office
    clock: Clock
    log: list[dict[str, object]]

    async def gets(self, letter: Envelope, method: str = "POST") -> Knock:
        return await knock(self.app, letter.query, letter.body, method)

    async def sends_away(self, letter: Envelope, status: int, why: str) -> None:
        """It is refused with a reason in the log, and nothing is heard or given away."""
        answer = await self.gets(letter)
        assert (answer.status, answer.body, self.office.keys) == (status, b"", [])
        assert why in str(self.log[-1]["reason"])
        assert_no_secrets(self.log, letter)


def assert_no_secrets(log: list[dict[str, object]], letter: Envelope) -> None:
    written = repr(log)
    for secret in (TOKEN, AES_KEY, SECRET, "漏水", "13800138000", letter.query.get("msg_signature") or TOKEN):
        assert secret not in written


@asynccontextmanager
async def at_home() -> AsyncIterator[House]:
    clock, office = Clock(), Office()
    ours = channel("http://127.0.0.1:1", clock)
    await ours.start(office)
    with capture_logs() as log:
        yield House(Starlette(routes=ours.routes()), office, clock, log)
    await ours.stop()


# the right ones


async def test_the_address_is_verified_by_the_bare_plaintext():
    async with WeCom(clock=(clock := Clock())) as wecom, called(wecom, clock) as bot:
        assert wecom.delivery.url == bot.url


async def test_an_echo_whose_plus_came_unescaped_is_echoed_all_the_same():
    seal = Seal(TOKEN, AES_KEY, CORPID)
    sealed = next(s for s in iter(lambda: seal.encrypt("4711"), "") if "+" in s)
    query = seal.query(sealed, NOW.timestamp()) | {"echostr": sealed.replace("+", " ")}
    async with at_home() as house:
        answer = await knock(house.app, query, method="GET")
        assert (answer.status, answer.body) == (200, b"4711")


async def test_an_address_is_not_verified_with_another_key():
    clock = Clock()
    async with WeCom(clock=clock) as wecom:
        with pytest.raises(Unverified, match="403"):
            async with called(wecom, clock, aes_key=OTHER_KEY):
                pytest.fail("the key is wrong")


async def test_what_is_committed_is_answered_with_an_empty_200():
    async with at_home() as house:
        answer = await house.gets(envelope(HELLO))
        assert (answer.status, answer.body) == (200, b"")
        assert house.office.last.text == "三栋漏水 13800138000"


async def test_what_could_not_be_kept_comes_again_and_is_kept_once():
    clock = Clock()
    async with WeCom(clock=clock) as wecom, called(wecom, clock) as bot:
        bot.office.deaf = 2
        with capture_logs() as log:
            push = await wecom.member("ZhangSan").says("漏水")
        assert push.statuses == [500, 500, 200]
        assert [event.text for event in bot.office.events] == ["漏水"]
        assert len(set(bot.office.keys)) == 1
        assert [entry["event"] for entry in log] == ["a delivery could not be kept"] * 2
        assert "漏水" not in repr(log)


async def test_a_delivery_answered_twice_is_one_event():
    clock = Clock()
    async with WeCom(clock=clock) as wecom, called(wecom, clock) as bot:
        wecom.delivery.twice = 1
        assert (await wecom.member("ZhangSan").says("漏水")).statuses == [200, 200]
        assert (len(bot.office.events), bot.office.repeated) == (1, 1)


async def test_before_it_has_begun_the_door_keeps_nothing_and_says_so():
    ours = channel("http://127.0.0.1:1", Clock())
    letter = envelope(HELLO)
    assert (await knock(Starlette(routes=ours.routes()), letter.query, letter.body)).status == 500
    await ours.stop()


# forged


async def test_a_forged_signature_is_refused():
    async with at_home() as house:
        letter = envelope(HELLO)
        letter.query["msg_signature"] = "0" * 40
        await house.sends_away(letter, 403, "the signature is wrong")
        letter.query["msg_signature"] = "ü" * 40
        await house.sends_away(letter, 403, "the signature is wrong")
        del letter.query["msg_signature"]
        await house.sends_away(letter, 403, "the signature is wrong")


async def test_a_signature_of_another_token_or_over_other_words_is_refused():
    async with at_home() as house:
        await house.sends_away(envelope(HELLO, token="another"), 403, "the signature is wrong")
        letter = envelope(HELLO)
        letter.body = envelope(WORDS.format("别的")).body
        await house.sends_away(letter, 403, "the signature is wrong")


@pytest.mark.parametrize(
    "query", [{}, {"timestamp": ""}, {"timestamp": "x"}, {"timestamp": "٣"}, {"timestamp": "9" * 30}]
)
async def test_a_delivery_without_a_time_is_refused(query):
    async with at_home() as house:
        letter = envelope(HELLO)
        letter.query = query
        await house.sends_away(letter, 403, "no timestamp")


@pytest.mark.parametrize(
    "late", [timedelta(minutes=5, seconds=1), timedelta(days=400), -timedelta(minutes=2)]
)
async def test_an_old_delivery_and_one_from_the_future_are_refused(late):
    async with at_home() as house:
        await house.sends_away(envelope(HELLO, NOW - late), 403, "seconds old")


async def test_a_recorded_delivery_cannot_be_played_later_and_within_minutes_is_the_same_event():
    async with at_home() as house:
        letter = envelope(HELLO)
        assert [(await house.gets(letter)).status for _ in range(2)] == [200, 200]
        assert (len(house.office.events), house.office.repeated) == (1, 1)
        house.clock.moves(minutes=6)
        assert (await house.gets(letter)).status == 403
        assert len(house.office.keys) == 2


async def test_a_recorded_delivery_cannot_be_given_a_new_time():
    async with at_home() as house:
        letter = envelope(HELLO, NOW - timedelta(hours=1))
        letter.query["timestamp"] = str(int(NOW.timestamp()))
        await house.sends_away(letter, 403, "the signature is wrong")


async def test_another_key_or_another_corp_is_refused():
    async with at_home() as house:
        await house.sends_away(envelope(HELLO, key=OTHER_KEY), 403, "the AES key or the account does not fit")
        await house.sends_away(envelope(HELLO, corp="ww9other"), 403, "InvalidCorpIdException")


@pytest.mark.parametrize("sealed", ["", "x", "=", "AAAA", "A" * 24, "A" * 43, "A" * 64, "漏水", "A" * 44])
async def test_signed_nonsense_is_refused_whatever_the_crypto_makes_of_it(sealed):
    async with at_home() as house:
        letter = envelope(HELLO)
        letter.query = letter.seal.query(sealed, NOW.timestamp())
        letter.body = f"<xml><Encrypt>{sealed}</Encrypt></xml>".encode()
        assert (await house.gets(letter)).status in {400, 403}
        assert house.office.keys == []


async def test_a_get_with_nothing_to_echo_is_refused():
    async with at_home() as house:
        letter = envelope(HELLO)
        assert (await house.gets(letter, "GET")).status == 403
        assert (await knock(house.app, {}, method="GET")).status == 403


# traps and nonsense


@pytest.mark.parametrize(
    "body", ["", "x", "{}", "<xml>", "<xml><Encrypt>x</xml>", "<xml></xml>", "\xff\xfe<", "<a/><b/>"]
)
async def test_a_body_that_is_no_xml_is_refused(body):
    async with at_home() as house:
        letter = envelope(HELLO)
        letter.body = body.encode("latin-1")
        await house.sends_away(letter, 400, "no XML")


@pytest.mark.parametrize("body", [BOMB, FILE, ELSEWHERE, "<xml>" + "<a>" * 2000 + "</a>" * 2000 + "</xml>"])
async def test_xml_that_sets_a_trap_is_refused_before_it_springs(body):
    async with at_home() as house:
        letter = envelope(HELLO)
        letter.body = body.encode()
        await house.sends_away(letter, 400, "XML with a trap")
        letter.body = body.encode("utf-16")  # no way round either
        assert (await house.gets(letter)).status == 400


@pytest.mark.parametrize("plain", [BOMB, FILE, ELSEWHERE])
async def test_a_trap_is_refused_even_under_the_right_seal(plain):
    async with at_home() as house:
        await house.sends_away(envelope(plain), 400, "XML with a trap")


async def test_words_about_xml_are_only_words():
    async with at_home() as house:
        await house.gets(envelope(WORDS.format("<![CDATA[<!DOCTYPE xml [<!ENTITY a 'b'>]> &amp; ]]&gt;]]>")))
        assert house.office.last.text == "<!DOCTYPE xml [<!ENTITY a 'b'>]> &amp; ]]&gt;"


async def test_five_megabytes_are_refused_and_not_read():
    async with at_home() as house:
        letter = envelope(HELLO)
        letter.body += b" " * 5_000_000
        answer = await house.gets(letter)
        assert (answer.status, house.office.keys) == (413, [])
        assert answer.read < 100_000
        assert_no_secrets(house.log, letter)


async def test_five_megabytes_over_http_are_refused_and_the_next_message_is_heard():
    clock = Clock()
    async with WeCom(clock=clock) as wecom, called(wecom, clock) as bot:
        letter = envelope(WORDS.format("水" * 1_700_000))
        async with aiohttp.ClientSession() as session:
            try:
                async with session.post(bot.url, params=letter.query, data=BytesIO(letter.body)) as answer:
                    assert answer.status == 413
            except aiohttp.ClientError:
                pass  # we hung up before it was all said
        assert (await wecom.member("ZhangSan").says("漏水")).statuses == [200]
        assert [event.text for event in bot.office.events] == ["漏水"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD"])
async def test_other_methods_are_refused(method):
    async with at_home() as house:
        assert (await house.gets(envelope(HELLO), method)).status in {403, 405}
        assert house.office.keys == []


def test_a_key_that_is_none_is_found_at_once_and_not_repeated():
    with pytest.raises(ValueError, match="43 letters") as error:
        channel("http://127.0.0.1:1", Clock(), aes_key="too-short-a-key")
    assert "too-short" not in str(error.value)
