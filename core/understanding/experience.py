"""A second opinion beside the words: what runs of signs have spoken for in messages a desk has read before.

`experience.csv` says, in tenths, how much every run of one to three Chinese signs and every English word or pair of
words met often enough speaks for each kind and category. `tests/core/understanding/learn.py` makes it from the
labelled messages beside it; how good it is stands in `tests/core/understanding/README.md`. A site that trusts its
words alone sets `understanding.threshold.experience` to 0.
"""

import csv
import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from core.understanding.words import CATEGORIES, KINDS

LABELS = KINDS + CATEGORIES

Span = tuple[int, int]

_RUN = re.compile(r"[\u3400-\u9fff]+")
_ENGLISH = re.compile(r"[a-z']+")
_SIGN = re.compile("[?!？！😡🙏👍]")
_SAME = {"？": "?", "！": "!"}
_LONGEST = 3
_CONVINCING = 0.5


def opinion(flat: str) -> dict[str, float]:
    """How much a plain text as a whole speaks for each label; nothing where no run of it was ever met."""
    known = experience()
    met = [known[run] for run in runs(flat) if run in known]
    if not met:
        return {}
    sums = [sum(column) / math.sqrt(len(met)) for column in zip(*met, strict=True)]
    weights = _around_zero(sums[: len(KINDS)]) + _around_zero(sums[len(KINDS) :])
    return dict(zip(LABELS, weights, strict=True))


def convincing(label: str, flat: str, places: Iterable[Span]) -> tuple[Span, ...]:
    """Those of the words at these places that by experience speak for a label, the loudest first."""
    column = LABELS.index(label)
    known = experience()
    spoken = {
        (start, end): known[flat[start:end]][column]
        for start, end in places
        if end - start > 1 and flat[start:end] in known
    }
    loud = [place for place, weight in spoken.items() if weight >= _CONVINCING]
    return tuple(sorted(loud, key=lambda place: -spoken[place]))


def runs(flat: str) -> set[str]:
    """Every run of signs a text is made of, each once."""
    chinese = {
        run[at:stop]
        for run in _RUN.findall(flat)
        for at in range(len(run))
        for stop in range(at + 1, min(at + _LONGEST, len(run)) + 1)
    }
    english = _ENGLISH.findall(flat)
    signs = {_SAME.get(sign, sign) for sign in _SIGN.findall(flat)}
    return chinese.union(english, map(" ".join, pairwise(english)), signs)


@cache
def experience() -> Mapping[str, tuple[float, ...]]:
    """The stored weights, read once."""
    text = files("core.understanding").joinpath("experience.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return {row[0]: tuple(int(cell or 0) / 10 for cell in row[1:]) for row in rows}


def _around_zero(sums: list[float]) -> list[float]:
    mean = sum(sums) / len(sums)
    return [value - mean for value in sums]
