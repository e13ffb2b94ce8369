"""What may stand in a message: what WeCom refuses in it, and what it cuts off without a word."""

import re
from collections.abc import Callable
from typing import Any

from tests.fakes.wecom.faults import Refusal

Raw = dict[str, Any]
Complain = Callable[[str], None]
TEXT = 2048  # bytes
TITLE, DESCRIPTION, LINK = 128, 512, 2048  # bytes, of a textcard
FILES = ("image", "voice", "video", "file")
CARD_TYPES = ("button_interaction", "text_notice")
SEEN = {"title": 26, "desc": 30, "sub_title_text": 112, "button": 10, "keyname": 5, "value": 26}  # characters
BUTTONS = 6


def clip(words: str, most: int) -> str:
    """As many whole characters as fit into so many bytes."""
    return words.encode()[:most].decode(errors="ignore")


def content(kind: str, raw: Raw, complain: Complain) -> Raw:
    """The fields of a message as they will be seen."""
    if not isinstance(raw, dict):
        raise Refusal(40058, f"invalid request parameter: {kind}. Warning: wrong json format")
    if kind in {"text", "markdown"}:
        return _text(kind, raw, complain)
    return _textcard(raw, complain) if kind == "textcard" else raw


def _text(kind: str, raw: Raw, complain: Complain) -> Raw:
    words = raw.get("content")
    if not isinstance(words, str) or not words:
        raise Refusal(44004, "empty content")
    return raw | {"content": _clipped(words, TEXT, f"{kind}.content", complain)}


def _clipped(words: str, most: int, where: str, complain: Complain) -> str:
    if len(words.encode()) > most:
        complain(f"{where} was cut: {len(words.encode())} bytes of {most}")
    return clip(words, most)


def _textcard(raw: Raw, complain: Complain) -> Raw:
    for name, errcode in (("title", 41016), ("description", 41033), ("url", 41010)):
        if not raw.get(name):
            raise Refusal(errcode, f"missing {name}")
    url_fits(raw["url"])
    label = raw.get("btntxt", "") or "详情"
    if len(label) > 4:
        complain(f"textcard.btntxt was cut: {label}")
    return raw | {
        "title": _clipped(raw["title"], TITLE, "textcard.title", complain),
        "description": _clipped(raw["description"], DESCRIPTION, "textcard.description", complain),
        "btntxt": label[:4],
    }


def url_fits(url: str) -> None:
    """Refuse a link nobody could open."""
    if len(url.encode()) > LINK:
        raise Refusal(40039, "invalid url size")
    if not url.startswith(("http://", "https://")):
        raise Refusal(45034, "url should start with http:// or https://")


def task_id_fits(task_id: object) -> str:
    """Refuse an id that is none."""
    if not isinstance(task_id, str) or not re.fullmatch(r"[0-9A-Za-z_@-]{1,128}", task_id):
        raise Refusal(42014, "taskid has existed or empty or exceed max len")
    return task_id


def card(raw: Any, complain: Complain) -> Raw:
    """A template card as it will be seen; more than a phone shows is cut there."""
    if not isinstance(raw, dict) or raw.get("card_type") not in CARD_TYPES:
        raise Refusal(40058, "invalid request parameter: card_type")
    title = raw.get("main_title", {})
    if not title.get("title") and (raw["card_type"] == "button_interaction" or not raw.get("sub_title_text")):
        raise Refusal(41016, "missing title")
    _card_action(raw)
    seen = {name: _seen(name, title[name], complain) for name in ("title", "desc") if name in title}
    known = raw | {"main_title": seen}
    if "sub_title_text" in raw:
        known["sub_title_text"] = _seen("sub_title_text", raw["sub_title_text"], complain)
    if "horizontal_content_list" in raw:
        known["horizontal_content_list"] = _horizontal(raw["horizontal_content_list"], complain)
    if raw["card_type"] == "button_interaction":
        known["button_list"] = _buttons(raw.get("button_list"), complain)
    return known


def _seen(name: str, words: str, complain: Complain) -> str:
    if len(words) > SEEN[name]:
        complain(f"template_card.{name} was cut: {len(words)} characters of {SEEN[name]}")
    return words[: SEEN[name]]


def _card_action(raw: Raw) -> None:
    action = raw.get("card_action")
    if action is None and raw["card_type"] == "text_notice":
        raise Refusal(40058, "invalid request parameter: card_action")
    if action and action.get("type") not in {0, 1, 2}:
        raise Refusal(40058, "invalid request parameter: card_action.type")
    if action and action["type"] == 1:
        if not action.get("url"):
            raise Refusal(41010, "missing url")
        url_fits(action["url"])


def _horizontal(rows: list[Raw], complain: Complain) -> list[Raw]:
    if len(rows) > 6:
        raise Refusal(40058, "invalid request parameter: horizontal_content_list")
    return [
        row | {name: _seen(name, row.get(name, ""), complain) for name in ("keyname", "value")}
        for row in rows
    ]


def _buttons(buttons: Any, complain: Complain) -> list[Raw]:
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= BUTTONS:
        raise Refusal(40016, "invalid button size")
    keys = [_button(button) for button in buttons]
    if len(set(keys)) < len(keys):
        raise Refusal(42018, "invalid button key: repeated")
    return [button | {"text": _seen("button", button["text"], complain)} for button in buttons]


def _button(button: Raw) -> str:
    if not button.get("text"):
        raise Refusal(42020, "missing button name")
    if button.get("type", 0) not in {0, 1} or button.get("style", 1) not in {1, 2, 3, 4}:
        raise Refusal(40017, "invalid button type")
    if button.get("type") == 1:
        url_fits(button.get("url", ""))
        return str(button["url"])
    if not button.get("key"):
        raise Refusal(42019, "missing button key")
    if len(button["key"].encode()) > 1024:
        raise Refusal(40019, "invalid button key size")
    return str(button["key"])
