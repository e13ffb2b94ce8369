"""Core's values as JSON text, and back."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import orjson

from core.chat import Address, Attachment, Choice, Event, Param, Say, Text, What, Window
from core.people import Post, Role


def dumps(value: Any) -> str:
    """Any plain value as JSON text."""
    return orjson.dumps(value).decode()


loads = orjson.loads


def _param(value: Param) -> Any:
    if isinstance(value, Text):
        return {"t": _text(value)}
    if isinstance(value, tuple):
        return {"l": [_text(line) for line in value]}
    return {"d": value.isoformat()} if isinstance(value, datetime) else value


def _text(value: Text) -> list[Any]:
    return [value.key, {name: _param(param) for name, param in value.params.items()}]


def _read_param(value: Any) -> Param:
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return]
    if "t" in value:
        return _read_text(value["t"])
    if "l" in value:
        return tuple(_read_text(line) for line in value["l"])
    return datetime.fromisoformat(value["d"])


def _read_text(value: list[Any]) -> Text:
    return Text(value[0], {name: _read_param(param) for name, param in value[1].items()})


def dump_attachments(items: tuple[Attachment, ...]) -> str:
    """Attachments as JSON text."""
    return dumps([a.packed() for a in items])


def load_attachments(value: str | list[Any]) -> tuple[Attachment, ...]:
    """Attachments from JSON text, or from what was already read out of it."""
    items = loads(value) if isinstance(value, str) else value
    return tuple(Attachment(*item) for item in items)


def dump_say(say: Say) -> str:
    """A message as JSON text."""
    rows = [[[_text(c.label), c.act] for c in row] for row in say.rows]
    media = [a.packed() for a in say.media]
    stamp = _text(say.stamp) if say.stamp else None
    return dumps([_text(say.text), rows, media, say.slot, say.subject, say.fresh, say.over, say.menu, stamp])


def load_say(value: str) -> Say:
    """A message from JSON text."""
    body, rows, media, slot, subject, fresh, over, menu, *more = loads(value)
    choices = tuple(tuple(Choice(_read_text(label), act) for label, act in row) for row in rows)
    stamp = _read_text(more[0]) if more and more[0] else None  # a message of an older release has none
    return Say(_read_text(body), choices, load_attachments(media), slot, subject, fresh, over, menu, stamp)


def dump_event(event: Event) -> str:
    """An event as JSON text, whole, so that it can be handled again."""
    fields = {name: getattr(event, name) for name in Event.__slots__}
    fields |= {"at": event.at.isoformat(), "account": str(event.account), "place": str(event.place)}
    if event.window:
        fields["window"] = asdict(event.window) | {"lasts": event.window.lasts.total_seconds()}
    return dumps(fields)


def load_event(value: str) -> Event:
    """An event from JSON text."""
    fields = loads(value)
    fields |= {
        "at": datetime.fromisoformat(fields["at"]),
        "account": Address.parse(fields["account"]),
        "place": Address.parse(fields["place"]),
        "what": What(fields["what"]),
        "attachments": tuple(Attachment(**item) for item in fields["attachments"]),
        "window": _window(fields.get("window")),
    }
    return Event(**fields)


def _window(fields: dict[str, Any] | None) -> Window | None:
    return Window(fields["kind"], timedelta(seconds=fields["lasts"]), fields["messages"]) if fields else None


def dump_posts(posts: tuple[Post, ...]) -> str:
    """Posts as JSON text."""
    return dumps([[p.site, p.role, p.department] for p in posts])


def load_posts(value: str) -> tuple[Post, ...]:
    """Posts from JSON text."""
    if value == "[]":
        return ()
    return tuple(Post(site, Role(role), department) for site, role, department in loads(value))
