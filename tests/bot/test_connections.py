"""What is set up once on WeChat and WeCom from the command line, against servers that refuse what they refuse."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import main
from bot.clock import real
from bot.connections import NotConnected, channels_of, links_of
from bot.settings import Settings
from core.people import Home
from storage import outbox
from storage.unit import Store
from tests.fakes.wechat import WeChat
from tests.fakes.wecom import WeCom

SITE = Path(__file__).parents[1] / "town" / "wangjiang.toml"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a site file of an estate whose engineers are on WeCom."""
    words = SITE.read_text(encoding="utf-8")
    for number, userid in (("2001", "ZhangZhiQiang"), ("2002", "LiJianGuo"), ("2003", "WangHai")):
        words = words.replace(f'"telegram:{number}"', f'"wecom:{userid}"')
    (tmp_path / "wangjiang.toml").write_text(words, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("BIHUAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BIHUAN_SITES", "wangjiang.toml")
    monkeypatch.setenv("BIHUAN_LANGUAGE", "zh-Hans")
    monkeypatch.setenv("BIHUAN_PUBLIC_URL", "https://wy.example.cn")
    return tmp_path


@pytest.fixture
def in_database(office: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("BIHUAN_DATABASE", database_url)
    store = Store(database_url)
    yield store
    store.close()


async def bihuan(*words: str) -> Result:
    """Run a command as a process would: it has a loop of its own, the platform's server has ours."""
    return await asyncio.to_thread(CliRunner().invoke, main, list(words))


def connect_wechat(monkeypatch: pytest.MonkeyPatch, wechat: WeChat) -> None:
    for name, value in {
        "APPID": wechat.appid,
        "SECRET": wechat.secret,
        "TOKEN": wechat.token,
        "AES_KEY": wechat.aes_key,
        "API": wechat.url,
    }.items():
        monkeypatch.setenv(f"BIHUAN_WECHAT_{name}", value)


def connect_wecom(monkeypatch: pytest.MonkeyPatch, wecom: WeCom) -> None:
    for name, value in {
        "CORPID": wecom.corpid,
        "SECRET": wecom.secret,
        "AGENT": str(wecom.agent),
        "TOKEN": wecom.token,
        "AES_KEY": wecom.aes_key,
        "API": wecom.url,
    }.items():
        monkeypatch.setenv(f"BIHUAN_WECOM_{name}", value)


# which are connected


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"WECHAT_APPID": "wx1"}, ["BIHUAN_WECHAT_SECRET", "BIHUAN_WECHAT_TOKEN"]),
        (
            {"WECOM_SECRET": "s", "WECOM_CORPID": "c", "WECOM_AGENT": "7"},
            ["BIHUAN_WECOM_TOKEN", "BIHUAN_WECOM_AES_KEY"],
        ),
    ],
)
async def test_keys_that_are_half_there_are_named(
    office: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], missing: list[str]
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"BIHUAN_{name}", value)
    with pytest.raises(NotConnected) as half:
        channels_of(Settings())
    assert half.value.names == missing
    result = await bihuan("run")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in missing)
    checked = await bihuan("check")
    assert all(name in checked.output for name in missing)


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"WECHAT_AES_KEY": "short"}, "BIHUAN_WECHAT_AES_KEY"),
        ({"WECHAT_TEMPLATE": "TPL what:thing2"}, "BIHUAN_WECHAT_TEMPLATE"),
        ({"WECHAT_TEMPLATE": "TPL what="}, "BIHUAN_WECHAT_TEMPLATE"),
        ({"WECOM_AES_KEY": "short"}, "BIHUAN_WECOM_AES_KEY"),
    ],
)
async def test_a_key_that_cannot_be_is_named_and_not_shown(
    office: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], wrong: str
) -> None:
    async with WeChat(clock=real) as wechat, WeCom(clock=real) as wecom:
        connect_wechat(monkeypatch, wechat)
        connect_wecom(monkeypatch, wecom)
        for name, value in given.items():
            monkeypatch.setenv(f"BIHUAN_{name}", value)
        for command in (("run",), ("check",)):
            result = await bihuan(*command)
            said = result.output + result.stderr
            assert result.exit_code == 2
            assert wrong in said
            assert not isinstance(result.exception, ValueError)
            assert all(value not in said for value in given.values())


