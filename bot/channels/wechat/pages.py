"""A message as texts of the length WeChat takes, its choices numbered, and its link where something is left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.channels.base import Shown
from bot.channels.wechat.messages import cleaned
from bot.channels.weixin.texts import split

MOST = 2048  # bytes, of one text
LEAST = 400  # bytes: below that a shortened text says nothing
AND_MORE = "\n…"


@dataclass(frozen=True, slots=True)
class Page:
    """One text. Only the last of a message has its link and its choices."""

    text: str
    link: str = ""
    choices: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """What stands above the choices."""
        return _joined(self.text, self.link)

    @property
    def typed(self) -> str:
        """All of it as one text, with a number before each choice."""
        return _joined(self.head, *(f"{number}. {label}" for number, label in enumerate(self.choices, 1)))

    @property
    def room(self) -> int:
        """How many bytes a text above this link and these choices may have."""
        below = replace(self, text="").typed
        return MOST - len(below.encode()) - bool(below)


def page(shown: Shown, link: str = "") -> Page:
    """The whole message, however long."""
    return Page(cleaned(shown.text), link, tuple(cleaned(button.label) for button in shown.choices))


def pages(shown: Shown, most: int | None = None, link: str = "") -> list[Page]:
    """The message in so many texts at the most; what does not go in is behind its own link."""
    whole = page(shown, link)
    found = _all(whole)
    if most is None or len(found) <= most:
        return found
    end = shortened(replace(whole, text=found[most - 1].text, link=shown.link))
    return [*found[: most - 1], end]


def shortened(whole: Page) -> Page:
    """As much of its text as one page has room for, with a sign that there is more."""
    end = whole if whole.room >= LEAST else replace(whole, choices=())
    room = end.room - len(AND_MORE.encode())
    return replace(end, text=split(whole.text, room)[0] + AND_MORE)


def _all(whole: Page) -> list[Page]:
    if whole.room < LEAST:  # more choices than one text takes: then they are text as well
        return [Page(part) for part in split(whole.typed, MOST)]
    *before, last = split(whole.text, MOST)
    texts: Sequence[str] = [*before, *split(last, whole.room)]
    return [*(Page(text) for text in texts[:-1]), replace(whole, text=texts[-1])]


def _joined(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
