"""From core's keys to words on a screen."""

from datetime import datetime

from bot.channels.base import Answer, Button, Shown
from core.chat import Say, Text, Toast
from core.conversations.menu import MENU
from core.texts import render


def shown(say: Say, language: str, now: datetime) -> Shown:
    """A message in somebody's language, ready to be shown."""
    rows = tuple(
        tuple(Button(render(choice.label, language, now), choice.act) for choice in row) for row in say.rows
    )
    menu = tuple(tuple(render(Text(key), language, now) for key in row) for row in MENU) if say.menu else ()
    return Shown(render(say.text, language, now), rows, say.media, menu)


def answer(toast: Toast | None, now: datetime) -> Answer:
    """The short word for whoever tapped."""
    return Answer(render(toast.text, toast.language, now), toast.alert) if toast else Answer()
