"""The SDK's traps on WeCom's side, each closed; what goes wrong on the way; who signs in; groups."""

import asyncio
import gc
import logging
import re
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from structlog.testing import capture_logs
from wechatpy.enterprise import WeChatClient
from wechatpy.exceptions import WeChatClientException
from wechatpy.session.memorystorage import MemoryStorage

from bot.channels.base import TryAgain, Undeliverable
from bot.channels.wecom import files
from bot.channels.weixin import files as weixin_files
from bot.channels.weixin.client import NoToken
from bot.channels.weixin.http import NoAnswer, Wire
from bot.channels.weixin.tokens import Tokens
from core.chat import Attachment
from tests.bot.wecom_harness import Clock, file, staffed
from tests.fakes.wecom import CORPID, JPEG, SECRET, WeCom

TOKEN = b'{"errcode": 0, "access_token": "t", "expires_in": 7200}'
PHOTO = Attachment("photo", "m", channel="wecom")


@asynccontextmanager
async def serving(*answers: bytes) -> AsyncIterator[str]:
    """A server that answers one call after the other with these bytes, the last of them to all that follow."""
    left = list(answers)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readuntil(b"\r\n\r\n")
        if length := re.search(rb"content-length: *(\d+)", asked, re.IGNORECASE):
            await reader.readexactly(int(length[1]))  # who hangs up on somebody speaking is not heard
        said = left.pop(0) if len(left) > 1 else left[0]
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
        writer.write(said if said.startswith(b"HTTP/") else head + said)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def tells_nothing(wecom: WeCom, *written: object) -> bool:
    """Whether neither the token nor the secret is in what was written."""
    text = repr(written)
    return not any(secret in text for secret in (wecom.tokens.get()[0], SECRET, "access_token="))


# the token


async def test_one_token_is_fetched_once_however_many_ask_at_the_same_time():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        for n in range(6):
            wecom.member(f"M{n}")
        await asyncio.gather(*(bot.says(f"M{n}", "您好") for n in range(6)))
        assert len(wecom.called("gettoken")) == 1
        assert len(wecom.tokens.get()[0]) == 512


@pytest.mark.parametrize("spoil", ["expire", "revoke"])
async def test_a_token_that_is_refused_is_replaced_once_and_the_message_arrives(spoil):
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        await bot.says("ZhangSan", "一")
        getattr(wecom.tokens, spoil)()
        await bot.says("ZhangSan", "二")
        assert zhang.chat.texts == ["一", "二"]
        assert len(wecom.called("gettoken")) == 2


async def test_a_token_that_is_always_refused_ends_after_one_more_try():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("ZhangSan")
        wecom.tokens.refused = True
        with (
            capture_logs() as log,
            pytest.raises(TryAgain, match="the token is refused: errcode 40014") as error,
        ):
            await bot.says("ZhangSan", "厨房漏水")
        assert [len(wecom.called(path)) for path in ("gettoken", "message/send")] == [2, 2]
        assert tells_nothing(wecom, log, error.value)


async def test_the_sdks_own_retry_of_such_a_token_would_not_end():
    async with WeCom() as wecom:
        wecom.tokens.refused = True
        sdk = WeChatClient(CORPID, SECRET, auto_retry=True, timeout=2)
        sdk.API_BASE_URL = f"{wecom.url}/cgi-bin/"
        sdk.fetch_access_token = lambda: sdk._fetch_access_token(
            f"{wecom.url}/cgi-bin/gettoken", {"corpid": CORPID, "corpsecret": SECRET}
        )
        call = asyncio.create_task(asyncio.to_thread(sdk.get, "user/get", params={"userid": "ZhangSan"}))
        await wecom.wait_for(lambda: len(wecom.called("gettoken")) > 5)
        wecom.tokens.refused = False
        with pytest.raises(WeChatClientException):
            await call
        sdk._http.close()


async def test_a_wrong_secret_is_said_in_the_log_and_the_message_waits():
    async with (
        WeCom(clock=(clock := Clock())) as wecom,
        staffed(wecom, clock, secret="not-the-secret") as bot,
    ):
        wecom.member("ZhangSan")
        with capture_logs() as log, pytest.raises(TryAgain, match="no token: errcode 40001") as error:
            await bot.says("ZhangSan", "厨房漏水")
        assert len(wecom.called("gettoken")) == 1
        assert log[0]["event"] == "WeCom gives us no token: is the secret right?"
        assert "not-the-secret" not in repr((log, error.value))


