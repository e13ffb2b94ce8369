"""One person, three platforms: an owner on WeChat, a handler on WeCom, a manager on Telegram, in one case."""

import asyncio

import pytest

from core.case import State
from core.chat import Address
from tests.town import Town, open_town

pytestmark = pytest.mark.only("three", "all of them are in it")
JPEG = b"\xff\xd8\xff\xe0 water everywhere"


@pytest.mark.sop("PE-4")
async def test_one_case_from_wechat_through_wecom_with_a_manager_on_telegram(town: Town) -> None:
    await town.owner.says("3-2-1201 家里水管爆了，水漫得到处都是 13800138000")
    await town.rests(town.owner.user.sends_photo(content=JPEG))
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    assert case.channel == "wechat"
    assert town.manager.reads("紧急", case.number)
    assert town.manager.chat is town.telegram.chats[2007]
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.zhang.reads("王秀英", "13800138000")
    assert town.owner.last.shows("张志强", case.number)
    await town.zhang.taps("到场")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了水管")
    await town.zhang.taps("免费")
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("验收合格")
    assert town.case(case.number).state is State.CLOSED
    assert [m.media.content for m in town.group("engineering").group.said if m.media] == [JPEG]


@pytest.mark.sop("DI-3")
async def test_the_ladder_leads_from_wecom_to_telegram_and_the_manager_acts_there(town: Town) -> None:
    case = await town.files()
    await town.passes(minutes=46)
    assert town.group("engineering").last.shows(case.number, "没人接")
    assert town.supervisor.last.shows(case.number, "没人接")
    assert town.manager.last.shows(case.number, "没人接")
    await town.manager.says("/calls")
    assert town.manager.chat is town.telegram.chats[2007]


# one person with two accounts


@pytest.mark.sop("PE-4")
async def test_a_code_makes_one_owner_of_two_accounts(town: Town) -> None:
    case = await town.files()
    elsewhere = town.at(Address("telegram", "3001"), "王秀英")
    await elsewhere.starts()
    await elsewhere.says(await code(town, town.owner))
    await elsewhere.taps("是我自己的")
    assert elsewhere.last.shows("连上了")
    assert elsewhere.id == town.owner.id
    await elsewhere.says("/mine")
    assert elsewhere.last.shows(case.number)


async def code(town: Town, of) -> str:
    """The code somebody gets for their other account."""
    await of.taps("绑定房号")
    await of.taps("连上另一个账号")
    return next(line for line in of.last.text.splitlines() if "连接码" in line).rpartition("：")[2].strip()


@pytest.mark.sop("PE-4")
async def test_messages_go_to_where_they_last_wrote(town: Town) -> None:
    await town.files()
    elsewhere = town.at(Address("telegram", "3001"), "王秀英")
    await elsewhere.starts()
    await elsewhere.says(await code(town, town.owner))
    await elsewhere.taps("是我自己的")
    heard = len(town.owner.chat.said)
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert elsewhere.last.shows("张志强")
    assert len(town.owner.chat.said) == heard
    await town.owner.says("/help")
    await town.zhang.taps("到场")
    assert town.owner.last.shows("已到场")
    assert not elsewhere.reads("已到场")


@pytest.mark.sop("PE-4")
async def test_what_is_asked_somewhere_is_answered_there(town: Town) -> None:
    case = await town.files()
    elsewhere = town.at(Address("telegram", "3001"), "王秀英")
    await elsewhere.starts()
    await elsewhere.says(await code(town, town.owner))
    await elsewhere.taps("是我自己的")
    first = asyncio.gather(
        town.owner.handset.says("/mine", None, None), elsewhere.handset.says("/help", None, None)
    )
    await town.rests(first)
    assert town.owner.last.shows(case.number)
    assert elsewhere.last.shows("转人工")
    assert not town.owner.reads("说事就行")


@pytest.mark.sop("PE-4", "PE-1")
async def test_a_colleague_on_two_platforms_is_one_colleague(town: Town) -> None:
    case = await town.files()
    await town.zhang.says("/bind")
    await town.zhang.taps("连上另一个账号")
    said = next(seen for seen in town.zhang.chat.said if "连接码" in seen.text).text
    joining = said.splitlines()[0].rpartition("：")[2].strip()
    elsewhere = town.at(Address("telegram", "3002"), "小张")
    await elsewhere.starts()
    await elsewhere.says(joining)
    await elsewhere.taps("是我自己的")
    assert elsewhere.last.shows("张志强", "维修人员")
    assert elsewhere.id == town.zhang.id
    await town.zhang.at(town.group("engineering")).taps("接单")  # the cards of the group still come to WeCom
    assert town.case(case.number).handler == elsewhere.id


# windows


