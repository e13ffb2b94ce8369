"""The order after the work: signed by the supervisor, handed in each evening, filed the next day (HA-7)."""

from dataclasses import replace

import pytest
from sqlalchemy import text as sql

from core.case import State
from core.people import Post, Role
from tests.town import Person, Town

NOTICE = "楼道里垃圾好几天没人收，太臭了"


def appoint(town: Town, person: Person, *posts: Post) -> None:
    """Somebody has these posts from now on."""
    id_ = person.id
    with town.app.store.transaction() as work:
        found = work.person(id_)
        assert found is not None
        work.keep(replace(found, posts=posts))


def entries(town: Town, number: str, what: str) -> list[int | None]:
    return [entry.by for entry in town.case(number).history if entry.what == what]


def handed_in(town: Town) -> int:
    """How many lists the supervisor got; a platform may need several messages for one."""
    with town.app.store.transaction() as work:
        query = sql("SELECT count(*) FROM outbox WHERE slot = 'day:wangjiang:engineering'")
        return int(work.conn.execute(query).scalar_one())


# the signature


@pytest.mark.sop("HA-7")
async def test_a_finished_order_goes_to_the_supervisor_for_signature(town: Town) -> None:
    case = await town.files_and_repairs()
    order = town.supervisor.chat.last_card
    assert order.shows(
        case.number, "请签字", "张志强", "3栋2单元1201室", "换了软管，试水不漏了", "签字", "退回补充"
    )
    assert order.shows("照片 1 张") or "照片 1 张" in order.text
    assert "免费" in order.text
    assert town.owner.reads("换了软管，试水不漏了")  # the answer does not wait for it
    await town.supervisor.taps("签字")
    assert entries(town, case.number, "sign") == [town.supervisor.id]
    assert town.supervisor.reads(case.number, "已由王海签字")
    await town.supervisor.taps_data(f"sign:{case.number}")
    assert "王海已经签过" in town.supervisor.toast
    assert len(entries(town, case.number, "sign")) == 1


