"""The words that tell what a message is about: read from data, found in one walk over the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

KINDS = ("complaint", "repair", "enquiry", "help", "suggestion", "praise", "chat")
CATEGORIES = ("engineering", "cleaning", "order", "service", "other")
LABELS = frozenset({*KINDS, *CATEGORIES, "urgent", "developer", "outside"})

Word = str | re.Pattern[str]

_GAP = r"[^，。！？；.!?;\n]{0,8}?"
_SPECIAL = re.compile(r"[~(\[?|\\.*]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A group of words of one meaning, and what each label gains when one of them is said."""

    name: str
    weights: Mapping[str, float]
    groups: frozenset[str]
    cancelled_by: tuple[re.Pattern[str], ...] = ()
    stress: float = 1.0
    lasting: bool = False
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One word of a mark where it stands in the text."""

    mark: Mark
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Together:
    """What two or more marks mean beyond their sum when they stand near each other."""

    marks: tuple[str, ...]
    unless: frozenset[str]
    within: int
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled vocabulary, made once and shared."""

    spelling: Mapping[str, str]
    misspelt: re.Pattern[str]
    openings: Mapping[str, tuple[tuple[Word, Mark], ...]]
    together: Mapping[str, tuple[Together, ...]]
    defaults: Mapping[str, str]
    natural: Mapping[str, str]
    threshold: Mapping[str, float]
    request: Mapping[str, re.Pattern[str]]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Words":
        """The vocabulary out of the parsed [understanding] tables."""
        table = data.get("understanding", data)
        spelling: dict[str, str] = table["spelling"]
        uneven = [wrong for wrong, right in spelling.items() if len(wrong) != len(right)]
        if uneven:
            raise ValueError(f"a respelling must keep its length: {uneven}")
        return cls(
            spelling=spelling,
            misspelt=re.compile("|".join(map(re.escape, sorted(spelling, key=len, reverse=True)))),
            openings=_openings(table),
            together=_by_first_mark(map(_together, table.get("together", ()))),
            defaults=table["defaults"],
            natural=table["natural"],
            threshold=table["threshold"],
            request={name: re.compile("|".join(shapes)) for name, shapes in table["request"].items()},
        )

    def respell(self, flat: str) -> str:
        """Typos, homophones and dialect in the spelling the vocabulary knows, at unchanged length."""
        return self.misspelt.sub(lambda match: self.spelling[match[0]], flat)

    def find(self, flat: str) -> list[Found]:
        """Every word of every mark, without the denied ones and those inside a harmless word."""
        found = [hit for at in range(len(flat)) for hit in self._at(flat, at)]
        harmless = [hit for hit in found if hit.mark.harmless]
        return [hit for hit in found if hit.mark.harmless or not _inside(hit, harmless)]

    def _at(self, flat: str, at: int) -> Iterator[Found]:
        for opening in (flat[at], flat[at : at + 2]):
            for word, mark in self.openings.get(opening, ()):
                end = _end(word, flat, at)
                if end > at and not _cancelled(mark, flat, at):
                    yield Found(mark, at, end)


def _end(word: Word, flat: str, at: int) -> int:
    """Where a word that may start here ends, -1 where it does not stand here."""
    if isinstance(word, str):
        return at + len(word) if flat.startswith(word, at) else -1
    match = word.match(flat, at)
    return match.end() if match else -1


def _cancelled(mark: Mark, flat: str, at: int) -> bool:
    before = flat[max(0, at - 10) : at]
    return any(shape.search(before) for shape in mark.cancelled_by)


def _inside(hit: Found, harmless: Sequence[Found]) -> bool:
    span = (hit.start, hit.end)
    return any(
        cover.start <= hit.start and hit.end <= cover.end and span != (cover.start, cover.end)
        for cover in harmless
    )


def _openings(table: Mapping[str, Any]) -> dict[str, tuple[tuple[Word, Mark], ...]]:
    """Every word under the one or two signs it begins with, so that few are tried at each place."""
    cancels = {name: re.compile(shape) for name, shape in table.get("cancel", {}).items()}
    index: dict[str, list[tuple[Word, Mark]]] = defaultdict(list)
    for name, entry in table["marks"].items():
        mark = _mark(name, entry, cancels)
        for word in entry["words"]:
            for opening in _beginnings(word):
                index[opening].append((_compiled(word), mark))
    return {opening: tuple(words) for opening, words in index.items()}


def _by_first_mark(rules: Iterable[Together]) -> dict[str, tuple[Together, ...]]:
    index: dict[str, list[Together]] = defaultdict(list)
    for rule in rules:
        index[rule.marks[0]].append(rule)
    return {mark: tuple(rules) for mark, rules in index.items()}


def _mark(name: str, entry: Mapping[str, Any], cancels: Mapping[str, re.Pattern[str]]) -> Mark:
    known = {"words", "groups", "unless_before", "stress", "lasting", "harmless"}
    unknown = entry.keys() - known - LABELS
    if unknown:
        raise ValueError(f"mark {name}: unknown {sorted(unknown)}")
    return Mark(
        name=name,
        weights={label: float(entry[label]) for label in entry.keys() & LABELS},
        groups=frozenset(entry.get("groups", ())) | {name},
        cancelled_by=tuple(cancels[cancel] for cancel in entry.get("unless_before", ())),
        stress=entry.get("stress", 1.0),
        lasting=entry.get("lasting", False),
        harmless=entry.get("harmless", False),
    )


def _together(entry: Mapping[str, Any]) -> Together:
    known = {"marks", "unless", "within"}
    unknown = entry.keys() - known - LABELS
    if unknown:
        raise ValueError(f"together {entry['marks']}: unknown {sorted(unknown)}")
    return Together(
        marks=tuple(entry["marks"]),
        unless=frozenset(entry.get("unless", ())),
        within=entry.get("within", 24),
        weights={label: float(entry[label]) for label in entry.keys() & LABELS},
    )


@cache
def _compiled(word: str) -> Word:
    """A plain word stays a string; one with gaps, choices or Latin edges becomes a pattern."""
    latin_start = bool(re.match(r"\(?[a-z]", word))
    latin_end = bool(re.search(r"[a-z][)?]*$", word))
    if not _SPECIAL.search(word) and not latin_start and not latin_end:
        return word
    shape = word.replace("~", _GAP)
    shape = shape[:-1] + "[a-z]*" if re.search(r"[a-z)]\*$", shape) else shape
    return re.compile((r"(?<![a-z])" if latin_start else "") + shape + (r"(?![a-z])" if latin_end else ""))


def _beginnings(word: str) -> set[str]:
    """The one or two signs a word can begin with; an opening bracket means those of any of its alternatives."""
    if word[0] == "[":
        return set(word[1 : word.index("]")])
    if word[0] == "^":
        return _beginnings(word[1:])
    if word[0] != "(":
        return {_beginning(word)}
    return {_beginning(choice) for choice in word[1 : word.index(")")].removeprefix("?:").split("|")}


def _beginning(word: str) -> str:
    plain_start = re.match(r"[^~(\[{?|\\.*+$^]{1,2}(?![?*{])|.", word)
    return plain_start[0] if plain_start else word[0]
