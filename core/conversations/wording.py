"""The same thing said the same way everywhere: units, kinds, guesses, long words shortened."""

from collections.abc import Iterable

from core.chat import Text, text

SHORT = 400  # characters of an owner's words on a card; the record has them all


def place_of(unit: str | None) -> Text:
    """3-2-1201 as people say it; an empty unit is a common area."""
    if not unit:
        return text("place-common")
    if unit.startswith("S"):
        return text("place-shop", room=unit[1:])
    building, *entrance, room = unit.split("-") if unit.count("-") else ("", unit)
    if entrance:
        return text("place-entrance", building=building, entrance=entrance[0], room=room)
    return text("place-room", building=building, room=room)


def kind_label(kind: str, category: str = "") -> Text:
    """报修 · 工程维修."""
    if not category:
        return text(f"kind-{kind}")
    return text("kind-and-category", kind=text(f"kind-{kind}"), category=text(f"category-{category}"))


def guesses(because: Iterable[str]) -> Text | str:
    """因为提到:电梯, 困人 — every guess is explained."""
    words = "、".join(because)
    return text("because", words=words) if words else ""


def shortened(words: str, most: int = SHORT) -> Text | str:
    """Long words cut for a card, saying how long they are."""
    if len(words) <= most:
        return words
    return text("shortened", words=words[:most], all=len(words))
