"""The owner is asked about a quotation: in the chat, once more after some silence, and then by telephone (HA-3).

While they are asked the work stands still, and its clock with it; not for longer than somebody needs to call.
"""

from dataclasses import replace
from datetime import timedelta

from core.book import Task, Timer
from core.case import WORKING, Case, State
from core.chat import Say, Text, choice, text
from core.conversations.access import allowed
from core.conversations.answer import calls
from core.conversations.desk import desk
from core.conversations.desk.more import Extra
from core.conversations.wording import place_of
from core.conversations.work import card, pause, visit
from core.history.quotation import CONSENT, REFUSE, Quotation, waiting, yuan
from core.history.visit import pausing, until
from core.policy.spans import Limit
from core.rights import Action
from core.site import DESK
from core.texts import render
from core.turn import Turn

KIND = "consent"
CALL = "quote-call"
WAITS = "reason-consent"
ANSWERABLE = frozenset({State.FILED, State.DISPATCHED, *WORKING})  # the work is not reported yet


def ask(turn: Turn, case: Case, made: Quotation) -> None:
    """Ask; an owner who cannot be asked in the chat is called at once."""
    rules = turn.site_of(case).sop.quotations
    if turn.tell_id(case.owner, shown(case, made)):
        calls.call_off(turn, case, CALL)
        _look_again(turn, case, made, rules.remind)
    else:
        _call(turn, case, made)
        _look_again(turn, case, made, rules.call, reminded=True)
    _wait(turn, case, rules.call)


def shown(case: Case, made: Quotation) -> Say:
    """The quotation as the owner has it, with their three answers; each says which version is meant."""
    rows = (
        (choice("agree", "consent", case.number, made.version), choice("refuse", "decline", case.number, made.version)),
        (choice("have-question", "doubt", case.number),),
    )  # fmt: skip
    return Say(words(case, made), rows, slot=f"quote:{case.number}", subject=case.number, fresh=True)


def words(case: Case, made: Quotation, key: str = "quote-card") -> Text:
    """What is to be agreed to."""
    return Text(
        key,
        {
            "number": case.number,
            "place": place_of(case.unit),
            "lines": card.lines(made.items),
            "total": yuan(made.total),
            "takes": lasting(made.minutes),
            "version": made.version,
            "free": str(not made.total).lower(),
        },
    )


def lasting(minutes: int) -> Text:
    """So long, in words."""
    return text("lasts", **parts(minutes))


