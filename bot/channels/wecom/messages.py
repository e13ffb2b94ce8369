"""From WeCom's XML to events. What nobody said, and what is not for us, is nothing.

We read the XML ourselves: the SDK's parser knows no taps on cards, gives every event the number 0, and breaks
on whatever lacks a field it expects.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.channels.weixin import markup
from core.chat import Address, Attachment, Event, What

CHANNEL = "wecom"
NOBODY = Address(CHANNEL, "")
TAPPED = "template_card_event"

Fields = Mapping[str, str]

KINDS = {"image": "photo", "voice": "voice", "video": "video", "shortvideo": "video", "file": "document"}


def fields(xml: str) -> Fields:
    """The fields of a delivery; none where it is no XML."""
    try:
        return markup.fields(xml)
    except markup.Unreadable:
        return {}


def event(xml: str, said: Fields, now: datetime) -> Event | None:
    """What happened, or None where nothing did; what cannot be read is an event too."""
    if missing := [name for name in ("MsgType", "FromUserName") if not said.get(name)]:
        return unparsable(xml, said, now, f"no {missing[0]}")
    begun = _begin(said, now)
    if said["MsgType"].casefold() == "event":
        happened = EVENTS.get(said.get("Event", "").casefold())
        return happened(begun, said) if happened else None
    return MESSAGES.get(said["MsgType"].casefold(), _unknown)(begun, said)


def unparsable(xml: str, said: Fields, now: datetime, error: str) -> Event:
    """Something authentic that we cannot read, whole; the same again has the same key."""
    xml = xml.replace("\0", "\ufffd")  # no database takes it
    account = member(said.get("FromUserName", ""))
    key = f"{CHANNEL}:unparsable:{hashlib.sha256(xml.encode()).hexdigest()}"
    return Event(key, now, account, account, unreadable="unparsable", data={"raw": xml, "error": error})


def member(userid: str) -> Address:
    """A member's private chat; WeCom does not mind how their id is written, so neither may we."""
    return Address(CHANNEL, userid.lower())


def _begin(said: Fields, now: datetime) -> Event:
    account = member(said["FromUserName"])
    return Event(_key(said), now, account, account, message=said.get("MsgId", ""))


def _key(said: Fields) -> str:
    names = ("FromUserName", "CreateTime", "Event", "EventKey", "TaskId")
    parts = [said["MsgId"]] if said.get("MsgId") else [said.get(name, "") for name in names]
    return ":".join((CHANNEL, said.get("ToUserName", ""), said.get("AgentID", ""), *parts))


def _text(event: Event, said: Fields) -> Event:
    return replace(event, text=said.get("Content", ""))


def _file(event: Event, said: Fields) -> Event:
    if not said.get("MediaId"):
        return _unknown(event, said)
    name = said.get("FileName") or said.get("Title", "")
    kind = KINDS[said["MsgType"].casefold()]
    return replace(
        event,
        text=said.get("Recognition", ""),
        attachments=(Attachment(kind, said["MediaId"], name, channel=CHANNEL),),
    )


def _location(event: Event, said: Fields) -> Event:
    if label := said.get("Label"):
        return replace(event, text=label)
    return replace(event, unreadable="location")


def _link(event: Event, said: Fields) -> Event:
    words = "\n".join(filter(None, (said.get("Title"), said.get("Url"))))
    return replace(event, text=words) if words else _unknown(event, said)


def _unknown(event: Event, _: Fields) -> Event:
    return replace(event, unreadable="other")


def _tap(event: Event, said: Fields) -> Event | None:
    if not said.get("EventKey"):
        return None
    return replace(event, what=What.TAP, act=said["EventKey"], message=said.get("TaskId", ""))


def _subscribed(event: Event, _: Fields) -> Event:
    return replace(event, text="/start")


def _left(event: Event, _: Fields) -> Event:
    return replace(event, what=What.STOPPED)


MESSAGES: Mapping[str, Callable[[Event, Fields], Event]] = {
    "text": _text,
    **dict.fromkeys(KINDS, _file),
    "location": _location,
    "link": _link,
}
EVENTS: Mapping[str, Callable[[Event, Fields], Event | None]] = {
    TAPPED: _tap,
    "click": _tap,
    "subscribe": _subscribed,
    "unsubscribe": _left,
}
