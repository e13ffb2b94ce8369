"""Where a platform has no buttons a choice is typed: its number, or its words (DESIGN: "understands 2")."""

import re
import unicodedata
from dataclasses import replace

from core.chat import Choice, Event, What
from core.texts import bare, render
from core.turn import Turn

MOST = 20  # characters: no label is longer
_CHINESE = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}
# What people put around a number: 回复1, 我选2, 第三个, (1), 1️⃣, 1吧. A number that says more is no choice.
_NUMBER = re.compile(
    r"(?:我?(?:要|选|選|回复|回覆|按)?[::]?第?)[(\[【]?(\d{1,2}|[一二三四五六七八九十])[)\]】]?[号號个個项項条條吧的]*[.。、,!]*"
)
_KEYCAP = re.compile("[\ufe0e\ufe0f\u20e3]")


def read(turn: Turn) -> Event:
    """The event as the tap it stands for, where it is one of the choices last shown; else as it is."""
    event = turn.event
    if not event.typed or event.what is not What.MESSAGE or event.attachments or len(event.text) > MOST:
        return event
    chosen = _out_of_a_list(turn) or _typed(turn)
    return replace(event, what=What.TAP, act=chosen.act, text="", message="") if chosen else event


def number_in(words: str) -> int | None:
    """The number somebody typed and nothing else, however they write it."""
    plain = _KEYCAP.sub("", unicodedata.normalize("NFKC", words)).replace(" ", "").replace("：", ":")
    found = _NUMBER.fullmatch(plain)
    return (_CHINESE.get(found[1]) or int(found[1])) if found else None


def _out_of_a_list(turn: Turn) -> Choice | None:
    """The platform's own list tells which message it was tapped in, however old."""
    id, _, number = turn.event.picked.partition("-")
    if not (id.isdecimal() and number.isdecimal()):
        return None
    offered = turn.book.choices_at(turn.event.place, id)
    return _nth(offered[0], int(number)) if offered else None


def _typed(turn: Turn) -> Choice | None:
    said = bare(unicodedata.normalize("NFKC", turn.event.text))
    offered = turn.book.choices_at(turn.event.place) if said else ()
    if not offered:
        return None
    number = number_in(turn.event.text)
    if number is not None and (chosen := _nth(offered[0], number)):
        return chosen
    # Somebody who was asked something answers that: only what was offered with the question can be meant.
    lists = offered[:1] if turn.dialogue.name else offered
    return next((c for choices in lists for c in choices if said == _label(turn, c)), None)


def _label(turn: Turn, choice: Choice) -> str:
    return bare(unicodedata.normalize("NFKC", render(choice.label, turn.language, turn.now)))


def _nth(choices: tuple[Choice, ...], number: int) -> Choice | None:
    return choices[number - 1] if 0 < number <= len(choices) else None
