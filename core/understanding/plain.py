"""Free text in one plain spelling, letter for letter as long as the original, so that positions stay true."""

from core.understanding.traditional import TWINS

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_CAPITALS = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_FULL_CAPITALS = {code + 0xFEE0: chr(code + 32) for code in _CAPITALS}
_CIRCLED = {0x2460 + n: str(n + 1) for n in range(9)} | {0x2776 + n: str(n + 1) for n in range(9)}
_BLANKS = dict.fromkeys((0x3000, 0xA0, 0xFE0F, 0x20E3, *range(0x200B, 0x2010), 0xFEFF, 0x09), " ")
_SIGNS = {
    ord("’"): "'",
    ord("‘"): "'",
    ord("﹣"): "-",
    ord("−"): "-",
    ord("‐"): "-",
    ord("‑"): "-",
    ord("–"): "-",
}

# Sentence marks keep their Chinese form: whoever cuts clauses wants to know them from the dot in "3.2.1201".
_KEPT = dict.fromkeys(map(ord, "，。！？；："))
_TABLE: dict[int, str] = {
    code: twin
    for code, twin in (TWINS | _FULL_WIDTH | _CAPITALS | _FULL_CAPITALS | _CIRCLED | _BLANKS | _SIGNS).items()
    if code not in _KEPT
}


def plain(text: str) -> str:
    """Traditional, full-width, capitals and odd blanks become Simplified, half-width, small and a space."""
    return text.translate(_TABLE)
