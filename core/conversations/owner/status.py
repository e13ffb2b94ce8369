"""我的工单: an owner's own cases, each with its timeline and what can be done about it (IN-11)."""

from core.case import TRANSITIONS, Case, Entry, State
from core.chat import Rows, Text, choice, text
from core.conversations.answer.reply import verdict_row
from core.conversations.owner import jointly
from core.conversations.wording import kind_label, place_of, shortened
from core.conversations.work.card import reason
from core.history.endings import standing_of
from core.turn import Turn, rows_of

# What an owner is told of a case's history; looks, reminders among the staff and the like are not theirs.
TOLD = {"file", "dispatch", "transfer", "take", "arrive", "delay", "finish", "reply", "accept", "reject"}
TOLD |= {"reject-answer", "withdraw", "add", "chase", "desk-says", "human", "promise", "news"}
TOLD |= {"explain", "explained", "reported", "publish"}
TOLD |= {"go", "appointment", "quote", "consent", "refuse", "pause", "resume", "claim", "senior"}
TOLD |= {"leave"}
TOLD |= {"join", "split", "settle"}


def mine(turn: Turn) -> None:
    """The newest cases, a button each."""
    cases = turn.book.cases_of(turn.who.id)
    if not cases:
        return turn.reply(
            "mine-none",
            (choice("menu-repair", "menu", "repair"), choice("menu-complain", "menu", "complain")),
        )
    lines = tuple(_line(turn, case) for case in cases)
    buttons = [choice("as-it-is", "see", case.number, words=case.number) for case in cases]
    return turn.reply("mine", *rows_of(buttons, 2), lines=lines)


def _line(turn: Turn, case: Case) -> Text:
    return text(
        "mine-line",
        number=case.number,
        kind=kind_label(case.kind),
        state=text(f"owner-state-{case.state}"),
        issue=shortened(case.issue.replace("\n", " "), 24) if case.issue else text("only-pictures"),
    )


def see(turn: Turn, number: str) -> None:
    """One case, its timeline, and what the owner can do now."""
    case = turn.book.case(number)
    if case is None or case.owner != turn.who.id:
        return turn.answer_tap("case-unknown", alert=True, number=number)
    words = text(
        "timeline",
        number=number,
        kind=kind_label(case.kind, case.category),
        place=place_of(case.unit),
        issue=shortened(case.issue) or text("only-pictures"),
        state=text(f"owner-state-{standing_of(case)}"),
        round=case.round,
        lines=tuple(_step(turn, case, entry) for entry in jointly.steps(turn, case, TOLD)),
    )
    return turn.show(words, *_buttons(case), slot=f"mine:{number}")


def _step(turn: Turn, case: Case, entry: Entry) -> Text:
    person = (
        turn.book.person(entry.by) if entry.by and entry.what in {"take", "arrive", "go", "leave"} else None
    )
    why = reason(entry.why) if entry.why else ""
    at = turn.site_of(case).local(entry.at)
    return text(f"step-{entry.what}", at=at, why=why, who=person.name if person else "—")


def _buttons(case: Case) -> Rows:
    number = case.number
    if case.state is State.CLOSED:
        return ((choice("it-is-back", "again", number),), (choice("ask-a-person", "human", number),))
    if case.state is State.WITHDRAWN:
        return ()
    undo = (choice("withdraw", "withdraw", number),) if case.state in TRANSITIONS["withdraw"] else ()
    rows: Rows = (
        (choice("add", "add", number), choice("chase", "chase", number)),
        (*undo, choice("ask-a-person", "human", number)),
    )
    return (verdict_row(case), *rows) if case.state is State.REPLIED else rows


TAPS = {"mine": mine, "see": see}
