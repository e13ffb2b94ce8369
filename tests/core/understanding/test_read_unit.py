"""A unit is read in every spelling owners use, and never out of a number that is something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding import Words, read_unit, understand

FIGURES = str.maketrans("0123456789", "零一二三四五六七八九")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.sop("IN-9", "IN-4")
@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("3-2-1201", "3-2-1201"),
        ("3—2—1201", "3-2-1201"),
        ("3.2.1201", "3-2-1201"),
        ("3 2 1201", "3-2-1201"),
        ("3#1201", "3-1201"),
        ("3#2-1201", "3-2-1201"),
        ("3栋1201", "3-1201"),
        ("3幢二单元1201室", "3-2-1201"),
        ("三栋二单元一二零一", "3-2-1201"),
        ("三栋二单元幺二零一", "3-2-1201"),
        ("三栋二单元十二零一", "3-2-1201"),
        ("二十一栋二单元一千二百零一", "21-2-1201"),
        ("3栋二单元12楼01室", "3-2-1201"),
        ("３栋２单元１２０１", "3-2-1201"),
        ("三号楼1201", "3-1201"),
        ("12号602室", "12-602"),
        ("三杠二杠一二零一", "3-2-1201"),
        ("2动3单元602", "2-3-602"),
        ("10座9樓B室", "10-9B"),
        ("3-2-12o1", "3-2-1201"),
        ("1201室，3栋2单元", "3-2-1201"),
        ("我是三栋二单元的，一二零一", "3-2-1201"),
        ("商铺116", "S116"),
        ("116号商铺", "S116"),
        ("s-116", "S116"),
        ("Building 5, Unit 2, Room 1603", "5-2-1603"),
        ("Flat 3A, Block 5", "5-3A"),
    ],
)
def test_an_answer_is_understood_however_it_is_spelt(said: str, unit: str) -> None:
    assert read_unit(said) == unit


@pytest.mark.sop("IN-9")
@pytest.mark.parametrize(
    "said",
    [
        "2026-11-20",
        "2026年3月2日",
        "139-0000-5678",
        "0571-88886666",
        "浙A12345",
        "车位B1-207",
        "车位号3-201",
        "负一层207",
        "取件码 3-2-1201",
        "3栋101-1201",
        "3-2-101到3-2-601",
        "3栋1200户",
        "3号1200元",
        "8:30-1200",
        "电表号330100456789",
        "3栋2单元",
        "1201",
        "5#1单元二楼",
        "",
    ],
)
def test_other_numbers_are_no_units(said: str) -> None:
    assert read_unit(said) is None


def spellings(building: int, door: int, room: int) -> list[str]:
    chinese = f"{building}栋{door}单元{room}"
    return [
        f"{building}-{door}-{room}",
        f"{building}/{door}/{room}",
        f"{building}#{door}单元{room}",
        f"{building}#{door}-{room}",
        chinese,
        f"{building}幢{door}单元{room}室",
        f"{building}号楼 {door}单元 {room}",
        f"{building}座{door}單元{room}",
        chinese.translate(FULL_WIDTH),
        f"Building {building}, Unit {door}, Room {room}",
    ] + ([chinese.translate(FIGURES)] if building < 10 else [])


@pytest.mark.sop("IN-9")
@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 33), st.integers(1, 12))
def test_every_home_survives_every_spelling(building: int, door: int, floor: int, number: int) -> None:
    room = floor * 100 + number
    for said in spellings(building, door, room):
        assert read_unit(said) == f"{building}-{door}-{room}", said


@pytest.mark.sop("IN-9")
@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("楼上3-2-1301又在跳绳，我是3-2-1201的", "3-2-1201"),
        ("楼上501天天拖椅子 我401的 6号楼", "6-401"),
        ("帮我妈报修，5-1-302水管漏了", "5-1-302"),
        ("隔壁8-2-502在砸墙", None),
        ("3-2-1301那家天天往楼下扔烟头", None),
        ("3栋门口的灯坏了", None),
    ],
)
def test_the_home_meant_is_the_speakers_own(words: Words, text: str, unit: str | None) -> None:
    assert understand(text, words).unit == unit
