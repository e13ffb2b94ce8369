"""In a claim the bot says nothing about guilt or money: what apologises for a fault has a neutral twin (TR-9)."""

from dataclasses import replace

from core.case import Case
from core.chat import Text
from core.turn import Turn

TWINS = {
    "filed": "filed-claim",
    "reply-draft": "reply-draft-claim",
    "why-dissatisfied": "why-claim",
    "why-again": "why-claim",
    "survey-reopened": "second-round",
}


def is_claim(case: Case) -> bool:
    """Whether the desk has put it on the track of a claim."""
    return _newest(case, "claim", "claim-denied") == "claim"


def is_careful(case: Case) -> bool:
    """Whether it is a claim, or may be one as long as the desk has not said otherwise."""
    return _newest(case, "claim", "claim-suggested", "claim-denied") in {"claim", "claim-suggested"}


def _newest(case: Case, *names: str) -> str:
    return next((e.what for e in reversed(case.history) if e.what in names), "")


def keep(turn: Turn) -> None:
    """Let everything this turn says about a claim be neutral."""
    careful = {case.number for case in turn.book.cases_in_hand() if is_careful(case)}
    for message in turn.messages if careful else ():
        number = message.say.subject or message.say.text.params.get("number")
        if number in careful:
            message.say = replace(message.say, text=neutral(message.say.text))


def neutral(words: Text) -> Text:
    """The same without a fault admitted."""
    params = {
        name: neutral(value) if isinstance(value, Text) else value for name, value in words.params.items()
    }
    return Text(TWINS.get(words.key, words.key), params)
