"""What a case looks like to the staff: one card in the department's group, one with the handler, one at the desk.

Groups see a masked name and number; the handler gets them whole, in private, and that look is on record.
"""

from collections.abc import Iterable
from dataclasses import replace

from core import duty
from core.case import WORKING, Case, State
from core.chat import Choice, Rows, Say, Text, choice, text
from core.conversations.clock import deadlines
from core.conversations.wording import for_groups, guesses, judged_label, place_of, shortened
from core.conversations.work import besides, holder
from core.history import quotation, unrest, visit
from core.history.endings import standing_of
from core.people import masked_name, masked_phone
from core.site import Department
from core.turn import Turn, rows_of

BUTTONS: dict[State, tuple[tuple[str, ...], ...]] = {
    State.DISPATCHED: (("take", "go"), ("transfer", "out-of-hand"), ("extras",)),
    State.TAKEN: (("arrive", "finish"), ("out-of-hand", "book"), ("resume", "delay"), ("transfer", "extras")),
    State.ON_SITE: (("finish", "out-of-hand"), ("quote", "resume"), ("delay", "transfer"), ("extras",)),
}  # six at most that fit at once: more are not shown by every platform
BRIEFED = "briefed"  # on the look with which the words for the visit were given


def show(turn: Turn, case: Case, rows: Rows | None = None, fresh: bool = False) -> bool:
    """Show the case's card in its department's group, in place of the one that stands there.

    Returns False when there is no group to show it in.
    """
    site = turn.site_of(case)
    say = Say(
        card_of(turn, case),
        buttons(case, holder.is_missing(turn, case)) if rows is None else rows,
        media=case.media if fresh else (),
        slot=f"case:{case.number}",
        subject=case.number,
        fresh=fresh,
        stamp=_stamp(turn, case),
    )
    return turn.post(site, case.department, say)


def show_moved(turn: Turn, case: Case, department: str) -> None:
    """The card in the department a case leaves says where it went, and loses its buttons."""
    site = turn.site_of(case)
    now = site.department(case.department)
    words = text("card-moved", number=case.number, to=now.name if now else case.department)
    stamp = text("stamp-moved")
    turn.post(site, department, Say(words, slot=f"case:{case.number}", subject=case.number, stamp=stamp))


def _stamp(turn: Turn, case: Case) -> Text | None:
    """What becomes of 接单 for everybody once somebody has tapped it."""
    if case.state is State.DISPATCHED:
        return None
    handler = turn.book.person(case.handler) if case.handler else None
    return text(f"stamp-{case.state}", handler=handler.name if handler else "")


def relieved(case: Case, to: Department | None) -> Say:
    """The private card of whoever had the job: it went elsewhere, there is nothing left to tap."""
    words = text("card-moved", number=case.number, to=to.name if to else case.department)
    return Say(words, slot=f"job:{case.number}", subject=case.number)


def buttons(case: Case, free: bool = False) -> Rows:
    """What can be done to a case now, by whoever may; the everyday first. One that is free can be had again."""
    shown = BUTTONS[State.DISPATCHED] if free else BUTTONS.get(case.state, ())
    names = [name for row in shown for name in row if _fits(name, case)]
    return pairs([choice(name, name, case.number) for name in names])


def _fits(name: str, case: Case) -> bool:
    match name:
        case "go":
            return case.urgent
        case "book":
            return visit.can_be_booked(case) and not unrest.may_need_police(case)
        case "quote":
            return not unrest.may_need_police(case)
        case "out-of-hand":
            return unrest.may_need_police(case)
        case "resume":
            return visit.pausing(case) is not None
        case "delay":
            return visit.pausing(case) is None
    return True


def card_of(turn: Turn, case: Case) -> Text:
    """Number, what, where, when, how urgent, what is expected, by when, and how it stands."""
    site = turn.site_of(case)
    return text(
        "card",
        number=case.number,
        urgent=str(case.urgent).lower(),
        round=case.round,
        kind=judged_label(case),
        because=guesses(case.because),
        place=place_of(case.unit),
        name=masked_name(case.name) or "—",
        phone=masked_phone(case.phone) or "—",
        bound=str(case.bound or not case.unit).lower(),
        issue=for_groups(case.issue, case.name) or text("only-pictures"),
        expectation=for_groups(case.expectation, case.name) or "—",
        opened=site.local(case.opened),
        state=(standing(turn, case), *deadlines.held(turn, case)),
        notes=(*besides.lines(turn, case), *duty.on_card(turn, case), *arranged(turn, case), *notes_of(case)),
    )


