"""A price as people say and write it, in cents and never in fractions: 45, ¥45.50, 1,200元, 四十五块五, 免费.

What could be read in two ways is not guessed: two prices, a range, a price a piece. Whoever wrote it is asked.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.understanding.numerals import FIGURES, digits
from core.understanding.plain import plain


class Doubt(StrEnum):
    """Why a price was not understood."""

    NONE = "no-price"
    SEVERAL = "several"
    RANGE = "range"
    NEGATIVE = "negative"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class Price:
    """So many cents, and where in the words they stand."""

    cents: int
    start: int
    end: int


_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?"
_HAN = r"[零〇一二两三四五六七八九十百千]+"
_PRICE = re.compile(
    rf"(?P<before>(?:[¥￥]|rmb|cny|人民币)\s*)?(?P<whole>{_ARABIC}|{_HAN})"
    r"(?:(?P<large>[万千百])?\s*(?P<after>元|块|圆|yuan\b|rmb\b|cny\b)"
    r"(?:(?P<tenth>[0-9一二两三四五六七八九半])(?:角|毛)?(?=钱|整|\s|[,，、;；。.]|$))?(?:钱|整)?"
    r"|\s*(?P<tenths>角|毛)钱?)?"
)
_FREE = re.compile(r"免费|不收费|不要钱|赠送|\bfree\b")
_GLUED = re.compile(r"[0-9a-z.$€£万]$")  # 4.5.6, DN20, 1e9: no price begins after one of these
_TO = re.compile(r"[0-9元块]\s*[-~至到]\s*$")
_MINUS = re.compile(r"(?:^|[\s:：(])-$|负$")
_EACH_BEFORE = re.compile(r"(?:每\s*\S?|单价\s*[:：]?|\d\s*[x×*]\s*)$")
_EACH_AFTER = re.compile(r"\s*(?:/|每|一[个只米套根次片块台]|[x×*]\s*\d|per\b|each\b)")
_LARGE = {"万": 10_000, "千": 1000, "百": 100}
_COLLOQUIAL = re.compile(rf"({_HAN}?)([百千])([一二三四五六七八九])")


def read_price(words: str) -> Price | Doubt:
    """The one price in a line: one that names the currency, else a number at its end."""
    said = plain(words)
    end = len(said.rstrip(" ,，、;；。.!！"))
    found = [m for m in _PRICE.finditer(said) if _is_marked(m)]
    found = found or [m for m in _PRICE.finditer(said) if m.end() == end and _stands_alone(said, m)]
    if not found:
        free = _FREE.search(said)
        return Price(0, *free.span()) if free else Doubt.NONE
    return _only(said, found)


def _is_marked(match: re.Match[str]) -> bool:
    return bool(match["before"] or match["after"] or match["tenths"])


def _stands_alone(said: str, match: re.Match[str]) -> bool:
    """A bare number; one in Chinese signs may be the end of a word, and has a space before it."""
    if match["whole"][0].isdigit():
        return True
    return len(match["whole"]) > 1 and said[: match.start()].endswith((" ", ",", "，", "、", ":", "："))


def _only(said: str, found: list[re.Match[str]]) -> Price | Doubt:
    match, before = found[-1], said[: found[-1].start()]
    if _TO.search(before):
        return Doubt.RANGE
    if len(found) > 1:
        return Doubt.SEVERAL
    if _MINUS.search(before):
        return Doubt.NEGATIVE
    if _EACH_BEFORE.search(before) or _EACH_AFTER.match(said, match.end()):
        return Doubt.EACH
    if _GLUED.search(before) or said[match.end() : match.end() + 1].isdigit():
        return Doubt.NONE
    cents = _cents(match)
    return Doubt.NONE if cents is None else Price(cents, match.start(), match.end())


def _cents(match: re.Match[str]) -> int | None:
    amount = number(match["whole"])
    if amount is None:
        return None
    if match["tenths"]:
        return int(amount * 10)
    tenth = match["tenth"] or "0"
    return int(amount * _LARGE.get(match["large"] or "", 1) * 100) + (
        50 if tenth == "半" else 10 * int(FIGURES.get(tenth, tenth))
    )


def number(said: str) -> Decimal | None:
    """A number in either kind of figures; 一百二 is a hundred and twenty, as everybody says it."""
    if said[0].isdigit():
        return Decimal(said.replace(",", ""))
    short = _COLLOQUIAL.fullmatch(said)
    if short:
        whole = digits(short[1] + short[2]) if short[1] else ""
        return Decimal(whole) + int(FIGURES[short[3]]) * _LARGE[short[2]] // 10 if whole else None
    counted = digits(said)
    return Decimal(counted) if counted else None
