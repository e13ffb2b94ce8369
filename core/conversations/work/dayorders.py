"""The day's orders: each evening the supervisor gets them, with a reason asked for each unfinished one (HA-7).

evening ─▶ signed │ waiting for the signature │ not finished: why?       next morning ─▶ archive.py
"""

from dataclasses import dataclass

from core import duty
from core.book import Task, Timer
from core.case import WORKING, Case, State
from core.chat import Rows, Say, Text, choice, text
from core.conversations.access import allowed
from core.conversations.desk import asking
from core.conversations.desk.asking import Writer, Written
from core.conversations.wording import place_of
from core.conversations.work import card, signing
from core.history import visit
from core.history.entries import new_time
from core.people import Person, Post, Role
from core.rights import Action
from core.site import DESK, Department, Site
from core.turn import Turn

UNFINISHED = frozenset({State.DISPATCHED, *WORKING})


@dataclass(frozen=True, slots=True)
class Day:
    """A department's orders: finished ones until they are filed, unfinished ones until they are done."""

    signed: tuple[Task, ...]
    unsigned: tuple[Task, ...]
    unfinished: tuple[Case, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.signed or self.unsigned or self.unfinished)


def of(turn: Turn, site: Site, department: str) -> Day:
    """The orders of a department as they now are."""
    found = turn.book.tasks(site.id, signing.KIND)
    mine = [task for task in found if task.data.get("department") == department]
    cases = turn.book.cases_at(site.id, UNFINISHED)
    return Day(
        tuple(task for task in mine if "signed" in task.data),
        tuple(task for task in mine if "signed" not in task.data),
        tuple(case for case in cases if case.department == department),
    )


# the evening


def evening(turn: Turn, site: Site) -> None:
    """Each department by itself: what goes wrong with one is not to keep the others waiting."""
    for department in site.departments:
        turn.after(Timer("day-orders", f"{site.id} {department.id}", turn.now))


def hand_in(turn: Turn, timer: Timer) -> None:
    """The day's orders go to whoever heads the department; on a day without any nobody is troubled."""
    site, department = _named(turn, *timer.subject.split(" ", 1))
    if site is None or department is None:
        return
    day = of(turn, site, department.id)
    if day.is_empty:
        return
    say = _list(turn, site, department, day)
    told = [turn.tell(person, say) for person in duty.heads(turn, site.id, department.id)]
    if not any(told):
        turn.post(site, DESK, say)


def _named(turn: Turn, site: str, department: str = "") -> tuple[Site | None, Department | None]:
    found = turn.sites.get(site)
    return found, found.department(department) if found else None


def _list(turn: Turn, site: Site, department: Department, day: Day, fresh: bool = True) -> Say:
    lacking = [case for case in day.unfinished if why_not(turn, case) is None]
    most = site.sop.orders.listed
    words = text(
        "day-orders",
        department=department.name,
        at=site.local(turn.now),
        signed=len(day.signed),
        signed_lines=shortened([_finished(turn, task) for task in day.signed], most),
        unsigned=len(day.unsigned),
        unsigned_lines=shortened([_finished(turn, task) for task in day.unsigned], most),
        unfinished=len(day.unfinished),
        unfinished_lines=shortened([_unfinished(turn, case) for case in day.unfinished], most),
        lacking=len(lacking),
    )
    return Say(words, _buttons(site, department, day, lacking), slot=_slot(site, department), fresh=fresh)


def _buttons(site: Site, department: Department, day: Day, lacking: list[Case]) -> Rows:
    where = (site.id, department.id)
    why = (choice("write-reasons", "whynot", *where),) if lacking else ()
    sign = (choice("sign-them", "signnext", *where),) if day.unsigned else ()
    return tuple(row for row in (why, sign) if row)


def shortened(lines: list[Text], most: int) -> tuple[Text, ...]:
    """The first lines of a list, and how many there are besides."""
    rest = len(lines) - most
    return (*lines[:most], *((text("day-rest", count=rest),) if rest > 0 else ()))


def _finished(turn: Turn, task: Task) -> Text:
    worker = turn.book.person(task.data["by"]) if task.data.get("by") else None
    return text(
        "day-finished",
        number=task.case,
        place=place_of(task.data.get("unit")),
        handler=(worker.name if worker else "") or "—",
    )


def _unfinished(turn: Turn, case: Case) -> Text:
    why = why_not(turn, case)
    return text(
        "day-unfinished",
        number=case.number,
        place=place_of(case.unit),
        state=card.standing(turn, case),
        why=text("day-no-reason") if why is None else card.reason(why),
    )


