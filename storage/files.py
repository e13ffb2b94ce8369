"""Which files people sent, and whether their bytes are in the office's own folder yet."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select, text, update

from core.chat import Attachment
from storage.codec import dumps, load_attachments
from storage.quick import Quick
from storage.tables import FileRow, Utc

_files = FileRow.__table__  # type: ignore[attr-defined]

_note = Quick(
    text(
        "INSERT INTO files (channel, ref, attachment, at, state, tries, next_try) "
        "VALUES (:channel, :ref, :attachment, :at, 'waiting', 0, :at) ON CONFLICT (channel, ref) DO NOTHING"
    ).bindparams(bindparam("at", type_=Utc))
)


def note(conn: Connection, attachments: Sequence[Attachment], now: datetime) -> None:
    """Files came in: they are to be fetched, whatever happens in between."""
    if attachments:
        _note(conn, [_row(item) | {"at": now} for item in attachments])


def claim(
    conn: Connection, now: datetime, lease: timedelta, limit: int
) -> list[tuple[Attachment, int, datetime]]:
    """Files to fetch now, each with its tries and since when it is known; nobody else fetches them meanwhile."""
    due = select(_files).where(_files.c.next_try <= now).order_by(_files.c.next_try).limit(limit)
    found = conn.execute(due.with_for_update(skip_locked=True)).all()
    for row in found:
        _change(conn, row.channel, row.ref, next_try=now + lease)
    return [(load_attachments(f"[{row.attachment}]")[0], row.tries, row.at) for row in found]


def kept(conn: Connection, item: Attachment) -> None:
    """The bytes are in the folder."""
    _change(conn, item.channel, item.ref, state="kept", next_try=None)


def later(conn: Connection, item: Attachment, tries: int, next_try: datetime | None) -> None:
    """Not yet; without another time: never."""
    _change(
        conn, item.channel, item.ref, state="waiting" if next_try else "gone", tries=tries, next_try=next_try
    )


def lost(conn: Connection) -> int:
    """How many files nobody could get."""
    return int(conn.execute(select(func.count()).where(_files.c.state == "gone")).scalar_one())


def _change(conn: Connection, channel: str, ref: str, **fields: object) -> None:
    conn.execute(update(_files).where(_files.c.channel == channel, _files.c.ref == ref), fields)


def _row(item: Attachment) -> dict[str, str]:
    return {"channel": item.channel, "ref": item.ref, "attachment": dumps(item.packed())}