async def test_a_token_is_given_up_before_it_ends_and_no_local_clock_overrides_that():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("ZhangSan")
        await bot.says("ZhangSan", "一")
        bot.channel._line.client.expires_at = 0  # what the SDK would go by: long over
        clock.moves(minutes=117)
        await bot.says("ZhangSan", "二")
        assert len(wecom.called("gettoken")) == 1
        clock.moves(minutes=2)
        await bot.says("ZhangSan", "三")
        assert len(wecom.called("gettoken")) == 2


def test_tokens_end_where_the_sdks_memory_keeps_them_for_ever():
    clock, kept, sdk = Clock(), Tokens(Clock()), MemoryStorage()
    kept = Tokens(clock)
    for storage in (kept, sdk):
        storage.set("token", "x", 7200)
        storage.set("other", "y")
        storage.set("none", None)
    clock.moves(hours=3)
    assert (sdk.get("token"), kept.get("token")) == ("x", None)
    assert (kept.get("other"), kept.get("none"), kept.get("gone", "-")) == ("y", None, "-")
    kept.delete("other")
    assert kept.get("other") is None


async def test_a_token_of_another_process_is_not_thrown_away():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        client = bot.channel._line.client
        await asyncio.to_thread(lambda: client.access_token)
        client._drop("a token somebody else has replaced already")
        await asyncio.to_thread(lambda: client.access_token)
        assert len(wecom.called("gettoken")) == 1


@pytest.mark.parametrize(
    "answer", [b"{}", b"[]", b"<html>", b'{"errcode": 0}', b'{"access_token": null}', b""]
)
async def test_an_answer_with_no_token_in_it_is_no_answer(answer):
    async with serving(answer) as url, staffed(url, Clock()) as bot:
        with pytest.raises(TryAgain):
            await bot.says("ZhangSan", "您好")


# on the way


@pytest.mark.parametrize(
    "fault",
    [
        {"errcode": -1},
        {"status": 500},
        {"status": 502},
        {"status": 302},
        {"garbage": True},
        {"drop": True},
        {"lose": True},
    ],
)
async def test_what_passes_is_tried_again_and_says_no_url(fault, caplog):
    caplog.set_level(logging.DEBUG)
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("ZhangSan")
        wecom.fails("message/send", **fault)
        with capture_logs() as log, pytest.raises(TryAgain) as error:
            await bot.says("ZhangSan", "厨房漏水")
        ours = [
            record.getMessage() for record in caplog.records if record.name != "aiohttp.access"
        ]  # the fake's
        assert tells_nothing(wecom, log, ours, traceback.format_exception(error.value))
        assert "漏水" not in repr((log, ours))


async def test_a_redirection_is_followed_nowhere():
    async with WeCom() as elsewhere:
        away = f"HTTP/1.1 302 Found\r\nLocation: {elsewhere.url}/cgi-bin/message/send\r\nContent-Length: 0\r\n\r\n"
        async with serving(TOKEN, away.encode()) as url, staffed(url, Clock()) as bot:
            with pytest.raises(TryAgain, match="HTTP 302"):
                await bot.says("ZhangSan", "您好")
        assert elsewhere.called("message/send") == []


async def test_a_platform_that_says_nothing_is_waited_for_no_longer_than_the_time_out():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock, timeout=0.2) as bot:
        wecom.member("ZhangSan")
        for path in ("message/send", "gettoken"):
            wecom.fails(path, hang=True)
        clocked = asyncio.get_running_loop().time()
        for _ in range(2):
            with pytest.raises(TryAgain, match="ReadTimeout"):
                await bot.says("ZhangSan", "您好")
        assert asyncio.get_running_loop().time() - clocked < 3


async def test_a_slow_platform_keeps_only_its_own_messages_waiting():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock, timeout=0.5) as bot:
        wecom.member("ZhangSan")
        wecom.fails("gettoken", hang=True)
        waiting = asyncio.create_task(bot.says("ZhangSan", "您好"))
        turns = 0
        while not waiting.done():  # the loop goes round as ever
            turns += 1
            await asyncio.sleep(0.001)
        assert turns > 50
        with pytest.raises(TryAgain):
            await waiting


