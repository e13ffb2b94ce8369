"""What time it is: the world's, moved forward where somebody tries things out."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def real() -> datetime:
    """The time of the world, aware."""
    return datetime.now(UTC)


class MovableClock:
    """A clock that goes like the world's from wherever it was put."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def __call__(self) -> datetime:
        return real() + self.offset

    def move_to(self, moment: datetime) -> None:
        """Put the clock; it goes on from there."""
        self.offset = moment - real()
