"""Filing: in one's own words and order, asked for no more than is missing, and nothing filed unconfirmed."""

import pytest

from core.case import Kind, State
from tests.town import Town

ONE_MESSAGE = "3栋2单元1201厨房漏水,今晚能来修吗 13800138000"


@pytest.mark.sop("IN-9", "IN-5")
async def test_one_message_goes_straight_to_the_read_back(town: Town) -> None:
    await town.owner.says(ONE_MESSAGE)
    assert town.owner.last.shows("报修 · 工程维修", "3栋2单元1201", "13800138000", "今晚能来修吗", "确认提交")
    assert "因为提到：漏水" in town.owner.last.text
    assert not town.cases(town.owner)


@pytest.mark.sop("IN-5", "IN-2")
async def test_confirmed_it_has_a_number_and_a_record(town: Town) -> None:
    await town.owner.says(ONE_MESSAGE)
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    assert case.number == "WJ-20261117-0001"
    assert town.owner.last.shows("谢谢", "抱歉", case.number, "工程部", "0571-88001234", "10:15")
    assert (case.issue, case.name, case.unit) == (ONE_MESSAGE, "王秀英", "3-2-1201")
    assert (case.phone, case.expectation, case.channel) == (
        "13800138000",
        "今晚能来修吗",
        town.owner.handset.address.channel,
    )


@pytest.mark.sop("IN-9")
@pytest.mark.parametrize(
    "words",
    [
        "三栋二单元一二零一 厨房漏水 13800138000",
        "３栋２单元１２０１厨房漏水 13800138000",
        "三号楼2单元1201，厨房漏水，13800138000",
    ],
)
async def test_units_are_understood_however_they_are_written(town: Town, words: str) -> None:
    await town.owner.says(words)
    assert town.owner.last.shows("3栋2单元1201", "确认提交")


@pytest.mark.sop("IN-9", "IN-12")
async def test_bound_owner_files_in_two_turns_even_with_another_case_open(town: Town) -> None:
    town.bind(town.owner, "3-2-1201")
    await town.owner.says("厨房漏水 13800138000")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    assert (case.unit, case.bound) == ("3-2-1201", True)
    await town.owner.says("卧室的灯不亮了，换个灯泡")  # the number is known by now
    assert town.owner.last.shows("3栋2单元1201", "13800138000", "确认提交")
    await town.owner.taps("确认提交")
    assert len(town.cases(town.owner)) == 2


@pytest.mark.sop("IN-11")
async def test_more_about_the_same_leak_is_no_second_case(town: Town) -> None:
    await town.files()
    await town.owner.says("水槽下面还在漏，柜子都泡了")
    assert len(town.cases(town.owner)) == 1
    assert "柜子都泡了" in town.group("engineering").last_card.text


@pytest.mark.sop("IN-12")
async def test_the_card_says_that_an_owner_is_not_known_to_live_there(town: Town) -> None:
    await town.files()
    assert town.group("engineering").last_card.shows("未核实住户")
    town.bind(town.husband, "3-2-1201")
    await town.files(words="客厅的灯不亮了", by=town.husband)
    assert "未核实" not in town.group("engineering").last_card.text


@pytest.mark.sop("IN-4")
@pytest.mark.parametrize("unit", ["99栋1单元101", "3栋9单元1201", "3栋2单元9901"])
async def test_a_unit_we_do_not_have_never_reaches_the_read_back(town: Town, unit: str) -> None:
    await town.owner.says(f"{unit} 厨房漏水 13800138000")
    assert town.owner.last.shows("抱歉", "3栋1单元1201室")


@pytest.mark.sop("IN-1")
async def test_voice_video_and_files_are_kept_with_the_words(town: Town) -> None:
    await town.owner.taps("我要报修")
    await town.owner.says("3-2-1201 厨房漏水 13800138000")
    for kind in town.owner.handset.files:
        await town.owner.sends_file(kind)
    await town.owner.taps("说完了")
    await town.owner.taps("没有特别要求")
    await town.owner.taps("确认提交")
    assert [a.kind for a in town.cases(town.owner)[0].media] == list(town.owner.handset.files)


