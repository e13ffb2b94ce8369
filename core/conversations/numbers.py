"""Where a platform has no buttons a choice is typed: its number, or its words (DESIGN: "understands 2")."""

import unicodedata
from dataclasses import replace

from core.chat import Choice, Event, What
from core.texts import bare, render
from core.turn import Turn

MOST = 20  # characters: no label is longer
_SAID_BEFORE = "回复选第按回覆選"  # what people put before a number, and we say ourselves
_SAID_AFTER = "号號个個项項.。、)"


def read(turn: Turn) -> Event:
    """The event as the tap it stands for, where it is one of the choices last shown; else as it is."""
    event = turn.event
    if not event.typed or event.what is not What.MESSAGE or event.attachments or len(event.text) > MOST:
        return event
    chosen = _out_of_a_list(turn) or _typed(turn)
    return replace(event, what=What.TAP, act=chosen.act, text="", message="") if chosen else event


def _out_of_a_list(turn: Turn) -> Choice | None:
    """The platform's own list tells which message it was tapped in, however old."""
    id, _, number = turn.event.picked.partition("-")
    if not (id.isdigit() and number.isdigit()):
        return None
    offered = turn.book.choices_at(turn.event.place, id)
    return _nth(offered[0], int(number)) if offered else None


def _typed(turn: Turn) -> Choice | None:
    words = unicodedata.normalize("NFKC", turn.event.text).strip()
    if not words:
        return None
    offered = turn.book.choices_at(turn.event.place)
    if not offered:
        return None
    number = words.lstrip(_SAID_BEFORE).rstrip(_SAID_AFTER).strip()
    if number.isdecimal() and len(number) <= 2 and (chosen := _nth(offered[0], int(number))):
        return chosen
    said = bare(words)
    return next((c for choices in offered for c in choices if said and said == _label(turn, c)), None)


def _label(turn: Turn, choice: Choice) -> str:
    return bare(unicodedata.normalize("NFKC", render(choice.label, turn.language, turn.now)))


def _nth(choices: tuple[Choice, ...], number: int) -> Choice | None:
    return choices[number - 1] if 0 < number <= len(choices) else None
