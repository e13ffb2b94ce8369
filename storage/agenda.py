"""The shelf of what is still to do: timers, tasks for a person, callbacks."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, text, update

from core.book import Survey, Task, Timer
from core.chat import Address
from storage.codec import dumps, loads
from storage.quick import Quick
from storage.shelf import Shelf
from storage.tables import CaseRow, SurveyRow, TaskRow, TimerRow, Utc

_timers = TimerRow.__table__  # type: ignore[attr-defined]
_tasks = TaskRow.__table__  # type: ignore[attr-defined]
_surveys = SurveyRow.__table__  # type: ignore[attr-defined]
_cases = CaseRow.__table__  # type: ignore[attr-defined]

_set_timer = Quick(
    text(
        "INSERT INTO timers (kind, subject, due, account, place, data) "
        "VALUES (:kind, :subject, :due, :account, :place, :data) ON CONFLICT (kind, subject) DO UPDATE "
        "SET due = excluded.due, account = excluded.account, place = excluded.place, data = excluded.data"
    ).bindparams(bindparam("due", type_=Utc))
)
_set_first = Quick(
    text(
        "INSERT INTO timers (kind, subject, due, account, place, data) "
        "VALUES (:kind, :subject, :due, :account, :place, :data) ON CONFLICT (kind, subject) DO NOTHING"
    ).bindparams(bindparam("due", type_=Utc))
)


class Agenda(Shelf):
    """What falls due."""

    def schedule(self, timer: Timer) -> None:
        """Set a timer, or set it anew."""
        plain = {"kind": timer.kind, "subject": timer.subject, "due": timer.due, "data": dumps(timer.data)}
        where = {"account": str(timer.account or ""), "place": str(timer.place or "")}
        _set_timer(self.conn, plain | where)

    def schedule_first(self, timer: Timer) -> None:
        """Set a timer of which there is to be one at any time, unless it is set already."""
        plain = {"kind": timer.kind, "subject": timer.subject, "due": timer.due, "data": dumps(timer.data)}
        _set_first(self.conn, plain | {"account": "", "place": ""})

    def cancel(self, kind: str, subject: str) -> None:
        """Take a timer back."""
        self.conn.execute(delete(_timers).where(_timers.c.kind == kind, _timers.c.subject == subject))

    def take_due(self, timer: Timer) -> bool:
        """Take a timer off the wall; False when it was cancelled or set anew since somebody saw it due."""
        same = (_timers.c.kind == timer.kind, _timers.c.subject == timer.subject, _timers.c.due == timer.due)
        return self.conn.execute(delete(_timers).where(*same)).rowcount == 1

    def due(self, now: datetime, limit: int = 200) -> list[Timer]:
        """What has fallen due, oldest first."""
        query = select(_timers).where(_timers.c.due <= now).order_by(_timers.c.due, _timers.c.id)
        return [_timer(row) for row in self.conn.execute(query.limit(limit))]

    def next_due(self) -> datetime | None:
        """When the next timer falls due."""
        return self.conn.execute(select(_timers.c.due).order_by(_timers.c.due).limit(1)).scalar()

    def task(self, id: int) -> Task | None:
        """A task by its number."""
        if (held := self.held(Task, id)) is not None:
            return held
        query = select(_tasks).where(_tasks.c.id == id)
        row = self.conn.execute(query.with_for_update() if self.server else query).first()
        return self.watch(id, _task(row), self._save_task) if row else None

    def open_task(self, task: Task) -> Task:
        """Write a task down."""
        task.id = self.conn.execute(insert(_tasks), _task_row(task)).inserted_primary_key[0]  # type: ignore[index]
        return self.watch(task.id, task, self._save_task)

    def tasks(self, site: str, kind: str = "", case: str = "") -> Sequence[Task]:
        """What is still to do at a site, oldest first, to look at."""
        query = select(_tasks).where(_tasks.c.site == site, _tasks.c.done.is_(None)).order_by(_tasks.c.id)
        query = query.where(_tasks.c.kind == kind) if kind else query
        query = query.where(_tasks.c.case == case) if case else query
        return [_task(row) for row in self.conn.execute(query)]

    def survey(self, id: int) -> Survey | None:
        """A callback by its number."""
        if (held := self.held(Survey, id)) is not None:
            return held
        query = select(_surveys).where(_surveys.c.id == id)
        row = self.conn.execute(query.with_for_update() if self.server else query).first()
        return self.watch(id, _survey(row), self._save_survey) if row else None

    def survey_of(self, case: str) -> Survey | None:
        """The newest callback of a case."""
        query = select(_surveys.c.id).where(_surveys.c.case == case).order_by(_surveys.c.id.desc())
        found = self.conn.execute(query.limit(1)).scalar()
        return self.survey(found) if found else None

    def plan_survey(self, survey: Survey) -> Survey:
        """Write a callback down before it is made."""
        key = self.conn.execute(insert(_surveys), _survey_row(survey)).inserted_primary_key
        survey.id = key[0]  # type: ignore[index]
        return self.watch(survey.id, survey, self._save_survey)

    def being_asked(self, person: int) -> bool:
        """Whether somebody has a callback before them that they have not answered."""
        query = select(_surveys.c.id).where(_surveys.c.person == person, _surveys.c.state == "asked")
        return self.conn.execute(query.limit(1)).first() is not None

    def surveys_since(self, site: str, since: datetime) -> Sequence[Survey]:
        """A site's callbacks that were asked since, to look at."""
        query = select(_surveys).join(_cases, _cases.c.number == _surveys.c.case)
        rows = self.conn.execute(query.where(_cases.c.site == site, _surveys.c.asked >= since))
        return [_survey(row) for row in rows]

    def _save_task(self, task: Task) -> None:
        self.conn.execute(update(_tasks).where(_tasks.c.id == task.id), _task_row(task))

    def _save_survey(self, survey: Survey) -> None:
        self.conn.execute(update(_surveys).where(_surveys.c.id == survey.id), _survey_row(survey))


def _timer(row: Any) -> Timer:
    account = Address.parse(row.account) if row.account else None
    place = Address.parse(row.place) if row.place else None
    return Timer(row.kind, row.subject, row.due, account, place, loads(row.data))


def _plain(value: Any, *json: str) -> dict[str, Any]:
    row = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "id"}
    return row | {name: dumps(row[name]) for name in json}


def _task_row(task: Task) -> dict[str, Any]:
    return _plain(task, "data")


def _task(row: Any) -> Task:
    return Task(**row._asdict() | {"data": loads(row.data)})


def _survey_row(survey: Survey) -> dict[str, Any]:
    return _plain(survey, "answers")


def _survey(row: Any) -> Survey:
    return Survey(**row._asdict() | {"answers": loads(row.answers)})
