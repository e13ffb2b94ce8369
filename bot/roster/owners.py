"""From a table to the roster: good rows are kept, bad ones go back to the office with the reason."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.roster.columns import Columns, find_columns
from bot.roster.table import Row, read_table
from core.book import Resident
from core.chat import Text, text
from core.site import Site
from core.understanding import read_phone, read_unit
from storage.roster import residents_at, write_residents
from storage.unit import Store

_BETWEEN_PHONES = re.compile(r"[/、,，;；|\n]+|\s{2,}")
_SHORTENED = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be taken, and why."""

    number: int
    cells: tuple[str, ...]
    reason: Text


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a table: rows taken, lines of the roster among them that are new, rows given back."""

    taken: int
    new: int
    rejected: tuple[Rejected, ...]
    headers: tuple[str, ...]


Track = Callable[[Sequence[Row]], Iterable[Row]]


def import_owners(
    store: Store, site: Site, path: Path, dry_run: bool = False, track: Track = iter
) -> Imported:
    """Take a table into the roster of a site, in one transaction; taken again it changes nothing.

    Raises:
        Unreadable, NoColumns: the file is no roster at all.
    """
    rows = read_table(path)
    columns, above = find_columns(rows)
    good: dict[Resident, None] = {}
    rejected = []
    for number, cells in track(rows[above:]):
        residents = read_row(site, columns, cells)
        if isinstance(residents, Text):
            rejected.append(Rejected(number, cells, residents))
        else:
            good |= dict.fromkeys(residents)
    taken = len(rows) - above - len(rejected)
    return Imported(taken, _keep(store, site, list(good), dry_run), tuple(rejected), rows[above - 1][1])


def _keep(store: Store, site: Site, residents: list[Resident], dry_run: bool) -> int:
    with store.transaction() as work:
        if not dry_run:
            return write_residents(work.conn, site.id, residents)
        known = {(r.unit, r.phone) for r in residents_at(work.conn, site.id)}
        return len({(r.unit, r.phone) for r in residents} - known)


def read_row(site: Site, columns: Columns, cells: Sequence[str]) -> list[Resident] | Text:
    """The residents of one row, one for each telephone number, or what is wrong with it."""
    unit, name = _unit(site, columns.unit(cells)), columns.cell(cells, "name")
    phones = _phones(columns.cell(cells, "phone"))
    if isinstance(unit, Text):
        return unit
    return phones if isinstance(phones, Text) else [Resident(site.id, unit, name, phone) for phone in phones]


def _unit(site: Site, written: str) -> str | Text:
    if not written:
        return text("import-no-unit", example=site.example_unit)
    unit = read_unit(written)
    if unit is None:
        return text("import-unit", given=written, example=site.example_unit)
    if not site.has_unit(unit):
        buildings = "、".join(building.number for building in site.buildings)
        return text("import-unit-elsewhere", given=written, unit=unit, buildings=buildings)
    return unit


def _phones(written: str) -> list[str] | Text:
    if not written:
        return text("import-no-phone")
    if _SHORTENED.fullmatch(written):
        return text("import-phone-shortened", given=written)
    phones = [(part, read_phone(part)) for part in _BETWEEN_PHONES.split(written) if part.strip()]
    bad = next((part for part, phone in phones if phone is None), None)
    if bad is not None:
        return text("import-phone", given=bad)
    return [phone for _, phone in phones if phone]


def write_rejected(path: Path, imported: Imported, labels: tuple[str, str], reasons: Sequence[str]) -> Path:
    """The rows that were given back, as a table that Excel opens and that can be imported again once corrected."""
    target = path.with_name(f"{path.name}.rejected.csv")
    width = max(len(imported.headers), *(len(row.cells) for row in imported.rejected))
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([*_padded(imported.headers, width), *labels])
        for row, reason in zip(imported.rejected, reasons, strict=True):
            out.writerow([*_padded(row.cells, width), row.number, reason])
    return target


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
