"""The signature: a finished order goes to the supervisor, who signs it or gives it back for more (HA-7).

The owner's answer does not wait for it. An order lies on the desk's file only when it is signed; until it is filed
there is a task for it, with who finished it, who was asked, and who signed when.
"""

from typing import Any

from core import duty
from core.book import Task
from core.case import WORKING, Case, Entry, State, with_media
from core.chat import Say, Text, choice, text
from core.conversations.access import allowed
from core.conversations.desk import asking
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.wording import place_of, shortened
from core.people import Person
from core.rights import Action
from core.site import DESK
from core.turn import Turn

KIND = "signature"  # of the task
_UNDONE = frozenset({State.FILED, State.DISPATCHED, *WORKING})


def keep(turn: Turn) -> None:
    """What was finished in this turn goes to be signed; what was opened again needs no signature any more."""
    for case in tuple(turn.book.cases_in_hand()):
        entries = case.unsaved
        if any(map(is_order, entries)):
            begin(turn, case)
        elif case.state in _UNDONE and any(entry.before not in _UNDONE for entry in entries):
            _no_more(turn, case)


def is_order(entry: Entry) -> bool:
    """Whether an order was finished with it; what a department solved on the spot, or was paid for, is one too."""
    return entry.what == "finish" or (entry.what == "settle" and bool(entry.data.get("order")))


def _finished(case: Case) -> Entry | None:
    return next((entry for entry in reversed(case.history) if is_order(entry)), None)


def begin(turn: Turn, case: Case) -> None:
    """Ask for the signature; never of whoever did the work."""
    if (old := task_of(turn, case)) is not None:
        old.done = turn.now
    data: dict[str, Any] = {"department": case.department, "unit": case.unit, "by": case.handler, "asked": []}
    task = turn.book.open_task(Task(KIND, case.site, turn.now, case=case.number, data=data))
    _ask(turn, case, task)


def task_of(turn: Turn, case: Case) -> Task | None:
    """The order's task, until it is filed."""
    found = turn.book.tasks(case.site, KIND, case.number)
    return turn.book.task(found[-1].id) if found else None


def _ask(turn: Turn, case: Case, task: Task) -> None:
    asked = [p.id for p in signers(turn, case) if turn.tell(p, order(turn, case))]
    task.data["asked"] = list(dict.fromkeys([*task.data["asked"], *asked]))
    if not asked:
        turn.post(turn.site_of(case), DESK, Say(text("sign-nobody", number=case.number), subject=case.number))


def signers(turn: Turn, case: Case) -> list[Person]:
    """Who is asked: the head of the department, the manager where that is the handler."""
    worker = _worker(case)
    found = [p for p in duty.heads(turn, case.site, case.department) if p.id != worker]
    return found or [p for p in duty.seniors(turn, case.site) if p.id != worker]


def _worker(case: Case) -> int | None:
    done = _finished(case)
    return done.by if done else None


def order(turn: Turn, case: Case, fresh: bool = True) -> Say:
    """The order as the supervisor sees it: what was done, by whom, with how many pictures, paid or free."""
    done = _finished(case)
    worker = turn.book.person(done.by) if done and done.by else None
    department = turn.site_of(case).department(case.department)
    words = text(
        "sign-order",
        number=case.number,
        round=case.round,
        place=place_of(case.unit),
        department=department.name if department else text("the-desk"),
        handler=worker.name if worker else "—",
        result=shortened(done.why) if done else "—",
        pictures=len(done.data.get("media", ())) if done else 0,
        paid=str(bool(done and done.data.get("paid"))).lower(),
        notes=_said(case),
    )
    rows = (
        ((choice("sign", "sign", case.number), choice("sign-back", "signback", case.number)),)
        if to_be_signed(case)
        else ()
    )
    return Say(words, rows, slot=f"sign:{case.number}", subject=case.number, fresh=fresh)


def _said(case: Case) -> tuple[Text, ...]:
    """What went back and forth about it since it was finished."""
    return tuple(
        text(f"note-{entry.what}", why=shortened(entry.why) or text("only-pictures"))
        for entry in _since_done(case)
        if entry.what in {"sign-back", "sign-more"}
    )


def _since_done(case: Case) -> list[Entry]:
    index = max((i for i, entry in enumerate(case.history) if is_order(entry)), default=None)
    return [] if index is None else case.history[index:]


