"""Kind, category, urgency and class, weighed from the words found; every verdict can name its reasons."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.understanding.clauses import Clauses
from core.understanding.experience import convincing, opinion
from core.understanding.words import CATEGORIES, KINDS, Found, Together, Words

CLASSED = ("complaint", "repair", "suggestion")

T = TypeVar("T")
L = TypeVar("L", str, str | None)

_REASONS = 4
_SHARPNESS = 0.8
_DEFAULTED = 0.2


@dataclass(frozen=True, slots=True)
class Verdict(Generic[T]):
    """A value, where in the text it comes from, and how sure it is."""

    value: T
    places: tuple[tuple[int, int], ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the desk would write on the card."""

    kind: Verdict[str]
    category: Verdict[str | None]
    urgent: Verdict[bool]
    class_: Verdict[int | None]


@dataclass(frozen=True, slots=True)
class _Evidence:
    label: str
    weight: float
    places: tuple[tuple[int, int], ...]


def judge(flat: str, clauses: Clauses, asked: Sequence[tuple[int, int]], words: Words) -> Judgement:
    """Weigh a plain text; `asked` are the places of requests, where a question mark is only politeness."""
    found = words.find(flat)
    evidence = _weigh(found, clauses, asked, words)
    totals = _totals(evidence)
    _lean(totals, words)
    _mind_requests(flat, asked, totals, words)
    _listen(flat, totals, words)
    kind = _explained(_kind(totals, evidence, words), flat, found)
    category = _explained(_category(kind.value, totals, evidence, words), flat, found)
    urgent = _urgent(kind.value, totals, evidence, words)
    return Judgement(kind, category, urgent, _class(kind.value, totals, evidence, words))


def _kind(totals: Mapping[str, float], evidence: list[_Evidence], words: Words) -> Verdict[str]:
    best = max(KINDS, key=lambda label: totals[label])
    if totals[best] < words.threshold["kind"]:
        return Verdict("chat", (), _sureness("chat", KINDS, totals))
    return Verdict(best, _places(best, evidence), _sureness(best, KINDS, totals))


def _category(
    kind: str, totals: Mapping[str, float], evidence: list[_Evidence], words: Words
) -> Verdict[str | None]:
    if kind == "chat":
        return Verdict(None, (), 1.0)
    best = max(CATEGORIES, key=lambda label: totals[label])
    if totals[best] < words.threshold["category"]:
        return Verdict(words.defaults[kind], (), _DEFAULTED)
    return Verdict(best, _places(best, evidence), _sureness(best, CATEGORIES, totals))


def _urgent(kind: str, totals: Mapping[str, float], evidence: list[_Evidence], words: Words) -> Verdict[bool]:
    distance = totals["urgent"] - words.threshold["urgent"]
    danger = distance >= 0 and kind in ("repair", "help", "complaint")
    return Verdict(danger, _places("urgent", evidence) if danger else (), 1 / (1 + math.exp(-abs(distance))))


def _class(
    kind: str, totals: Mapping[str, float], evidence: list[_Evidence], words: Words
) -> Verdict[int | None]:
    if kind not in CLASSED:
        return Verdict(None, (), 1.0)
    developer = totals["developer"] - words.threshold["developer"]
    outside = totals["outside"] - words.threshold["outside"]
    sure = 1 / (1 + math.exp(-max(abs(developer), abs(outside))))
    if max(developer, outside) < 0:
        return Verdict(1, (), sure)
    label, value = ("outside", 3) if outside >= developer else ("developer", 2)
    return Verdict(value, _places(label, evidence), sure)


def _weigh(
    found: list[Found], clauses: Clauses, asked: Sequence[tuple[int, int]], words: Words
) -> list[_Evidence]:
    stress = _stress(found, clauses)
    loudest: dict[str, tuple[float, Found]] = {}
    for hit in found:
        loud = stress[clauses.at(hit.start)] if stress else 1.0
        if "asking" in hit.mark.groups and any(start <= hit.start < end for start, end in asked):
            loud *= words.threshold["politeness"]
        name = hit.mark.name
        if name not in loudest or loud > loudest[name][0]:
            loudest[name] = (loud, hit)
    single = (
        _Evidence(label, weight * (loud if label != "urgent" else 1.0), ((hit.start, hit.end),))
        for loud, hit in loudest.values()
        for label, weight in hit.mark.weights.items()
    )
    return [*single, *_combined(found, stress, clauses, words.together)]