def why_not(turn: Turn, case: Case) -> str | None:
    """Why it is not finished: said today, or with a delay or a pause that still lasts, or it is for another day."""
    site = turn.site_of(case)
    if (visiting := visit.agreed(case)) and visiting > turn.now:
        return "reason-appointed"
    today = site.local(turn.now).date()
    for entry in reversed(case.history):
        if entry.what == "unfinished" and site.local(entry.at).date() == today:
            return entry.why
        until = new_time(entry, "until", turn.sites.working(site.id).zone)
        if entry.what in {"delay", "pause"} and until and until > turn.now:
            return entry.why
    return None


def _slot(site: Site, department: Department) -> str:
    return f"day:{site.id}:{department.id}"


# the reasons


def _heads(person: Person, site: Site, department: str) -> bool:
    """Whether somebody heads the department, or the site."""
    if person.roles(site.id) & {Role.MANAGER, Role.ASSISTANT}:
        return True
    if department == DESK:
        return Role.LEAD in person.roles(site.id)
    return Post(site.id, Role.SUPERVISOR, department) in person.posts


def next_reason(turn: Turn, site_id: str, department_id: str) -> None:
    """The first unfinished order for which there is no reason yet; when there is none left, the whole list."""
    site, department = _named(turn, site_id, department_id)
    if site is None or department is None or not _heads(turn.who, site, department_id):
        return turn.answer_tap("not-your-list", alert=True)
    return _next(turn, site, department)


def _next(turn: Turn, site: Site, department: Department) -> None:
    day = of(turn, site, department.id)
    given = {case.number: case for case in turn.book.cases_in_hand()}  # with what this turn wrote
    unfinished = tuple(given.get(case.number, case) for case in day.unfinished)
    case = next((case for case in unfinished if why_not(turn, case) is None), None)
    if case is None:
        return turn.answer(
            _list(turn, site, department, Day(day.signed, day.unsigned, unfinished), fresh=False)
        )
    words = text(
        "why-unfinished",
        number=case.number,
        place=place_of(case.unit),
        state=card.standing(turn, case),
        left=sum(why_not(turn, each) is None for each in unfinished),
    )
    return turn.answer(Say(words, _reasons(site, case), slot=_slot(site, department), subject=case.number))


def _reasons(site: Site, case: Case) -> Rows:
    taps = [choice(f"reason-{name}", "notdone", case.number, name) for name in site.sop.orders.reasons]
    return (*card.pairs(taps), (choice("own-words", "notdoneown", case.number),))


def reason(turn: Turn, number: str, name: str) -> None:
    """A reason, with one tap; then the next one."""
    case = _unfinished_case(turn, number)
    if case is None:
        return None
    site = turn.site_of(case)
    if name not in site.sop.orders.reasons:
        return turn.answer_tap("moved-on", alert=True, number=number)
    return _explain(turn, case, f"reason-{name}")


def own_words(turn: Turn, number: str) -> None:
    """Another reason, in words."""
    case = _unfinished_case(turn, number)
    if case is not None:
        asking.ask(turn, case, "unfinished", text("ask-why-unfinished", number=number))


def _unfinished_case(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.SIGN)
    if case is None or case.state in UNFINISHED:
        return case
    turn.answer_tap("finished-meanwhile", alert=True, number=number)
    return None


def _words(turn: Turn, case: Case, said: Written) -> None:
    if case.state in UNFINISHED:
        _explain(turn, case, said.words)
    else:
        turn.reply("finished-meanwhile", number=case.number)


def _explain(turn: Turn, case: Case, why: str) -> None:
    case.note("unfinished", turn.now, turn.who.id, why=why)
    site = turn.site_of(case)
    department = site.department(case.department)
    if department is not None:
        _next(turn, site, department)


def next_signature(turn: Turn, site_id: str, department_id: str) -> None:
    """The next order that waits for this person's signature."""
    site, department = _named(turn, site_id, department_id)
    if site is None or department is None or not _heads(turn.who, site, department_id):
        return turn.answer_tap("not-your-list", alert=True)
    for task in of(turn, site, department_id).unsigned:
        if task.data.get("by") != turn.who.id:
            return signing.show(turn, task.case)
    return turn.answer_tap("nothing-to-sign", alert=True)


TAPS = {
    "whynot": next_reason,
    "notdone": reason,
    "notdoneown": own_words,
    "signnext": next_signature,
}
WRITERS = {"unfinished": Writer(Action.SIGN, _words)}
TIMERS = {"day-orders": hand_in}
