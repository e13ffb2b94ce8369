"""报价: items, materials and prices line by line, read back, then sent to the owner to agree to or not (HA-3).

handler ─▶ lines, how long it takes ─▶ read back ─▶ owner: 同意, 不同意, 有疑问   (owner/consent.py)
                                                   └▶ no word, no chat: somebody calls   (asked.py)
"""

from typing import Any

from core.case import WORKING, Case
from core.chat import Choice, Rows, Text, What, choice, text
from core.conversations.access import allowed
from core.conversations.desk.more import Extra
from core.conversations.wording import unreadable
from core.conversations.work import asked, card, visit
from core.history.quotation import (
    CONSENT,
    QUOTE,
    Item,
    Quotation,
    Reading,
    newest,
    next_version,
    read_quotation,
    total,
    yuan,
)
from core.rights import Action
from core.turn import Turn, rows_of

DIALOGUE = "quoting"
CENTS = 100


def begin(turn: Turn, number: str) -> None:
    """Ask for the items; they may come as several messages."""
    case = allowed(turn, number, Action.QUOTE)
    if case is None or not visit.is_in_hand(turn, case):
        return
    turn.dialogue.begin(DIALOGUE, "telling", case=number, after=_version(case), items=[], minutes=0)
    now = newest(case)
    stands = text("quote-stands", version=now.version, total=yuan(now.total)) if now else ""
    turn.reply("ask-quote", _cancel(number), slot=f"quoting:{number}", number=number, stands=stands)


def _version(case: Case) -> int:
    found = newest(case)
    return found.version if found else 0


def speak(turn: Turn) -> None:
    """One more message of it; what is not understood is named and can be sent again."""
    event, data = turn.event, turn.dialogue.data
    if not event.text:
        return turn.reply(unreadable(event.unreadable) if not event.attachments else "quote-needs-words")
    case = turn.book.case(data["case"])
    if case is None:
        return turn.dialogue.end()
    rules = turn.site_of(case).sop.quotations
    found = read_quotation(event.text, rules.most * CENTS)
    if not (event.private or event.reply_to or found.items):
        return None  # colleagues talking beside it
    if event.what is What.EDITED:
        return turn.reply("quote-say-again")
    data["items"] = [*data["items"], *(item.packed() for item in found.items)][: rules.items]
    data["minutes"] = found.minutes or data["minutes"]
    return _show(turn, case, found)


def _show(turn: Turn, case: Case, found: Reading | None = None) -> None:
    items, minutes = _items(turn.dialogue.data), turn.dialogue.data["minutes"]
    words = text(
        "quote-so-far",
        number=case.number,
        lines=card.lines(items) or text("quote-no-items"),
        total=yuan(total(items)),
        takes=asked.lasting(minutes) if minutes else text("quote-takes-unsaid"),
        unclear=_unclear(found, items),
    )
    turn.show(words, *_choices(turn, case), slot=f"quoting:{case.number}")


def _items(data: dict[str, Any]) -> tuple[Item, ...]:
    return tuple(Item(*item) for item in data["items"])


def _unclear(found: Reading | None, items: tuple[Item, ...]) -> tuple[Text, ...]:
    if found is None:
        return ()
    lines = [text("quote-unclear", line=each.line, why=text(f"unclear-{each.why}")) for each in found.unclear]
    if found.stated is not None and found.stated != total(items):
        lines.append(text("quote-adds-up", stated=yuan(found.stated), total=yuan(total(items))))
    return tuple(lines)


def _choices(turn: Turn, case: Case) -> Rows:
    """How long it takes, until that was said; then it can be sent."""
    data, number = turn.dialogue.data, case.number
    wipe = choice("quote-anew", "qwipe", number)
    if data["items"] and data["minutes"]:
        return ((choice("send-quote", "qsend", number),), (wipe, *_cancel(number)))
    takes = turn.site_of(case).sop.quotations.takes
    spans = [choice("lasts", "qtakes", number, i, **asked.parts(_minutes(s))) for i, s in enumerate(takes)]
    return (*rows_of(spans, 2), (wipe, *_cancel(number)))


def _minutes(span: Any) -> int:
    return int(span.total_seconds()) // 60


def takes(turn: Turn, number: str, index: str) -> None:
    """How long, with a tap."""
    case = _in_hand(turn, number)
    spans = turn.site_of(case).sop.quotations.takes if case else ()
    if case is None:
        return None
    if not index.isdigit() or int(index) >= len(spans):
        return turn.answer_tap("moved-on", alert=True, number=number)
    turn.dialogue.data["minutes"] = _minutes(spans[int(index)])
    return _show(turn, case)


def wipe(turn: Turn, number: str) -> None:
    """All of it anew."""
    case = _in_hand(turn, number)
    if case is not None:
        turn.dialogue.data.update(items=[], minutes=0)
        _show(turn, case)


def _in_hand(turn: Turn, number: str) -> Case | None:
    """The case whose quotation this person is writing here."""
    if turn.dialogue.name != DIALOGUE or turn.dialogue.data["case"] != number:
        turn.answer_tap("moved-on", alert=True, number=number)
        return None
    case = allowed(turn, number, Action.QUOTE)
    if case is None or not visit.is_in_hand(turn, case):
        turn.dialogue.end()
        return None
    return case


def send(turn: Turn, number: str) -> None:
    """It becomes the quotation that counts, and the owner is asked; until they answer the work stands still."""
    case = _in_hand(turn, number)
    if case is None:
        return None
    data = turn.dialogue.data
    items, minutes = _items(data), data["minutes"]
    if not items or not minutes:
        return turn.answer_tap("quote-incomplete", alert=True)
    if _version(case) != data["after"]:  # somebody else sent one meanwhile
        data["after"] = _version(case)
        now = newest(case)
        return turn.answer_tap("quote-overtaken", alert=True, total=yuan(now.total) if now else "—")
    turn.dialogue.end()
    return _send(turn, case, Quotation(next_version(case), items, minutes))


def _send(turn: Turn, case: Case, made: Quotation) -> None:
    now = newest(case)
    if now and (now.items, now.minutes) == (made.items, made.minutes) and now.answer == CONSENT:
        return turn.reply("quote-stands-agreed", slot=f"quoting:{case.number}", number=case.number)
    case.note(
        QUOTE,
        turn.now,
        turn.who.id,
        why=yuan(made.total),
        told=True,
        version=made.version,
        items=[item.packed() for item in made.items],
        minutes=made.minutes,
        total=made.total,
    )
    asked.ask(turn, case, made)
    visit.update(turn, case)
    said = yuan(made.total)
    return turn.reply("quote-sent", slot=f"quoting:{case.number}", number=case.number, total=said)


def cancel(turn: Turn, number: str) -> None:
    """No quotation after all."""
    if turn.dialogue.name == DIALOGUE and turn.dialogue.data["case"] == number:
        turn.dialogue.end()
    case = allowed(turn, number, Action.QUOTE)
    if case is not None and visit.is_in_hand(turn, case):
        turn.reply("quote-dropped", slot=f"quoting:{number}", number=number)


def _cancel(number: str) -> tuple[Choice, ...]:
    return (choice("cancel", "qdrop", number),)


TAPS = {"quote": begin, "qtakes": takes, "qwipe": wipe, "qsend": send, "qdrop": cancel}
EXTRAS = (Extra("quote", "quote", Action.QUOTE, lambda case: case.state in WORKING),)
