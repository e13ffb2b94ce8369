"""The same thing said the same way: units, and owners' words as a group may read them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.chat import Text
from core.conversations.wording import for_groups, place_of
from core.texts import render

NOW = datetime(2026, 11, 17, tzinfo=UTC)


def read(words: Text | str) -> str:
    return words if isinstance(words, str) else render(words, "zh-Hans", NOW)


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("3-2-1201", "3栋2单元1201室"),
        ("3-1201", "3栋1201室"),
        ("S116", "商铺116号"),
        ("", "公共区域"),
        ("1201", "1201室"),
    ],
)
def test_units_as_people_say_them(unit: str, said: str) -> None:
    assert read(place_of(unit)) == said


@pytest.mark.sop("DI-1")
@pytest.mark.parametrize(
    "number",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "0571-88886666",
        "幺三八零零幺三八零零零",
    ],
)
def test_no_number_written_into_the_text_reaches_a_group(number: str) -> None:
    shown = read(for_groups(f"厨房漏水，请打{number}，谢谢"))
    assert "****" in shown
    assert number not in shown
    assert "厨房漏水" in shown


@pytest.mark.parametrize(
    "words",
    [
        "3栋2单元1201",
        "2026年11月17日 18:30",
        "5楼到7楼",
        "12345热线",
        "2026-11-17 18:30",
        "见 WJ-20261117-0001",
    ],
)
def test_what_is_no_telephone_number_stays(words: str) -> None:
    assert read(for_groups(words)) == words


@given(st.text(max_size=600))
def test_any_text_can_be_shown(words: str) -> None:
    assert isinstance(read(for_groups(words)), str)
