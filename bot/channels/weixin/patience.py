"""What must not start over is waited for, all of it together within the sender's lease."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.channels.base import TryAgain

PATIENCE = 45.0  # seconds; well within the sender's lease
SOON = 1.0

T = TypeVar("T")


class Patience:
    """As long as we wait for the rest of one message."""

    def __init__(self, soon: float = SOON, lasts: float = PATIENCE) -> None:
        self._soon, self._clock = soon, asyncio.get_running_loop().time
        self._end = self._clock() + lasts

    async def call(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do it until the platform has taken it; what it refuses for good is refused at once.

        Raises:
            DeliveryError: it was refused, or our patience is over.
        """
        while True:
            try:
                return await work()
            except TryAgain as refusal:
                wait = refusal.after.total_seconds() if refusal.after else self._soon
                if self._clock() + wait > self._end:
                    raise
            await asyncio.sleep(wait)


async def patiently(call: Callable[[], Awaitable[T]], soon: float = SOON) -> T:
    """The same for a single call."""
    return await Patience(soon).call(call)
