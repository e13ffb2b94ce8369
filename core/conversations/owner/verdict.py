"""满意 or 不满意: only the owner's word closes a case, and a no opens another round (RE-5)."""

from core.case import ENDED, Case, State, with_media
from core.chat import Say, choice, text
from core.conversations.access import allowed
from core.conversations.answer import rounds
from core.conversations.desk import desk
from core.conversations.owner import words
from core.conversations.wording import unreadable
from core.history.endings import is_explained, said_since
from core.rights import Action
from core.turn import Turn


def yes(turn: Turn, number: str, round: str) -> None:
    """The owner has inspected the work, or heard the answer, and is satisfied: the circle is closed."""
    case = allowed(turn, number, Action.ACCEPT)
    if case is None:
        return None
    if case.state is State.CLOSED:
        return turn.answer_tap("already-closed", number=number)
    if not _waits(case, round) or is_explained(case):
        return turn.answer_tap("verdict-too-old", alert=True, number=number)
    rounds.close(turn, case, turn.who.id)
    return turn.reply("thanks-closed", number=number)


def no(turn: Turn, number: str, round: str) -> None:
    """Not satisfied: the next round begins now, and why is asked (RE-5)."""
    case = allowed(turn, number, Action.REJECT)
    if case is None:
        return None
    if not _waits(case, round) or is_explained(case):
        return turn.answer_tap("verdict-too-old", alert=True, number=number)
    rounds.reopen(turn, case, turn.who.id)
    turn.dialogue.begin("why", "telling", case=number)
    return turn.reply("why-dissatisfied", (choice("rather-not", "nowhy", number),), number=number)


def _waits(case: Case, round: str) -> bool:
    return case.state is State.REPLIED and str(case.round) == round


def understood(turn: Turn, number: str, round: str) -> None:
    """The explanation is clear: closed as explained, which says nothing about satisfaction (RE-5)."""
    case = allowed(turn, number, Action.ACCEPT)
    if case is None:
        return None
    if case.state is State.CLOSED:
        return turn.answer_tap("already-closed", number=number)
    if not _waits(case, round) or not is_explained(case):
        return turn.answer_tap("verdict-too-old", alert=True, number=number)
    rounds.close_explained(turn, case, turn.who.id, "understood")
    return turn.reply("thanks-understood", number=number)


def doubt(turn: Turn, number: str, round: str) -> None:
    """Not clear, or not accepted: the next round begins, and what is unclear is asked (RE-5)."""
    case = allowed(turn, number, Action.REJECT)
    if case is None:
        return None
    if not _waits(case, round) or not is_explained(case):
        return turn.answer_tap("verdict-too-old", alert=True, number=number)
    rounds.reopen(turn, case, turn.who.id, why="reason-doubt")
    turn.dialogue.begin("why", "telling", case=number)
    return turn.reply("why-doubt", (choice("rather-not", "nowhy", number),), number=number)


def again(turn: Turn, number: str) -> None:
    """It is back, after it was closed: the same case goes into another round."""
    case = allowed(turn, number, Action.REJECT)
    if case is None:
        return None
    if case.state is not State.CLOSED:
        return turn.answer_tap("verdict-too-old", alert=True, number=number)
    rounds.reopen(turn, case, turn.who.id)
    turn.dialogue.begin("why", "telling", case=number)
    return turn.reply("why-again", (choice("rather-not", "nowhy", number),), number=number)


def speak(turn: Turn) -> None:
    """Why, in the owner's words and pictures; it goes on the card of the new round."""
    number = turn.dialogue.data["case"]
    if not (turn.event.text or turn.event.attachments):
        return turn.reply(unreadable(turn.event.unreadable))
    case = turn.book.case(number)
    turn.dialogue.end()
    if case is None or case.owner != turn.who.id:
        return turn.reply("case-unknown", number=number)
    # Settled meanwhile, perhaps by telephone: the words are the desk's to read all the same.
    if case.state in ENDED:
        return words.owner_says(turn, case)
    media = [a.packed() for a in turn.event.attachments]
    case.note("reject", turn.now, turn.who.id, why=turn.event.text, media=media)
    with_media(case, turn.event.attachments)
    if turn.event.album and not turn.dialogue.name:
        turn.dialogue.data = {"album": turn.event.album, "of": number}
    rounds.show(turn, case)
    desk.pass_on(turn, case, turn.event.attachments)
    return turn.reply("why-heard", number=number, round=case.round)


def no_reason(turn: Turn, number: str) -> None:
    """Nobody has to say why; it is only said that it goes on while it does."""
    if turn.dialogue.name == "why" and turn.dialogue.data["case"] == number:
        turn.dialogue.end()
    case = allowed(turn, number, Action.REJECT)
    if case is None:
        return None
    if case.round == 1 or case.state in {State.REPLIED, *ENDED}:
        return turn.answer_tap("verdict-too-old", alert=True, number=number)
    return turn.reply("second-round", number=number)


def noted(turn: Turn, number: str, round: str) -> None:
    """The owner said it in words: a colleague enters it as the verdict it is; their name is on it."""
    case = allowed(turn, number, Action.CALL)
    if case is None:
        return None
    said = [entry.why for entry in said_since(case) if entry.why]
    if not _waits(case, round) or not said_since(case):
        return turn.answer_tap("moved-on", alert=True, number=number)
    why = said[-1] if said else "reason-doubt" if is_explained(case) else ""
    rounds.reopen(turn, case, turn.who.id, why=why, heard="words")
    desk.tell_owner(turn, case, Say(text("second-round", number=number), subject=number))
    return turn.answer_tap("ok")


def entered(turn: Turn, case: Case, satisfied: bool) -> None:
    """The verdict as somebody of the desk heard it on the telephone; their name is on it."""
    if case.state is not State.REPLIED or is_explained(case):
        return
    case.note("call", turn.now, turn.who.id, why="satisfied" if satisfied else "dissatisfied")
    if satisfied:
        rounds.close(turn, case, turn.who.id)
    else:
        rounds.reopen(turn, case, turn.who.id)


def heard(turn: Turn, case: Case, understood: bool) -> None:
    """What the owner said of an explanation on the telephone."""
    if case.state is not State.REPLIED or not is_explained(case):
        return
    case.note("call", turn.now, turn.who.id, why="understood" if understood else "doubt")
    if understood:
        rounds.close_explained(turn, case, turn.who.id, "understood")
    else:
        rounds.reopen(turn, case, turn.who.id, why="reason-doubt")


TAPS = {"yes": yes, "no": no, "gotit": understood, "unclear": doubt, "nowhy": no_reason, "again": again}
TAPS |= {"noted": noted}
