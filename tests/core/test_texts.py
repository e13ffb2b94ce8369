"""The words for people: complete in every language, all of them used; moments and languages as people mean them."""

import ast
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import core
from bot.channels.telegram import media
from core import duty
from core.case import Kind, State
from core.chat import text
from core.conversations.above import follow, seniors
from core.conversations.answer import told, ways
from core.conversations.classes import reporting, sheets
from core.conversations.clock import deadlines
from core.conversations.desk import judging, more
from core.conversations.owner import anger, fields, filing, menu, status
from core.conversations.wording import KNOWN_UNREADABLE, place_of, unreadable
from core.conversations.work import card
from core.history import endings
from core.people import Role
from core.policy import outside, read_sop
from core.texts import LANGUAGES, choose_language, meant, render, render_moment
from core.understanding import read_unit
from core.understanding.price import Doubt

CORE = Path(core.__file__).parent
LOCALES = CORE / "locales"
FOR_OPERATORS = {"check", "commands", "menu"}  # for whoever runs an installation
FOR_EVERYBODY = sorted({path.stem for path in (LOCALES / "zh-Hans").glob("*.ftl")} - FOR_OPERATORS)
CODE = [path for room in (CORE, CORE.parent / "bot") for path in sorted(room.rglob("*.py"))]
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 25, 12, tzinfo=SHANGHAI)
SOP = read_sop()
QUESTIONS = SOP.callbacks.questions
SCORES = sorted({score for question in QUESTIONS for score in question.scores})

# Keys that are put together: what stands in the code, and everything that can come of it.
FAMILIES: dict[str, Iterable[str]] = {
    "kind-{}": Kind,
    "category-{}": SOP.triage.departments,
    "role-{}": Role,
    "state-{}": endings.STANDINGS,
    "owner-state-{}": endings.STANDINGS,
    "class-{}": map(str, judging.CLASSES),
    "size-{}": judging.SIZES,
    "urgency-{}": ("yes", "no"),
    "effect-{}": (*reporting.EFFECTS, "open"),
    "body-{}": (*outside.NAMED, outside.DEVELOPER),
    "by-{}": SOP.classes.ways,
    "did-{}": sheets.STEPS,
    "stamp-{}": set(State) - {State.DISPATCHED},
    "note-{}": {*card.SHOWN_NOTES, "sign-back", "sign-more"},
    "shift-{}": duty.NAMED_SHIFTS,
    "card-quote-{}": ("waiting", "consent", "refuse"),
    "staff-{}": ("consent", "refuse"),
    "unclear-{}": {*Doubt, "too-much", "no-time", "no-name"},
    "step-{}": status.TOLD,
    "reason-{}": {
        *SOP.job.obstacles,
        *SOP.job.transfer_reasons,
        *SOP.pauses.reasons,
        *SOP.orders.reasons,
        "consent",
        "on-plan",
        "still",
        "judged",
        "doubt",
        "shift-over",
        "off-shift",
        "handler-gone",
    },
    "survey-{}": [question.key for question in QUESTIONS],
    "score-{}": SCORES,
    "clock-{}": [*deadlines.SHOWN, "reply", "promise"],
    "late-{}": [name for name in SOP.ladder.__class__.model_fields if name not in {"emergency", "rounds"}],
    "tell-{}": filing.KINDS.values(),
    "ask-{}{}": [step + again for step in fields.ASKED for again in ("", "-again")],
    "record-{}{}": [step + again for step in fields.FIELDS for again in ("", "-again")],
    "via-{}": SOP.recording.ways,
    "way-{}": ways.WAYS,
    "told-{}": {*told.VERDICTS, *told.MISSED, "later", "sent", "handed"},
    "field-{}": fields.RECORDED,
    "matter-{}": seniors.matters,
    "above-step-{}": follow.STEPS,
    "calm-{}": anger.WAYS,
    "calm-when-{}": anger.WAYS[1:],
    "calm-agreed-{}": anger.WAYS,
    "calm-wish-{}": anger.WAYS,
    "unreadable-{}": {*KNOWN_UNREADABLE, "other"},
    "language-{}": LANGUAGES,
    "weekday-{}": map(str, range(1, 8)),
    "when-{}": ("yesterday", "today", "tomorrow", "date"),
}
MEMBERS = {shape: [shape.split("{}")[0] + member for member in family] for shape, family in FAMILIES.items()}


