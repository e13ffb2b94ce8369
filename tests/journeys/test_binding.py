"""Who belongs where: roster, invitation, the desk's word; and colleagues to their posts."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import text as sql

from core.book import Invite
from core.people import Home
from tests.town import Town


def roster(town: Town, unit: str, name: str, phone: str) -> None:
    from storage.tables import ResidentRow

    with town.app.store.transaction() as work:
        row = {"site": "wangjiang", "unit": unit, "name": name, "phone": phone}
        work.conn.execute(ResidentRow.__table__.insert(), row)  # type: ignore[attr-defined]


def homes(town: Town, of: int) -> tuple[Home, ...]:
    with town.app.store.transaction() as work:
        found = work.person(of)
    assert found is not None
    return found.homes


@pytest.mark.sop("IN-12")
@pytest.mark.only("telegram", "only there a contact can be shared")
async def test_own_contact_on_the_roster_binds_all_ones_units(town: Town) -> None:
    roster(town, "3-2-1201", "王秀英", "13800138000")
    roster(town, "5-1-302", "王秀英", "13800138000")
    await town.owner.shares_contact()
    assert set(homes(town, town.owner.id)) == {Home("wangjiang", "3-2-1201"), Home("wangjiang", "5-1-302")}
    assert town.owner.last.shows("3栋2单元1201", "5栋1单元302")


@pytest.mark.sop("IN-12")
@pytest.mark.only("telegram", "only there a contact can be shared")
async def test_one_tap_below_the_line_shares_the_own_number(town: Town) -> None:
    sent = next(c for c in town.telegram.called("sendMessage") if c.params["chat_id"] in {1001, "1001"})
    assert '"request_contact": true' in str(sent.params["reply_markup"]).replace("True", "true").replace(
        "'", '"'
    )
    await town.owner.says("分享我的电话")  # typed by somebody who has no such button
    assert town.owner.last.shows("绑定房号")


@pytest.mark.sop("IN-12")
@pytest.mark.only("telegram", "only there a contact can be shared")
async def test_somebody_elses_contact_binds_nobody(town: Town) -> None:
    roster(town, "3-2-1201", "王秀英", "13800138000")
    await town.rests(town.husband.user.forwards_contact("13800138000", of=1001))
    assert homes(town, town.husband.id) == ()
    assert town.husband.last.shows("别人的名片")


@pytest.mark.sop("IN-12")
async def test_invitation_binds_once(town: Town) -> None:
    with town.app.store.transaction() as work:
        expires = town.clock() + timedelta(days=7)
        work.issue_invite(Invite("K7M2Q9", "wangjiang", "3-2-1201", None, expires))
    await town.owner.starts("i-K7M2Q9")
    assert homes(town, town.owner.id) == (Home("wangjiang", "3-2-1201"),)
    await town.husband.starts("i-K7M2Q9")
    assert homes(town, town.husband.id) == ()
    await town.husband.says("/bind")
    await town.husband.says("k7m2q9")
    assert town.husband.last.shows("邀请码")
    assert homes(town, town.husband.id) == ()


@pytest.mark.sop("IN-12")
async def test_invitation_can_be_typed_and_grows_old(town: Town) -> None:
    with town.app.store.transaction() as work:
        work.issue_invite(Invite("FRESH1", "wangjiang", "3-2-1201", None, town.clock() + timedelta(days=7)))
        work.issue_invite(Invite("STALE1", "wangjiang", "5-1-302", None, town.clock() - timedelta(days=1)))
    await town.owner.says("/bind")
    await town.owner.says("stale1")
    assert homes(town, town.owner.id) == ()
    await town.owner.says("fresh1")
    assert homes(town, town.owner.id) == (Home("wangjiang", "3-2-1201"),)


@pytest.mark.sop("IN-12")
async def test_unbound_owner_files_and_the_desk_approves(town: Town) -> None:
    case = await town.files()
    assert not case.bound
    assert town.owner.reads("还没有绑定")
    await town.owner.taps("申请绑定这套房")
    assert town.desk.last.shows("申请绑定", "3栋2单元1201", "同意", "不同意")
    await town.zhang.at(town.desk).taps("同意")  # not his to decide
    assert homes(town, town.owner.id) == ()
    await town.agent.at(town.desk).taps("同意")
    assert homes(town, town.owner.id) == (Home("wangjiang", "3-2-1201"),)
    assert town.owner.last.shows("绑定好了")


@pytest.mark.sop("IN-12")
async def test_refused_binding_is_told_with_a_way_to_go_on(town: Town) -> None:
    await town.files()
    await town.owner.taps("申请绑定这套房")
    await town.agent.at(town.desk).taps("不同意")
    assert homes(town, town.owner.id) == ()
    assert town.owner.last.shows("0571-88001234")


@pytest.mark.sop("IN-12")
@pytest.mark.only("telegram", "only there a contact can be shared")
async def test_several_people_of_one_unit_and_several_units_of_one_person(town: Town) -> None:
    roster(town, "3-2-1201", "王秀英", "13800138000")
    roster(town, "3-2-1201", "刘德明", "13800138001")
    roster(town, "5-1-302", "刘德明", "13800138001")
    await town.owner.shares_contact()
    await town.husband.shares_contact()
    await town.husband.says("厨房漏水了，麻烦来看看")
    assert town.husband.last.shows("哪一户", "3栋2单元1201室", "5栋1单元302室")
    await town.husband.taps("5栋1单元302室")
    assert town.husband.last.shows("5栋1单元302室", "确认提交")


@pytest.mark.sop("PE-4")
@pytest.mark.only("telegram", "only there a contact can be shared")
async def test_colleague_is_known_by_the_shared_number(town: Town) -> None:
    newcomer = town.stranger(3001, "小张", phone="+86 139 0001 0001")
    await newcomer.starts()
    await newcomer.shares_contact()
    assert newcomer.last.shows("张志强", "工程部", "维修人员")
    assert newcomer.id == town.zhang.id


@pytest.mark.only("telegram", "WeCom's groups are bound in the site file: the office hears none of them")
async def test_administrator_binds_a_group_in_the_chat_itself(town: Town) -> None:
    new = town.telegram.group(-4005, "工程部二班")
    await town.zhang.at(new).says("/bind")
    assert new.last.shows("管理员")
    await town.manager.at(new).says("/bind@bihuan_test_bot")
    await town.zhang.at(new).taps("工程部")
    assert "管理员" in town.zhang.toast
    await town.manager.at(new).taps("工程部")
    assert new.last.shows("工程部", "工单群")
    await town.files()
    assert new.last.shows("接单")


def made(town: Town) -> list[tuple[str, int | None]]:
    """The codes the desk made: for which home, and who it was."""
    with town.app.store.transaction() as work:
        rows = work.conn.execute(sql("SELECT id FROM tasks WHERE kind = 'invited' ORDER BY id")).scalars()
        tasks = [work.task(id) for id in rows]
    return [(task.data["unit"], task.done_by) for task in tasks if task]


@pytest.mark.sop("IN-12")
async def test_the_desk_makes_a_code_that_binds_once(town: Town) -> None:
    await town.wu.says("/invite")
    assert town.wu.last.shows("房号", "/invite")
    await town.wu.says("/invite 99-1-101")
    assert town.wu.last.shows("99-1-101", "没有")
    assert made(town) == []
    await town.wu.says("/invite 3栋2单元1201")
    shown = town.wu.last.text
    code = next(word for word in re.findall(r"[A-Z0-9]{8}", shown) if not word.isdigit())
    assert town.wu.last.shows("3栋2单元1201室", "2026-12-17")
    assert made(town) == [("3-2-1201", town.wu.id)]
    await town.owner.says(code)
    assert homes(town, town.owner.id) == (Home("wangjiang", "3-2-1201"),)
    await town.husband.says(code)
    assert homes(town, town.husband.id) == ()
    assert town.husband.last.shows("邀请码不对")


@pytest.mark.sop("IN-12", "PE-1")
async def test_nobody_but_the_desk_makes_codes(town: Town) -> None:
    for person in (town.owner, town.zhang, town.supervisor, town.ma):
        await person.says("/invite 3-2-1201")
        assert person.last.shows("只有客服中心")
    await town.manager.says("/invite 3-2-1201")
    assert made(town) == [("3-2-1201", town.manager.id)]


@pytest.mark.sop("IN-12", "DI-1")
@pytest.mark.only("telegram", "commands in a group are heard there")
async def test_no_code_is_shown_in_a_group(town: Town) -> None:
    await town.wu.at(town.desk).says("/invite 3-2-1201")
    assert made(town) == []
