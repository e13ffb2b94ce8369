"""The fake WeCom keeps the platform's rules: judged with the SDK's own client and crypto on our side of it."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from wechatpy.enterprise import WeChatClient, parse_message
from wechatpy.enterprise.crypto import WeChatCrypto
from yarl import URL

from tests.fakes.wecom import AGENT, AMR, JPEG, MP4, PNG, Unverified, WeCom

ROOT = Path(__file__).parents[2]


@dataclass
class Clock:
    """A clock that is moved by hand."""

    now: datetime = datetime(2026, 3, 3, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def moves(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Door:
    """Our side of the callbacks, with the SDK's crypto."""

    crypto: WeChatCrypto
    url: str = ""
    heard: list[Any] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    deaf: int = 0
    hanging: int = 0
    echo: Callable[[str], str] = str
    answer: str = ""
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def verify(self, request: web.Request) -> web.Response:
        q = request.query
        plain = self.crypto.check_signature(q["msg_signature"], q["timestamp"], q["nonce"], q["echostr"])
        if self.hanging:
            await self.closing.wait()
        return web.Response(text=self.echo(plain))

    async def receive(self, request: web.Request) -> web.Response:
        q, body = request.query, await request.text()
        self.bodies.append(body)
        plain = self.crypto.decrypt_message(body, q["msg_signature"], q["timestamp"], q["nonce"])
        self.heard.append(parse_message(plain))
        if self.hanging:
            self.hanging -= 1
            await self.closing.wait()
        if self.deaf:
            self.deaf -= 1
            return web.Response(status=500)
        return web.Response(text=self.answer)


@asynccontextmanager
async def door(wecom: WeCom, connect: bool = True) -> AsyncIterator[Door]:
    """A door, known to WeCom."""
    ours = Door(WeChatCrypto(wecom.token, wecom.aes_key, wecom.corpid))
    routes = (web.get("/wecom", ours.verify), web.post("/wecom", ours.receive))
    async with serving(*routes) as url:
        ours.url = f"{url}/wecom"
        if connect:
            await wecom.connect(ours.url)
        yield ours
        ours.closing.set()


@asynccontextmanager
async def serving(*routes: web.RouteDef) -> AsyncIterator[str]:
    """A server of ours."""
    app = web.Application()
    app.router.add_routes(routes)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@dataclass
class Caller:
    """Calls the API as we would."""

    wecom: WeCom
    session: aiohttp.ClientSession
    token: str = ""

    async def get(self, path: str, **query: str) -> dict[str, Any]:
        address = f"{self.wecom.url}/cgi-bin/{path}"
        async with self.session.get(address, params={"access_token": self.token} | query) as answer:
            return await answer.json()

    async def post(self, path: str, body: Any = None, **query: str) -> dict[str, Any]:
        address, params = f"{self.wecom.url}/cgi-bin/{path}", {"access_token": self.token} | query
        async with self.session.post(address, params=params, json=body) as answer:
            return await answer.json()

    async def signs_in(self) -> None:
        found = await self.get("gettoken", corpid=self.wecom.corpid, corpsecret=self.wecom.secret)
        self.token = found["access_token"]

    async def sends(self, to: str, kind: str, fields: Any, **more: Any) -> dict[str, Any]:
        body = {"touser": to, "agentid": AGENT, "msgtype": kind, kind: fields} | more
        return await self.post("message/send", body)

    async def says(self, to: str, text: str, **more: Any) -> dict[str, Any]:
        return await self.sends(to, "text", {"content": text}, **more)

    async def shows(self, to: str, task_id: str, *labels: str, **more: Any) -> dict[str, Any]:
        return await self.sends(to, "template_card", card(task_id, *labels, **more))

    async def uploads(self, kind: str, content: bytes, name: str = "a.bin") -> dict[str, Any]:
        form = aiohttp.FormData()
        form.add_field("media", BytesIO(content), filename=name)
        address = f"{self.wecom.url}/cgi-bin/media/upload"
        params = {"access_token": self.token, "type": kind}
        async with self.session.post(address, params=params, data=form) as answer:
            return await answer.json()

    async def updates(self, code: str, **more: Any) -> dict[str, Any]:
        body = {"agentid": AGENT, "response_code": code, "atall": 1} | more
        return await self.post("message/update_template_card", body)


def card(task_id: str, *labels: str, **more: Any) -> dict[str, Any]:
    """A button card; a button's key is its label."""
    buttons = [{"text": label, "style": 1, "key": label} for label in labels or ("接单",)]
    known = {"card_type": "button_interaction", "main_title": {"title": "厨房漏水"}, "task_id": task_id}
    return known | {"button_list": buttons} | more


@asynccontextmanager
async def corp(**options: Any) -> AsyncIterator[tuple[WeCom, Caller]]:
    """WeCom with 张三 and 李四, and ourselves signed in."""
    async with WeCom(**options) as wecom, aiohttp.ClientSession() as session:
        wecom.member("ZhangSan", "张三")
        wecom.member("LiSi", "李四")
        caller = Caller(wecom, session)
        await caller.signs_in()
        yield wecom, caller


# tokens


