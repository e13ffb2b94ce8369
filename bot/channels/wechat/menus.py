"""The menu below the chat, and QR codes that say where they hang."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, TypeAlias

Button: TypeAlias = "tuple[str, str | Sequence[Button]]"

LONGEST = timedelta(days=30)
MOST_SCENE = 64


def menu(buttons: Sequence[Button]) -> dict[str, Any]:
    """Buttons as WeChat takes them: each with an act, an address, or more buttons."""
    return {"button": [_button(label, what) for label, what in buttons]}


def code(scene: str, seconds: int) -> dict[str, Any]:
    """A QR code that brings its scene along, for a while.

    Raises:
        ValueError: WeChat makes no such code.
    """
    if not 1 <= len(scene) <= MOST_SCENE:
        raise ValueError(f"a scene has 1 to {MOST_SCENE} characters")
    if not 1 <= seconds <= LONGEST.total_seconds():
        raise ValueError(f"a code lasts at most {LONGEST.days} days")
    info = {"scene": {"scene_str": scene}}
    return {"expire_seconds": seconds, "action_name": "QR_STR_SCENE", "action_info": info}


def _button(label: str, what: "str | Sequence[Button]") -> dict[str, Any]:
    if not isinstance(what, str):
        return {"name": label, "sub_button": menu(what)["button"]}
    if what.startswith(("http://", "https://")):
        return {"type": "view", "name": label, "url": what}
    return {"type": "click", "name": label, "key": what}
