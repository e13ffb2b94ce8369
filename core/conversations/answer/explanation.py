"""Words instead of work: not our business, no ground for it, or no way to solve it. The reason is always on record.

    outside   whose business it is, from the SOP's list or in words (TR-1)
    invalid   the reason, patiently (TR-8)
    unsolved  why not, with an apology and what we can do instead; the manager is told at once (RE-6)

How it goes out is in explaining.py, what is done about an owner who says nothing to it in waiting.py (RE-5).
"""

from core.case import TRANSITIONS, Case
from core.chat import Text, choice, text
from core.conversations.access import allowed
from core.conversations.answer.explaining import INVALID, OUTSIDE, UNSOLVED, explain
from core.conversations.answer.meanwhile import moved_on, seen
from core.conversations.classes.bodies import body_of, body_words, choices
from core.conversations.desk import asking, desk
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.wording import place_of
from core.conversations.work import card
from core.history.endings import answered
from core.rights import Action
from core.turn import Turn


def can_be_explained(case: Case) -> bool:
    """Whether an explanation still has somebody to hear it."""
    return case.state in TRANSITIONS["explain"]


def _open_to_it(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.EXPLAIN)
    if case is None:
        return None
    if not can_be_explained(case):
        turn.answer_tap("moved-on", alert=True, number=number)
        return None
    return case


# not our business (TR-1)


def outside(turn: Turn, number: str, body: str = "", stamp: str = "") -> None:
    """Whose business it is instead: one of the list, or in words."""
    case = _open_to_it(turn, number)
    if case is None:
        return None
    if not body:
        own = choice("in-own-words", "outside", number, "-", answered(case))
        rows = card.pairs([*choices(turn, case, "outside", answered(case)), own])
        back = (choice("back", "extras", number),)
        return turn.reply("ask-whose", *rows, back, slot=f"more:{number}", number=number)
    if moved_on(turn, case, stamp):
        return None
    if body == "-":
        return asking.ask(turn, case, OUTSIDE, text("ask-where-instead", number=number), seen(case))
    found = body_of(turn, case, body)
    if found is None:
        return turn.answer_tap("moved-on", alert=True, number=number)
    where = body_words(found.key, found.name, found.phone)
    if _send_away(turn, case, text("turn-to", where=where), where=found.key):
        told = desk.told(turn, case)
        turn.reply("explained-to-owner", slot=f"more:{number}", number=number, told=told)
    return None


def _outside(turn: Turn, case: Case, said: Written) -> None:
    if ready(turn, case, said, text("ask-where-instead", number=case.number), OUTSIDE):
        _done(turn, case, _send_away(turn, case, said.words, why=said.words))


def _send_away(turn: Turn, case: Case, instead: Text | str, why: str = "", where: str = "") -> bool:
    case.note("judge", turn.now, turn.who.id, why="scope", scope="out", where=where)
    words = text("explanation-outside", number=case.number, place=place_of(case.unit), instead=instead)
    return explain(turn, case, words, basis=OUTSIDE, why=why, where=where)


# no ground for it (TR-8), no way to solve it (RE-6)


def invalid(turn: Turn, number: str) -> None:
    """The reason is asked for, in words."""
    case = _open_to_it(turn, number)
    if case is not None:
        asking.ask(turn, case, INVALID, text("ask-reason", number=number), seen(case))


def _invalid(turn: Turn, case: Case, said: Written) -> None:
    if ready(turn, case, said, text("ask-reason", number=case.number), INVALID):
        words = text("explanation-invalid", number=case.number, reason=said.words)
        _done(turn, case, explain(turn, case, words, basis=INVALID, why=said.words))


def unsolved(turn: Turn, number: str) -> None:
    """First why not."""
    case = _open_to_it(turn, number)
    if case is not None:
        asking.ask(turn, case, UNSOLVED, text("ask-why-not", number=number), seen(case))


def _unsolved(turn: Turn, case: Case, said: Written) -> None:
    """Then what we can do instead."""
    if ready(turn, case, said, text("ask-why-not", number=case.number), UNSOLVED):
        question = text("ask-alternative", number=case.number)
        asking.ask(turn, case, "alternative", question, {**said.chosen, "why": said.words})


def _alternative(turn: Turn, case: Case, said: Written) -> None:
    if not ready(turn, case, said, text("ask-alternative", number=case.number), "alternative"):
        return
    why, instead = said.chosen["why"], said.words
    words = text("explanation-unsolved", number=case.number, why=why, alternative=instead)
    _done(turn, case, explain(turn, case, words, basis=UNSOLVED, why=why, alternative=instead))


# all of them


def ready(turn: Turn, case: Case, said: Written, question: Text, purpose: str) -> bool:
    """Whether words can go out: there are some, and nobody has answered while they were written."""
    if moved_on(turn, case, said.chosen.get("seen", ""), said.words):
        return False
    if not can_be_explained(case):
        turn.reply("moved-on", number=case.number)
        return False
    if said.words.strip():
        return True
    asking.ask(turn, case, purpose, question, said.chosen)
    turn.reply("write-words")
    return False


def _done(turn: Turn, case: Case, sent: bool) -> None:
    if sent:
        told = desk.told(turn, case)
        turn.reply("explained-to-owner", slot=f"writing:{case.number}", number=case.number, told=told)


EXTRAS = (
    Extra("not-in-scope", "outside", Action.EXPLAIN, can_be_explained),
    Extra("explain-reason", "invalid", Action.EXPLAIN, can_be_explained),
    Extra("cannot-solve", "unsolved", Action.EXPLAIN, can_be_explained),
)

WRITERS = {
    OUTSIDE: Writer(Action.EXPLAIN, _outside, submit="send-it"),
    INVALID: Writer(Action.EXPLAIN, _invalid, submit="send-it"),
    UNSOLVED: Writer(Action.EXPLAIN, _unsolved),
    "alternative": Writer(Action.EXPLAIN, _alternative, submit="send-it"),
}

TAPS = {"outside": outside, "invalid": invalid, "unsolved": unsolved}
