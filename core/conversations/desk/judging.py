"""The desk's judgement: category, class, urgency and size, suggested by the words and corrected with two taps (TR-3–TR-6).

    更多 ─▶ 改类别 ─▶ 环境卫生 ─▶ (a dispatched case) 转给环境部?

Every correction is on record as "judge", from what to what. Of two who judge at once the second is shown the first.
"""

from collections.abc import Sequence
from typing import Any

from core.case import WORKING, Case, Entry, State
from core.chat import Choice, Rows, Text, choice, text
from core.conversations.access import allowed
from core.conversations.clock import allclear, ladder
from core.conversations.desk import desk
from core.conversations.desk.more import Extra
from core.conversations.work import card, dispatch, holder, security
from core.rights import Action
from core.turn import Turn

CLASSES = (1, 2, 3)
SIZES = ("minor", "ordinary")
UNDONE = frozenset({State.FILED, State.DISPATCHED, *WORKING})
WITH_DEPARTMENT = frozenset({State.DISPATCHED, *WORKING})


def _to_judge(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.JUDGE)
    if case is None:
        return None
    if not case.is_open:
        turn.answer_tap("judge-closed", alert=True, number=number)
        return None
    return case


def judgements(case: Case, what: str) -> list[Entry]:
    """Every time this was judged."""
    return [e for e in case.history if e.what == "judge" and e.why == what]


def judged(case: Case, what: str) -> int:
    """How often this was judged; a button carries what was seen when it was offered."""
    return len(judgements(case, what))


def was_judged(turn: Turn, case: Case, what: str, stamp: str) -> bool:
    """Whether somebody judged this since the buttons were offered; whoever is late is told who."""
    found = judgements(case, what)
    if stamp == str(len(found)):
        return False
    person = turn.book.person(found[-1].by) if found and found[-1].by else None
    turn.answer_tap("judged-by", alert=True, number=case.number, who=person.name if person else "—")
    return True


def _offer(turn: Turn, case: Case, key: str, choices: Sequence[Choice], **params: Any) -> None:
    back = (choice("back", "extras", case.number),)
    turn.reply(
        key, *card.pairs(list(choices)), back, slot=f"more:{case.number}", number=case.number, **params
    )


def _record(turn: Turn, case: Case, what: str, source: object, to: object, **data: Any) -> None:
    case.note("judge", turn.now, turn.who.id, why=what, source=source, to=to, **data)


def show(turn: Turn, case: Case) -> None:
    """Every card of the case; the draft of an answer that waits at the desk stays where it is."""
    if case.department:
        card.show(turn, case)
    if case.state is not State.DONE:
        desk.show(turn, case)
    if case.state in WORKING:
        holder.tell(turn, case, card.private(turn, case, fresh=False))


def _say(turn: Turn, case: Case, words: Text) -> None:
    turn.reply("judged", slot=f"more:{case.number}", number=case.number, what=words)
    show(turn, case)


# category (TR-3, TR-5)


def category(turn: Turn, number: str, name: str = "", stamp: str = "") -> None:
    """Another category; a case that lies with a department is offered to the one that answers for it now."""
    case = _to_judge(turn, number)
    if case is None:
        return None
    known = turn.site_of(case).sop.triage.departments
    if not name:
        choices = [choice(f"category-{c}", "category", number, c, judged(case, "category")) for c in known]
        now = text(f"category-{case.category}") if case.category else "—"
        return _offer(turn, case, "judge-category", choices, now=now)
    if name not in known:
        return turn.answer_tap("moved-on", alert=True, number=number)
    if was_judged(turn, case, "category", stamp):
        return None
    before, case.category = case.category, name
    _record(turn, case, "category", before, name)
    if case.state in UNDONE:
        security.watch_for(turn, case)
    rows = _proposal(turn, case)
    if not rows:
        return _say(turn, case, text(f"category-{name}"))
    show(turn, case)
    return turn.reply("judged", *rows, slot=f"more:{number}", number=number, what=text(f"category-{name}"))


def _proposal(turn: Turn, case: Case) -> Rows:
    """The department that answers for the category here (TR-5), where that is another one."""
    site = turn.site_of(case)
    wanted = site.department_for(case.category)
    department = site.department(wanted)
    if department is None or wanted == case.department or not (case.is_job or case.department):
        return ()
    verb = "send" if case.state is State.FILED else "moveto"
    if case.state not in UNDONE:
        return ()
    give = choice("give-to", verb, case.number, wanted, department=department.name)
    return ((give, choice("leave-there", "leave", case.number)),)


def leave(turn: Turn, number: str) -> None:
    """Judged, and yet it stays where it is."""
    case = allowed(turn, number, Action.JUDGE)
    if case is not None:
        what = text(f"category-{case.category}")
        turn.reply("judged", slot=f"more:{number}", number=number, what=what)


