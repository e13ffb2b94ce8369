"""The pages that are open: each is told everything that changes, in order."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

MOST_WAITING = 2000  # a page this far behind is let go, and reads everything anew when it comes back

News = dict[str, Any]


class Pages:
    """Whoever is looking."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[News | None]] = set()

    @contextmanager
    def open(self) -> Iterator[asyncio.Queue[News | None]]:
        """A page's news, for as long as it is open; None is the end."""
        queue: asyncio.Queue[News | None] = asyncio.Queue(MOST_WAITING)
        self._queues.add(queue)
        try:
            yield queue
        finally:
            self._queues.discard(queue)

    def tell(self, **news: Any) -> None:
        """Tell every page."""
        for queue in list(self._queues):
            if queue.full():
                self._queues.discard(queue)
                queue.get_nowait()
                queue.put_nowait(None)
            else:
                queue.put_nowait(news)
