"""The number a person can be reached at, out of free words."""

import re
from collections.abc import Iterator

import phonenumbers

from core.understanding.numerals import figures
from core.understanding.plain import plain

_FIGURE = r"(?:[二两三四五六七八2-8]个[0-9零〇一幺二两三四五六七八九]|[0-9零〇一幺二两三四五六七八九])"
_GAP = r"[\s\-.·—–_()（）]{0,2}"
_NO_MORE = rf"(?!{_GAP}{_FIGURE})"

_MOBILE = re.compile(
    rf"(?:(?<![0-9])|(?<=[栋幢座楼元门#\-]\d{{3}})|(?<=[栋幢座楼元门#\-]\d{{4}})|(?<=[栋幢座楼元门][一幺二三四五六七八九][零〇一幺二三四五六七八九]{{2}})"
    rf"|(?<=[栋幢座楼元门][一幺二三四五六七八九][零〇一幺二三四五六七八九]{{3}}))"
    rf"(?<![零〇一幺二三四五六七八九]{{5}})"
    rf"(?P<number>[1一幺]{_GAP}[3-9三四五六七八九](?:{_GAP}{_FIGURE}){{5,9}}){_NO_MORE}"
)
_LANDLINE = re.compile(
    rf"(?<![0-9])(?P<number>[(（]?[0零〇](?:[1一幺][0零〇]|[2二两]{_FIGURE}|[3-9三四五六七八九]{_FIGURE}{{2}})"
    rf"[)）]?{_GAP}{_FIGURE}(?:{_GAP}{_FIGURE}){{6,7}})(?:(?=-\d{{1,5}}(?!\d))|{_NO_MORE})"
)
_FOREIGN = re.compile(r"(?<!\d)(?P<number>(?:\+|00)\d(?:[\s\-()]{0,2}\d){7,14})(?!\d)")
_GREATER_CHINA = re.compile(
    r"(?<![\d+])(?P<number>\(?(?:852|853|886)\)?[\s\-]{1,2}\d(?:[\s\-]?\d){7,8})(?!\d)"
)

# Numbers that look right and belong to something else, told by the words just before them.
_NOT_A_PHONE = re.compile(
    r"(?:电表号?|水表号?|气表号?|表号|户号|订单号?|单号|运单|快递单?号?|身份证号?|银行卡号?|卡号|账号|车牌|取件码"
    r"|工单号?|编号|发票号|meter|order|account)[\s:：是为no.#]{0,4}$"
)
_SOMEBODY_ELSES = re.compile(
    r"(?:推销|骚扰|诈骗|骗子|广告|中介|商家|快递员|外卖员?|开锁|贷款|陌生|对方|他们?|她|司机|车主|服务|热线|投诉|报警|客服|物业|开发商|售后)"
    r"(?:的|那个|留的|打来的|来的)?(?:联系)?(?:电话|手机|号码|热线)?(?:号码?)?[\s:：是]{0,2}$"
)
_SHORTEST = 10
_REPEATED = re.compile(r"([二两三四五六七八2-8])个([0-9零〇一幺二两三四五六七八九])")


def read_phone(text: str) -> str | None:
    """Digits without +86, landlines with their area code, foreign numbers with country code; no hotlines."""
    return next((number for number, _ in phones(plain(text))), None)


def phones(flat: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every reachable number in a plain text with its place, in order of standing; somebody else's are left out."""
    for start, end in spans(flat):
        before = flat[max(0, start - 14) : start]
        if _NOT_A_PHONE.search(before) or _SOMEBODY_ELSES.search(before):
            continue
        number = _valid(_spoken_out(flat[start:end]))
        if number:
            yield number, (start, end)


def spans(flat: str) -> list[tuple[int, int]]:
    """Where anything stands that is shaped like a phone number, first and longest first."""
    found = (match.span("number") for shape in _SHAPES for match in shape.finditer(flat))
    full = (span for span in found if len(_spoken_out(flat[slice(*span)])) >= _SHORTEST)
    return sorted(full, key=lambda span: (span[0], -span[1]))


_SHAPES = (_FOREIGN, _GREATER_CHINA, _LANDLINE, _MOBILE)


def _spoken_out(written: str) -> str:
    """四个零 is 0000; blanks and dashes go, a plus stays."""
    repeated = _REPEATED.sub(lambda match: match[2] * int(figures(match[1])), written)
    return re.sub(r"[^\d+]", "", figures(repeated))


def _valid(number: str) -> str | None:
    if number.startswith("00"):
        number = "+" + number[2:]
    if number[:3] in ("852", "853", "886"):
        number = "+" + number
    try:
        parsed = phonenumbers.parse(number, "CN")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return _digits(parsed)


def _digits(parsed: phonenumbers.PhoneNumber) -> str:
    national = phonenumbers.national_significant_number(parsed)
    if parsed.country_code != phonenumbers.country_code_for_region("CN"):
        return f"{parsed.country_code}{national}"
    mobile = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE
    return national if mobile else f"0{national}"