async def test_the_token_is_the_same_until_it_runs_out():
    clock = Clock()
    async with corp(clock=clock) as (_wecom, caller):
        first = caller.token
        await caller.signs_in()
        assert (caller.token, len(first)) == (first, 512)
        clock.moves(seconds=7200)
        assert (await caller.says("ZhangSan", "你好"))["errcode"] == 42001
        await caller.signs_in()
        assert caller.token != first
        assert (await caller.says("ZhangSan", "你好"))["errcode"] == 0


async def test_a_token_that_is_none_is_refused():
    async with corp() as (wecom, caller):
        wecom.tokens.revoke()
        assert (await caller.says("ZhangSan", "你好"))["errcode"] == 40014
        await caller.signs_in()
        wecom.tokens.expire()
        assert (await caller.says("ZhangSan", "你好"))["errcode"] == 42001
        wecom.tokens.refused = True
        await caller.signs_in()
        assert (await caller.says("ZhangSan", "你好"))["errcode"] == 40014
        caller.token = ""
        assert (await caller.says("ZhangSan", "你好"))["errcode"] == 41001


@pytest.mark.parametrize(
    ("query", "errcode"),
    [
        ({"corpid": "", "corpsecret": "x"}, 41002),
        ({"corpid": "ww1", "corpsecret": ""}, 41004),
        ({"corpid": "ww1", "corpsecret": "x"}, 40013),
        ({"corpid": "ww5fake0corp0000id", "corpsecret": "x"}, 40001),
    ],
)
async def test_nobody_gets_a_token_without_the_secret(query, errcode):
    async with corp() as (_, caller):
        assert (await caller.get("gettoken", **query))["errcode"] == errcode


# messages


async def test_a_text_of_2048_bytes_is_whole_and_a_longer_one_is_cut_and_told_of():
    async with corp() as (wecom, caller):
        zhang = wecom.member("zhangsan")
        await caller.says("ZhangSan", "漏" * 682)
        assert zhang.chat.last.text == "漏" * 682
        assert not wecom.complaints
        await caller.says("ZhangSan", "漏" * 683)
        assert zhang.chat.last.text == "漏" * 682
        assert wecom.complaints == ["message/send: text.content was cut: 2049 bytes of 2048"]


@pytest.mark.parametrize(
    ("kind", "fields", "errcode"),
    [
        ("text", {"content": ""}, 44004),
        ("text", "厨房", 40058),
        ("textcard", {"description": "d", "url": "https://a"}, 41016),
        ("textcard", {"title": "t", "url": "https://a"}, 41033),
        ("textcard", {"title": "t", "description": "d"}, 41010),
        ("textcard", {"title": "t", "description": "d", "url": "a.example"}, 45034),
        ("textcard", {"title": "t", "description": "d", "url": "https://" + "a" * 2041}, 40039),
        ("image", {}, 41006),
        ("image", {"media_id": "none"}, 40007),
        ("news", {"articles": []}, 40008),
    ],
)
async def test_what_cannot_be_shown_is_refused(kind, fields, errcode):
    async with corp() as (wecom, caller):
        assert (await caller.sends("ZhangSan", kind, fields))["errcode"] == errcode
        assert not wecom.member("ZhangSan").chat.said


async def test_a_textcard_is_cut_where_it_is_too_long():
    async with corp() as (wecom, caller):
        fields = {
            "title": "标" * 43,
            "description": "述" * 171,
            "url": "https://a.example/c",
            "btntxt": "查看这张卡",
        }
        assert (await caller.sends("ZhangSan", "textcard", fields))["errcode"] == 0
        last = wecom.member("ZhangSan").chat.last
        assert last.text == "标" * 42 + "\n" + "述" * 170
        assert last.shows("查看这张")
        assert (last.link, len(wecom.complaints)) == ("https://a.example/c", 3)


async def test_whoever_is_unknown_or_cannot_be_seen_is_named_in_an_answer_that_says_ok():
    async with corp() as (wecom, caller):
        wecom.member("WangWu", visible=False)
        answer = await caller.says("zhangsan|Nobody|WangWu", "你好")
        assert (answer["errcode"], answer["invaliduser"]) == (0, "nobody|wangwu")
        assert wecom.member("ZhangSan").chat.texts == ["你好"]
        answer = await caller.says("Nobody|WangWu", "你好")
        assert (answer["errcode"], answer["invaliduser"]) == (81013, "nobody|wangwu")
        assert (await caller.says("", "你好"))["errcode"] == 82001
        assert (await caller.says("|".join(map(str, range(1001))), "你好"))["errcode"] == 40032


async def test_whoever_has_no_licence_gets_nothing_and_the_answer_says_ok():
    async with corp() as (wecom, caller):
        wecom.member("ZhangSan").licensed = False
        answer = await caller.says("ZhangSan|LiSi", "你好")
        assert (answer["errcode"], answer["unlicenseduser"]) == (0, "zhangsan")
        assert not wecom.member("ZhangSan").chat.said
        assert wecom.complaints


async def test_another_apps_number_is_refused():
    async with corp() as (_, caller):
        assert (await caller.says("ZhangSan", "你好", agentid=1))["errcode"] == 40056
        body = {"touser": "ZhangSan", "msgtype": "text", "text": {"content": "x"}}
        assert (await caller.post("message/send", body))["errcode"] == 41011


