"""A claim for compensation is a track of its own (TR-9): recorded, summarised by the lead, the manager's opinion.

suggested by the words ─▶ the desk decides ─▶ details, pictures ─▶ the lead's summary ─▶ the manager's opinion
                                    └─▶ assistant and manager hear of every step ─▶ replies only as approved
"""

from collections.abc import Sequence

from core.case import Case, Entry, with_media
from core.chat import Rows, Say, Text, choice, text
from core.conversations.above import follow, seniors, suggested
from core.conversations.above.seniors import Card, Matter
from core.conversations.access import allowed
from core.conversations.answer.neutral import is_careful, is_claim
from core.conversations.desk import asking
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, hidden, place_of
from core.people import Person, masked_name
from core.rights import Action
from core.site import DESK
from core.turn import Turn

DETAILS, SUMMARY, OPINION = "claim-details", "claim-summary", "claim-opinion"

# the desk


def begin(turn: Turn, number: str) -> None:
    """索赔: the track begins at once; then everything is asked that has to be on record."""
    case = allowed(turn, number, Action.CLAIM)
    if case is None:
        return None
    if not case.is_open or is_claim(case):
        return turn.answer_tap("moved-on", alert=True, number=number)
    case.note("claim", turn.now, turn.who.id)
    suggested.decided(turn, case, text("claim-decided", number=number, who=turn.who.name or "—"))
    seniors.ask(turn, case, SUMMARY)
    return asking.ask(turn, case, DETAILS, text("claim-ask", number=number))


def more(turn: Turn, number: str) -> None:
    """More of it: evidence often comes later."""
    case = allowed(turn, number, Action.CLAIM)
    if case is None:
        return None
    if not is_claim(case):
        return turn.answer_tap("moved-on", alert=True, number=number)
    return asking.ask(turn, case, DETAILS, text("claim-ask", number=number))


def _details(turn: Turn, case: Case, said: Written) -> None:
    """What was damaged, when, how much is asked, what proves it; pictures are kept with the case."""
    media = [a.packed() for a in said.media]
    case.note(DETAILS, turn.now, turn.who.id, why=said.words, media=media)
    with_media(case, said.media)
    if turn.event.private:  # words and pictures come one by one
        turn.dialogue.begin(asking.DIALOGUE, DETAILS, case=case.number, chosen={})
        turn.reply("claim-kept", (choice("told", "claimtold", case.number),), number=case.number)
    else:
        row = (choice("claim-more", "claimmore", case.number),)
        turn.reply("claim-kept", row, slot=f"writing:{case.number}", number=case.number)
    seniors.show_again(turn, case, SUMMARY, media=said.media)
    seniors.show_again(turn, case, OPINION, media=said.media)


def told(turn: Turn, number: str) -> None:
    """That is all, for now."""
    mine = turn.dialogue.name == asking.DIALOGUE and turn.dialogue.step == DETAILS
    if mine and turn.dialogue.data["case"] == number:
        turn.dialogue.end()
    turn.answer_tap("ok")


def deny(turn: Turn, number: str) -> None:
    """It is no claim: an ordinary case after all, and whoever heard of it hears that too."""
    case = allowed(turn, number, Action.CLAIM)
    if case is None:
        return None
    if not is_careful(case):
        return turn.answer_tap("moved-on", alert=True, number=number)
    was = is_claim(case)
    case.note("claim-denied", turn.now, turn.who.id)
    words = text("claim-denied", number=number, who=turn.who.name or "—")
    suggested.decided(turn, case, words)
    for name in (SUMMARY, OPINION):
        seniors.settle(turn, case, name, words)
    if was:
        follow.tell_steps(turn, case, case.unsaved, _audience(turn, case))
    return turn.answer_tap("ok")


# the lead


def _summary_card(turn: Turn, case: Case, of: str) -> Card | None:
    if not case.is_open or not is_claim(case) or _done(case, SUMMARY, "claim"):
        return None
    return Card(_dossier(case, "claim-card"), _summary_rows(case), case.media)


def _summary_rows(case: Case) -> Rows:
    return (
        (choice("claim-summarise", "summarise", case.number), choice("claim-more", "claimmore", case.number)),
        (choice("show-number", "number", case.number),),
    )


def summarise(turn: Turn, number: str) -> None:
    """The lead writes what it comes to."""
    case = _for_senior(turn, number, Action.SENIOR, SUMMARY, "claim")
    if case is not None:
        asking.ask(turn, case, SUMMARY, text("claim-ask-summary", number=number))


def _summarised(turn: Turn, case: Case, said: Written) -> None:
    if not _waits(turn, case, SUMMARY, "claim"):
        return
    case.note(SUMMARY, turn.now, turn.who.id, why=said.words)
    seniors.settle(turn, case, SUMMARY, _settled(turn, case, SUMMARY))
    seniors.ask(turn, case, OPINION)
    turn.reply("claim-summary-kept", slot=f"writing:{case.number}", number=case.number)


# the manager


def _opinion_card(turn: Turn, case: Case, of: str) -> Card | None:
    if (
        not case.is_open
        or not is_claim(case)
        or not _done(case, SUMMARY, "claim")
        or _done(case, OPINION, SUMMARY)
    ):
        return None
    row = (choice("write-opinion", "claimop", case.number), choice("show-number", "number", case.number))
    return Card(_dossier(case, "claim-opinion-card"), (row,), case.media)


