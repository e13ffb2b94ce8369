"""The command line, as somebody in the office meets it."""

import asyncio
import csv
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import COMMANDS, main
from bot.connections import channels_of
from bot.settings import Settings
from core.book import CODE_SIGNS
from core.people import Role
from storage.migrate import is_current
from storage.unit import Store
from tests.fakes.botapi import TOKEN as BOT_TOKEN
from tests.fakes.botapi import BotApi
from tests.serving import free_port

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "bot/channels/playground/estate/wangjiang.toml"
OWNERS = "房号,姓名,电话\n3-2-1201,王浩,13800138000\n1-1-302,陈秀兰,13900020001\n"
TOKEN = "123456789:" + "x" * 35


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a site file and nothing else set."""
    shutil.copy(DEMO, tmp_path / "wangjiang.toml")
    (tmp_path / "owners.csv").write_text(OWNERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("BIHUAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BIHUAN_SITES", "wangjiang.toml")
    monkeypatch.setenv("BIHUAN_LANGUAGE", "zh-Hans")
    return tmp_path


@pytest.fixture
def in_database(office: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The same with a database of either kind."""
    monkeypatch.setenv("BIHUAN_DATABASE", database_url)
    store = Store(database_url)
    yield store
    store.close()


def bihuan(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_help_names_every_command() -> None:
    output = bihuan("--help").output
    assert all(name in output for name in COMMANDS)
    for name in COMMANDS:
        assert "option-" not in bihuan(name, "--help").output


# Running


def test_without_site_files_it_says_how_to_name_them(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BIHUAN_SITES")
    result = bihuan("run")
    assert result.exit_code == 2
    assert "还没有指定站点文件" in result.stderr


def test_with_a_wrong_site_file_it_says_what_is_wrong(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIHUAN_TELEGRAM_TOKEN", TOKEN)
    path = office / "wangjiang.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("floors = 11", "flors = 11", 1), encoding="utf-8"
    )
    result = bihuan("run")
    assert result.exit_code == 2
    assert "是不是想写“floors”？" in result.stderr
    assert "wangjiang.toml:15" in result.stderr


def test_without_any_channel_it_does_not_start(office: Path) -> None:
    result = bihuan("run")
    assert result.exit_code == 2
    assert "还没有接通任何聊天平台" in result.stderr
    assert not (office / "data").exists()


def test_a_token_is_all_that_telegram_needs(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert channels_of(Settings()) == []
    monkeypatch.setenv("BIHUAN_TELEGRAM_TOKEN", TOKEN)
    assert [channel.name for channel in channels_of(Settings())] == ["telegram"]


def test_settings_that_make_no_sense_are_named(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIHUAN_PORT", "eight thousand")
    result = bihuan("check")
    assert result.exit_code == 2
    assert "BIHUAN_PORT" in result.stderr


def test_several_site_files_stand_in_one_line(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIHUAN_SITES", "a.toml, sites，b.toml")
    assert Settings().sites == (Path("a.toml"), Path("sites"), Path("b.toml"))


def test_a_busy_port_is_said_clearly(office: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = bihuan("demo", "--port", str(port))
    assert result.exit_code == 2
    assert f"127.0.0.1:{port} 用不了" in result.stderr
    assert f"--port {port + 1}" in result.stderr


@contextmanager
def running(*words: str) -> Iterator[subprocess.Popen[str]]:
    """Run a command until it has started up, and end it politely."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        env=env,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Application startup complete" in line:
                break
        yield process
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)


def test_the_demo_opens_without_any_setting(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BIHUAN_SITES")
    port = free_port()
    with running("demo", "--port", str(port)) as process:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert page.status == 200
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
    assert process.returncode == 0


async def test_an_installation_answers_whoever_presses_start(
    office: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with BotApi() as telegram:
        monkeypatch.setenv("BIHUAN_DATABASE", database_url)
        monkeypatch.setenv("BIHUAN_TELEGRAM_TOKEN", BOT_TOKEN)
        monkeypatch.setenv("BIHUAN_TELEGRAM_API", telegram.url)
        wang = telegram.user(1001, "王小明", language="zh-hans")
        started = running("run", "--port", str(free_port()))
        process = await asyncio.to_thread(started.__enter__)
        await asyncio.wait_for(wang.presses_start(), 120)
        await telegram.wait_for(lambda: wang.chat.said, 120)
        await asyncio.to_thread(started.__exit__, None, None, None)
    assert process.returncode == 0
    assert "这里是望江花园物业客服" in wang.chat.said[-1].text


# The database


def test_migrate_makes_the_database_and_its_folder(office: Path) -> None:
    result = bihuan("migrate")
    assert (result.exit_code, result.output) == (0, "数据库已是最新。\n")
    assert is_current(f"sqlite:///{office}/data/bihuan.db")


# Owners


@pytest.mark.sop("IN-12")
def test_import_takes_the_owners(in_database: Store) -> None:
    result = bihuan("import", "owners.csv")
    assert result.exit_code == 0
    assert "望江花园：导入 2 行，名册新增 2 条。" in result.output
    with in_database.transaction() as work:
        assert [r.unit for r in work.residents("13800138000")] == ["3-2-1201"]


def test_import_gives_bad_rows_back(in_database: Store, office: Path) -> None:
    (office / "owners.csv").write_text(OWNERS + "99-1-101,孙悦,13900020004\n", encoding="utf-8")
    result = bihuan("import", "owners.csv", "--site", "wangjiang")
    assert result.exit_code == 1
    assert "没有这个楼栋或单元" in result.output
    with (office / "owners.csv.rejected.csv").open(encoding="utf-8-sig") as file:
        header, row = csv.reader(file)
    assert header == ["房号", "姓名", "电话", "行号", "原因"]
    assert row[:4] == ["99-1-101", "孙悦", "13900020004", "4"]


def test_import_that_cannot_be(in_database: Store) -> None:
    assert "找不到这个文件" in bihuan("import", "nowhere.csv").stderr
    assert "没有“binjiang”这个站点" in bihuan("import", "owners.csv", "--site", "binjiang").stderr


# Invitations


def test_an_invitation_for_a_home(in_database: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIHUAN_TELEGRAM_NAME", "wangjiang_bot")
    result = bihuan("invite", "--unit", "3栋2单元1201")
    assert result.exit_code == 0
    link = next(
        word for word in result.output.split() if word.startswith("https://t.me/wangjiang_bot?start=i-")
    )
    code = link.rpartition("i-")[2]
    assert len(code) == 8
    assert set(code) <= set(CODE_SIGNS)
    with in_database.transaction() as work:
        invite = work.invite(code)
    assert invite is not None
    assert (invite.site, invite.unit, invite.person) == ("wangjiang", "3-2-1201", None)


def test_an_invitation_for_a_colleague_who_is_new(in_database: Store) -> None:
    result = bihuan("invite", "--staff", "张志强")
    code = result.output.partition("邀请码 ")[2].split()[0]
    with in_database.transaction() as work:
        invite = work.invite(code)
        (zhang,) = [p for p in work.staff("wangjiang", frozenset(Role)) if p.name == "张志强"]
    assert invite is not None
    assert invite.person == zhang.id
    assert "BIHUAN_TELEGRAM_NAME" in result.output


def test_invitations_for_everybody_to_print_letters_from(in_database: Store, office: Path) -> None:
    bihuan("import", "owners.csv")
    result = bihuan("invite", "--all", "--csv", "letters.csv")
    assert result.exit_code == 0
    with (office / "letters.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [(row["房号"], row["姓名"]) for row in rows] == [("1-1-302", "陈秀兰"), ("3-2-1201", "王浩")]
    with in_database.transaction() as work:
        assert all(work.invite(row["邀请码"]) for row in rows)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ((), "请选一样"),
        (("--unit", "1-1-302", "--all"), "请选一样"),
        (("--unit", "99-1-101"), "没有“99-1-101”这个房号"),
        (("--staff", "王五"), "没有叫“王五”的同事"),
        (("--all",), "名册还是空的"),
    ],
)
def test_invitations_that_cannot_be(in_database: Any, words: tuple[str, ...], answer: str) -> None:
    result = bihuan("invite", *words)
    assert result.exit_code == 2
    assert answer in result.stderr
