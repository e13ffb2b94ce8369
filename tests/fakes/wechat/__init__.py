"""A server that speaks for a WeChat Official Account over HTTP, keeps the platform's rules and refuses what it refuses.

    async with WeChat() as wechat:
        await wechat.connect("http://127.0.0.1:8000/wechat")   # asks the door for its echo, as the console does
        wang = wechat.user("oWangXiaoming", "王小明")
        await wang.follows()                                    # back when the door has answered
        await wang.says("厨房漏水")
        await wang.taps("确认")                                  # a choice of a msgmenu, or a numbered line: types the number
        assert wang.chat.last.kind == "passive" and not wang.chat.errors

`wechat.fails("message/custom/send", 45009)` lets calls go wrong; `wechat.called("stable_token")` lists them.
By itself: `python -m tests.fakes.wechat --port 8082`; people are then played over HTTP.
"""

from tests.fakes.wechat.chats import Chat, Message
from tests.fakes.wechat.door import Delivery, NotVerified
from tests.fakes.wechat.people import User
from tests.fakes.wechat.server import ACCOUNT, APPID, TEMPLATE, WeChat
from tests.fakes.wechat.wire import Call

__all__ = [
    "ACCOUNT",
    "APPID",
    "TEMPLATE",
    "Call",
    "Chat",
    "Delivery",
    "Message",
    "NotVerified",
    "User",
    "WeChat",
]
