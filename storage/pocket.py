"""What channels have in their pocket: small things that all processes share and that end by themselves."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, text

from storage.tables import PocketRow, Utc

_pocket = PocketRow.__table__  # type: ignore[attr-defined]

_put = text(
    "INSERT INTO pocket (key, value, at, until) "
    "VALUES (:key, :value, (SELECT COALESCE(MAX(at), 0) + 1 FROM pocket), :until) "
    "ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at, until = excluded.until"
).bindparams(bindparam("until", type_=Utc))


def put(conn: Connection, key: str, value: str, until: datetime) -> None:
    """Remember something until then; the same key again replaces it."""
    conn.execute(_put, {"key": key, "value": value, "until": until})


def take(conn: Connection, prefix: str, now: datetime) -> str | None:
    """Take out the newest thing under a prefix; of two who reach for it one gets it."""
    query = select(_pocket.c.key, _pocket.c.value).where(
        _pocket.c.key.startswith(prefix, autoescape=True), _pocket.c.until > now
    )
    row = conn.execute(query.order_by(_pocket.c.at.desc()).limit(1).with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    conn.execute(delete(_pocket).where(_pocket.c.key == row.key))
    return str(row.value)


def forget(conn: Connection, now: datetime) -> None:
    """Throw out what has ended."""
    conn.execute(delete(_pocket).where(_pocket.c.until <= now))