def move_to(turn: Turn, number: str, department: str) -> None:
    """The case goes where its category belongs; the reason is the judgement (DI-4)."""
    case = allowed(turn, number, Action.JUDGE)
    if case is None:
        return None
    site = turn.site_of(case)
    wanted = site.department_for(case.category)
    if case.state not in WITH_DEPARTMENT or department != wanted or case.department == wanted:
        return turn.answer_tap("moved-on", alert=True, number=number)
    found = site.department(wanted)
    turn.reply("moved-to", slot=f"more:{number}", number=number, department=found.name if found else wanted)
    dispatch.send_to(turn, case, wanted, turn.who.id, why="reason-judged")
    return desk.show(turn, case)


# class (TR-4)


def class_(turn: Turn, number: str, name: str = "", stamp: str = "") -> None:
    """一类, 二类 or 三类; what follows from it is in classes.py."""
    case = _to_judge(turn, number)
    if case is None:
        return None
    if not name:
        now = text(f"class-{case.class_}") if case.class_ else "—"
        return _offer(turn, case, "judge-class", class_choices(case), now=now)
    if name not in map(str, CLASSES):
        return turn.answer_tap("moved-on", alert=True, number=number)
    if was_judged(turn, case, "class", stamp):
        return None
    before, case.class_ = case.class_, int(name)
    _record(turn, case, "class", before, case.class_)
    return _say(turn, case, text(f"class-{case.class_}"))


def class_choices(case: Case) -> list[Choice]:
    """A button for each class."""
    return [choice(f"class-{each}", "class", case.number, each, judged(case, "class")) for each in CLASSES]


# urgency (TR-2)


def urgency(turn: Turn, number: str, name: str = "", stamp: str = "") -> None:
    """An emergency, or none after all; its clocks follow from the record."""
    case = _to_judge(turn, number)
    if case is None:
        return None
    if not name:
        seen = judged(case, "urgency")
        choices = [choice(f"urgency-{each}", "urgency", number, each, seen) for each in ("yes", "no")]
        now = text("urgency-yes") if case.urgent else text("urgency-no")
        return _offer(turn, case, "judge-urgency", choices, now=now)
    if name not in {"yes", "no"}:
        return turn.answer_tap("moved-on", alert=True, number=number)
    if was_judged(turn, case, "urgency", stamp):
        return None
    if case.urgent == (name == "yes"):
        return turn.answer_tap("judged-so", alert=True, number=number)
    urgent = name == "yes"
    words = text("urgency-yes") if urgent else text("urgency-no")
    turn.reply("judged", slot=f"more:{number}", number=number, what=words)
    return set_urgent(turn, case, urgent)


def set_urgent(turn: Turn, case: Case, urgent: bool) -> None:
    """On record; an emergency that still lies with the desk goes out at once and is told upwards (TR-2)."""
    case.urgent = urgent
    case.note("judge", turn.now, turn.who.id, why="urgency", source=not urgent, to=urgent, urgent=urgent)
    if urgent and case.state in UNDONE:
        security.watch_for(turn, case)
    if not urgent:
        allclear.sound(turn, case, "emergency-none")
    elif case.state is State.FILED and case.is_job:
        dispatch.send_to(turn, case, turn.site_of(case).department_for(case.category), turn.who.id)
    elif case.state in UNDONE:
        ladder.sound(turn, case)
    show(turn, case)


# size (HA-2)


def size(turn: Turn, number: str, name: str = "", stamp: str = "") -> None:
    """小修 or 一般: how long the repair may take."""
    case = _to_judge(turn, number)
    if case is None:
        return None
    if not name:
        choices = [choice(f"size-{each}", "size", number, each, judged(case, "size")) for each in SIZES]
        return _offer(turn, case, "judge-size", choices)
    if name not in SIZES or case.state not in UNDONE:
        return turn.answer_tap("moved-on", alert=True, number=number)
    if was_judged(turn, case, "size", stamp):
        return None
    _record(turn, case, "size", size_of(case), name, size=name)
    return _say(turn, case, text(f"size-{name}"))


def size_of(case: Case) -> str:
    """The size as last judged; empty where nobody said."""
    return next((str(e.data["size"]) for e in reversed(case.history) if "size" in e.data), "")


def _is_work(case: Case) -> bool:
    return case.is_job and case.state in UNDONE


EXTRAS = (
    Extra("change-category", "category", Action.JUDGE, lambda case: case.is_open),
    Extra("change-class", "class", Action.JUDGE, lambda case: case.is_open),
    Extra("change-urgency", "urgency", Action.JUDGE, lambda case: case.state in UNDONE),
    Extra("change-size", "size", Action.JUDGE, _is_work),
)

TAPS = {
    "category": category,
    "class": class_,
    "urgency": urgency,
    "size": size,
    "moveto": move_to,
    "leave": leave,
}
