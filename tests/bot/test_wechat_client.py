"""The SDK's client and its traps; files, signing in, the menu and QR codes."""

import asyncio
import logging
import warnings
from datetime import timedelta

import pytest
import wechatpy
from structlog.testing import capture_logs

from bot.channels.base import TryAgain, Undeliverable
from bot.channels.wechat import WeChat as Channel
from bot.channels.wechat.client import Client
from core.chat import Attachment
from tests.bot.wechat_account import WANG, Watch, account, connected
from tests.fakes.wechat import WeChat
from tests.fakes.wechat.media import PHOTO, VIDEO, VOICE

SEND, UPLOAD, GET, TOKEN = "message/custom/send", "media/upload", "media/get", "stable_token"


async def spoken_to(wechat):
    user = wechat.user(WANG)
    await user.says("你好")
    return user


def sent(kind, media):
    return Attachment(kind, media, channel="wechat")


# tokens


async def test_the_stable_token_is_fetched_once_for_many():
    async with WeChat() as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        await asyncio.gather(*(bot.says("一", id=str(n)) for n in range(5)))
        (asked,) = wechat.called(TOKEN)
        assert asked.body == {
            "grant_type": "client_credential",
            "appid": wechat.appid,
            "secret": wechat.secret,
        }
        assert (asked.method, wechat.called("token")) == ("POST", [])
        assert len(wechat.called(SEND)[0].query["access_token"]) == 512


async def test_two_processes_share_a_token():
    async with WeChat() as wechat, account(wechat) as one, account(wechat) as other:
        await spoken_to(wechat)
        for bot in (one, other, one):
            await bot.says("一")
        assert len({call.query["access_token"] for call in wechat.called(SEND)}) == 1
        assert len(wechat.called(TOKEN)) == 2


@pytest.mark.parametrize("errcode", [40001, 40014, 42001])
async def test_a_refused_token_is_replaced_once(errcode):
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("一")
        wechat.fails(SEND, errcode)
        await bot.says("二")
        assert wang.chat.texts == ["一", "二"]
        assert len(wechat.called(TOKEN)) == 2


async def test_a_token_somebody_else_has_ended():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("一")
        wechat.tokens.revoke()
        await bot.says("二")
        assert wang.chat.texts == ["一", "二"]


@pytest.mark.parametrize("errcode", [40001, 40014, 42001])
async def test_trap_a_token_that_is_always_refused_does_not_go_round_for_ever(errcode):
    async with WeChat() as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        wechat.tokens.refusing = errcode
        with pytest.raises(TryAgain, match=str(errcode)) as refusal:
            await bot.says("厨房漏水")
        assert (len(wechat.called(SEND)), len(wechat.called(TOKEN))) == (2, 2)
        assert wechat.called(SEND)[0].query["access_token"] not in repr(refusal.value)
        wechat.tokens.refusing = 0
        assert await bot.says("厨房漏水") == "cs:417"


async def test_trap_a_picture_uploaded_again_after_a_refused_token_is_whole():
    async with WeChat() as wechat, account(wechat) as bot:
        wang = await spoken_to(wechat)
        await bot.says("一")
        bot.office.files = {"1": PHOTO}
        wechat.fails(UPLOAD, 42001)
        await bot.says("看", media=(Attachment("photo", "1", channel="telegram"),))
        assert [call.body["media"][1] for call in wechat.called(UPLOAD)] == [PHOTO, PHOTO]
        assert wang.chat.last.media.content == PHOTO


async def test_trap_a_token_lasts_as_long_as_it_was_given_and_no_longer():
    watch = Watch()
    async with WeChat(clock=watch) as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        await bot.says("一")
        watch.move(minutes=110)
        await bot.says("二")
        assert len(wechat.called(TOKEN)) == 1
        watch.move(minutes=10, seconds=1)
        await bot.says("三")
        assert len(wechat.called(TOKEN)) == 2
        assert [call.answer.get("errcode") for call in wechat.called(SEND)] == [0, 0, 0]


async def test_trap_a_token_put_into_the_storage_counts_whatever_the_client_remembers():
    watch = Watch()
    client = Client("wx1", "secret", "http://127.0.0.1:9", watch, 1.0)
    client.expires_at = 1  # the SDK's own memory: long gone
    client.session.set(client.access_token_key, "another process's token", 7200)
    assert client.access_token == "another process's token"
    watch.now += timedelta(hours=2)
    assert client.session.get(client.access_token_key) is None
    client.close()


