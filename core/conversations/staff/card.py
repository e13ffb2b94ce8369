"""What a case looks like to the staff: one card in the department's group, one with the handler, one at the desk.

Groups see a masked name and number; the handler gets them whole, in private, and that look is on record.
"""

from dataclasses import replace

from core.case import Case, State
from core.chat import Choice, Rows, Say, Text, choice, text
from core.conversations.staff import deadlines
from core.conversations.wording import for_groups, guesses, kind_label, place_of, shortened
from core.people import masked_name, masked_phone
from core.site import Department
from core.turn import Turn, rows_of

BUTTONS: dict[State, tuple[tuple[str, ...], ...]] = {
    State.DISPATCHED: (("take", "transfer"), ("extras",)),
    State.TAKEN: (("arrive", "finish"), ("delay", "transfer"), ("extras",)),
    State.ON_SITE: (("finish", "delay"), ("transfer", "extras")),
}


def show(turn: Turn, case: Case, rows: Rows | None = None, fresh: bool = False) -> bool:
    """Show the case's card in its department's group, in place of the one that stands there.

    Returns False when there is no group to show it in.
    """
    site = turn.site_of(case)
    say = Say(
        card_of(turn, case),
        buttons(case) if rows is None else rows,
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


def buttons(case: Case) -> Rows:
    """What can be done to a case now, by whoever may."""
    return tuple(
        tuple(choice(name, name, case.number) for name in row) for row in BUTTONS.get(case.state, ())
    )


def card_of(turn: Turn, case: Case) -> Text:
    """Number, what, where, when, how urgent, what is expected, by when, and how it stands."""
    site = turn.site_of(case)
    return text(
        "card",
        number=case.number,
        urgent=str(case.urgent).lower(),
        round=case.round,
        kind=kind_label(case.kind, case.category),
        because=guesses(case.because),
        place=place_of(case.unit),
        name=masked_name(case.name) or "—",
        phone=masked_phone(case.phone) or "—",
        bound=str(case.bound or not case.unit).lower(),
        issue=for_groups(case.issue, case.name) or text("only-pictures"),
        expectation=for_groups(case.expectation) or "—",
        opened=site.local(case.opened),
        state=standing(turn, case),
        notes=notes_of(case),
    )


def standing(turn: Turn, case: Case) -> Text:
    """How the case stands, in a line."""
    handler = turn.book.person(case.handler) if case.handler else None
    who = handler.name if handler else "—"
    due = deadlines.deadline(turn, case) or text("no-deadline")
    return text(f"state-{case.state}", handler=who, due=due)


SHOWN_NOTES = {"add", "chase", "progress", "delay", "transfer", "reject", "finish"}


def notes_of(case: Case) -> tuple[Text, ...]:
    """The last things that happened, in the words of whoever said them."""
    told = [e for e in case.history if e.what in SHOWN_NOTES and (e.why or e.what == "chase")]
    return tuple(text(f"note-{e.what}", why=reason(e.why)) for e in told[-4:])


def reason(why: str) -> Text | str:
    """A reason somebody tapped, in words, or the words they typed."""
    return text(why) if why.startswith("reason-") else for_groups(why)


def here(turn: Turn, case: Case, rows: Rows | None = None) -> Say:
    """The card as it is shown where somebody just tapped: the handler's own in private, else the group's."""
    shown = buttons(case) if rows is None else rows
    if turn.event.private and case.handler == turn.who.id:
        return replace(private(turn, case, fresh=False), rows=shown)
    return Say(card_of(turn, case), shown, slot=f"case:{case.number}", subject=case.number)


def private(turn: Turn, case: Case, fresh: bool = True) -> Say:
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
    )
    media = case.media if fresh else ()
    return Say(words, buttons(case), media, slot=f"job:{case.number}", subject=case.number, fresh=fresh)


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
