"""A quotation: what is to be done, with what, for how much and how long; and what the owner said to it.

It lives in the case's history: "quote" with its version, "consent" or "refuse" with the version meant. A changed
quotation is another version and needs another consent; so does another round (HA-3). Money is whole cents.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from core.case import Case, Entry
from core.understanding.plain import plain
from core.understanding.price import Doubt, Price, number, read_price

QUOTE, CONSENT, REFUSE = "quote", "consent", "refuse"


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what is done, with which material, for how much."""

    name: str
    material: str
    cents: int

    def packed(self) -> list[Any]:
        """The item as plain data; `Item(*packed)` is the item again."""
        return [self.name, self.material, self.cents]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What the owner is asked to agree to."""

    version: int
    items: tuple[Item, ...]
    minutes: int  # the work takes
    answer: str = ""  # consent, refuse, or nothing yet

    @property
    def total(self) -> int:
        """In cents."""
        return total(self.items)


def total(items: Iterable[Item]) -> int:
    """What all of it costs, in cents."""
    return sum(item.cents for item in items)


def yuan(cents: int) -> str:
    """145, or 45.50 where there are cents."""
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02}" if rest else str(whole)


# on record


def newest(case: Case) -> Quotation | None:
    """The quotation that counts: the newest of this round, with the newest answer to that very version."""
    found: Quotation | None = None
    for entry in case.history:
        if entry.round != case.round:
            continue
        if entry.what == QUOTE:
            found = _read(entry)
        elif found and entry.what in {CONSENT, REFUSE} and entry.data.get("version") == found.version:
            found = replace(found, answer=entry.what)
    return found


def _read(entry: Entry) -> Quotation:
    items = tuple(Item(*item) for item in entry.data["items"])
    return Quotation(entry.data["version"], items, entry.data["minutes"])


def waiting(case: Case) -> Quotation | None:
    """The quotation the owner has not answered yet."""
    found = newest(case)
    return found if found and not found.answer else None


def agreed(case: Case) -> Quotation | None:
    """The quotation the owner has consented to; while none is, no paid work is done."""
    found = newest(case)
    return found if found and found.answer == CONSENT else None


def is_held(case: Case) -> bool:
    """Whether the owner was asked about work that costs nothing, and has not said yes to it."""
    found = newest(case)
    return found is not None and not found.total and found.answer != CONSENT


def next_version(case: Case) -> int:
    """No number is used twice in a case, so that an old button never means a new quotation."""
    return 1 + sum(entry.what == QUOTE for entry in case.history)


# read from words


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that was not understood, and why."""

    line: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody wrote, line by line."""

    items: tuple[Item, ...] = ()
    minutes: int | None = None
    stated: int | None = None  # the total they wrote themselves, in cents
    unclear: tuple[Unclear, ...] = ()


LONGEST = 60  # characters of a name or material; a line without a price that is longer is talk
_LINES = re.compile(r"[\n;；]|(?<=[元块角毛])\s*[,，、。]")
_BULLET = re.compile(r"\s*(?:[①-⑳❶-❿]|[-*•·]\s|[(（]?\d{1,2}(?:[.．](?!\d)|[、)）]))\s*")
_BETWEEN = re.compile(r"[\s,，、:：|/;；。=-]+")
_TOTAL = re.compile(r"(?:合计|总计|共计|一共|总共|总价|总额|共|total)\s*[:：]?\s*")
_TIMED = re.compile(r"(?:(?:用时|工期|工时|需时|耗时|时长|施工时间|时间|takes?|time)\s*[:：]?\s*)+")
_ABOUT = re.compile(r"(?:(?:大约|大概|预计|约|需要|要)\s*)+")
_LASTS = re.compile(
    r"(?P<n>\d+(?:\.\d)?|[一二两三四五六七八九十]+|半)\s*个?(?P<half>半)?\s*"
    r"(?P<unit>分钟|小时|钟头|天|日|minutes?|min|hours?|hrs?|h|days?)(?P<more>半)?(?:左右|做完|完工|完成|搞定)?"
)
_MINUTES = {"分": 1, "m": 1, "小": 60, "钟": 60, "h": 60, "天": 1440, "日": 1440, "d": 1440}
_HALF_A_DAY = 240
_LONGEST_WORK = 90 * 1440  # minutes; more is a slip of the pen


def read_quotation(words: str, most: int) -> Reading:
    """Item, material and price a line, however written; what is not clear is named, not guessed."""
    reading = Reading()
    for line in _LINES.split(words):
        if plain(line).strip(" ,，、。.") and len(line) < 1000:
            reading = _line(reading, _BULLET.sub("", line, count=1).strip(), most)
    return reading


def _line(reading: Reading, line: str, most: int) -> Reading:
    said = plain(line)
    if (minutes := read_minutes(line)) is not None:
        late = minutes > _LONGEST_WORK
        return _doubt(reading, line, "no-time") if late else replace(reading, minutes=minutes)
    if _TIMED.match(said) and read_price(line) is Doubt.NONE:
        return _doubt(reading, line, "no-time")
    head = _TOTAL.match(said)
    price = read_price(line[head.end() :] if head else line)
    if isinstance(price, Doubt):
        return _doubt(reading, line, price)
    if price.cents > most:
        return _doubt(reading, line, "too-much")
    if head:
        return replace(reading, stated=price.cents)
    item = _item(line, price)
    return replace(reading, items=(*reading.items, item)) if item else _doubt(reading, line, "no-name")


def _doubt(reading: Reading, line: str, why: str) -> Reading:
    return replace(reading, unclear=(*reading.unclear, Unclear(line[:LONGEST], why)))


def _item(line: str, price: Price) -> Item | None:
    words = f"{line[: price.start]} {line[price.end :]}"
    parts = [part for part in _BETWEEN.split(words) if part.strip("()（）.。")]
    if not parts:
        return None
    return Item(parts[0][:LONGEST], " ".join(parts[1:])[:LONGEST], price.cents)


def read_minutes(words: str) -> int | None:
    """How long the work takes, where the line says nothing else: 用时2小时, 大约半天, 1.5 hours."""
    said = plain(words).strip(" ,，、。.")
    for head in (_TIMED, _ABOUT):
        found = head.match(said)
        said = said[found.end() :] if found else said
    match = _LASTS.fullmatch(said)
    return _minutes(match) if match else None


def _minutes(match: re.Match[str]) -> int | None:
    each = _MINUTES[match["unit"][0]]
    half = _HALF_A_DAY if each == _MINUTES["天"] else each // 2
    more = half if match["half"] or match["more"] else 0
    if match["n"] == "半":
        return half
    many = number(match["n"])
    return int(many * each) + more if many else None
