"""What the tests of the fake itself play: an account that calls the platform, and a door that answers it."""

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import aiohttp
from aiohttp import web
from wechatpy import parse_message
from wechatpy.crypto import WeChatCrypto
from wechatpy.replies import TextReply
from wechatpy.utils import check_signature

from tests.fakes.wechat import TEMPLATE, User, WeChat

SCENE = "unit-3-2-1201"
PROGRESS = {"character_string1": "W-0007", "thing2": "厨房漏水", "time3": "2026年11月17日 10:00"}
VIEW = {"type": "view", "name": "主页", "url": "https://example.com/"}
CLICK = {"type": "click", "name": "报修", "key": "repair"}


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class House:
    """A door that answers what it is told to, and hears with the SDK's own ears."""

    wechat: WeChat
    url: str = ""
    heard: list[Any] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)  # the MsgIds, try by try
    queries: list[dict[str, str]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)  # to answer with, before it is 200 again
    answer: Callable[[Any], str] = lambda message: "success"
    seals: bool = True
    appid: str = ""  # for another account
    echo: str = "{}"
    asleep: int = 0  # so many deliveries it does not answer
    wakes: asyncio.Event = field(default_factory=asyncio.Event)

    async def verify(self, request: web.Request) -> web.Response:
        query = request.query
        check_signature(self.wechat.token, query["signature"], query["timestamp"], query["nonce"])
        return web.Response(text=self.echo.format(query["echostr"]))

    async def hear(self, request: web.Request) -> web.Response:
        query, text = request.query, await request.text()
        check_signature(self.wechat.token, query["signature"], query["timestamp"], query["nonce"])
        message = parse_message(self._opened(query, text))
        self.heard.append(message)
        self.keys.append(message.id)
        self.queries.append(dict(query))
        if self.asleep:
            self.asleep -= 1
            await self.wakes.wait()
        if self.statuses:
            return web.Response(status=self.statuses.pop(0))
        return web.Response(text=self._closed(query, self.answer(message)))

    @property
    def crypto(self) -> WeChatCrypto:
        return self._crypto(self.wechat.appid)

    def _crypto(self, appid: str) -> WeChatCrypto:
        return WeChatCrypto(self.wechat.token, self.wechat.aes_key, appid)

    def _opened(self, query: Any, text: str) -> str:
        if not self.wechat.aes_key:
            return text
        assert query["encrypt_type"] == "aes"
        opened = self.crypto.decrypt_message(text, query["msg_signature"], query["timestamp"], query["nonce"])
        return str(opened)

    def _closed(self, query: Any, answer: str) -> str:
        if not self.wechat.aes_key or not self.seals or not answer.startswith("<"):
            return answer
        crypto = self._crypto(self.appid or self.wechat.appid)
        return str(crypto.encrypt_message(answer, query["nonce"], query["timestamp"]))


@dataclass
class Account:
    """Whoever calls the platform for the account, with a token that is good."""

    wechat: WeChat
    session: aiohttp.ClientSession
    token: str = ""

    async def get(self, path: str, **query: str) -> Any:
        if not path.startswith("sns"):
            path, query = f"cgi-bin/{path}", {"access_token": self.token} | query
        async with self.session.get(f"{self.wechat.url}/{path}", params=query) as answer:
            assert answer.status == 200
            if "attachment" in answer.headers.get("Content-Disposition", ""):
                return await answer.read()
            return await answer.json(content_type=None)

    async def post(self, path: str, body: Any, **query: str) -> Any:
        url = f"{self.wechat.url}/cgi-bin/{path}"
        raw = body if isinstance(body, bytes | aiohttp.FormData) else dumps(body)
        async with self.session.post(url, params={"access_token": self.token} | query, data=raw) as answer:
            assert answer.status == 200
            return await answer.json(content_type=None)

    async def fetches_token(self, **more: Any) -> Any:
        asked = {"grant_type": "client_credential", "appid": self.wechat.appid, "secret": self.wechat.secret}
        answer = await self.post("stable_token", asked | more)
        self.token = answer.get("access_token", self.token)
        return answer

    async def sends(self, user: User, text: str) -> int:
        return await self.sends_any(user, "text", {"content": text})

    async def sends_any(self, user: User, type_: str, inner: Any) -> int:
        body = {"touser": user.openid, "msgtype": type_, type_: inner}
        return int((await self.post("message/custom/send", body))["errcode"])

    async def notifies(self, user: User, template: str = TEMPLATE, url: str = "", **values: str) -> Any:
        data = {name: {"value": value} for name, value in (values or PROGRESS).items()}
        body = {"touser": user.openid, "template_id": template, "url": url, "data": data}
        return await self.post("message/template/send", body)

    async def uploads(self, kind: str, content: bytes, name: str = "a.jpg") -> Any:
        form = aiohttp.FormData()
        form.add_field("media", io.BytesIO(content), filename=name)
        return await self.post("media/upload", form, type=kind)


def dumps(body: Any) -> bytes:
    import json

    return json.dumps(body, ensure_ascii=False).encode()


def words(text: str) -> Callable[[Any], str]:
    """Answer a text."""
    return lambda message: str(TextReply(message=message, content=text).render())


async def serve(wechat: WeChat) -> tuple[House, web.AppRunner]:
    house = House(wechat)
    app = web.Application()
    app.router.add_get("/wechat", house.verify)
    app.router.add_post("/wechat", house.hear)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    house.url = f"http://127.0.0.1:{runner.addresses[0][1]}/wechat"
    await wechat.connect(house.url)
    return house, runner


def code(scene: Any, seconds: int) -> Any:
    return {
        "expire_seconds": seconds,
        "action_name": "QR_STR_SCENE",
        "action_info": {"scene": {"scene_str": scene}},
    }


def authorize(wechat: WeChat, back: str, mark: str = "#wechat_redirect", **more: str) -> str:
    asked = {"appid": wechat.appid, "redirect_uri": back, "response_type": "code", "scope": "snsapi_base"}
    asked = asked | {"state": "s1"} | more
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in asked.items())
    return f"{wechat.url}/connect/oauth2/authorize?{query}{mark}"
