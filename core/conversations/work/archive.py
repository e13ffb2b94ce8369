"""The next morning: the orders that were signed are filed, whoever has not signed or not said why is reminded (HA-7)."""

from collections.abc import Sequence
from datetime import datetime

from core import duty
from core.book import Task, Timer
from core.case import Case
from core.chat import Choice, Say, Text, choice, text
from core.conversations.wording import place_of
from core.conversations.work import signing
from core.conversations.work.dayorders import UNFINISHED, shortened, why_not
from core.site import DESK, Department, Site
from core.turn import Turn


def morning(turn: Turn, site: Site) -> None:
    """What was signed is filed, each order by itself; who has not signed yet, or not said why, is reminded."""
    before = [task for task in turn.book.tasks(site.id, signing.KIND) if _is_of_before(site, task, turn.now)]
    signed = [task for task in before if "signed" in task.data]
    unsigned = [task for task in before if "signed" not in task.data]
    for task in signed:
        turn.after(Timer("file-order", task.case, turn.now))
    for department in site.departments:
        _remind(turn, site, department, [t for t in unsigned if t.data.get("department") == department.id])
    if signed:
        turn.post(site, DESK, Say(_filed(site, signed, unsigned)))


def _is_of_before(site: Site, task: Task, now: datetime) -> bool:
    return site.local(task.opened).date() < site.local(now).date()


def _filed(site: Site, signed: Sequence[Task], unsigned: Sequence[Task]) -> Text:
    most = site.sop.orders.listed
    return text(
        "orders-filed",
        signed=len(signed),
        signed_lines=_numbers(signed, most),
        unsigned=len(unsigned),
        unsigned_lines=_numbers(unsigned, most),
    )


def _numbers(tasks: Sequence[Task], most: int) -> tuple[Text, ...]:
    return shortened(
        [text("day-number", number=task.case, place=place_of(task.data.get("unit"))) for task in tasks], most
    )


def _remind(turn: Turn, site: Site, department: Department, unsigned: Sequence[Task]) -> None:
    """One message to whoever heads the department."""
    cases = turn.book.cases_at(site.id, UNFINISHED)
    since = site.local(turn.now).date()
    silent = [
        case
        for case in cases
        if case.department == department.id
        and site.local(case.opened).date() < since
        and not _explained_yesterday(turn, case)
    ]
    if not (unsigned or silent):
        return
    row: tuple[Choice, ...] = ()
    row += (choice("sign-them", "signnext", site.id, department.id),) if unsigned else ()
    row += (choice("write-reasons", "whynot", site.id, department.id),) if silent else ()
    words = text("orders-left", department=department.name, unsigned=len(unsigned), silent=len(silent))
    for person in duty.heads(turn, site.id, department.id):
        turn.tell(person, Say(words, (row,)))


def _explained_yesterday(turn: Turn, case: Case) -> bool:
    """Whether a reason was given since it was asked for last."""
    site = turn.site_of(case)
    today = site.local(turn.now).date()
    given = (e for e in case.history if e.what == "unfinished")
    return any((today - site.local(e.at).date()).days <= 1 for e in given) or why_not(turn, case) is not None


def file(turn: Turn, timer: Timer) -> None:
    """A signed order is filed."""
    case = turn.book.case(timer.subject)
    task = signing.task_of(turn, case) if case else None
    if case is None or task is None or "signed" not in task.data:
        return
    case.note("filed", turn.now, None)
    task.done, task.done_by = turn.now, task.data["signed"]["by"]


TIMERS = {"file-order": file}
