"""Neighbours: which cases probably have one cause, by building, subject and time (IN-14)."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from core.case import Case, Kind
from core.policy.neighbours import Incidents
from core.understanding.numerals import digits
from core.understanding.plain import plain

LEADING = frozenset({Kind.COMPLAINT, Kind.REPAIR, Kind.HELP})  # somebody goes and does something
JOINING = LEADING | {Kind.ENQUIRY}  # 什么时候来水 is the same matter
_BUILDING = re.compile(
    r"(?:building|bldg|block|tower)\.?\s?(?:no\.?\s?)?#?(?P<after>[0-9]{1,3})\b"
    r"|(?P<before>[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s?(?:号楼|栋|幢|座(?!机)|#)"
)


def numbers(prefix: str, first: datetime, last: datetime) -> tuple[str, str]:
    """How the numbers of these days begin, and how those of the day after."""
    return f"{prefix}-{first:%Y%m%d}", f"{prefix}-{last + timedelta(days=1):%Y%m%d}"


def likely(
    words: str, because: Iterable[str], unit: str, cases: Iterable[Case], rules: Incidents
) -> list[Case]:
    """Those of the cases that may have the same cause, the likeliest first, then the oldest."""
    said, here = tuple(because), building_of(unit, words)
    near = [case for case in cases if building_of(case.unit, case.issue) == here]
    found = [(len(common(words, said, case, rules)), case) for case in near]
    return [case for count, case in sorted(found, key=lambda each: (-each[0], each[1].opened)) if count]


def common(words: str, because: Iterable[str], case: Case, rules: Incidents) -> tuple[str, ...]:
    """What tells that both speak of the same, in the words of the one who speaks now."""
    mine, theirs = plain(words), plain(case.issue)
    telling = dict.fromkeys((*map(plain, because), *map(plain, case.because)))
    both = [w for w in telling if len(w) > 1 and w not in rules.vague and w in mine and w in theirs]
    for same in rules.alike:
        heard = next((w for w in same if w in mine), None)
        if heard and any(w in theirs for w in same):
            both.append(heard)
    kept = [w for w in dict.fromkeys(both) if not any(w != other and w in other for other in both)]
    return tuple(words[mine.index(w) : mine.index(w) + len(w)] for w in kept)


def building_of(unit: str, words: str) -> str:
    """The building a case is about; S for the shops, nothing where neither unit nor words tell."""
    if unit.startswith("S"):
        return "S"
    if "-" in unit:
        return unit.split("-", maxsplit=1)[0]
    found = _BUILDING.search(plain(words)) if not unit else None
    return digits(found["after"] or found["before"]) if found else ""
