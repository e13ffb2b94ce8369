"""From a confirmed draft to a case: its number, its judgement, its way to whoever deals with it."""

from core.case import Case, Kind
from core.chat import Say, Text, choice, text
from core.conversations.owner.draft import Draft
from core.conversations.staff import deadlines, dispatch
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
    dispatch.judge_and_send(turn, case, draft.sure)
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


def _thank(turn: Turn, case: Case, site: Site, slot: str) -> None:
    """Thanks, apology, number, who deals with it and how to reach them, when the owner will hear next (IN-5)."""
    words = text(
        "filed",
        kind=str(case.kind),
        number=case.number,
        place=place_of(case.unit),
        who=_who(case, site),
        phone=site.phone or text("in-this-chat"),
        hear=deadlines.deadline(turn, case) or text("no-deadline"),
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
