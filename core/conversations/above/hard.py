"""A hard case goes to the manager: an opinion, then a deadline, and at that time it is looked at (TR-10).

疑难上报 ─▶ why ─▶ the manager, or whoever stands next ─▶ opinion ─▶ until when ─▶ desk and department
                                                                         └─▶ at that time: done or not done
"""

from collections.abc import Sequence
from datetime import datetime

from core.book import Timer
from core.case import ENDED, Case, State
from core.chat import Param, Say, Text, choice, text
from core.conversations import times
from core.conversations.above import seniors
from core.conversations.above.seniors import Card, Matter
from core.conversations.access import allowed
from core.conversations.desk import asking
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, hidden, place_of
from core.people import Person
from core.rights import Action
from core.site import DESK
from core.turn import Turn

NAME = "hard"  # of the matter
CHECK = "hard-check"  # of the timer
OPINION, VIEW = "hard-opinion", "hard-view"  # with its deadline, and while that is still being chosen
DONE = frozenset({State.DONE, State.REPLIED, *ENDED})


def waits(case: Case) -> bool:
    """Whether an opinion with a deadline is asked for and not there."""
    names = [e.what for e in case.history if e.what in {NAME, OPINION}]
    return case.is_open and names[-1:] == [NAME]


def begin(turn: Turn, number: str) -> None:
    """疑难上报: why is it one?"""
    case = allowed(turn, number, Action.HARD)
    if case is not None and _can_begin(turn, case):
        asking.ask(turn, case, NAME, text("hard-ask", number=number))


def _can_begin(turn: Turn, case: Case) -> bool:
    if case.is_open and not waits(case):
        return True
    turn.answer_tap("hard-waits" if case.is_open else "moved-on", alert=True, number=case.number)
    return False


def _reported(turn: Turn, case: Case, said: Written) -> None:
    if not _can_begin(turn, case):
        return
    case.note(NAME, turn.now, turn.who.id, why=said.words)
    seniors.ask(turn, case, NAME)
    turn.reply("hard-reported", slot=f"writing:{case.number}", number=case.number)


# the manager


def _card(turn: Turn, case: Case, of: str) -> Card | None:
    if not waits(case):
        return None
    asked, view = case.last(NAME), _view(case)
    words = text(
        "hard-card",
        number=case.number,
        place=place_of(case.unit),
        issue=for_groups(case.issue, case.name) or text("only-pictures"),
        why=hidden(asked.why, case.name) if asked else "—",
        who=_name(turn, asked.by if asked else None),
        view=view or "—",
    )
    again = (choice("write-opinion", "hardop", case.number), choice("show-number", "number", case.number))
    return Card(words, (again, *(times.offer(turn, case, "hardby", case.number) if view else ())), case.media)


def _view(case: Case) -> str:
    """An opinion without its deadline yet."""
    newest = next((e for e in reversed(case.history) if e.what in {NAME, OPINION, VIEW}), None)
    return newest.why if newest and newest.what == VIEW else ""


def give_opinion(turn: Turn, number: str) -> None:
    """How it is to be dealt with, in words."""
    case = _waiting(turn, number)
    if case is not None:
        asking.ask(turn, case, OPINION, text("hard-ask-opinion", number=number))


def _waiting(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.OPINION)
    if case is None or _still_waits(turn, case):
        return case
    return None


def _still_waits(turn: Turn, case: Case) -> bool:
    given = case.last(OPINION)
    if waits(case):
        return True
    if case.is_open and given:
        turn.answer_tap("above-done", alert=True, number=case.number, who=_name(turn, given.by))
    else:
        turn.answer_tap("moved-on", alert=True, number=case.number)
    return False


def _opined(turn: Turn, case: Case, said: Written) -> None:
    """The words are on record at once; then until when."""
    if not _still_waits(turn, case):
        return
    case.note(VIEW, turn.now, turn.who.id, why=said.words)
    rows = times.offer(turn, case, "hardby", case.number)
    turn.reply("hard-until", *rows, slot=f"hard-until:{case.number}", number=case.number, words=said.words)


