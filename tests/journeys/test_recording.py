"""Recording for an owner who called, came or wrote: the same dialogue, the same read-back, nothing lost on the way."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from core.case import Case, State
from core.policy import read_sop
from core.timing.clocks import clocks
from tests.town import Town
from tests.town.person import Person

SAID = "3栋2单元1201王阿姨说厨房水槽下面漏水，今晚能来修吗 13800138099"
PHONE = "13800138099"


async def hears(colleague: Person, via: str = "电话", when: str = "刚刚", words: str = SAID) -> None:
    """A colleague records what somebody told them, up to the read-back."""
    await colleague.says("/record")
    await colleague.taps(via)
    await colleague.taps(when)
    await colleague.says(words)


async def records(town: Town, colleague: Person, via: str = "电话", words: str = SAID) -> Case:
    """And files it."""
    before = set(numbers(town))
    await hears(colleague, via, words=words)
    await colleague.taps("确认提交")
    (number,) = set(numbers(town)) - before
    return town.case(number)


def numbers(town: Town) -> list[str]:
    """Every case there is."""
    since = town.clock() - timedelta(days=90)
    with town.app.store.transaction() as work:
        return [case.number for case in work.opened_between("wangjiang", since, since + timedelta(days=91))]


def filed(case: Case) -> Any:
    """What the record says of how it came."""
    return case.history[0]


@pytest.mark.sop("IN-6", "IN-2", "IN-5")
async def test_a_call_is_recorded_read_back_and_filed(town: Town) -> None:
    await hears(town.wu)
    back = town.wu.last
    assert back.shows("请念给业主核对", "报修 · 工程维修", "3栋2单元1201", "今晚能来修吗", "13800138099")
    assert back.shows("电话", "吴敏接待", "打电话", "确认提交", "已当场解决", "修改")
    assert not numbers(town)
    await town.wu.taps("确认提交")
    (number,) = numbers(town)
    case = town.case(number)
    assert town.wu.last.shows(number, "请告诉业主", "工程部", "10:15")
    assert (case.channel, case.way, case.unit, case.phone) == ("phone", "phone", "3-2-1201", PHONE)
    assert (case.issue, case.state) == (SAID, State.DISPATCHED)
    entry = filed(case)
    assert (entry.what, entry.by, entry.data["via"], entry.data["recipient"]) == (
        "file",
        town.wu.id,
        "phone",
        town.wu.id,
    )
    assert town.group("engineering").last_card.shows(number, "3栋2单元1201")
    assert town.cases(town.wu) == []  # it is the owner's, not the recorder's


@pytest.mark.sop("IN-6")
@pytest.mark.parametrize(
    ("label", "channel", "way"),
    [
        ("电话", "phone", "phone"),
        ("来访", "visit", "visit"),
        ("信函", "letter", "letter"),
        ("电子邮件", "email", "letter"),
        ("传真", "fax", "letter"),
        ("公司转来", "head-office", "phone"),
        ("集团转来", "group", "phone"),
        ("12345热线", "hotline", "phone"),
    ],
)
@pytest.mark.only("telegram", "the way is a button like any other")
async def test_every_way_by_which_owners_come(town: Town, label: str, channel: str, way: str) -> None:
    case = await records(town, town.wu, label)
    assert (case.channel, case.way, filed(case).data["via"]) == (channel, way, channel)
    assert channel in read_sop().recording.ways


@pytest.mark.sop("IN-6")
async def test_anybody_with_a_post_records_by_button_or_word(town: Town) -> None:
    await town.zhang.says("代录")
    assert town.zhang.last.shows("业主是怎么找来的", "电话", "来访", "12345热线")
    await town.zhang.taps("取消")
    assert town.zhang.last.shows("不录了")
    await town.sun.says("/help")
    await town.sun.taps("代录")
    assert town.sun.last.shows("业主是怎么找来的")


@pytest.mark.sop("IN-6", "PE-1")
async def test_whoever_has_no_post_is_turned_to_their_own_matters(town: Town) -> None:
    await town.owner.says("/record")
    assert town.owner.last.shows("代录是同事用的", "我要报修")
    await town.owner.says("代录")
    assert town.owner.last.shows("代录是同事用的")
    await town.owner.taps_data("record")
    assert town.owner.last.shows("代录是同事用的")
    assert not numbers(town)


@pytest.mark.sop("IN-6", "PE-1")
async def test_whoever_leaves_the_office_in_between_records_nothing(town: Town) -> None:
    await hears(town.wu)
    id_ = town.wu.id
    with town.app.store.transaction() as work:
        known = work.person(id_)
        assert known is not None
        work.keep(replace(known, posts=()))
    await town.wu.taps("确认提交")
    assert not numbers(town)
    assert "代录是同事用的" in town.wu.toast


@pytest.mark.sop("IN-6")
@pytest.mark.only("telegram", "the office hears no group of WeCom's")
async def test_not_in_a_group_where_everybody_reads_the_number(town: Town) -> None:
    await town.agent.at(town.desk).says("/record")
    assert town.agent.at(town.desk).last.shows("和我私聊")


@pytest.mark.sop("IN-6", "IN-3")
async def test_only_what_is_missing_is_asked(town: Town) -> None:
    await hears(town.wu, "来访", words="楼道里的灯不亮了，两天了")
    assert town.wu.last.shows("业主的电话是多少", "没留电话")
    await town.wu.says(PHONE)
    assert town.wu.last.shows("业主怎么称呼", "没留姓名")
    await town.wu.says("刘先生")
    assert town.wu.last.shows("是哪一户", "公共区域")
    await town.wu.taps("公共区域")
    assert town.wu.last.shows("业主希望怎么处理")
    await town.wu.taps("没有特别要求")
    assert town.wu.last.shows("公共区域", "刘先生", PHONE, "当面", "确认提交")


@pytest.mark.sop("IN-6", "IN-4")
async def test_unknown_unit_and_wrong_number_are_asked_again(town: Town) -> None:
    await hears(town.wu, words="99栋1单元101李先生说厨房漏水")
    assert town.wu.last.shows("业主的电话")
    await town.wu.says("138001")
    assert town.wu.last.shows("请再核对", "13800138000")
    await town.wu.says(PHONE)
    assert town.wu.last.shows("房号没对上")
    await town.wu.says("98栋1单元101")
    assert town.wu.last.shows("房号没对上")
    assert not town.wu.last.button("转人工")
    await town.wu.says("5-1-302")
    await town.wu.taps("没有特别要求")
    assert town.wu.last.shows("5栋1单元302", "确认提交")


@pytest.mark.sop("IN-6", "RE-4")
async def test_without_number_and_name_it_is_filed_all_the_same(town: Town) -> None:
    await hears(town.wu, words="5栋1单元302的厨房漏水，要求今天修好")
    await town.wu.taps("没留电话")
    await town.wu.taps("没留姓名")
    assert town.wu.last.shows("没留姓名 没留电话", "当面")  # nobody can be called without a number
    await town.wu.taps("确认提交")
    (number,) = numbers(town)
    assert (town.case(number).phone, town.case(number).way) == ("", "visit")


@pytest.mark.sop("IN-6")
@pytest.mark.parametrize(
    ("typed", "received"),
    [
        ("9:30", "2026-11-17T09:30:00+08:00"),
        ("昨天下午3点半", "2026-11-16T15:30:00+08:00"),
        ("11-16 9:30", "2026-11-16T09:30:00+08:00"),
        ("半小时前", "2026-11-17T09:30:00+08:00"),
    ],
)
@pytest.mark.only("telegram", "words are words")
async def test_when_it_was_received_can_be_typed(town: Town, typed: str, received: str) -> None:
    await town.wu.says("/record")
    await town.wu.taps("电话")
    await town.wu.says(typed)
    await town.wu.says(SAID)
    await town.wu.taps("确认提交")
    at = datetime.fromisoformat(filed(town.case(numbers(town)[0])).data["received"])
    assert abs(at - datetime.fromisoformat(received)) < timedelta(minutes=1)


@pytest.mark.sop("IN-6", "IN-4")
async def test_a_time_to_come_or_long_past_or_none_is_asked_again(town: Town) -> None:
    await town.wu.says("/record")
    await town.wu.taps("来访")
    for nonsense in ("明天9点", "2025-01-02", "过一会儿"):
        await town.wu.says(nonsense)
        assert town.wu.last.shows("这个时间没看懂", "刚刚")
    await town.wu.taps("昨天 15:00")
    assert town.wu.last.shows("照业主的原话")


@pytest.mark.sop("IN-6", "RE-2")
async def test_the_answer_is_due_from_when_it_was_received(town: Town) -> None:
    await hears(
        town.wu, "信函", "昨天 10:00", "5栋1单元302李女士来信投诉楼道卫生太差 13800138077，希望每天打扫"
    )
    await town.wu.taps("确认提交")
    case = town.case(numbers(town)[0])
    sites = town.app.handler.sites
    held_to = clocks(case, sites[case.site].sop, sites.working(case.site))
    reply = next(clock for clock in held_to if clock.name == "reply")
    assert reply.started == datetime.fromisoformat("2026-11-16T10:00:00+08:00")
    assert reply.due.astimezone(reply.started.tzinfo).date().isoformat() == "2026-11-19"  # three working days


@pytest.mark.sop("IN-6")
async def test_somebody_else_may_have_received_it(town: Town) -> None:
    await hears(town.wu)
    await town.wu.taps("修改")
    await town.wu.taps("接待人")
    await town.wu.says("没有这个人")
    assert town.wu.last.shows("没有叫这个名字的")
    await town.wu.says("周明")
    assert town.wu.last.shows("周明接待")
    await town.wu.taps("确认提交")
    assert filed(town.case(numbers(town)[0])).data["recipient"] == town.manager.id


@pytest.mark.sop("IN-6", "IN-5")
@pytest.mark.parametrize(
    ("field", "answer", "shown"),
    [
        ("地点", "5-1-302", "5栋1单元302"),
        ("称呼", "刘先生", "刘先生"),
        ("电话", "13911112222", "13911112222"),
        ("情况", "是卫生间漏水", "情况：是卫生间漏水"),
        ("来源", "传真", "来源：传真"),
        ("接到时间", "9:30", "今天 09:30"),
        ("答复方式", "当面", "答复方式：当面"),
    ],
)
@pytest.mark.only("telegram", "fields are changed as in any other filing")
async def test_any_field_of_a_record_can_be_changed(town: Town, field: str, answer: str, shown: str) -> None:
    await hears(town.wu)
    await town.wu.taps("修改")
    await town.wu.taps(field)
    await town.wu.says(answer)
    assert town.wu.last.shows(shown, "确认提交")


# whose it is


@pytest.mark.sop("IN-6", "CB-9")
async def test_an_owner_known_by_the_number_hears_of_it(town: Town) -> None:
    await town.files(words="客厅的灯不亮了")  # from here on the owner's number is known
    await hears(town.wu, words="3栋2单元1201王女士说厨房水管漏水，要求马上修 13800138000")
    assert town.wu.last.shows("就是聊天里的王秀英", "会同时收到通知")
    await town.wu.taps("确认提交")
    newest = town.cases(town.owner)[0]
    assert town.owner.last.shows("替您记下", newest.number, "工程部")
    await town.owner.taps("看进度")
    assert town.owner.last.shows(newest.number, "受理")


@pytest.mark.sop("IN-6", "PE-2")
async def test_the_one_who_lives_there_is_preferred(town: Town) -> None:
    await town.files(words="客厅的灯不亮了", by=town.husband, unit="5-1-302")
    await town.files(words="客厅的灯不亮了")  # both gave the same number
    town.bind(town.owner, "3-2-1201")
    case = await records(town, town.wu, words="3栋2单元1201说水管漏水，要求马上修 13800138000 王女士")
    assert (case.owner, case.bound) == (town.owner.id, True)


@pytest.mark.sop("IN-6")
async def test_who_calls_twice_is_one_person(town: Town) -> None:
    one = await records(town, town.wu)
    other = await records(town, town.li, words="3栋2单元1201王阿姨说卧室的灯不亮了，今天能来换吗 13800138099")
    assert one.owner == other.owner
    assert town.case(other.number).name == "王阿姨"


@pytest.mark.sop("IN-6")
async def test_a_colleagues_number_is_not_taken_for_the_owners(town: Town) -> None:
    await hears(town.wu, words="3栋2单元1201王阿姨说厨房漏水，今晚能来修吗 13900010001")
    assert town.wu.last.shows("同事张志强的号码", "请核对")
    await town.wu.taps("确认提交")
    case = town.case(numbers(town)[0])
    assert case.owner not in {town.zhang.id, town.wu.id}
    assert not town.cases(town.zhang)


@pytest.mark.sop("IN-6")
async def test_what_the_roster_says_is_not_asked(town: Town) -> None:
    town.bind(town.owner, "3-2-1201")
    await town.files(words="客厅的灯不亮了")
    await hears(town.wu, words="王女士打电话说厨房水管漏水，要求马上修 13800138000")
    assert town.wu.last.shows("3栋2单元1201", "确认提交")


@pytest.mark.sop("IN-6", "IN-12", "PE-4")
@pytest.mark.only("telegram", "only there a number is shared that is the sender's own")
async def test_who_called_first_and_writes_later_finds_their_case(town: Town) -> None:
    case = await records(town, town.wu, words="5栋1单元302的周先生说厨房漏水，今晚来修 13800138005")
    caller = town.stranger(1006, phone="8613800138005")
    await caller.starts()
    await caller.shares_contact()
    assert [each.number for each in town.cases(caller)] == [case.number]


# drafts


@pytest.mark.sop("IN-6", "IN-10")
async def test_the_recorders_own_matter_is_kept_apart(town: Town) -> None:
    await town.wu.says("5-1-302 我家的灯坏了 13800138055")
    own = town.act(town.wu, "确认提交")
    await hears(town.wu)
    assert town.wu.last.shows("3栋2单元1201", PHONE)
    await town.wu.taps_data(own)
    assert "先放着" in town.wu.toast
    assert not numbers(town)
    await town.wu.taps("确认提交")
    assert not town.cases(town.wu)
    await town.wu.taps_data(own)
    (mine,) = town.cases(town.wu)
    assert (mine.unit, mine.channel) == ("5-1-302", town.wu.handset.address.channel)


@pytest.mark.sop("IN-6", "IN-10")
async def test_a_record_survives_a_restart_and_is_reminded_of(town: Town) -> None:
    await town.wu.says("/record")
    await town.wu.taps("电话")
    await town.premises.end()
    await town.premises.begin()
    town.app = town.premises.app
    await town.wu.taps("刚刚")
    await town.wu.says("3栋2单元1201王阿姨说厨房漏水")
    await town.passes(minutes=31)
    assert town.wu.last.shows("代业主录的一单还没有提交", "继续填")
    await town.wu.taps("继续填")
    assert town.wu.last.shows("业主的电话是多少")
    await town.wu.says(PHONE)
    assert town.wu.last.shows("业主希望怎么处理")


@pytest.mark.sop("IN-6", "IN-10", "TR-2")
async def test_danger_alarms_the_desk_before_it_is_confirmed(town: Town) -> None:
    await hears(town.zhang, words="电梯里困住人了，3栋1单元，业主打电话来的")
    assert town.desk.last.shows("张志强正在代业主录一件紧急的事", "电梯里困住人了", "已电话通知")
    assert any("请让业主先注意安全" in text for text in town.zhang.chat.texts)


@pytest.mark.sop("IN-6")
async def test_cancelled_it_is_gone_and_its_buttons_say_so(town: Town) -> None:
    await hears(town.wu)
    confirm = town.act(town.wu, "确认提交")
    await town.wu.taps("取消")
    await town.wu.taps_data(confirm)
    assert "不在" in town.wu.toast
    assert not numbers(town)


@pytest.mark.sop("IN-6")
async def test_confirmed_twice_it_is_one_case(town: Town) -> None:
    await hears(town.wu)
    confirm = town.act(town.wu, "确认提交")
    await asyncio.gather(town.wu.taps_data(confirm), town.wu.taps_data(confirm))
    await town.wu.taps_data(confirm)
    (number,) = numbers(town)
    assert number in town.wu.toast


@pytest.mark.sop("IN-6")
async def test_two_colleagues_record_the_same_call_at_once(town: Town) -> None:
    await hears(town.wu)
    await hears(town.li)
    await asyncio.gather(town.wu.taps("确认提交"), town.li.taps("确认提交"))
    both = [town.case(number) for number in numbers(town)]
    assert len(both) == 2
    assert {filed(case).by for case in both} == {town.wu.id, town.li.id}


@pytest.mark.sop("IN-6")
async def test_what_a_colleague_wrote_as_their_own_becomes_an_owners(town: Town) -> None:
    await town.wu.says(SAID)
    await town.wu.taps("代业主记")
    await town.wu.taps("电话")
    await town.wu.taps("刚刚")
    await town.wu.taps("确认提交")
    case = town.case(numbers(town)[0])
    assert case.owner != town.wu.id
    assert (case.channel, case.issue, case.phone) == ("phone", SAID, PHONE)


# solved on the spot


@pytest.mark.sop("IN-7", "RE-1")
async def test_solved_on_the_spot_it_is_recorded_with_its_result_in_one_go(town: Town) -> None:
    await town.files(words="客厅的灯不亮了")
    await hears(town.wu, "来访", words="3栋2单元1201王女士投诉前台态度不好，希望道歉 13800138000")
    await town.wu.taps("修改")
    await town.wu.taps("答复方式")
    await town.wu.taps("聊天里答复")
    await town.wu.taps("已当场解决")
    await town.wu.sends_photo()
    await town.wu.taps("提交 · 免费")
    assert "写明" in town.wu.toast  # a picture alone tells nobody what was done
    await town.wu.says("当面向业主道歉，说明了原因")
    await town.wu.taps("提交 · 免费")
    case = town.cases(town.owner)[0]
    steps = [entry.what for entry in case_history(town, case)]
    assert steps[:3] == ["file", "settle", "reply"]
    assert case.state is State.REPLIED  # nothing closes it but the owner's word
    assert town.owner.reads("当面向业主道歉", case.number, "满意")
    assert any(
        case.number in text and "已当场解决" in text for text in town.agent.chat.texts
    )  # the desk's lead
    await town.owner.taps("满意")
    assert town.case(case.number).state is State.CLOSED


def case_history(town: Town, case: Case) -> Any:
    """What happened, without what is only noted."""
    steps = {"file", "settle", "reply", "accept", "reject", "finish", "dispatch"}
    return [entry for entry in town.case(case.number).history if entry.what in steps]


@pytest.mark.sop("IN-7", "DI-6", "HA-3", "HA-7")
async def test_a_handler_fills_in_afterwards_what_was_an_emergency(town: Town) -> None:
    await hears(town.zhang, words="3栋2单元1201王阿姨家水管爆了，赶紧去关的阀门 13800138099", when="2小时前")
    await town.zhang.taps("没有特别要求")
    await town.zhang.taps("已当场解决")
    await town.zhang.says("关总阀，换了一段水管")
    await town.zhang.taps("提交 · 有偿")
    assert town.zhang.last.shows("金额")  # no paid work without a price the owner agreed to
    await town.zhang.says("还没算呢")
    assert town.zhang.last.shows("金额")
    assert not numbers(town)
    await town.zhang.says("80元")
    assert town.zhang.last.shows("80", "业主当面同意")
    await town.zhang.taps("业主已同意")
    case = town.case(numbers(town)[0])
    settled = case.last("settle")
    assert settled is not None
    assert (case.handler, case.department, case.state) == (town.zhang.id, "engineering", State.DONE)
    assert (settled.by, settled.data["paid"], settled.why) == (town.zhang.id, True, "关总阀，换了一段水管")
    assert (settled.data["amount"], settled.data["consent"]) == (8000, "told")
    assert town.supervisor.reads(case.number, "80", "业主已同意")
    await town.supervisor.taps("签字")
    assert town.case(case.number).last("sign") is not None
    assert any("已当场解决" in text for text in town.supervisor.chat.texts)
    assert any("张志强已经处理了" in text for text in town.desk.texts)  # the alarm at the desk is over
    assert town.desk.last_card.shows("张志强：关总阀", "照这样发")
    await town.agent.at(town.desk).taps("照这样发")
    assert town.desk.last_card.shows("要打电话答复业主", "关总阀", "已答复·满意")
    await town.agent.at(town.desk).taps("已答复·满意")
    closed = town.case(case.number)
    assert closed.state is State.CLOSED
    assert [e.what for e in closed.history if e.what in {"reply", "accept"}] == ["reply", "accept"]


@pytest.mark.sop("IN-7", "RE-5")
async def test_not_solved_after_all_it_goes_to_the_department(town: Town) -> None:
    await town.files(words="客厅的灯不亮了")
    await hears(town.li, words="3栋2单元1201说厨房水龙头漏水，已经去看过 13800138000 王女士")
    await town.li.taps("没有特别要求")
    await town.li.taps("修改")
    await town.li.taps("答复方式")
    await town.li.taps("聊天里答复")
    await town.li.taps("已当场解决")
    await town.li.says("紧了接头")
    await town.li.taps("提交 · 免费")
    case = town.cases(town.owner)[0]
    assert town.owner.last.shows("李建国：紧了接头", "不满意")
    await town.owner.taps("不满意")
    again = town.case(case.number)
    assert (again.state, again.round, again.department) == (State.DISPATCHED, 2, "engineering")


@pytest.mark.sop("IN-7")
async def test_back_from_the_result_nothing_is_lost(town: Town) -> None:
    await hears(town.wu)
    await town.wu.taps("已当场解决")
    await town.wu.says("电话里教业主关了阀门")
    await town.wu.taps("返回")
    assert town.wu.last.shows("3栋2单元1201", "确认提交")
    await town.wu.taps("已当场解决")
    await town.wu.says("业主说好了")
    assert town.wu.last.shows("电话里教业主关了阀门", "业主说好了")
    await town.wu.taps("提交 · 免费")
    settled = town.case(numbers(town)[0]).last("settle")
    assert settled is not None
    assert settled.why == "电话里教业主关了阀门\n业主说好了"


# the log


@pytest.mark.sop("IN-8")
async def test_what_needs_only_words_goes_to_the_log_and_gets_an_answer(town: Town) -> None:
    await town.owner.says("请问物业费几号交？在哪里交 13800138000")
    await town.owner.taps("确认提交")
    enquiry = town.cases(town.owner)[0]
    await town.neighbour.says("I suggest you put more benches in the garden")
    await town.neighbour.taps("Submit")
    suggestion = town.cases(town.neighbour)[0]
    await town.files()  # a repair is no matter for the log
    await town.agent.says("/log")
    log = town.agent.last
    assert log.shows(
        "客户服务部日志", "2026-11-17", "共 2 条，还没答复 2 条", enquiry.number, suggestion.number
    )
    assert "物业费" in log.text
    assert "漏水" not in log.text
    assert (enquiry.department, enquiry.state) == ("", State.FILED)
    await town.agent.at(town.desk).taps("答复业主", message=card(town, enquiry))
    await answers(town, "每月10号前，手机上就能交")
    assert town.owner.last.shows("每月10号前")
    await town.agent.says("/log 2026-11-17")
    assert town.agent.last.shows("还没答复 1 条", "陈静，今天 10:00 已答复")


def card(town: Town, case: Case) -> Any:
    """The desk's card of a case."""
    return next(
        seen for seen in reversed(town.desk.said) if case.number in seen.text and seen.button("答复业主")
    )


