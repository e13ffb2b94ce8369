"""From WeChat's messages to events. What nobody said, and what is not for us, is nothing."""

import hashlib
import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from wechatpy import events, messages, parse_message

from core.chat import Address, Attachment, Event, What, Window

CHANNEL = "wechat"
SAID = Window("said", timedelta(hours=48), 5)
TAPPED = Window("tapped", timedelta(minutes=1), 3)
NOTICE = "notice:"  # before the id of a template message, whose fate is told later
ASKED = "asked:"  # the same, where it told the numbers to answer with
DELIVERED = "success"
# A sticker comes as words of WeChat's own, in one kind of brackets or the other.
STICKER = re.compile(r"[\[【]收到不支持的消息类型，?,?\s?暂无法显示[\]】]")
# An entry of a list of ours; an id can be lost on the way ("0"), or be made up by somebody.
PICKED = re.compile(r"[1-9][0-9]{0,17}-[1-9][0-9]?")

_VIDEOS = (messages.VideoMessage, messages.ShortVideoMessage)
_FOLLOWED = (events.SubscribeEvent, events.SubscribeScanEvent, events.SubscribeScanProductEvent)
# What is no sign of XML 1.0: people's telephones send it all the same, and no parser takes it.
_NO_SIGN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def cleaned(xml: str) -> str:
    """The same without the signs that would make every parser refuse all of it."""
    return _NO_SIGN.sub("", xml)


def event(xml: str, now: datetime) -> Event | None:
    """What happened, or None where nothing did; what the SDK cannot read is an event too."""
    try:
        message = parse_message(xml)
        return _happened(message, now) if isinstance(message, events.BaseEvent) else _said(message, xml, now)
    except Exception as error:  # whatever the SDK trips over: it must not be lost
        return unparsable(xml, now, error)


def unparsable(xml: str, now: datetime, error: Exception) -> Event:
    """A message the SDK cannot read, whole, and from whom it came as far as that can be seen."""
    sender, to, id_ = (_seen(name, xml) for name in ("FromUserName", "ToUserName", "MsgId"))
    account = Address(CHANNEL, sender)
    key = f"{CHANNEL}:{to}:{id_ or 'unparsable:' + _print(xml)}"
    data = {"raw": xml, "error": type(error).__name__}
    return Event(key, now, account, account, unreadable="unparsable", typed=True, data=data)


# what people say


def _said(message: Any, xml: str, now: datetime) -> Event | None:
    if _text(message, "MsgType").casefold() == "event":
        return None  # of a kind the SDK does not know; neither do we
    id_ = _text(message, "MsgId")
    tail = id_ or f"{_text(message, 'FromUserName')}:{message.time}:{_print(xml)}"
    begun = replace(_begin(message, tail, now), message=id_, window=SAID, answered=True)
    return _filled(begun, message)


def _filled(event: Event, message: Any) -> Event:
    match message:
        case messages.TextMessage():
            return _words(event, message)
        case messages.ImageMessage():
            return _with_file(event, "photo", message)
        case messages.VoiceMessage():
            return _with_file(event, "voice", message, _text(message, "Recognition"))
        case _ if isinstance(message, _VIDEOS):
            return _with_file(event, "video", message)
        case messages.LocationMessage():
            label = _text(message, "Label").strip()
            return replace(event, text=label, unreadable="" if label else "location")
        case messages.LinkMessage():
            lines = (_text(message, "Title"), _text(message, "Url"))
            return replace(event, text="\n".join(filter(None, lines)))
        case _:
            return replace(event, unreadable="other")


def _words(event: Event, message: Any) -> Event:
    words = _text(message, "Content")
    if STICKER.fullmatch(words.strip()):
        return replace(event, unreadable="sticker")
    picked = _text(message, "bizmsgmenuid")  # which the SDK does not know
    if not picked:
        return replace(event, text=words, unreadable="" if words.strip() else "other")
    # Out of a list of ours: that counts as a tap, and opens no more than a tap does.
    return replace(event, text=words, picked=picked if PICKED.fullmatch(picked) else "", window=TAPPED)


def _with_file(event: Event, kind: str, message: Any, words: str = "") -> Event:
    media = _text(message, "MediaId")
    if not media:
        raise KeyError("MediaId")
    return replace(event, text=words, attachments=(Attachment(kind, media, channel=CHANNEL),))


# what people do


def _happened(message: Any, now: datetime) -> Event | None:
    match message:
        case events.ClickEvent():
            return _tapped(message, now, What.TAP, act=_text(message, "EventKey"))
        case events.ScanEvent():
            return _tapped(message, now, text="/start", start=_text(message, "EventKey"))
        case _ if isinstance(message, _FOLLOWED):
            scanned = isinstance(message, events.SubscribeScanEvent)
            return _tapped(message, now, text="/start", start=_text(message, "EventKey") if scanned else "")
        case events.UnsubscribeEvent():
            return replace(_begin(message, _tail(message), now), what=What.STOPPED)
        case events.TemplateSendJobFinishEvent():
            return _finished(message, now)
        case _:
            return None


def _tapped(message: Any, now: datetime, what: What = What.MESSAGE, **more: str) -> Event:
    begun = _begin(message, _tail(message), now)
    return replace(begun, what=what, window=TAPPED, answered=True, **more)  # type: ignore[arg-type]


def _finished(message: Any, now: datetime) -> Event | None:
    status = _text(message, "Status")
    if status == DELIVERED:
        return None
    id_ = _text(message, "MsgID")
    begun = _begin(message, f"{_tail(message)}{id_}", now)
    return replace(
        begun, what=What.FAILED, text=status, message=f"{NOTICE}{id_}", data={"or": f"{ASKED}{id_}"}
    )


def _tail(message: Any) -> str:
    # Events have no id, and the SDK says 0 for all of them.
    if not message.time:
        raise KeyError("CreateTime")
    what, key = _text(message, "Event"), _text(message, "EventKey")
    return f"{_text(message, 'FromUserName')}:{message.time}:{what}:{key}"


def _begin(message: Any, tail: str, now: datetime) -> Event:
    account = Address(CHANNEL, _text(message, "FromUserName"))
    if not account.chat:
        raise KeyError("FromUserName")
    return Event(f"{CHANNEL}:{_text(message, 'ToUserName')}:{tail}", now, account, account, typed=True)


def _text(message: Any, name: str) -> str:
    found = message._data.get(name)
    if isinstance(found, dict | list):
        raise TypeError(name)
    return found or ""


def _seen(name: str, xml: str) -> str:
    found = re.search(rf"<{name}>\s*(?:<!\[CDATA\[)?([\w@.-]{{1,64}})", xml)
    return found[1] if found else ""


def _print(xml: str) -> str:
    return hashlib.sha256(xml.encode(errors="replace")).hexdigest()[:32]
