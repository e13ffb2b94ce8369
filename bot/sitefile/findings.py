"""What is wrong with a site file: in which line, what, and what would be right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.sitefile.layout import CHANNELS, Layout
from bot.sitefile.lines import Keys
from core.case import Kind
from core.chat import Param, Text, text
from core.people import Role
from core.texts import LANGUAGES, meant

_TYPES = {
    "string_type": "text",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "float_type": "number",
    "float_parsing": "number",
    "bool_type": "yes-or-no",
    "bool_parsing": "yes-or-no",
    "tuple_type": "list",
    "list_type": "list",
    "model_type": "table",
    "model_attributes_type": "table",
    "dict_type": "table",
    "mapping_type": "table",
    "time_type": "time",
    "time_parsing": "time",
    "date_type": "day",
    "date_parsing": "day",
    "date_from_datetime_parsing": "day",
    "time_delta_type": "span",
    "time_delta_parsing": "span",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a clerk should look at; grave means that the file cannot be used as it is."""

    file: Path
    line: int  # 0: the file as a whole
    text: Text
    grave: bool = True


class SiteFileError(Exception):
    """Site files that cannot be used, with everything found in them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{f.file}:{f.line}: {f.text.key}" for f in self.findings))


def say(error: ErrorDetails) -> Text:
    """What pydantic found, as we would say it."""
    kind, keys = error["type"], error["loc"]
    key = _name(keys)
    given = str(error["input"])
    if kind == "missing":
        return text("check-missing", word=key, example=Text(_example(keys)))
    if kind == "extra_forbidden":
        return text("check-unknown", word=key, hint=did_you_mean(key, known_keys(keys[:-1])))
    if kind == "enum":
        return no_role(given)
    if kind.startswith("check-"):
        return _ours(kind, error.get("ctx", {}))
    if kind in _TYPES:
        return text("check-type", word=key, given=given, wanted=Text(f"check-a-{_TYPES[kind]}"))
    return _limit(kind, key, given, error)


def _ours(kind: str, context: Mapping[str, Any]) -> Text:
    given = str(context["given"])
    options = {
        "check-language": LANGUAGES,
        "check-timezone": _TIMEZONES,
        "check-address": CHANNELS,
        "check-no-kind": [each.value for each in Kind],
    }
    if kind not in options:
        return Text(kind, {name: str(value) for name, value in context.items()})
    return text(kind, given=given, hint=did_you_mean(given.partition(":")[0], options[kind]))


_TIMEZONES = ("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei", "Asia/Urumqi", "Asia/Singapore")


def _limit(kind: str, key: str, given: str, error: ErrorDetails) -> Text:
    context = error.get("ctx", {})
    if kind in ("too_short", "string_too_short"):
        return text("check-empty-value", word=key, example=Text(_example(error["loc"])))
    if kind == "greater_than_equal":
        return text("check-least", word=key, given=given, limit=str(context["ge"]))
    if kind == "less_than_equal":
        return text("check-most", word=key, given=given, limit=str(context["le"]))
    return text("check-other", word=key, given=given, why=error["msg"])


def did_you_mean(given: str, options: Iterable[str]) -> Text | str:
    """The nearest of the options, or all of them."""
    known = list(options)
    near = get_close_matches(given.lower(), known, 1, 0.6) or get_close_matches(given, known, 1, 0.6)
    if near:
        return text("check-did-you-mean", wanted=near[0])
    return text("check-one-of", options=", ".join(known)) if known else ""


def no_role(given: str) -> Text:
    """A role that does not exist; the Chinese name of one that does is understood."""
    spoken = meant(given, [f"role-{role}" for role in Role])
    hint: Param = text("check-did-you-mean", wanted=spoken.removeprefix("role-")) if spoken else ""
    roles = tuple(text("check-role-line", role=role.value, name=Text(f"role-{role}")) for role in Role)
    near = get_close_matches(given.lower(), [role.value for role in Role], 1, 0.6)
    if near and not spoken:
        hint = text("check-did-you-mean", wanted=near[0])
    return text("check-role", given=given, hint=hint or text("check-roles", roles=roles))


def known_keys(keys: Keys) -> list[str]:
    """The keys that a table may have."""
    model: type[BaseModel] | None = Layout
    for key in keys:
        model = _below(model, key)
    return list(model.model_fields) if model is not None else []


def _below(model: type[BaseModel] | None, key: str | int) -> type[BaseModel] | None:
    if isinstance(key, int) or model is None or key not in model.model_fields:
        return model
    return _model_in(model.model_fields[key].annotation)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _name(keys: Keys) -> str:
    """A key as it is called in the file: the last one that is a word."""
    return str(next((key for key in reversed(keys) if isinstance(key, str)), ""))


def _example(keys: Keys) -> str:
    words = [key for key in keys if isinstance(key, str)]
    return "check-example-" + "-".join(words[-2:])
