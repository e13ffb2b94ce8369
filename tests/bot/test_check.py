"""`bihuan check` tells what is wrong, and nothing about people unless asked."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql
from typer.testing import CliRunner, Result

from bot import health
from bot.__main__ import main
from bot.sitefile import plant, read_site
from core.book import Resident, Task
from core.chat import Address, Event, Say, text
from core.people import Group, Role
from core.turn import Message
from storage import outbox
from storage.roster import write_residents
from storage.unit import Store

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
DEMO = Path(__file__).parents[2] / "bot/channels/playground/estate/wangjiang.toml"
SECRETS = ("13800138000", "厨房漏水", "王浩")


@pytest.fixture
def installation(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An installation on which nothing is wrong."""
    shutil.copy(DEMO, tmp_path / "wangjiang.toml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BIHUAN_SITES", "wangjiang.toml")
    monkeypatch.setenv("BIHUAN_DATABASE", database_url)
    monkeypatch.setenv("BIHUAN_TELEGRAM_TOKEN", "123456789:" + "x" * 35)
    monkeypatch.setattr(health, "AHEAD", timedelta())
    monkeypatch.setenv("BIHUAN_LANGUAGE", "zh-Hans")
    store = Store(database_url)
    plant(store, [read_site(DEMO)])
    with store.transaction() as work:
        for person in work.staff("wangjiang", frozenset(Role)):
            work.keep(replace(person, account=person.account or Address("playground", "desk")))
        write_residents(work.conn, "wangjiang", [Resident("wangjiang", "3-2-1201", "王浩", "13800138000")])
    yield store
    store.close()


def check(*options: str) -> Result:
    return CliRunner().invoke(main, ["check", *options])


def test_all_is_well(installation: Store) -> None:
    result = check()
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "一切正常。")
    assert "✓ 站点文件：望江花园，4 个部门，17 位同事" in result.output
    assert "业主名册：1 条" in result.output


def test_a_parked_event_is_told_without_what_it_says(installation: Store) -> None:
    wang = Address("telegram", "77")
    event = Event("update:1", NOW, wang, wang, text="厨房漏水 13800138000", name="王浩")
    for _ in range(4):
        installation.fail(event, "ValueError('厨房漏水')", NOW, timedelta(minutes=1), 4)
    result = check()
    assert result.exit_code == 1
    assert "有一条消息没能处理，已搁置：telegram" in result.output
    assert "试了 4 次，ValueError" in result.output
    assert not any(secret in result.output for secret in SECRETS)
    assert "厨房漏水 13800138000" in check("--show").output


def test_a_message_that_never_arrived_is_told(installation: Store) -> None:
    say = Say(text("readback", phone="13800138000", issue="厨房漏水"), subject="WJ-20261121-0001")
    with installation.transaction() as work:
        outbox.put(work.conn, [Message(Address("telegram", "77"), say, "zh-Hans")], NOW)
        work.conn.execute(sql("UPDATE outbox SET state = 'failed', error = 'Forbidden'"))
    result = check()
    assert result.exit_code == 1
    assert "有一条消息没送到：telegram" in result.output
    assert "工单 WJ-20261121-0001" in result.output
    assert not any(secret in result.output for secret in SECRETS)
    assert "厨房漏水" in check("--show").output


@pytest.mark.sop("CB-5")
def test_calls_nobody_made_are_told(installation: Store) -> None:
    with installation.transaction() as work:
        work.open_task(Task("survey-call", "wangjiang", NOW))
    result = check()
    assert "望江花园：回访电话 1 件没做完，最早的是" in result.output
    assert result.exit_code == 1


def test_a_department_without_a_group_and_one_with_another(installation: Store) -> None:
    with installation.transaction() as work:
        work.conn.execute(sql("DELETE FROM groups WHERE department = 'cleaning'"))
        work.bind_group(Group(Address("playground", "-new"), "wangjiang", "engineering"))
    result = check()
    assert "! 望江花园环境部还没有绑定群" in result.output
    assert "工程部现在绑定的是 playground:-new ，站点文件里写的是 playground:-engineering" in result.output


def test_colleagues_who_cannot_be_written_to(installation: Store) -> None:
    with installation.transaction() as work:
        work.conn.execute(sql("UPDATE people SET account = '' WHERE name = '张志强'"))
        work.conn.execute(
            sql("UPDATE accounts SET stopped = :yes WHERE address = 'playground:li'"), {"yes": True}
        )
    result = check()
    assert "1 位同事还没跟机器人说过话，收不到私聊：张志强" in result.output
    assert "1 位同事停用了机器人：李建国" in result.output


def test_holidays_that_will_soon_be_unknown_are_told_ahead() -> None:
    last = max(health.holidays).year
    (far,) = health.calendar(datetime(last, 6, 1, tzinfo=UTC).date())
    (near,) = health.calendar(datetime(last, 11, 21, tzinfo=UTC).date())
    assert (far.level, near.level) == (health.Level.FINE, health.Level.WAITS)
    assert near.text == text("health-calendar-ends", year=last)


def test_a_wrong_site_file_keeps_it_from_running(installation: Store, tmp_path: Path) -> None:
    path = tmp_path / "wangjiang.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"agent"', '"agnet"', 1), encoding="utf-8")
    result = check()
    assert result.exit_code == 2
    assert "是不是想写“agent”？" in result.output
    assert result.output.splitlines()[-1] == "还不能运行，请先处理上面带“✗”的事。"


def test_a_database_that_is_not_there(installation: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIHUAN_DATABASE", "postgresql://bihuan:topsecret@127.0.0.1:1/bihuan")
    result = check()
    assert result.exit_code == 2
    assert "打不开数据库 postgresql://bihuan:***@127.0.0.1:1/bihuan" in result.output
    assert "topsecret" not in result.output


def test_a_database_that_was_never_made(
    installation: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BIHUAN_DATABASE", "sqlite:///new/bihuan.db")
    result = check()
    assert result.exit_code == 1
    assert "数据库还没有建好" in result.output
    assert not (tmp_path / "new").exists()


def test_in_english(installation: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIHUAN_LANGUAGE", "en")
    assert check().output.splitlines()[-1] == "All is well."
