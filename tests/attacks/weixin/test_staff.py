"""The staff do all their work from WeCom, and no tap of theirs is lost or counts twice."""

from datetime import timedelta

import pytest

from core.chat import Address
from tests.attacks.weixin.office import Office
from tests.attacks.weixin.opening import opened, town_file
from tests.attacks.weixin.people import Owner
from tests.attacks.weixin.sayings import PHONE, group_link


async def test_of_two_taps_at_once_one_wins_and_both_are_told(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    zhang, li = office.zhang, office.member("LiJianGuo")
    await office.does(zhang.user.taps("接单"), li.user.taps("接单"))
    winner = office.person(zhang.address).id == office.cases(wang.address)[0].handler
    lost, won = (li, zhang) if winner else (zhang, li)
    assert "已经接了" in lost.last
    assert PHONE in "\n".join(won.texts)
    assert PHONE not in "\n".join(lost.texts)
    assert wang.saw("已接单") == 1
    cards = [m for who in (zhang, li) for m in who.user.chat.said if "等人接单" in m.text or m.greyed]
    assert {m.greyed for m in cards} == {f"{'张志强' if winner else '李建国'}已接单"}


async def test_a_tap_brought_twice_is_one(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    office.wecom.delivery.twice = 1
    await office.zhang.taps("接单")
    assert wang.saw("已接单") == 1
    assert office.zhang.saw("慢了一步") == office.zhang.saw("您已经接了") == 0


async def test_a_tap_is_not_lost_when_the_office_goes_down(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    office.front.before.append(office.restarts())
    await office.zhang.taps("接单")
    assert office.cases(wang.address)[0].state == "taken"
    assert wang.saw("已接单") == 1


async def test_a_card_after_three_days_can_still_be_tapped(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    old = office.zhang.card("接单")
    office.clock.move_to(office.clock() + timedelta(hours=80))
    await office.zhang.taps("接单", old)
    assert office.cases(wang.address)[0].state == "taken"
    li = office.member("LiJianGuo")
    greyed = next(m for m in li.user.chat.said if m.greyed)
    await office.does(li.user.taps_key(str(greyed.fields["button_list"][0]["key"]), greyed.task_id))
    assert "已经接了" in li.last


async def test_a_department_without_members_gets_words_and_a_link(office: Office, wang: Owner) -> None:
    office.roster(
        lambda toml: (
            toml.replace('"wecom:ZhangZhiQiang"', '"telegram:3001"')
            .replace('"wecom:LiJianGuo"', '"telegram:3002"')
            .replace('"wecom:WangHai"', '"telegram:3003"')
        )
    )
    office.change(
        "DELETE FROM accounts WHERE address IN ('wecom:ZhangZhiQiang','wecom:LiJianGuo','wecom:WangHai')"
    )
    await office.files_a_leak(wang)
    group = office.wecom.groups["engineering"]
    assert group.messages[-1].shows("WJ-2026", "漏水")
    assert group.messages[-1].links
    assert {state for state, _ in office.outbox_of(Address("wecom", "@engineering"))} == {"sent"}


async def test_when_no_member_can_be_reached_the_group_still_hears(office: Office, wang: Owner) -> None:
    for name in ("ZhangZhiQiang", "LiJianGuo", "WangHai"):
        office.wecom.member(name).visible = False
    await office.files_a_leak(wang)
    group = office.wecom.groups["engineering"]
    assert group.messages[-1].shows("WJ-2026")
    assert group.messages[-1].link
    assert {state for state, _ in office.outbox_of(Address("wecom", "@engineering"))} == {"sent"}


@pytest.mark.sop("CB-5")
async def test_the_desk_works_from_wecom_alone(office: Office, wang: Owner) -> None:
    """Judges, sends on, writes, rewrites the answer, makes calls, ticks."""
    agent = office.agent
    await wang.says("我想问一下地下车位怎么租")
    for _ in range(3):
        if office.rows("SELECT number FROM cases"):
            break
        await wang.says("1")
    await agent.taps("答复业主")
    await agent.says("每月三百元，来客服中心办理")
    assert wang.saw("每月三百元", "满意") == 1
    await office.passes(days=5)
    assert agent.saw("业主一直没说满不满意") == 1
    await agent.taps("看电话")
    await agent.says("/calls")
    assert agent.saw("还要打 1 个电话") == 1
    await agent.taps("满意")
    assert office.cases(wang.address)[0].state == "closed"


async def test_a_draft_is_sent_or_rewritten_from_wecom(office: Office, wang: Owner) -> None:
    await wang.says("我要投诉，楼上每天半夜装修，太吵了 13800138000", "3-2-1201")
    await wang.taps("确认提交")
    case = office.cases(wang.address)[0]
    taker = next(
        office.member(n)
        for n in ("ZhaoYong", "ZhangZhiQiang", "SunMei", "ChenJing")
        if office.member(n).saw("接单")
    )
    await office.repairs(case, taker)
    await office.agent.taps("自己写")
    await office.agent.says("楼上已经答应晚上八点后不施工")
    assert wang.saw("楼上已经答应晚上八点后不施工", "满意") == 1


async def test_the_desk_sends_a_picture_from_wecom(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    await office.agent.taps("给业主留言")
    await office.does(office.agent.user.sends_photo())
    assert any(m.media for m in wang.user.chat.said)


@pytest.mark.parametrize("words", ["3栋水管配件明天到货，先关了水阀", "业主家里没人，漏水先关了总阀"])
async def test_a_handlers_words_are_about_the_job_in_hand(office: Office, wang: Owner, words: str) -> None:
    await office.files_a_leak(wang)
    await office.zhang.taps("接单")
    await office.zhang.says(words)
    number = office.cases(wang.address)[0].number
    with office.app.store.transaction() as work:
        case = work.case(number)
    assert case is not None
    assert [e.why for e in case.history if e.what == "progress"] == [words]


async def test_a_nod_is_no_note_and_danger_is_heard_at_the_desk(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    await office.zhang.taps("接单")
    await office.zhang.says("好的", "3号楼电梯里困了人，快来")
    number = office.cases(wang.address)[0].number
    with office.app.store.transaction() as work:
        case = work.case(number)
    assert case is not None
    assert "好的" not in [e.why for e in case.history if e.what == "progress"]
    assert office.agent.saw("困")


async def test_of_several_jobs_one_is_asked_for_and_no_words_are_lost(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    await office.zhang.taps("接单")
    await wang.says("5-1-301 卫生间灯坏了 13800138000")
    await wang.taps("确认提交")
    await office.zhang.taps("接单")
    await office.zhang.says("配件明天到货", "先装了临时的")
    newest, older = (case.number for case in office.cases(wang.address))
    await office.zhang.taps(older[-9:])
    with office.app.store.transaction() as work:
        both = [work.case(number) for number in (newest, older)]
    notes = [[e.why for e in case.history if e.what == "progress"] for case in both if case]
    assert notes == [[], ["配件明天到货\n先装了临时的"]]


async def test_a_members_id_in_the_site_file_may_be_in_small_letters(database_url: str) -> None:
    site = town_file().replace("wecom:ChenJing", "wecom:chenjing")
    async with opened(database_url, sites=(site,)) as office:
        await office.agent.says("/calls")
        assert "只有客服中心看得到" not in office.agent.last


async def test_a_manager_on_wecom_alone_can_judge_and_send(database_url: str) -> None:
    async with opened(database_url, sites=(town_file("wecom:ZhouMing"),)) as office:
        wang, zhou = office.owner("oWang"), office.member("ZhouMing")
        await wang.says("3-2-1201 电梯里困住人了，快来 13800138000")
        await wang.taps("确认提交")
        case = office.cases(wang.address)[0]
        assert zhou.saw(case.number)
        await zhou.taps("看卡片")
        page = await zhou.opens(group_link(office, "service"))
        assert page.labels
        await zhou.says("/calls")
        assert zhou.saw("还要打")
