"""What the door answers in the same breath: nothing, or one message for the person who wrote."""

from datetime import datetime
from typing import Any

from tests.fakes.wechat.chats import Chat, Message
from tests.fakes.wechat.envelope import Fields
from tests.fakes.wechat.faults import Broken, Refusal
from tests.fakes.wechat.media import Library

NOTHING = (b"", b"success")  # exactly; anything else is taken for a message
TEXT = 2048  # bytes
FILES = {"image": "Image", "voice": "Voice", "video": "Video"}


def passive(fields: Fields, chat: Chat, account: str, library: Library, now: datetime) -> Message:
    """The message in an answer, if it is one."""
    if fields.get("ToUserName") != chat.openid or fields.get("FromUserName") != account:
        raise Broken("the answer is for somebody else or from somebody else")
    if not str(fields.get("CreateTime", "")).isdecimal():
        raise Broken("CreateTime is no number")
    type_ = str(fields.get("MsgType", ""))
    if type_ == "text":
        return Message("passive", "text", now, _words(fields))
    if type_ in FILES:
        return Message("passive", type_, now, media=_file(fields, type_, library))
    raise Broken(f"MsgType is {type_ or 'missing'}")


def _words(fields: Fields) -> str:
    text: Any = fields.get("Content", "")
    if not isinstance(text, str) or not text.strip():
        raise Broken("Content is empty")
    if len(text.encode()) > TEXT:
        raise Broken(f"Content has {len(text.encode())} bytes")
    return text


def _file(fields: Fields, type_: str, library: Library) -> Any:
    inner = fields.get(FILES[type_])
    if not isinstance(inner, dict) or "MediaId" not in inner:
        raise Broken(f"no {FILES[type_]}.MediaId")
    try:
        return library.find(inner["MediaId"], type_)
    except Refusal as no:
        raise Broken(no.errmsg) from no
