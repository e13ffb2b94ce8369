"""Talk through the case: whatever its state, whatever somebody is in the middle of, words reach the other side."""

from collections.abc import Awaitable, Callable

import pytest

from core.book import Task
from core.case import Case, Kind, State
from core.conversations.desk.desk import CALLS
from tests.town import LEAK, Town
from tests.town.person import Person

RUBBISH = "投诉！楼道的垃圾三天没人收"


async def moves_in(town: Town, number: int) -> Person:
    """One more owner."""
    person = town.stranger(number, "赵雪")
    await person.starts()
    return person


# every state


async def filed(town: Town, owner: Person) -> None:
    await owner.taps("咨询建议")
    await owner.says("请问装修要办什么手续？")
    await owner.taps("说完了")
    await owner.taps("确认提交")


async def dispatched(town: Town, owner: Person) -> None:
    await town.files(by=owner)


async def taken(town: Town, owner: Person) -> None:
    await town.files(by=owner)
    await town.zhang.at(town.group("engineering")).taps("接单")


async def on_site(town: Town, owner: Person) -> None:
    await taken(town, owner)
    await town.zhang.taps("到场")


async def done(town: Town, owner: Person) -> None:
    await town.files(RUBBISH, by=owner)
    await town.sun.at(town.group("cleaning")).taps("接单")
    await town.sun.taps("完工")
    await town.sun.sends_photo("已清运")
    await town.sun.taps("免费")


async def joined(town: Town, owner: Person) -> None:
    await owner.says(f"3-1-502 {LEAK} 13800138001")
    await owner.taps("我也遇到同样问题")


async def replied(town: Town, owner: Person) -> None:
    await town.repairs(await town.files(by=owner), by=town.li)


async def closed(town: Town, owner: Person) -> None:
    await replied(town, owner)
    await owner.taps("验收合格")


async def withdrawn(town: Town, owner: Person) -> None:
    case = await town.files(by=owner)
    await owner.taps_data(f"withdraw:{case.number}:1")


STATES: dict[State, Callable[[Town, Person], Awaitable[None]]] = {
    State.FILED: filed,
    State.DISPATCHED: dispatched,
    State.TAKEN: taken,
    State.ON_SITE: on_site,
    State.DONE: done,
    State.JOINED: joined,
    State.REPLIED: replied,
    State.CLOSED: closed,
    State.WITHDRAWN: withdrawn,
}


def test_the_table_has_every_state() -> None:
    assert set(STATES) == set(State)


@pytest.mark.sop("IN-11")
async def test_owner_and_desk_hear_each_other_in_every_state(town: Town) -> None:
    for number, (state, comes_there) in enumerate(STATES.items(), 1201):
        owner = await moves_in(town, number)
        await comes_there(town, owner)
        case = town.cases(owner)[0]
        assert case.state is state
        await _owner_adds(town, owner, case)
        await _desk_writes(town, owner, case)
        await _owner_answers(town, owner, case)
        assert town.case(case.number).state is state, "talking moves nothing"
        await town.passes(minutes=2)  # a platform shows a member so many messages a minute


async def _owner_adds(town: Town, owner: Person, case: Case) -> None:
    """Words and a picture reach the desk, under the number of the case."""
    await owner.taps_data(f"add:{case.number}")
    await owner.sends_photo(f"您看看这张{case.state}")
    if case.state is State.REPLIED:  # words move nothing, but whoever speaks there is asked for the verdict
        assert owner.chat.last_card.button("不满意")
        assert any(message.button("记为不满意") for message in town.desk.said)
    assert any(case.number in text and f"这张{case.state}" in text for text in town.desk.texts)
    assert any(entry.data.get("media") for entry in town.case(case.number).history if entry.what == "add")
    assert town.desk.last.type == "photo" or case.state in town.desk.last.text


async def _desk_writes(town: Town, owner: Person, case: Case) -> None:
    await town.agent.taps_data(f"answer:{case.number}")
    await town.agent.says(f"已经在看{case.state}了")
    assert owner.last.shows(case.number, f"已经在看{case.state}了")


async def _owner_answers(town: Town, owner: Person, case: Case) -> None:
    """The desk asked: a mere yes is an answer, and belongs to the case it was asked in."""
    await owner.says("好的")
    assert town.desk.last.shows(case.number, "好的")
    heard = len(town.desk.said)
    await owner.says("谢谢")
    assert len(town.desk.said) == heard, "and what follows is small talk again"


@pytest.mark.sop("IN-11")
async def test_pictures_go_both_ways(town: Town) -> None:
    case = await town.files()
    await town.owner.sends_photo("就是水槽这里")
    assert any(m.type == "photo" for m in town.desk.said[-2:])
    await town.agent.taps_data(f"answer:{case.number}")
    await town.agent.sends_photo("是这个阀门吗")
    assert any(m.type == "photo" for m in town.owner.chat.said[-2:])
    assert town.owner.reads(case.number, "是这个阀门吗")


