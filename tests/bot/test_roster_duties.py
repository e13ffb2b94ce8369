"""The office hands over who is on duty when, as it writes it anyway."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from bot.__main__ import main
from bot.roster import NoColumns, Roster, Unreadable, import_duties
from bot.sitefile import plant, read_site
from core.people import Role
from storage.unit import Store
from tests.town import SITE as FILE

SITE = read_site(FILE).site
DAY = date(2026, 10, 2)
HEAD = "日期,班次,部门,姓名\n"
GOOD = HEAD + "2026-10-02,早班,工程部,张志强\n2026-10-02,中班,工程部,李建国\n2026-10-02,夜班,监控中心,马超\n"


@pytest.fixture
def store(database_url: str) -> Any:
    """The office's book with its staff."""
    opened = Store(database_url)
    plant(opened, [read_site(FILE)])
    yield opened
    opened.close()


@pytest.fixture
def table(tmp_path: Path) -> Any:
    """Write a CSV."""

    def table(content: str) -> Path:
        path = tmp_path / "duties.csv"
        path.write_text(content, encoding="utf-8")
        return path

    return table


def on(store: Store, shift: str, department: str = "engineering", day: date = DAY) -> list[str]:
    with store.transaction() as work:
        found = [work.person(duty.person) for duty in work.duties(SITE.id, day, shift, department)]
        return [person.name for person in found if person]


def reasons(roster: Roster) -> list[tuple[int, str]]:
    return [(row.number, row.reason.key) for row in roster.wrong]


@pytest.mark.sop("DI-7")
def test_a_table_becomes_the_roster_of_its_days(store: Store, table: Any) -> None:
    roster = import_duties(store, SITE, table(GOOD))
    assert (roster.days, len(roster.duties), roster.wrong) == (1, 3, ())
    assert on(store, "early") == ["张志强"]
    assert on(store, "middle") == ["李建国"]
    assert on(store, "night", "monitoring") == ["马超"]


def test_taken_again_it_takes_the_place_of_its_own_days_and_departments(store: Store, table: Any) -> None:
    import_duties(store, SITE, table(GOOD + "2026-10-03,早班,工程部,张志强\n"))
    import_duties(store, SITE, table(HEAD + "2026-10-02,早班,工程部,李建国\n"))
    assert on(store, "early") == ["李建国"]
    assert on(store, "middle") == []  # of a day that is named, nothing of the department stays
    assert on(store, "night", "monitoring") == ["马超"]  # another department's roster is not theirs
    assert on(store, "early", day=date(2026, 10, 3)) == ["张志强"]


def test_a_check_writes_nothing(store: Store, table: Any) -> None:
    assert len(import_duties(store, SITE, table(GOOD), dry_run=True).duties) == 3
    assert on(store, "early") == []


@pytest.mark.parametrize(
    "day", ["2026-10-02", "2026/10/2", "2026.10.2", "2026年10月2日", "2026-10-02 00:00:00"]
)
@pytest.mark.parametrize("shift", ["早班", "early", "Early Shift", "early shift"])
def test_days_and_shifts_as_people_write_them(store: Store, table: Any, day: str, shift: str) -> None:
    assert not import_duties(store, SITE, table(f"{HEAD}{day},{shift},engineering,张志强\n")).wrong
    assert on(store, "early") == ["张志强"]


def test_several_in_a_cell_by_name_or_telephone_and_their_own_department(store: Store, table: Any) -> None:
    rows = "Date,Shift,Name\n2026-10-02,early,张志强、13900010002\n2026-10-02,night,马超\n"
    assert not import_duties(store, SITE, table(rows)).wrong
    assert on(store, "early") == ["张志强", "李建国"]
    assert on(store, "night", "monitoring") == ["马超"]


def test_a_workbook_with_real_dates_and_a_title_above(store: Store, tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ("十月值班表",),
        ("日期", "班次", "部门", "电话"),
        (datetime(2026, 10, 2), "夜班", "工程部", 13900010001),
    ):
        book.worksheets[0].append(row)
    path = tmp_path / "duties.xlsx"
    book.save(path)
    book.close()
    assert not import_duties(store, SITE, path).wrong
    assert on(store, "night") == ["张志强"]


