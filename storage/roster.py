"""The owners' roster and the invitations for it, many lines at a time."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert, select, text

from core.book import Invite, Resident
from storage.inspection import roster_size
from storage.tables import InviteRow, ResidentRow

_residents = ResidentRow.__table__  # type: ignore[attr-defined]
_invites = InviteRow.__table__  # type: ignore[attr-defined]
_write = text(
    "INSERT INTO residents (site, unit, name, phone) VALUES (:site, :unit, :name, :phone) "
    "ON CONFLICT (site, unit, phone) DO UPDATE SET name = excluded.name"
)
_alone = text("SELECT pg_advisory_xact_lock(hashtext('bihuan.roster'))")


def alone(conn: Connection) -> None:
    """Let one process at a time change the roster or the staff; SQLite has but one writer anyway."""
    if conn.dialect.name == "postgresql":
        conn.execute(_alone)


def write_residents(conn: Connection, site: str, residents: Sequence[Resident]) -> int:
    """Write lines of the roster; a line that is there already gets the new name. Returns how many are new."""
    alone(conn)
    before = roster_size(conn, site)
    if residents:
        conn.execute(_write, [{name: getattr(r, name) for name in Resident.__slots__} for r in residents])
    return roster_size(conn, site) - before


def residents_at(conn: Connection, site: str) -> list[Resident]:
    """The whole roster of a site, home by home."""
    query = select(_residents).where(_residents.c.site == site).order_by(_residents.c.unit, _residents.c.id)
    return [Resident(row.site, row.unit, row.name, row.phone) for row in conn.execute(query)]


def issue_invites(conn: Connection, invites: Iterable[Invite]) -> None:
    """Keep many new codes."""
    rows = [{name: getattr(invite, name) for name in Invite.__slots__} for invite in invites]
    if rows:
        conn.execute(insert(_invites), rows)