# what the catalogues say


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.add(node.id.name)


@cache
def catalogue(language: str, name: str) -> dict[str, frozenset[str]]:
    """The keys of one file and the variables of each; a file that does not parse is no catalogue."""
    messages: dict[str, frozenset[str]] = {}
    source = (LOCALES / language / f"{name}.ftl").read_text(encoding="utf-8")
    for entry in FluentParser().parse(source).body:
        assert not isinstance(entry, ftl.Junk), entry.content
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in messages, f"{entry.id.name} is there twice"
            variables = _Variables()
            variables.visit(entry)
            messages[entry.id.name] = frozenset(variables.found)
    return messages


@cache
def names(language: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (LOCALES / language).glob("*.ftl")))


@cache
def chinese() -> dict[str, frozenset[str]]:
    return {key: words for name in names("zh-Hans") for key, words in catalogue("zh-Hans", name).items()}


# what the code says


class Said(NamedTuple):
    """A key as it stands in the code, with holes where it is put together, and the parameters it gets."""

    room: str
    where: str
    how: str
    key: str
    params: frozenset[str] | None  # None: not to be seen from here


KEY_AT = {"text": 0, "Text": 0, "choice": 0, "reply": 0, "answer_tap": 0, "say": 0, "words": 0, "refuse": 0}
KEY_AT |= {"_tell_owner": 2}
NOT_PARAMS = {"slot", "below", "alert", "style", "code"}


@cache
def said() -> tuple[Said, ...]:
    """Everything the code says, as far as it can be read off."""
    return tuple(one for path in CODE for one in _said_in(path))


def _said_in(path: Path) -> Iterator[Said]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    for scope in functions:
        for call in ast.walk(scope):
            how = _name(call.func) if isinstance(call, ast.Call) else ""
            if not isinstance(call, ast.Call) or len(call.args) <= KEY_AT.get(how, 99):
                continue
            for key in _keys(call.args[KEY_AT[how]], scope):
                yield Said(_room(path), f"{path.name}:{call.lineno}", how, key, _params(call, how))


def _room(path: Path) -> str:
    return "core" if path.is_relative_to(CORE) else "bot"


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _keys(node: ast.expr | None, scope: ast.AST) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(key)):
            yield key
        case ast.JoinedStr(values=parts):
            yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)  # type: ignore[misc]
        case ast.IfExp(body=one, orelse=other):
            yield from _keys(one, scope)
            yield from _keys(other, scope)
        case ast.Name(id=name):
            for found in ast.walk(scope):
                if isinstance(found, ast.Assign) and name in map(_name, found.targets):
                    yield from _keys(found.value, scope)


def _params(call: ast.Call, how: str) -> frozenset[str] | None:
    given = {word.arg for word in call.keywords}
    if None in given or (how == "Text" and len(call.args) > 1):
        return None
    also = {"number"} if how == "_tell_owner" else set()
    return frozenset(name for name in given | also if name) - NOT_PARAMS