@pytest.mark.parametrize("errcode", [45009, 45033])
async def test_too_many_calls_are_waited_for_as_long_as_wecom_counts(errcode):
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("ZhangSan")
        wecom.fails("message/send", errcode)
        with pytest.raises(TryAgain) as error:
            await bot.says("ZhangSan", "您好")
        assert error.value.after == timedelta(minutes=1)


@pytest.mark.parametrize("errcode", [60011, 81013, 86001, 86003, 40058, 48002, 99999])
async def test_what_wecom_refuses_for_good_is_undeliverable(errcode):
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("ZhangSan")
        wecom.fails("message/send", errcode)
        with pytest.raises(Undeliverable):
            await bot.says("ZhangSan", "您好")


async def test_an_address_that_is_not_on_the_list_is_named_in_the_log():
    answer = b'{"errcode": 60020, "errmsg": "not allow to access from your ip, hint: [x], from ip: 203.0.113.9, more"}'
    async with serving(TOKEN, answer) as url, staffed(url, Clock()) as bot:
        with capture_logs() as log, pytest.raises(TryAgain):
            await bot.says("ZhangSan", "您好")
    assert log[0]["ip"] == "203.0.113.9"


@pytest.mark.parametrize(
    "answer", [b"[]", b"null", b"{}", b'"ok"', b'{"errcode": "x"}', b'{"errcode": null}', b"ok"]
)
async def test_an_answer_that_says_neither_yes_nor_no_is_no_success(answer):
    async with serving(TOKEN, answer) as url, staffed(url, Clock()) as bot:
        with pytest.raises(TryAgain):
            await bot.says("ZhangSan", "您好")


async def test_after_the_end_nothing_is_sent_and_nothing_is_lost():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("ZhangSan")
        await bot.says("ZhangSan", "您好")
        await bot.channel.stop()
        with pytest.raises(TryAgain, match="closed"):
            await bot.says("ZhangSan", "您好")
    gc.collect()  # no connection was left open: a warning would fail us


# files


async def test_an_upload_after_the_token_ran_out_sends_the_whole_file():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        zhang = wecom.member("ZhangSan")
        bot.office.files = {"a": JPEG}
        await bot.says("ZhangSan", "一")
        wecom.fails("media/upload", 42001)
        await bot.says("ZhangSan", "二", media=(file("a"),))
        assert zhang.chat.last.media.content == JPEG
        assert [call.files["media"][1] for call in wecom.called("media/upload")] == [JPEG, JPEG]


async def test_the_sdks_own_retry_would_send_it_empty():
    async with WeCom() as wecom:
        sdk = WeChatClient(CORPID, SECRET, access_token=wecom.tokens.get()[0], auto_retry=True, timeout=2)
        sdk.API_BASE_URL = f"{wecom.url}/cgi-bin/"
        sdk.fetch_access_token = lambda: None
        wecom.fails("media/upload", 42001)
        with pytest.raises(WeChatClientException):
            await asyncio.to_thread(sdk.media.upload, "image", BytesIO(JPEG))
        assert [call.files["media"][1] for call in wecom.called("media/upload")] == [JPEG, b""]
        sdk._http.close()


async def test_a_file_somebody_sent_is_fetched_and_an_old_one_is_no_picture():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        kept = Attachment("photo", wecom.files.keep("image", JPEG).media_id, channel="wecom")
        assert await bot.channel.fetch(kept) == JPEG
        clock.moves(days=3)
        with pytest.raises(Undeliverable, match="40007"):
            await bot.channel.fetch(kept)


async def test_a_fetch_with_a_token_that_ran_out_is_made_again():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        kept = Attachment("photo", wecom.files.keep("image", JPEG).media_id, channel="wecom")
        await bot.channel.fetch(kept)
        wecom.tokens.revoke()
        assert await bot.channel.fetch(kept) == JPEG


async def test_a_file_that_is_json_itself_is_a_file():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        content = b'{"errcode": 40007, "errmsg": "a document about errors"}'
        kept = Attachment("document", wecom.files.keep("file", content).media_id, channel="wecom")
        assert await bot.channel.fetch(kept) == content


