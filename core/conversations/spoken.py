"""Where words go: to the dialogue somebody is in, to the case they answer, or to a new matter (IN-11)."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from core.case import JOBS, Case
from core.chat import What
from core.conversations import binding, deskwork, filing, groups, menu, result, survey, thread, verdict
from core.conversations.wording import unreadable
from core.texts import meant
from core.turn import Turn
from core.understanding import Understanding

FEW = 4  # characters: fewer that nobody understands are no matter to file
RECENT = timedelta(days=30)  # words nobody understands may be about a case not older than this

DIALOGUES: Mapping[str, Callable[[Turn], None]] = {
    "filing": filing.speak,
    "result": result.speak,
    "writing": deskwork.speak,
    "why": verdict.speak,
    "survey": survey.speak,
    "adding": thread.speak,
    "binding": binding.speak,
}
SPOKEN_LABELS: Mapping[str, Callable[[Turn], None]] = {
    "ask-a-person": thread.ask_for_person,
    menu.SHARE: binding.start,  # where the platform has no button that shares it
}
COMMANDS: Mapping[str, Callable[[Turn], None]] = {
    "/start": menu.greet,
    "/help": menu.offer_help,
    "/language": menu.languages,
    "/calls": deskwork.call_list,
    "/person": thread.ask_for_person,
    "/bind": lambda turn: (binding.start if turn.event.private else groups.offer)(turn),
    **{command: (lambda turn, key=key: menu.chosen(turn, key)) for command, key in menu.COMMANDS.items()},  # type: ignore[misc]
}


def hear(turn: Turn) -> None:
    """Words, pictures, a contact, a command."""
    event = turn.event
    if event.text.startswith("/") and _command(turn):
        return None
    if event.private and (key := meant(event.text, menu.LABELS)):
        return SPOKEN_LABELS.get(key, partial(menu.chosen, name=key))(turn)
    if event.unreadable == "too-big" and event.private:  # kept where it is, but said at once
        turn.reply(unreadable(event.unreadable))
        if not (event.text or turn.dialogue.name):
            return None
    if turn.dialogue.name in DIALOGUES and not (event.phone and turn.dialogue.name != "filing"):
        return DIALOGUES[turn.dialogue.name](turn)
    if event.reply_to and thread.about(turn, turn.book.subject_at(event.place, event.reply_to)):
        return None
    return _out_of_the_blue(turn) if event.private else None


def _command(turn: Turn) -> bool:
    word = turn.event.text.split()[0].lower()
    if word == "/cancel":
        cancel(turn)
    if word not in COMMANDS:
        return word == "/cancel"
    if turn.event.start and binding.by_code(turn, turn.event.start):
        return True
    COMMANDS[word](turn)
    return True


def cancel(turn: Turn) -> None:
    """/cancel: whatever it was, it is over."""
    was = turn.dialogue.name
    turn.dialogue.end()
    turn.reply("cancelled" if was else "nothing-to-cancel")


def _out_of_the_blue(turn: Turn) -> None:
    """Words outside a dialogue: a contact, a new matter, or something about the case that is open."""
    event = turn.event
    if event.phone:
        return binding.by_phone(turn)
    if not (event.text or event.attachments):
        return turn.reply(unreadable(event.unreadable), *menu.rows())
    found = turn.sites.understand(_site(turn), event.text)
    case = _newest(turn)
    if case is not None and case.is_open and not _is_new(found, case):
        return menu.thank_back(turn) if _is_small_talk(turn, found) else thread.owner_says(turn, case)
    if _is_small_talk(turn, found) or event.what is What.EDITED:
        return menu.thank_back(turn) if case else menu.greet(turn)
    if binding.by_code(turn, event.text):
        return None
    if case is not None and found.kind.value == "chat" and turn.now - case.opened < RECENT:
        return thread.is_it_about(turn, case)
    return filing.begin_with_words(turn)


def _is_small_talk(turn: Turn, found: Understanding) -> bool:
    """Thanks, a greeting, a nod: nothing to file; words we merely do not understand are something else."""
    little = bool(found.kind.because) or len(turn.event.text) < FEW
    return found.kind.value == "chat" and little and not turn.event.attachments


def _is_new(found: Understanding, case: Case) -> bool:
    """Danger, a written unit, or clearly another subject: it is a matter of its own."""
    if found.urgent.value and not case.urgent:
        return True
    if found.kind.value not in JOBS:
        return False
    other = found.category.value not in {None, case.category} and found.category.sure >= 0.6
    return other or (found.unit is not None and found.unit != case.unit)


def _newest(turn: Turn) -> Case | None:
    """The newest open case, or else the newest there is."""
    cases = turn.book.cases_of(turn.who.id, limit=5)
    mine = next((c for c in cases if c.is_open), cases[0] if cases else None)
    return turn.book.case(mine.number) if mine else None


def _site(turn: Turn) -> str:
    return turn.who.homes[0].site if turn.who.homes else ""


def new_matter(turn: Turn, number: str) -> None:
    """What they just added was something new: it becomes a draft of its own; the old case keeps its line."""
    case = turn.book.case(number)
    last = case.last("add") if case else None
    if case is None or last is None or case.owner != turn.who.id:
        return turn.answer_tap("case-unknown", alert=True, number=number)
    return filing.begin_with(turn, last.why)