async def test_more_than_30_a_minute_are_dropped_without_a_word():
    clock = Clock()
    async with corp(clock=clock) as (wecom, caller):
        for number in range(32):
            assert (await caller.says("ZhangSan", str(number)))["errcode"] == 0
        zhang = wecom.member("ZhangSan")
        assert (len(zhang.chat.said), len(wecom.dropped), len(wecom.complaints)) == (30, 2, 2)
        await caller.says("LiSi", "还在")
        assert wecom.member("LiSi").chat.texts == ["还在"]
        clock.moves(seconds=59)
        await caller.says("ZhangSan", "太早")
        clock.moves(seconds=1)
        await caller.says("ZhangSan", "可以")
        assert zhang.chat.texts[-2:] == ["29", "可以"]


async def test_whoever_is_over_it_gets_nothing_for_as_long_again():
    clock = Clock()
    async with corp(clock=clock) as (wecom, caller):
        for number in range(30):
            await caller.says("ZhangSan", str(number))
        clock.moves(seconds=59)
        await caller.says("ZhangSan", "一条太多")
        clock.moves(seconds=59)
        await caller.says("ZhangSan", "还是不行")
        clock.moves(seconds=1)
        await caller.says("ZhangSan", "可以")
        assert wecom.member("ZhangSan").chat.texts[-2:] == ["29", "可以"]


async def test_more_than_1000_an_hour_are_dropped_too():
    clock = Clock()
    async with corp(clock=clock) as (wecom, _):
        sent = 0
        for _minute in range(50):
            sent += sum(wecom.meter.passes("ZhangSan", clock.now) for _ in range(25))
            clock.moves(minutes=1)
        assert sent == 1000


async def test_the_same_again_is_not_shown_where_we_ask_for_that():
    clock = Clock()
    async with corp(clock=clock) as (wecom, caller):
        for _ in range(2):
            await caller.says("ZhangSan", "你好", enable_duplicate_check=1, duplicate_check_interval=60)
        assert wecom.member("ZhangSan").chat.texts == ["你好"]
        clock.moves(seconds=60)
        await caller.says("ZhangSan", "你好", enable_duplicate_check=1, duplicate_check_interval=60)
        assert len(wecom.member("ZhangSan").chat.texts) == 2


# button cards


async def test_a_card_shows_its_words_and_its_buttons():
    async with corp() as (wecom, caller):
        action = {"type": 1, "url": "https://a.example/c/1"}
        more = {"sub_title_text": "3-2-1201", "card_action": action}
        answer = await caller.shows("ZhangSan|LiSi", "7-x", "接单", "转派", **more)
        assert (answer["errcode"], bool(answer["response_code"]), bool(answer["msgid"])) == (0, True, True)
        seen = wecom.member("LiSi").chat.last_card
        assert seen.shows("厨房漏水", "3-2-1201", "接单")
        assert (seen.buttons, seen.kind, seen.link) == (["接单", "转派"], "template_card", action["url"])
        assert seen is not wecom.member("ZhangSan").chat.last_card


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"task_id": ""}, 42014),
        ({"task_id": "a:b"}, 42014),
        ({"task_id": "a" * 129}, 42014),
        ({"task_id": "known"}, 42014),
        ({"main_title": {"title": ""}}, 41016),
        ({"button_list": []}, 40016),
        ({"button_list": [{"text": str(n), "key": str(n)} for n in range(7)]}, 40016),
        ({"button_list": [{"text": "接单", "key": ""}]}, 42019),
        ({"button_list": [{"text": "", "key": "a"}]}, 42020),
        ({"button_list": [{"text": "接单", "key": "a" * 1025}]}, 40019),
        ({"button_list": [{"text": "接单", "key": "a"}, {"text": "转派", "key": "a"}]}, 42018),
        ({"button_list": [{"text": "接单", "key": "a", "style": 5}]}, 40017),
        ({"card_action": {"type": 1}}, 41010),
        ({"card_action": {"type": 1, "url": "a.example"}}, 45034),
        ({"card_type": "vote"}, 40058),
    ],
)
async def test_a_card_that_is_none_is_refused(change, errcode):
    async with corp() as (wecom, caller):
        await caller.shows("LiSi", "known")
        answer = await caller.sends("ZhangSan", "template_card", card("fresh") | change)
        assert answer["errcode"] == errcode
        assert not wecom.member("ZhangSan").chat.said


async def test_what_a_phone_cannot_show_of_a_card_is_cut_and_told_of():
    async with corp() as (wecom, caller):
        title = {"main_title": {"title": "标" * 27}, "sub_title_text": "述" * 113}
        await caller.shows("ZhangSan", "1", "一二三四五六七八九十一", **title)
        seen = wecom.member("ZhangSan").chat.last_card
        assert seen.text == "标" * 26 + "\n" + "述" * 112
        assert seen.buttons == ["一二三四五六七八九十"]
        assert len(wecom.complaints) == 3


async def test_an_app_without_a_callback_address_sends_no_buttons():
    async with corp() as (wecom, caller):
        wecom.callback_set = False
        assert (await caller.shows("ZhangSan", "1"))["errcode"] == 43012


async def test_a_card_is_greyed_for_all_and_its_code_is_good_once():
    async with corp() as (wecom, caller):
        code = (await caller.shows("ZhangSan|LiSi", "1", "接单"))["response_code"]
        assert await caller.updates(code, button={"replace_name": "张三 已接单"}) == {
            "errcode": 0,
            "errmsg": "ok",
        }
        for userid in ("ZhangSan", "LiSi"):
            seen = wecom.member(userid).chat.last_card
            assert (seen.buttons, seen.greyed, seen.edits) == ([], "张三 已接单", 1)
            assert seen.shows("厨房漏水", "已接单")
        assert (await caller.updates(code, button={"replace_name": "又"}))["errcode"] == 42022
        assert (await caller.updates("made-up", button={"replace_name": "又"}))["errcode"] == 40058


