"""Things that are good for a while: access tokens, and codes that are good once."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from tests.fakes.wecom.faults import Refusal

T = TypeVar("T")
TOKEN_LASTS = timedelta(seconds=7200)
TOKEN_LENGTH = 512  # as long as it may ever be


@dataclass
class Tokens:
    """The app's access token: the same for whoever asks, until it runs out."""

    clock: Callable[[], datetime]
    refused: bool = False  # each call is told that its token is no good, however new it is
    _until: dict[str, datetime] = field(default_factory=dict)
    _now: str = ""

    def get(self) -> tuple[str, int]:
        """The token, and for how many seconds."""
        left = self._until.get(self._now, self.clock()) - self.clock()
        if left <= timedelta(0):
            self._now = secrets.token_urlsafe(TOKEN_LENGTH)[:TOKEN_LENGTH]
            left, self._until[self._now] = TOKEN_LASTS, self.clock() + TOKEN_LASTS
        return self._now, int(left.total_seconds())

    def expire(self) -> None:
        """The token runs out early: 42001."""
        self._until[self._now] = self.clock()

    def revoke(self) -> None:
        """The token is none any more: 40014."""
        self._until.pop(self._now, None)
        self._now = ""

    def check(self, token: str) -> None:
        """Refuse a token that is no good."""
        if not token:
            raise Refusal(41001, "access_token missing")
        if self.refused or token not in self._until:
            raise Refusal(40014, "invalid access_token")
        if self.clock() >= self._until[token]:
            raise Refusal(42001, "access_token expired")


@dataclass
class Codes(Generic[T]):
    """Codes that are good once, for a while."""

    clock: Callable[[], datetime]
    lasts: timedelta
    used: Refusal
    unknown: Refusal
    _open: dict[str, tuple[T, datetime]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def new(self, meaning: T) -> str:
        """A code with a meaning."""
        code = secrets.token_urlsafe(32)
        self._open[code] = (meaning, self.clock() + self.lasts)
        return code

    def meaning(self, code: str) -> T:
        """What a code means while it is good."""
        if code in self._used:
            raise self.used
        meaning, until = self._open.get(code, (None, self.clock()))
        if meaning is None or self.clock() >= until:
            raise self.unknown
        return meaning

    def use(self, code: str) -> T:
        """What a code means, for the last time."""
        meaning = self.meaning(code)
        self._used.add(code)
        return meaning