def set_deadline(turn: Turn, number: str, token: str) -> None:
    """Until when: now it is an opinion, and everybody concerned hears it."""
    case = _waiting(turn, number)
    if case is None:
        return None
    until, view = times.read(turn, token), _view(case)
    if until is None or not view:
        return turn.answer_tap("time-over" if view else "hard-words-first", alert=True, number=number)
    case.note(OPINION, turn.now, turn.who.id, why=view, until=until.isoformat())
    turn.after(Timer(CHECK, number, until))
    settled = text("above-settled", number=number, what=text("matter-hard"), who=turn.who.name or "—")
    seniors.settle(turn, case, NAME, settled)
    _tell(turn, case, view, until)
    due = turn.site_of(case).local(until)
    return turn.reply("hard-kept", slot=f"hard-until:{number}", number=number, words=view, until=due)


def _tell(turn: Turn, case: Case, view: str, until: datetime) -> None:
    """Desk, department, handler, and whoever asked."""
    site = turn.site_of(case)
    row = (choice("see-card", "card", case.number),)
    params: dict[str, Param] = {
        "number": case.number,
        "who": turn.who.name or "—",
        "until": site.local(until),
    }
    for department in dict.fromkeys((DESK, case.department or DESK)):
        words = text("hard-opinion", words=for_groups(view, case.name), **params)
        turn.post(site, department, Say(words, (row,), subject=case.number))
    asked = case.last(NAME)
    for person in sorted({case.handler, asked.by if asked else None} - {turn.who.id, None}, key=str):
        turn.tell_id(person, Say(text("hard-opinion", words=view, **params), (row,), subject=case.number))


# the deadline is verified


def check(turn: Turn, timer: Timer) -> None:
    """Done or not done, said to whoever set the deadline and to the lead; what is not done can be decided anew."""
    case = turn.book.case(timer.subject)
    opinion = case.last(OPINION) if case else None
    if case is None or opinion is None or opinion.data.get("until") != timer.due.isoformat():
        return
    done = case.state in DONE
    case.note("hard-checked", turn.now, None, why="done" if done else "not-done")
    people = _who_verifies(turn, case, opinion.by)
    site = turn.site_of(case)
    words = text(
        "hard-verified",
        number=case.number,
        place=place_of(case.unit),
        done=str(done).lower(),
        state=text(f"owner-state-{case.state}"),
        words=opinion.why,
        until=site.local(timer.due),
    )
    rows = (
        (choice("see-card", "card", case.number),),
        *(() if done else ((choice("hard", "hard", case.number),),)),
    )
    for person in people:
        turn.tell(person, Say(words, rows, subject=case.number))
    if not people or not done:
        turn.post(site, DESK, Say(_for_group(words, opinion.why, case), (rows[0],), subject=case.number))


def _for_group(words: Text, view: str, case: Case) -> Text:
    return Text(words.key, {**words.params, "words": for_groups(view, case.name)})


def _who_verifies(turn: Turn, case: Case, by: int | None) -> Sequence[Person]:
    """Whoever gave the opinion, as long as they stand above the case; else whoever would be asked now; and the lead."""
    above = turn.site_of(case).sop.above
    gave = [p for p in seniors.everybody(turn, case, above.hard) if p.id == by]
    found = [*(gave or seniors.first(turn, case, above.hard)), *seniors.first(turn, case, above.tracked)]
    return list({person.id: person for person in found}.values())


def _name(turn: Turn, person: int | None) -> str:
    found = turn.book.person(person) if person else None
    return (found.name if found else "") or "—"


TAPS = {"hard": begin, "hardop": give_opinion, "hardby": set_deadline}
WRITERS = {NAME: Writer(Action.HARD, _reported), OPINION: Writer(Action.OPINION, _opined)}
TIMERS = {CHECK: check}
EXTRAS = (Extra("hard", "hard", Action.HARD, lambda case: case.is_open and not waits(case)),)
MATTERS = {NAME: Matter(lambda sop, case: sop.above.hard, lambda sop: sop.above.wait, _card)}