def give_opinion(turn: Turn, number: str) -> None:
    """The manager says how it is to be dealt with."""
    case = _for_senior(turn, number, Action.OPINION, OPINION, SUMMARY)
    if case is not None:
        asking.ask(turn, case, OPINION, text("claim-ask-opinion", number=number))


def _opined(turn: Turn, case: Case, said: Written) -> None:
    """Whoever wrote the summary hears the opinion in private; the desk, that there is one."""
    if not _waits(turn, case, OPINION, SUMMARY):
        return
    case.note(OPINION, turn.now, turn.who.id, why=said.words)
    seniors.settle(turn, case, OPINION, _settled(turn, case, OPINION))
    words = text("claim-opinion", number=case.number, who=turn.who.name or "—", words=said.words)
    row = (choice("see-card", "card", case.number),)
    summary = case.last(SUMMARY)
    told = {p.id: p for p in seniors.first(turn, case, turn.site_of(case).sop.above.summary)}
    for person in {*told, *([summary.by] if summary else [])} - {turn.who.id}:
        turn.tell_id(person, Say(words, (row,), subject=case.number))
    desk = text("claim-opinion-there", number=case.number, who=turn.who.name or "—")
    turn.post(turn.site_of(case), DESK, Say(desk, (row,), subject=case.number))
    turn.reply("opinion-kept", slot=f"writing:{case.number}", number=case.number)


# what all of them share


def _done(case: Case, step: str, after: str) -> bool:
    """Whether the step was taken since what it follows."""
    names = [e.what for e in case.history if e.what in {step, after}]
    return names[-1:] == [step]


def _for_senior(turn: Turn, number: str, action: Action, step: str, after: str) -> Case | None:
    case = allowed(turn, number, action)
    return case if case is not None and _waits(turn, case, step, after) else None


def _waits(turn: Turn, case: Case, step: str, after: str) -> bool:
    """Whether this is what the case waits for; somebody may have been faster, or it is over."""
    taken = case.last(step)
    if case.is_open and is_claim(case) and case.last(after) and not _done(case, step, after):
        return True
    person = turn.book.person(taken.by) if taken and taken.by else None
    if person and case.is_open:
        turn.answer_tap("above-done", alert=True, number=case.number, who=person.name or "—")
    else:
        turn.answer_tap("moved-on", alert=True, number=case.number)
    return False


def _settled(turn: Turn, case: Case, step: str) -> Text:
    return text("above-settled", number=case.number, what=text(f"matter-{step}"), who=turn.who.name or "—")


def _dossier(case: Case, key: str) -> Text:
    """Everything on record: the owner's own words, what the desk found out, the summary."""
    details, later = _said(case, DETAILS), _said(case, "add", "reject")
    summary = case.last(SUMMARY)
    return text(
        key,
        number=case.number,
        place=place_of(case.unit),
        name=masked_name(case.name) or "—",
        issue=for_groups(case.issue, case.name) or text("only-pictures"),
        expectation=for_groups(case.expectation, case.name) or "—",
        later=later[-6:] or "—",
        details=details[-6:] or "—",
        summary=hidden(summary.why, case.name) if summary else "—",
    )


def _said(case: Case, *steps: str) -> tuple[Text, ...]:
    """What was said, as it may stand on a card: the number has a button of its own, and each look is on record."""
    said = (hidden(e.why, case.name) for e in case.history if e.what in steps and e.why)
    return tuple(text("as-it-is", words=words) for words in said)


def _audience(turn: Turn, case: Case) -> list[Person]:
    """Assistant and manager; the lead alone where there is neither."""
    above = turn.site_of(case).sop.above
    return seniors.everybody(turn, case, above.progress) or seniors.first(turn, case, above.summary)


def tell_progress(turn: Turn, case: Case, new: Sequence[Entry]) -> None:
    """Assistant and manager hear of each step of a claim, answers and further rounds included."""
    if is_claim(case):
        follow.tell_steps(turn, case, new, _audience(turn, case))


def may_begin(case: Case) -> bool:
    """Whether it could still become one."""
    return case.is_open and not is_claim(case)


TAPS = {
    "claim": begin,
    "claimmore": more,
    "claimtold": told,
    "noclaim": deny,
    "summarise": summarise,
    "claimop": give_opinion,
}
WRITERS = {
    DETAILS: Writer(Action.CLAIM, _details, pictures=True),
    SUMMARY: Writer(Action.SENIOR, _summarised),
    OPINION: Writer(Action.OPINION, _opined),
}
EXTRAS = (
    Extra("claim", "claim", Action.CLAIM, may_begin),
    Extra("claim-more", "claimmore", Action.CLAIM, is_claim),
    Extra("not-a-claim", "noclaim", Action.CLAIM, lambda case: case.is_open and is_claim(case)),
)
MATTERS = {
    SUMMARY: Matter(lambda sop, case: sop.above.summary, lambda sop: sop.above.wait, _summary_card),
    OPINION: Matter(lambda sop, case: sop.above.opinion, lambda sop: sop.above.wait, _opinion_card),
}
FOLLOWERS = (tell_progress,)
