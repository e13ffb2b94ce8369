"""代录: a colleague records for an owner who called, came or wrote; the same dialogue, the same read-back (IN-6).

/record ─▶ by which way ─▶ when ─▶ in one go, whatever was said ─▶ what is missing ─▶ read-back ─▶ case
                                                                                        └▶ onspot.py
"""

from dataclasses import replace

from core.conversations.owner import filing, menu
from core.conversations.owner.draft import Draft
from core.conversations.recording import onspot
from core.turn import Turn


def start(turn: Turn) -> None:
    """/record: go on with what is being recorded, or begin; what is written behind it is heard already."""
    if not any(turn.who.roles(site) for site in turn.sites):
        return turn.reply("record-staff-only", *menu.rows())
    if not turn.event.private:
        return turn.answer_tap("record-in-private", alert=True)
    draft = filing.in_hand(turn)
    if draft is None or not draft.by:
        draft = filing.begun(turn, Draft.record(turn.event, turn.who, turn.sites))
    said = turn.event.text.partition(" ")[2].strip() if turn.event.text.startswith("/") else ""
    if said:
        draft.hear(replace(turn.event, text=said), turn.sites)
    return filing.go_on(turn, draft)


def speak(turn: Turn) -> None:
    """A message in the middle of recording."""
    if turn.dialogue.step in {onspot.STEP, onspot.PRICE}:
        return onspot.speak(turn)
    return filing.speak(turn)


def for_owner(turn: Turn, id: str) -> None:
    """What a colleague wrote as if it were their own is an owner's: it goes on as a recording."""
    draft = filing.current(turn)
    if draft is None or draft.id != id:
        return turn.answer_tap("draft-gone", alert=True)
    if not turn.who.is_staff:
        return turn.answer_tap("record-staff-only", alert=True)
    turn.dialogue.end()
    own = {"name": turn.who.name, "phone": turn.who.phone}
    for name, value in own.items():
        if getattr(draft, name) == value and name not in draft.fixed:
            setattr(draft, name, "")
    if draft.unit in {home.unit for home in turn.who.homes} and "unit" not in draft.fixed:
        draft.unit = None
    draft.by = draft.recipient = turn.who.id
    draft.guided = True
    draft.understand(turn.sites)
    return filing.go_on(turn, draft)


TAPS = {"record": start, "forowner": for_owner}
