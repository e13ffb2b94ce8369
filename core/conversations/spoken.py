"""Where words go: to the dialogue somebody is in, to the case they answer, or to a new matter (IN-11)."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from core.book import CODE_LENGTH, CODE_SIGNS
from core.case import ENDED, VISITS, Case, Kind
from core.chat import What
from core.conversations.answer import promises
from core.conversations.classes import notices
from core.conversations.clock import duty
from core.conversations.desk import asking, danger, deskwork, groups, inviting
from core.conversations.owner import (
    binding,
    emergency,
    filing,
    floods,
    human,
    menu,
    survey,
    thread,
    typed,
    verdict,
    words,
)
from core.conversations.recording import dutylog, log, recording
from core.conversations.wording import unreadable
from core.conversations.work import job, quotation, result
from core.texts import meant
from core.turn import Turn
from core.understanding import Understanding

SURE = 0.6
SHORT = 8  # characters: a greeting or a word of thanks is seldom longer
FEW = 4  # characters: fewer that nobody understands are no matter to file
EXCHANGED = frozenset({"desk-says", "add", "correct"})  # between desk and owner
OF_ITS_OWN = frozenset({Kind.ENQUIRY, Kind.SUGGESTION, Kind.PRAISE})
ABOUT_THE_JOB = ("师傅", "師傅", "修", "上门", "上門", "收费", "收費", "请问", "請問", "repair", "technician")

DIALOGUES: Mapping[str, Callable[[Turn], None]] = {
    "filing": filing.speak,
    "recording": recording.speak,
    "result": result.speak,
    "quoting": quotation.speak,
    "writing": asking.speak,
    "why": verdict.speak,
    "survey": survey.speak,
    "adding": thread.speak,
    "binding": binding.speak,
}
SPOKEN_LABELS: Mapping[str, Callable[[Turn], None]] = {
    "ask-a-person": human.ask_for_person,
    menu.SHARE: binding.start,  # where the platform has no button that shares it
    "record": recording.start,
}
OWNERS = frozenset({"why", "survey", "adding", "binding"})  # dialogues an owner may walk away from
IN_GROUPS = frozenset(
    {"/bind", "/calls", "/today", "/duty", "/log", "/dutylog", "/record", "/help", "/cancel", "/language"}
)
COMMANDS: Mapping[str, Callable[[Turn], None]] = {
    "/start": menu.greet,
    "/help": menu.offer_help,
    "/language": menu.languages,
    "/calls": deskwork.call_list,
    "/notices": notices.read,
    "/today": promises.today,
    "/duty": duty.now,
    "/record": recording.start,
    "/log": log.show,
    "/dutylog": dutylog.show,
    "/invite": inviting.make,
    "/person": human.ask_for_person,
    "/bind": lambda turn: (binding.start if turn.event.private else groups.offer)(turn),
    **{command: (lambda turn, key=key: menu.chosen(turn, key)) for command, key in menu.COMMANDS.items()},  # type: ignore[misc]
}


def hear(turn: Turn) -> None:
    """Words, pictures, a contact, a command."""
    event = turn.event
    if floods.listens(turn, _is_code(event.text)):
        return None
    if event.text.startswith("/") and _command(turn):
        return None
    if event.private and (key := meant(event.text, (*menu.LABELS, *SPOKEN_LABELS))):
        return SPOKEN_LABELS.get(key, partial(menu.chosen, name=key))(turn)
    if event.private and _is_code(event.text):  # whatever else is open: it is no word of any language
        return None if binding.by_code(turn, event.text) else turn.reply("code-unknown")
    if event.unreadable == "too-big" and event.private:  # kept where it is, but said at once
        turn.reply(unreadable(event.unreadable))
        if not (event.text or turn.dialogue.name):
            return None
    if (
        event.album
        and (number := turn.dialogue.data.get("of"))
        and event.album == turn.dialogue.data["album"]
    ):
        thread.about(turn, number)
        return None
    subject = turn.book.subject_at(event.reply_at or event.place, event.reply_to) if event.reply_to else ""
    if subject and subject != turn.dialogue.data.get("case") and thread.about(turn, subject):
        return None
    if asking.is_over(turn):
        turn.dialogue.end()
    if turn.dialogue.name in OWNERS and event.private and _is_matter(turn):
        turn.dialogue.end()
    if turn.dialogue.name in DIALOGUES and not (event.phone and turn.dialogue.name != "filing"):
        return DIALOGUES[turn.dialogue.name](turn)
    if subject and thread.about(turn, subject):
        return None
    return _out_of_the_blue(turn) if event.private else None


def _command(turn: Turn) -> bool:
    word = turn.event.text.split()[0].lower()
    if word == "/cancel":
        cancel(turn)
    if word not in COMMANDS:
        return word == "/cancel"
    if not turn.event.private and word not in IN_GROUPS:
        turn.reply("start-first")
        return True
    if turn.event.start and binding.by_code(turn, turn.event.start):
        return True
    COMMANDS[word](turn)
    return True


def cancel(turn: Turn) -> None:
    """/cancel: whatever it was, it is over."""
    was, draft = turn.dialogue.name, filing.in_hand(turn)
    turn.dialogue.end()
    if draft is not None:
        emergency.drop(turn, draft)
    turn.reply("cancelled" if was else "nothing-to-cancel")


def _out_of_the_blue(turn: Turn) -> None:
    """Words outside a dialogue: a contact, a new matter, or something about the case that is open."""
    event = turn.event
    if event.phone:
        return binding.by_phone(turn)
    if not (event.text or event.attachments):
        return turn.reply(unreadable(event.unreadable), *menu.rows())
    found = turn.sites.understand(_site(turn), event.text)
    if event.what is not What.EDITED and not _is_small_talk(turn, found) and job.beside(turn):
        return None
    if typed.is_verdict(turn):
        return None
    if (asked := _answered(turn)) is not None and not _is_new(found, asked):
        return words.owner_says(turn, asked)
    case = _newest(turn)
    if case is not None and case.is_open and not _is_new(found, case):
        return menu.thank_back(turn) if _is_small_talk(turn, found) else words.owner_says(turn, case)
    if _is_small_talk(turn, found) or event.what is What.EDITED:
        return menu.thank_back(turn) if case else menu.greet(turn)
    if binding.by_code(turn, event.text):
        return None
    named = found.category.because or (found.kind.because and found.kind.sure >= SURE)
    if case is not None and case.state in ENDED and not named and _is_recent(turn, case.opened):
        return thread.is_it_about(turn, case)
    return filing.begin_with_words(turn)


def _is_code(words: str) -> bool:
    """One of our codes, good or not: letters and digits as we write them, some of each."""
    code = words.strip().removeprefix(binding.CODE_PREFIX).upper()
    shaped = len(code) == CODE_LENGTH and set(code) <= set(CODE_SIGNS)
    return shaped and any(sign.isdigit() for sign in code) and any(sign.isalpha() for sign in code)


def _is_matter(turn: Turn) -> bool:
    """Danger, or a job with its address: it is no answer to whatever was asked days ago."""
    found = turn.sites.understand(_site(turn), turn.event.text)
    return found.urgent.value or (found.kind.value in VISITS and found.unit is not None)


def _is_small_talk(turn: Turn, found: Understanding) -> bool:
    """Thanks, a greeting, a nod: nothing to file; words we merely do not understand are something else."""
    said = len(turn.event.text)
    little = said < FEW or (bool(found.kind.because) and (said < SHORT or found.kind.sure >= SURE))
    return found.kind.value == "chat" and little and not turn.event.attachments


def _is_new(found: Understanding, case: Case) -> bool:
    """Danger, a written unit, or clearly another subject: it is a matter of its own."""
    if found.urgent.value and _is_of(found, case):
        return False
    if found.urgent.value and not case.urgent:
        return True
    if found.kind.value not in VISITS:
        return _is_other_subject(found, case)
    if found.unit is not None and found.unit != case.unit:
        return True
    said = found.kind.because + found.category.because
    sure = found.category.sure >= SURE and found.kind.because and found.category.because
    return bool(sure) and (found.category.value != case.category or not _echoes(said, case))


def _is_of(found: Understanding, case: Case) -> bool:
    """Danger where a job is at work, at its own home or nowhere else named: it is that job's, and raises it (TR-2)."""
    elsewhere = found.unit is not None and found.unit != case.unit
    other = found.category.because and found.category.sure >= SURE and found.category.value != case.category
    return case.is_job and danger.goes_on(case) and not elsewhere and not other


