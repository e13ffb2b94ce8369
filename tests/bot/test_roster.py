"""The office hands over its list of owners, in whatever shape Excel left it."""

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from openpyxl import Workbook

from bot.roster import NoColumns, Unreadable, import_owners
from bot.roster.owners import write_rejected
from core.book import Resident
from core.policy import read_sop
from core.site import Building, Site
from storage.roster import residents_at
from storage.unit import Store

SITE = Site(
    id="wangjiang",
    name="望江花园",
    prefix="WJ",
    buildings=(Building(number="3", entrances=("1", "2")), Building(number="A")),
    sop=read_sop(),
)
GOOD = "房号,姓名,电话\n3-2-1201,王浩,13800138000\n3栋1单元302室,陈秀兰,13900020001\n"


@pytest.fixture
def store(database_url: str) -> Any:
    """The office's book, empty."""
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def table(tmp_path: Path) -> Any:
    """Write a CSV."""

    def table(content: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "owners.csv"
        path.write_bytes(content.encode(encoding))
        return path

    return table


def roster(store: Store) -> list[tuple[str, str, str]]:
    with store.transaction() as work:
        return [(r.unit, r.name, r.phone) for r in residents_at(work.conn, SITE.id)]


WANG, CHEN = ("3-2-1201", "王浩", "13800138000"), ("3-1-302", "陈秀兰", "13900020001")


@pytest.mark.sop("IN-12")
def test_a_list_of_owners_becomes_the_roster(store: Store, table: Any) -> None:
    imported = import_owners(store, SITE, table(GOOD))
    assert (imported.taken, imported.new, imported.rejected) == (2, 2, ())
    assert roster(store) == [CHEN, WANG]
    with store.transaction() as work:
        assert work.residents("13800138000") == [Resident("wangjiang", *WANG)]


def test_taken_twice_it_is_there_once_and_a_new_name_counts(store: Store, table: Any) -> None:
    import_owners(store, SITE, table(GOOD))
    again = import_owners(store, SITE, table(GOOD.replace("王浩", "王小明")))
    assert (again.taken, again.new) == (2, 0)
    assert roster(store) == [CHEN, ("3-2-1201", "王小明", "13800138000")]


def test_a_dry_run_writes_nothing(store: Store, table: Any) -> None:
    imported = import_owners(store, SITE, table(GOOD), dry_run=True)
    assert (imported.taken, imported.new) == (2, 2)
    assert roster(store) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_whatever_encoding_excel_left_it_in(store: Store, table: Any, encoding: str) -> None:
    import_owners(store, SITE, table(GOOD.replace("\n", "\r\n"), encoding))
    assert roster(store) == [CHEN, WANG]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            "电话\t业主姓名\t房屋地址\n138 0013 8000\t王浩\t3号楼2单元1201\n", id="other-order-and-tabs"
        ),
        pytest.param("Unit;Owner Name;Mobile Phone\n3-2-1201;王浩;+86 13800138000\n", id="english"),
        pytest.param(
            "望江花园业主清册\n\n* 房号（必填）,联系人：,手机号码\n3#2-1201,王浩,13800138000\n",
            id="a-title-above",
        ),
        pytest.param(
            "楼栋,单元,室号,姓名,联系电话\n3栋,2单元,1201,王浩,13800138000\n", id="three-columns-for-one"
        ),
        pytest.param(
            "栋,单元,房号,姓名,电话\n3,2,3-2-1201,王浩,13800138000\n", id="the-whole-unit-beside-its-parts"
        ),
    ],
)
def test_headers_of_all_kinds(store: Store, table: Any, content: str) -> None:
    assert not import_owners(store, SITE, table(content)).rejected
    assert roster(store) == [WANG]


def test_a_workbook_with_numbers_for_telephones(store: Store, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("房号", "姓名", "电话"),
        ("3-2-1201", "王浩", 13800138000),
        (),
        ("3-1-302", "陈秀兰", 13900020001.0),
    ):
        sheet.append(row)
    path = tmp_path / "owners.xlsx"
    book.save(path)
    book.close()
    import_owners(store, SITE, path)
    assert roster(store) == [CHEN, WANG]


def test_two_numbers_in_a_cell_are_two_people_to_reach(store: Store, table: Any) -> None:
    import_owners(store, SITE, table("房号,姓名,电话\n3-2-1201,王浩,13800138000/0571-88001234\n"))
    assert roster(store) == [WANG, ("3-2-1201", "王浩", "057188001234")]


BAD = [
    ("3-2-1201,王浩,1380013800", "import-phone"),
    ("3-2-1201,王浩,", "import-no-phone"),
    ("3-2-1201,王浩,1.38E+10", "import-phone-shortened"),
    (",王浩,13800138000", "import-no-unit"),
    ("门卫室,王浩,13800138000", "import-unit"),
    ("4-2-1201,王浩,13800138000", "import-unit-elsewhere"),
    ("3-9-1201,王浩,13800138000", "import-unit-elsewhere"),
]


def test_bad_rows_go_back_with_their_reason_and_the_good_ones_stay(store: Store, table: Any) -> None:
    path = table(GOOD + "\n".join(row for row, _ in BAD) + "\n")
    imported = import_owners(store, SITE, path)
    assert [(row.number, row.reason.key) for row in imported.rejected] == [
        (number, reason) for number, (_, reason) in enumerate(BAD, 4)
    ]
    assert roster(store) == [CHEN, WANG]
    back = write_rejected(path, imported, ("行号", "原因"), [reason for _, reason in BAD])
    lines = back.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "房号,姓名,电话,行号,原因"
    assert lines[1:] == [f"{row},{number},{reason}" for number, (row, reason) in enumerate(BAD, 4)]


def test_what_went_back_can_be_corrected_and_imported(store: Store, table: Any) -> None:
    path = table("房号,姓名,电话\n3-2-1201,王浩,1380013800\n")
    back = write_rejected(path, import_owners(store, SITE, path), ("行号", "原因"), ["电话不对"])
    back.write_text(
        back.read_text(encoding="utf-8-sig").replace("1380013800", "13800138000"), encoding="utf-8-sig"
    )
    import_owners(store, SITE, back)
    assert roster(store) == [WANG]


def test_what_is_no_list_of_owners_is_told_so(store: Store, table: Any, tmp_path: Path) -> None:
    with pytest.raises(NoColumns, match="名字、生日"):
        import_owners(store, SITE, table("名字,生日\n王浩,3月\n"))
    with pytest.raises(NoColumns):
        import_owners(store, SITE, table(""))
    with pytest.raises(Unreadable, match="import-no-file"):
        import_owners(store, SITE, tmp_path / "nowhere.csv")
    for name, key in (("owners.xls", "import-old-excel"), ("owners.xlsx", "import-broken-excel")):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
        with pytest.raises(Unreadable, match=key):
            import_owners(store, SITE, tmp_path / name)


def test_thousands_of_owners_take_seconds(store: Store, table: Any) -> None:
    rows = [f"3-{1 + n % 2}-{1 + n // 50:02}{1 + n % 50:02},业主{n},138{n:08}" for n in range(4000)]
    began = perf_counter()
    imported = import_owners(store, SITE, table("房号,姓名,电话\n" + "\n".join(rows)))
    assert perf_counter() - began < 20
    assert imported.taken + len(imported.rejected) == 4000
    assert imported.new == len(roster(store))