@pytest.mark.parametrize("path", [TOKEN, SEND, UPLOAD])
async def test_trap_every_request_has_an_end(path):
    async with WeChat() as wechat, account(wechat, timeout=0.2) as bot:
        await spoken_to(wechat)
        wechat.fails(path, "hang", times=0)
        bot.office.files = {"1": PHOTO}
        if path == UPLOAD:
            with pytest.raises(TryAgain, match="no answer"):
                await bot.channel._api.upload("image", PHOTO)
        else:
            with pytest.raises(TryAgain, match="no answer"):
                await bot.says("一")


async def test_trap_the_hosts_are_ours_to_choose():
    client = Client("wx1", "secret", "https://proxy.example.com/", Watch(), 1.0)
    assert client.API_BASE_URL == "https://proxy.example.com/cgi-bin/"
    assert Client("wx1", "s", "https://other.example.com", Watch(), 1.0).API_BASE_URL != client.API_BASE_URL
    assert wechatpy.WeChatClient.API_BASE_URL == "https://api.weixin.qq.com/cgi-bin/"
    assert (client.auto_retry, "secret" in repr(client)) == (False, False)
    client.close()


async def test_trap_the_old_methods_warn_and_are_not_used():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with WeChat() as wechat, account(wechat) as bot:
            await spoken_to(wechat)
            bot.office.files = {"1": PHOTO}
            await bot.says("看", "好", media=(Attachment("photo", "1", channel="telegram"),))


async def test_a_wrong_secret_is_named_and_no_message_is_lost():
    async with WeChat() as wechat:
        wechat.secret, right = "another", wechat.secret
        async with account(wechat) as bot:
            wechat.secret = right
            await spoken_to(wechat)
            with capture_logs() as log, pytest.raises(TryAgain, match="40125"):
                await bot.says("一")
            assert [(line["event"], line["errcode"]) for line in log] == [("WeChat gives us no token", 40125)]
            assert "another" not in str(log)
            assert wechat.called(SEND) == []


async def test_an_address_that_is_not_on_the_list_is_named_for_whoever_can_add_it():
    async with WeChat() as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        wechat.on_allow_list = False
        with capture_logs() as log, pytest.raises(TryAgain, match="40164") as refusal:
            await bot.says("一")
        assert [line["address"] for line in log if "address" in line] == ["127.0.0.1"]
        assert refusal.value.after == timedelta(minutes=10)


async def test_a_quota_that_is_used_up_is_left_alone_for_a_while():
    async with WeChat() as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        wechat.fails(SEND, 45009)
        with pytest.raises(TryAgain) as refusal:
            await bot.says("一")
        assert refusal.value.after == timedelta(minutes=10)


@pytest.mark.parametrize("trouble", [500, "drop", "gibberish", -1])
async def test_no_token_to_be_had_right_now(trouble):
    async with WeChat() as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        wechat.fails(TOKEN, trouble)
        with pytest.raises(TryAgain):
            await bot.says("一")
        assert await bot.says("一") == "cs:417"


async def test_no_library_writes_a_url_down(caplog):
    caplog.set_level(logging.DEBUG)
    async with WeChat() as wechat, account(wechat) as bot:
        await spoken_to(wechat)
        await bot.says("一")
        wechat.fails(SEND, 502)
        with pytest.raises(TryAgain):
            await bot.says("一")
        token = wechat.called(SEND)[0].query["access_token"]
        written = [
            line.getMessage() for line in caplog.records if not line.name.startswith("aiohttp")
        ]  # the fake's
        assert not any(secret in str(written) for secret in (token, wechat.secret, "access_token"))
        assert "urllib3" in logging.root.manager.loggerDict


# files


@pytest.mark.parametrize(
    ("how", "kind", "content"),
    [("sends_photo", "photo", PHOTO), ("sends_voice", "voice", VOICE), ("sends_video", "video", VIDEO)],
)
@pytest.mark.parametrize("links", [True, False])
async def test_the_bytes_of_what_somebody_sent(how, kind, content, links):
    async with WeChat() as wechat, connected(wechat) as bot:
        wechat.video_links = links
        await getattr(wechat.user(WANG), how)()
        (attachment,) = bot.office.last.attachments
        assert attachment.kind == kind
        assert await bot.channel.fetch(attachment) == content


async def test_a_file_older_than_three_days_is_gone():
    watch = Watch()
    async with WeChat(clock=watch) as wechat, connected(wechat) as bot:
        await wechat.user(WANG).sends_photo()
        watch.move(days=3, minutes=1)
        with pytest.raises(Undeliverable, match="40007"):
            await bot.channel.fetch(bot.office.last.attachments[0])


