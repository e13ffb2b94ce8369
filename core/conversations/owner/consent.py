"""同意 or 不同意: the owner's word on a quotation, before the work starts (HA-3)."""

from core.case import Case
from core.chat import Choice, choice
from core.conversations.access import allowed
from core.conversations.work import asked
from core.history.quotation import CONSENT, REFUSE, Quotation, newest
from core.rights import Action
from core.turn import Turn


def agree(turn: Turn, number: str, version: str) -> None:
    """Yes, to this very version."""
    _say(turn, number, version, CONSENT)


def decline(turn: Turn, number: str, version: str) -> None:
    """No; handler and desk hear it, and the case goes on."""
    _say(turn, number, version, REFUSE)


def _say(turn: Turn, number: str, version: str, said: str) -> None:
    case = allowed(turn, number, Action.CONSENT)
    if case is None:
        return None
    made = newest(case)
    if made is None or case.state not in asked.ANSWERABLE:
        return turn.answer_tap("quote-over", alert=True, number=number)
    if str(made.version) != version:
        turn.answer_tap("quote-replaced", alert=True, number=number)
        return turn.answer(asked.shown(case, made)) if not made.answer else None
    if made.answer in {said, CONSENT}:
        return _already(turn, case, made)
    asked.answered(turn, case, made, said, via=turn.event.account.channel)
    key = "thanks-consent" if said == CONSENT else "thanks-refuse"
    return turn.reply(key, _ask(case), slot=f"quote:{number}", number=number)


def _already(turn: Turn, case: Case, made: Quotation) -> None:
    """Said before; whoever thinks otherwise now tells us why, so that nobody works against their will."""
    key = "consent-already" if made.answer == CONSENT else "refuse-already"
    turn.reply(key, _ask(case), number=case.number)


def _ask(case: Case) -> tuple[Choice, ...]:
    return (choice("have-question", "doubt", case.number),)


def doubt(turn: Turn, number: str) -> None:
    """有疑问: their next words go to handler and desk, who answer in the thread of the case."""
    case = allowed(turn, number, Action.CONSENT)
    if case is None:
        return None
    if not case.is_open:
        return turn.answer_tap("quote-over", alert=True, number=number)
    turn.dialogue.begin("adding", "telling", case=number)
    return turn.reply("ask-away", number=number)


TAPS = {"consent": agree, "decline": decline, "doubt": doubt}
