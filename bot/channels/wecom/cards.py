"""Texts and cards in WeCom's measures: some are counted in bytes, some in characters, and what is over is cut or refused.

A card has a heading, a few lines and at most six buttons. What does not fit is said in full in a text before
it; choices beyond the sixth are on the page the last button opens, or on a second card where there is no page.
"""

import re
import secrets
from collections.abc import Iterator, Sequence
from typing import Any

from bot.channels.base import Button, Shown
from bot.channels.weixin.texts import cut, shortened, split

Body = dict[str, Any]

MOST_TEXT = 2048  # bytes
MOST_TITLE, MOST_LINES = 26, 112  # characters, of a button card
MOST_BUTTONS, MOST_LABEL, MOST_STAMP = 6, 10, 20
CARD_TITLE, CARD_LINES = 128, 512  # bytes, of a text card
MORE = "…"  # the button to the page
BLUE, GREY = 1, 4

_CARD_ID = re.compile(r"[0-9A-Za-z_@-]*-[0-9a-f]{16}")
_NOT_IN_ID = re.compile(r"[^0-9A-Za-z_]")
_LINK = re.compile(r"<(?=/?a\b)", re.IGNORECASE)
_TAG = re.compile(r"<(?=/?[a-z])", re.IGNORECASE)


def is_card(message: str) -> bool:
    """Whether a message's id is that of a card with buttons."""
    return _CARD_ID.fullmatch(message) is not None


def texts(text: str) -> list[Body]:
    """A text as messages; a link in somebody's words stays words."""
    parts = split(_LINK.sub("＜", text), MOST_TEXT)
    return [{"msgtype": "text", "text": {"content": part}} for part in parts if part]


def messages(shown: Shown) -> list[Body]:
    """What a member gets: texts, then cards; of several cards the first is the one that is edited."""
    if not shown.rows:
        return texts(shown.text)
    before = [] if fits(shown) else texts(shown.text)
    return before + cards(shown)


def cards(shown: Shown) -> list[Body]:
    """The cards that offer its choices."""
    return [
        {"msgtype": "template_card", "template_card": _card(shown, buttons) | {"task_id": _new_id(shown)}}
        for buttons in _dealt(shown)
    ]


def instead(shown: Shown) -> Body:
    """What is put in the place of a card that stands there: greyed buttons, or other ones, or none."""
    if shown.stamp or (not shown.rows and not shown.link):
        return {"button": {"replace_name": shortened(shown.stamp or heading(shown)[0], MOST_STAMP)}}
    if not shown.rows:
        return {"template_card": _head(shown, "text_notice")}
    return {"template_card": _card(shown, next(_dealt(shown)))}


def textcard(shown: Shown) -> Body:
    """What a group gets instead of buttons: the beginning, and the way to the page."""
    title = heading(shown)[0] or MORE
    card = {
        "title": cut(_TAG.sub("＜", title), CARD_TITLE),
        "description": cut(_TAG.sub("＜", shown.text), CARD_LINES),
        "url": shown.link,
    }
    return {"msgtype": "textcard", "textcard": card}


def fits(shown: Shown) -> bool:
    """Whether a card shows all of its text."""
    return len(heading(shown)[1]) <= MOST_LINES


def editable(shown: Shown) -> bool:
    """Whether it can be put in the place of one card."""
    return bool(shown.stamp) or len(list(_dealt(shown))) <= 1


def heading(shown: Shown) -> tuple[str, str]:
    """A card's title and lines; the lines leave out what the title says in full."""
    text = shown.text.strip()
    first, _, rest = text.partition("\n")
    title = shown.title or first
    return title, rest.strip() if title == first and len(title) <= MOST_TITLE else text


def _head(shown: Shown, kind: str) -> Body:
    title, lines = heading(shown)
    card: Body = {"card_type": kind, "main_title": {"title": shortened(title, MOST_TITLE) or MORE}}
    if lines:
        card["sub_title_text"] = shortened(lines, MOST_LINES)
    if shown.link:
        card["card_action"] = {"type": 1, "url": shown.link}
    return card


def _card(shown: Shown, buttons: Sequence[Body]) -> Body:
    return _head(shown, "button_interaction") | {"button_list": list(buttons)}


def _dealt(shown: Shown) -> Iterator[list[Body]]:
    buttons = [_button(choice, n) for n, choice in enumerate(_different(shown.choices))]
    if len(buttons) > MOST_BUTTONS and shown.link:
        buttons = [*buttons[: MOST_BUTTONS - 1], {"type": 1, "text": MORE, "style": GREY, "url": shown.link}]
    for start in range(0, len(buttons), MOST_BUTTONS):
        yield buttons[start : start + MOST_BUTTONS]


def _different(choices: Sequence[Button]) -> list[Button]:
    # WeCom refuses a card with two buttons of one key.
    return list({choice.act: choice for choice in reversed(choices)}.values())[::-1]


def _button(choice: Button, number: int) -> Body:
    label = shortened(choice.label, MOST_LABEL)
    return {"type": 0, "text": label, "style": GREY if number else BLUE, "key": choice.act}


def _new_id(shown: Shown) -> str:
    # Never one that was used: a message that is tried again may have come through the first time.
    return f"{_NOT_IN_ID.sub('_', shown.id)[:64]}-{secrets.token_hex(8)}"
