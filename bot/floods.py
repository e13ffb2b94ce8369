"""How many messages somebody sent within a minute, put on each as a hint; what follows from it `core` decides (IN-13).

Counted in memory, by each process for itself: a flood is over in a minute, and none has to be remembered longer. Where
several processes share the work each sees a part of it, so that a flood is noticed later, and never too soon.
"""

from collections import deque
from dataclasses import replace
from datetime import datetime, timedelta

from core.chat import Address, Event, What

LEAST = 5  # fewer are no hint: no procedure sets a lower limit
MOST = 200  # remembered of one person
MINUTE = timedelta(minutes=1)
TIDY = 5000  # people remembered before those who fell silent are forgotten
COUNTED = frozenset({What.MESSAGE, What.EDITED})


class Floods:
    """Who sent how much lately."""

    def __init__(self) -> None:
        self._lately: dict[Address, deque[tuple[datetime, str]]] = {}

    def counted(self, event: Event) -> Event:
        """The event, saying how many came with it; an album is one, and so is what a platform sends twice."""
        if event.what not in COUNTED or not event.private:
            return event
        lately = self._of(event.account, event.at)
        name = event.album or event.key
        if all(name != known for _, known in lately):
            lately.append((event.at, name))
        return replace(event, data={**event.data, "lately": len(lately)}) if len(lately) > LEAST else event

    def _of(self, account: Address, now: datetime) -> deque[tuple[datetime, str]]:
        if len(self._lately) > TIDY:
            self._lately = {
                who: sent for who, sent in self._lately.items() if sent and now - sent[-1][0] < MINUTE
            }
        lately = self._lately.setdefault(account, deque(maxlen=MOST))
        while lately and now - lately[0][0] >= MINUTE:
            lately.popleft()
        return lately
