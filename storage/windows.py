"""The shelf of windows: how long, and for how many messages, a strict platform still lets us speak to somebody.

Counted when a message is taken in hand, not when it arrived: a crash may cost one of them, never too many.
"""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, text, update

from core.chat import Address, Event
from storage.quick import Quick
from storage.tables import Utc, WindowRow

_windows = WindowRow.__table__  # type: ignore[attr-defined]

_open = Quick(
    text(
        'INSERT INTO windows (address, kind, until, "left") VALUES (:address, :kind, :until, :left) '
        'ON CONFLICT (address, kind) DO UPDATE SET until = excluded.until, "left" = excluded."left" '
        "WHERE excluded.until >= windows.until"  # what is handled late opens nothing anew
    ).bindparams(bindparam("until", type_=Utc))
)
_still_open = (
    select(_windows.c.kind, _windows.c.left)
    .where(_windows.c.address == bindparam("address"), _windows.c.until > bindparam("now"))
    .order_by(_windows.c.until)
)
_standing = Quick(_still_open, _still_open.with_for_update())


def open_window(conn: Connection, event: Event) -> None:
    """Somebody did something after which the platform lets us speak."""
    if event.window is not None:
        until = event.at + event.window.lasts
        fields = {"kind": event.window.kind, "until": until, "left": event.window.messages}
        _open(conn, {"address": str(event.account)} | fields)


def take(conn: Connection, to: Address, wanted: int, kept: int, now: datetime) -> int:
    """Take as many messages as are wanted and left, except those kept for something that matters more.

    What ends soonest is used first.
    """
    standing = _standing(conn, {"address": str(to), "now": now}).all()
    may: int = min(wanted, max(sum(row.left for row in standing) - kept, 0))
    rest = may
    for row in standing:
        used = min(rest, row.left)
        if used:
            same = (_windows.c.address == str(to)) & (_windows.c.kind == row.kind)
            conn.execute(update(_windows).where(same), {"left": row.left - used})
        rest -= used
    return may


def close(conn: Connection, to: Address) -> None:
    """The platform says that it is enough: believe it."""
    conn.execute(delete(_windows).where(_windows.c.address == str(to)))


def left(conn: Connection, to: Address, now: datetime) -> int:
    """How many messages are left."""
    standing = _standing(conn, {"address": str(to), "now": now})
    return sum(int(row.left) for row in standing)


def give_back(conn: Connection, to: Address, count: int, now: datetime) -> None:
    """A message did not go out after all; it counts for what lasts longest."""
    standing = _standing(conn, {"address": str(to), "now": now}).all()
    if standing and count:
        same = (_windows.c.address == str(to)) & (_windows.c.kind == standing[-1].kind)
        conn.execute(update(_windows).where(same), {"left": standing[-1].left + count})