async def test_a_code_is_good_for_72_hours():
    clock = Clock()
    async with corp(clock=clock) as (_wecom, caller):
        early = (await caller.shows("ZhangSan", "1"))["response_code"]
        late = (await caller.shows("ZhangSan", "2"))["response_code"]
        clock.moves(hours=71, minutes=59)
        await caller.signs_in()
        assert (await caller.updates(early, button={"replace_name": "已接单"}))["errcode"] == 0
        clock.moves(minutes=1)
        assert (await caller.updates(late, button={"replace_name": "已接单"}))["errcode"] == 40058


async def test_a_card_can_become_another_for_some():
    async with corp() as (wecom, caller):
        code = (await caller.shows("ZhangSan|LiSi", "1", "接单"))["response_code"]
        new = card("1", "到场", "完工")
        answer = await caller.updates(code, atall=0, userids=["zhangsan", "WangWu"], template_card=new)
        assert (answer["errcode"], answer["invaliduser"]) == (0, ["wangwu"])
        assert wecom.member("ZhangSan").chat.last_card.buttons == ["到场", "完工"]
        assert wecom.member("LiSi").chat.last_card.buttons == ["接单"]


async def test_a_card_can_become_one_without_buttons_or_a_new_one_greyed_at_once():
    async with corp() as (wecom, caller):
        zhang = wecom.member("ZhangSan")
        code = (await caller.shows("ZhangSan", "1", "接单"))["response_code"]
        greyed = card("1", "接单", replace_text="已结束")
        assert (await caller.updates(code, template_card=greyed))["errcode"] == 0
        assert (zhang.chat.last_card.buttons, zhang.chat.last_card.greyed) == ([], "已结束")
        code = (await caller.shows("ZhangSan", "2", "接单"))["response_code"]
        notice = {"card_type": "text_notice", "main_title": {"title": "已结束"}}
        assert (await caller.updates(code, template_card=notice))["errcode"] == 40058
        notice["card_action"] = {"type": 1, "url": "https://a.example/c"}
        assert (await caller.updates(code, template_card=notice))["errcode"] == 0
        assert (zhang.chat.last_card.text, zhang.chat.last_card.buttons) == ("已结束", [])


async def test_an_update_that_is_refused_leaves_its_code_good():
    async with corp() as (_wecom, caller):
        code = (await caller.shows("ZhangSan", "1", "接单"))["response_code"]
        assert (await caller.updates(code))["errcode"] == 42020
        assert (await caller.updates(code, agentid=1, button={"replace_name": "x"}))["errcode"] == 42015
        assert (await caller.updates(code, template_card=card("2")))["errcode"] == 42014
        assert (await caller.updates(code, button={"replace_name": "已接单"}))["errcode"] == 0


async def test_each_tap_brings_a_code_and_names_its_card():
    async with corp() as (wecom, caller), door(wecom) as ours:
        await caller.shows("ZhangSan|LiSi", "7-x", "接单", "转派")
        await wecom.member("LiSi").taps("转派")
        tap = ours.heard[-1]._data
        about = [
            tap[name]
            for name in ("FromUserName", "MsgType", "Event", "EventKey", "TaskId", "CardType", "AgentID")
        ]
        assert about == [
            "LiSi",
            "event",
            "template_card_event",
            "转派",
            "7-x",
            "button_interaction",
            str(AGENT),
        ]
        assert (await caller.updates(tap["ResponseCode"], button={"replace_name": "已转派"}))["errcode"] == 0
        with pytest.raises(AssertionError, match="no button"):
            wecom.member("LiSi").taps("转派")


async def test_a_card_leads_to_pages_by_itself_and_by_its_buttons():
    async with corp() as (wecom, caller):
        more = {"type": 1, "text": "…", "url": "https://a.example/2"}
        buttons = [{"text": "接单", "key": "take"}, more]
        action = {"type": 1, "url": "https://a.example/1"}
        await caller.shows("ZhangSan", "1", button_list=buttons, card_action=action)
        await caller.says("ZhangSan", "见 https://a.example/3。")
        card_, text = wecom.member("ZhangSan").chat.said
        assert card_.links == ["https://a.example/1", "https://a.example/2"]
        assert text.links == ["https://a.example/3"]
        with pytest.raises(AssertionError, match="no button"):
            wecom.member("ZhangSan").taps("…")


async def test_the_newest_card_that_offers_it_is_tapped_or_the_one_that_is_named():
    async with corp() as (wecom, caller), door(wecom) as ours:
        zhang = wecom.member("ZhangSan")
        for task_id, label in (("1", "接单"), ("2", "接单"), ("3", "转派")):
            await caller.shows("ZhangSan", task_id, label)
        await zhang.taps("接单")
        await zhang.taps("接单", message=zhang.chat.said[0])
        assert [tap._data["TaskId"] for tap in ours.heard] == ["2", "1"]


