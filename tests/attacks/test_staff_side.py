"""Handlers and the desk, out of order."""

from core.case import State
from tests.town import Town


async def taken(town: Town):
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了软管")
    return case


async def test_withdrawn_while_the_result_is_told_frees_the_handler(town: Town) -> None:
    case = await taken(town)
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    await town.zhang.taps("免费")
    await town.zhang.says("3-2-1201 我家厨房也漏水 13800138009")
    assert town.zhang.last.shows("确认提交")


async def test_transferred_while_the_result_is_told_frees_the_handler(town: Town) -> None:
    await taken(town)
    desk = town.agent.at(town.desk)
    await desk.taps("转派")
    await desk.taps("环境部")
    await desk.taps("不是我们的范围")
    await town.zhang.taps("免费")
    await town.zhang.says("3-2-1201 我家厨房也漏水 13800138009")
    assert town.zhang.last.shows("确认提交")


async def test_a_handler_hears_that_the_job_was_taken_away(town: Town) -> None:
    await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    said = len(town.zhang.chat.said)
    desk = town.agent.at(town.desk)
    await desk.taps("转派")
    await desk.taps("环境部")
    await desk.taps("不是我们的范围")
    assert len(town.zhang.chat.said) > said or not any(m.button("到场") for m in town.zhang.chat.said)


async def test_an_old_result_is_not_handed_in_for_a_second_round(town: Town) -> None:
    case = await town.files()
    eng = town.group("engineering")
    await town.zhang.at(eng).taps("接单")
    await town.zhang.at(eng).taps("完工")
    await town.zhang.at(eng).says("第一次的话", reply_to=eng.last)
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了软管")
    await town.zhang.taps("免费")
    await town.owner.taps("不满意")
    await town.owner.taps("不想多说")
    await town.zhang.at(eng).taps("接单")
    await town.zhang.at(eng).taps("接单")
    await town.zhang.at(eng).taps_data(f"done:{case.number}:free:bare")
    assert town.case(case.number).state is State.TAKEN


async def test_cancel_of_another_result_keeps_this_one(town: Town) -> None:
    case = await taken(town)
    await town.zhang.taps_data("undone:WJ-20250101-0009")
    await town.zhang.taps("免费")
    assert town.case(case.number).last("finish")


