"""How much a phone on WeChat still takes: the platform's own count, whatever the office behind it believes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.channels.playground.screens import Screens
from core.chat import Window


class Windows:
    """Windows of different kinds side by side, kept with the screens."""

    def __init__(self, screens: Screens) -> None:
        self.screens = screens

    def open(self, chat: str, window: Window, now: datetime, by: str) -> None:
        """Somebody did something after which so many messages may follow; told twice it is done once."""
        windows = self.of(chat)
        if windows.get(window.kind, {}).get("by") != by:
            opened = {"until": (now + window.lasts).isoformat(), "left": window.messages, "by": by}
            self._keep(chat, windows | {window.kind: opened})

    def left(self, chat: str, now: datetime) -> int:
        """How many messages it takes now."""
        return sum(window["left"] for window in self.of(chat).values() if _is_open(window, now))

    def use(self, chat: str, now: datetime) -> None:
        """A message came in; what ends soonest is used first."""
        windows = self.of(chat)
        usable = [kind for kind, window in windows.items() if _is_open(window, now) and window["left"]]
        if usable:
            soonest = min(usable, key=lambda kind: str(windows[kind]["until"]))
            self._keep(chat, windows | {soonest: windows[soonest] | {"left": windows[soonest]["left"] - 1}})

    def of(self, chat: str) -> dict[str, Any]:
        """A chat's windows by kind, also those that are over."""
        return dict(self.screens.windows().get(chat, {}))

    def _keep(self, chat: str, windows: Mapping[str, Any]) -> None:
        self.screens.set_windows(chat, windows)


def _is_open(window: Mapping[str, Any], now: datetime) -> bool:
    return datetime.fromisoformat(window["until"]) > now
