"""What time it is: the world's, moved forward where somebody tries things out."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]

LEAST_STEP = timedelta(seconds=1)  # what is due again at once must not hold the clock for ever


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


async def walk(
    clock: MovableClock,
    to: datetime,
    next_due: Callable[[], Awaitable[datetime | None]],
    step: Callable[[], Awaitable[None]],
) -> None:
    """Put the clock forward from one due time to the next, so that everything happens when it should."""
    while (due := await next_due()) is not None and due <= to:
        clock.move_to(max(due, clock() + LEAST_STEP))
        await step()
    clock.move_to(max(to, clock()))
    await step()
