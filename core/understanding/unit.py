"""A home or shop in all the ways people write it, brought to one form: 3-2-1201, 3-1201, S116."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.understanding.numerals import NUMBER, digits
from core.understanding.phone import spans
from core.understanding.plain import plain


@dataclass(frozen=True, slots=True)
class Place:
    """One unit as it stands in a text."""

    unit: str
    start: int
    end: int


_FILL = r"[\s,，、.。;；的嗯呃额啊那个这就是在]{0,4}"
_DASH = r"(?:\s?[\-—_·~/\\]{1,2}\s?|[横中]?[杠岗]|减)"
_TYPO = r"[动洞冻懂董撞橦东恫硐](?=\s?[0-9零一幺二两三四五六七八九十])"
_HOUSE = rf"(?:\s?(?:号\s?楼|号\s?院|#\s?楼?|栋\s?楼?|幢\s?楼?|座(?!机)|号\s?[栋幢座]|号门栋|{_TYPO}))"
_DOOR = r"(?:\s?(?:号?\s?单[元园圆源员云]|号?[蛋丹但]元|单(?=\s?[0-9零一幺二两三四五六七八九十])|号?门洞|号?门(?![口外锁禁铃前边上里把岗卫牌])|号?梯|#|dy))"
_FLOOR = rf"(?:(?P<floor>{NUMBER})\s?(?:楼|层){_FILL})?"
_ROOM = r"(?P<room>[0-9]{3,5}[a-h]?(?![零〇一幺二两三四五六七八九])|[零〇一幺二两三四五六七八九十百千]{2,7}(?![0-9])|[0-9零〇一幺二两三四五六七八九]{3,4}|(?<=[楼层])\s?[0-9]{1,2}|(?<=[楼层])[a-h]|[0-9]{1,2}[a-h])"

# Homes: building, perhaps entrance, perhaps floor, room; a following figure betrays a range, a price or a date.
_HOME = re.compile(
    rf"(?<![0-9a-z.:零〇一幺二两三四五六七八九十百千\-])(?P<building>[0-9]{{1,3}}|[一二三四五六七八九十百]{{1,4}}|[a-k])"
    rf"(?:(?P<house>{_HOUSE})|(?P<dash>{_DASH})|(?P<number>号)){_FILL}"
    rf"(?:(?P<door>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}}|[a-d甲乙丙丁])(?:{_DOOR}|{_DASH}){_FILL})?"
    rf"{_FLOOR}{_ROOM}(?P<after>\s?(?:室|房间?|号(?!楼|院|车|线)|户(?!型)))?"
    rf"(?P<range>\s?(?:[\-—~/]|到|至)\s?[0-9一二三四五六七八九]{{1,4}}(?![0-9栋幢#号])|[0-9.:]*\s?[0-9]{{2,}})?"
)
_ENGLISH = re.compile(
    r"\b(?:building|bldg|block|blk|tower|tw)\.?\s?(?:no\.?\s?)?#?(?P<building>[0-9]{1,3}|[a-k])\b[\s,.;/\-]{0,3}"
    r"(?:(?:unit|entrance|stair(?:case)?|section)\s?#?(?P<door>[0-9]{1,2})\b[\s,.;/\-]{0,3})?"
    r"(?:(?:the\s)?(?P<floor>[0-9]{1,2})(?:st|nd|rd|th|/f|f)?\s?(?:floor)?[\s,.;]{1,3})?"
    r"(?:room|rm|flat|apt|apartment|unit|no|suite|#)?\.?\s?#?(?P<room>[0-9]{3,4}[a-h]?|[0-9]{1,2}[a-h])\b"
)
_ENGLISH_BACKWARDS = re.compile(
    r"\b(?:room|rm|flat|apt|apartment|unit|no|#)\.?\s?#?(?P<room>[0-9]{3,4}[a-h]?|[0-9]{1,2}[a-h])[\s,.;]{1,3}(?:in |of |at )?"
    r"(?:(?:unit|entrance|staircase|section)\s?#?(?P<door>[0-9]{1,2})[\s,.;]{1,3}(?:in |of )?)?"
    r"(?:building|bldg|block|blk|tower)\.?\s?#?(?P<building>[0-9]{1,3}|[a-k])\b"
)
_SHOP = re.compile(
    r"(?:商铺|商舖|底商|门面房?|店面|铺面|铺位|店铺|旺铺|档口|shop|store)(?:的|号|是|编号|no\.?|#|\s){0,3}(?P<shop>[0-9]{1,4}|[一幺二三四五六七八九零]{2,4})"
    r"(?![0-9]|\s?[年月平元块]|家)|(?<![a-z0-9\-])s\s?[\-#]?\s?(?P<code>[0-9]{1,4})(?![0-9a-z])"
    r"|(?<![0-9\-])(?P<before>[0-9]{1,4}|[一幺二三四五六七八九零]{2,4})号?(?:商铺|底商|门面|店面|铺位|铺子|铺(?![设好了满路装]))"
)
_ROOM_FIRST = re.compile(
    rf"(?<![0-9])(?P<room>[0-9]{{3,4}})\s?(?:室|房|号房)?[\s,，的]{{0,3}}(?P<building>[0-9]{{1,3}}){_HOUSE}[\s,，的]{{0,2}}"
    rf"(?:(?P<door>[0-9]{{1,2}}){_DOOR})?(?![\s\-]?[0-9])"
)

_MEASURE = re.compile(
    r"\s?(?:元|块|平(?!房|台)|㎡|户(?:人|家|业主|都)|人|个|米|瓦|度|点|年|月|天|分|次|斤|兆|万|栋|幢|号楼|车位|号?车位|位(?!业主)|毫|公斤|吨|kg|%|w\b|小时|h\b|rmb|路|弄|线)"
)
_CODE = re.compile(
    r"(?:取件码?|取货码?|提货码?|快递柜|验证码|密码|单号|订单|编号|型号|工单|车位[号是在]{0,2}|车库|地库|地下|负[一二三1-3][层楼]|b[1-3]层?"
    r"|电表号?|水表号?|表号|户号|账号|卡号|尾号|时间|日期|柜号|合同号?|快递|code|bay|parking|slot|meter|order|plate)[\s:：是在为的#no.]{0,4}$"
)
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领学警][a-z][\s·.\-]?[a-z0-9](?:[·\-]?[a-z0-9]){4,5}"
)
_DATE = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?(?:[-/.月]\s?\d{1,2})?|\d{1,2}月\s?\d{1,2}[日号]?|\d{1,2}[:：]\d\d"
)
_O_FOR_ZERO = re.compile(r"(?<=[0-9])o(?=[0-9])|(?<=[0-9])o(?![a-z])")


def read_unit(text: str) -> str | None:
    """The unit in an answer to "which unit?", however spelt; None rather than a guess."""
    flat = _readable(plain(text))
    place = next(places(flat), None)
    if place:
        return place.unit
    bare = re.fullmatch(
        r"\D{0,6}?(\d{1,3})[\s,，.;]+(?:(\d{1,2})[\s,，.;]+)?(\d{3,4}[a-h]?)\D{0,4}", flat.strip()
    )
    return _home(bare[1], bare[2], None, bare[3]) if bare else None


def places(flat: str) -> Iterator[Place]:
    """Every unit that stands whole in a plain text, in order; ranges, dates, plates, bays and codes are none."""
    shown = conceal(flat)
    taken = 0
    found = [match for shape in _SHAPES for match in shape.finditer(shown)]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() < taken:
            continue
        taken = match.end()
        unit = _unit(match, shown)
        if unit:
            yield Place(unit, match.start(), match.end())


_SHAPES = (_HOME, _ENGLISH, _ENGLISH_BACKWARDS, _SHOP, _ROOM_FIRST)


def conceal(flat: str) -> str:
    """The text with phones, number plates and dates blotted out, at unchanged length."""
    for start, end in spans(flat):
        flat = flat[:start] + "¤" * (end - start) + flat[end:]
    for shape in (_PLATE, _DATE):
        flat = shape.sub(lambda match: "¤" * len(match[0]), flat)
    return _readable(flat)


def _readable(flat: str) -> str:
    return _O_FOR_ZERO.sub("0", flat)


def _unit(match: re.Match[str], shown: str) -> str | None:
    if match.re is _SHOP:
        return _shop(match, shown)
    parts = match.groupdict()
    if parts.get("range") or _CODE.search(shown[max(0, match.start() - 8) : match.start()]):
        return None
    if not parts.get("after") and _MEASURE.match(shown, match.end()):
        return None
    if (parts.get("dash") and not _dashed(match)) or (parts.get("number") and not _numbered(match)):
        return None
    return _home(match["building"], match["door"], parts.get("floor"), match["room"].strip())


def _dashed(match: re.Match[str]) -> bool:
    """Bare 3-2-1201 counts in figures only, and not where it could be a day, a sum or a span of years."""
    written = match[0]
    if "杠" in written or "减" in written:
        return True
    year = re.fullmatch("20[23][0-9]", match["room"]) and match["door"] and "/" in written
    return written[0] in "0123456789abcdefghijk" and match["room"][0] in "0123456789" and not year


def _numbered(match: re.Match[str]) -> bool:
    """12号602室 is a home, 3号晚上 and 5号1200元 are not."""
    return bool(match["door"] or match["after"] or match["floor"])


def _shop(match: re.Match[str], shown: str) -> str | None:
    if _CODE.search(shown[max(0, match.start() - 8) : match.start()]):
        return None
    number = digits(match["shop"] or match["code"] or match["before"])
    return f"S{number}" if number else None


def place_of(building: str, door: str | None, room: str, span: tuple[int, int]) -> Place | None:
    """A place put together from parts that stand apart."""
    unit = _home(building, door, None, room)
    return Place(unit, *span) if unit else None


def _home(building: str, door: str | None, floor: str | None, room: str) -> str | None:
    house = building.upper() if building.isalpha() and building.isascii() else digits(building).lstrip("0")
    entrance = _entrance(door)
    number = _room(floor, room)
    if not house or not number or entrance == "":
        return None
    return "-".join(part for part in (house, entrance, number) if part)


def _entrance(door: str | None) -> str | None:
    if not door:
        return None
    if door in _STEMS:
        return str(_STEMS.index(door) + 1)
    return door.upper() if door.isascii() and door.isalpha() else digits(door).lstrip("0")


_STEMS = "甲乙丙丁"


def _room(floor: str | None, room: str) -> str | None:
    """A room is floor and number: 1201 as it stands, 12楼 and 1 put together; nothing on floor 0 or number 00."""
    letter = room[-1].upper() if room[-1].isalpha() and room[-1].isascii() else ""
    number = digits(room[:-1] if letter else room)
    storey = digits(floor) if floor else ""
    if storey and len(number) <= 2:
        number = f"{storey}{number}" if letter and not number else f"{storey}{number:0>2}"
    if letter and 1 <= len(number) <= 2:
        return f"{int(number)}{letter}" if int(number) else None
    plausible = 3 <= len(number) <= 5 and number[0] != "0" and 0 < int(number[-2:]) <= 60
    return f"{number}{letter}" if plausible else None