def to_be_signed(case: Case) -> bool:
    """Whether the order is finished, and nobody has signed it."""
    since = _since_done(case)
    return bool(since) and case.state not in _UNDONE and not any(entry.what == "sign" for entry in since)


def show(turn: Turn, number: str) -> None:
    """The order, to whoever may sign it, wherever the first card of it went."""
    case = _signable(turn, number)
    if case is not None:
        turn.answer(order(turn, case))


def sign(turn: Turn, number: str) -> None:
    """签字: on record who and when; the others who were asked see it."""
    case = _signable(turn, number)
    if case is None:
        return
    case.note("sign", turn.now, turn.who.id)
    task = task_of(turn, case)
    if task is not None:
        task.data["signed"] = {"by": turn.who.id, "at": turn.now.isoformat()}
    _settle(turn, case, task, text("order-signed", number=number, who=turn.who.name or "—"))


def _signable(turn: Turn, number: str) -> Case | None:
    """The case, if it waits for a signature and this person may give it."""
    case = allowed(turn, number, Action.SIGN)
    if case is None:
        return None
    if _worker(case) == turn.who.id:
        turn.answer_tap("sign-not-own", alert=True)
        return None
    if not to_be_signed(case):
        _cannot(turn, case)
        return None
    return case


def _cannot(turn: Turn, case: Case) -> None:
    signed = case.last("sign")
    if case.state in _UNDONE or signed is None:
        return turn.answer_tap("moved-on", alert=True, number=case.number)
    who = turn.book.person(signed.by) if signed.by else None
    return turn.answer_tap("signed-already", alert=True, who=(who.name if who else "") or "—")


def _settle(turn: Turn, case: Case, task: Task | None, words: Text) -> None:
    say = Say(words, slot=f"sign:{case.number}", subject=case.number)
    turn.answer(say)
    for person in task.data["asked"] if task else ():
        if person != turn.who.id:
            turn.tell_id(person, say)


def _no_more(turn: Turn, case: Case) -> None:
    """The owner was not satisfied: it is worked on again, and the next result is the one to sign."""
    task = task_of(turn, case)
    if task is None:
        return
    task.done = turn.now
    if "signed" not in task.data:
        say = Say(text("sign-no-more", number=case.number), slot=f"sign:{case.number}", subject=case.number)
        for person in task.data["asked"]:
            turn.tell_id(person, say)


# given back for more


def back(turn: Turn, number: str) -> None:
    """退回补充: a reason, in words."""
    case = _signable(turn, number)
    if case is not None:
        asking.ask(turn, case, "sign-back", text("ask-sign-back", number=number))


def _given_back(turn: Turn, case: Case, said: Written) -> None:
    if not to_be_signed(case):
        return _cannot(turn, case)
    case.note("sign-back", turn.now, turn.who.id, why=said.words)
    words = text("order-back", number=case.number, who=turn.who.name or "—", why=said.words)
    say = Say(words, ((choice("add-to-order", "addorder", case.number),),), subject=case.number)
    worker = _worker(case)
    if turn.tell_id(worker, say):
        return turn.reply("sign-back-sent", slot=f"writing:{case.number}", number=case.number)
    return turn.reply("sign-back-nobody", slot=f"writing:{case.number}", number=case.number)


def more(turn: Turn, number: str) -> None:
    """补充: what was missing, from whoever did the work."""
    case = allowed(turn, number, Action.FINISH)
    if case is None:
        return
    if not to_be_signed(case):
        return _cannot(turn, case)
    asking.ask(turn, case, "sign-more", text("ask-order-more", number=number))


def _added(turn: Turn, case: Case, said: Written) -> None:
    if not to_be_signed(case):
        return _cannot(turn, case)
    media = [a.packed() for a in said.media]
    case.note("sign-more", turn.now, turn.who.id, why=said.words, media=media)
    with_media(case, said.media)
    task = task_of(turn, case)
    if task is not None:
        _ask(turn, case, task)
    again = (choice("add-to-order", "addorder", case.number),)
    return turn.reply("order-more-kept", again, slot=f"writing:{case.number}", number=case.number)


EXTRAS = (Extra("sign", "signing", Action.SIGN, to_be_signed),)
WRITERS = {
    "sign-back": Writer(Action.SIGN, _given_back),
    "sign-more": Writer(Action.FINISH, _added, pictures=True),
}
TAPS = {"sign": sign, "signing": show, "signback": back, "addorder": more}
