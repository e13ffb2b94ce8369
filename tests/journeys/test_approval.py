"""No promise without authority: who sees a draft first, and what becomes of it."""

import asyncio

import pytest

from core.case import Case, State
from tests.journeys.seniors import entries, private, waiting_draft
from tests.journeys.test_dispatch import dismiss
from tests.town import Town


async def done(town: Town, words: str = "漏水已修好") -> Case:
    """A complaint a department has finished: the desk answers it."""
    case = await town.files("厨房漏水没人管，我要投诉你们")
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo(words)
    await town.zhang.taps("免费")
    return town.case(case.number)


async def writes(town: Town, case: Case, words: str) -> None:
    """吴敏, who is an agent and nothing more, writes the answer."""
    await town.wu.taps_data(f"rewrite:{case.number}")
    await town.wu.says(words)


def heard(town: Town, words: str) -> bool:
    return any(words in text for text in town.owner.chat.texts)


@pytest.mark.sop("RE-7")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("我们会赔您一套新的软管", "赔"),
        ("保证以后不再漏", "保证"),
        ("12月1日再来检查一次", "12月1日"),
        ("师傅明天上午再来一次", "明天"),
        ("三个工作日内重新粉刷", "三个工作日内"),
    ],
)
async def test_a_promise_goes_to_the_supervisor_first(town: Town, words: str, found: str) -> None:
    case = await done(town)
    await writes(town, case, words)
    assert town.wu.last.shows("先请负责人看过", case.number)
    assert not heard(town, words)
    asked = private(town.supervisor, "吴敏要对业主说", words, found)
    assert not town.manager.reads(words)
    await town.supervisor.taps("同意发出", message=asked)
    assert town.owner.chat.last_card.shows(words, "不满意")
    assert private(town.wu, "王海同意了")
    case = town.case(case.number)
    assert case.state is State.REPLIED
    assert [e.what for e in case.history if e.what in {"draft", "approve", "reply"}] == [
        "draft",
        "approve",
        "reply",
    ]
    assert (case.last("reply").why, case.last("reply").by) == (words, town.wu.id)
    assert case.last("approve").by == town.supervisor.id


@pytest.mark.sop("RE-7")
async def test_words_that_promise_nothing_go_out_at_once(town: Town) -> None:
    case = await done(town)
    await writes(town, case, "您好，软管已经换好，试水不漏，请您看看")
    assert heard(town, "软管已经换好")
    assert not entries(town, case, "draft")


@pytest.mark.sop("RE-7")
async def test_whoever_has_authority_sends_at_once(town: Town) -> None:
    case = await done(town)
    await town.agent.taps_data(f"rewrite:{case.number}")  # the desk's lead
    await town.agent.says("明天上午师傅再来复查一次")
    assert heard(town, "明天上午师傅再来复查")
    assert not entries(town, case, "draft")


@pytest.mark.sop("RE-7")
async def test_the_desks_own_words_go_to_its_lead(town: Town) -> None:
    await town.owner.says("请问装修押金怎么退？")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await writes(town, case, "下周一就给您退款")
    assert private(town.agent, "吴敏要对业主说", "下周一", "退款")
    assert not town.supervisor.reads("下周一")
    await town.agent.taps("同意发出")
    assert heard(town, "下周一就给您退款")


@pytest.mark.sop("RE-7")
async def test_a_message_in_the_thread_waits_too(town: Town) -> None:
    case = await town.files()
    await town.wu.taps_data(f"answer:{case.number}")
    await town.wu.says("配件后天到")
    assert not heard(town, "配件后天到")
    await town.supervisor.taps("同意发出")
    assert heard(town, "配件后天到")
    assert town.case(case.number).state is State.DISPATCHED
    assert town.case(case.number).last("desk-says").by == town.wu.id


@pytest.mark.sop("RE-7")
async def test_a_handlers_promise_does_not_go_out_unedited(town: Town) -> None:
    case = await town.files()
    await town.repairs(case, result="换了软管，保证三年不漏")
    assert not heard(town, "保证三年不漏")
    assert town.case(case.number).state is State.DONE
    assert private(town.supervisor, "张志强要对业主说", "保证三年不漏")
    assert any(
        "保证三年不漏" in m.text and m.button("自己写") for m in town.desk.said
    )  # the desk may put it right
    await town.supervisor.taps("同意发出")
    assert town.owner.chat.last_card.shows("保证三年不漏", "验收合格，满意")


@pytest.mark.sop("RE-7")
async def test_it_is_sent_back_with_a_reason_and_written_anew(town: Town) -> None:
    case = await done(town)
    await writes(town, case, "一定会赔您一套新的")
    await town.supervisor.taps("退回修改")
    await town.supervisor.says("不要提赔，只说已修好")
    back = private(town.wu, "请您改一改", "不要提赔", "一定会赔您一套新的")
    assert not heard(town, "赔您一套")
    refused = town.case(case.number).last("disapprove")
    assert refused is not None
    assert refused.why == "不要提赔，只说已修好"
    await town.wu.taps("自己写", message=back)
    await town.wu.says("软管已经修好，请您看看")
    assert heard(town, "软管已经修好，请您看看")


