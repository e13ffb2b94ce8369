"""The shelf of duties: the roster of the staff, and who is behind a group in a shift."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from core.book import Duty
from core.chat import Address
from core.people import Person, Role
from core.site import DESK
from core.timing.working import Shift
from storage.people import People
from storage.places import Places
from storage.quick import Quick
from storage.roster import alone
from storage.tables import DutyRow

_duties = DutyRow.__table__  # type: ignore[attr-defined]
_of_shift = Quick(
    select(_duties)
    .where(_duties.c.site == bindparam("site"), _duties.c.day == bindparam("day"))
    .where(_duties.c.shift == bindparam("shift"))
    .order_by(_duties.c.department, _duties.c.person)
)
_put = text(
    "INSERT INTO duties (site, day, shift, department, person) VALUES (:site, :day, :shift, :department, :person) "
    "ON CONFLICT (site, day, shift, department, person) DO NOTHING"
)
_HEADS = frozenset({Role.SUPERVISOR})


class Duties(People, Places):
    """Who is on duty."""

    def duties(self, site: str, day: date, shift: str, department: str = "") -> Sequence[Duty]:
        """The roster of a shift, of one department where it is named."""
        rows = _of_shift(self.conn, {"site": site, "day": day.isoformat(), "shift": shift})
        return [_duty(row) for row in rows if department in {"", row.department}]

    def put_on_duty(self, duty: Duty) -> None:
        """Add somebody to the roster; twice at once is once."""
        self.conn.execute(_put, _row(duty))

    def take_off_duty(self, duty: Duty) -> None:
        """Take somebody off the roster."""
        same = [_duties.c[name] == value for name, value in _row(duty).items()]
        self.conn.execute(delete(_duties).where(*same))

    def on_duty_at(self, place: Address, shift: Shift) -> tuple[str, ...]:
        """The chats, on a group's own channel, of its people on duty and their supervisor; without a roster, of all."""
        group = self.group_at(place)
        if group is None:
            return ()
        everybody = self.members(group)
        rostered = {d.person for d in self.duties(group.site, shift.day, shift.name, group.department)}
        heads = {person.id for person in self._heads(group.site, group.department)}
        some = [person for person in everybody if person in rostered | heads]
        here = some if rostered & set(everybody) else everybody
        found = self.accounts_of(here, place.channel)
        return tuple(found or self.accounts_of(everybody, place.channel))

    def _heads(self, site: str, department: str) -> Sequence[Person]:
        if department == DESK:
            return self.staff(site, frozenset({Role.LEAD}))
        return self.staff(site, _HEADS, department)


def _row(duty: Duty) -> dict[str, object]:
    return {name: getattr(duty, name) for name in Duty.__slots__} | {"day": duty.day.isoformat()}


def _duty(row: Any) -> Duty:
    return Duty(row.site, date.fromisoformat(row.day), row.shift, row.department, row.person)


def write_duties(conn: Connection, site: str, duties: Iterable[Duty]) -> int:
    """Write the roster of some days; it takes the place of what these departments had on those days."""
    alone(conn)
    lines = list(dict.fromkeys(duties))
    for day, department in {(duty.day.isoformat(), duty.department) for duty in lines}:
        same = (_duties.c.site == site, _duties.c.day == day, _duties.c.department == department)
        conn.execute(delete(_duties).where(*same))
    if lines:
        conn.execute(insert(_duties), [_row(duty) for duty in lines])
    return len(lines)
