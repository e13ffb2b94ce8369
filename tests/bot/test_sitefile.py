"""A clerk writes a site file; whatever goes wrong is told with its line and what would be right."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.sitefile import Finding, SiteFileError, examine, load_sites, plant, read_site
from bot.sitefile.lines import lines
from core.chat import Address
from core.people import Group, Home, Person, Post, Role
from core.texts import render
from storage.inspection import groups_of, person_at
from storage.unit import Store

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
DEMO = Path(__file__).parents[2] / "bot/channels/playground/estate/wangjiang.toml"

GOOD = """\
[site]
id = "wangjiang"
name = "望江花园"
prefix = "WJ"
phone = "0571-88001234"

[[building]]
number = "3"
entrances = ["1", "2"]
floors = 18

[[department]]
id = "service"
name = "客服中心"
groups = ["telegram:-1001"]

[[department]]
id = "engineering"
name = "工程部"
groups = ["telegram:-1002"]

[[staff]]
name = "林静"
phone = "13900010001"
posts = [{ role = "agent", department = "service" }, { role = "admin" }]
accounts = ["telegram:1001"]

[[staff]]
name = "张志强"
phone = "13900010011"
language = "en"
posts = [{ role = "handler", department = "engineering" }]

[[staff]]
name = "何文涛"
phone = "13900010041"
posts = [{ role = "manager" }, { role = "supervisor", department = "engineering" }, { role = "lead" }, { role = "deputy-gm" }, { role = "monitoring" }, { role = "duty", department = "engineering" }]

[sop.triage.departments]
cleaning = "service"
order = "service"
"""


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Write a site file: the good one with some words changed."""

    def write(*changes: tuple[str, str], name: str = "site.toml", good: str = GOOD) -> Path:
        for old, new in changes:
            assert old in good
            good = good.replace(old, new, 1)
        path = tmp_path / name
        path.write_text(good, encoding="utf-8")
        return path

    return write


def found_in(*paths: Path) -> list[Finding]:
    return examine(paths)[1]


def told(finding: Finding, language: str = "zh-Hans") -> str:
    return f"{finding.line}: {render(finding.text, language, NOW)}"


def test_a_good_file_has_nothing_to_tell(write: Any) -> None:
    path = write()
    assert found_in(path) == []
    site = load_sites([path])["wangjiang"]
    assert site.has_unit("3-2-1201")
    assert not site.has_unit("4-2-1201")
    assert site.department_for("cleaning") == "service"
    assert site.sop.deadlines.take == timedelta(minutes=15)


def test_the_estate_of_the_demo_is_a_good_one() -> None:
    assert found_in(DEMO) == []


def test_a_site_changes_what_it_wants_of_the_procedure(write: Any) -> None:
    file = read_site(write(("[sop.triage", '[sop.deadlines]\ntake = "20m"\n\n[sop.triage')))
    assert file.site.sop.deadlines.take == timedelta(minutes=20)
    assert file.site.sop.deadlines.take_urgent == timedelta(minutes=3)


