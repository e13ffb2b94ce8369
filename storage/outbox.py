"""The outbox: messages that were committed with a turn, until a platform has them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from core.chat import Address, Choice, Event, Say, text
from core.turn import Message
from storage.codec import dump_say, load_say
from storage.quick import Quick
from storage.tables import OutboxRow

_outbox = OutboxRow.__table__  # type: ignore[attr-defined]
_earlier = _outbox.alias("earlier")
_newer = _outbox.alias("newer")

_waiting_before = (
    select(_earlier.c.id)
    .where(
        _earlier.c.address == _outbox.c.address, _earlier.c.state == "waiting", _earlier.c.id < _outbox.c.id
    )
    .exists()
)
_free = _outbox.c.leased.is_(None) | (_outbox.c.leased < bindparam("now"))
_due = _outbox.c.not_before.is_(None) | (_outbox.c.not_before <= bindparam("now"))
# Only the first of each chat: what was said first is shown first, whoever sends it.
_first = (
    select(_outbox)
    .where(_outbox.c.state == "waiting", ~_waiting_before, _free, _due)
    .order_by(_outbox.c.id)
    .limit(bindparam("limit"))
)
_heads = Quick(_first, _first.with_for_update(skip_locked=True))


def _heads_but(channels: Collection[str]) -> Any:
    others = and_(*(~_outbox.c.address.startswith(f"{name}:", autoescape=True) for name in channels))
    return _first.where(others).with_for_update(skip_locked=True)


_shown = Quick(
    select(_outbox.c.message)
    .where(_outbox.c.address == bindparam("address"), _outbox.c.slot == bindparam("slot"))
    .where(_outbox.c.state == "sent", _outbox.c.message != "")
    .order_by(_outbox.c.id.desc())
    .limit(1)
)
_newer_states = Quick(
    select(_newer.c.say)
    .where(_newer.c.address == bindparam("address"), _newer.c.slot == bindparam("slot"))
    .where(_newer.c.state == "waiting", _newer.c.id > bindparam("id"))
)
_stands_there = Quick(
    select(_outbox.c.id)
    .where(_outbox.c.address == bindparam("address"), _outbox.c.message == bindparam("message"))
    .where(_outbox.c.slot == bindparam("slot"))
    .limit(1)
)
_lease = Quick(update(_outbox).where(_outbox.c.id == bindparam("row")).values(leased=bindparam("until")))
_settle = Quick(
    update(_outbox)
    .where(_outbox.c.id == bindparam("row"))
    .values({name: bindparam(name) for name in ("state", "message", "error", "not_before", "tries")})
    .values(leased=None)
)
_NEW = (
    "address",
    "language",
    "say",
    "slot",
    "subject",
    "created",
    "state",
    "tries",
    "message",
    "error",
    "leased",
)
_put = Quick(insert(_outbox).values({name: bindparam(name) for name in _NEW}))
_stands = (_outbox.c.state == "waiting") | (_outbox.c.state == "sent")
_held = Quick(
    select(_outbox)
    .where(_outbox.c.address == bindparam("address"), _outbox.c.message == bindparam("message"))
    .where(_stands)
    .order_by(_outbox.c.id)
)
_seen = (_outbox.c.state == "sent") | ((_outbox.c.state == "waiting") & _outbox.c.leased.is_not(None))
_standing = Quick(
    select(_outbox.c.id, _outbox.c.say, _outbox.c.message)
    .where(_outbox.c.address == bindparam("address"), _seen)
    .order_by(_outbox.c.id.desc())
    .limit(bindparam("limit"))
)
_by_number = Quick(
    select(_outbox.c.id, _outbox.c.say, _outbox.c.message).where(
        _outbox.c.address == bindparam("address"), _outbox.c.id == bindparam("id")
    )
)
HELD = timedelta(seconds=8)  # a platform that takes an answer in the same breath waits five
LOOKED_BACK = 50  # messages among which a typed choice is looked for
LISTS = 10  # of them with choices
NOTICE = "notice:"  # begins the platform's id of what was only announced: of its choices none was seen
OUTDATED = "-"  # in place of an id: a newer state of the same card already waits, this one need not be shown


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message in hand, and the platform's id of the card it edits, if one stands."""

    id: int
    to: Address
    say: Say
    language: str
    tries: int
    created: datetime
    edits: str = ""
    unreadable: bool = False  # another release wrote it: it can only be given up
    allowed: int | None = None  # so many messages its platform takes for it now
    members: tuple[str, ...] = ()  # who is behind a group that has no buttons


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a message: sent as some platform's message, failed for good, or to be tried later."""

    id: int
    state: str  # sent, dropped, failed, waiting
    message: str = ""
    error: str = ""
    not_before: datetime | None = None
    tries: int = 0


def put(conn: Connection, messages: list[Message], now: datetime, to: Event | None = None) -> None:
    """Write messages down, to be sent once the turn is committed; some are held for the answer `to` an event."""
    _put(conn, [_row(message, now, to if to and to.answered else None) for message in messages])


