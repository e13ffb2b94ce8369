"""Fixed phrases of a list, found in free words; what stands inside a harmless one does not count."""

import re
from collections.abc import Iterable
from functools import cache

from core.understanding.plain import plain

_GAP = r"[^，。！？；,.!?;\n]{0,6}?"
_LATIN = re.compile(r"[a-z]")
NOWHERE = re.compile(r"(?!)")


def found(words: str, phrases: tuple[str, ...], harmless: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The phrases that stand there, as they were written, each once and none inside another."""
    flat = plain(words)
    spared = [match.span() for match in compiled(harmless).finditer(flat)]
    hits = (match.span() for match in compiled(phrases).finditer(flat))
    return as_written(words, (span for span in hits if not _inside(span, spared)))


def as_written(words: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """The places of a text in the writer's own spelling, each once."""
    return tuple(dict.fromkeys(words[start:end].strip() for start, end in spans))


@cache
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """All of a list at once, the longest first; a list of none is found nowhere."""
    shapes = [_shape(plain(phrase)) for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile("|".join(shapes)) if shapes else NOWHERE


def _shape(phrase: str) -> str:
    shape = _GAP.join(re.escape(part) for part in phrase.split("~"))
    before = r"(?<![a-z])" if _LATIN.match(phrase) else ""
    after = r"(?![a-z])" if _LATIN.match(phrase[-1:]) else ""
    return before + shape + after


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)
