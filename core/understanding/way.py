"""How somebody wishes to be answered, where they say so and nothing else can be meant (RE-4)."""

import re

from core.understanding.plain import plain

_CUT = re.compile(r"[，,。.;；!！?？~～\n]+|\s{2,}|(?<=[^a-z0-9])\s+|\s+(?=[^a-z0-9])")
# A visit is announced by telephone too: 来之前给我打电话 says nothing about the answer.
_OF_A_VISIT = re.compile(
    r"(?:上门|来|到|修|过来)(?:了|的)?(?:之前|以前|前|时|的时候)?$|提前$|出发$|before|when you"
)
_LEAD = (
    r"(?:请|麻烦|烦请|你们?|您|希望|最好|能否|能不能|可以|可否|直接|还是|就|再|都|要|我要|我想要|也|"
    r"(?:有|出)(?:了)?结果|处理(?:完|好)?|查清楚?|弄好|办好|结果|了|后|以后|之后|please|kindly|could you|can you| )*"
)
_TAIL = r"(?:我|给我|一下|说|说一声|就行|就好|就可以|即可|吧|谢谢|好吗|可以吗|行吗|吗|[::]?\d[\d -]{6,}|please|thanks| )*"
_WISHES = {
    "phone": r"(?:给我)?(?:打|回)(?:个|一个)?电话(?:给我|联系|告诉|通知|答复|回复|告知)?|用?电话(?:联系|答复|回复|告知|告诉|通知)|"
    r"(?:call|phone|ring)(?: me)?(?: back)?",
    "letter": r"(?:给我)?(?:个|一份|一个)?(?:用)?书面(?:形式)?的?(?:答复|回复|回函|答覆|回覆)|"
    r"(?:(?:answer|reply)(?: to me)? )?in writing|(?:a )?written (?:answer|reply)",
    "visit": r"(?:跟我|和我)?当面(?:跟我|和我|给我|向我)?(?:答复|回复|说清楚|说明|谈|说|告诉)|"
    r"(?:answer|tell|reply to) me in person",
}
_PATTERNS = {way: re.compile(f"{_LEAD}(?:{wish}){_TAIL}") for way, wish in _WISHES.items()}
_TO_ME = re.compile(r"我|联系|答复|回复|告|通知|\bme\b|回(?:个|一个)?电话")


def wished_way(words: str) -> str | None:
    """The way named in a clause that says nothing besides; the last one counts."""
    found, before = None, ""
    for clause in filter(None, (part.strip() for part in _CUT.split(plain(words)))):
        way = next((way for way, pattern in _PATTERNS.items() if pattern.fullmatch(clause)), None)
        if way and (way != "phone" or (_TO_ME.search(clause) and not _OF_A_VISIT.search(before))):
            found = way
        before = clause
    return found
