"""Whatever a test wants to go wrong does."""

import asyncio

import aiohttp
import pytest

from tests.fakes.wechat import User, WeChat
from tests.fakes.wechat.played import Account


async def test_faults_befall_the_next_calls_of_a_path(wechat: WeChat, wang: User, account: Account) -> None:
    await wang.says("你好")
    wechat.fails("message/custom/send", 45009, times=2)
    assert [await account.sends(wang, "好") for _ in range(3)] == [45009, 45009, 0]
    assert [call.errcode for call in wechat.called("message/custom/send")] == [45009, 45009, 0]
    wechat.fails("", -1, times=0)
    assert [await account.sends(wang, "好") for _ in range(3)] == [-1] * 3
    wechat.heals()
    assert await account.sends(wang, "好") == 0


async def test_a_line_that_is_cut_before_or_after_the_work(
    wechat: WeChat, wang: User, account: Account
) -> None:
    await wang.says("你好")
    for how, shown in (("drop", 0), ("lose", 1)):
        wechat.fails("message/custom/send", how)
        with pytest.raises(aiohttp.ClientError):
            await account.sends(wang, "好")
        assert len(wang.chat.said) == shown


async def test_a_server_error_and_a_page_that_is_no_json(
    wechat: WeChat, wang: User, account: Account
) -> None:
    url = f"{wechat.url}/cgi-bin/menu/get"
    wechat.fails("menu/get", 502)
    wechat.fails("menu/get", "gibberish")
    for status in (502, 200):
        async with account.session.get(url, params={"access_token": account.token}) as answer:
            assert (answer.status, answer.content_type) == (status, "text/html")


async def test_a_call_that_hangs_is_not_in_hand(wechat: WeChat, wang: User, account: Account) -> None:
    wechat.fails("menu/get", "hang")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(account.get("menu/get"), 0.05)
    await wechat.settled()
    assert (await account.get("menu/get"))["errcode"] == 46003


async def test_a_slow_call_is_answered(wechat: WeChat, account: Account) -> None:
    wechat.slows("menu/get", 0.05)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(account.get("menu/get"), 0.01)
    assert (await account.get("menu/get"))["errcode"] == 46003
    await wechat.settled()