@pytest.mark.sop("IN-1", "IN-3")
async def test_guided_filing_asks_only_what_is_missing(town: Town) -> None:
    owner = town.owner
    await owner.taps("我要报修")
    await owner.says("客厅的灯坏了")
    await owner.sends_photo("就是这盏")
    await owner.says("我家是3栋2单元1201")
    await owner.taps("说完了")
    assert owner.last.shows("电话")  # the unit was said already
    await owner.says("13800138000")
    assert owner.last.shows("没有特别要求")
    await owner.says("周末来修就行")
    assert owner.last.shows("3栋2单元1201", "13800138000", "周末来修就行", "确认提交")
    await owner.taps("确认提交")
    (case,) = town.cases(owner)
    assert case.issue == "客厅的灯坏了\n就是这盏\n我家是3栋2单元1201"
    assert [a.kind for a in case.media] == ["photo"]


@pytest.mark.sop("IN-3")
async def test_listening_answers_once_and_then_only_listens(town: Town) -> None:
    await town.owner.taps("我要投诉")
    before = len(town.owner.chat.said)
    await town.owner.says("楼上天天半夜", "拖椅子", "吵得睡不着")
    await town.owner.sends_photo(album="a1")
    await town.owner.sends_photo(album="a1")
    assert len(town.owner.chat.said) == before + 1


@pytest.mark.sop("IN-3")
async def test_silence_ends_the_listening(town: Town) -> None:
    await town.owner.taps("我要投诉")
    await town.owner.says("楼上天天半夜拖椅子")
    await town.passes(seconds=60)
    await town.owner.says("吵得睡不着")
    await town.passes(seconds=60)  # not silent for long enough yet
    assert not town.owner.last.shows("哪一户")
    await town.passes(seconds=60)
    assert town.owner.last.shows("哪一户")


@pytest.mark.sop("IN-4")
async def test_unclear_answers_get_an_example_and_then_a_person(town: Town) -> None:
    owner = town.owner
    await owner.says("厨房漏水 13800138000")
    await owner.says("就我家呀")
    assert owner.last.shows("抱歉", "3栋1单元1201室")
    assert not owner.last.button("转人工")
    await owner.says("99-9-1")  # there is no such building
    assert owner.last.shows("抱歉", "转人工")
    await owner.taps("转人工")
    assert "王**" in town.desk.last.text
    assert "要找人工" in town.desk.last.text


@pytest.mark.sop("IN-4")
async def test_wrong_phone_gets_an_example_of_a_right_one(town: Town) -> None:
    await town.owner.says("3-2-1201 厨房漏水")
    await town.owner.says("138001")
    assert town.owner.last.shows("抱歉", "13800138000")


@pytest.mark.sop("IN-5")
@pytest.mark.parametrize(
    ("field", "answer", "shown"),
    [
        ("情况", "是卫生间漏水，不是厨房", "情况：是卫生间漏水"),
        ("地点", "5-1-302", "5栋1单元302"),
        ("称呼", "王阿姨", "王阿姨"),
        ("电话", "13911112222", "13911112222"),
        ("期望", "明天上午来", "期望：明天上午来"),
    ],
)
async def test_any_one_field_can_be_changed(town: Town, field: str, answer: str, shown: str) -> None:
    await town.owner.says(ONE_MESSAGE)
    await town.owner.taps("修改")
    await town.owner.taps(field)
    await town.owner.says(answer)
    assert town.owner.last.shows(shown, "确认提交")


@pytest.mark.sop("IN-5")
async def test_the_kind_is_changed_with_a_tap(town: Town) -> None:
    await town.owner.says(ONE_MESSAGE)
    await town.owner.taps("修改")
    await town.owner.taps("类型")
    await town.owner.taps("投诉")
    await town.owner.taps("确认提交")
    assert town.cases(town.owner)[0].kind is Kind.COMPLAINT


@pytest.mark.sop("IN-5")
async def test_more_can_be_added_and_all_cancelled(town: Town) -> None:
    await town.owner.says(ONE_MESSAGE)
    await town.owner.taps("补充")
    await town.owner.says("家里有老人，小心地滑")
    await town.owner.taps("说完了")
    assert town.owner.last.shows("家里有老人", "确认提交")
    confirm = town.act(town.owner, "确认提交")
    await town.owner.taps("取消")
    await town.owner.taps_data(confirm)
    assert not town.cases(town.owner)
    assert "不在" in town.owner.toast


@pytest.mark.sop("IN-10")
async def test_a_draft_left_alone_is_reminded_once(town: Town) -> None:
    await town.owner.says(ONE_MESSAGE)
    await town.passes(minutes=31)
    assert town.owner.last.shows("还没有提交", "继续填")
    reminders = len(town.owner.chat.said)
    await town.passes(hours=20)
    assert len(town.owner.chat.said) == reminders
    await town.owner.taps("继续填")
    assert town.owner.last.shows("3栋2单元1201", "确认提交")


