"""The access token, kept exactly as long as it lasts: the SDK's memory forgets no token, and trusts a clock of its own."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from wechatpy.session import SessionStorage

EARLY = timedelta(minutes=2)  # a token is given up before it ends, for a request that is still on its way


class Tokens(SessionStorage):  # type: ignore[misc]  # the SDK has no types
    """The SDK's storage, with a memory that ends."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock, self._lock = clock, Lock()
        self._kept: dict[str, tuple[Any, datetime | None]] = {}

    def get(self, key: str, default: Any = None) -> Any:
        """What is kept, unless its time is over."""
        with self._lock:
            value, until = self._kept.get(key, (default, None))
            return default if until is not None and self._clock() >= until else value

    def set(self, key: str, value: Any, ttl: float | None = None) -> None:
        """Keep it for so many seconds, a little less."""
        if value is None:
            return
        lasts = timedelta(seconds=ttl) if ttl else None
        with self._lock:
            until = self._clock() + max(lasts - EARLY, lasts / 2) if lasts else None
            self._kept[key] = (value, until)

    def delete(self, key: str) -> None:
        """Forget it."""
        with self._lock:
            self._kept.pop(key, None)
