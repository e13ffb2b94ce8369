"""Work that costs money: quoted line by line, agreed to or not by the owner before it starts, paid only then (HA-3)."""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from core.case import Case, State
from core.history.quotation import agreed, newest, waiting
from core.history.visit import pausing
from core.timing.clocks import clocks
from tests.town import Town
from tests.town.person import Person

ITEMS = "换角阀 角阀一个 45元\n人工 30元\n用时 1小时"


async def on_site(town: Town) -> Case:
    """A repair, and the handler is there."""
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    return town.case(case.number)


async def quotes(town: Town, words: str = ITEMS, by: Person | None = None) -> None:
    """The handler writes a quotation and sends it."""
    handler = by or town.zhang
    await handler.taps("报价")
    await handler.says(words)
    await handler.taps("发给业主")


async def reports(town: Town, as_: str = "有偿") -> None:
    """The handler reports the result."""
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了角阀，试水不漏")
    await town.zhang.taps(as_)


def entries(town: Town, case: Case, what: str) -> list[Any]:
    return [entry for entry in town.case(case.number).history if entry.what == what]


def dismiss(town: Town, person: int) -> None:
    with town.app.store.transaction() as work:
        found = work.person(person)
        assert found is not None
        work.keep(replace(found, posts=()))


def due_by(town: Town, case: Case, name: str) -> datetime:
    """When a clock of the case is due."""
    sites, case = town.app.handler.sites, town.case(case.number)
    found = clocks(case, sites[case.site].sop, sites.working(case.site))
    return next(clock.due for clock in reversed(found) if clock.name == name)


def loses_the_chat(town: Town, person: int) -> None:
    with town.app.store.transaction() as work:
        found = work.person(person)
        assert found is not None
        work.keep(replace(found, account=None))


@pytest.mark.sop("HA-3")
async def test_findings_and_plan_are_on_record_on_the_card_and_at_the_desk(town: Town) -> None:
    case = await on_site(town)
    await town.zhang.taps("更多")
    await town.zhang.taps("现场情况")
    await town.zhang.sends_photo("角阀锈死，建议整个换掉")
    found = entries(town, case, "findings")
    assert {entry.by for entry in found} == {town.zhang.id}
    assert "".join(entry.why for entry in found) == "角阀锈死，建议整个换掉"
    assert sum(len(entry.data["media"]) for entry in found) == 1
    assert town.group("engineering").last_card.shows("现场：角阀锈死，建议整个换掉")
    assert any("角阀锈死" in text for text in town.desk.texts)


@pytest.mark.sop("HA-3")
async def test_the_owner_agrees_before_the_work_and_it_is_paid_as_quoted(town: Town) -> None:
    case = await on_site(town)
    await town.zhang.taps("报价")
    await town.zhang.says("换角阀 角阀一个 45元")
    await town.zhang.says("人工 三十块")
    assert town.zhang.last.shows("换角阀（角阀一个）45 元", "人工 30 元", "合计：75 元")
    await town.zhang.taps("2小时")
    await town.zhang.taps("发给业主")
    asked = town.owner.chat.last_card
    assert asked.shows(
        case.number, "换角阀（角阀一个）45 元", "合计：75 元", "2小时", "同意", "不同意", "有疑问"
    )
    assert town.group("engineering").last_card.shows("报价 75 元，等业主答复")
    await town.owner.taps("同意")
    (consent,) = entries(town, case, "consent")
    assert (consent.by, consent.data["version"], consent.data["total"]) == (town.owner.id, 1, 7500)
    assert town.zhang.reads("业主同意报价 75 元", "可以开工")
    assert any("业主同意报价 75 元" in text for text in town.desk.texts)
    assert town.group("engineering").last_card.shows("报价 75 元，业主已同意")
    await reports(town)
    (done,) = entries(town, case, "finish")
    assert (done.data["paid"], done.data["amount"], done.data["version"]) == (True, 7500, 1)
    await town.owner.taps("验收合格")
    assert town.case(case.number).state is State.CLOSED


@pytest.mark.sop("HA-3")
async def test_paid_work_cannot_be_reported_without_the_owners_consent_and_no_word_is_lost(
    town: Town,
) -> None:
    case = await on_site(town)
    await reports(town)
    assert town.zhang.last.shows("先报价", "报价")
    assert not entries(town, case, "finish")
    await quotes(town)
    await town.zhang.taps("有偿")
    assert town.zhang.last.shows("还没有答复报价")
    await town.owner.taps("同意")
    await town.zhang.taps("有偿")
    (done,) = entries(town, case, "finish")
    assert (done.why, done.data["amount"], len(done.data["media"])) == ("换了角阀，试水不漏", 7500, 1)


