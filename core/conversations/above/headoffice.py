"""What came through head office, group or government: tracked by the lead, reported to the deputy GM (TR-11).

The deputy GM handles it or appoints somebody, who is then answerable: sees the case and hears of whatever is late.
"""

from collections.abc import Sequence

from core.case import Case, Entry
from core.chat import Choice, Rows, Say, Text, choice, text
from core.conversations.above import follow, seniors
from core.conversations.access import allowed
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, place_of
from core.people import Person, Role, masked_name
from core.rights import Action, appointed, may
from core.site import DESK
from core.turn import Turn, rows_of

REPORTED = frozenset({"reply", "explain", "accept", "explained", "reject", "reject-answer", "withdraw"})
CANDIDATES = (Role.MANAGER, Role.ASSISTANT, Role.LEAD)
MOST = 12  # people offered
LATE = "late-"  # how the ladder's keys begin


def is_watched(turn: Turn, case: Case) -> bool:
    """Whether it came through one of these."""
    return case.channel in turn.site_of(case).sop.above.channels


def watch(turn: Turn, case: Case, new: Sequence[Entry]) -> None:
    """Each step to the lead, beginning and end to the deputy GM, everything to whoever was appointed."""
    above = turn.site_of(case).sop.above
    if is_watched(turn, case):
        trackers, bosses = (seniors.first(turn, case, roles) for roles in (above.tracked, above.reported))
        if any(e.what == "file" for e in new):
            _announce(turn, case, trackers, bosses)
        steps = [e for e in new if e.what != "file"]
        follow.tell_steps(turn, case, steps, [p for p in trackers if p.id != appointed(case)])
        others = [p for p in bosses if p.id not in {t.id for t in trackers} | {appointed(case)}]
        follow.tell_steps(turn, case, [e for e in steps if e.what in REPORTED], others)
    _answerable(turn, case, new)


def _announce(turn: Turn, case: Case, trackers: Sequence[Person], bosses: Sequence[Person]) -> None:
    see = (choice("see-card", "card", case.number), choice("show-number", "number", case.number))
    for person in bosses:
        turn.tell(person, Say(_about(turn, case, "above-report"), (*_rows_for(person, case), see), case.media,
                              subject=case.number))  # fmt: skip
    for person in trackers:
        turn.tell(person, Say(_about(turn, case, "above-track"), (see,), subject=case.number))
    if not (trackers and bosses):
        turn.post(turn.site_of(case), DESK, Say(text("above-unreported", number=case.number), (see,)))


def _about(turn: Turn, case: Case, key: str) -> Text:
    return text(
        key,
        number=case.number,
        via=text(f"via-{case.channel}"),
        place=place_of(case.unit),
        name=masked_name(case.name) or "—",
        issue=for_groups(case.issue, case.name) or text("only-pictures"),
        expectation=for_groups(case.expectation, case.name) or "—",
    )


def _rows_for(person: Person, case: Case) -> Rows:
    if not may(person, Action.APPOINT, case):
        return ()
    return ((choice("handle-it", "handle", case.number), choice("appoint", "appoint", case.number)),)


# handle it, or appoint somebody


def handle(turn: Turn, number: str) -> None:
    """我来处理."""
    case = _to_appoint(turn, number)
    if case is not None:
        _appoint(turn, case, turn.who)


def offer(turn: Turn, number: str) -> None:
    """指定人: whom?"""
    case = _to_appoint(turn, number)
    if case is None:
        return None
    people = [p for p in _candidates(turn, case) if p.id != turn.who.id][:MOST]
    if not people:
        return turn.answer_tap("appoint-nobody", alert=True)
    buttons = [_button(case, person) for person in people]
    return turn.reply("appoint-whom", *rows_of(buttons, 2), slot=f"appoint:{number}", number=number)


def _button(case: Case, person: Person) -> Choice:
    return choice("as-it-is", "appointed", case.number, person.id, words=person.name or "—")


def _candidates(turn: Turn, case: Case) -> list[Person]:
    """Those above the site's work, and every department's supervisor, who can be written to."""
    supervisors = turn.book.staff(case.site, frozenset({Role.SUPERVISOR}))
    found = [*seniors.everybody(turn, case, CANDIDATES), *(p for p in supervisors if p.account is not None)]
    return list({person.id: person for person in found}.values())


def choose(turn: Turn, number: str, person: str) -> None:
    """This one; asked again now, for the list may be old."""
    case = _to_appoint(turn, number)
    if case is None:
        return None
    found = next((p for p in _candidates(turn, case) if str(p.id) == person), None)
    if found is None:
        return turn.answer_tap("appoint-gone", alert=True)
    return _appoint(turn, case, found)


def _to_appoint(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.APPOINT)
    if case is not None and not case.is_open:
        turn.answer_tap("moved-on", alert=True, number=number)
        return None
    return case


def _appoint(turn: Turn, case: Case, person: Person) -> None:
    before, number = appointed(case), case.number
    if before == person.id:
        return turn.answer_tap("appointed-already", alert=True, who=person.name or "—")
    case.note("appoint", turn.now, turn.who.id, why=person.name, person=person.id)
    rows = ((choice("show-number", "number", number), choice("extras", "extras", number)),)
    see = (choice("see-card", "card", number),)
    if person.id != turn.who.id:
        said = Say(_about(turn, case, "appointed-you"), (*rows, see), case.media, subject=number)
        turn.tell(person, said)
    if before:
        turn.tell_id(
            before, Say(text("appointed-other", number=number, who=person.name or "—"), subject=number)
        )
    done = text("appointed", number=number, who=person.name or "—", by=turn.who.name or "—")
    turn.post(turn.site_of(case), DESK, Say(done, (see,), subject=number))
    own = rows if person.id == turn.who.id else ()
    return turn.show(done, *own, see, slot=f"appoint:{number}")


def _answerable(turn: Turn, case: Case, new: Sequence[Entry]) -> None:
    """Whoever was appointed hears every step and whatever is late; one who has left is reported upwards, once."""
    named = appointed(case)
    person = turn.book.person(named) if named else None
    if person is None:
        return
    if not person.roles(case.site):
        return _report_loss(turn, case, person)
    steps = [e for e in new if e.what != "appoint"]
    follow.tell_steps(turn, case, steps, [person])
    if any(e.what == "remind" for e in new):
        late = [m for m in turn.messages if m.say.subject == case.number and m.say.text.key.startswith(LATE)]
        if late and not any(m.to == person.account for m in late):
            turn.tell(person, late[-1].say)
    return None


def _report_loss(turn: Turn, case: Case, person: Person) -> None:
    lost, named = case.last("appoint-lost"), case.last("appoint")
    if not case.is_open or (lost and named and lost.at >= named.at):
        return
    case.note("appoint-lost", turn.now, None, why=person.name)
    words = text("appoint-lost", number=case.number, who=person.name or "—")
    bosses = seniors.first(turn, case, turn.site_of(case).sop.above.reported)
    for boss in bosses:
        turn.tell(boss, Say(words, _rows_for(boss, case), subject=case.number))
    if not bosses:
        turn.post(turn.site_of(case), DESK, Say(words, subject=case.number))


TAPS = {"handle": handle, "appoint": offer, "appointed": choose}
EXTRAS = (Extra("appoint", "appoint", Action.APPOINT, lambda case: case.is_open),)
FOLLOWERS = (watch,)
