"""Blocking calls in threads of a channel's own: a slow platform keeps only its own messages waiting."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.channels.base import TryAgain

T = TypeVar("T")

AT_ONCE = 8


class Threads:
    """A few threads; more calls than that wait for their turn."""

    def __init__(self, name: str, at_once: int = AT_ONCE) -> None:
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix=name)

    async def call(self, work: Callable[[], T]) -> T:
        """Do it in a thread; the loop goes on meanwhile.

        Raises:
            TryAgain: we are closing.
        """
        try:
            doing = self._pool.submit(work)
        except RuntimeError:
            raise TryAgain("the channel is closed") from None
        return await asyncio.wrap_future(doing)

    async def close(self) -> None:
        """Begin with nothing more; what is in hand is finished, which takes no longer than its time-out."""
        await asyncio.to_thread(self._pool.shutdown)
