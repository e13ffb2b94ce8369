"""One person on several platforms is one person, by their own word and nobody else's."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from core.chat import Address
from tests.attacks.weixin.office import Office
from tests.attacks.weixin.people import Owner
from tests.attacks.weixin.sayings import NAME, PHONE


async def _code(owner: Owner) -> str:
    await owner.says("/bind")
    await owner.taps("连上另一个账号")
    return str(re.search(r"[A-Z2-9]{8}", owner.last)[0])  # type: ignore[index]


async def _joins(owner: Owner, code: str) -> None:
    await owner.says(code)
    await owner.taps("是我自己的")


async def test_a_code_is_good_once_and_for_a_quarter_of_an_hour(
    office: Office, wang: Owner, emma: Owner
) -> None:
    await wang.says("你好")
    code = await _code(wang)
    await wang.says(code)
    assert "这是您自己的连接码" in wang.last
    office.clock.move_to(office.clock() + timedelta(minutes=16))
    await emma.says("/bind")
    await emma.says(code)
    assert "不对，或者已经用过了" in emma.last
    assert office.person(emma.address).id != office.person(wang.address).id
    code = await _code(wang)
    await emma.says(code)
    assert office.person(emma.address).id != office.person(wang.address).id  # not before they said so
    await emma.taps("是我自己的")
    assert office.person(emma.address).id == office.person(wang.address).id
    third = office.owner("oThird")
    await third.says("/bind")
    await third.says(code)
    assert office.person(third.address).id != office.person(wang.address).id


async def test_a_code_that_is_over_is_no_repair(office: Office, wang: Owner, emma: Owner) -> None:
    code = await _code(wang)
    office.clock.move_to(office.clock() + timedelta(minutes=16))
    await emma.says(code)
    assert "邀请码" in emma.last or "连接码" in emma.last


@pytest.mark.parametrize("busy", ["draft", "case"])
async def test_a_code_is_read_whatever_else_is_open(
    office: Office, wang: Owner, emma: Owner, busy: str
) -> None:
    code = await _code(wang)
    await emma.says("5-1-301 卫生间灯坏了 13900139000")
    if busy == "case":
        await emma.taps("确认提交")
    await _joins(emma, code)
    assert not office.agent.saw(code)
    assert office.person(emma.address).id == office.person(wang.address).id


async def test_two_owners_who_are_one_keep_everything(office: Office, wang: Owner, emma: Owner) -> None:
    await office.files_a_leak(wang)
    await emma.says("5-1-301 卫生间灯坏了 13900139000")
    await emma.taps("确认提交")
    code = await _code(wang)
    await emma.says("/bind")
    await _joins(emma, code)
    me = office.person(emma.address)
    assert me.id == office.person(wang.address).id
    assert me.account == emma.address
    assert len(office.cases(wang.address)) == 2
    heard = len(wang.texts)
    await office.zhang.taps("接单")
    assert "已接单" in emma.last
    assert len(wang.texts) == heard
    await wang.says("谢谢")
    await office.zhang.taps("到场")
    assert "已到场" in wang.last


async def test_what_the_second_one_told_us_is_kept(office: Office, wang: Owner, emma: Owner) -> None:
    await wang.says("你好")
    code = await _code(wang)
    await office.files_a_leak(emma)
    person = office.person(emma.address)
    with office.app.store.transaction() as work:
        work.keep(replace(person, surveys=False, name=NAME))
    await emma.says("/cancel")
    await emma.says("/bind")
    await _joins(emma, code)
    me = office.person(emma.address)
    assert me.id == office.person(wang.address).id
    assert (me.phone, me.name, me.surveys) == (PHONE, NAME, False)


async def test_nobody_gets_a_colleagues_rights_by_a_code_of_their_own(
    office: Office, emma: Owner, wang: Owner
) -> None:
    case = await office.files_a_leak(wang)
    code = await _code(emma)
    await office.agent.says(code)  # "please send this to the office, it is my case's number"
    assert not office.person(emma.address).posts
    await emma.does(emma.user._does("CLICK", f"number:{case.number}", tapped=True))
    assert PHONE not in "\n".join(emma.texts)


async def test_leaving_one_platform_leaves_the_others(office: Office, wang: Owner) -> None:
    code = await _code(wang)
    user = office.telegram.user(1001, NAME, "zh-hans")
    await office.does(user.presses_start())
    await office.does(user.says(code))
    await office.does(user.taps("是我自己的"))
    here = office.person(wang.address)
    assert here.account == Address("telegram", "1001")
    await wang.does(wang.user.unfollows())
    assert office.person(wang.address).account == Address("telegram", "1001")


async def test_whoever_comes_back_is_spoken_to_again(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    await wang.does(wang.user.unfollows())
    await office.zhang.taps("接单")
    assert office.agent.saw("消息送不到业主") == 1
    await wang.does(wang.user.follows())
    await office.zhang.taps("到场")
    assert wang.saw("已到场") == 1