async def test_a_sticker_is_no_reason(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.owner.sends(location={"latitude": 30.2, "longitude": 120.1})
    await town.owner.says("又漏了")
    assert town.case(case.number).last("reject").why == "又漏了"


async def test_pictures_of_the_reason_reach_the_next_handler(town: Town) -> None:
    await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.owner.sends_photo("又漏了")
    await town.li.at(town.group("engineering")).taps("接单")
    assert any(m.type == "photo" for m in town.li.chat.said)


async def test_a_sticker_of_the_desk_is_no_message_to_the_owner(town: Town) -> None:
    await town.files()
    await town.owner.says("师傅几点到")
    said = len(town.owner.chat.said)
    from tests.town.telegram import ODD

    m = town.desk.last
    await town.agent.at(town.desk).sends(**ODD["sticker"], reply_to_message=m.raw())
    assert len(town.owner.chat.said) == said


async def test_the_desks_picture_reaches_the_owner(town: Town) -> None:
    await town.files()
    await town.agent.at(town.desk).taps("给业主留言")
    await town.agent.at(town.desk).sends_photo("请看这个阀门")
    await town.agent.at(town.desk).taps("发给业主")
    assert any(m.type == "photo" for m in town.owner.chat.said)


async def test_an_edit_of_an_older_message_is_no_answer_to_the_owner(town: Town) -> None:
    case = await town.files()
    await town.agent.says("/help")
    await town.agent.taps_data(f"answer:{case.number}")
    said = len(town.owner.chat.said)
    await town.rests(town.agent.user.edits("跟同事说的话"))
    assert len(town.owner.chat.said) == said


async def test_an_edited_survey_answer_is_no_answer_to_the_next(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("验收合格")
    await town.passes(days=2)
    for _ in range(4):
        await town.owner.taps("满意", message=town.owner.chat.last_card)
    await town.owner.says("等了很旧")
    await town.rests(town.owner.user.edits("等了很久"))
    with town.app.store.transaction() as work:
        assert work.survey_of(case.number).answers.get("wishes") is None


async def test_an_edited_result_replaces_itself(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("完工")
    await town.zhang.says("换了软館")
    await town.rests(town.zhang.user.edits("换了软管"))
    await town.zhang.taps("免费")
    await town.zhang.taps("没有照片也提交")
    assert town.case(case.number).last("finish").why == "换了软管"


async def test_an_edit_of_the_issue_is_no_answer_to_the_question(town: Town) -> None:
    await town.owner.says("厨房漏水 13800138000")
    await town.rests(town.owner.user.edits("卫生间漏水 13800138000"))
    assert not town.owner.last.shows("抱歉")
    await town.owner.says("3-2-1201")
    assert town.owner.last.shows("卫生间漏水")
    assert not town.owner.last.shows("厨房漏水")


async def test_an_edit_after_filing_is_a_correction_not_a_new_draft(town: Town) -> None:
    await town.owner.says("3栋2单元1201厨房漏水 13800138000")
    await town.owner.taps("确认提交")
    said = next(m for m in town.owner.chat.messages if m.fields.get("text", "").startswith("3栋"))
    said.fields["text"] = "3栋2单元1202厨房漏水 13800138000"
    await town.rests(town.telegram.deliver({"edited_message": said.raw() | {"edit_date": 1}}))
    assert not town.owner.last.shows("确认提交")


async def test_the_second_picture_of_an_album_goes_to_the_same_case(town: Town) -> None:
    a = await town.files()
    await town.files("楼道的垃圾三天没人收，投诉")
    await town.owner.taps_data(f"add:{a.number}")
    await town.owner.sends_photo("看这里", album="x")
    await town.owner.sends_photo(album="x")
    assert len(town.case(a.number).media) == 2


async def test_an_album_is_read_back_once(town: Town) -> None:
    await town.owner.sends_photo("3栋2单元1201厨房漏水 13800138000", album="y")
    await town.owner.sends_photo(album="y")
    assert len([t for t in town.owner.chat.texts if "请核对" in t]) == 1


async def test_an_album_as_reason(town: Town) -> None:
    await town.files_and_repairs()
    await town.owner.taps("不满意")
    await town.owner.sends_photo("又漏了", album="z")
    n = len(town.owner.chat.said)
    await town.owner.sends_photo(album="z")
    assert len(town.owner.chat.said) == n


async def test_no_call_is_left_for_a_closed_case(town: Town) -> None:
    await town.files_and_repairs()
    await town.passes(days=4)
    await town.owner.taps("验收合格")
    with town.app.store.transaction() as work:
        assert not work.tasks("wangjiang", "verdict-call")


async def test_opting_out_afterwards_does_not_unsay_the_answers(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("验收合格")
    await town.passes(days=2)
    with town.app.store.transaction() as work:
        id_ = work.survey_of(case.number).id
    for _ in range(4):
        await town.owner.taps("满意", message=town.owner.chat.last_card)
    for _ in range(3):
        await town.owner.taps("跳过")
    await town.owner.taps_data(f"nosurvey:{id_}")
    with town.app.store.transaction() as work:
        assert work.survey_of(case.number).state == "answered"


async def test_too_big_a_video_is_answered_once(town: Town) -> None:
    await town.owner.taps("我要报修")
    n = len(town.owner.chat.said)
    await town.rests(town.owner.user.sends_file("video", size=25_000_000))
    assert len(town.owner.chat.said) == n + 1


async def test_a_bound_owner_with_an_open_repair_files_another_in_two_turns(town: Town) -> None:
    """IN-9; the marked test taps 这是另一件事 when this fails."""
    town.bind(town.owner, "3-2-1201")
    await town.owner.says("厨房漏水 13800138000")
    await town.owner.taps("确认提交")
    await town.owner.says("卧室的灯不亮了，换个灯泡")
    assert town.owner.last.shows("确认提交")