def parts(minutes: int) -> dict[str, int]:
    """Days, hours and minutes."""
    return {"days": minutes // 1440, "hours": minutes % 1440 // 60, "minutes": minutes % 60}


def _look_again(turn: Turn, case: Case, made: Quotation, after: Limit, reminded: bool = False) -> None:
    due = turn.sites.working(case.site).due(turn.now, after)
    turn.after(Timer(KIND, case.number, due, data={"version": made.version, "reminded": reminded}))


def _wait(turn: Turn, case: Case, at_most: Limit) -> None:
    """The work stands still, unless it does so for something that takes longer."""
    end, other = turn.sites.working(case.site).due(turn.now, at_most), pausing(case)
    if other is None or until(other) < end:
        pause.put(turn, case, WAITS, end)


def no_answer(turn: Turn, timer: Timer) -> None:
    """No word: ask once more; then somebody calls, and the work no longer stands still for it."""
    case = turn.book.case(timer.subject)
    made = waiting(case) if case is not None and case.state in ANSWERABLE else None
    if case is None or made is None or made.version != timer.data["version"]:
        return None
    if not timer.data.get("reminded"):
        turn.tell_id(case.owner, shown(case, made))
        return _look_again(turn, case, made, _rest(turn, case), reminded=True)
    _call(turn, case, made)
    _go_on(turn, case, None)
    visit.update(turn, case)
    silent = text("quote-silent", number=case.number, total=yuan(made.total))
    return visit.tell_handler(turn, case, Say(silent, subject=case.number))


def _rest(turn: Turn, case: Case) -> Limit:
    """What is left until somebody calls: the wait as a whole began when the quotation was sent."""
    rules, sent = turn.site_of(case).sop.quotations, case.last("quote")
    working = turn.sites.working(case.site)
    left = working.due(sent.at, rules.call) - turn.now if sent else timedelta(0)
    return Limit(max(left, timedelta(minutes=1)))


def _go_on(turn: Turn, case: Case, by: int | None) -> None:
    stands = pausing(case)
    if stands is not None and stands.why == WAITS and case.state in WORKING:
        pause.go_on(turn, case, by)


def answered(turn: Turn, case: Case, made: Quotation, said: str, via: str) -> None:
    """The owner's word on this very version is on record, and handler and desk hear it."""
    case.note(
        said, turn.now, turn.who.id, why=yuan(made.total), version=made.version, total=made.total, via=via, told=True
    )  # fmt: skip
    turn.book.cancel(KIND, case.number)
    calls.call_off(turn, case, CALL)
    _go_on(turn, case, turn.who.id)
    visit.update(turn, case)
    heard = text(f"staff-{said}", number=case.number, place=place_of(case.unit), total=yuan(made.total))
    look = (choice("see-card", "card", case.number),)
    visit.tell_handler(turn, case, Say(heard, (look,), subject=case.number))
    write = (choice("write-owner", "answer", case.number), *look)
    turn.post(turn.site_of(case), DESK, Say(heard, (write,), subject=case.number))


def over(turn: Turn, case: Case) -> None:
    """The work is reported: nobody need answer any more."""
    turn.book.cancel(KIND, case.number)
    calls.call_off(turn, case, CALL)


# by telephone


def not_delivered(turn: Turn, case: Case) -> None:
    """What was sent to the owner does not arrive: a quotation that waits is read to them on the telephone."""
    made = waiting(case)
    called = turn.book.tasks(case.site, CALL, case.number)
    if made is not None and case.state in ANSWERABLE and not called:
        _call(turn, case, made)


def call(turn: Turn, number: str) -> None:
    """The desk calls on its own account, or the owner is there and says it."""
    case = allowed(turn, number, Action.CALL)
    made = waiting(case) if case is not None and case.state in ANSWERABLE else None
    if case is not None and made is None:
        return turn.answer_tap("quote-over", alert=True, number=number)
    if case is not None and made is not None:
        _call(turn, case, made)
        turn.answer_tap("ok")
    return None


def _call(turn: Turn, case: Case, made: Quotation) -> None:
    """One call a case: it says what counts now."""
    site = turn.site_of(case)
    listed = turn.book.tasks(case.site, CALL, case.number)
    task = turn.book.task(listed[0].id) if listed else None
    if task is None:
        task = turn.book.open_task(Task(CALL, case.site, turn.now, case=case.number, person=case.owner))
    said = render(words(case, made, "call-quote-words"), site.language, turn.now)
    task.data = {"words": said, "version": made.version}
    turn.post(site, DESK, replace(desk.call_card(case, task, text(desk.CALLS[CALL])), fresh=True))


def heard(turn: Turn, id: str, said: str, version: str = "") -> None:
    """What the owner said on the telephone or on paper, entered by whoever heard it; their name is on it.

    It counts for the price that was read to them: if that has changed meanwhile they are asked again.
    """
    task = turn.book.task(int(id)) if id.isdigit() else None
    if task is None or task.done or task.kind != CALL:
        return turn.answer_tap("already-done")
    case = allowed(turn, task.case, Action.CALL)
    if case is None:
        return None
    if said not in {CONSENT, REFUSE}:
        case.note("call", turn.now, turn.who.id, why="no-answer")
        return turn.answer_tap("call-again-later", alert=True)
    made = waiting(case) if case.state in ANSWERABLE else None
    if made is not None and str(made.version) != version:
        _call(turn, case, made)
        return turn.answer_tap("quote-changed", alert=True, number=case.number, total=yuan(made.total))
    task.done, task.done_by = turn.now, turn.who.id
    if made is not None:
        answered(turn, case, made, said, via="phone")
    return turn.reply("task-done", slot=f"task:{task.id}", who=turn.who.name or "—", number=case.number)


TAPS = {"callquote": call, "quoted": heard}
TIMERS = {KIND: no_answer}
EXTRAS = (
    Extra("quote-by-phone", "callquote", Action.CALL, lambda c: c.state in ANSWERABLE and waiting(c) is not None),
)  # fmt: skip
