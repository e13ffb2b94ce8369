"""Nights, holidays and the roster: whoever is there gets the case, and has the rights of it only while they are."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.book import Duty
from core.case import State
from core.people import Group, Post, Role
from tests.town import LEAK, Person, Town

NIGHT = datetime(2026, 11, 17, 13, 30, tzinfo=UTC)  # a Tuesday, half past nine in the evening
HOLIDAY = datetime(2026, 10, 2, 13, 30, tzinfo=UTC)  # the same on the second day of the National Day holidays
TODAY = date(2026, 11, 17)
BURST = "3-2-1201 家里水管爆了，水漫得到处都是 13800138000"


def appoint(town: Town, person: Person, *posts: Post) -> None:
    """Somebody has these posts from now on."""
    id_ = person.id
    with town.app.store.transaction() as work:
        found = work.person(id_)
        assert found is not None
        work.keep(replace(found, posts=posts))


def on_duty(
    town: Town, person: Person, shift: str, department: str = "engineering", day: date = TODAY
) -> None:
    """The roster names somebody."""
    id_ = person.id
    with town.app.store.transaction() as work:
        work.put_on_duty(Duty("wangjiang", day, shift, department, id_))


def as_duty_officer(town: Town) -> None:
    here = Post("wangjiang", Role.HANDLER, "engineering")
    appoint(town, town.li, here, Post("wangjiang", Role.DUTY, "engineering"))


async def night_falls(town: Town, at: datetime = NIGHT) -> None:
    """Nothing happened until then."""
    await town.passes(seconds=(at - town.clock()).total_seconds())


# at night


@pytest.mark.sop("DI-7")
async def test_at_night_the_monitoring_centre_gets_the_case_too_and_takes_it(town: Town) -> None:
    await night_falls(town)
    case = await town.files()
    assert town.group("engineering").last_card.shows(case.number, "接单")
    card = town.ma.chat.last_card
    assert card.shows(case.number, "3栋2单元1201室", "接单", "王**")
    assert not card.shows("13800138000")
    dispatch = town.case(case.number).last("dispatch")
    assert dispatch is not None
    assert dispatch.data["cover"] == ["monitoring"]
    await town.ma.taps("接单")
    assert town.case(case.number).handler == town.ma.id
    assert town.ma.reads("王秀英", "13800138000")  # whole, to whoever took it
    assert town.owner.last.shows("马超")
    await town.ma.taps("到场")
    assert town.case(case.number).state is State.ON_SITE


@pytest.mark.sop("DI-7")
async def test_by_day_it_does_not(town: Town) -> None:
    before = len(town.ma.chat.said)
    case = await town.files()
    assert len(town.ma.chat.said) == before
    await town.ma.taps_data(f"take:{case.number}")
    assert "抱歉" in town.ma.toast
    assert town.case(case.number).state is State.DISPATCHED


@pytest.mark.sop("DI-7")
async def test_their_card_follows_the_case(town: Town) -> None:
    await night_falls(town)
    await town.files()
    card = town.ma.chat.last_card
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert not card.button("接单")
    await town.ma.taps_data(f"take:{town.cases(town.owner)[0].number}")
    assert "张志强" in town.ma.toast


@pytest.mark.sop("DI-7")
async def test_they_may_say_that_it_is_urgent_and_send_it_elsewhere(town: Town) -> None:
    await night_falls(town)
    case = await town.files()
    await town.ma.taps("改为紧急")
    assert town.case(case.number).urgent
    await town.ma.taps("转派")
    await town.ma.taps("环境部")
    await town.ma.taps("不是我们的范围")
    assert town.case(case.number).department == "cleaning"
    assert town.group("cleaning").last_card.shows(case.number, "接单")


@pytest.mark.sop("DI-7", "DI-3")
async def test_who_covers_is_reminded_like_the_group(town: Town) -> None:
    await night_falls(town)
    await town.files()
    await town.passes(minutes=16)
    assert town.group("engineering").last.shows("没人接")
    assert town.ma.last.shows("没人接")


@pytest.mark.sop("DI-7")
async def test_a_doubtful_case_does_not_wait_for_a_desk_that_is_asleep(town: Town) -> None:
    await night_falls(town)
    case = await doubtful(town)
    assert town.ma.chat.last_card.shows(case, "工程部", "环境部")
    await town.ma.taps("工程部")
    assert town.case(case).state is State.DISPATCHED
    assert town.group("engineering").last_card.shows(case, "接单")


async def doubtful(town: Town) -> str:
    await town.owner.taps("我要投诉")
    await town.owner.says("5栋这边有点问题，你们看看")
    await town.owner.taps("说完了")
    for answer in ("公共区域", "就在这里联系我", "没有特别要求", "确认提交"):
        if town.owner.chat.last_card.button(answer):
            await town.owner.taps(answer)
    (case,) = town.cases(town.owner)
    assert case.state is State.FILED
    return case.number


@pytest.mark.sop("DI-7")
async def test_what_lies_when_the_night_begins_goes_there_as_well(town: Town) -> None:
    case = await town.files()
    before = len(town.ma.chat.said)
    await night_falls(town)
    assert any(case.number in m.text and m.button("接单") for m in town.ma.chat.said[before:])


@pytest.mark.sop("DI-7")
async def test_in_the_morning_the_right_is_gone_and_the_department_begins_anew(town: Town) -> None:
    await night_falls(town)
    case = await town.files()
    card = town.ma.chat.last_card
    engineers = town.group("engineering")
    before = len(engineers.said)
    await town.passes(hours=11)  # half past eight
    assert not card.button("接单")
    await town.ma.taps_data(f"take:{case.number}")
    assert "抱歉" in town.ma.toast
    fresh = [m for m in engineers.said[before:] if m.shows(case.number, "接单")]
    assert fresh
    assert fresh[-1].shows("夜里没人接")
    assert town.supervisor.reads(case.number, "夜里没人接")
    moved = town.case(case.number).last("transfer")
    assert moved is not None
    assert (moved.by, moved.data["to"]) == (None, "engineering")
    await town.zhang.at(engineers).taps("接单")
    assert town.case(case.number).handler == town.zhang.id


@pytest.mark.sop("DI-7")
async def test_what_the_night_took_and_did_not_begin_goes_back_to_the_department(town: Town) -> None:
    await night_falls(town)
    case = await town.files()
    await town.ma.taps("接单")
    await town.passes(hours=11)
    assert town.case(case.number).state is State.DISPATCHED
    assert town.ma.reads(case.number, "已转给工程部")
    assert any(m.shows(case.number, "接单", "接单的同事下班了") for m in town.group("engineering").said)
    assert town.supervisor.reads(case.number, "没人经手", "接单的同事下班了")
    assert not town.supervisor.reads(case.number, "夜里没人接")


@pytest.mark.sop("DI-7")
async def test_whoever_is_on_site_finishes_and_the_department_knows(town: Town) -> None:
    await night_falls(town)
    case = await town.files()
    await town.ma.taps("接单")
    await town.ma.taps("到场")
    await town.passes(hours=11)
    assert town.case(case.number).state is State.ON_SITE
    assert town.supervisor.reads(case.number, "马超", "还在现场")
    assert any("还在现场" in text for text in town.group("engineering").texts)
    await town.passes(days=2)
    assert (
        sum("还在现场" in text for text in town.group("engineering").texts) == 1
    )  # once, not at every shift
    await town.ma.taps("完工")
    await town.ma.sends_photo("换了软管，试水不漏了")
    await town.ma.taps("免费")
    assert town.case(case.number).last("finish") is not None


@pytest.mark.sop("DI-7")
@pytest.mark.only("telegram", "groups of WeCom's are made by the office")
async def test_a_monitoring_centre_with_a_group_of_its_own_has_the_card_there(town: Town) -> None:
    with town.app.store.transaction() as work:
        (engineers,) = work.groups("wangjiang", "cleaning")
        work.bind_group(Group(engineers.place, "wangjiang", "monitoring"))
    await night_falls(town)
    case = await town.files()
    room = town.group("cleaning")
    assert room.last_card.shows(case.number, "接单")
    assert not any(case.number in text for text in town.ma.chat.texts)
    await town.ma.at(room).taps("接单")
    assert town.case(case.number).handler == town.ma.id
    assert not room.said[-1].button("接单")


@pytest.mark.sop("DI-7")
async def test_with_nobody_there_the_manager_and_the_desk_hear_it_once_and_the_department_has_it(
    town: Town,
) -> None:
    appoint(town, town.ma)
    await night_falls(town)
    case = await town.files()
    assert town.group("engineering").last_card.shows(case.number, "接单")
    assert town.manager.reads("监控中心", "找不到人", case.number)
    told = [m for m in town.desk.said if "找不到人" in m.text]
    assert len(told) == 1
    await town.files(by=town.husband, unit="5-1-302")
    assert len([m for m in town.desk.said if "找不到人" in m.text]) == 1  # of this night once
    await town.agent.at(town.desk).taps("已安排", message=told[0])
    assert told[0].shows("陈静 已办")


# holidays


@pytest.mark.sop("DI-7", "DI-3")
async def test_an_emergency_at_half_past_nine_on_a_public_holiday(town: Town) -> None:
    as_duty_officer(town)
    town.clock.move_to(HOLIDAY)
    await town.owner.says(BURST)
    await town.owner.taps("确认提交")
    case = town.cases(town.owner)[0]
    assert case.number.startswith("WJ-20261002-")
    assert town.group("engineering").last_card.shows("紧急", "接单")
    for covering in (town.li, town.ma):
        assert covering.reads("紧急", case.number, "接单")
        assert covering.reads("请马上打电话通知", "李建国", "马超")
    for superior in (town.supervisor, town.manager):
        assert superior.reads("紧急", case.number)
    dispatch = town.case(case.number).last("dispatch")
    assert dispatch is not None
    assert dispatch.data["cover"] == ["monitoring", "engineering"]
    (call,) = [m for m in town.desk.said if "请马上打电话通知" in m.text]
    assert call.shows("李建国", "马超")
    await town.agent.at(town.desk).taps("看值班电话", message=call)
    assert town.agent.reads("李建国", "13900010002", "马超", "13900010010")
    assert not any("13900010002" in text for text in town.desk.texts)
    await town.agent.at(town.desk).taps("已电话通知", message=call)
    assert call.shows("陈静 已办")
    await town.li.taps_data(f"take:{case.number}")
    assert town.case(case.number).handler == town.li.id
    await town.li.taps_data(f"arrive:{case.number}")
    assert town.case(case.number).state is State.ON_SITE


@pytest.mark.sop("DI-7")
async def test_the_duty_officer_takes_what_is_not_of_the_department_and_does_it(town: Town) -> None:
    as_duty_officer(town)
    town.clock.move_to(HOLIDAY.replace(hour=2))  # by day
    await town.owner.says("3-2-1201 楼道里垃圾好几天没人收，太臭了 13800138000")
    await town.owner.taps("确认提交")
    case = town.cases(town.owner)[0]
    assert case.department == "cleaning"
    assert town.li.reads(case.number, "接单")
    assert not any(case.number in text for text in town.ma.chat.texts)  # not their hour
    await town.li.taps_data(f"take:{case.number}")
    await town.li.taps_data(f"arrive:{case.number}")
    assert town.case(case.number).state is State.ON_SITE


# the roster


@pytest.mark.sop("DI-7")
async def test_with_a_roster_the_card_names_those_on_duty(town: Town) -> None:
    on_duty(town, town.li, "early")
    on_duty(town, town.zhang, "middle")
    await town.files()
    assert town.group("engineering").last_card.shows("当班：李建国")
    await town.passes(hours=5)  # three in the afternoon
    await town.files(by=town.husband, unit="5-1-302")
    assert town.group("engineering").last_card.shows("当班：张志强")


@pytest.mark.sop("DI-7")
@pytest.mark.only("weixin", "elsewhere the group itself has the buttons")
async def test_with_a_roster_the_card_goes_to_those_on_duty_and_the_supervisor(town: Town) -> None:
    on_duty(town, town.li, "early")
    case = await town.files()
    card = town.group("engineering").last_card
    assert sorted(copy.chat.owner for copy in card.copies) == ["li", "supervisor"]
    await town.li.at(town.group("engineering")).taps("接单")
    assert town.case(case.number).handler == town.li.id


@pytest.mark.sop("DI-7")
@pytest.mark.only("weixin", "elsewhere the group itself has the buttons")
async def test_without_a_roster_it_goes_to_everybody_of_the_department(town: Town) -> None:
    on_duty(town, town.li, "middle")  # but nobody for the shift that is on
    await town.files()
    copies = town.group("engineering").last_card.copies
    assert sorted(copy.chat.owner for copy in copies) == ["li", "supervisor", "zhang"]


@pytest.mark.sop("DI-7", "DI-3")
async def test_in_an_emergency_those_on_the_roster_are_told_and_named(town: Town) -> None:
    on_duty(town, town.zhang, "early")
    await town.owner.says(BURST)
    await town.owner.taps("确认提交")
    assert town.zhang.reads("您当班", "紧急")
    assert not town.li.reads("您当班")
    assert any("请马上打电话通知张志强" in text for text in town.desk.texts)


@pytest.mark.sop("DI-7")
async def test_the_next_shift_hears_what_the_one_before_left(town: Town) -> None:
    on_duty(town, town.li, "middle")
    case = await town.files()
    await town.passes(hours=4, minutes=5)
    assert town.li.reads(case.number, "上一班没人接")


@pytest.mark.sop("DI-7")
async def test_whoever_left_is_no_longer_on_duty(town: Town) -> None:
    on_duty(town, town.li, "early")
    appoint(town, town.li)
    await town.files()
    assert not town.group("engineering").last_card.shows("当班")


@pytest.mark.sop("DI-7")
async def test_the_supervisor_sets_todays_roster_with_two_taps(town: Town) -> None:
    await town.supervisor.says("/duty")
    board = town.supervisor.last
    assert board.shows("望江花园", "早班", "工程部：没排班", "排早班", "排中班", "排夜班")
    await town.supervisor.taps("排早班")
    await town.supervisor.taps("张志强")
    assert town.supervisor.chat.last_card.shows("✓ 张志强")
    assert town.zhang.reads("您排在", "早班当班")
    await town.files()
    assert town.group("engineering").last_card.shows("当班：张志强")
    await town.supervisor.taps("张志强")  # and off again
    await town.files(by=town.husband, unit="5-1-302")
    assert not town.group("engineering").last_card.shows("当班")


@pytest.mark.sop("DI-7")
async def test_the_lead_sets_any_departments_and_others_only_look(town: Town) -> None:
    await town.agent.says("/duty")
    await town.agent.taps("环境部")
    await town.agent.taps("排中班")
    await town.agent.taps("孙梅")
    await town.zhang.says("/duty")
    assert town.zhang.last.shows("工程部", "环境部")
    assert not town.zhang.last.buttons
    await town.zhang.taps_data(f"onoff:wangjiang:cleaning:11117:{town.sun.id}")
    assert "主管" in town.zhang.toast
    await town.owner.says("/duty")
    assert town.owner.last.shows("只有同事看得到")


@pytest.mark.sop("DI-7")
async def test_old_and_wrong_taps_on_the_roster_are_refused(town: Town) -> None:
    sun = town.sun.id
    for act, said in (
        (f"onoff:wangjiang:engineering:01116:{town.zhang.id}", "别的日子"),
        (f"onoff:wangjiang:engineering:91117:{town.zhang.id}", "别的日子"),
        (f"onoff:wangjiang:engineering:01117:{sun}", "不在这个部门"),
        ("onoff:wangjiang:engineering:01117:x", "不在这个部门"),
        (f"onoff:wangjiang:cleaning:01117:{sun}", "主管"),
        (f"onoff:elsewhere:cleaning:01117:{sun}", "主管"),
    ):
        await town.supervisor.taps_data(act)
        assert said in town.supervisor.toast
    with town.app.store.transaction() as work:
        assert not work.duties("wangjiang", TODAY, "early")


@pytest.mark.sop("DI-7")
async def test_after_an_outage_over_the_change_of_shift_it_is_made_up_for_once(town: Town) -> None:
    await night_falls(town)
    case = await town.files(LEAK)
    await town.sleeps(days=2, hours=12)
    moved = [e for e in town.case(case.number).history if e.what == "transfer"]
    assert len(moved) == 1
    assert not town.ma.chat.last_card.button("接单") or town.case(case.number).state is State.DISPATCHED
    with town.app.store.transaction() as work:
        assert work.next_due() is not None