@pytest.mark.sop("IN-11")
async def test_the_answer_goes_where_the_desk_asked_though_another_case_is_newer(town: Town) -> None:
    first = await town.files()
    await town.files("入户门锁坏了，打不开")
    await town.agent.taps_data(f"answer:{first.number}")
    await town.agent.says("漏水的水槽是厨房的还是阳台的？")
    await town.owner.says("厨房的")
    assert town.desk.last.shows(first.number, "厨房的")


@pytest.mark.sop("IN-11")
async def test_what_was_withdrawn_can_be_reported_anew(town: Town) -> None:
    case = await town.files()
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    await town.owner.says("唉还是那个样子的呢")
    assert any(case.number in t and "还是那个样子" in t for t in town.desk.texts)
    await town.owner.taps("重新报这件事")
    assert town.owner.last.shows(LEAK, "3栋2单元1201室", "确认提交")
    await town.owner.taps("确认提交")
    assert town.cases(town.owner)[0].number != case.number


# every dialogue


async def telling(town: Town, owner: Person) -> None:
    await owner.taps("我要报修")
    await owner.says("3-2-1201 厨房的灯一闪一闪的")


async def asked_for_phone(town: Town, owner: Person) -> None:
    await owner.says("3-2-1201 厨房的灯坏了")


async def read_back(town: Town, owner: Person) -> None:
    await owner.says("3-2-1201 厨房的灯坏了 13800138009")


async def why(town: Town, owner: Person) -> None:
    await replied(town, owner)
    await owner.taps("不满意")


async def adding(town: Town, owner: Person) -> None:
    case = await town.files(by=owner)
    await owner.taps_data(f"add:{case.number}")


async def binding(town: Town, owner: Person) -> None:
    await town.files(by=owner)
    await owner.says("/bind")


async def surveyed(town: Town, owner: Person) -> None:
    await closed(town, owner)
    await town.passes(days=2)
    for score in ("满意", "一般", "满意", "满意"):
        await owner.taps(score, message=owner.chat.last_card)


async def nothing(town: Town, owner: Person) -> None:
    await town.files(by=owner)


DRAFTS = (telling, asked_for_phone, read_back)
IN_A_CASE = (why, adding, binding, surveyed, nothing)


@pytest.mark.sop("IN-11")
async def test_a_person_in_the_middle_of_filing_has_all_that_was_said(town: Town) -> None:
    for number, comes_there in enumerate(DRAFTS, 1301):
        owner = await moves_in(town, number)
        await comes_there(town, owner)
        await owner.says("转人工")
        (case,) = town.cases(owner)
        assert (case.kind, case.state, case.unit) == (Kind.REPAIR, State.FILED, "3-2-1201"), comes_there
        assert "厨房的灯" in case.issue
        assert town.desk.last.shows("要找人工", case.number, "厨房的灯")
        assert any(case.number in m.text and m.button("工程部") for m in town.desk.said), (
            "to be judged at once"
        )
        assert owner.last.shows(case.number, "不用再说一遍")
        await owner.says("我下午三点后才在家")
        assert town.desk.last.shows(case.number, "三点后才在家")
        await town.passes(minutes=2)


@pytest.mark.sop("IN-11")
async def test_a_person_can_be_asked_for_whatever_was_being_asked(town: Town) -> None:
    for number, comes_there in enumerate(IN_A_CASE, 1401):
        owner = await moves_in(town, number)
        await comes_there(town, owner)
        (case,) = town.cases(owner)
        await owner.says("转人工")
        assert town.desk.last.shows("要找人工", case.number), comes_there
        await owner.says("我想跟你们主管说两句")
        assert any(case.number in t and "想跟你们主管" in t for t in town.desk.texts), comes_there
        assert len(town.cases(owner)) == 1, "no second case for it"
        await town.passes(minutes=2)


@pytest.mark.sop("IN-11")
async def test_a_callback_goes_on_after_a_word_with_a_person(town: Town) -> None:
    await surveyed(town, town.owner)
    await town.owner.says("转人工")
    await town.owner.says("上次的师傅叫什么名字")
    assert any("上次的师傅叫什么" in t for t in town.desk.texts)
    await town.owner.says("等了快一个小时")
    (case,) = town.cases(town.owner)
    with town.app.store.transaction() as work:
        found = work.survey_of(case.number)
    assert found is not None
    assert found.answers["wrong"] == "等了快一个小时"


