"""Joining and taking out by hand, at the desk.

更多 ─▶ 合并到 ─▶ one of the list, or a number typed ─▶ one job
更多 ─▶ 拆出 ─▶ with the desk again, under its own clock
更多 ─▶ 告知各户 ─▶ words ─▶ every owner of the incident
"""

import re
from datetime import datetime

from core import neighbours
from core.case import Case, State
from core.chat import Attachment, Choice, Say, Text, choice, text
from core.conversations import sharing
from core.conversations.access import allowed
from core.conversations.answer import approval
from core.conversations.desk import asking, desk, incident
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, kind_label, place_of
from core.conversations.work import card
from core.history import incidents
from core.rights import Action
from core.site import Site
from core.turn import Turn

TO_ALL = "tell-all"
BRIEFLY = 20  # characters of an issue in a list
_NUMBER = re.compile(r"(?:(?P<year>\d{4})?(?P<day>\d{4})-)?(?P<serial>\d{1,6})$")


def offer(turn: Turn, number: str) -> None:
    """合并到: the open cases of the site, the likely ones first, a button each; or a number, typed."""
    case = _can_be_joined(turn, number)
    if case is None:
        return None
    found = _candidates(turn, case)
    buttons = [_button(case, each) for each in found]
    last = (choice("by-number", "mergeby", number), choice("back", "extras", number))
    lines = tuple(_line(each) for each in found)
    return turn.reply(
        "merge-which", *card.pairs(buttons), last, slot=f"more:{number}", number=number, lines=lines
    )


def _can_be_joined(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.MERGE)
    if case is None or case.state in incidents.GOING:
        return case
    turn.answer_tap("moved-on", alert=True, number=number)
    return None


def _candidates(turn: Turn, case: Case) -> list[Case]:
    site = turn.site_of(case)
    rules = site.sop.incidents
    since = turn.now - rules.lately
    days = neighbours.numbers(site.prefix, site.local(since), site.local(turn.now))
    found = [each for each in turn.book.lately(site.id, days, since) if incidents.can_join(case, each)]
    likely = neighbours.likely(case.issue, case.because, case.unit, found, rules)
    return list({each.number: each for each in (*likely, *found)}.values())[: rules.listed]


def _button(case: Case, lead: Case) -> Choice:
    # Month, day and serial: some platforms cut a label after ten signs.
    return choice("as-it-is", "into", case.number, lead.number, words=lead.number[-9:])


def _line(case: Case) -> Text:
    return text(
        "merge-line",
        number=case.number,
        kind=kind_label(case.kind, case.category),
        place=place_of(case.unit),
        issue=for_groups(case.issue[:BRIEFLY], case.name) or text("only-pictures"),
    )


def by_number(turn: Turn, number: str) -> None:
    """One that is not in the list."""
    case = _can_be_joined(turn, number)
    if case is not None:
        asking.ask(turn, case, "merge", text("merge-number", number=number))


def _typed(turn: Turn, case: Case, said: Written) -> None:
    lead = _read_number(turn.site_of(case), said.words, turn.now)
    if lead is None or turn.book.case(lead) is None:
        turn.reply("case-unknown", number=said.words[:BRIEFLY])
        return asking.ask(turn, case, "merge", text("merge-number", number=case.number))
    return into(turn, case.number, lead)


def _read_number(site: Site, words: str, now: datetime) -> str | None:
    """WJ-20261117-0003, 1117-0003 or, of today, 3."""
    found = _NUMBER.search(words.strip())
    if found is None:
        return None
    today = site.local(now)
    day = f"{found['year'] or today.year}{found['day']}" if found["day"] else f"{today:%Y%m%d}"
    return f"{site.prefix}-{day}-{int(found['serial']):04}"


def into(turn: Turn, number: str, other: str) -> None:
    """Joined; where the other is itself joined, to its lead: there are no chains."""
    turn.book.hold((number, other))
    case, lead = allowed(turn, number, Action.MERGE), turn.book.case(other)
    if case is None:
        return None
    if lead is not None and lead.state is State.JOINED:
        lead = turn.book.case(lead.lead)
    if lead is None or lead.site != case.site:
        return turn.answer_tap("case-unknown", alert=True, number=other)
    if not incidents.can_join(case, lead):
        key = "merge-itself" if lead.number == number else "moved-on"
        return turn.answer_tap(key, alert=True, number=number if case.state not in incidents.GOING else other)
    incident.gather(turn, case, lead, turn.who.id)
    told = text("incident-joined", number=number)
    desk.tell_owner(turn, case, Say(told, subject=number))
    return turn.reply("merged", slot=f"more:{number}", number=number, lead=lead.number)


def split(turn: Turn, number: str) -> None:
    """拆出: it was another matter after all."""
    case = allowed(turn, number, Action.MERGE)
    if case is None:
        return None
    if case.state is not State.JOINED:
        return turn.answer_tap("moved-on", alert=True, number=number)
    incident.take_out(turn, case, turn.who.id)
    desk.tell_owner(turn, case, Say(text("incident-split", number=number), subject=number))
    return turn.reply("split-off", slot=f"more:{number}", number=number)


def tell_all(turn: Turn, number: str) -> None:
    """告知各户: the same words to every owner of the incident."""
    case = allowed(turn, number, Action.ADD)
    if case is None:
        return None
    others = sharing.waiting(turn, case)
    if not others:
        return turn.answer_tap("moved-on", alert=True, number=number)
    return asking.ask(turn, case, TO_ALL, text("write-to-all", number=number, count=len(others) + 1))


def _tell_all(turn: Turn, case: Case, said: Written) -> None:
    if not approval.holds(turn, case, said.words, turn.who.id, TO_ALL, media=said.media):
        count = _say_to_all(turn, case, said.words, said.media, turn.who.id)
        turn.reply("told-all", slot=f"writing:{case.number}", number=case.number, count=count)


def _say_to_all(turn: Turn, case: Case, words: str, media: tuple[Attachment, ...], by: int | None) -> int:
    told = (*sharing.waiting(turn, case), case)
    for each in told:
        each.note("desk-says", turn.now, by, why=words, media=[a.packed() for a in media])
        shown = text("desk-says", number=each.number, words=words or text("only-pictures"))
        desk.tell_owner(turn, each, Say(shown, media=media, subject=each.number))
    return len(told)


def release(turn: Turn, case: Case, draft: approval.Draft) -> None:
    """Words that promise something, once somebody with authority has seen them (RE-7)."""
    _say_to_all(turn, case, draft.words, draft.media, draft.by)


def _has_others(case: Case) -> bool:
    return case.state in incidents.LEADING and bool(incidents.members(case))


EXTRAS = (
    Extra("merge-into", "merge", Action.MERGE, lambda case: case.state in incidents.GOING),
    Extra("split-from", "splitoff", Action.MERGE, lambda case: case.state is State.JOINED),
    Extra("tell-everybody", "tellall", Action.ADD, _has_others),
)

WRITERS = {
    "merge": Writer(Action.MERGE, _typed),
    TO_ALL: Writer(Action.ADD, _tell_all, pictures=True, submit="send-it"),
}

RELEASES = {TO_ALL: release}

TAPS = {"merge": offer, "mergeby": by_number, "into": into, "splitoff": split, "tellall": tell_all}