async def answers(town: Town, words: str) -> None:
    """The agent answers where they were asked: in the group by answering the question."""
    question = town.agent.at(town.desk).last
    await town.agent.at(town.desk).says(words, reply_to=question)


@pytest.mark.sop("IN-8")
async def test_a_help_request_waits_for_the_desk_which_may_make_it_a_job(town: Town) -> None:
    await town.owner.says("3-2-1201 求助，能不能帮忙搬一下沙发 13800138000")
    await town.owner.taps("确认提交")
    case = town.cases(town.owner)[0]
    assert (case.kind, case.state, case.department) == ("help", State.FILED, "")
    assert town.case(case.number).due is not None  # the desk's clock runs
    await town.agent.at(town.desk).taps("秩序维护部", message=card(town, case))
    assert town.case(case.number).state is State.DISPATCHED
    await town.agent.says("/log")
    assert town.agent.last.shows(case.number, "已派给秩序维护部")


@pytest.mark.sop("IN-8", "TR-2")
async def test_a_cry_for_help_waits_for_nobody(town: Town) -> None:
    await town.owner.says("救命，3栋1单元电梯里困住人了 13800138000")
    await town.owner.taps("公共区域")
    await town.owner.taps("确认提交")
    case = town.cases(town.owner)[0]
    assert case.urgent
    assert case.state is State.DISPATCHED


