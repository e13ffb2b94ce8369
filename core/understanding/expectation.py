"""What the person asks for, in their own words."""

import re
from collections.abc import Sequence
from itertools import pairwise

from core.understanding.clauses import Clauses
from core.understanding.words import Words

Span = tuple[int, int]

_UNANSWERED = ("enquiry", "chat")
_LONG = 26
_REACH = 20
_SOFT_CUT = re.compile(
    r"然后|所以|因为|但是|而且|(?:我的?|联系)?(?:电话|手机)(?:号码?)?(?:是|:|：|\s)|就是(?=请|麻烦|希望|想)|(?<=[嘛吧啊呢呀哦])(?=我|那|它|这|你们|就|[一二三四五六七八九十0-9]+栋)|不然|否则|要不然"
)
_FILLER = re.compile(
    r"[\s:：、\-—(（\"“]*(?:(?:那个|然后|所以|就是说?|嗯|呃|额|啊|哎|唉|喂|对了|还有|另外|顺便|因此|总之|最后|but|and|so|also)[\s,，]*)*"
)
_TAIL = re.compile(
    r"[\s:：、\-—)）\"”¤]+$|(?:谢谢|多谢|谢了|感谢|辛苦了?|thanks?|thank you)[您你们啦了哈啊呀\s]*$"
)


def requests(flat: str, clauses: Clauses, words: Words) -> list[tuple[Span, float]]:
    """The clauses that ask for something, with how strongly they do."""
    asked = []
    for start, end in _pieces(flat, clauses):
        strength = _strength(flat[start:end], words)
        if strength > 0:
            asked.append((_trimmed(flat, start, end, words), strength))
    return asked


def expectation(asked: Sequence[tuple[Span, float]], flat: str, kind: str, words: Words) -> Span | None:
    """The strongest run of neighbouring requests, the later one where two are alike; a question wishes nothing."""
    if kind in _UNANSWERED:
        return None
    if kind == "praise":
        asked = [
            (span, strength) for span, strength in asked if words.request["praise"].search(flat[slice(*span)])
        ]
    runs: list[tuple[int, int, float]] = []
    for (start, end), strength in asked:
        if runs and not re.search(r"[^\s，,、;；。!！.]", flat[runs[-1][1] : start]):
            begin, _, sum_so_far = runs.pop()
            runs.append((begin, end, sum_so_far + strength))
        else:
            runs.append((start, end, strength))
    if not runs:
        return None
    start, end, _ = max(reversed(runs), key=lambda run: run[2])
    return start, end


def _pieces(flat: str, clauses: Clauses) -> list[Span]:
    """Clauses, the long unpunctuated ones of voice transcripts cut once more at their connectives."""
    pieces: list[Span] = []
    for start, end in clauses.spans:
        long = end - start > _LONG and not flat[start:end].isascii()
        cuts = [cut.start() for cut in _SOFT_CUT.finditer(flat, start, end)] if long else []
        pieces += pairwise([start, *cuts, end])
    return [(start, end) for start, end in pieces if end > start]


def _strength(clause: str, words: Words) -> float:
    shapes = words.request
    if shapes["veto"].search(clause):
        return 0.0
    strong = 3.0 * bool(shapes["strong"].search(clause))
    weak = 2.5 * any(_verb_near(match.start(), clause, words) for match in shapes["weak"].finditer(clause))
    order = 2.0 * bool(shapes["order"].search(clause))
    if not strong and shapes["story"].search(clause):
        return 0.0
    return max(strong, weak, order) + 0.1 * (strong + weak + order)


def _verb_near(opener: int, clause: str, words: Words) -> bool:
    return words.request["verb"].search(clause, opener, opener + _REACH) is not None


def _trimmed(flat: str, start: int, end: int, words: Words) -> Span:
    """Without fillers and thanks around it; in a long clause only from the opening of the request on."""
    if end - start > _LONG and not flat[start:end].isascii():
        start = _opening(flat, start, end, words)
    filler = _FILLER.match(flat, start, end)
    start = filler.end() if filler and filler.end() < end else start
    while (tail := _TAIL.search(flat, start, end)) and tail.start() > start:
        end = tail.start()
    return start, end


def _opening(flat: str, start: int, end: int, words: Words) -> int:
    begins = [
        match.start()
        for name in ("strong", "weak", "order")
        if (match := words.request[name].search(flat, start, end))
    ]
    first = min(begins, default=start)
    subject = re.search(
        r"(?:你们?|您|物业|师傅|管家|保安|客服|工程部|保洁)+(?:[那这个的能不给上去来派快先再会]|有空|什么时候|赶紧|可以|过来|找人)*$",
        flat[max(start, first - 16) : first],
    )
    return first - len(subject[0]) if subject else first
