"""A phone is read in every way people say it; what only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding import read_phone

FIGURES = str.maketrans("0123456789", "零幺二三四五六七八九")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.sop("IN-9")
@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("138 0013 8000", "13800138000"),
        ("139-0000-5678", "13900005678"),
        ("+86 139 0000 1234", "13900001234"),
        ("0086 13900001234", "13900001234"),
        ("１３９００００１２３４", "13900001234"),
        ("幺三九零零零零一二三四", "13900001234"),
        ("一三九四个零一二三四", "13900001234"),
        ("九栋一单元幺五零二幺三九零零零零一二三四", "13900001234"),
        ("3-2-1301 13800138000", "13800138000"),
        ("0571-88886666", "057188886666"),
        ("(010) 6552 9988", "01065529988"),
        ("0571-88886666转801", "057188886666"),
        ("+852 9123 4567", "85291234567"),
        ("+1 415 555 2671", "14155552671"),
    ],
)
def test_a_number_is_brought_to_plain_digits(said: str, number: str) -> None:
    assert read_phone(said) == number


@pytest.mark.sop("IN-4")
@pytest.mark.parametrize(
    "said",
    [
        "12345",
        "打了120",
        "400-800-1234",
        "尾号5678",
        "138****8000",
        "1380013800",
        "电表号33010045678",
        "快递单号13800138000",
        "推销电话13800138000老打给我",
        "3-2-1201",
        "2026-11-20 13:00",
    ],
)
def test_hotlines_fragments_and_other_peoples_numbers_are_not_taken(said: str) -> None:
    assert read_phone(said) is None


@pytest.mark.sop("IN-9")
@given(st.from_regex(r"13[0-9]{9}", fullmatch=True))
def test_every_mobile_survives_every_spelling(number: str) -> None:
    for said in (
        number,
        f"+86{number}",
        f"{number[:3]} {number[3:7]} {number[7:]}",
        f"{number[:3]}-{number[3:7]}-{number[7:]}",
        f"我电话{number}，谢谢",
        number.translate(FULL_WIDTH),
        number.translate(FIGURES),
    ):
        assert read_phone(said) == number, said
