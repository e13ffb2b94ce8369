"""The words for people: Project Fluent catalogues, one folder a language, Chinese first."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.runtime.types import fluent_number

from core.chat import Param, Text

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
_FALLBACK = {"zh-Hans": ("zh-Hans",), "zh-Hant": ("zh-Hant", "zh-Hans"), "en": ("en", "zh-Hans")}
LONG = 1000  # characters; well under the 2500 from which Fluent shows {???} instead
_LOCALES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-HK", "en": "en"}


def choose_language(tag: str) -> str:
    """The catalogue for a platform's language tag; Simplified Chinese where we have none (PE-3)."""
    tag = tag.lower().replace("_", "-")
    if tag.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue")):
        return "zh-Hant"
    return "en" if tag and not tag.startswith("zh") else "zh-Hans"


@cache
def bundle(language: str) -> FluentBundle:
    """One language's catalogue, read once."""
    made = FluentBundle([_LOCALES[language]], use_isolating=False)
    folder = files("core").joinpath("locales", language)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ftl"):
            made.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return made


def render(text: Text, language: str, now: datetime) -> str:
    """A text in somebody's language; a key no catalogue has is shown as it is, so that nothing stays unsaid."""
    if not text.params:
        return _fixed(text.key, language)
    return _rendered(text.key, language, {name: _param(v, language, now) for name, v in text.params.items()})


@cache
def _fixed(key: str, language: str) -> str:
    return _rendered(key, language, {})


def _rendered(key: str, language: str, params: Mapping[str, Any]) -> str:
    for candidate in _FALLBACK.get(language, _FALLBACK["zh-Hans"]):
        catalogue = bundle(candidate)
        if catalogue.has_message(key):
            pattern = catalogue.get_message(key).value
            if pattern is not None:
                return _format(catalogue, pattern, params).strip()
    return key


def _format(catalogue: FluentBundle, pattern: Pattern, params: Mapping[str, Any]) -> str:
    """Fluent refuses to put long words into a text: a short sign stands in for them until it is done."""
    long = {name: value for name, value in params.items() if isinstance(value, str) and len(value) > LONG}
    signs = {name: f"\ue000{index}\ue001" for index, name in enumerate(long)}
    shown = str(catalogue.format_pattern(pattern, {**params, **signs})[0])
    for name, sign in signs.items():
        shown = shown.replace(sign, long[name])
    return shown


def _param(value: Param, language: str, now: datetime) -> Any:
    if isinstance(value, Text):
        return render(value, language, now)
    if isinstance(value, tuple):
        return "\n".join(render(line, language, now) for line in value)
    if isinstance(value, datetime):
        return render_moment(value, language, now)
    return value if isinstance(value, str) else fluent_number(value, useGrouping=False)


def render_moment(moment: datetime, language: str, now: datetime) -> str:
    """A moment as one says it: 今天 18:30, 明天 9:00, 11月25日 9:00; on the clock the moment itself carries."""
    day, today = moment.date(), now.astimezone(moment.tzinfo).date()
    names = {today - timedelta(days=1): "yesterday", today: "today", today + timedelta(days=1): "tomorrow"}
    params: Mapping[str, Param] = {
        "time": f"{moment:%H:%M}",
        "month": moment.month,
        "day": moment.day,
        "weekday": Text(f"weekday-{moment.isoweekday()}"),
    }
    return render(Text(f"when-{names.get(day, 'date')}", params), language, now)


@cache
def _spoken(key: str) -> frozenset[str]:
    return frozenset(bare(render(Text(key), language, datetime.max)) for language in LANGUAGES)


def bare(words: str) -> str:
    """Words without the signs around them, to be compared."""
    return "".join(c for c in words.casefold() if c.isalnum())


def meant(typed: str, keys: Iterable[str]) -> str | None:
    """Which of several labels somebody typed, in any language and whatever signs stand around it."""
    plain = bare(typed)
    return next((key for key in keys if plain and plain in _spoken(key)), None)