MISTAKES = [
    pytest.param('name = "望江花园"', "name = 望江花园", 3, "格式不对", "quotation mark", id="syntax"),
    pytest.param(
        'name = "望江花园"', "name = “望江花园”", 3, "中文输入法的符号 “", "full-width", id="wide-signs"
    ),
    pytest.param("phone =", "telephone =", 5, "是不是想写“phone”？", "Did you mean “phone”?", id="unknown-key"),
    pytest.param("[sop.triage.dep", "[sop.triag.dep", 39, "是不是想写“triage”？", "“triage”", id="unknown-rule"),
    pytest.param('prefix = "WJ"\n', "", 1, '少了“prefix”。请加上一行，例如：prefix = "WJ"', "missing", id="missing"),
    pytest.param('prefix = "WJ"', 'prefix = "望江"', 4, "1 到 6 个大写字母", "capital letters", id="prefix"),
    pytest.param('number = "3"', "number = 3", 8, '英文双引号括起来的文字，例如 "3"', "double quotes", id="type"),
    pytest.param('number = "3"', 'number = "3栋"', 8, "不写“栋”“单元”", "number alone", id="building"),
    pytest.param("floors = 18", "floors = -1", 10, "不能小于 0", "less than 0", id="negative"),
    pytest.param('"agent"', '"agnet"', 25, "是不是想写“agent”？", "Did you mean “agent”?", id="role"),
    pytest.param('"agent"', '"客服"', 25, "是不是想写“agent”？", "Did you mean “agent”?", id="role-in-chinese"),
    pytest.param('"agent"', '"boss"', 25, "可以写的有", "It can be", id="role-unheard-of"),
    pytest.param('t = "engineering"', 't = "enginering"', 32, "想写“engineering”？", "“engineering”", id="department"),
    pytest.param('department = "engineering"', 'department = "工程部"', 32, "“engineering”", "“engineering”", id="name"),
    pytest.param(', department = "engineering"', "", 32, "要写明在哪个部门", "needs a department", id="post"),
    pytest.param('order = "service"', 'order = "guards"', 41, "没有“guards”这个部门", "no department", id="triage"),
    pytest.param('"13900010011"', '"1390001001"', 30, "不像一个电话号码", "telephone number", id="phone"),
    pytest.param('"13900010011"', '"139 0001 0001"', 30, "有两个人在用", "Two people", id="same-phone"),
    pytest.param('language = "en"', 'language = "english"', 31, "可以写的有", "It can be", id="language"),
    pytest.param('"telegram:1001"', '"telegram:@linjing"', 26, "不是用户名", "not a user name", id="user-name"),
    pytest.param('"telegram:1001"', '"telegrm:1001"', 26, "是不是想写“telegram”？", "“telegram”", id="channel"),
    pytest.param('"telegram:-1002"', '"telegram:-1001"', 20, "给了两个部门", "two departments", id="same-group"),
    pytest.param('id = "engineering"', 'id = "service"', 18, "写了两次", "twice", id="same-department"),
    pytest.param(', { role = "admin" }', "", 22, "还没有系统管理员", "no admin", id="no-admin"),
    pytest.param('id = "service"', 'id = "desk"', 12, "没有客服部门", "no desk", id="no-desk"),
    pytest.param("[sop.", '[sop.deadlines]\ntake = "soon"\n[sop.', 40, "带单位的时长", "unit", id="span"),
    pytest.param("[sop.", "[sop.deadlines]\ntake = 15\n[sop.", 40, "带单位的时长", "unit", id="span-without-unit"),
    pytest.param("[sop.", '[sop.deadlines]\ntake = "-5m"\n[sop.', 40, "带单位的时长", "unit", id="span-below-zero"),
    pytest.param(
        "[sop.",
        '[sop.ladder]\ntake = [\n  "group",\n  "superviser",\n]\n[sop.',
        42,
        "是不是想写“supervisor”？",
        "“supervisor”",
        id="ladder",
    ),
    pytest.param("[sop.", '[sop.ladder]\nfinish = ["handler", "manager", "handler"]\n[sop.', 40, "会绕回来", "lead back", id="cycle"),
    pytest.param("[sop.", '[sop.clocks]\nreply = "-1wd"\n[sop.', 40, "带单位的时长", "unit", id="working-days-below-zero"),
    pytest.param("[sop.", '[sop.hours]\nend = 08:00:00\n[sop.', 40, "前后颠倒", "wrong order", id="hours"),
    pytest.param("[sop.", '[sop.holidays]\ndays = ["5 Feb"]\n[sop.', 40, "2027-02-05", "2027-02-05", id="day"),
    pytest.param("[sop.", '[sop.holidays]\ndays = [2027-02-05]\nworkdays = [2027-02-05]\n[sop.', 41, "只留一处", "keep one", id="day-both"),
    pytest.param("[sop.", '[sop.shifts.start]\nnight = 08:00:00\n[sop.', 39, "同一时刻", "same time", id="shift-twice"),
    pytest.param("[sop.", '[sop.shifts.cover]\nevening = "monitoring"\n[sop.', 39, "没有“evening”这个班次", "no shift", id="shift"),
    pytest.param("[sop.", '[sop.shifts.cover]\nnight = "monitorng"\n[sop.', 40, "想写“monitoring”？", "“monitoring”", id="cover"),
    pytest.param("[sop.", '[sop.clocks]\nreply_to = ["complaint", "moan"]\n[sop.', 40, "没有“moan”这一类", "“moan”", id="kind"),
    pytest.param("[sop.", '[sop.clocks]\nsame_night = [\n"水",\n"水"]\n[sop.', 42, "写了两次", "twice", id="word-twice"),
    pytest.param("[sop.", '[sop.understanding.marks.one]\nwords = ["泡水"]\n[sop.understanding.marks.two]\nwords = ["泡水"]\n[sop.', 42, "“one”里已经有了", "already in “one”", id="keyword-twice"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "chinese", "english"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_would_be_right(
    write: Any, old: str, new: str, line: int, chinese: str, english: str
) -> None:
    grave = [finding for finding in found_in(write((old, new))) if finding.grave]
    matching = [finding for finding in grave if finding.line == line and chinese in told(finding)]
    assert matching, [told(finding) for finding in grave]
    assert english in told(matching[0], "en")


def test_nothing_is_said_in_keys(write: Any) -> None:
    for old, new, *_ in (case.values for case in MISTAKES):
        for finding in found_in(write((str(old), str(new)))):
            for language in ("zh-Hans", "zh-Hant", "en"):
                assert "check-" not in told(finding, language)
                assert "{" not in finding.text.key


def test_every_mistake_of_a_file_is_told_at_once(write: Any) -> None:
    path = write(('number = "3"', "number = 3"), ('"agent"', '"agnet"'), ("phone =", "fone ="))
    assert [finding.line for finding in found_in(path)] == [5, 8, 25]
    with pytest.raises(SiteFileError, match="check-role"):
        read_site(path)


WARNINGS = [
    pytest.param('groups = ["telegram:-1002"]\n', "", "工程部还没有群", id="no-group"),
    pytest.param('"handler", department = "engineering"', '"monitoring"', "没有接单的人", id="no-handler"),
    pytest.param('{ role = "agent", department = "service" }, ', "", "新工单没人看", id="nobody-at-desk"),
    pytest.param('{ role = "manager" }, ', "", "往上找管理处经理", id="ladder"),
    pytest.param('order = "service"\n', "", "没有“order”这个部门", id="category"),
    pytest.param(', { role = "deputy-gm" }', "", "往上找公司副总经理", id="ladder-up"),
    pytest.param(', { role = "duty", department = "engineering" }', "", "还没有这样的人", id="cover"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), WARNINGS)
def test_what_will_be_missed_later_is_a_warning(write: Any, old: str, new: str, words: str) -> None:
    path = write((old, new))
    (finding,) = found_in(path)
    assert words in told(finding)
    assert not finding.grave
    assert load_sites([path]).only


def test_an_empty_file_and_none_at_all(write: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty.toml"
    empty.write_text("\n# later\n", encoding="utf-8")
    assert "文件是空的" in told(found_in(empty)[0])
    assert "找不到这个文件" in told(found_in(tmp_path / "nowhere.toml")[0])


def test_a_file_saved_in_gbk_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_bytes(GOOD.encode("gbk"))
    (finding,) = found_in(path)
    assert finding.line == 3
    assert "GBK" in told(finding)
    assert "Notepad" in told(finding, "en")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_bytes(GOOD.replace("\n", "\r\n").encode("utf-8-sig"))
    assert found_in(path) == []


SECOND = [('id = "wangjiang"', 'id = "binjiang"'), ('"WJ"', '"BJ"'), ("-1001", "-2001"), ("-1002", "-2002")]


@pytest.mark.sop("PE-2")
def test_two_sites_may_share_a_person_but_nothing_else(write: Any) -> None:
    first, second = write(), write(*SECOND, name="second.toml")
    assert found_in(first, second) == []
    assert [finding.line for finding in found_in(first, write(name="third.toml"))] == [2, 4, 15, 20]
    other = write(*SECOND, ('"林静"', '"林婧"'), name="second.toml")
    findings = found_in(first, other)
    assert [finding.line for finding in findings] == [24, 26]
    assert "（另一处：site.toml 第 24 行）" in told(findings[0])


def test_a_folder_stands_for_the_files_in_it(write: Any, tmp_path: Path) -> None:
    write()
    write(*SECOND, name="second.toml")
    assert set(load_sites([tmp_path])) == {"wangjiang", "binjiang"}


def test_lines_are_found_inside_lists_and_tables_over_many_lines() -> None:
    text = '# a\n[[a]]\nb = [\n  { c = 1 },\n  { c = """\n]""", d.e = [[1],\n [2]] },\n]\n[a.f]\ng = 1\n[[a]]\nb = 2\n'
    where = lines(text)
    assert where["a", 0, "b", 1, "c"] == 5
    assert where["a", 0, "b", 1, "d", "e", 1, 0] == 7
    assert where["a", 0, "f", "g"] == 10
    assert where["a", 1, "b"] == 12


# Into the database


@pytest.fixture
def store(database_url: str) -> Any:
    """The office's book, empty."""
    opened = Store(database_url)
    yield opened
    opened.close()


def staff(store: Store) -> dict[str, Person]:
    with store.transaction() as work:
        return {person.name: person for person in work.staff("wangjiang", frozenset(Role))}


def test_planting_twice_is_planting_once(write: Any, store: Store) -> None:
    file = read_site(write())
    plant(store, [file])
    before = staff(store)
    plant(store, [file])
    assert staff(store) == before
    assert set(before) == {"林静", "张志强", "何文涛"}
    assert before["张志强"].posts == (Post("wangjiang", Role.HANDLER, "engineering"),)
    with store.transaction() as work:
        assert person_at(work.conn, Address("telegram", "1001")) == before["林静"].id
        assert [str(group.place) for group in groups_of(work.conn, "wangjiang")] == [
            "telegram:-1001",
            "telegram:-1002",
        ]


@pytest.mark.sop("PE-1")
def test_whoever_left_the_file_has_no_post(write: Any, store: Store) -> None:
    plant(store, [read_site(write())])
    gone = staff(store)["张志强"]
    plant(store, [read_site(write(('"张志强"', '"李建国"'), ('"13900010011"', '"13900010012"')))])
    assert set(staff(store)) == {"林静", "李建国", "何文涛"}
    with store.transaction() as work:
        kept = work.person(gone.id)
        assert kept is not None
        assert kept.name == "张志强"
        assert kept.posts == ()


@pytest.mark.sop("PE-3")
def test_the_language_somebody_chose_stays(write: Any, store: Store) -> None:
    plant(store, [read_site(write())])
    with store.transaction() as work:
        (zhang,) = work.with_phone("13900010011")
        assert zhang.language == "en"
        work.keep(Person(zhang.id, zhang.name, zhang.phone, "zh-Hant", zhang.posts))
    plant(store, [read_site(write())])
    assert staff(store)["张志强"].language == "zh-Hant"


@pytest.mark.sop("PE-1")
def test_a_number_an_owner_gave_makes_nobody_a_colleague(write: Any, store: Store) -> None:
    with store.transaction() as work:
        owner = work.add(Person(0, "张先生", "13900010011"))  # typed while filing, perhaps not even theirs
        work.bind(owner.id, Home("wangjiang", "3-1-101"), "roster", NOW)
    plant(store, [read_site(write())])
    assert staff(store)["张志强"].id != owner.id
    with store.transaction() as work:
        again = work.person(owner.id)
    assert again is not None
    assert again.posts == ()


@pytest.mark.sop("PE-4")
def test_a_stranger_whose_account_the_file_names_was_this_person(write: Any, store: Store) -> None:
    account = Address("telegram", "1001")
    with store.transaction() as work:
        stranger = work.add(Person(0, "lin", account=account))
        work.attach(account, stranger.id)
    plant(store, [read_site(write())])
    lin = staff(store)["林静"]
    assert lin.account == account
    with store.transaction() as work:
        assert person_at(work.conn, account) == lin.id
        assert len(work.with_phone("13900010001")) == 1


def test_a_group_bound_in_the_chat_stays_bound(write: Any, store: Store) -> None:
    plant(store, [read_site(write())])
    bound = Group(Address("telegram", "-9009"), "wangjiang", "engineering")
    with store.transaction() as work:
        work.bind_group(bound)
    plant(store, [read_site(write())])
    with store.transaction() as work:
        assert [str(group.place) for group in groups_of(work.conn, "wangjiang")] == [
            "telegram:-1001",
            "telegram:-9009",
        ]


@pytest.mark.sop("PE-1")
def test_somebody_at_two_sites_is_one_person(write: Any, store: Store) -> None:
    plant(store, [read_site(write()), read_site(write(*SECOND, name="second.toml"))])
    with store.transaction() as work:
        (zhang,) = work.with_phone("13900010011")
    assert {post.site for post in zhang.posts} == {"wangjiang", "binjiang"}
