"""The same thing said the same way everywhere: units, kinds, guesses, long words shortened."""

import re
from collections.abc import Iterable
from functools import reduce

from core.case import Case
from core.chat import Text, text
from core.people import masked_name, masked_phone
from core.understanding.phone import read_phone, spans
from core.understanding.plain import plain

# Besides what is shaped like a telephone number: better a meter number masked than a phone shown.
_NUMBER = re.compile(r"\d{8,}|1[3-9]\d(?:[/，,、.·*_]?\d{4}){2}")
_CASE = re.compile(r"[a-z0-9]{1,6}-20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])-\d{4}(?!\d)", re.IGNORECASE)
HIDDEN = "****"
KNOWN_UNREADABLE = frozenset({"sticker", "location", "too-big", "foreign-contact", "empty"})
SHORT = 400  # characters of an owner's words on a card; the record has them all


def place_of(unit: str | None) -> Text:
    """3-2-1201 as people say it; an empty unit is a common area."""
    if not unit:
        return text("place-common")
    if unit.startswith("S"):
        return text("place-shop", room=unit[1:])
    if "-" not in unit:
        return text("place-alone", room=unit)
    building, *entrance, room = unit.split("-")
    if entrance:
        return text("place-entrance", building=building, entrance=entrance[0], room=room)
    return text("place-room", building=building, room=room)


def kind_label(kind: str, category: str = "") -> Text:
    """报修 · 工程维修."""
    if not category:
        return text(f"kind-{kind}")
    return text("kind-and-category", kind=text(f"kind-{kind}"), category=text(f"category-{category}"))


def judged_label(case: Case) -> Text:
    """报修 · 工程维修 · 二类 · 小修, as far as it was judged or suggested."""
    parts = [kind_label(case.kind, case.category)]
    parts += [text(f"class-{case.class_}")] if case.class_ else []
    size = next((e.data["size"] for e in reversed(case.history) if "size" in e.data), "")
    parts += [text(f"size-{size}")] if size in {"minor", "ordinary"} else []
    return reduce(lambda a, b: text("and-also", a=a, b=b), parts)


def guesses(because: Iterable[str]) -> Text | str:
    """因为提到:电梯, 困人 — every guess is explained."""
    words = list(because)
    listed = (
        reduce(lambda a, b: text("listed", a=a, b=b), words[1:], text("as-it-is", words=words[0]))
        if words
        else ""
    )
    return text("because", words=listed) if listed else ""


def for_groups(words: str, name: str = "") -> Text | str:
    """An owner's words as a group may read them: shortened, without telephone numbers and their own name (DI-1)."""
    return shortened(hidden(words, name))


def hidden(words: str, name: str = "") -> str:
    """Words without telephone numbers and somebody's name."""
    words = words.replace(name, masked_name(name)) if len(name) > 1 else words
    flat = plain(words)
    shown, at = "", 0
    ours = [found.span() for found in _CASE.finditer(flat)]  # the number of a case is no telephone's
    for start, end in sorted([*spans(flat), *(found.span() for found in _NUMBER.finditer(flat))]):
        if any(first <= start and end <= last for first, last in ours):
            continue
        if start >= at:
            shown += words[at:start] + (masked_phone(_digits(flat[start:end])) or HIDDEN)
        at = max(at, end)
    return shown + words[at:]


def _digits(number: str) -> str:
    return "".join(c for c in number if c in "0123456789")


def shortened(words: str, most: int = SHORT) -> Text | str:
    """Long words cut for a card, saying how long they are."""
    if len(words) <= most:
        return words
    return text("shortened", words=words[:most], all=len(words))


def unreadable(kind: str) -> str:
    """The catalogue's answer to what came when it is nothing we can use."""
    return f"unreadable-{kind}" if kind in KNOWN_UNREADABLE else "unreadable-other"


def own_number(shared: str) -> str:
    """A shared number as the roster writes it, whether or not the platform puts the country before it."""
    return read_phone(shared) or read_phone(f"+{shared}") or shared