@pytest.mark.parametrize("trouble", [-1, 45009, 48001, 40001, 500, 404, "gibberish", "drop", "hang"])
async def test_an_error_is_never_saved_as_a_picture(trouble):
    async with WeChat() as wechat, connected(wechat, timeout=0.2) as bot:
        await wechat.user(WANG).sends_photo()
        wechat.fails(GET, trouble, times=2)
        with pytest.raises(TryAgain):
            await bot.channel.fetch(bot.office.last.attachments[0])


async def test_a_file_comes_with_a_new_token_if_it_must():
    async with WeChat() as wechat, connected(wechat) as bot:
        await wechat.user(WANG).sends_photo()
        wechat.fails(GET, 42001)
        assert await bot.channel.fetch(bot.office.last.attachments[0]) == PHOTO


async def test_nothing_that_was_never_sent():
    async with WeChat() as wechat, account(wechat) as bot:
        with pytest.raises(Undeliverable):
            await bot.channel.fetch(sent("photo", "made-up"))


# signing in


async def test_signing_in_tells_who_it_is():
    async with WeChat() as wechat, account(wechat, public_url="https://bihuan.example.com/") as bot:
        url = bot.channel.sign_in("/c/abc?x=1", "Sign3d")
        assert url.startswith(
            f"{wechat.url}/connect/oauth2/authorize?appid={wechat.appid}&redirect_uri=https%3A%2F%2Fbihuan"
        )
        assert url.endswith("&response_type=code&scope=snsapi_base&state=Sign3d#wechat_redirect")
        back = wechat.oauth.authorize(url.partition("?")[2].partition("#")[0], WANG)
        assert back.startswith("https://bihuan.example.com/c/abc?x=1&code=")
        code = back.partition("code=")[2].partition("&")[0]
        assert await bot.channel.who(code) == WANG
        with pytest.raises(Undeliverable, match="40163"):
            await bot.channel.who(code)


@pytest.mark.parametrize(("trouble", "error"), [
    (40029, Undeliverable), (40163, Undeliverable), (-1, TryAgain), (500, TryAgain), ("hang", TryAgain), ("drop", TryAgain), ("gibberish", TryAgain),
])  # fmt: skip
async def test_a_code_that_is_none_and_a_platform_that_is_away(trouble, error):
    async with WeChat() as wechat, account(wechat, timeout=0.2) as bot:
        wechat.fails("/sns/oauth2/access_token", trouble)
        with pytest.raises(error) as refusal:
            await bot.channel.who("code")
        assert wechat.secret not in repr(refusal.value)


async def test_somebody_who_only_looks_in_passing_has_no_name():
    async with WeChat() as wechat, account(wechat) as bot:
        bot.channel._api.client.openid = lambda code: {"openid": "virtual", "is_snapshotuser": 1}
        with pytest.raises(Undeliverable):
            await bot.channel.who("code")


# the menu and QR codes


async def test_the_menu():
    async with WeChat() as wechat, connected(wechat) as bot:
        buttons = [
            ("我要投诉", "complain"),
            ("我的", [("我的工单", "mine"), ("官网", "https://example.com")]),
            ("转人工", "person"),
        ]
        await bot.channel.create_menu(buttons)
        wang = wechat.user(WANG)
        await wang.taps_menu("我的工单")
        assert bot.office.last.act == "mine"
        await wang.taps_menu("官网")
        assert len(bot.office.events) == 1


async def test_a_menu_wechat_does_not_like():
    async with WeChat() as wechat, account(wechat) as bot:
        with pytest.raises(Undeliverable, match="40016"):
            await bot.channel.create_menu([("一", "1")] * 4)


async def test_a_code_says_where_it_hangs_to_old_and_new_followers():
    watch = Watch()
    async with WeChat(clock=watch) as wechat, connected(wechat) as bot:
        ticket, url = await bot.channel.qr("unit-3-2-1201", 2_592_000)
        for followed, code in ((True, ticket), (False, url)):
            await wechat.user(f"o{followed}", following=followed).scans(code)
            assert (bot.office.last.text, bot.office.last.start) == ("/start", "unit-3-2-1201")


@pytest.mark.parametrize(("scene", "seconds"), [("", 60), ("x" * 65, 60), ("a", 0), ("a", 2_592_001)])
async def test_a_code_there_is_not(scene, seconds):
    channel = Channel("wx1", "secret", "token")
    with pytest.raises(ValueError, match=r"1 to 64|30 days"):
        await channel.qr(scene, seconds)
    await channel.stop()
