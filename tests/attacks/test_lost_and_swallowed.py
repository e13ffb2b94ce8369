"""Words that end in the wrong place, or nowhere."""

import pytest

from tests.town import Town

ONE = "3栋2单元1201厨房漏水,今晚能来修吗 13800138000"


# --- wrong recipient
async def test_a_reply_to_case_b_does_not_go_to_the_owner_of_case_a(town: Town) -> None:
    a = await town.files()
    b = await town.files("客厅的灯坏了", unit="5-1-302", by=town.husband)
    await town.owner.says("师傅几点到")
    await town.husband.says("师傅几点到呀")
    heard_b = town.desk.last
    assert b.number in heard_b.text
    heard_a = next(m for m in town.desk.said if a.number in m.text and "师傅几点到" in m.text)
    desk = town.agent.at(town.desk)
    await desk.taps("给业主留言", message=heard_a)
    await desk.says("302的刘先生，给您约了下午", reply_to=heard_b)
    assert not any("刘先生" in t for t in town.owner.chat.texts)
    assert any("刘先生" in t for t in town.husband.chat.texts)


async def test_a_reply_to_card_b_is_no_result_of_a(town: Town) -> None:
    await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.at(town.group("engineering")).taps("完工")
    b = await town.files("客厅的灯坏了", unit="5-1-302", by=town.husband)
    card_b = next(
        m for m in reversed(town.group("engineering").said) if b.number in m.text and m.button("接单")
    )
    await town.zhang.at(town.group("engineering")).says("B户要带梯子", reply_to=card_b)
    assert [e.why for e in town.case(b.number).history if e.what == "progress"] == ["B户要带梯子"]


# --- drafts lost
async def test_a_draft_survives_adding_to_another_case(town: Town) -> None:
    case = await town.files()
    await town.owner.taps("我要投诉")
    await town.owner.says("楼上天天半夜拖椅子")
    await town.owner.says("/mine")
    await town.owner.taps(case.number)
    await town.owner.taps("补充")
    await town.owner.says("水越来越多")
    told = next(m.button("说完了") for m in reversed(town.owner.chat.said) if m.button("说完了"))
    await town.owner.taps_data(told["callback_data"])
    assert "不在" not in town.owner.toast


async def test_a_result_survives_a_look_at_the_menu(town: Town) -> None:
    await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了软管")
    await town.zhang.says("/repair")
    await town.zhang.says("/cancel")
    await town.zhang.taps("免费")
    assert any(e.what == "finish" for e in town.case(town.cases(town.owner)[0].number).history)


# --- emergencies swallowed
@pytest.mark.parametrize("opening", ["厨房漏水 13800138000", "3-2-1201 厨房漏水"])
@pytest.mark.parametrize("cry", ["着火了快来人", "哎呀厨房起火了火很大你们快点派人来"])
async def test_an_emergency_at_a_question_of_filing(town: Town, opening: str, cry: str) -> None:
    await town.owner.says(opening)
    await town.owner.says(cry)
    assert any(cry in t for t in town.desk.texts)


async def test_an_emergency_as_expectation(town: Town) -> None:
    await town.owner.taps("我要报修")
    await town.owner.says("3-2-1201 厨房灯坏了 13800138000")
    await town.owner.taps("说完了")
    assert town.owner.last.shows("没有特别要求")
    await town.owner.says("快来，厨房着火了")
    assert any("着火" in t for t in town.desk.texts)


async def test_an_emergency_in_a_survey_left_days_ago(town: Town) -> None:
    await town.files_and_repairs()
    await town.owner.taps("验收合格")
    await town.passes(days=2)
    for _ in range(4):
        await town.owner.taps("满意", message=town.owner.chat.last_card)
    assert town.owner.last.shows("跳过")
    await town.passes(days=5)
    await town.owner.says("5栋1单元电梯里困住人了，快来")
    assert any("困住人" in t for t in town.desk.texts)