async def test_nobody_does_the_very_same_twice_in_a_second():
    async with corp(clock=Clock()) as (wecom, caller), door(wecom) as ours:
        await caller.shows("ZhangSan", "1", "接单", "转派")
        for label in ("接单", "接单", "转派"):
            await wecom.member("ZhangSan").taps(label)
        first, second, other = (int(tap._data["CreateTime"]) for tap in ours.heard)
        assert (second - first, other - first) == (1, 0)


# groups


async def test_a_group_is_made_by_the_app_and_takes_no_buttons():
    async with corp() as (wecom, caller):
        made = {
            "name": "工程部",
            "owner": "ZhangSan",
            "userlist": ["ZhangSan", "LiSi"],
            "chatid": "engineering",
        }
        assert (await caller.post("appchat/create", made))["chatid"] == "engineering"
        known = (await caller.get("appchat/get", chatid="engineering"))["chat_info"]
        assert known == made
        sent = {"chatid": "engineering", "msgtype": "text", "text": {"content": "新工单"}}
        assert (await caller.post("appchat/send", sent))["errcode"] == 0
        assert wecom.group("engineering").texts == ["新工单"]
        assert wecom.member("LiSi").groups == [wecom.group("engineering")]
        sent = {"chatid": "engineering", "msgtype": "template_card", "template_card": card("1")}
        assert (await caller.post("appchat/send", sent))["errcode"] == 40008


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"userlist": []}, 86204),
        ({"userlist": ["ZhangSan"]}, 86006),
        ({"userlist": ["ZhangSan", "Nobody"]}, 86007),
        ({"owner": "WangWu"}, 86207),
        ({"chatid": "a-b"}, 86001),
        ({"chatid": "a" * 33}, 86205),
        ({"chatid": "known"}, 86215),
    ],
)
async def test_a_group_that_is_none_is_refused(change, errcode):
    async with corp() as (wecom, caller):
        wecom.group("known", members=[wecom.member("ZhangSan"), wecom.member("LiSi")])
        made = {"name": "工程部", "userlist": ["ZhangSan", "LiSi"]} | change
        assert (await caller.post("appchat/create", made))["errcode"] == errcode


async def test_a_group_needs_an_app_that_sees_the_whole_corp():
    async with corp() as (wecom, caller):
        wecom.root_scope = False
        assert (await caller.post("appchat/create", {"userlist": ["ZhangSan", "LiSi"]}))["errcode"] == 60011


async def test_nothing_can_be_said_in_a_group_that_is_not_there():
    async with corp() as (wecom, caller):
        sent = {"chatid": "engineering", "msgtype": "text", "text": {"content": "新工单"}}
        assert (await caller.post("appchat/send", sent))["errcode"] == 86003
        group = wecom.group("engineering", members=[wecom.member("ZhangSan"), wecom.member("LiSi")])
        group.dissolved = True
        assert (await caller.post("appchat/send", sent))["errcode"] == 49008


async def test_members_come_into_a_group_and_leave_it():
    async with corp() as (wecom, caller):
        wecom.member("WangWu")
        group = wecom.group("g", members=[wecom.member("ZhangSan"), wecom.member("LiSi")])
        change = {"chatid": "g", "add_user_list": ["WangWu"], "del_user_list": ["lisi"], "name": "工程"}
        assert (await caller.post("appchat/update", change))["errcode"] == 0
        assert (group.members, group.name) == (["ZhangSan", "WangWu"], "工程")
        assert (await caller.post("appchat/update", {"chatid": "g", "del_user_list": ["WangWu"]}))[
            "errcode"
        ] == 86006


async def test_a_group_takes_cards_that_lead_to_a_page_and_files_of_their_kind():
    async with corp() as (wecom, caller):
        wecom.group("g", members=[wecom.member("ZhangSan"), wecom.member("LiSi")])
        image = (await caller.uploads("image", JPEG))["media_id"]
        bodies = {
            "textcard": {
                "title": "新工单",
                "description": "<div>厨房漏水</div>",
                "url": "https://a.example/c",
            },
            "markdown": {"content": "**新工单**"},
            "image": {"media_id": image},
        }
        for kind, fields in bodies.items():
            answer = await caller.post("appchat/send", {"chatid": "g", "msgtype": kind, kind: fields})
            assert answer["errcode"] == 0
        group = wecom.group("g")
        assert group.last_card.text == "新工单\n厨房漏水"
        assert (group.last_card.link, group.last.media.content) == ("https://a.example/c", JPEG)
        wrong = {"chatid": "g", "msgtype": "file", "file": {"media_id": image}}
        assert (await caller.post("appchat/send", wrong))["errcode"] == 40007


async def test_more_than_200_a_minute_in_a_group_are_dropped_without_a_word():
    async with corp(clock=Clock()) as (wecom, caller):
        group = wecom.group("g", members=[wecom.member("ZhangSan"), wecom.member("LiSi")])
        sent = {"chatid": "g", "msgtype": "text", "text": {"content": "新工单"}}
        answers = {(await caller.post("appchat/send", sent))["errcode"] for _ in range(201)}
        assert (answers, len(group.said), len(wecom.dropped)) == ({0}, 200, 1)


# files


