"""A server that speaks WeCom's (企业微信) API over HTTP, keeps its rules and refuses what it refuses.

    async with WeCom() as wecom:
        await wecom.connect(f"{our_address}/wecom")      # the address verification; calls come there from now on
        zhang = wecom.member("ZhangSan", "张三")
        await zhang.says("今天的工单")                     # waits until we have answered the callback
        await wecom.wait_for(lambda: zhang.chat.said)
        await zhang.taps("接单")
        assert zhang.chat.last_card.greyed == "张三 已接单"
        assert wecom.group("engineering").last.shows("已接单")
        assert not wecom.complaints                      # nothing was cut or dropped on the quiet

By itself: `python -m tests.fakes.wecom --port 8082`; people are then played over HTTP.
"""

from tests.fakes.wecom.browser import Page
from tests.fakes.wecom.chats import Chat, Group, Message
from tests.fakes.wecom.crypto import Seal
from tests.fakes.wecom.delivery import Push
from tests.fakes.wecom.media import AMR, JPEG, MP4, PNG
from tests.fakes.wecom.people import Member
from tests.fakes.wecom.server import AES_KEY, AGENT, CORPID, SECRET, TOKEN, Unverified, WeCom

__all__ = [
    "AES_KEY",
    "AGENT",
    "AMR",
    "CORPID",
    "JPEG",
    "MP4",
    "PNG",
    "SECRET",
    "TOKEN",
    "Chat",
    "Group",
    "Member",
    "Message",
    "Page",
    "Push",
    "Seal",
    "Unverified",
    "WeCom",
]
