"""The menu under the chat: what it may look like, and what a tap on it is."""

from typing import Any

from tests.fakes.wechat.faults import Refusal

Raw = dict[str, Any]
KEYED = {"click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin"}
KEYED |= {"location_select"}
NAME, SUB_NAME, KEY, URL = 16, 60, 128, 1024  # bytes
TOP = {"count": 40016, "type": 40017, "name": 40018, "key": 40019, "url": 40020, "domain": 40054}
SUB = {"count": 40023, "type": 40024, "name": 40025, "key": 40026, "url": 40027, "domain": 40055}


def check_menu(menu: Raw) -> list[Raw]:
    """The buttons of a menu that keeps the limits, as `menu/get` gives them."""
    buttons = menu.get("button")
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= 3:
        raise Refusal(40016, "invalid button size")
    return [_top(button) for button in buttons]


def _top(button: Raw) -> Raw:
    below = button.get("sub_button") or []
    if not below:
        return _leaf(button, TOP, NAME) | {"sub_button": []}
    _size("name", str(button.get("name", "")), NAME, TOP)
    if len(below) > 5:
        raise Refusal(40023, "invalid sub button size")
    if any(sub.get("sub_button") for sub in below):
        raise Refusal(40022, "invalid sub button level")
    return {
        "name": button["name"],
        "sub_button": [_leaf(sub, SUB, SUB_NAME) | {"sub_button": []} for sub in below],
    }


def _leaf(button: Raw, codes: dict[str, int], name: int) -> Raw:
    _size("name", str(button.get("name", "")), name, codes)
    type_ = str(button.get("type", ""))
    if type_ in KEYED:
        _size("key", str(button.get("key", "")), KEY, codes)
    elif type_ == "view":
        _size("url", str(button.get("url", "")), URL, codes)
        if not str(button["url"]).startswith(("http://", "https://")):
            raise Refusal(codes["domain"], "invalid button url domain")
    else:
        raise Refusal(codes["type"], "invalid button type")
    return {part: button[part] for part in ("type", "name", "key", "url") if part in button}


def _size(what: str, value: str, most: int, codes: dict[str, int]) -> None:
    if not 1 <= len(value.encode()) <= most:
        raise Refusal(codes[what], f"invalid button {what} size")


def entry(buttons: list[Raw], label: str) -> Raw | None:
    """What can be tapped under a label."""
    leaves = [leaf for button in buttons for leaf in (button["sub_button"] or [button])]
    return next((leaf for leaf in leaves if leaf["name"] == label), None)
