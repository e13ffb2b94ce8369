"""How often WeCom lets a member be written to; what is over is dropped, and nobody is told."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

PRIVATE = ((30, timedelta(minutes=1)), (1000, timedelta(hours=1)))
GROUP = ((200, timedelta(minutes=1)), (10_000, timedelta(days=1)))


@dataclass
class Meter:
    """So many messages in so long; whoever is over it gets nothing for as long again."""

    limits: tuple[tuple[int, timedelta], ...]
    _sent: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    _shut: dict[str, datetime] = field(default_factory=dict)

    def passes(self, userid: str, now: datetime) -> bool:
        """Whether one more message reaches this member."""
        if now < self._shut.get(userid, now):
            return False
        sent = self._sent[userid] = [at for at in self._sent[userid] if now - at < self.limits[-1][1]]
        for most, window in self.limits:
            if sum(now - at < window for at in sent) >= most:
                self._shut[userid] = now + window
                return False
        sent.append(now)
        return True
