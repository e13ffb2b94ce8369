"""Buttons under a message, and the menu below the line where one types.

Plain data in the Bot API's own form: the SDK's types would be built only to be taken apart again.
"""

from typing import Any

from bot.channels.base import Shown

Markup = dict[str, Any] | None


def buttons(shown: Shown) -> Markup:
    """The choices of a message."""
    if not shown.rows:
        return None
    rows = [[{"text": button.label, "callback_data": button.act} for button in row] for row in shown.rows]
    return {"inline_keyboard": rows}


def markup(shown: Shown, private: bool) -> Markup:
    """A message has room for one of both: its choices, or in private the menu."""
    if shown.rows or not (shown.menu and private):
        return buttons(shown)
    keys = [[_key(label, shown.share) for label in row] for row in shown.menu]
    return {"keyboard": keys, "resize_keyboard": True, "is_persistent": True}


def _key(label: str, share: str) -> str | dict[str, Any]:
    """A label that types itself, but for the one that sends the person's own contact."""
    return {"text": label, "request_contact": True} if label == share else label