@pytest.mark.sop("IN-8", "DI-1")
@pytest.mark.only("telegram", "the office hears no group of WeCom's; the log is read in private there")
async def test_the_log_in_the_group_tells_no_names(town: Town) -> None:
    await town.owner.says("请问物业费几号交？我电话13800138000")
    await town.owner.taps("确认提交")
    await town.agent.at(town.desk).says("/log")
    shown = town.agent.at(town.desk).last
    assert "王**" in shown.text
    assert "王秀英" not in shown.text
    assert "13800138000" not in shown.text
    await town.agent.says("/log")
    assert "王秀英" in town.agent.last.text


@pytest.mark.sop("IN-8", "PE-1")
async def test_other_days_other_people_and_days_that_are_none(town: Town) -> None:
    await town.owner.says("请问物业费几号交？在哪里交")
    await town.owner.taps("确认提交")
    await town.passes(days=1)
    await town.wu.says("/log")
    assert town.wu.last.shows("2026-11-18", "共 0 条")
    await town.wu.taps("前一天")
    assert town.wu.last.shows("2026-11-17", "共 1 条", "物业费")
    await town.wu.taps("后一天")
    assert not town.wu.last.button("后一天")
    await town.wu.says("/log 昨天")
    assert town.wu.last.shows("2026-11-17", "共 1 条")
    await town.wu.says("/log 胡说")
    assert town.wu.last.shows("没看懂是哪一天", "/log 2026-11-18")
    for nosy in (town.zhang, town.owner):
        await nosy.says("/log")
        assert nosy.last.shows("只有客服中心看得到")
        await nosy.taps_data("log:wangjiang:2026-11-17")
        assert "只有客服中心看得到" in nosy.toast or nosy.last.shows("只有客服中心看得到")
