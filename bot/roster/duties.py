"""The roster of the staff, out of a table: day, shift, department, names or telephones.

A roster is taken whole or not at all: it takes the place of what its departments had on its days, and half of it
would leave a shift without those of the other half.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.roster.columns import NoColumns
from bot.roster.table import Row, read_table
from core.book import Duty
from core.chat import Text, text
from core.conversations.clock.duty import belongs
from core.duty import NAMED_SHIFTS
from core.people import Person, Role, masked_phone
from core.site import Site
from core.texts import meant
from core.understanding import read_phone
from storage.duties import write_duties
from storage.unit import Store

HEADERS: Mapping[str, tuple[str, ...]] = {
    "day": ("日期", "日子", "值班日期", "当班日期", "值勤日期", "日", "day", "date"),
    "shift": ("班次", "班", "班别", "值班班次", "更次", "更", "shift"),
    "department": ("部门", "值班部门", "岗位", "department", "team"),
    "person": (
        *("姓名", "人员", "值班人", "值班人员", "当班人", "当班人员", "名字", "同事"),
        *("电话", "手机", "手机号", "联系电话", "姓名或电话"),
        *("name", "names", "person", "people", "phone", "phone or name", "name or phone"),
    ),
}
_NAMES = {name: what for what, names in HEADERS.items() for name in names}
_LOOK = 15  # a title or two may stand above the headers
_DECORATION = re.compile(r"[（(\[【].*?[)）\]】]|[*:：#＊]")
_BETWEEN = re.compile(r"[/、,，;；|\n]+|\s{2,}")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]0{1,2}:00(?::00)?)?")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row that cannot be taken: its number as Excel shows it, and why."""

    number: int
    reason: Text


@dataclass(frozen=True, slots=True)
class Roster:
    """What a table says: its duties, and every row that is wrong; with one of those nothing was written."""

    duties: tuple[Duty, ...]
    wrong: tuple[Wrong, ...]

    @property
    def days(self) -> int:
        """How many days it is for."""
        return len({duty.day for duty in self.duties})


def import_duties(store: Store, site: Site, path: Path, dry_run: bool = False) -> Roster:
    """Take a table as the roster of its days, in one transaction; taken again it changes nothing.

    Raises:
        Unreadable, NoColumns: the file is no roster at all.

    """
    rows = read_table(path)
    columns, above = _columns(rows)
    with store.transaction() as work:
        staff = tuple(work.staff(site.id, frozenset(Role)))
        roster = _read(site, staff, columns, rows[above:])
        if roster.duties and not roster.wrong and not dry_run:
            write_duties(work.conn, site.id, roster.duties)
    return roster


def _columns(rows: Sequence[Row]) -> tuple[Mapping[str, int], int]:
    for index, (_, cells) in enumerate(rows[:_LOOK]):
        named: dict[str, int] = {}
        for at, cell in enumerate(cells):
            what = _NAMES.get(_DECORATION.sub("", cell).strip().casefold())
            if what:
                named.setdefault(what, at)
        if {"day", "shift", "person"} <= named.keys():
            return named, index + 1
    raise NoColumns("、".join(cell for cell in rows[0][1] if cell) if rows else "")


def _read(site: Site, staff: Sequence[Person], columns: Mapping[str, int], rows: Sequence[Row]) -> Roster:
    duties: dict[Duty, None] = {}
    wrong = []
    for number, cells in rows:
        try:
            duties |= dict.fromkeys(_row(site, staff, columns, cells))
        except _Bad as bad:
            wrong.append(Wrong(number, bad.reason))
    return Roster(tuple(duties), tuple(wrong))


class _Bad(Exception):
    """A cell that cannot be understood."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason


def _row(site: Site, staff: Sequence[Person], columns: Mapping[str, int], cells: Sequence[str]) -> list[Duty]:
    """The duties of one row, one for each person in it."""

    def cell(what: str) -> str:
        index = columns.get(what, len(cells))
        return cells[index].strip() if index < len(cells) else ""

    day, shift = _day(cell("day")), _shift(site, cell("shift"))
    wanted = _department(site, cell("department"))
    written = [part.strip() for part in _BETWEEN.split(cell("person")) if part.strip()]
    if not written:
        raise _Bad(text("roster-nobody"))
    people = [_person(staff, who) for who in written]
    return [Duty(site.id, day, shift, _belonging(site, person, wanted), person.id) for person in people]


def _day(written: str) -> date:
    found = _DAY.fullmatch(written)
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    raise _Bad(text("roster-day", given=written or "—"))


def _shift(site: Site, written: str) -> str:
    names = list(site.sop.shifts.start)
    known = [name for name in names if name in NAMED_SHIFTS]
    label = meant(written, [f"shift-{name}" for name in known])
    if label or written in names:
        return label.removeprefix("shift-") if label else written
    raise _Bad(text("roster-shift", given=written or "—", known=", ".join(names)))


def _department(site: Site, written: str) -> str:
    """A department by its id or name, or a role that is on the roster like one; empty is: the person's own."""
    if not written:
        return ""
    for department in site.departments:
        if written in {department.id, department.name}:
            return department.id
    roles = [role.value for role in Role if role.value in site.sop.shifts.cover.values()]
    label = meant(written, [f"role-{role}" for role in roles])
    if label or written in roles:
        return label.removeprefix("role-") if label else written
    known = "、".join([*(department.name for department in site.departments), *roles])
    raise _Bad(text("roster-department", given=written, known=known))


def _person(staff: Sequence[Person], written: str) -> Person:
    phone = read_phone(written)
    found = [person for person in staff if written == person.name or (phone and person.phone == phone)]
    if not found:
        raise _Bad(text("roster-no-colleague", given=masked_phone(written) if phone else written))
    if len(found) > 1:
        raise _Bad(text("roster-several", given=written))
    return found[0]


def _belonging(site: Site, person: Person, wanted: str) -> str:
    """The department somebody is on duty for: the one that is written, or the only one they have."""
    covers = [cover for cover in site.sop.shifts.cover.values() if not site.department(cover)]
    options = [*(department.id for department in site.departments), *covers]
    mine = [each for each in dict.fromkeys(options) if belongs(person, site.id, each)]
    if wanted in mine:
        return wanted
    if wanted:
        name = site.department(wanted)
        raise _Bad(text("roster-not-of", name=person.name, department=name.name if name else wanted))
    if len(mine) != 1:
        raise _Bad(text("roster-which-department", name=person.name))
    return mine[0]
