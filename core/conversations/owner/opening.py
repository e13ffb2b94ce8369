"""From a confirmed draft to a case: its number, its judgement, its way to whoever deals with it."""

from typing import Any

from core.case import Case, Kind
from core.chat import Say, Text, choice, text
from core.conversations.answer import ways
from core.conversations.clock import deadlines
from core.conversations.owner import emergency
from core.conversations.owner.draft import Draft
from core.conversations.recording import whom
from core.conversations.wording import place_of
from core.conversations.work import dispatch
from core.people import Home, Person
from core.site import Site
from core.turn import Turn


def open_from(turn: Turn, draft: Draft) -> None:
    """File what was confirmed; from here on nothing closes it but the owner's word (IN-5)."""
    case = file(turn, draft)
    dispatch.judge_and_send(turn, case, draft.sure)
    if draft.by:
        confirm_record(turn, case, draft)
    else:
        _thank(turn, case, turn.site_of(case), _slot(draft))


def file(turn: Turn, draft: Draft) -> Case:
    """Give it a number and put on record who brought it, and how."""
    site = turn.sites[draft.site]
    owner = whom.find_or_add(turn, draft) if draft.by else turn.who
    case = turn.book.open_case(_case(turn, draft, owner), site.prefix, site.local(turn.now).date())
    heard: dict[str, Any] = {}
    if draft.by:
        heard = {"via": draft.via, "received": draft.received, "recipient": draft.recipient}
    case.note("file", turn.now, turn.who.id, sure=draft.sure, **heard)
    if not draft.by:
        _remember(turn, case)
    if not draft.result:  # what was settled on the spot has words of its own
        emergency.calm(turn, draft, text("emergency-filed", number=case.number, place=place_of(draft.unit)))
    return case


def _case(turn: Turn, draft: Draft, owner: Person) -> Case:
    unit, way = draft.unit or "", ways.way_of(turn, draft)
    return Case(
        number="",
        site=draft.site,
        opened=turn.now,
        kind=Kind(draft.kind),
        owner=owner.id,
        issue=draft.issue,
        category=draft.category or "other",
        class_=draft.class_,
        urgent=draft.urgent,
        because=tuple(draft.because),
        unit=unit,
        bound=Home(draft.site, unit) in owner.homes,
        name=draft.name,
        phone=draft.phone,
        expectation=draft.expectation or "",
        channel=draft.via or turn.event.account.channel,
        way="" if way == ways.CHAT else way,
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


def confirm_record(turn: Turn, case: Case, draft: Draft) -> None:
    """The recorder gets the number and what happens next, the owner too where the chat reaches them (IN-6)."""
    site = turn.site_of(case)
    words = text(
        "recorded",
        number=case.number,
        place=place_of(case.unit),
        who=_who(case, site),
        hear=deadlines.deadline(turn, case) or text("no-deadline"),
        answer=text(f"way-{case.way or ways.CHAT}"),
    )
    turn.answer(Say(words, ((choice("record-another", "record"),),), slot=_slot(draft), subject=case.number))
    tell_owner(turn, case)


def tell_owner(turn: Turn, case: Case) -> None:
    """Whom the chat reaches hears that it was recorded, and under which number."""
    site = turn.site_of(case)
    told = text(
        "recorded-for-you",
        number=case.number,
        via=text(f"via-{case.channel}"),
        place=place_of(case.unit),
        who=_who(case, site),
        phone=site.phone or text("in-this-chat"),
    )
    row = (choice("menu-mine", "mine"), choice("see-case", "see", case.number))
    turn.tell_id(case.owner, Say(told, (row,), subject=case.number))


def _who(case: Case, site: Site) -> Text | str:
    department = site.department(case.department)
    return department.name if department else text("the-desk")


def _slot(draft: Draft) -> str:
    return f"draft:{draft.id}"