@cache
def literals() -> frozenset[str]:
    """Every string that stands in the code."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in CODE)
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(node.value for node in nodes if isinstance(node.value, str))


# the catalogues and the code


@pytest.mark.parametrize(("language", "name"), [(tag, name) for tag in LANGUAGES for name in names(tag)])
def test_every_catalogue_can_be_read(language: str, name: str) -> None:
    assert catalogue(language, name)


@pytest.mark.sop("PE-3")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FOR_EVERYBODY)
def test_people_are_told_the_same_in_every_language(language: str, name: str) -> None:
    assert catalogue(language, name) == catalogue("zh-Hans", name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_else_is_translated_is_translated_whole(language: str) -> None:
    for name in set(names(language)) - set(FOR_EVERYBODY):
        assert catalogue(language, name) == catalogue("zh-Hans", name)


def test_no_key_is_in_two_catalogues() -> None:
    assert len(chinese()) == sum(len(catalogue("zh-Hans", name)) for name in names("zh-Hans"))


def test_everything_the_code_says_has_words() -> None:
    whole = (one for one in said() if "{}" not in one.key)
    assert not [f"{one.where}: {one.key}" for one in whole if one.key not in chinese()]


def test_keys_put_together_in_core_are_known_here() -> None:
    assert not {one.key for one in said() if "{}" in one.key and one.room == "core"} - set(FAMILIES)


@pytest.mark.parametrize("shape", FAMILIES)
def test_everything_that_can_be_put_together_has_words(shape: str) -> None:
    assert not set(MEMBERS[shape]) - set(chinese())


def test_words_get_every_parameter_they_ask_for() -> None:
    lacking = [
        f"{one.where}: {key} wants {', '.join(sorted(chinese()[key] - one.params))}"
        for one in said()
        if one.params is not None
        for key in MEMBERS.get(one.key, [one.key])
        if chinese().get(key, frozenset()) - one.params
    ]
    assert not lacking


@pytest.mark.parametrize("name", FOR_EVERYBODY)
def test_no_words_are_kept_that_nobody_says(name: str) -> None:
    used = literals() | {key for keys in MEMBERS.values() for key in keys}
    assert not set(catalogue("zh-Hans", name)) - used


@pytest.mark.parametrize("kind", [*media.UNREADABLE, "too-big", "foreign-contact", "other", "unparsable", ""])
def test_whatever_comes_that_we_cannot_use_gets_a_friendly_word(kind: str) -> None:
    assert unreadable(kind.replace("_", "-")) in chinese()


@pytest.mark.parametrize(("language", "most"), [("zh-Hans", 8), ("zh-Hant", 8), ("en", 16)])
def test_buttons_are_short(language: str, most: int) -> None:
    keys = {key for one in said() if one.how == "choice" for key in MEMBERS.get(one.key, [one.key])}
    keys |= {extra.label for extra in more.extras}
    keys |= {key for rows in card.BUTTONS.values() for row in rows for key in row} | set(menu.LABELS)
    labels = [render(text(key), language, NOON) for key in keys if not chinese()[key]]
    assert len(labels) > 50
    assert not [label for label in labels if len(label.removeprefix("✅ ")) > most]


# the words themselves

AS_TYPED = (
    '{ $number } { "x" } {0}',
    "}{ -term { NUMBER($n) } \\u0041",
    "[other] *[1] .attribute = 1",
    "# 不是注释",
    "<b>加粗</b> &amp; <script>alert(1)</script> _斜_ *粗* `code`",
    "😀👨‍👩‍👧 漏水啦❗️",
    "第一行\n\n    第二行\n*第三行",
    "\u2068隔离\u2069 ｛全角｝",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", AS_TYPED)
def test_what_somebody_typed_is_shown_as_typed(typed: str, language: str) -> None:
    assert render(text("as-it-is", words=typed), language, NOON) == typed
    assert typed in render(text("handler-hears", number="WJ-1", words=typed), language, NOON)
    nested = text("desk-human", number="WJ-1", name="王", issue=text("as-it-is", words=typed))
    assert typed in render(nested, language, NOON)


def test_nothing_stays_unsaid_where_a_key_has_no_words() -> None:
    assert render(text("nobody-wrote-this"), "en", NOON) == "nobody-wrote-this"


def test_numbers_are_written_without_separators() -> None:
    words = render(text("ledger-more", count=4320), "en", NOON)
    assert "4320" in words


def test_several_lines_stand_one_below_the_other() -> None:
    homes = (place_of("3-2-1201"), place_of("5-302"))
    words = render(text("bound", name="Emma", homes=homes), "en", NOON)
    assert "Block 3, Entrance 2, Flat 1201\nBlock 5, Flat 302\n" in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", ["3-2-1201", "3-1201", "S12"])
def test_a_unit_we_give_as_an_example_is_one_we_can_read(unit: str, language: str) -> None:
    assert read_unit(render(place_of(unit), language, NOON)) == unit


# moments


@pytest.mark.parametrize(
    ("language", "yesterday", "today", "tomorrow", "later"),
    [
        ("zh-Hans", "昨天 12:48", "今天 12:48", "明天 12:48", "12月1日（周二）12:48"),
        ("zh-Hant", "昨天 12:48", "今天 12:48", "明天 12:48", "12月1日（週二）12:48"),
        ("en", "yesterday 12:48", "today 12:48", "tomorrow 12:48", "1 Dec (Tue) 12:48"),
    ],
)
def test_moments_are_said_as_people_say_them(
    language: str, yesterday: str, today: str, tomorrow: str, later: str
) -> None:
    days = ((11, 24), (11, 25), (11, 26), (12, 1))
    moments = [datetime(2026, month, day, 12, 48, tzinfo=SHANGHAI) for month, day in days]
    shown = [render_moment(moment, language, NOON) for moment in moments]
    assert shown == [yesterday, today, tomorrow, later]


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("2026-11-24T15:59:59+00:00", "明天 00:05"),
        ("2026-11-24T16:00:00+00:00", "今天 00:05"),  # midnight in Shanghai, afternoon in Greenwich
        ("2026-11-25T15:59:59+00:00", "今天 00:05"),
        ("2026-11-25T16:00:00+00:00", "昨天 00:05"),
        ("2026-11-26T16:00:00+00:00", "11月25日（周三）00:05"),
    ],
)
def test_the_day_turns_at_the_sites_own_midnight(now: str, shown: str) -> None:
    moment = datetime(2026, 11, 25, 0, 5, tzinfo=SHANGHAI)
    assert render_moment(moment, "zh-Hans", datetime.fromisoformat(now)) == shown


def test_a_moment_within_a_sentence() -> None:
    due = datetime(2026, 11, 25, 18, 30, tzinfo=SHANGHAI)
    words = text("owner-taken", number="WJ-1", handler="张志强", due=due, comes="true")
    assert render(words, "zh-Hans", NOON) == "WJ-1：张志强已接单，预计今天 18:30 前到场。"


# languages


@pytest.mark.sop("PE-3")
@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-hans", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh-hant", "zh-Hant"),
        ("zh_Hant_TW", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh_MO", "zh-Hant"),
        ("yue", "zh-Hant"),
        ("en", "en"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("ja-JP", "en"),
    ],
)
def test_everybody_is_met_in_the_language_nearest_to_theirs(tag: str, language: str) -> None:
    assert choose_language(tag) == language


GROUPS = {
    "menu": menu.LABELS,
    "kinds": tuple(MEMBERS["kind-{}"]),
    "roles": tuple(MEMBERS["role-{}"]),
}


@pytest.mark.sop("PE-3")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("group", "key"), [(group, key) for group, keys in GROUPS.items() for key in keys])
def test_a_label_is_understood_in_any_language(group: str, key: str, language: str) -> None:
    label = render(text(key), language, NOON)
    assert meant(label, GROUPS[group]) == key
    assert meant(f" 「{label.upper()}」！👍", GROUPS[group]) == key


@pytest.mark.parametrize("typed", ["", "👍", "？！", "我要报修厨房漏水", "repairs", "我要"])
def test_words_that_are_no_label_are_none(typed: str) -> None:
    assert meant(typed, menu.LABELS) is None


def test_words_longer_than_fluent_bears_are_shown_whole() -> None:
    words = "水" * 9000
    assert render(text("desk-says", number="A-1", words=words), "zh-Hans", NOON).count("水") == 9000
