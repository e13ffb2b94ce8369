"""The fake before the SDK, before another process, and what can be read off a text."""

import asyncio
import io
from datetime import UTC, datetime

import pytest
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

from tests.fakes.wechat import Call, User, WeChat
from tests.fakes.wechat.chats import Chat, Message
from tests.fakes.wechat.media import PHOTO
from tests.fakes.wechat.played import Account, House, words


class Client(WeChatClient):  # type: ignore[misc]
    """The SDK's client with a token that was fetched otherwise."""

    def fetch_access_token(self) -> None:
        raise AssertionError("nobody asked for that")


async def test_the_sdk_can_talk_to_it(wechat: WeChat, wang: User, account: Account) -> None:
    class Here(Client):
        API_BASE_URL = f"{wechat.url}/cgi-bin/"

    client = Here(wechat.appid, wechat.secret, account.token, timeout=5, auto_retry=False)
    try:
        await wang.says("你好")
        body = {"touser": "oWang", "msgtype": "text", "text": {"content": "好 \\ \x1f"}}
        await asyncio.to_thread(client.post, "message/custom/send", data=body)
        assert wang.chat.last.text == "好 \\ \x1f"
        files = {"media": ("a.jpg", io.BytesIO(PHOTO))}
        kept = await asyncio.to_thread(client.post, "media/upload", params={"type": "image"}, files=files)
        fetched = await asyncio.to_thread(client.get, "media/get", params={"media_id": kept["media_id"]})
        assert fetched.content == PHOTO
        with pytest.raises(WeChatClientException) as refused:
            await asyncio.to_thread(client.get, "menu/get")
        assert refused.value.errcode == 46003
    finally:
        client._http.close()


async def test_people_are_played_over_http(wechat: WeChat, house: House, account: Account) -> None:
    house.answer = words("1. 满意")
    async with account.session.post(f"{wechat.url}/people/oWang/says", json={"text": "你好"}) as answer:
        assert await answer.json() == {"statuses": [200], "errors": []}
    async with account.session.get(f"{wechat.url}/chats/oWang") as answer:
        shown = await answer.json()
    assert shown[1] == {"kind": "passive", "text": "1. 满意", "buttons": ["满意"], "links": []}


def test_links_and_entries_in_a_text() -> None:
    text = '请看 <a href="https://e.cn/c/1?a=1">这里</a>，或 https://e.cn/c/2。\n<a href="weixin://bizmsgmenu?msgmenucontent=满意&msgmenuid=7-1">满意</a>'
    message = Message("service", "text", datetime.now(UTC), text)
    assert message.links == ["https://e.cn/c/1?a=1", "https://e.cn/c/2"]
    button = message.button("满意")
    assert button is not None
    assert button.id == "7-1"
    assert Chat("o").texts == []
    assert Call("a", "GET", {}).errcode == 0
