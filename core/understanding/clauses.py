"""A text cut into clauses at stops, emoji, line ends and the blanks people type instead of stops."""

import re
from bisect import bisect_right

_CUT = re.compile(
    r"[，。！？；,!?;\n…~¤|]+|(?<![0-9])\.+|\.+(?![0-9])|[\U0001F000-\U0001FAFF\u2600-\u27BF]+"
    r"|(?<![a-z0-9'\s])\s+|\s+(?![a-z0-9\s])"
)


class Clauses:
    """The clauses of a plain text, by place and by number."""

    __slots__ = ("_starts", "spans")

    def __init__(self, flat: str) -> None:
        self.spans: list[tuple[int, int]] = []
        start = 0
        for cut in _CUT.finditer(flat):
            self._add(flat, start, cut.start())
            start = cut.end()
        self._add(flat, start, len(flat))
        self._starts = [start for start, _ in self.spans]

    def _add(self, flat: str, start: int, end: int) -> None:
        if flat[start:end].strip():
            self.spans.append((start, end))

    def at(self, position: int) -> int:
        """The number of the clause a position lies in."""
        return max(0, bisect_right(self._starts, position) - 1)
