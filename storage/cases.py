"""The shelf of cases: a row as it stands, and a history that only grows."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, select, text, update

from core.case import WORKING, Case, Entry, Kind, State
from storage.codec import dump_attachments, dumps, load_attachments, loads
from storage.quick import Quick
from storage.shelf import Shelf
from storage.tables import CaseRow, EntryRow

_cases = CaseRow.__table__  # type: ignore[attr-defined]
_entries = EntryRow.__table__  # type: ignore[attr-defined]

_by_number = select(_cases).where(_cases.c.number == bindparam("number"))
_history = select(_entries).where(_entries.c.case == bindparam("number")).order_by(_entries.c.id)
_of_owner = Quick(
    select(_cases)
    .where(_cases.c.owner == bindparam("owner"))
    .order_by(_cases.c.opened.desc())
    .limit(bindparam("limit"))
)
_next = text(
    "INSERT INTO serials (site, day, last) VALUES (:site, :day, 1) "
    "ON CONFLICT (site, day) DO UPDATE SET last = serials.last + 1 RETURNING last"
)
_IN_HAND = tuple(map(str, WORKING))
_PLAIN: tuple[str, ...] = (
    "number",
    "site",
    "opened",
    "owner",
    "issue",
    "round",
    "category",
    "class_",
    "urgent",
)
_PLAIN = (*_PLAIN, "department", "handler", "unit", "bound", "name", "phone", "expectation")
_PLAIN = (*_PLAIN, "channel", "draft", "way", "lead", "due", "closed")


class Cases(Shelf):
    """Cases, each locked for the rest of the turn when it is taken out."""

    def case(self, number: str) -> Case | None:
        """A case with its history."""
        if (held := self.held(Case, number)) is not None:
            return held
        query = _by_number.with_for_update() if self.server else _by_number
        row = self.conn.execute(query, {"number": number}).first()
        if row is None:
            return None
        case = _read(row)
        case.history = [_entry(e) for e in self.conn.execute(_history, {"number": number})]
        return self.watch(number, case, self._save)

    def cases_in_hand(self) -> Sequence[Case]:
        """Every case this turn has taken out."""
        return self.all_held(Case)

    def case_of_draft(self, draft: str) -> Case | None:
        """The case filed from a draft, if it was."""
        number = self.conn.execute(select(_cases.c.number).where(_cases.c.draft == draft)).scalar()
        return self.case(number) if number else None

    def cases_of(self, person: int, limit: int = 10) -> Sequence[Case]:
        """Somebody's cases, newest first, to look at: without history, and not locked."""
        return [_read(row) for row in _of_owner(self.conn, {"owner": person, "limit": limit})]

    def jobs_of(self, handler: int) -> Sequence[Case]:
        """What somebody has in hand, oldest first, to look at."""
        mine = select(_cases).where(_cases.c.handler == handler, _cases.c.state.in_(_IN_HAND))
        return [_read(row) for row in self.conn.execute(mine.order_by(_cases.c.opened))]

    def open_case(self, case: Case, prefix: str, day: date) -> Case:
        """Give a case its number and keep it: no gaps, no repeats, counted in this very transaction."""
        stamp = f"{day:%Y%m%d}"
        serial = self.conn.execute(_next, {"site": case.site, "day": stamp}).scalar_one()
        case.number = f"{prefix}-{stamp}-{serial:04}"
        self.conn.execute(insert(_cases), _row(case))
        self._write_entries(case)
        return self.watch(case.number, case, self._save)

    def _save(self, case: Case) -> None:
        self.conn.execute(update(_cases).where(_cases.c.number == case.number), _row(case))
        self._write_entries(case)

    def _write_entries(self, case: Case) -> None:
        if case.unsaved:
            self.conn.execute(insert(_entries), [_entry_row(case, entry) for entry in case.unsaved])
            case.unsaved.clear()


def _row(case: Case) -> dict[str, Any]:
    plain = {name: getattr(case, name) for name in _PLAIN}
    return plain | {
        "kind": case.kind.value,
        "state": case.state.value,
        "because": dumps(case.because),
        "media": dump_attachments(case.media),
    }


def _read(row: Any) -> Case:
    plain = {name: getattr(row, name) for name in _PLAIN}
    return Case(
        **plain,
        kind=Kind(row.kind),
        state=State(row.state),
        because=tuple(loads(row.because)),
        media=load_attachments(row.media),
    )


def _entry_row(case: Case, entry: Entry) -> dict[str, Any]:
    plain = {name: getattr(entry, name) for name in ("at", "by", "what", "round", "why")}
    return plain | {
        "case": case.number,
        "before": entry.before.value,
        "after": entry.after.value,
        "data": dumps(entry.data),
    }


def _entry(row: Any) -> Entry:
    return Entry(
        row.at, row.by, row.what, State(row.before), State(row.after), row.round, row.why, loads(row.data)
    )