@pytest.mark.parametrize(
    ("kind", "content", "errcode"),
    [
        ("image", JPEG, 0),
        ("image", PNG, 0),
        ("voice", AMR, 0),
        ("video", MP4, 0),
        ("file", b"anything", 0),
        ("image", b"", 44001),
        ("file", b"12345", 40006),
        ("photo", JPEG, 40005),
        ("image", JPEG + b"x" * 10 * 1024 * 1024, 40009),
        ("voice", AMR + b"x" * 2 * 1024 * 1024, 40006),
        ("video", MP4 + b"x" * 10 * 1024 * 1024, 40011),
        ("file", b"x" * (20 * 1024 * 1024 + 1), 45001),
        ("image", b"RIFF....WEBP", 40123),
        ("voice", b"OggS a voice", 301017),
        ("video", b"no video at all", 40004),
    ],
)
async def test_files_are_taken_by_size_and_by_what_they_are(kind, content, errcode):
    async with corp() as (_, caller):
        assert (await caller.uploads(kind, content))["errcode"] == errcode


async def test_a_file_lies_there_for_three_days():
    clock = Clock()
    async with corp(clock=clock) as (wecom, caller):
        media_id = (await caller.uploads("image", JPEG))["media_id"]
        assert (await caller.sends("ZhangSan", "image", {"media_id": media_id}))["errcode"] == 0
        assert wecom.member("ZhangSan").chat.last.media.content == JPEG
        assert (await caller.sends("ZhangSan", "voice", {"media_id": media_id}))["errcode"] == 40007
        clock.moves(days=3)
        await caller.signs_in()
        assert (await caller.sends("ZhangSan", "image", {"media_id": media_id}))["errcode"] == 40007
        assert (await caller.get("media/get", media_id=media_id))["errcode"] == 40007


async def test_what_a_member_sends_can_be_fetched_and_a_refusal_comes_as_json_with_200():
    async with corp() as (wecom, caller), door(wecom) as ours:
        await wecom.member("ZhangSan").sends_photo(content=PNG)
        address = f"{wecom.url}/cgi-bin/media/get"
        params = {"access_token": caller.token, "media_id": ours.heard[-1].media_id}
        async with caller.session.get(address, params=params) as answer:
            assert (answer.status, answer.content_type, await answer.read()) == (200, "image/jpeg", PNG)
        async with caller.session.get(address, params=params | {"media_id": "none"}) as answer:
            assert (answer.status, answer.content_type) == (200, "application/json")
            assert (await answer.json())["errcode"] == 40007


# callbacks


async def test_the_address_is_verified_by_the_bare_echo():
    async with corp() as (wecom, _), door(wecom, connect=False) as ours:
        await wecom.connect(ours.url)
        assert wecom.delivery.url == ours.url
        ours.echo = '"{}"'.format
        with pytest.raises(Unverified):
            await wecom.connect(ours.url)
        ours.echo, ours.hanging = str, 1
        async with asyncio.timeout(2):
            with pytest.raises(Unverified, match="TimeoutError"):
                await wecom.connect(ours.url)
        with pytest.raises(Unverified):
            await wecom.connect("http://127.0.0.1:9/wecom")


async def test_the_sdk_reads_what_members_send():
    async with corp() as (wecom, _), door(wecom) as ours:
        zhang = wecom.member("ZhangSan")
        await zhang.says("]]> <b>漏水</b> & 'x'")
        await zhang.sends_voice()
        await zhang.sends_video()
        await zhang.sends_location("望江花园")
        await zhang.sends_link("报价", "https://a.example/q")
        await zhang.sends_file("报价.pdf")
        text, voice, video, place, link, file = ours.heard
        assert (text.content, text.source, text.target) == ("]]> <b>漏水</b> & 'x'", "ZhangSan", wecom.corpid)
        assert (text.agent, text.id > 0) == (AGENT, True)
        assert (voice.type, voice.format, video.type) == ("voice", "amr", "video")
        assert (place.label, link.title, link.url) == ("望江花园", "报价", "https://a.example/q")
        assert (file._data["MsgType"], file._data["FileName"]) == ("file", "报价.pdf")
        assert len({message._data["MsgId"] for message in ours.heard}) == 6


async def test_words_to_a_photo_follow_it():
    async with corp(wait=0.001) as (wecom, _), door(wecom) as ours:
        ours.deaf = 1
        await wecom.member("ZhangSan").sends_photo("修好了")
        assert [message.type for message in ours.heard] == ["image", "image", "text"]


async def test_whoever_does_not_see_the_app_cannot_write_to_it():
    async with corp() as (wecom, _):
        with pytest.raises(AssertionError, match="not visible"):
            wecom.member("WangWu", "王五", visible=False).says("你好")


async def test_events_have_no_message_id():
    async with corp() as (wecom, _), door(wecom) as ours:
        zhang = wecom.member("ZhangSan")
        for push in (zhang.enters(), zhang.subscribes(), zhang.taps_menu("today"), zhang.unsubscribes()):
            await push
        assert [event._data["Event"] for event in ours.heard] == [
            "enter_agent",
            "subscribe",
            "click",
            "unsubscribe",
        ]
        assert ours.heard[2].key == "today"
        assert not any("MsgId" in event._data for event in ours.heard)
        assert wecom.find("ZhangSan") is None


async def test_nothing_readable_is_in_a_callback():
    async with corp() as (wecom, _), door(wecom) as ours:
        await wecom.member("ZhangSan").says("secret words")
        assert "secret words" not in ours.bodies[0]
        assert "ZhangSan" not in ours.bodies[0]
        assert ours.bodies[0].startswith(f"<xml><ToUserName><![CDATA[{wecom.corpid}]]>")


