"""Words of compensation suggest a claim; whether it is one the desk says (TR-9, TR-6)."""

from collections.abc import Sequence

from core.case import Case, Entry
from core.chat import Choice, Rows, Say, Text, choice, text
from core.conversations.above import seniors
from core.conversations.above.seniors import Card, Matter
from core.conversations.answer.neutral import is_careful, is_claim
from core.conversations.wording import for_groups, guesses
from core.site import DESK
from core.turn import Turn
from core.understanding.phrases import found

DECIDE = "claim-decide"
OWNERS_WORDS = frozenset({"file", "add", "correct", "reject"})


def suggest(turn: Turn, case: Case, new: Sequence[Entry]) -> None:
    """Words of compensation: the desk is asked whether it is a claim, once a case."""
    if not case.is_open or any(e.what.startswith("claim") for e in case.history):
        return
    rules = turn.site_of(case).sop.claims
    said = "\n".join(_words(case, e) for e in new if e.what in OWNERS_WORDS and _by_owner(case, e))
    because = found(said, rules.words, rules.harmless)
    if because:
        case.note("claim-suggested", turn.now, None, found=because)
        _at_desk(turn, case, _question(case), (_answers(case),), fresh=True)
        seniors.ask_later(turn, case, DECIDE)


def _at_desk(turn: Turn, case: Case, words: Text, rows: Rows = (), fresh: bool = False) -> None:
    say = Say(words, rows, slot=f"claim:{case.number}", subject=case.number, fresh=fresh)
    turn.post(turn.site_of(case), DESK, say)


def _by_owner(case: Case, entry: Entry) -> bool:
    return entry.what == "file" or entry.by == case.owner


def _words(case: Case, entry: Entry) -> str:
    return f"{case.issue}\n{case.expectation}" if entry.what == "file" else entry.why


def _question(case: Case) -> Text:
    suggested = case.last("claim-suggested")
    because = guesses(suggested.data["found"]) if suggested else ""
    return text(
        "claim-suggested", number=case.number, because=because, issue=for_groups(case.issue, case.name)
    )


def _answers(case: Case) -> tuple[Choice, ...]:
    return (choice("claim", "claim", case.number), choice("not-a-claim", "noclaim", case.number))


def _decide_card(turn: Turn, case: Case, of: str) -> Card | None:
    undecided = case.is_open and is_careful(case) and not is_claim(case)
    return Card(_question(case), (_answers(case),), for_desk=_question(case)) if undecided else None


def decided(turn: Turn, case: Case, words: Text) -> None:
    """The desk has said so; the question stands nowhere any more."""
    seniors.settle(turn, case, DECIDE, words)
    _at_desk(turn, case, words)


MATTERS = {DECIDE: Matter(lambda sop, case: sop.above.summary, lambda sop: sop.above.wait, _decide_card)}
FOLLOWERS = (suggest,)