@pytest.mark.sop("HA-7")
async def test_the_supervisor_gives_it_back_and_the_handler_adds_what_is_missing(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.supervisor.taps("退回补充")
    await town.supervisor.says("换下来的软管放哪了？补一张关阀照片")
    assert town.zhang.reads(case.number, "补一张关阀照片")
    await town.zhang.taps("补充")
    await town.zhang.sends_photo()
    await town.zhang.taps("补充")
    await town.zhang.says("旧管已带回仓库")
    order = town.supervisor.chat.last_card
    assert order.shows(case.number, "签字")
    assert "补充：旧管已带回仓库" in order.text
    await town.supervisor.taps("签字")
    assert entries(town, case.number, "sign-back") == [town.supervisor.id]
    assert entries(town, case.number, "sign-more") == [town.zhang.id, town.zhang.id]
    assert entries(town, case.number, "sign") == [town.supervisor.id]


@pytest.mark.sop("HA-7")
async def test_nobody_else_signs_and_nobody_their_own(town: Town) -> None:
    appoint(town, town.sun, Post("wangjiang", Role.SUPERVISOR, "cleaning"))
    case = await town.files_and_repairs()
    for person in (town.sun, town.zhang, town.agent, town.owner):
        await person.taps_data(f"sign:{case.number}")
        assert "抱歉" in person.toast
    assert entries(town, case.number, "sign") == []


@pytest.mark.sop("HA-7")
async def test_a_supervisor_who_did_the_work_has_it_signed_by_the_manager(town: Town) -> None:
    case = await town.files()
    await town.repairs(case, by=town.supervisor)
    assert not town.supervisor.reads("请签字")
    assert town.manager.reads("请签字", case.number)
    await town.supervisor.taps_data(f"sign:{case.number}")
    assert "自己做的单不能自己签" in town.supervisor.toast
    await town.manager.taps("签字")
    assert entries(town, case.number, "sign") == [town.manager.id]


@pytest.mark.sop("HA-7")
async def test_of_two_supervisors_one_signs_and_the_other_sees_it(town: Town) -> None:
    appoint(town, town.li, Post("wangjiang", Role.SUPERVISOR, "engineering"))
    case = await town.files_and_repairs()
    assert town.li.reads("请签字", case.number)
    await town.supervisor.taps("签字")
    assert not town.li.chat.last_card.button("签字") or town.li.reads("已由王海签字")
    await town.li.taps_data(f"sign:{case.number}")
    assert "王海已经签过" in town.li.toast
    assert entries(town, case.number, "sign") == [town.supervisor.id]


@pytest.mark.sop("HA-7")
async def test_an_order_whose_owner_is_not_satisfied_needs_no_signature_any_more(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.owner.says("又漏了")
    assert town.supervisor.reads(case.number, "这一次不用签")
    await town.supervisor.taps_data(f"sign:{case.number}")
    assert entries(town, case.number, "sign") == []
    await town.li.at(town.group("engineering")).taps("接单")
    await town.li.taps("到场")
    await town.li.taps("完工")
    await town.li.sends_photo("换了整根管")
    await town.li.taps("免费")
    assert town.supervisor.reads("请签字", "第2次处理", "换了整根管")
    await town.supervisor.taps("签字")
    assert entries(town, case.number, "sign") == [town.supervisor.id]


@pytest.mark.sop("HA-7")
async def test_with_no_supervisor_and_no_manager_the_desk_hears_it(town: Town) -> None:
    for person in (town.supervisor, town.manager, town.assistant):
        appoint(town, person)
    case = await town.files_and_repairs()
    assert any(case.number in text and "没有主管能签字" in text for text in town.desk.texts)


@pytest.mark.sop("HA-7")
async def test_words_of_a_handler_who_left_are_not_waited_for(town: Town) -> None:
    case = await town.files_and_repairs()
    appoint(town, town.zhang)
    await town.supervisor.taps("退回补充")
    await town.supervisor.says("说清楚换了哪一段")
    await town.zhang.taps_data(f"addorder:{case.number}")
    assert "抱歉" in town.zhang.toast
    await town.supervisor.taps_data(f"sign:{case.number}")
    assert entries(town, case.number, "sign") == [town.supervisor.id]


# the evening


@pytest.mark.sop("HA-7")
async def test_each_evening_the_supervisor_gets_the_days_orders_and_is_asked_why(town: Town) -> None:
    done = await town.files_and_repairs()
    await town.supervisor.taps("签字")
    left = await town.files("卫生间的灯不亮了", "5-1-302", by=town.husband)
    await town.passes(hours=7, minutes=31)
    day = next(m for m in reversed(town.supervisor.chat.said) if "派工单，到" in m.text)
    assert day.shows("【工程部】派工单，到今天 17:30")
    for words in ("已签字 1 张", done.number, "等签字 0 张", "没做完 1 张", "1 张还没写原因", left.number):
        assert words in day.text
    await town.supervisor.taps("写原因", message=day)
    assert town.supervisor.reads(left.number, "今天没做完")
    await town.supervisor.taps("缺料")
    why = town.case(left.number).last("unfinished")
    assert why is not None
    assert (why.by, why.why) == (town.supervisor.id, "reason-parts")
    assert town.supervisor.reads("没做完 1 张", "原因：缺料")


@pytest.mark.sop("HA-7")
async def test_one_reason_after_the_other_with_a_tap_or_in_words(town: Town) -> None:
    await town.files()
    second = await town.files("卫生间的灯不亮了", "5-1-302", by=town.husband)
    await town.passes(hours=7, minutes=31)
    await town.supervisor.taps("写原因")
    await town.supervisor.taps("人手不够")
    await town.supervisor.taps("自己写")
    await town.supervisor.says("等物业采购同款灯具")
    why = town.case(second.number).last("unfinished")
    assert why is not None
    assert why.why == "等物业采购同款灯具"
    assert town.supervisor.reads("没做完 2 张", "人手不够", "等物业采购同款灯具")


@pytest.mark.sop("HA-7")
async def test_a_delay_with_its_reason_is_reason_enough(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("延期")
    await town.zhang.taps("缺料")
    await town.zhang.taps("1天后")
    await town.passes(hours=7, minutes=31)
    day = next(m for m in reversed(town.supervisor.chat.said) if "派工单，到" in m.text)
    assert case.number in day.text
    assert "原因：缺料" in day.text
    assert not day.button("写原因")


@pytest.mark.sop("HA-7")
async def test_only_the_departments_head_gives_reasons_and_only_for_what_is_unfinished(town: Town) -> None:
    case = await town.files()
    for person in (town.zhang, town.sun, town.owner):
        await person.taps_data(f"notdone:{case.number}:parts")
        assert "抱歉" in person.toast
        await person.taps_data("whynot:wangjiang:engineering")
        assert "部门主管" in person.toast
    await town.supervisor.taps_data("whynot:wangjiang:nowhere")
    assert "部门主管" in town.supervisor.toast
    await town.repairs(case)
    await town.supervisor.taps_data(f"notdone:{case.number}:parts")
    assert "已经做完" in town.supervisor.toast
    assert entries(town, case.number, "unfinished") == []


@pytest.mark.sop("HA-7")
async def test_a_day_without_orders_troubles_nobody(town: Town) -> None:
    before = len(town.supervisor.chat.said), len(town.manager.chat.said), len(town.desk.said)
    await town.passes(days=3)
    assert (len(town.supervisor.chat.said), len(town.manager.chat.said), len(town.desk.said)) == before


@pytest.mark.sop("HA-7")
async def test_a_department_without_a_supervisor_hands_in_to_the_manager(town: Town) -> None:
    await town.owner.says(f"3-2-1201 {NOTICE} 13800138000")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await town.passes(hours=7, minutes=31)
    assert town.manager.reads("【环境部】派工单", case.number)


# the next day


@pytest.mark.sop("HA-7")
async def test_the_next_day_the_signed_ones_are_filed_and_the_others_reminded(town: Town) -> None:
    signed = await town.files_and_repairs()
    await town.supervisor.taps("签字")
    unsigned = await town.files("卫生间的灯不亮了", "5-1-302", by=town.husband)
    await town.repairs(unsigned, result="换了灯管")
    assert entries(town, signed.number, "filed") == []
    await town.passes(hours=23, minutes=5)
    assert entries(town, signed.number, "filed") == [None]
    assert entries(town, unsigned.number, "filed") == []
    assert town.supervisor.reads("【工程部】还有派工单等您", "没签字 1 张")
    assert any("已归档" in text and signed.number in text for text in town.desk.texts)
    await town.supervisor.taps("逐张签字")
    await town.supervisor.taps("签字")
    assert entries(town, unsigned.number, "sign") == [town.supervisor.id]
    await town.passes(days=1)
    assert entries(town, unsigned.number, "filed") == [None]
    await town.passes(days=2)
    assert len([text for text in town.desk.texts if "已归档" in text]) == 2


@pytest.mark.sop("HA-7")
async def test_after_an_outage_of_days_each_comes_once(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.supervisor.taps("签字")
    left = await town.files("卫生间的灯不亮了", "5-1-302", by=town.husband)
    await town.sleeps(days=3)
    assert handed_in(town) == 1
    assert town.supervisor.reads("派工单，到", left.number)
    assert entries(town, case.number, "filed") == [None]
    await town.passes(days=1)
    assert handed_in(town) == 2


@pytest.mark.sop("HA-7")
async def test_the_timer_of_a_day_is_set_again_when_it_is_lost(town: Town) -> None:
    await town.files()
    with town.app.store.transaction() as work:
        work.cancel("evening", "wangjiang")
    await town.app.scheduler.plant()
    await town.app.scheduler.plant()
    await town.passes(hours=8)
    assert handed_in(town) == 1
    assert town.cases(town.owner)[0].state is State.DISPATCHED
