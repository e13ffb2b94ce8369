"""The read-back: the whole summary, to be confirmed, changed in any one field, added to or dropped (IN-5)."""

from datetime import datetime

from core.chat import Choice, Rows, Text, choice, text
from core.conversations.answer import ways
from core.conversations.owner import joining
from core.conversations.owner.draft import Draft
from core.conversations.recording import whom
from core.conversations.wording import guesses, kind_label, place_of, shortened
from core.people import Home
from core.turn import Turn

IN_FULL = 3000  # characters read back; with more a message would not fit any platform


def read_back(turn: Turn, draft: Draft, below: bool = True) -> None:
    """Read everything back; nothing is filed before it is confirmed."""
    summary = _recorded(turn, draft) if draft.by else _told(turn, draft)
    summary, same = joining.offer(turn, draft, summary)
    turn.show(summary, *same, *_rows(turn, draft), slot=f"draft:{draft.id}", below=below)


def _rows(turn: Turn, draft: Draft) -> Rows:
    first: tuple[Choice, ...] = (choice("confirm", "confirm", draft.id),)
    if draft.by:
        first += (choice("on-the-spot", "onspot", draft.id),)
    elif turn.who.roles(draft.site):
        first += (choice("for-an-owner", "forowner", draft.id),)
    change = (
        choice("edit", "edit", draft.id),
        choice("add", "more", draft.id),
        choice("cancel", "drop", draft.id),
    )
    return (first, change)


def _told(turn: Turn, draft: Draft) -> Text:
    way = ways.way_of(turn, draft)
    return text(
        "readback",
        kind=kind_label(draft.kind, draft.category),
        because=guesses(draft.because),
        urgent=str(draft.urgent).lower(),
        place=place_of(draft.unit),
        name=draft.name or "—",
        phone=draft.phone or text("chat-only"),
        issue=shortened(draft.issue, IN_FULL) or text("only-pictures"),
        expectation=shortened(draft.expectation or "") or "—",
        pictures=len(draft.media),
        answer="" if way == ways.CHAT else text("readback-answer", way=text(f"way-{way}")),
    )


def _recorded(turn: Turn, draft: Draft) -> Text:
    """The same for a colleague: how it came besides, and who in the end is meant by the number."""
    recipient = turn.book.person(draft.recipient)
    return text(
        "record-readback",
        kind=kind_label(draft.kind, draft.category),
        because=guesses(draft.because),
        urgent=str(draft.urgent).lower(),
        place=place_of(draft.unit),
        name=draft.name or text("no-name"),
        phone=draft.phone or text("no-phone"),
        who=_who(turn, draft),
        issue=shortened(draft.issue, IN_FULL) or text("only-pictures"),
        expectation=shortened(draft.expectation or "") or "—",
        pictures=len(draft.media),
        answer=text(f"way-{ways.way_of(turn, draft)}"),
        via=text(f"via-{draft.via}"),
        received=datetime.fromisoformat(draft.received),
        recipient=recipient.name if recipient else "—",
    )


def _who(turn: Turn, draft: Draft) -> Text | str:
    """Whose number that is, as far as we know; a colleague's is probably a slip of the pen."""
    if colleague := whom.colleague_of(turn, draft):
        return text("number-of-colleague", name=colleague.name or "—")
    owner = whom.owner_of(turn, draft)
    if owner is None or owner.account is None:
        return ""
    bound = Home(draft.site, draft.unit or "") in owner.homes
    return text("number-in-chat", name=owner.name or "—", bound=str(bound).lower())
