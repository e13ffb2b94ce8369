"""A colleague is asked for words about a case: the answer to the owner, a reason, an opinion.

In a private chat the next words are what was asked for. In a group, where colleagues also chat, only an answer to
the question is taken at once; anything else is shown first and counts with another tap.

    ask(turn, case, "opinion", text("ask-opinion"))  ─▶ words ─▶   writers["opinion"].act(turn, case, Written(…))
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.case import Case
from core.chat import Attachment, Text, What, choice, text
from core.conversations.access import allowed
from core.rights import Action
from core.turn import Turn

DIALOGUE = "writing"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and what had been chosen before it was asked for."""

    words: str
    media: tuple[Attachment, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Writer:
    """What becomes of the words: who may say them, what they do, and how the button below them is called."""

    action: Action
    act: Callable[[Turn, Case, Written], None]
    pictures: bool = False  # pictures alone are words enough
    submit: str = "submit-it"


writers: dict[str, Writer] = {}  # the WRITERS of all rooms, by purpose


def ask(
    turn: Turn, case: Case, purpose: str, question: Text, chosen: Mapping[str, str] | None = None
) -> None:
    """Ask whoever tapped; what they say next here is taken for this purpose."""
    asked = turn.now.isoformat()
    turn.dialogue.begin(DIALOGUE, purpose, case=case.number, chosen=dict(chosen or {}), asked=asked)
    turn.show(question, (choice("cancel", "unsaid", case.number),))


def speak(turn: Turn) -> None:
    """The words somebody was asked for."""
    writer = writers[turn.dialogue.step]
    if not (turn.event.text or (turn.event.attachments and writer.pictures)):
        return turn.reply("write-words")
    if turn.event.what is What.EDITED:
        return None
    if turn.event.reply_to or (turn.event.private and not _is_forgotten(turn)):
        return _take(turn, turn.event.text, turn.event.attachments)
    turn.dialogue.data["words"] = turn.event.text
    turn.dialogue.data["media"] = [a.packed() for a in turn.event.attachments]
    number = turn.dialogue.data["case"]
    row = (choice(writer.submit, "sendit", number), choice("cancel", "unsaid", number))
    words = turn.event.text or text("only-pictures")
    return turn.reply("send-this", row, slot=f"writing:{number}", number=number, words=words)


def _is_forgotten(turn: Turn) -> bool:
    """Whether it was asked for so long ago that these words may be about something else (IN-11)."""
    asked, case = turn.dialogue.data.get("asked"), turn.book.case(turn.dialogue.data["case"])
    if asked is None or case is None:
        return False
    return turn.now - datetime.fromisoformat(asked) > turn.site_of(case).sop.intake.reminder


def send_it(turn: Turn, number: str) -> None:
    """Yes, that was meant."""
    said = held(turn, number)
    return _take(turn, said.words, said.media) if said else None


def hold(turn: Turn, case: Case, purpose: str) -> None:
    """Keep what was just said until a tap tells what it was meant for."""
    media = [a.packed() for a in turn.event.attachments]
    turn.dialogue.begin(DIALOGUE, purpose, case=case.number, chosen={}, words=turn.event.text, media=media)


def held(turn: Turn, number: str) -> Written | None:
    """The words this person was shown and has not sent yet."""
    words = turn.dialogue.data.get("words") if turn.dialogue.name == DIALOGUE else None
    if words is None or turn.dialogue.data["case"] != number:
        turn.answer_tap("moved-on", alert=True, number=number)
        return None
    return Written(words, tuple(Attachment(*item) for item in turn.dialogue.data["media"]))


def _take(turn: Turn, words: str, media: tuple[Attachment, ...]) -> None:
    data, purpose = turn.dialogue.data, turn.dialogue.step
    writer = writers[purpose]
    turn.dialogue.end()
    case = allowed(turn, data["case"], writer.action)
    if case is None:
        return
    writer.act(turn, case, Written(words, media, data.get("chosen", {})))
    if media and writer.pictures and turn.event.private and turn.dialogue.name != DIALOGUE:
        _wait_for_more(turn, case, data, bool(words) or bool(data.get("worded")), purpose)


def _wait_for_more(turn: Turn, case: Case, data: Mapping[str, Any], worded: bool, purpose: str) -> None:
    """Pictures of one album come one by one, and where they have no caption the words come after them."""
    until = turn.now + turn.site_of(case).sop.intake.silence
    more = {
        "case": case.number,
        "chosen": data.get("chosen", {}),
        "worded": worded,
        "until": until.isoformat(),
    }
    turn.dialogue.begin(DIALOGUE, purpose, **more)


def is_over(turn: Turn) -> bool:
    """Whether what is said now no longer belongs to the pictures that were sent a moment ago."""
    until = turn.dialogue.data.get("until") if turn.dialogue.name == DIALOGUE else None
    if until is None:
        return False
    late = turn.now > datetime.fromisoformat(until)
    return late or (turn.dialogue.data["worded"] and not turn.event.attachments)


def unsaid(turn: Turn, number: str) -> None:
    """Nothing to write after all; an old button of another case ends nothing."""
    if turn.dialogue.name != DIALOGUE or turn.dialogue.data["case"] != number:
        return turn.answer_tap("nothing-to-cancel")
    turn.dialogue.end()
    return turn.answer_tap("cancelled")


TAPS = {"sendit": send_it, "unsaid": unsaid}