@pytest.mark.sop("HA-3")
async def test_the_owner_refuses_and_the_case_goes_on(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    await town.owner.taps("不同意")
    assert town.zhang.reads("不同意报价 75 元", "换个办法")
    assert any("不同意报价 75 元" in text for text in town.desk.texts)
    assert town.case(case.number).state is State.ON_SITE
    await reports(town)
    assert town.zhang.last.shows("业主不同意报价")
    assert not entries(town, case, "finish")
    await town.zhang.taps("免费")
    (done,) = entries(town, case, "finish")
    assert (done.data["paid"], "amount" in done.data) == (False, False)


async def test_whoever_refused_can_still_agree_to_the_same_quotation(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    asked = town.owner.chat.last_card
    await town.owner.taps("不同意", message=asked)
    await town.owner.taps_data(f"consent:{case.number}:1")
    assert agreed(town.case(case.number)) is not None


@pytest.mark.sop("HA-3")
async def test_a_changed_quotation_needs_a_new_consent_and_the_old_button_says_so(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    await town.owner.taps("同意")
    await quotes(town, "换角阀 角阀两个 90元\n人工 30元\n用时 1小时")
    assert town.owner.chat.last_card.shows("第2版", "合计：120 元")
    assert agreed(town.case(case.number)) is None
    await town.owner.taps_data(f"consent:{case.number}:1")  # of the first one
    assert "作废" in town.owner.toast
    assert agreed(town.case(case.number)) is None
    await reports(town)
    assert not entries(town, case, "finish")
    await town.owner.taps("同意")
    await town.zhang.taps("有偿")
    (done,) = entries(town, case, "finish")
    assert (done.data["amount"], done.data["version"]) == (12000, 2)


async def test_the_same_quotation_again_needs_no_second_consent(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    await town.owner.taps("同意")
    await quotes(town)
    assert town.zhang.last.shows("已经同意的报价一样")
    assert len(entries(town, case, "quote")) == 1


@pytest.mark.sop("HA-3")
async def test_the_completion_clock_stands_still_while_the_owner_is_asked(town: Town) -> None:
    case = await on_site(town)
    due = due_by(town, case, "finish")
    await town.passes(hours=1)
    await quotes(town)
    assert pausing(town.case(case.number)) is not None
    await town.passes(hours=3)
    await town.owner.taps("同意")
    assert pausing(town.case(case.number)) is None
    assert (due_by(town, case, "finish") - due).total_seconds() // 60 == 180


@pytest.mark.sop("HA-3")
async def test_silence_is_asked_about_once_then_somebody_calls_and_the_clock_runs_again(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    sent = len([text for text in town.owner.chat.texts if "第1版" in text])
    await town.passes(hours=6)
    assert len([text for text in town.owner.chat.texts if "第1版" in text]) == sent + 1
    await town.passes(days=1)
    assert any("业主对报价（75 元）一直没有答复" in text for text in town.zhang.chat.texts)
    assert pausing(town.case(case.number)) is None
    call = next(m for m in reversed(town.desk.said) if m.shows(case.number, "请把报价念给业主听"))
    assert call.shows("合计 75 元", "换角阀")
    await town.agent.at(town.desk).taps("同意", message=call)
    (consent,) = entries(town, case, "consent")
    assert (consent.by, consent.data["via"]) == (town.agent.id, "phone")
    assert town.zhang.reads("业主同意报价 75 元")


@pytest.mark.sop("HA-3")
async def test_an_owner_nobody_can_write_to_is_called_and_the_answer_entered(town: Town) -> None:
    case = await on_site(town)
    loses_the_chat(town, town.owner.id)
    await quotes(town)
    call = next(m for m in reversed(town.desk.said) if m.shows(case.number, "请把报价念给业主听"))
    await town.agent.at(town.desk).taps("没接通", message=call)
    assert newest(town.case(case.number)).answer == ""  # type: ignore[union-attr]
    await town.zhang.at(town.desk).taps("同意", message=call)  # no colleague of the desk
    assert "抱歉" in town.zhang.toast
    await town.agent.at(town.desk).taps("不同意", message=call)
    (refused,) = entries(town, case, "refuse")
    assert refused.by == town.agent.id
    assert town.zhang.reads("不同意报价 75 元")
    await town.agent.at(town.desk).taps_data("quoted:1:consent")
    assert not entries(town, case, "consent")


@pytest.mark.sop("HA-3")
@pytest.mark.only("weixin", "who left Telegram is known to have left at once")
async def test_a_quotation_that_does_not_arrive_is_read_to_the_owner_on_the_telephone(town: Town) -> None:
    case = await on_site(town)
    town.owner.user.refuses_notices()
    await town.passes(days=2, minutes=5)
    await quotes(town)
    calls = [m for m in town.desk.said if m.shows(case.number, "请把报价念给业主听", "合计 75 元")]
    assert len(calls) == 1
    await town.agent.at(town.desk).taps("同意", message=calls[0])
    assert agreed(town.case(case.number)) is not None


async def test_a_question_reaches_handler_and_desk_and_the_answer_comes_back(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    await town.owner.taps("有疑问")
    await town.owner.says("角阀能用我自己买的吗")
    assert town.zhang.reads("角阀能用我自己买的吗")
    assert any("角阀能用我自己买的吗" in text for text in town.desk.texts)
    await town.agent.taps_data(f"answer:{case.number}")
    await town.agent.says("可以的，那只收人工")
    assert town.owner.reads("可以的，那只收人工")
    assert waiting(town.case(case.number)) is not None


@pytest.mark.sop("HA-3")
@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("人工 很多钱", "没有价钱"),
        ("人工 -30元", "不能是负的"),
        ("人工 1000000000元", "数目太大"),
        ("人工 1e9", "没有价钱"),
        ("角阀 45元/个", "总价"),
    ],
)
async def test_a_wrong_amount_is_asked_again_and_the_rest_is_kept(town: Town, wrong: str, why: str) -> None:
    case = await on_site(town)
    await town.zhang.taps("报价")
    await town.zhang.says(f"换角阀 角阀一个 45元\n{wrong}\n用时 1小时")
    assert town.zhang.last.shows(why, "合计：45 元")
    await town.zhang.says("人工 30元")
    await town.zhang.taps("发给业主")
    assert newest(town.case(case.number)).total == 7500  # type: ignore[union-attr]


async def test_nothing_is_sent_before_there_are_items_and_a_time(town: Town) -> None:
    case = await on_site(town)
    await town.zhang.taps("报价")
    await town.zhang.taps_data(f"qsend:{case.number}")
    assert "先写明" in town.zhang.toast
    await town.zhang.says("人工 30元\n合计 50元")
    assert town.zhang.last.shows("您写的合计是 50 元", "30 元")
    await town.zhang.taps("重写")
    assert town.zhang.last.shows("合计：0 元")
    await town.zhang.sends_photo()
    assert town.zhang.last.shows("请打字")
    await town.zhang.taps("取消")
    await town.zhang.taps_data(f"qsend:{case.number}")
    assert newest(town.case(case.number)) is None


@pytest.mark.sop("HA-3", "PE-1")
async def test_nobody_but_the_owner_agrees(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    for other in (town.husband, town.zhang, town.supervisor, town.agent):
        await other.taps_data(f"consent:{case.number}:1")
        assert "抱歉" in other.toast
    assert waiting(town.case(case.number)) is not None


async def test_agreeing_twice_is_one_consent(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    act = f"consent:{case.number}:1"
    await asyncio.gather(town.owner.taps_data(act), town.owner.taps_data(act))
    await town.owner.taps_data(f"decline:{case.number}:1")
    assert town.owner.reads("已经同意过了")
    assert (len(entries(town, case, "consent")), len(entries(town, case, "refuse"))) == (1, 0)


@pytest.mark.parametrize("act", ["quote", "qsend", "findings", "callquote"])
async def test_a_closed_case_is_not_quoted(town: Town, act: str) -> None:
    case = await on_site(town)
    await reports(town, "免费")
    await town.owner.taps("验收合格")
    for colleague in (town.zhang, town.agent):
        await colleague.taps_data(f"{act}:{case.number}")
        assert any(word in colleague.toast for word in ("下一步", "抱歉", "没有等答复"))
    await town.owner.taps_data(f"consent:{case.number}:1")
    assert "没有等答复" in town.owner.toast


async def test_what_was_asked_and_never_answered_is_over_with_the_work(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    await reports(town, "免费")
    await town.owner.taps_data(f"consent:{case.number}:1")
    assert "没有等答复" in town.owner.toast
    await town.passes(days=2)
    assert not any("请把报价念给业主听" in text for text in town.desk.texts)
    assert not entries(town, case, "consent")


async def test_two_who_quote_at_once_hear_of_each_other(town: Town) -> None:
    case = await on_site(town)
    for who, price in ((town.zhang, 45), (town.supervisor, 60)):
        await who.taps_data(f"quote:{case.number}")
        await who.says(f"换角阀 {price}元\n用时 1小时")
    await town.zhang.taps("发给业主")
    await town.supervisor.taps("发给业主")
    assert "45 元" in town.supervisor.toast
    assert newest(town.case(case.number)).version == 1  # type: ignore[union-attr]
    await town.supervisor.taps_data(f"qsend:{case.number}")
    found = newest(town.case(case.number))
    assert found is not None
    assert (found.version, found.total) == (2, 6000)


@pytest.mark.sop("PE-1")
async def test_a_handler_who_has_left_sends_no_quotation(town: Town) -> None:
    case = await on_site(town)
    await town.zhang.taps("报价")
    await town.zhang.says(ITEMS)
    dismiss(town, town.zhang.id)
    await town.zhang.taps("发给业主")
    assert "抱歉" in town.zhang.toast
    assert newest(town.case(case.number)) is None


async def test_the_handler_has_left_when_the_owner_agrees_and_the_department_hears_it(town: Town) -> None:
    await on_site(town)
    await quotes(town)
    dismiss(town, town.zhang.id)
    heard = len(town.zhang.chat.said)
    await town.owner.taps("同意")
    assert any("业主同意报价 75 元" in text for text in town.group("engineering").texts)
    assert len(town.zhang.chat.said) == heard


@pytest.mark.sop("HA-3")
async def test_a_transfer_takes_the_quotation_along(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    await town.zhang.taps("转派")
    await town.zhang.taps("环境部")
    await town.zhang.taps("人手不够")
    assert town.group("cleaning").last_card.shows("报价 75 元，等业主答复")
    await town.owner.taps("同意")
    await town.sun.at(town.group("cleaning")).taps("接单")
    assert town.sun.reads("换角阀（角阀一个）45 元", "业主已同意")
    assert agreed(town.case(case.number)) is not None
    await town.sun.taps_data(f"quote:{case.number}")
    await town.sun.says("换角阀 60元\n用时 1小时")
    await town.sun.taps("发给业主")
    assert agreed(town.case(case.number)) is None


@pytest.mark.sop("HA-3")
async def test_a_second_round_is_not_paid_by_the_first_consent(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    await town.owner.taps("同意")
    await reports(town)
    await town.owner.taps("不满意")
    await town.owner.says("又漏了")
    await town.li.at(town.group("engineering")).taps("接单")
    await town.li.taps("完工")
    await town.li.sends_photo("重新换了")
    await town.li.taps("有偿")
    assert town.li.last.shows("先报价")
    assert town.case(case.number).state is State.TAKEN


async def test_the_desk_quotes_for_the_handler_and_asks_by_telephone(town: Town) -> None:
    case = await on_site(town)
    await town.agent.taps_data(f"quote:{case.number}")
    await town.agent.says(ITEMS)
    await town.agent.taps("发给业主")
    assert newest(town.case(case.number)).total == 7500  # type: ignore[union-attr]
    await town.agent.at(town.desk).taps("更多", message=town.desk.last_card)
    await town.agent.at(town.desk).taps("电话问报价")
    call = next(m for m in reversed(town.desk.said) if m.shows("请把报价念给业主听"))
    await town.agent.at(town.desk).taps("同意", message=call)
    (consent,) = entries(town, case, "consent")
    assert (consent.by, consent.data["via"]) == (town.agent.id, "phone")


async def test_the_owner_sees_it_in_the_timeline(town: Town) -> None:
    case = await on_site(town)
    await quotes(town)
    await town.owner.taps("同意")
    await town.owner.taps_data(f"see:{case.number}")
    assert town.owner.last.shows("报价 75 元", "您同意报价 75 元")


@pytest.mark.sop("HA-3")
@pytest.mark.only("weixin", "a link is how it is done there once the window is shut")
async def test_an_owner_on_wechat_agrees_on_the_signed_page(town: Town) -> None:
    case = await on_site(town)
    await town.passes(days=2, minutes=5)  # the window is shut
    await quotes(town)
    notice = town.owner.last
    assert notice.message.kind == "notice"
    stolen = await town.husband.handset.opens(notice.link)  # type: ignore[attr-defined]
    assert (stolen.status, stolen.choices) == (403, [])
    page = await town.owner.handset.opens(notice.link)  # type: ignore[attr-defined]
    assert "换角阀（角阀一个）45 元" in page.card.text
    assert [choice.label for choice in page.choices][:3] == ["同意", "不同意", "有疑问"]
    page = await town.owner.handset.chooses(page, "同意")  # type: ignore[attr-defined]
    await town.comes_to_rest()
    assert "谢谢" in page.said
    (consent,) = entries(town, case, "consent")
    assert (consent.by, consent.data["via"]) == (town.owner.id, "wechat")
    assert town.zhang.reads("业主同意报价 75 元")


@pytest.mark.sop("HA-3")
@pytest.mark.only("weixin", "a link is how it is done there once the window is shut")
async def test_the_page_of_an_old_quotation_agrees_to_nothing(town: Town) -> None:
    case = await on_site(town)
    await town.passes(days=2, minutes=5)
    await quotes(town)
    old = await town.owner.handset.opens(town.owner.last.link)  # type: ignore[attr-defined]
    await quotes(town, "换角阀 角阀两个 90元\n用时 1小时")
    page = await town.owner.handset.chooses(old, "同意")  # type: ignore[attr-defined]
    await town.comes_to_rest()
    assert "作废" in page.said
    assert agreed(town.case(case.number)) is None


@pytest.mark.sop("HA-3")
async def test_a_consent_on_the_telephone_counts_for_the_price_that_was_read(town: Town) -> None:
    case = await on_site(town)
    loses_the_chat(town, town.owner.id)
    await quotes(town)
    with town.app.store.transaction() as work:
        (call,) = work.tasks(case.site, "quote-call", case.number)
    await quotes(town, "换角阀 角阀两个 180元\n用时 1小时")
    agent = town.agent.at(town.desk)
    await agent.taps_data(f"quoted:{call.id}:consent:1")
    assert "刚改过" in agent.toast
    await agent.taps_data(f"quoted:{call.id}:consent")  # of an older release, without a version
    assert not entries(town, case, "consent")
    new = next(m for m in reversed(town.desk.said) if m.shows(case.number, "合计 180 元"))
    await agent.taps("同意", message=new)
    (consent,) = entries(town, case, "consent")
    assert (consent.data["version"], consent.data["total"]) == (2, 18000)


@pytest.mark.sop("HA-3")
async def test_what_costs_nothing_is_not_reported_against_the_owners_no(town: Town) -> None:
    case = await on_site(town)
    await quotes(town, "拆开橱柜检查 0元\n用时 1小时")
    await reports(town, "免费")
    assert town.zhang.last.shows("还没有答复")
    await town.owner.taps("不同意")
    await town.zhang.taps_data(f"done:{case.number}:free")
    assert town.zhang.last.shows("业主不同意")
    assert not entries(town, case, "finish")
    await town.owner.taps_data(f"consent:{case.number}:1")
    await town.zhang.taps_data(f"done:{case.number}:free")
    assert len(entries(town, case, "finish")) == 1


@pytest.mark.sop("HA-3")
async def test_silence_is_no_leave_to_start(town: Town) -> None:
    await on_site(town)
    await quotes(town)
    await town.passes(days=2)
    assert town.zhang.reads("一直没有答复", "同意之前先别动工")


@pytest.mark.sop("PE-1", "HA-6")
@pytest.mark.parametrize("act", ["undone", "qdrop"])
async def test_an_old_cancel_says_nothing_that_is_not_so(town: Town, act: str) -> None:
    case = await on_site(town)
    await town.husband.taps_data(f"{act}:{case.number}")
    assert "抱歉" in town.husband.toast
    await reports(town, "免费")
    await town.owner.taps("验收合格")
    await town.zhang.taps_data(f"{act}:{case.number}")
    assert "下一步" in town.zhang.toast
    assert not town.zhang.last.shows("好的")