BAD = [
    ("10月2日,早班,工程部,张志强", "roster-day"),
    ("2026-02-30,早班,工程部,张志强", "roster-day"),
    (",早班,工程部,张志强", "roster-day"),
    ("2026-10-02,大夜班,工程部,张志强", "roster-shift"),
    ("2026-10-02,,工程部,张志强", "roster-shift"),
    ("2026-10-02,早班,维修部,张志强", "roster-department"),
    ("2026-10-02,早班,工程部,", "roster-nobody"),
    ("2026-10-02,早班,工程部,张三", "roster-no-colleague"),
    ("2026-10-02,早班,工程部,13800138000", "roster-no-colleague"),
    ("2026-10-02,早班,工程部,张志强、张三", "roster-no-colleague"),
    ("2026-10-02,早班,工程部,孙梅", "roster-not-of"),
    ("2026-10-02,夜班,监控中心,张志强", "roster-not-of"),
    ("2026-10-02,早班,,周明", "roster-which-department"),
]


@pytest.mark.sop("DI-7")
def test_with_a_wrong_row_nothing_is_taken_and_every_one_is_named_with_its_line(
    store: Store, table: Any
) -> None:
    import_duties(store, SITE, table(HEAD + "2026-10-02,早班,工程部,李建国\n"))
    roster = import_duties(store, SITE, table(GOOD + "".join(f"{row}\n" for row, _ in BAD)))
    assert reasons(roster) == [(number, reason) for number, (_, reason) in enumerate(BAD, 5)]
    assert on(store, "early") == ["李建国"]


def test_two_of_one_name_are_told_apart_by_telephone(store: Store, table: Any) -> None:
    with store.transaction() as work:
        found = next(p for p in work.staff(SITE.id, frozenset(Role)) if p.name == "李建国")
        from dataclasses import replace

        work.keep(replace(found, name="张志强"))
    assert reasons(import_duties(store, SITE, table(GOOD.replace("李建国", "13900010002")))) == [
        (2, "roster-several")
    ]


def test_what_is_no_roster_is_told_so(store: Store, table: Any, tmp_path: Path) -> None:
    with pytest.raises(NoColumns, match="房号、电话"):
        import_duties(store, SITE, table("房号,电话\n3-2-1201,13800138000\n"))
    with pytest.raises(NoColumns):
        import_duties(store, SITE, table(""))
    with pytest.raises(Unreadable, match="import-no-file"):
        import_duties(store, SITE, tmp_path / "nowhere.csv")


def test_one_person_known_twice_is_on_duty_once(store: Store, table: Any) -> None:
    import_duties(store, SITE, table(GOOD.replace("中班,工程部,李建国", "早班,工程部,李建国")))
    with store.transaction() as work:
        zhang, li = (
            next(p for p in work.staff(SITE.id, frozenset(Role)) if p.name == name)
            for name in ("张志强", "李建国")
        )
        work.merge(zhang, li)
    assert on(store, "early") == ["张志强"]


# the command


@pytest.fixture
def office(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with a site file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BIHUAN_SITES", str(FILE))
    monkeypatch.setenv("BIHUAN_DATABASE", database_url)
    monkeypatch.setenv("BIHUAN_LANGUAGE", "zh-Hans")
    return tmp_path


def bihuan(*words: str) -> Any:
    return CliRunner().invoke(main, list(words))


def test_the_command_takes_it_even_before_the_first_start(office: Path, table: Any) -> None:
    path = table(GOOD)
    checked = bihuan("roster", str(path), "--dry-run")
    assert (checked.exit_code, "没有写入" in checked.output) == (0, True)
    done = bihuan("roster", str(path))
    assert (done.exit_code, "1 天，3 人次" in done.output) == (0, True)


def test_the_command_names_the_lines_that_are_wrong(office: Path, table: Any) -> None:
    wrong = bihuan("roster", str(table(GOOD + "2026-10-02,早班,工程部,张三\n")))
    assert wrong.exit_code == 2
    assert "5" in wrong.output
    assert "没有叫“张三”的同事" in wrong.output
    assert "1 行要改" in wrong.output
    assert bihuan("roster", "nowhere.csv").exit_code == 2
