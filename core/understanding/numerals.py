"""Numbers as people say and write them, turned into digits."""

import re

FIGURES: dict[str, str] = dict(zip("零〇o一幺么妖二两三四五六七八九", "0001111223456789", strict=True))

# What a spoken or written whole number may be made of; "o" only ever stands between other figures.
NUMBER = r"(?:[0-9]+|[零〇一幺二两三四五六七八九十百千]+)"

_TENS = re.compile(
    r"(?P<tens>[一二三四五六七八九]?)十(?P<ones>[一二三四五六七八九]?)(?P<rest>[零〇一幺二两三四五六七八九]*)"
)
_LARGE = re.compile(r"(?:(?P<thousands>[一二两三四五六七八九])千)?(?:零?(?P<hundreds>[一二两三四五六七八九])百)?"
                    r"(?:零?(?P<tens>[一二三四五六七八九])?(?P<ten>十))?零?(?P<ones>[一二两三四五六七八九])?")  # fmt: skip


def figures(said: str) -> str:
    """Figure by figure: 一二零一 and 幺五零二 become 1201 and 1502."""
    return "".join(FIGURES.get(sign, sign) for sign in said)


def digits(said: str) -> str:
    """A number however said: 1201, 一二零一, 十二零一, 一千二百零一 and 二十一 all become plain digits."""
    if "百" in said or "千" in said:
        return _counted(said)
    if "十" in said:
        return _in_tens(said)
    return figures(said)


def _in_tens(said: str) -> str:
    match = _TENS.fullmatch(said)
    if match is None:
        return ""
    tens, ones, rest = match["tens"], match["ones"], figures(match["rest"])
    return f"{figures(tens) or 1}{figures(ones) or 0}{rest}"


def _counted(said: str) -> str:
    match = _LARGE.fullmatch(said)
    if match is None:
        return ""
    value = 1000 * _value(match["thousands"]) + 100 * _value(match["hundreds"]) + _value(match["ones"])
    return str(value + (10 * (_value(match["tens"]) or 1) if match["ten"] else 0))


def _value(figure: str | None) -> int:
    return int(FIGURES[figure]) if figure else 0
