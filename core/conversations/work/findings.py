"""现场情况: what was found and what is planned, in words and pictures, on record before the work (HA-3)."""

from core.case import WORKING, Case, with_media
from core.chat import text
from core.conversations.access import allowed
from core.conversations.desk import asking, desk
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.work import visit
from core.rights import Action
from core.turn import Turn


def begin(turn: Turn, number: str) -> None:
    """Ask for it."""
    case = allowed(turn, number, Action.QUOTE)
    if case is not None and visit.is_in_hand(turn, case):
        asking.ask(turn, case, "findings", text("ask-findings", number=number))


def _keep(turn: Turn, case: Case, said: Written) -> None:
    """On the card, on record, and told to the desk."""
    if not visit.is_in_hand(turn, case):
        return None
    media = [a.packed() for a in said.media]
    case.note("findings", turn.now, turn.who.id, why=said.words, media=media)
    with_media(case, said.media)
    if not said.words:  # the picture came first, as on some telephones it does
        desk.pass_on(turn, case, said.media)
        return asking.ask(turn, case, "findings", text("ask-findings-words", number=case.number))
    visit.update(turn, case)
    desk.pass_on(turn, case, said.media, words=said.words)
    return turn.reply("noted", slot=f"writing:{case.number}", number=case.number)


WRITERS = {"findings": Writer(Action.QUOTE, _keep, pictures=True)}
TAPS = {"findings": begin}
EXTRAS = (Extra("findings", "findings", Action.QUOTE, lambda case: case.state in WORKING),)