def test_without_an_address_wechat_cannot_reach_us(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BIHUAN_PUBLIC_URL")
    for name in ("APPID", "SECRET", "TOKEN"):
        monkeypatch.setenv(f"BIHUAN_WECHAT_{name}", "x")
    with pytest.raises(NotConnected) as half:
        channels_of(Settings())
    assert half.value.names == ["BIHUAN_PUBLIC_URL"]


async def test_all_three_together(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with WeChat(clock=real) as wechat, WeCom(clock=real) as wecom:
        connect_wechat(monkeypatch, wechat)
        connect_wecom(monkeypatch, wecom)
        monkeypatch.setenv("BIHUAN_TELEGRAM_TOKEN", "123456789:" + "x" * 35)
        monkeypatch.setenv("BIHUAN_WECHAT_TEMPLATE", "TPL number=character_string1 what=thing2 at=time3")
        assert [c.name for c in channels_of(Settings())] == ["telegram", "wechat", "wecom"]


def test_links_are_the_same_for_every_process_and_need_a_secret(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert links_of(Settings()) is None
    monkeypatch.setenv("BIHUAN_WECHAT_SECRET", "s3cret")
    one, other = links_of(Settings()), links_of(Settings())
    assert one
    assert other
    assert other.read(one.token(7)) == 7
    monkeypatch.setenv("BIHUAN_LINK_SECRET", "another")
    changed = links_of(Settings())
    assert changed
    assert changed.read(one.token(7)) != 7


# WeChat


async def test_the_menu_below_every_chat(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with WeChat(clock=real) as wechat:
        connect_wechat(monkeypatch, wechat)
        result = await bihuan("wechat", "menu")
        assert result.exit_code == 0, result.output
        assert "我要报修" in result.output
        assert [button["name"] for button in wechat.menu] == ["我要报修", "我要投诉", "更多"]
        keys = [leaf["key"] for leaf in wechat.menu[2]["sub_button"]]
        assert {"mine", "human"} <= set(keys)


@pytest.mark.sop("IN-12")
async def test_a_code_to_scan_binds_a_home(in_database: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with WeChat(clock=real) as wechat:
        connect_wechat(monkeypatch, wechat)
        result = await bihuan("wechat", "qr", "--unit", "3栋2单元1201")
        assert result.exit_code == 0, result.output
        (call,) = wechat.called("qrcode/create")
        scene = call.body["action_info"]["scene"]["scene_str"]
        with in_database.transaction() as work:
            invite = work.invite(scene.removeprefix("i-"))
        assert invite is not None
        assert Home(invite.site, invite.unit) == Home("wangjiang", "3-2-1201")
        ticket = call.answer["ticket"]
        assert f"showqrcode?{urlencode({'ticket': ticket})}" in result.output.replace("\n", "")


async def test_a_home_there_is_not_gets_no_code(in_database: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with WeChat(clock=real) as wechat:
        connect_wechat(monkeypatch, wechat)
        result = await bihuan("wechat", "qr", "--unit", "99-1-101")
        assert result.exit_code == 2
        assert not wechat.called("qrcode/create")


async def test_what_wechat_refuses_is_said_without_secrets(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with WeChat(clock=real) as wechat:
        connect_wechat(monkeypatch, wechat)
        wechat.on_allow_list = False
        result = await bihuan("wechat", "menu")
        assert result.exit_code == 2
        assert "40164" in result.stderr
        assert wechat.secret not in result.stderr + result.output


# WeCom


async def test_a_departments_group_is_made_and_bound(
    in_database: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with WeCom(clock=real) as wecom:
        connect_wecom(monkeypatch, wecom)
        for userid in ("ZhangZhiQiang", "LiJianGuo", "WangHai"):
            wecom.member(userid, userid)
        result = await bihuan("wecom", "group", "--department", "engineering", "--owner", "WangHai")
        assert result.exit_code == 0, result.output
        (call,) = wecom.called("appchat/create")
        assert sorted(call.body["userlist"]) == ["lijianguo", "wanghai", "zhangzhiqiang"]
        assert call.body["owner"] == "wanghai"
        with in_database.transaction() as work:
            places = [g.place for g in work.groups("wangjiang", "engineering")]
            here = next(place for place in places if place.channel == "wecom")
            assert (
                outbox.claim(work.conn, real(), 9, outbox.HELD)[0].to == here
            )  # it appears with its first words


async def test_agents_without_a_department_are_of_the_desk(
    in_database: Store, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office / "wangjiang.toml"
    words = path.read_text(encoding="utf-8").replace('"telegram:2006"', '"wecom:ChenJing"')
    path.write_text(
        words + '\n[[staff]]\nname = "何琳"\naccounts = ["wecom:HeLin"]\nposts = [{ role = "agent" }]\n',
        encoding="utf-8",
    )
    async with WeCom(clock=real) as wecom:
        connect_wecom(monkeypatch, wecom)
        for userid in ("ChenJing", "HeLin"):
            wecom.member(userid, userid)
        result = await bihuan("wecom", "group", "--department", "service", "--owner", "HeLin")
        assert result.exit_code == 0, result.output + result.stderr
        (call,) = wecom.called("appchat/create")
        assert sorted(call.body["userlist"]) == ["chenjing", "helin"]


async def test_an_app_that_is_not_for_all_is_told_what_to_change(
    in_database: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with WeCom(clock=real) as wecom:
        connect_wecom(monkeypatch, wecom)
        for userid in ("ZhangZhiQiang", "LiJianGuo", "WangHai"):
            wecom.member(userid, userid)
        wecom.root_scope = False
        result = await bihuan("wecom", "group", "--department", "engineering")
        assert result.exit_code == 2
        assert "可见范围" in result.stderr


async def test_a_group_of_nobody_is_not_made(in_database: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with WeCom(clock=real) as wecom:
        connect_wecom(monkeypatch, wecom)
        for department, why in (("cleaning", "0 位同事"), ("nonsense", "engineering")):
            result = await bihuan("wecom", "group", "--department", department)
            assert result.exit_code == 2
            assert why in result.stderr
        assert not wecom.called("appchat/create")
