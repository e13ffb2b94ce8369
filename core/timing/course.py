"""The course of one deadline: it stands still, goes on, is moved by agreement or hurried."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.policy.spans import Measure
from core.timing.working import WorkingTime

_IN_HOURS = frozenset({Measure.WORKING, Measure.WORKDAYS})
_NOTHING = timedelta(0)


@dataclass(slots=True)
class Course:
    """When something is due, as event follows event; what was due and had passed stays missed."""

    working: WorkingTime
    measure: Measure
    counted: datetime  # due by its own count
    floor: datetime | None = None  # but never before this
    missed: list[datetime] = field(default_factory=list)
    paused: list[tuple[datetime, datetime]] = field(default_factory=list)
    _pause: tuple[datetime, datetime, timedelta | None] | None = None  # since, until, what was left

    @property
    def due(self) -> datetime:
        """When it is due as things stand; in a pause, as it will be if that lasts to its date."""
        return max(self.counted, self.floor or self.counted)

    def stop(self, at: datetime, until: datetime) -> None:
        """Stand still; what was left is left when it goes on. What was overdue by then stays so."""
        self.go_on(at)
        left = self._left(at) if at <= self.due else None
        self._pause = (at, until, left)
        self._expect(until, left)

    def go_on(self, at: datetime) -> None:
        """The pause is over, at its date if that was before."""
        if self._pause is None:
            return
        since, until, left = self._pause
        self._pause = None
        self.paused.append((since, min(until, at)))
        self._expect(min(until, at), left)

    def agree(self, at: datetime, new: datetime) -> None:
        """Another time is agreed, and whatever was due before is due no more."""
        self._miss(at)
        self.counted, self.floor = new, None

    def allow(self, at: datetime, new: datetime) -> None:
        """It cannot be due before a time that was agreed for something earlier."""
        if new > self.due:
            self._miss(at)
        self.floor = max(new, self.floor or new)

    def hurry(self, at: datetime, new: datetime) -> None:
        """It is an emergency after all: due earlier, by the wall clock, and no pause goes on."""
        self.go_on(at)
        if new < self.due:
            self.counted, self.floor = new, None
        self.measure = Measure.ELAPSED

    def end(self, at: datetime | None) -> None:
        """Close the books; a pause nobody ended lasts to its date."""
        if self._pause:
            self.go_on(self._pause[1] if at is None else at)

    def _miss(self, at: datetime) -> None:
        if self.due < at:
            self.missed.append(self.due)

    def _left(self, at: datetime) -> timedelta:
        in_hours = self.measure in _IN_HOURS
        return self.working.between(at, self.counted) if in_hours else max(self.counted - at, _NOTHING)

    def _expect(self, at: datetime, left: timedelta | None) -> None:
        """Due when what was left has passed from here."""
        if left is not None:
            self.counted = self.working.after(at, left) if self.measure in _IN_HOURS else at + left