def claim(
    conn: Connection, now: datetime, limit: int, lease: timedelta, but: Collection[str] = ()
) -> list[Outgoing]:
    """Take the first waiting message of as many chats as possible in hand; nobody else gets them meanwhile.

    Channels that have enough in hand already are left out.
    """
    names = {"now": now, "limit": limit}
    found: Any = conn.execute(_heads_but(but), names) if but else _heads(conn, names)
    rows = list(found)
    if not rows:
        return []
    _lease(conn, [{"row": row.id, "until": now + lease} for row in rows])
    return [_outgoing(conn, row) for row in rows]


def let_go(conn: Connection) -> None:
    """Let go of whatever was in hand when the only process there is went down; it is sent again at once."""
    conn.execute(update(_outbox).where(_outbox.c.state == "waiting"), {"leased": None})


def held(conn: Connection, event: Event) -> list[Outgoing]:
    """What was said to an event in the same breath, unless the sender had to take it after all."""
    names = {"address": str(event.place), "message": breath_of(event)}
    return [_outgoing(conn, row) for row in _held(conn, names).all() if not _in_hand(row)]


def _in_hand(row: Any) -> bool:
    return row.state == "waiting" and row.leased is not None and row.leased > row.created + HELD


def breath_of(event: Event) -> str:
    """The mark on messages that are held for the answer to an event."""
    return f"answer:{event.key}"


def choices_at(conn: Connection, place: Address, id: str = "") -> list[tuple[Choice, ...]]:
    """The choices last seen at a place, newest first, or those of one message by our number of it.

    Those of a notice come last: its reader sees no numbers but the ones of the list above it.
    """
    names = {"address": str(place), "limit": LOOKED_BACK}
    rows = _by_number(conn, names | {"id": int(id)}).all() if id else _standing(conn, names).all()
    says = filter(None, (_read(row.say) for row in sorted(rows, key=_is_notice)))
    return [tuple(choice for row in say.rows for choice in row) for say in says if say.rows][:LISTS]


def _is_notice(row: Any) -> bool:
    return bool(row.message.startswith(NOTICE))


def find(conn: Connection, id: int, newest: bool = False) -> Outgoing | None:
    """A message by our number, or the newest state of the card it was a state of."""
    row = conn.execute(select(_outbox).where(_outbox.c.id == id)).first()
    if row is not None and row.slot and newest:
        same = (_outbox.c.address == row.address) & (_outbox.c.slot == row.slot)
        row = conn.execute(select(_outbox).where(same).order_by(_outbox.c.id.desc()).limit(1)).first()
    return _outgoing(conn, row, standing=True) if row is not None else None


def settle(conn: Connection, fates: list[Fate]) -> None:
    """Write down what became of messages, and let go of them."""
    if fates:
        _settle(conn, [{"row": fate.id, **_fate(fate)} for fate in fates])


def _fate(fate: Fate) -> dict[str, Any]:
    return {name: getattr(fate, name) for name in ("state", "message", "error", "not_before", "tries")}


def _row(message: Message, now: datetime, to: Event | None) -> dict[str, Any]:
    say = message.say
    held = to is not None and message.to == to.place
    return {
        "address": str(message.to),
        "language": message.language,
        "say": dump_say(say),
        "slot": say.slot,
        "subject": say.subject,
        "created": now,
        "state": "waiting",
        "tries": 0,
        "message": breath_of(to) if to and held else "",
        "error": "",
        "leased": now + HELD if held else None,
    }


def _outgoing(conn: Connection, row: Any, standing: bool = False) -> Outgoing:
    say = _read(row.say)
    edits = row.message if standing else _card(conn, row, say) if row.slot and say else ""
    to, shown = Address.parse(row.address), say or Say(text("unreadable"), subject=row.subject)
    return Outgoing(row.id, to, shown, row.language, row.tries, row.created, edits, unreadable=say is None)


def _card(conn: Connection, row: Any, say: Say) -> str:
    """Which message this one edits: the tapped one if it is this very card, else the card's newest, or none."""
    names = {"address": row.address, "slot": row.slot, "id": row.id, "message": say.over}
    newer = filter(None, map(_read, _newer_states(conn, names).scalars()))
    if any(_replaces(state, say) for state in newer):
        return OUTDATED
    if say.over:
        return say.over if _stands_there(conn, names).first() else ""
    return "" if say.fresh else _shown(conn, names).scalar() or ""


def _replaces(newer: Say, say: Say) -> bool:
    """Whether a card need not be shown any more; one that is to appear below is not replaced by an edit."""
    return (newer.fresh or not say.fresh) and bool(newer.media or not say.media)


def _read(say: str) -> Say | None:
    try:
        return load_say(say)
    except (ValueError, TypeError, LookupError):  # it must not hold up all the others
        return None
