"""From core's keys to words on a screen."""

from datetime import datetime

from bot.channels.base import Answer, Button, Shown
from core.chat import Say, Text, Toast
from core.conversations.owner.menu import MENU, SHARE
from core.texts import bare, render

# Telegram names languages by two letters: zh is both Chinese scripts, nothing is everybody else.
_SPOKEN = (("", "zh-Hans"), ("zh", "zh-Hans"), ("en", "en"))
FEW = 3  # choices a short hint can name
_GROUP = ("bind", "calls", "log", "dutylog", "duty")
_PRIVATE = ("repair", "complain", "ask", "mine", "notices", "person", "bind", "language", "cancel", "help")


def commands(now: datetime) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The menu of commands, by where it is shown and in which language."""
    lists = []
    for code, language in _SPOKEN:
        private = [(name, render(Text(f"command-{name}"), language, now)) for name in _PRIVATE]
        group = [(name, render(Text(f"command-{name}-group"), language, now)) for name in _GROUP]
        lists += [("all_private_chats", code, private), ("all_group_chats", code, group)]
    return lists


def shown(say: Say, language: str, now: datetime) -> Shown:
    """A message in somebody's language, ready to be shown."""
    rows = tuple(
        tuple(Button(render(choice.label, language, now), choice.act) for choice in row) for row in say.rows
    )
    menu = tuple(tuple(render(Text(key), language, now) for key in row) for row in MENU) if say.menu else ()
    share = render(Text(SHARE), language, now) if say.menu else ""
    words = render(say.text, language, now)
    stamp = render(say.stamp, language, now) if say.stamp else ""
    title = words.strip().partition("\n")[0]
    hint = _hint(rows, language, now)
    return Shown(
        words, rows, say.media, menu, share, subject=say.subject, title=title, stamp=stamp, hint=hint
    )


def _hint(rows: tuple[tuple[Button, ...], ...], language: str, now: datetime) -> str:
    labels = [bare(button.label) for row in rows for button in row]
    if not 0 < len(labels) <= FEW:
        return ""
    numbered = " ".join(f"{number}{label}" for number, label in enumerate(labels, 1))
    return render(Text("answer-by-number", {"choices": numbered}), language, now)


def answer(toast: Toast | None, now: datetime) -> Answer:
    """The short word for whoever tapped."""
    return Answer(render(toast.text, toast.language, now), toast.alert) if toast else Answer()
