"""How long and how often the account may speak to somebody after what they did."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.fakes.wechat.faults import Refusal

RULES = {"said": (timedelta(hours=48), 5), "tapped": (timedelta(minutes=1), 3)}


@dataclass
class Window:
    """One window."""

    until: datetime
    left: int


@dataclass
class Windows:
    """One person's windows: each kind has its own, and a newer one takes the place of the older."""

    _open: dict[str, Window] = field(default_factory=dict)

    def opens(self, kind: str, now: datetime) -> None:
        """They wrote (said), or tapped a menu, followed, scanned (tapped)."""
        lasts, messages = RULES[kind]
        self._open[kind] = Window(now + lasts, messages)

    def shut(self) -> None:
        """They want no more."""
        self._open.clear()

    def left(self, now: datetime) -> int:
        """So many messages would be taken now."""
        return sum(window.left for window in self._alive(now))

    def take(self, now: datetime) -> None:
        """Use up one message, of the window that ends first."""
        alive = self._alive(now)
        if not alive:
            raise Refusal(45015, "response out of time limit or subscription is canceled")
        usable = [window for window in alive if window.left]
        if not usable:
            raise Refusal(45047, "out of response count limit")
        min(usable, key=lambda window: window.until).left -= 1

    def _alive(self, now: datetime) -> list[Window]:
        return [window for window in self._open.values() if now < window.until]