async def test_an_emergency_instead_of_a_code(town: Town) -> None:
    await town.owner.says("/bind")
    await town.owner.says("3-2-1201 厨房着火了，快来人")
    assert any("着火" in t for t in town.desk.texts)


async def test_a_matter_instead_of_a_code_is_filed(town: Town) -> None:
    await town.owner.says("/bind")
    await town.owner.says(ONE)
    assert town.owner.last.shows("确认提交")


async def test_why_left_open_does_not_swallow_a_new_matter_days_later(town: Town) -> None:
    await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.passes(days=3)
    await town.owner.says("5-1-302 楼道里垃圾三天没人收 13800138000")
    assert town.owner.last.shows("确认提交")


# --- nothing said at all
async def test_words_after_a_survey_was_entered_by_phone_get_an_answer(town: Town) -> None:
    await town.files_and_repairs()
    await town.owner.taps("验收合格")
    await town.passes(days=2)
    for _ in range(4):
        await town.owner.taps("满意", message=town.owner.chat.last_card)
    await town.passes(days=4)
    await town.agent.at(town.desk).taps("一般")
    said = len(town.owner.chat.said)
    await town.owner.says(ONE)
    assert len(town.owner.chat.said) > said


# --- words lost
async def test_more_words_with_the_phone_are_kept(town: Town) -> None:
    await town.owner.says("3-2-1201 厨房漏水")
    await town.owner.says("13800138000 另外卫生间天花板也在滴水")
    await town.owner.taps("确认提交")
    assert "天花板" in town.cases(town.owner)[0].issue


@pytest.mark.parametrize("answer", ["我的电话是13911112222", "打13911112222", "手机13911112222谢谢"])
async def test_a_phone_in_a_sentence_is_no_name(town: Town, answer: str) -> None:
    await town.owner.says("3-2-1201 厨房漏水")
    await town.owner.says(answer)
    await town.owner.taps("确认提交")
    assert town.cases(town.owner)[0].name == "王秀英"


async def test_contact_shared_while_telling(town: Town) -> None:
    await town.owner.taps("我要报修")
    await town.owner.says("3-2-1201 客厅的灯坏了")
    await town.owner.shares_contact()
    await town.owner.taps("说完了")
    assert not town.owner.last.shows("请留个电话")


async def test_typed_confirm_is_no_part_of_the_complaint(town: Town) -> None:
    await town.owner.says(ONE)
    await town.owner.says("确认提交")
    cases = town.cases(town.owner)
    assert cases
    assert cases[0].issue == ONE


async def test_a_picture_goes_along_into_the_new_matter(town: Town) -> None:
    await town.files()
    await town.owner.sends_photo("跟上次说的不一样的")
    await town.owner.taps("这是另一件事")
    for answer in ("投诉", "公共区域"):
        if town.owner.last.button(answer):
            await town.owner.taps(answer)
    await town.owner.taps("确认提交")
    assert town.cases(town.owner)[0].media


async def test_person_asked_for_in_a_draft_with_another_case_open(town: Town) -> None:
    await town.files()
    await town.owner.taps("我要投诉")
    await town.owner.says("你们前台小姑娘骂人")
    await town.owner.says("转人工")
    assert any("骂人" in t for t in town.desk.texts)


async def test_withdrawn_case_is_not_offered_to_be_back(town: Town) -> None:
    case = await town.files()
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    await town.owner.says("唉还是那个样子的呢")
    if town.owner.last.button("问题又出现了"):
        await town.owner.taps("问题又出现了")
        assert "之前那一次" not in town.owner.toast


async def test_words_we_cannot_place_reach_the_desk(town: Town) -> None:
    await town.files_and_repairs()
    await town.owner.taps("验收合格")
    await town.owner.says("唉还是那个样子的呢")
    assert any("还是那个样子" in t for t in town.desk.texts)