@pytest.mark.parametrize("fault", [{"status": 502}, {"garbage": True}, {"drop": True}, {"hang": True}])
async def test_an_error_page_is_no_picture(fault):
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock, timeout=0.3) as bot:
        wecom.fails("media/get", **fault)
        with pytest.raises(TryAgain):
            await bot.channel.fetch(PHOTO)


async def test_a_file_cut_off_on_the_way_is_no_file():
    head = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment\r\nContent-Length: 99\r\n\r\n"
    async with serving(TOKEN, head + JPEG) as url, staffed(url, Clock()) as bot:
        with pytest.raises(TryAgain):
            await bot.channel.fetch(PHOTO)


async def test_a_file_that_does_not_end_is_given_up(monkeypatch):
    monkeypatch.setattr(weixin_files, "MOST_BYTES", 10)
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        kept = Attachment("photo", wecom.files.keep("image", JPEG).media_id, channel="wecom")
        with pytest.raises(TryAgain, match="too large"):
            await bot.channel.fetch(kept)


def test_what_the_bytes_are_counts_and_not_what_they_are_called():
    assert files.shape(file("x", "photo", "a.jpg"), b"%PDF-1.7 ...") == ("file", "a.jpg")
    assert files.shape(file("x", "voice"), b"OggS ...") == ("file", "voice.ogg")
    assert files.shape(file("x", "document", "图.png"), JPEG) == ("file", "图.png")
    assert files.shape(file("x", "photo"), JPEG) == ("image", "photo.jpg")


# who signs in


async def test_a_browser_comes_back_with_a_code_and_the_member_is_known_by_it():
    async with WeCom(clock=(clock := Clock())) as wecom:
        oauth = f"{wecom.url}/connect/oauth2/authorize"
        async with staffed(wecom, clock, oauth=oauth) as bot:
            wecom.member("ZhangSan")
            code = wecom.logins.new("ZhangSan")
            assert await bot.channel.who(code) == "zhangsan"
            with pytest.raises(Undeliverable, match="40029"):
                await bot.channel.who(code)
            with pytest.raises(Undeliverable, match="not a member"):
                await bot.channel.who(wecom.logins.new("somebody-from-outside"))
            where = urlsplit(bot.channel.sign_in("https://bihuan.example/c/a?b=1&c=2", "s1"))
            asked = parse_qs(where.query)
            assert asked["redirect_uri"] == ["https://bihuan.example/c/a?b=1&c=2"]
            assert (asked["appid"], asked["state"], asked["scope"]) == ([CORPID], ["s1"], ["snsapi_base"])
            assert (asked["agentid"], where.fragment) == ([str(wecom.agent)], "wechat_redirect")


async def test_a_platform_that_is_away_is_not_somebody_unknown():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.fails("auth/getuserinfo", status=502)
        with pytest.raises(TryAgain):
            await bot.channel.who("code")


# groups


async def test_a_group_is_made_with_its_owner_in_it_and_can_be_spoken_to():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        for name in ("ZhangSan", "LiSi"):
            wecom.member(name)
        chat = await bot.channel.create_group("工程部", "ZhangSan", ["LiSi"], "engineering")
        assert (chat, wecom.group(chat).members) == ("engineering", ["ZhangSan", "LiSi"])
        await bot.says(f"@{chat}", "早上好")
        assert wecom.group(chat).texts == ["早上好"]
        other = await bot.channel.create_group("客服部", "LiSi", ["LiSi", "ZhangSan"])
        assert other in wecom.groups


async def test_a_group_that_cannot_be_made_says_so():
    async with WeCom(clock=(clock := Clock())) as wecom, staffed(wecom, clock) as bot:
        wecom.member("ZhangSan")
        with pytest.raises(Undeliverable, match="86006"):
            await bot.channel.create_group("工程部", "ZhangSan", [])
        wecom.root_scope = False
        with pytest.raises(Undeliverable, match="60011"):
            await bot.channel.create_group("工程部", "ZhangSan", ["ZhangSan"])


# what is in no error's text


def test_errors_are_fit_for_a_log():
    assert "secret" not in repr(NoToken(40001, "secret"))
    wire = Wire(0.2)
    with pytest.raises(NoAnswer) as error:
        wire.get("http://127.0.0.1:1/cgi-bin/x?access_token=secret")
    assert str(error.value) == "ConnectionError"
    wire.close()
