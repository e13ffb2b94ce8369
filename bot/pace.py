"""How fast a platform may be spoken to: a bucket for all, one for each chat."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.channels.base import Pace
from core.chat import Address

BURST_SECONDS = 3.0  # a quiet bucket holds this many seconds' worth, and one message at least
MOST_BUCKETS = 10_000


@dataclass(slots=True)
class Bucket:
    """Fills at a steady rate; a message takes one, and may take it in advance."""

    rate: float
    full: float
    level: float
    at: datetime

    def take(self, now: datetime, count: int) -> float:
        """Take so many; returns how many seconds they have to wait for it."""
        gone = max((now - self.at).total_seconds(), 0.0)
        self.level = min(self.level + gone * self.rate, self.full) - count
        self.at = now
        return max(-self.level / self.rate, 0.0)


@dataclass(slots=True)
class Paces:
    """The buckets of this process's channels."""

    of: Mapping[str, Pace]
    _buckets: dict[str, Bucket] = field(default_factory=dict)

    def wait(self, to: Address, is_group: bool, now: datetime, count: int = 1) -> timedelta:
        """How long so many messages to this address have to wait before they may go out."""
        pace = self.of[to.channel]
        rate, burst = (pace.group, 0.0) if is_group else (pace.chat, pace.burst)
        chat = self._take(str(to), rate, burst, (now, count))
        return timedelta(seconds=max(chat, self._take(to.channel, pace.total, 0.0, (now, count))))

    def give_back(self, to: Address, count: int) -> None:
        """So many do not go out now after all."""
        for name in (str(to), to.channel):
            if bucket := self._buckets.get(name):
                bucket.level += count

    def _take(self, name: str, rate: float, burst: float, much: tuple[datetime, int]) -> float:
        now, count = much
        if not rate:
            return 0.0
        if len(self._buckets) > MOST_BUCKETS:
            self._buckets.clear()
        full = burst or max(rate * BURST_SECONDS, 1.0)
        return self._buckets.setdefault(name, Bucket(rate, full, full, now)).take(now, count)
