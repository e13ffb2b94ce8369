"""From a confirmed draft to a case: its number, its judgement, its way to whoever deals with it."""

from core.case import Case, Kind, State
from core.chat import Say, Text, choice, text
from core.conversations import card, desk, ladder
from core.conversations.draft import Draft
from core.conversations.wording import place_of
from core.people import Home
from core.site import Site
from core.turn import Turn


def open_from(turn: Turn, draft: Draft) -> None:
    """File what was confirmed; from here on nothing closes it but the owner's word (IN-5)."""
    site = turn.sites[draft.site]
    case = turn.book.open_case(_case(turn, draft), site.prefix, site.local(turn.now).date())
    case.note("file", turn.now, turn.who.id, sure=draft.sure)
    _remember(turn, case)
    judge_and_send(turn, case, draft.sure)
    _thank(turn, case, site, f"draft:{draft.id}")


def _case(turn: Turn, draft: Draft) -> Case:
    unit = draft.unit or ""
    return Case(
        number="",
        site=draft.site,
        opened=turn.now,
        kind=Kind(draft.kind),
        owner=turn.who.id,
        issue=draft.issue,
        category=draft.category or "other",
        class_=draft.class_,
        urgent=draft.urgent,
        because=tuple(draft.because),
        unit=unit,
        bound=Home(draft.site, unit) in turn.who.homes,
        name=draft.name,
        phone=draft.phone,
        expectation=draft.expectation or "",
        channel=turn.event.account.channel,
        draft=draft.id,
        media=draft.attachments,
    )


def _remember(turn: Turn, case: Case) -> None:
    """What somebody told us of themselves is not asked a second time."""
    if case.phone and not turn.who.phone and not turn.who.is_staff:
        turn.keep_person(phone=case.phone, name=case.name or turn.who.name)


def judge_and_send(turn: Turn, case: Case, sure: float) -> None:
    """An emergency and a confident case go out at once; a doubtful one, and words to answer, wait for the desk."""
    site = turn.site_of(case)
    if case.is_job and (case.urgent or sure >= site.sop.triage.sure):
        send_to(turn, case, site.department_for(case.category), by=None)
    else:
        ladder.start(turn, case)  # the desk is under a clock too
    desk.show(turn, case, fresh=True)


def send_to(turn: Turn, case: Case, department: str, by: int | None, why: str = "") -> None:
    """Give a case to a department: its card in the group, the clock on (DI-1, DI-3)."""
    site = turn.site_of(case)
    before, had_it = case.department, case.handler
    case.department, case.handler = department, None
    step = "dispatch" if case.state is State.FILED else "transfer"
    case.move(step, turn.now, by, why, source=before, to=department)
    case.due = turn.now + ladder.limit_of(case, site)
    if before and before != department:
        card.show_moved(turn, case, before)
    turn.tell_id(had_it, card.relieved(case, site.department(department)))
    card.show(turn, case, fresh=True)
    ladder.start(turn, case)


def _thank(turn: Turn, case: Case, site: Site, slot: str) -> None:
    """Thanks, apology, number, who deals with it and how to reach them, when the owner will hear next (IN-5)."""
    words = text(
        "filed",
        kind=str(case.kind),
        number=case.number,
        place=place_of(case.unit),
        who=_who(case, site),
        phone=site.phone or text("in-this-chat"),
        hear=site.local(ladder.hear_by(case, site, turn.now)),
        urgent=str(case.urgent).lower(),
        bound=str(case.bound or not case.unit).lower(),
    )
    row = (choice("menu-mine", "mine"), choice("see-case", "see", case.number))
    bind = ((choice("bind-me", "bindme", case.number),),) if case.unit and not case.bound else ()
    say = Say(words, (row, *bind), slot=slot, subject=case.number)
    turn.answer(say)


def _who(case: Case, site: Site) -> Text | str:
    department = site.department(case.department)
    return department.name if department else text("the-desk")
