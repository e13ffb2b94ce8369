"""What the page may have done to the office behind it; the wiring knows how."""

from datetime import datetime
from typing import Protocol

from bot.channels.playground.marks import Mark, Marks

BEGINNING = 0  # the mark that is always there: the estate as it is on the first morning


class Stage(Protocol):
    """The office the phones talk to, as somebody trying things out sees it."""

    marks: Marks

    def now(self) -> datetime:
        """What the moved clock says."""

    def holiday_evening(self) -> datetime:
        """Half past nine in the evening of the next public holiday."""

    async def move(self, to: datetime) -> None:
        """Put the clock forward; everything due on the way happens at its own time."""

    async def mark(self, pinned: bool) -> Mark:
        """Set a mark here."""

    async def back(self, mark: int) -> None:
        """Let the office and the phones be again as they were at a mark."""