async def test_what_is_not_answered_comes_again_with_the_same_id():
    async with corp(wait=0.001) as (wecom, _), door(wecom) as ours:
        ours.deaf = 2
        push = await wecom.member("ZhangSan").says("漏水")
        assert (push.statuses, push.lost) == ([500, 500, 200], False)
        assert len({message.id for message in ours.heard}) == 1
        assert len(set(ours.bodies)) == 3


async def test_after_three_repetitions_it_is_given_up():
    async with corp(wait=0.001) as (wecom, _), door(wecom) as ours:
        ours.deaf = 9
        push = await wecom.member("ZhangSan").says("漏水")
        assert (push.statuses, push.lost) == ([500] * 4, True)
        await wecom.settled()


async def test_an_answer_that_takes_too_long_is_none():
    async with corp(wait=0.001, patience=0.05) as (wecom, _), door(wecom) as ours:
        ours.hanging = 1
        push = await wecom.member("ZhangSan").says("漏水")
        assert push.statuses == [0, 200]


async def test_an_answer_wecom_cannot_read_is_told_of():
    async with corp() as (wecom, _), door(wecom) as ours:
        ours.answer = "success"
        await wecom.member("ZhangSan").says("一")
        assert not wecom.complaints
        ours.answer = "ok"
        await wecom.member("ZhangSan").says("二")
        assert wecom.complaints


async def test_callbacks_can_come_twice_and_in_any_order():
    async with corp() as (wecom, _), door(wecom) as ours:
        wecom.delivery.twice = 1
        await wecom.member("ZhangSan").says("漏水")
        assert [message.id for message in ours.heard] == [ours.heard[0].id] * 2
        wecom.delivery.held = True
        pushes = [wecom.member("ZhangSan").says("一"), wecom.member("ZhangSan").says("二")]
        wecom.delivery.release(backwards=True)
        for push in pushes:
            await push
        assert {message.content for message in ours.heard[2:]} == {"一", "二"}


# signing in


async def test_the_browser_signs_a_member_in_once():
    async with corp() as (wecom, caller), door(wecom) as ours:
        page = await wecom.member("ZhangSan").opens(sign_in(wecom, ours.url.replace("/wecom", "/who?card=7")))
        assert (page.status, "&state=s1" in page.url, "card=7&code=" in page.url) == (404, True, True)
        code = page.url.partition("code=")[2].partition("&")[0]
        found = await caller.get("auth/getuserinfo", code=code)
        assert (found["errcode"], found["userid"]) == (0, "ZhangSan")
        assert (await caller.get("auth/getuserinfo", code=code))["errcode"] == 40029
        assert (await caller.get("auth/getuserinfo", code=""))["errcode"] == 41008


async def test_a_code_from_the_browser_is_good_for_five_minutes_and_an_outsider_has_no_userid():
    clock = Clock()
    async with corp(clock=clock) as (wecom, caller):
        code = wecom.logins.new("ZhangSan")
        clock.moves(minutes=5)
        assert (await caller.get("auth/getuserinfo", code=code))["errcode"] == 40029
        found = await caller.get("auth/getuserinfo", code=wecom.logins.new("stranger"))
        assert (found["errcode"], "userid" in found, bool(found["openid"])) == (0, False, True)


@pytest.mark.parametrize(
    "change",
    [
        {"appid": "ww1"},
        {"agentid": "1"},
        {"scope": "all"},
        {"response_type": "token"},
        {"redirect_uri": "javascript:alert(1)"},
        {"redirect_uri": "https://evil.example/"},
        {"state": "a.b"},
        {"state": "a" * 129},
    ],
)
async def test_the_sign_in_page_refuses_what_it_must(change):
    async with corp() as (wecom, _):
        wecom.domain = "bihuan.example"
        page = await wecom.member("ZhangSan").opens(sign_in(wecom, "https://bihuan.example/", **change))
        assert (page.status, "code=" in page.url) == (400, False)


async def test_another_browser_is_told_to_use_wecom():
    async with (
        corp() as (wecom, caller),
        caller.session.get(sign_in(wecom, "https://a.example/", at=wecom.url)) as answer,
    ):
        assert (answer.status, await answer.text()) == (400, "请在企业微信客户端打开链接")


def sign_in(wecom: WeCom, back: str, at: str = "https://open.weixin.qq.com", **change: str) -> str:
    query = {
        "appid": wecom.corpid,
        "redirect_uri": back,
        "response_type": "code",
        "scope": "snsapi_base",
        "state": "s1",
        "agentid": str(AGENT),
    } | change
    address = URL(f"{at}/connect/oauth2/authorize").with_query(query)
    return f"{address}#wechat_redirect"


async def test_the_browser_says_nothing_of_its_holder_without_the_mark_nor_to_anybody_else():
    async with corp() as (wecom, _):
        address = sign_in(wecom, "https://a.example/").removesuffix("#wechat_redirect")
        assert (await wecom.member("ZhangSan").opens(address)).status == 400
        seen = []

        async def look(request: web.Request) -> web.Response:
            seen.append(request)
            return web.Response(text="我们的页面", headers={"Set-Cookie": "seat=7; Path=/"})

        async with serving(web.route("*", "/card", look)) as ours:
            assert await wecom.member("ZhangSan").opens(f"{ours}/card") == "我们的页面"
            assert (await wecom.member("ZhangSan").opens(f"{ours}/card", {"n": "1"})).status == 200
        assert [request.method for request in seen] == ["GET", "POST"]
        assert [request.cookies.get("seat") for request in seen] == [None, "7"]
        assert not any("ZhangSan" in str(request.headers) for request in seen)


