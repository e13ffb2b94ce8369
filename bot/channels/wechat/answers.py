"""The answer in the same breath: one text, with as much of what was said as goes into it, from the front.

Numbers would be ambiguous if two messages had choices, so one with choices is the last; one with pictures cannot
be part of a text.
"""

from collections.abc import Sequence
from datetime import datetime

from wechatpy.replies import TextReply

from bot.channels.base import Shown
from bot.channels.wechat.messages import cleaned
from bot.channels.wechat.pages import LEAST, MOST, page, shortened

NOTHING = b"success"  # the one word after which WeChat shows nothing and asks no more
_BETWEEN = "\n\n"


def answer(held: Sequence[Shown]) -> tuple[str, list[Shown]]:
    """The text to answer with, and the messages that are in it."""
    text, taken = "", list[Shown]()
    for shown in held:
        longer = _BETWEEN.join(part for part in (text, page(shown).typed) if part)
        if shown.media or len(longer.encode()) > MOST:
            break
        text, taken = longer, [*taken, shown]
        if shown.choices:
            break
    return (text, taken) if taken else _beginning(held)


def xml(text: str, to: str, sender: str, now: datetime) -> str:
    """The answer as WeChat reads it."""
    # The SDK writes a text as CDATA, which "]]>" would end.
    content = cleaned(text).replace("]]>", "]]]]><![CDATA[>")
    reply = TextReply(source=sender, target=to, content=content, time=int(now.timestamp()))
    return str(reply.render())


def _beginning(held: Sequence[Shown]) -> tuple[str, list[Shown]]:
    first = held[0] if held else None
    if first is None or first.media or not first.link:
        return "", []
    whole = page(first, first.link)
    return (shortened(whole).typed, [first]) if whole.room >= LEAST else ("", [])
