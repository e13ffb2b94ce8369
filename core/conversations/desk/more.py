"""更多: what else can be done to a case, by whoever taps; a card has room for the everyday only."""

from collections.abc import Callable
from dataclasses import dataclass

from core.case import Case
from core.chat import Choice, choice
from core.conversations.access import allowed, can
from core.conversations.work import card
from core.rights import Action
from core.turn import Turn


@dataclass(frozen=True, slots=True)
class Extra:
    """One more thing to do: a button, who may tap it, and at which cases it makes sense."""

    label: str  # catalogue key
    verb: str  # the tap it stands for, with the case's number
    action: Action
    applies: Callable[[Case], bool]


extras: list[Extra] = []  # the EXTRAS of all rooms, in their order


def offer(turn: Turn, number: str) -> None:
    """Show what this person can do besides; only what is theirs, and makes sense now."""
    case = allowed(turn, number, Action.NOTE)
    if case is None:
        return None
    found = choices(turn, case)
    if not found:
        return turn.answer_tap("nothing-more", alert=True)
    return turn.reply(
        "more-what",
        *card.pairs(found),
        (choice("back", "card", number),),
        slot=f"more:{number}",
        number=number,
    )


def choices(turn: Turn, case: Case) -> list[Choice]:
    """A button for each."""
    return [
        choice(extra.label, extra.verb, case.number)
        for extra in extras
        if extra.applies(case) and can(turn, extra.action, case)
    ]


TAPS = {"extras": offer}