@pytest.mark.sop("CB-4", "CB-1")
async def test_a_callback_after_the_window_is_a_notice_and_is_answered_on_its_page(town: Town) -> None:
    case = await closed(town)
    await town.passes(days=3, minutes=5)  # the question came while we might still ask, nobody answered it
    notice = town.owner.last
    assert (notice.message.kind, notice.message.template != "") == ("notice", True)
    assert case.number in notice.message.text
    page = await town.owner.handset.opens(notice.link)
    assert "整体处理" in page.card.text
    for score in ("满意", "一般", "满意", "满意"):
        page = await town.owner.handset.chooses(page, score)
    page = await town.owner.handset.writes(page, "等了快一个小时")
    page = await town.owner.handset.chooses(page, "跳过")
    page = await town.owner.handset.chooses(page, "跳过")
    await town.comes_to_rest()
    assert "谢谢" in page.said
    found = survey(town, case.number)
    assert (found.state, found.answers["overall"], found.answers["speed"], found.answers["wrong"]) == (
        "answered",
        "good",
        "fair",
        "等了快一个小时",
    )


@pytest.mark.sop("CB-4")
async def test_a_callback_after_the_window_is_answered_in_the_chat(town: Town) -> None:
    case = await closed(town)
    await town.passes(days=3, minutes=5)
    assert town.owner.last.message.kind == "notice"
    await town.owner.says("😊 满意")  # a notice shows no numbers that could be typed
    assert survey(town, case.number).answers == {"overall": "good"}
    assert town.owner.last.shows("及时")
    assert town.owner.last.message.kind == "passive"  # the window is open again
    await town.owner.says("2")  # and numbers are shown again
    assert survey(town, case.number).answers == {"overall": "good", "speed": "fair"}


async def closed(town: Town):
    case = await town.files_and_repairs()
    await town.owner.taps("验收合格")
    return case


def survey(town: Town, number: str):
    with town.app.store.transaction() as work:
        found = work.survey_of(number)
    assert found is not None
    return found


async def test_after_five_messages_the_rest_are_notices_and_one_is_kept_for_a_question(town: Town) -> None:
    case = await town.files()
    await town.passes(minutes=2)  # until what following the account opened is shut again
    for n in range(6):
        await town.agent.at(town.desk).taps("给业主留言", message=town.desk.last_card)
        await town.agent.says(f"第{n}句")
    kinds = [seen.message.kind for seen in unasked(town)]
    assert kinds == ["service"] * 4 + ["notice"] * 2
    assert not [call for call in town.wechat.called("message/custom/send") if call.errcode]
    await town.repairs(case)
    assert [seen.message.kind for seen in unasked(town)][6:] == ["notice", "notice", "service"]
    assert town.owner.last.shows("验收合格，满意")
    await town.owner.taps("验收合格")
    assert town.case(case.number).state is State.CLOSED


def unasked(town: Town):
    """What the owner was sent without having said something just then."""
    return [seen for seen in town.owner.chat.said if seen.message.kind in {"service", "notice"}]


@pytest.mark.sop("CB-5")
async def test_a_notice_that_does_not_arrive_is_a_call_for_the_desk(town: Town) -> None:
    case = await town.files_and_repairs()
    town.owner.user.refuses_notices()
    await town.passes(days=2, minutes=5)
    await town.agent.at(town.desk).taps("给业主留言", message=card_of(town, case.number))
    await town.agent.says("师傅明天再来看一次")
    assert town.desk.last.shows("消息送不到业主", case.number)
    assert town.agent.at(town.desk).reads("消息送不到业主", "看电话")
    with town.app.store.transaction() as work:
        assert [task.case for task in work.tasks("wangjiang", "undeliverable")] == [case.number]


def card_of(town: Town, number: str):
    return next(
        seen for seen in reversed(town.desk.said) if seen.button("给业主留言") and number in seen.text
    )


@pytest.mark.sop("CB-5")
async def test_an_account_without_notices_leaves_the_desk_to_call(fresh_database) -> None:
    with fresh_database("sqlite") as url:
        async with open_town(url, "three", notices=False) as town:
            case = await town.files_and_repairs()
            await town.passes(days=2, minutes=5)
            await town.agent.at(town.desk).taps("给业主留言", message=card_of(town, case.number))
            await town.agent.says("师傅明天再来看一次")
            assert any(seen.shows("消息送不到业主", case.number) for seen in town.desk.said)
            assert not town.wechat.called("message/template/send")


async def test_more_than_the_platform_counts_is_a_notice_too(town: Town) -> None:
    """The platform is right about what it takes, whatever we counted."""
    await town.files()
    town.wechat.fails("message/custom/send", 45047)
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.owner.last.message.kind == "notice"


# one platform away


async def test_a_wechat_that_hangs_slows_nobody_else(town: Town) -> None:
    await town.files()
    town.wechat.fails("message/custom/send", "hang")
    clock = asyncio.get_running_loop().time
    taking = asyncio.create_task(town.zhang.at(town.group("engineering")).taps("接单"))
    await town.wechat.wait_for(lambda: town.wechat.called("message/custom/send"))
    begun, heard = clock(), len(town.manager.chat.said)
    await town.manager.user.says("/help")
    await town.telegram.wait_for(lambda: len(town.manager.chat.said) > heard)
    assert clock() - begun < 0.5
    assert not taking.done()  # WeChat has still not answered
    await taking