@pytest.mark.sop("RE-7")
async def test_of_two_decisions_the_first_counts(town: Town) -> None:
    case = await done(town)
    await writes(town, case, "明天再来看一次")
    index = waiting_draft(town, case)
    await asyncio.gather(
        town.supervisor.taps_data(f"approve:{case.number}:{index}"),
        town.manager.taps_data(f"approve:{case.number}:{index}"),
    )
    assert sum("明天再来看一次" in text for text in town.owner.chat.texts) == 1
    assert len(entries(town, case, "approve")) == 1
    await town.agent.taps_data(f"disapprove:{case.number}:{index}")
    assert "已经有人决定了" in town.agent.toast


@pytest.mark.sop("RE-7", "PE-1")
async def test_who_may_not_approve(town: Town) -> None:
    case = await done(town)
    await writes(town, case, "明天再来看一次")
    index = waiting_draft(town, case)
    for person in (town.wu, town.zhang, town.sun):
        await person.taps_data(f"approve:{case.number}:{index}")
        assert "抱歉" in person.toast
    await town.supervisor.taps_data(f"approve:{case.number}:0")
    assert "已经有人决定了" in town.supervisor.toast
    promote(town, town.wu.id)
    await town.wu.taps_data(f"approve:{case.number}:{index}")  # even so not their own words
    assert "请别人审批" in town.wu.toast
    dismiss(town, town.supervisor.id)
    await town.supervisor.taps_data(f"approve:{case.number}:{index}")
    assert "抱歉" in town.supervisor.toast
    assert not heard(town, "明天再来看一次")


def promote(town: Town, person: int) -> None:
    from dataclasses import replace

    from core.people import Post, Role

    with town.app.store.transaction() as work:
        found = work.person(person)
        assert found is not None
        work.keep(replace(found, posts=(*found.posts, Post("wangjiang", Role.LEAD))))


@pytest.mark.sop("RE-7")
async def test_nobody_approves_it_is_reminded_then_goes_on(town: Town) -> None:
    case = await done(town)
    await writes(town, case, "明天再来看一次")
    count = len(town.supervisor.chat.said)
    await town.passes(hours=1, minutes=5)
    assert any(m.shows("要对业主说", case.number) for m in town.supervisor.chat.said[count:])
    assert not town.agent.reads("吴敏要对业主说")
    await town.passes(hours=3)
    assert private(town.agent, "吴敏要对业主说", "明天再来看一次")
    await town.passes(hours=20)
    assert private(town.manager, "吴敏要对业主说")
    await town.manager.taps("同意发出")
    assert heard(town, "明天再来看一次")
    assert private(town.supervisor, "已由周明同意发出")


@pytest.mark.sop("RE-7")
async def test_meanwhile_the_clock_goes_on(town: Town) -> None:
    case = await done(town)
    due = town.case(case.number).due
    await writes(town, case, "明天再来看一次")
    assert town.case(case.number).due == due


@pytest.mark.sop("RE-7", "RE-1")
async def test_the_case_went_on_without_it(town: Town) -> None:
    case = await done(town)
    await writes(town, case, "明天再来看一次")
    index = waiting_draft(town, case)
    await town.agent.taps_data(f"reply:{case.number}")  # the lead sends the draft as it is
    assert town.case(case.number).state is State.REPLIED
    assert private(town.supervisor, "没有发出", case.number)  # at once, not only when the owner says no
    await town.owner.taps("不满意")
    await town.supervisor.taps_data(f"approve:{case.number}:{index}")
    assert "已经有人决定了" in town.supervisor.toast
    assert not heard(town, "明天再来看一次")  # it was about the round before
    assert private(town.wu, "没有发出")
    assert len(entries(town, case, "overtaken")) == 1


@pytest.mark.sop("RE-7")
async def test_a_withdrawn_case_waits_for_nobodys_approval(town: Town) -> None:
    await town.owner.says("请问装修押金怎么退？")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await writes(town, case, "下周一就给您退款")
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    assert private(town.wu, "没有发出", case.number)
    count = len(town.agent.chat.said)
    await town.passes(days=3)
    assert not any(m.shows("要对业主说") for m in town.agent.chat.said[count:])
    assert not heard(town, "退款")


@pytest.mark.sop("RE-1", "RE-7")
async def test_an_answer_that_came_too_late_is_no_second_voice(town: Town) -> None:
    case = await done(town)
    await writes(town, case, "明天再来看一次")
    index = waiting_draft(town, case)
    await town.agent.taps_data(f"reply:{case.number}")
    assert private(town.wu, "没有发出", case.number)
    await town.supervisor.taps_data(f"approve:{case.number}:{index}")
    assert "已经有人决定了" in town.supervisor.toast
    assert not heard(town, "明天再来看一次")
    assert len(entries(town, case, "reply")) == 1


@pytest.mark.sop("RE-7")
async def test_the_same_words_twice_are_one_draft(town: Town) -> None:
    case = await done(town)
    for _ in range(2):
        await writes(town, case, "明天再来看一次")
    assert len(entries(town, case, "draft")) == 1
    await writes(town, case, "后天再来看一次")
    assert len(entries(town, case, "draft")) == 2


@pytest.mark.sop("RE-7")
async def test_nobody_at_all_may_approve_and_the_desk_knows(town: Town) -> None:
    for person in (town.supervisor, town.agent, town.manager, town.assistant, town.deputy):
        dismiss(town, person.id)
    case = await done(town)
    await writes(town, case, "明天再来看一次")
    assert any("还等着：给业主的话等审批" in text and case.number in text for text in town.desk.texts)
    assert not heard(town, "明天再来看一次")