def _stress(found: list[Found], clauses: Clauses) -> list[float]:
    """How much each clause counts: what is said first and called the main thing more, asides less."""
    count = len(clauses.spans)
    stress = [1.0 - 0.15 * number / count for number in range(count)]
    for hit in found:
        if hit.mark.stress != 1.0:
            first = clauses.at(hit.start)
            for number in range(first, count if hit.mark.lasting else first + 1):
                stress[number] *= hit.mark.stress
    return stress


def _combined(
    found: list[Found], stress: list[float], clauses: Clauses, rules: Mapping[str, tuple[Together, ...]]
) -> Iterator[_Evidence]:
    groups: dict[str, list[Found]] = defaultdict(list)
    for hit in found:
        for group in hit.mark.groups:
            groups[group].append(hit)
    for rule in (rule for group in groups for rule in rules.get(group, ())):
        near = None if rule.unless & groups.keys() else _nearest(rule, groups)
        if near:
            loud = max(stress[clauses.at(hit.start)] for hit in near) if stress else 1.0
            places = tuple((hit.start, hit.end) for hit in near)
            for label, weight in rule.weights.items():
                yield _Evidence(label, weight * (loud if label != "urgent" else 1.0), places)


def _nearest(rule: Together, groups: Mapping[str, list[Found]]) -> list[Found] | None:
    """For some word of the first mark, the nearest word of each other mark, if all are near enough."""
    if any(mark not in groups for mark in rule.marks):
        return None
    for anchor in groups[rule.marks[0]]:
        others = [min(groups[mark], key=lambda hit: _apart(hit, anchor)) for mark in rule.marks[1:]]
        if all(_apart(other, anchor) <= rule.within for other in others):
            return [anchor, *others]
    return None


def _apart(one: Found, other: Found) -> int:
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def _lean(totals: dict[str, float], words: Words) -> None:
    """What a message is about leans towards a kind by itself, and away from small talk."""
    subject = max(CATEGORIES, key=lambda label: totals[label])
    about = totals[subject]
    if about >= words.threshold["category"]:
        totals[words.natural[subject]] += words.threshold["lean"]
        totals["chat"] -= 0.6 * about


def _mind_requests(
    flat: str, asked: Sequence[tuple[int, int]], totals: dict[str, float], words: Words
) -> None:
    """Who asks for something to be done, not told, is not merely asking."""
    if any(not words.request["tell"].search(flat, start, end) for start, end in asked):
        totals["enquiry"] -= words.threshold["told"]


def _listen(flat: str, totals: dict[str, float], words: Words) -> None:
    """What experience adds: it may tip the scales, but not outweigh a plain word."""
    most = words.threshold["experience_most"]
    for label, weight in opinion(flat).items():
        totals[label] += max(-most, min(most, words.threshold["experience"] * weight))


def _explained(verdict: Verdict[L], flat: str, found: list[Found]) -> Verdict[L]:
    """A verdict no word of its own stands behind names the words that speak for it by experience."""
    if verdict.places or verdict.value is None or verdict.sure <= _DEFAULTED:
        return verdict
    places = convincing(verdict.value, flat, ((hit.start, hit.end) for hit in found))
    return Verdict(verdict.value, places[:_REASONS], verdict.sure)


def _totals(evidence: list[_Evidence]) -> dict[str, float]:
    totals: dict[str, float] = defaultdict(float)
    for piece in evidence:
        totals[piece.label] += piece.weight
    return totals


def _places(label: str, evidence: list[_Evidence]) -> tuple[tuple[int, int], ...]:
    """The words that spoke for a label, heaviest first, none inside another."""
    kept: list[tuple[int, int]] = []
    for piece in sorted((e for e in evidence if e.label == label and e.weight > 0), key=lambda e: -e.weight):
        for start, end in piece.places:
            if not any(start < stop and begin < end for begin, stop in kept):
                kept.append((start, end))
    return tuple(kept[:_REASONS])


def _sureness(best: str, labels: Sequence[str], totals: Mapping[str, float]) -> float:
    """The share of the best label when the totals are read as log-odds."""
    top = totals[best]
    return 1 / sum(math.exp(_SHARPNESS * min(totals[label] - top, 50.0)) for label in labels)