async def test_members_can_be_looked_up():
    async with corp() as (wecom, caller):
        assert (await caller.get("user/get", userid="zhangsan"))["name"] == "张三"
        assert (await caller.get("user/get", userid="nobody"))["errcode"] == 60111
        wecom.member("ZhangSan").visible = False
        assert (await caller.get("user/get", userid="ZhangSan"))["errcode"] == 60011


# what goes wrong


async def test_calls_fail_as_they_are_told_to():
    async with corp() as (wecom, caller):
        wecom.fails("message/send", 45009, times=2)
        answers = [(await caller.says("ZhangSan", "你好"))["errcode"] for _ in range(3)]
        assert answers == [45009, 45009, 0]
        wecom.fails("/cgi-bin/message/send", status=502)
        with pytest.raises(aiohttp.ContentTypeError):
            await caller.says("ZhangSan", "你好")
        wecom.fails(garbage=True)
        with pytest.raises(aiohttp.ContentTypeError):
            await caller.says("ZhangSan", "你好")
        assert len(wecom.member("ZhangSan").chat.said) == 1
        assert [call.status for call in wecom.called("message/send")] == [200, 200, 200, 502, 200]


async def test_a_call_can_be_cut_off_before_its_work_or_after_it():
    async with corp() as (wecom, caller):
        zhang = wecom.member("ZhangSan")
        for how in ("drop", "lose"):
            wecom.fails("message/send", **{how: True})
            with pytest.raises(aiohttp.ClientError):
                await caller.says("ZhangSan", how)
        assert zhang.chat.texts == ["lose"]


async def test_a_call_can_hang():
    async with corp() as (wecom, caller):
        wecom.fails("message/send", hang=True)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await caller.says("ZhangSan", "你好")
        assert wecom.called("message/send")[0].body["text"] == {"content": "你好"}


async def test_nobody_waits_for_a_call_that_hangs():
    async with corp() as (wecom, caller):
        wecom.fails("message/send", hang=True)
        hanging = asyncio.create_task(caller.says("ZhangSan", "你好"))
        await wecom.wait_for(lambda: wecom.called("message/send"))
        await wecom.settled()
        hanging.cancel()
        with pytest.raises(asyncio.CancelledError):
            await hanging


async def test_an_unknown_method_is_refused_and_so_is_the_wrong_verb():
    async with corp() as (_, caller):
        assert (await caller.post("message/shout", {}))["errcode"] == 48002
        assert (await caller.get("message/send"))["errcode"] == 43001


# our side of it


class Client(WeChatClient):
    """The SDK's client, sent to the fake."""

    def __init__(self, wecom: WeCom) -> None:
        self.API_BASE_URL = f"{wecom.url}/cgi-bin/"
        super().__init__(wecom.corpid, wecom.secret, timeout=5, auto_retry=False)

    def fetch_access_token(self) -> Any:
        params = {"corpid": self.corp_id, "corpsecret": self.secret}
        return self._fetch_access_token(f"{self.API_BASE_URL}gettoken", params)

    def tries_everything(self) -> str:
        found = self.post("media/upload", params={"type": "image"}, files={"media": ("照片.jpg", JPEG)})
        body = {"touser": "ZhangSan", "agentid": AGENT, "msgtype": "image"}
        self.post("message/send", data=body | {"image": {"media_id": found["media_id"]}})
        made = {"name": "工程部", "userlist": ["ZhangSan", "LiSi"], "chatid": "g"}
        self.post("appchat/create", data=made)
        self.post("appchat/send", data={"chatid": "g", "msgtype": "text", "text": {"content": "你好"}})
        self._http.close()
        return found["media_id"]


async def test_the_sdks_client_speaks_with_it():
    async with corp() as (wecom, _):
        media_id = await asyncio.to_thread(Client(wecom).tries_everything)
        media = wecom.member("ZhangSan").chat.last.media
        assert (media.media_id, media.content, media.name) == (media_id, JPEG, "照片.jpg")
        assert wecom.group("g").texts == ["你好"]


async def test_it_can_be_played_from_another_process():
    python = (sys.executable, "-m", "tests.fakes.wecom")
    process = await asyncio.create_subprocess_exec(*python, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout
        wecom = json.loads(await asyncio.wait_for(process.stdout.readline(), 30))
        fake = WeCom(wecom["corpid"], wecom["secret"], wecom["agent"])
        async with aiohttp.ClientSession(wecom["url"]) as session, door(fake, connect=False) as ours:
            for path, body in (
                ("/connect", {"url": ours.url}),
                ("/people/ZhangSan/appears", {"name": "张三"}),
                ("/people/ZhangSan/says", {"text": "你好"}),
            ):
                async with session.post(path, json=body) as answer:
                    assert answer.status == 200
            async with session.get("/chats/ZhangSan") as answer:
                assert await answer.json() == []
            assert ours.heard[0].content == "你好"
    finally:
        process.terminate()
        await process.wait()
