"""The shelf of cases: a row as it stands, and a history that only grows."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, insert, or_, select, text, update

from core.case import OPEN, WORKING, Case, Entry, Kind, State
from core.history.classes import OUTSIDE
from storage.codec import dump_attachments, dumps, load_attachments, loads
from storage.quick import Quick
from storage.shelf import Shelf
from storage.tables import CaseRow, EntryRow

_cases = CaseRow.__table__  # type: ignore[attr-defined]
_entries = EntryRow.__table__  # type: ignore[attr-defined]

_by_number = select(_cases).where(_cases.c.number == bindparam("number"))
_leads = select(_cases.c.lead).where(_cases.c.number == bindparam("number"), _cases.c.lead != "")
_lock_lead = select(_cases.c.number).where(_cases.c.number.in_(_leads)).with_for_update()
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
_lock = select(_cases.c.number).where(_cases.c.number == bindparam("number")).with_for_update()
_IN_HAND = tuple(map(str, WORKING))
_OPEN = tuple(map(str, OPEN))
_WAITING = tuple(map(str, OPEN - {State.REPLIED}))
NEWEST = 60  # cases looked through for one that may have the same cause
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
        """A case with its history; an incident is locked by its lead, so nobody who has one of it waits for another."""
        if (held := self.held(Case, number)) is not None:
            return held
        if self.server:
            self.conn.execute(_lock_lead, {"number": number})
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

    def open_of(self, person: int) -> Sequence[Case]:
        """Somebody's open cases, newest first, however many came after; to look at."""
        mine = select(_cases).where(_cases.c.owner == person, _cases.c.state.in_(_OPEN))
        return [_read(row) for row in self.conn.execute(mine.order_by(_cases.c.opened.desc()))]

    def jobs_of(self, handler: int) -> Sequence[Case]:
        """What somebody has in hand, oldest first, to look at."""
        mine = select(_cases).where(_cases.c.handler == handler, _cases.c.state.in_(_IN_HAND))
        return [_read(row) for row in self.conn.execute(mine.order_by(_cases.c.opened))]

    def opened_between(self, site: str, since: datetime, until: datetime) -> Sequence[Case]:
        """A site's cases opened in a span of time, oldest first, to look at: with history, and not locked."""
        return self._look(_cases.c.site == site, _cases.c.opened >= since, _cases.c.opened < until)

    def noted_between(self, site: str, what: str, since: datetime, until: datetime) -> Sequence[Case]:
        """A site's cases with such an entry in a span of time, to look at: with history, and not locked."""
        noted = select(_entries.c.case).where(
            _entries.c.what == what, _entries.c.at >= since, _entries.c.at < until
        )
        return self._look(_cases.c.site == site, _cases.c.number.in_(noted))

    def cases_at(self, site: str, states: Collection[State]) -> Sequence[Case]:
        """A site's cases in certain states, oldest first, to look at: with history, and not locked."""
        return self._look(_cases.c.site == site, _cases.c.state.in_(sorted(states)))

    def open_cases(self, site: str, until: datetime) -> Sequence[Case]:
        """A site's open cases of which something is due before then, to look at: with history, and not locked."""
        due = or_(_cases.c.due < until, _cases.c.due.is_(None))
        return self._look(_cases.c.site == site, _cases.c.state.in_(_OPEN), due)

    def _look(self, *where: Any) -> Sequence[Case]:
        query = select(_cases).where(*where).order_by(_cases.c.opened, _cases.c.number)
        found = [_read(row) for row in self.conn.execute(query)]
        by_number = {case.number: case for case in found}
        of_these = _entries.c.case.in_(select(_cases.c.number).where(*where))
        for row in self.conn.execute(select(_entries).where(of_these).order_by(_entries.c.id)):
            if row.case in by_number:  # it may have moved on between the two looks
                by_number[row.case].history.append(_entry(row))
        return found

    def hold(self, numbers: Collection[str]) -> None:
        """Lock several cases that are to be taken out, leads before whoever is joined to them, each in its order."""
        if not self.server:  # one writer: nobody else is there
            return
        named = select(_cases.c.number, _cases.c.lead).where(_cases.c.number.in_(numbers))
        found = self.conn.execute(named).all()
        first = sorted({row.lead or row.number for row in found})
        for each in (*first, *sorted({row.number for row in found} - set(first))):
            self.conn.execute(_lock, {"number": each})

    def lately(self, site: str, days: tuple[str, str], since: datetime) -> Sequence[Case]:
        """The newest cases of a site that still wait for something, to look at: without history, and not locked.

        `days` are the beginnings of their numbers, from and before: numbers are found quickly.
        """
        between = (_cases.c.number >= days[0], _cases.c.number < days[1], _cases.c.opened >= since)
        waiting = (_cases.c.site == site, _cases.c.state.in_(_WAITING), *between)
        newest = select(_cases).where(*waiting).order_by(_cases.c.number.desc()).limit(NEWEST)
        return [_read(row) for row in self.conn.execute(newest)]

    def spoken_of(self, person: int) -> str:
        """The case in which the office last spoke to its owner, or nothing."""
        said = select(_entries.c.case).join(_cases, _cases.c.number == _entries.c.case)
        theirs = said.where(_cases.c.owner == person, _entries.c.what.in_(("desk-says", "reply", "explain")))
        return self.conn.execute(theirs.order_by(_entries.c.id.desc()).limit(1)).scalar() or ""

    def published(self, site: str, limit: int) -> Sequence[Entry]:
        """The newest results published at a site and not taken back, newest first."""
        theirs = (_cases.c.site == site, _cases.c.class_ == OUTSIDE)
        hung = select(_entries).join(_cases, _cases.c.number == _entries.c.case).where(*theirs)
        query = hung.where(_entries.c.what.in_(("publish", "unpublish"))).order_by(_entries.c.id.desc())
        found: list[Entry] = []
        taken_back = set()
        for row in self.conn.execute(query.limit(limit * 5)):
            if row.what == "unpublish":
                taken_back.add(row.case)
            elif row.case not in taken_back and len(found) < limit:
                found.append(_entry(row))
        return found

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
