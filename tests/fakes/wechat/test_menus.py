"""Menus and codes keep the platform's limits."""

from typing import Any

import pytest

from tests.fakes.wechat import User
from tests.fakes.wechat.played import CLICK, SCENE, VIEW, Account, Clock, House, code


async def test_a_menu_is_kept_as_it_was_made(account: Account) -> None:
    assert (await account.get("menu/get"))["errcode"] == 46003
    menu = {"button": [CLICK, {"name": "更多", "sub_button": [CLICK, VIEW, CLICK, VIEW, CLICK]}, VIEW]}
    assert (await account.post("menu/create", menu))["errcode"] == 0
    kept = (await account.get("menu/get"))["menu"]["button"]
    assert [b["name"] for b in kept] == ["报修", "更多", "主页"]
    assert len(kept[1]["sub_button"]) == 5
    assert (await account.get("menu/delete"))["errcode"] == 0
    assert (await account.get("menu/get"))["errcode"] == 46003


@pytest.mark.parametrize(
    ("buttons", "errcode"),
    [
        ([], 40016),
        ([CLICK] * 4, 40016),
        ([{"name": "更多", "sub_button": [CLICK] * 6}], 40023),
        ([{"name": "更多", "sub_button": [{"name": "更多", "sub_button": [CLICK]}]}], 40022),
        ([CLICK | {"name": "六个字的名字"}], 40018),
        ([{"name": "更多", "sub_button": [CLICK | {"name": "名" * 21}]}], 40025),
        ([CLICK | {"key": "k" * 129}], 40019),
        ([CLICK | {"key": ""}], 40019),
        ([{"name": "更多", "sub_button": [CLICK | {"key": "k" * 129}]}], 40026),
        ([VIEW | {"url": "https://example.com/" + "a" * 1024}], 40020),
        ([VIEW | {"url": "example.com"}], 40054),
        ([{"name": "报修", "key": "repair"}], 40017),
    ],
)
async def test_menus_that_are_refused(account: Account, buttons: list[Any], errcode: int) -> None:
    assert (await account.post("menu/create", {"button": buttons}))["errcode"] == errcode
    assert account.wechat.menu == []


async def test_a_code_is_scanned_until_it_expires(
    clock: Clock, house: House, wang: User, account: Account
) -> None:
    made = await account.post("qrcode/create", code(SCENE, 2_592_000))
    await wang.scans(made["url"])
    assert (house.heard[-1].scene_id, house.heard[-1].ticket) == (SCENE, made["ticket"])
    clock.passes(days=30)
    with pytest.raises(AssertionError, match="expired"):
        wang.scans(made["ticket"])


@pytest.mark.parametrize(("scene", "seconds"), [("", 60), ("s" * 65, 60), ("s", 2_592_001), (7, 60)])
async def test_codes_that_are_refused(account: Account, scene: Any, seconds: int) -> None:
    assert (await account.post("qrcode/create", code(scene, seconds)))["errcode"] == 40053


async def test_an_unknown_kind_of_code_is_refused(account: Account) -> None:
    assert (await account.post("qrcode/create", code("s", 60) | {"action_name": "QR"}))["errcode"] == 40052
