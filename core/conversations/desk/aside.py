"""The desk answers what a colleague wrote: nobody but the desk knows whether owner or colleague is meant (IN-11)."""

from core.case import Case
from core.chat import Say, choice, text
from core.conversations.access import allowed
from core.conversations.desk import asking
from core.conversations.desk.desk import STAFF_WORDS
from core.conversations.work import holder
from core.rights import Action
from core.site import DESK
from core.turn import Turn


def is_to_colleague(turn: Turn) -> bool:
    """Whether the message answered shows a colleague's words."""
    event = turn.event
    place = event.reply_at or event.place
    return bool(event.reply_to) and turn.book.key_at(place, event.reply_to) == STAFF_WORDS


def ask(turn: Turn, case: Case) -> None:
    """Nothing goes out before it is said to whom."""
    asking.hold(turn, case, "answer")
    number = case.number
    row = (choice("to-owner", "sendit", number), choice("to-handler", "tostaff", number))
    words = turn.event.text or text("only-pictures")
    cancel = (choice("cancel", "unsaid", number),)
    turn.reply("for-whom", row, cancel, slot=f"writing:{number}", number=number, words=words)


def to_handler(turn: Turn, number: str) -> None:
    """It was for whoever has the job; where nobody has, for their department. The owner sees none of it."""
    said = asking.held(turn, number)
    case = allowed(turn, number, Action.ADD) if said else None
    if said is None or case is None:
        return
    turn.dialogue.end()
    case.note("aside", turn.now, turn.who.id, why=said.words, media=[a.packed() for a in said.media])
    shown = text(
        "desk-to-handler", number=number, who=turn.who.name or "—", words=said.words or text("only-pictures")
    )
    row = (choice("see-card", "card", number),)
    say = Say(shown, (row,), said.media, subject=number)
    if not holder.tell(turn, case, say):
        turn.post(turn.site_of(case), case.department or DESK, say)
    turn.reply("told-handler", slot=f"writing:{number}", number=number)


TAPS = {"tostaff": to_handler}