def arranged(turn: Turn, case: Case) -> tuple[Text, ...]:
    """What was arranged with the owner: the time, the price; and why the work stands still."""
    site, lines = turn.site_of(case), []
    if case.state not in {State.DISPATCHED, *WORKING}:
        return ()
    if at := visit.agreed(case):
        lines.append(text("card-visit", at=site.local(at)))
    if found := quotation.newest(case):
        total = quotation.yuan(found.total)
        lines.append(text(f"card-quote-{found.answer or 'waiting'}", total=total))
    if pause := visit.pausing(case):
        lines.append(
            text("card-paused", why=reason(pause.why, case.name), until=site.local(visit.until(pause)))
        )
    return tuple(lines)


def standing(turn: Turn, case: Case) -> Text:
    """How the case stands, in a line."""
    handler = turn.book.person(case.handler) if case.handler else None
    who = handler.name if handler else "—"
    due = deadlines.deadline(turn, case) or text("no-deadline")
    if holder.is_missing(turn, case):
        return text("holder-gone", handler=who, due=due)
    return text(f"state-{standing_of(case)}", handler=who, due=due)


SHOWN_NOTES = {
    "explain",
    "add",
    "chase",
    "progress",
    "delay",
    "transfer",
    "return",
    "reject",
    "finish",
    "settle",
    "findings",
}


def notes_of(case: Case) -> tuple[Text, ...]:
    """The last things that happened, in the words of whoever said them."""
    told = [e for e in case.history if e.what in SHOWN_NOTES and (e.why or e.what == "chase")]
    return tuple(text(f"note-{e.what}", why=reason(e.why, case.name)) for e in told[-4:])


def reason(why: str, name: str = "") -> Text | str:
    """A reason somebody tapped, in words, or the words they typed, without the owner's name."""
    return text(why) if why.startswith("reason-") else for_groups(why, name)


def here(turn: Turn, case: Case, rows: Rows | None = None) -> Say:
    """The card as it is shown where somebody just tapped: the handler's own in private, else the group's."""
    shown = buttons(case, holder.is_missing(turn, case)) if rows is None else rows
    if turn.event.private and case.handler == turn.who.id:
        return replace(private(turn, case, fresh=False), rows=shown)
    return Say(card_of(turn, case), shown, slot=f"case:{case.number}", subject=case.number)


def private(turn: Turn, case: Case, fresh: bool = True, briefing: bool = False) -> Say:
    """The handler's own card: whole name and number, and what the visit should be like."""
    words = text(
        "job-private",
        number=case.number,
        place=place_of(case.unit),
        name=case.name or "—",
        phone=case.phone or text("chat-only"),
        issue=shortened(case.issue) or text("only-pictures"),
        expectation=shortened(case.expectation) or "—",
        due=deadlines.deadline(turn, case) or text("no-deadline"),
        notes=(*arranged(turn, case), *_quoted(case), *_briefing(turn, case, briefing)),
    )
    media = case.media if fresh else ()
    return Say(words, buttons(case), media, slot=f"job:{case.number}", subject=case.number, fresh=fresh)


def _quoted(case: Case) -> tuple[Text, ...]:
    found = quotation.newest(case)
    return lines(found.items) if found and case.state in WORKING else ()


def lines(items: Iterable[quotation.Item]) -> tuple[Text, ...]:
    """A quotation, item by item."""
    return tuple(_line(item.name, item.material, quotation.yuan(item.cents)) for item in items)


def _line(item: str, material: str, price: str) -> Text:
    if not material:
        return text("quote-line-bare", item=item, price=price)
    return text("quote-line", item=item, material=material, price=price)


def _briefing(turn: Turn, case: Case, first: bool) -> tuple[Text, ...]:
    """The words for the visit, and where they were given to this handler they stay on the card (HA-8)."""
    handler = turn.book.person(case.handler) if case.handler and case.state in WORKING else None
    given = first or any(
        e.what == "look" and e.by == case.handler and e.round == case.round and e.data.get(BRIEFED)
        for e in case.history
    )
    if handler is None or not given:
        return ()
    site = turn.site_of(case)
    department = site.department(case.department)
    return (
        text(
            "visit-words",
            estate=site.name,
            department=department.name if department else "",
            handler=handler.name or "—",
        ),
    )


def departments(turn: Turn, case: Case, verb: str) -> list[Choice]:
    """A button for every department the case could go to."""
    return [
        choice("as-it-is", verb, case.number, department.id, words=department.name)
        for department in turn.site_of(case).departments
        if department.id != case.department or case.state is State.FILED
    ]


def pairs(choices: list[Choice]) -> Rows:
    """Two buttons a row."""
    return rows_of(choices, 2)