@pytest.mark.sop("IN-11")
async def test_a_person_who_is_asked_for_in_an_emergency_draft_is_alarmed(town: Town) -> None:
    await town.owner.says("家里燃气味很大")
    await town.owner.says("转人工")
    (case,) = town.cases(town.owner)
    assert case.urgent
    assert any(case.number in t and "紧急" in t for t in town.manager.chat.texts)


@pytest.mark.sop("IN-11")
async def test_why_is_read_though_the_case_was_settled_by_telephone_meanwhile(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    await town.owner.says("水槽下面的垫片还是湿的")
    assert any("垫片还是湿的" in t for t in town.desk.texts)


# second rounds


@pytest.mark.sop("RE-5")
async def test_the_third_round_goes_to_the_manager_whose_name_is_on_the_card(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.owner.taps("不想多说")
    assert town.group("engineering").last_card.shows("第2次处理", "王海亲自跟进")
    assert not any(case.number in t and "第2次处理" in t for t in town.manager.chat.texts)
    await town.repairs(case, by=town.li)
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("不满意")
    await town.owner.says("第三次了")
    assert town.group("engineering").last_card.shows("第3次处理", "周明亲自跟进", "第三次了")
    assert any(case.number in t and "第3次处理" in t for t in town.manager.chat.texts)
    assert any(case.number in t and "第3次处理" in t for t in town.supervisor.chat.texts)
    brought = [e.data["people"] for e in town.case(case.number).history if e.what == "superior"]
    assert brought == [[town.supervisor.id], [town.manager.id]]


@pytest.mark.sop("RE-5")
async def test_words_that_were_not_enough_go_to_the_desks_lead(town: Town) -> None:
    await filed(town, town.owner)
    case = town.cases(town.owner)[0]
    await town.wu.taps_data(f"rewrite:{case.number}")
    await town.wu.says("带身份证来就行")
    await town.owner.taps("不满意")
    await town.owner.says("我问的是押金")
    assert any(case.number in t and "第2次处理" in t for t in town.agent.chat.texts)
    assert town.desk.last_card.shows(case.number, "陈静亲自跟进") or any(
        m.shows(case.number, "陈静亲自跟进") for m in town.desk.said
    )


@pytest.mark.sop("RE-5")
async def test_a_second_round_with_no_superior_is_the_next_ones(town: Town) -> None:
    case = await town.files(RUBBISH)
    await town.sun.at(town.group("cleaning")).taps("接单")
    await town.sun.taps("完工")
    await town.sun.sends_photo("已清运")
    await town.sun.taps("免费")
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("不满意")
    assert town.case(case.number).round == 2
    brought = town.case(case.number).last("superior")
    assert brought is not None
    assert brought.data["people"], "somebody above is named, whoever it is"


@pytest.mark.sop("IN-11")
async def test_words_after_a_picture_belong_to_it_for_a_moment_only(town: Town) -> None:
    case = await town.files()
    await town.agent.taps_data(f"answer:{case.number}")
    await town.agent.sends_photo()
    await town.agent.says("就是这个阀门，先别动")
    assert town.owner.last.shows(case.number, "就是这个阀门")
    heard = len(town.owner.chat.said)
    await town.agent.taps_data(f"answer:{case.number}")
    await town.agent.sends_photo()
    await town.passes(minutes=5)
    told = len(town.owner.chat.said)
    await town.agent.says("今天中午吃什么")
    assert len(town.owner.chat.said) == told > heard


# a verdict in words


@pytest.mark.sop("RE-5")
@pytest.mark.parametrize("words", ["不满意", "没修好。"])
async def test_no_typed_alone_is_the_tap(town: Town, words: str) -> None:
    case = await town.files_and_repairs()
    await town.owner.says(words)
    found = town.case(case.number)
    assert (found.state, found.round) == (State.DISPATCHED, 2)
    rejected = found.last("reject")
    assert rejected is not None
    assert rejected.by == town.owner.id


@pytest.mark.sop("RE-5")
async def test_yes_typed_alone_is_the_tap(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.says("满意")
    assert town.case(case.number).state is State.CLOSED


@pytest.mark.sop("RE-5")
@pytest.mark.only("telegram", "on WeChat a typed label is the choice that was shown last")
async def test_of_two_answers_the_owner_is_asked_which_is_meant(town: Town) -> None:
    first = await town.files_and_repairs()
    second = await town.files("入户门锁坏了，打不开")
    await town.repairs(second, by=town.li)
    await town.owner.says("不满意")
    assert town.owner.last.shows(first.number, second.number)
    assert {town.case(case.number).state for case in (first, second)} == {State.REPLIED}


@pytest.mark.sop("RE-5", "PE-1")
async def test_words_to_an_answer_are_asked_about_and_the_desk_can_enter_them(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.says("还在漏，没修好")
    assert town.case(case.number).state is State.REPLIED  # words alone are no verdict
    assert town.owner.last.shows("验收合格，满意", "不满意")
    card = next(m for m in reversed(town.desk.said) if m.button("记为不满意"))
    assert card.shows("还在漏")
    for wrong in (town.zhang, town.husband):
        await wrong.taps_data(f"noted:{case.number}:1")
        assert "抱歉" in wrong.toast
    await town.agent.at(town.desk).taps("记为不满意", message=card)
    found = town.case(case.number)
    rejected = found.last("reject")
    assert rejected is not None
    assert (found.round, rejected.by, rejected.why) == (2, town.agent.id, "还在漏，没修好")
    assert town.owner.reads(case.number, "重新处理")
    await town.wu.taps_data(f"noted:{case.number}:1")
    assert town.case(case.number).round == 2


@pytest.mark.sop("RE-5")
async def test_nobody_is_promised_another_round_by_an_old_button(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.husband.taps_data(f"nowhy:{case.number}")
    assert "抱歉" in town.husband.toast
    await town.owner.taps("不想多说")
    assert town.owner.last.shows("重新处理")
    await town.repairs(case, by=town.li)
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("验收合格")
    await town.owner.taps_data(f"nowhy:{case.number}")
    assert "之前那一次" in town.owner.toast


# withdrawn, and wrong words


def calls(town: Town, case: Case) -> list[Task]:
    """What is on the desk's call list about a case."""
    with town.app.store.transaction() as work:
        return [task for task in work.tasks(case.site, case=case.number) if task.kind in CALLS]


@pytest.mark.sop("IN-11")
async def test_nobody_is_called_about_what_was_withdrawn(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.passes(days=3)
    assert [task.kind for task in calls(town, case)] == ["verdict-call"]
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    assert not calls(town, case)
    heard = len(town.owner.chat.said)
    await town.passes(days=10)
    assert len(town.owner.chat.said) == heard


@pytest.mark.sop("IN-11")
async def test_what_is_done_offers_no_withdrawing(town: Town) -> None:
    await done(town, town.owner)
    (case,) = town.cases(town.owner)
    await town.owner.taps_data(f"see:{case.number}")
    assert not town.owner.last.button("撤回")
    await town.owner.taps_data(f"withdraw:{case.number}")
    assert "处理完" in town.owner.toast
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("满意")
    await town.owner.taps_data(f"chase:{case.number}")
    assert "了结" in town.owner.toast
    assert "卡片" not in town.owner.toast


@pytest.mark.sop("IN-11")
async def test_what_was_asked_for_long_ago_is_not_sent_silently(town: Town) -> None:
    case = await town.files()
    await town.agent.taps_data(f"answer:{case.number}")
    await town.passes(days=2)
    heard = len(town.owner.chat.said)
    await town.agent.says("今天中午吃什么")
    assert len(town.owner.chat.said) == heard
    assert town.agent.last.shows("今天中午吃什么", case.number, "取消")
    await town.agent.says("师傅在路上了")
    await town.agent.taps_data(f"sendit:{case.number}")
    assert town.owner.last.shows("师傅在路上了")
    assert not town.owner.reads("今天中午吃什么")


@pytest.mark.sop("IN-11")
async def test_an_old_cancel_does_not_end_the_writing_for_another_case(town: Town) -> None:
    first = await town.files()
    second = await town.files("入户门锁坏了，打不开")
    await town.agent.taps_data(f"answer:{first.number}")
    await town.agent.taps_data(f"answer:{second.number}")
    await town.agent.taps_data(f"unsaid:{first.number}")
    await town.agent.says("锁匠已经出门了")
    assert town.owner.last.shows(second.number, "锁匠已经出门了")


@pytest.mark.sop("IN-11", "RE-1")
@pytest.mark.only("telegram", "words typed in a group are not heard on WeCom")
@pytest.mark.parametrize("whom", ["给师傅", "给业主"])
async def test_an_answer_to_a_colleagues_note_goes_to_nobody_before_it_is_said_to_whom(
    town: Town, whom: str
) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.says("管子锈穿了，要换一米")
    note = next(m for m in reversed(town.desk.said) if "管子锈穿了" in m.text)
    heard = len(town.owner.chat.said)
    agent = town.agent.at(town.desk)
    await agent.says("你先跟他报个价再动手", reply_to=note)
    assert len(town.owner.chat.said) == heard
    await agent.taps(whom)
    if whom == "给师傅":
        assert len(town.owner.chat.said) == heard
        assert town.zhang.reads(case.number, "你先跟他报个价再动手")
    else:
        assert town.owner.last.shows("你先跟他报个价再动手")
    await agent.taps_data(f"tostaff:{case.number}")
    assert sum("报个价再动手" in text for text in town.zhang.chat.texts) == (whom == "给师傅")
