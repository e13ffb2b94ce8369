"""Template messages: what WeChat still takes when the window is closed. Fields of fixed kinds and lengths, and a link.

A value of the wrong kind or length makes WeChat refuse the whole message (47003), so each is made to fit.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.channels.base import Shown
from bot.channels.weixin.texts import shortened

NAMES = ("number", "what", "state", "at")
HERE = ZoneInfo("Asia/Shanghai")  # WeChat's own time, which its readers live by
NONE = "-"  # an empty value is refused as well

_NO_WORDS = {"So", "Sk", "Mn", "Cf", "Cc", "Cs", "Co", "Cn"}  # pictures, and what holds them together


@dataclass(frozen=True, slots=True)
class Template:
    """A template of the account: its id, and which of its keywords says what."""

    id: str
    fields: Mapping[str, str]  # our name, one of NAMES → the keyword, such as thing2

    def __post_init__(self) -> None:
        if (unknown := set(self.fields) - set(NAMES)) or not all(self.fields.values()):
            raise ValueError(f"a template says {', '.join(NAMES)}, not {', '.join(sorted(unknown))}")

    def filled(self, shown: Shown, now: datetime) -> dict[str, dict[str, str]]:
        """Its keywords with what they say about a message."""
        said = _said(shown, now)
        return {keyword: {"value": fitting(keyword, said[name])} for name, keyword in self.fields.items()}

    def asks(self, shown: Shown) -> bool:
        """Whether the hint can be read on it, so that a number typed afterwards is an answer to it."""
        keyword = self.fields.get("state", "")
        return bool(shown.hint and keyword) and fitting(keyword, shown.hint) == shown.hint


def fitting(keyword: str, value: str) -> str:
    """A value as its keyword takes it."""
    kind = keyword.rstrip("0123456789")
    plain = "".join(sign for sign in value if unicodedata.category(sign) not in _NO_WORDS or sign.isspace())
    return _KINDS.get(kind, _words(20))(" ".join(plain.split())) or NONE


def _said(shown: Shown, now: datetime) -> dict[str, str]:
    lines = [_unnumbered(line, shown.subject) for line in (shown.title, *shown.text.splitlines())]
    what, *more = [line for line in lines if line] or [""]
    return {
        "number": shown.subject,
        "what": what,
        "state": shown.hint or next((line for line in more if line != what), what),
        "at": f"{now.astimezone(HERE):%Y-%m-%d %H:%M}",
    }


def _unnumbered(line: str, subject: str) -> str:
    """A line without the case's number before it: that has a field of its own, and the room is small."""
    number = rf"[【\[]?{re.escape(subject)}[】\]]?\s*[:：]?" if subject else ""
    return re.sub(f"^{number}", "", line.strip()).strip()


def _words(most: int) -> Callable[[str], str]:
    return lambda value: shortened(value, most)


def _only(signs: str, most: int) -> Callable[[str], str]:
    return lambda value: re.sub(f"[^{signs}]", "", value)[:most]


_KINDS: Mapping[str, Callable[[str], str]] = {
    "thing": _words(20),
    "const": _words(20),
    "phrase": _only("\u4e00-\u9fff", 5),
    "name": _only("\u4e00-\u9fff", 10),
    "character_string": _only("!-~", 32),
    "number": _only("0-9", 32),
    "letter": _only("A-Za-z", 32),
    "symbol": _only("!-/:-@", 5),
    "time": _words(20),
    "date": lambda value: value[:10],
}
