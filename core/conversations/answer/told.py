"""What came of an answer somebody had to say by hand: ticked by whoever said it, with the owner's verdict (RE-4)."""

from core.book import Task, Timer
from core.case import Case
from core.chat import Say, choice, text
from core.conversations.access import allowed
from core.conversations.answer import reply, rounds, ways
from core.conversations.desk.more import Extra
from core.conversations.owner import verdict
from core.people import Role
from core.rights import Action
from core.site import DESK
from core.turn import Turn, rows_of

MISSED = frozenset({"missed", "not-met"})
VERDICTS = {"good": True, "poor": False}
OUTCOMES = {ways.LETTER: frozenset({"sent", "handed"})}
SPOKEN = frozenset({*VERDICTS, "later"})


def told(turn: Turn, id: str, outcome: str) -> None:
    """The answer was said, sent or handed over; who and when is on record."""
    task = turn.book.task(int(id)) if id.isdigit() else None
    if task is None or task.done or task.kind != ways.TASK:
        return turn.answer_tap("already-done")
    case = allowed(turn, task.case, Action.CALL)
    if case is None:
        return None
    if not _still_open(case, task):
        task.done, task.done_by = turn.now, turn.who.id
        return turn.answer_tap("moved-on", alert=True, number=case.number)
    if outcome in MISSED:
        task.data = task.data | {"missed": task.data.get("missed", 0) + 1}
        case.note("call", turn.now, turn.who.id, why="no-answer")
        return turn.answer_tap("call-again-later", alert=True)
    if outcome not in OUTCOMES.get(case.way, SPOKEN):
        return turn.answer_tap("button-unknown", alert=True)
    return _said(turn, case, task, outcome)


def _said(turn: Turn, case: Case, task: Task, outcome: str) -> None:
    task.done, task.done_by = turn.now, turn.who.id
    turn.book.cancel(ways.REMINDER, case.number)
    case.move("reply", turn.now, turn.who.id, why=task.data["words"], way=case.way, told=outcome)
    if outcome in VERDICTS:
        verdict.entered(turn, case, satisfied=VERDICTS[outcome])
    else:
        reply.wait_for_verdict(turn, case)
        rounds.show(turn, case)
    turn.reply("task-done", slot=f"task:{task.id}", who=turn.who.name or "—", number=case.number)


def _still_open(case: Case, task: Task) -> bool:
    return ways.can_be_answered(case) and task.data["round"] == case.round


def bring_up(turn: Turn, timer: Timer) -> None:
    """Nobody has said it yet: the card comes up again, and the desk's lead hears of it."""
    case = turn.book.case(timer.subject)
    listed = turn.book.tasks(case.site, ways.TASK, case.number) if case else ()
    task = turn.book.task(listed[0].id) if listed else None
    if case is None or task is None:
        return
    if not _still_open(case, task):
        task.done = turn.now
        return
    turn.post(turn.site_of(case), DESK, ways.card(case, task, fresh=True))
    words = text("answer-waits", number=case.number, way=text(f"way-{case.way or ways.PHONE}"))
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    for person in turn.book.staff(case.site, frozenset({Role.LEAD})):
        turn.tell(person, say)
    ways.remind_later(turn, case)


# another way


def offer(turn: Turn, number: str) -> None:
    """The owner wishes to be answered in another way."""
    case = allowed(turn, number, Action.REPLY)
    if case is None:
        return None
    if not case.is_open:
        return turn.answer_tap("moved-on", alert=True, number=number)
    owner = turn.book.person(case.owner)
    names = ways.WAYS if owner and owner.account else ways.WAYS[1:]
    buttons = rows_of([choice(f"way-{way}", "byway", number, way) for way in names], 2)
    return turn.reply("ask-way", *buttons, (choice("back", "card", number),), slot=f"more:{number}")


def change(turn: Turn, number: str, way: str) -> None:
    """From now on that way; an answer already waiting to be said goes out in the new one."""
    case = allowed(turn, number, Action.REPLY)
    if case is None:
        return None
    if way not in ways.WAYS or not case.is_open:
        return turn.answer_tap("moved-on", alert=True, number=number)
    case.way = "" if way == ways.CHAT else way
    case.note("way", turn.now, turn.who.id, why=way)
    _send_again(turn, case)
    words = text("way-changed", number=number, way=text(f"way-{way}"))
    return turn.answer(Say(words, slot=f"more:{number}", subject=number))


def _send_again(turn: Turn, case: Case) -> None:
    listed = turn.book.tasks(case.site, ways.TASK, case.number)
    task = turn.book.task(listed[0].id) if listed else None
    if task is None or not _still_open(case, task):
        return
    if ways.by_hand(case):
        turn.post(turn.site_of(case), DESK, ways.card(case, task))
        return
    task.done, task.done_by = turn.now, turn.who.id
    turn.book.cancel(ways.REMINDER, case.number)
    reply.send(turn, case, task.data["words"], turn.who.id, approved=True)  # seen before it was handed over


EXTRAS = (Extra("answer-by", "by", Action.REPLY, lambda case: case.is_open),)
TAPS = {"told-by": told, "byway": change, "by": offer}
TIMERS = {ways.REMINDER: bring_up}
