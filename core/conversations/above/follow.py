"""What a turn did to a case, told to whoever follows it from above; each room says itself what it looks for."""

from collections.abc import Callable, Sequence

from core.case import Case, Entry
from core.chat import Say, Text, choice, text
from core.conversations.above import seniors
from core.conversations.wording import for_groups, place_of
from core.people import Person
from core.turn import Turn

Follower = Callable[[Turn, Case, Sequence[Entry]], None]
followers: list[Follower] = []  # the FOLLOWERS of all rooms, in their order

STEPS = frozenset(
    {"file", "dispatch", "transfer", "return", "take", "go", "arrive", "delay", "pause", "finish"}
)
STEPS |= {
    "settle",
    "promise",
    "reply",
    "explain",
    "accept",
    "explained",
    "reject",
    "reject-answer",
    "withdraw",
}
STEPS |= {"add", "correct", "chase", "desk-says", "claim", "claim-denied", "claim-details", "claim-summary"}
STEPS |= {"appointment", "quote", "consent", "refuse", "news", "resume", "publish"}
STEPS |= {"leave", "claim-opinion", "hard", "hard-opinion", "appoint", "senior"}


def keep(turn: Turn) -> None:
    """Let every follower see what is new on the cases of this turn."""
    for case in tuple(turn.book.cases_in_hand()):
        if case.unsaved:
            new = tuple(case.unsaved)
            for follower in followers:
                follower(turn, case, new)


def tell_steps(turn: Turn, case: Case, new: Sequence[Entry], people: Sequence[Person]) -> None:
    """What happened, a line each, in private; whoever was asked about it in the same turn knows already."""
    lines = tuple(_line(turn, case, entry) for entry in new if entry.what in STEPS)
    if not lines:
        return
    asked = {id for entry in new if entry.what == seniors.ASKED for id in entry.data["people"]}
    words = text("above-progress", number=case.number, place=place_of(case.unit), lines=lines)
    say = Say(words, ((choice("see-card", "card", case.number),),))
    seniors.tell(turn, case, [person for person in people if person.id not in asked], say)


def _line(turn: Turn, case: Case, entry: Entry) -> Text:
    person = turn.book.person(entry.by) if entry.by else None
    why = text(entry.why) if entry.why.startswith("reason-") else for_groups(entry.why, case.name) or "—"
    return text(
        f"above-step-{entry.what}", who=(person.name if person else "") or text("the-system"), why=why
    )
