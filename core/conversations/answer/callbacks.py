"""Which cases are called back, and when (CB-1); the asking is in survey.py."""

from datetime import timedelta

from core.book import Survey, Timer
from core.case import Case
from core.timing.calendar import before_quiet
from core.turn import Turn

UNUSUAL = frozenset({"delay", "transfer", "chase", "reject"})  # calls for a callback within a day


def plan(turn: Turn, case: Case) -> None:
    """Every closed job is called back; emergencies and rework sooner (CB-1)."""
    if not case.is_job:
        return
    site = turn.site_of(case)
    rules = site.sop.callbacks
    soon = case.urgent or _is_major(case, rules.major) or any(e.what in UNUSUAL for e in case.history)
    due = site.local(turn.now + (rules.urgent if soon else rules.ordinary))
    if soon:  # the next morning would be too late
        due = max(before_quiet(due, rules.quiet_from, rules.quiet_until), site.local(turn.now))
    turn.book.plan_survey(Survey(case.number, case.owner, case.round))
    turn.after(Timer("survey", case.number, due))


def _is_major(case: Case, span: timedelta) -> bool:
    done = case.last("finish")
    return done is not None and done.at - case.opened > span


def cancel(turn: Turn, case: Case, but: Survey | None = None) -> None:
    """A case that is open again is not called back (CB-12), but an owner who is just telling us why may go on."""
    found = turn.book.survey_of(case.number)
    if found and found is not but and found.state in {"planned", "asked"}:
        found.state, found.ended = "cancelled", turn.now
    for kind in ("survey", "survey-silence"):
        turn.book.cancel(kind, case.number)