@pytest.mark.sop("IN-10", "TR-2")
async def test_an_emergency_reaches_the_desk_unconfirmed(town: Town) -> None:
    await town.owner.says("电梯里困住人了，快来")
    assert town.desk.last.shows("还没确认提交", "电梯里困住人了", "已电话通知")
    assert any("请先注意安全" in text for text in town.owner.chat.texts)
    await town.owner.says("3-1-1201")
    assert town.desk.last.shows("还没确认提交", "3栋1单元1201室", "已电话通知")
    await town.owner.says("13800138000")
    assert town.desk.last.shows("3栋1单元1201室", "138****8000", "看电话")
    before = len(town.desk.said)
    await town.owner.says("快点")
    assert len(town.desk.said) == before  # what is said besides does not ring again


@pytest.mark.sop("IN-11")
async def test_owner_sees_a_timeline_adds_chases_and_withdraws(town: Town) -> None:
    case = await town.files()
    await town.owner.says("我的工单")
    assert town.owner.last.shows(case.number)
    await town.owner.taps(case.number)
    assert town.owner.last.shows("受理", "派单", "补充", "催一催", "撤回", "转人工")
    await town.owner.taps("补充")
    await town.owner.sends_photo("水越来越多了")
    assert "业主补充：水越来越多了" in town.group("engineering").last_card.text
    await town.owner.says("/mine")
    await town.owner.taps(case.number)
    await town.owner.taps("催一催")
    assert any("在催" in text for text in town.supervisor.chat.texts)
    await town.owner.says("/mine")
    await town.owner.taps(case.number)
    await town.owner.taps("催一催")
    assert "刚催过" in town.owner.toast
    await town.owner.taps("撤回")
    await town.owner.taps("确定撤回")
    assert town.case(case.number).state is State.WITHDRAWN


@pytest.mark.sop("IN-11")
async def test_what_was_withdrawn_can_be_taken_by_nobody(town: Town) -> None:
    case = await town.files()
    await town.owner.says("/mine")
    for label in (case.number, "撤回", "确定撤回"):
        await town.owner.taps(label)
    assert not town.group("engineering").said[0].buttons
    assert town.group("engineering").said[0].shows("业主已撤回")


@pytest.mark.sop("IN-11")
async def test_owner_and_desk_talk_through_the_case(town: Town) -> None:
    case = await town.files()
    await town.owner.says("师傅大概几点到呀")
    heard = town.desk.last
    assert heard.shows("师傅大概几点到呀", "给业主留言")
    assert case.number in heard.text
    await town.agent.at(town.desk).says("十分钟内到", reply_to=heard)
    assert town.owner.last.shows("十分钟内到", case.number)


@pytest.mark.sop("IN-11")
@pytest.mark.only("telegram", "the office hears no group of WeCom's: there all words are meant for it")
async def test_words_in_the_desks_group_are_sent_when_they_were_meant(town: Town) -> None:
    await town.files()
    await town.owner.says("师傅大概几点到呀")
    await town.agent.at(town.desk).taps("给业主留言")
    heard_by_owner = len(town.owner.chat.said)
    await town.agent.at(town.desk).says("师傅已经出门了")  # perhaps said to a colleague
    assert len(town.owner.chat.said) == heard_by_owner
    await town.agent.at(town.desk).taps("发给业主")
    assert town.owner.last.shows("师傅已经出门了")


@pytest.mark.sop("IN-11")
async def test_a_person_can_be_asked_for_at_any_point(town: Town) -> None:
    await town.owner.taps("我要投诉")
    await town.owner.says("你们前台态度太差")
    await town.owner.says("转人工")
    (case,) = town.cases(town.owner)
    assert case.issue == "你们前台态度太差"
    assert town.desk.last.shows("要找人工", "你们前台态度太差")


@pytest.mark.sop("PE-3")
async def test_everybody_is_spoken_to_in_their_own_language(town: Town) -> None:
    await town.neighbour.says("Building 5, Unit 1, Room 302. The kitchen pipe is leaking, 138 0013 8002")
    english = town.neighbour.last.text
    assert "leak" in english
    assert not town.neighbour.last.button("确认提交")
    await town.neighbour.says("/language")
    await town.neighbour.taps("繁體中文")
    await town.neighbour.says("/help")
    assert "說" in town.neighbour.last.text
    await town.owner.says("/help")
    assert "说" in town.owner.last.text
