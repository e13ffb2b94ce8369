"""Template messages: which values a keyword takes, by what its name begins with."""

import re
from dataclasses import dataclass
from typing import Any

from tests.fakes.wechat.faults import Refusal

_DAY = r"\d{4}(年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})"
_HOUR = r"\d{1,2}:\d{2}(:\d{2})?"
_MOMENT = rf"({_DAY} ?)?{_HOUR}"
RULES = {
    "thing": r"[^\n]{1,20}",
    "short_thing": r"[^\n]{1,5}",
    "const": r"[^\n]{1,20}",
    "character_string": r"[!-~ ]{1,32}",
    "phrase": r"[\u4e00-\u9fff]{1,5}",
    "name": r"[^\n\d]{1,10}|[A-Za-z .'-]{1,20}",
    "time": rf"{_MOMENT}(~{_MOMENT})?",
    "date": rf"{_DAY}( ?{_HOUR})?(~{_DAY}( ?{_HOUR})?)?",
    "number": r"\d{1,32}|\d{1,30}\.\d+",
    "letter": r"[A-Za-z]{1,32}",
    "symbol": r"[^\w\s]{1,5}",
    "phone_number": r"[\d+\- ]{1,17}",
    "amount": r"\D?\d{1,10}(\.\d+)?元?",
    "car_number": r"\w{1,8}",
}
_MARK = re.compile(r"\{\{(\w+)\.DATA\}\}")


@dataclass(frozen=True, slots=True)
class Template:
    """A template out of the platform's library, with `{{thing1.DATA}}` where a value goes."""

    content: str

    @property
    def keywords(self) -> list[str]:
        """The keywords it has."""
        return _MARK.findall(self.content)

    def fill(self, data: dict[str, Any]) -> str:
        """The words people see; every keyword has to have a value that fits it."""
        values = {name: str((data.get(name) or {}).get("value", "")) for name in self.keywords}
        for name, value in values.items():
            check(name, value)
        return _MARK.sub(lambda mark: values[mark[1]], self.content)


def check(name: str, value: str) -> None:
    """Whether a value fits its keyword."""
    if not value.strip():
        raise Refusal(47003, f"argument invalid! data.{name}.value is empty")
    rule = RULES.get(name.rstrip("0123456789"))
    if rule is None or not re.fullmatch(rule, value):
        raise Refusal(47003, f"argument invalid! data.{name}.value invalid")