def _is_other_subject(found: Understanding, case: Case) -> bool:
    """A sure enquiry, suggestion or praise about what the case never spoke of (IN-8); 师傅什么时候来 is about the case."""
    kind, about = found.kind, found.category.because
    if kind.value not in OF_ITS_OWN or not kind.because or kind.sure < SURE or not about:
        return False
    if any(word in said for said in about for word in ABOUT_THE_JOB) or _echoes(about, case):
        return False
    other = found.category.sure >= SURE and found.category.value != case.category
    return other or kind.value == Kind.SUGGESTION


def _echoes(said: tuple[str, ...], case: Case) -> bool:
    """Whether any word that tells what it is about was there before: 水越来越大 is still the leak."""
    return any(set(word) & set(case.issue) for word in said)


def _answered(turn: Turn) -> Case | None:
    """The case in which the desk spoke last and was not answered: a mere 好的 is an answer then."""
    number = turn.book.spoken_of(turn.who.id) if turn.book.cases_of(turn.who.id, limit=1) else ""
    case = turn.book.case(number) if number else None
    said = [e for e in case.history if e.what in EXCHANGED] if case else []
    waits = bool(said) and said[-1].what == "desk-says" and _is_recent(turn, said[-1].at)
    return case if waits else None


def _newest(turn: Turn) -> Case | None:
    """The newest open case, or else the newest there is."""
    mine = turn.book.open_of(turn.who.id) or turn.book.cases_of(turn.who.id, limit=1)
    return turn.book.case(mine[0].number) if mine else None


def _is_recent(turn: Turn, moment: datetime) -> bool:
    """Whether words nobody understands may still be about what was then."""
    site = turn.sites[_site(turn) or next(iter(turn.sites))]
    return turn.now - moment < site.sop.intake.recent


def _site(turn: Turn) -> str:
    return turn.who.homes[0].site if turn.who.homes else ""


def new_matter(turn: Turn, number: str) -> None:
    """What they just added was something new: it becomes a draft of its own; the old case keeps its line."""
    case = turn.book.case(number)
    last = case.last("add") if case else None
    if case is None or last is None or case.owner != turn.who.id:
        return turn.answer_tap("case-unknown", alert=True, number=number)
    if draft := filing.current(turn):  # what is in hand comes first, and is not thrown away by an old button
        return filing.go_on(turn, draft)
    return filing.begin_with(turn, last.why, last.data.get("media", []))


TAPS = {"fresh": new_matter}
