"""What is told on Telegram in its own way is told here in WeChat's and WeCom's: codes, numbers, voices, links."""

from datetime import timedelta

import pytest

from core.book import Invite
from core.case import State
from core.people import Home
from tests.fakes.wechat import Delivery
from tests.town import LEAK, Town

pytestmark = pytest.mark.only("weixin", "codes, numbers and links are how it is done there")
JPEG = b"\xff\xd8\xff\xe0 under the sink"


def homes(town: Town, of: int) -> tuple[Home, ...]:
    with town.app.store.transaction() as work:
        found = work.person(of)
    assert found is not None
    return found.homes


def invites(town: Town, code: str = "K7M2Q9XA", unit: str = "3-2-1201") -> str:
    with town.app.store.transaction() as work:
        work.issue_invite(Invite(code, "wangjiang", unit, None, town.clock() + timedelta(days=7)))
    return code


async def poster(town: Town, code: str) -> str:
    """The QR code of an invitation, as `bihuan wechat qr` makes it."""
    ticket, _ = await town.app.channels["wechat"].qr(f"i-{code}", 86400)  # type: ignore[attr-defined]
    return str(ticket)


# binding


@pytest.mark.sop("IN-12")
async def test_a_code_typed_binds_once(town: Town) -> None:
    code = invites(town)
    await town.owner.taps("绑定房号")
    assert town.owner.last.shows("邀请码", "连上另一个账号")
    await town.owner.says("xxxx9999")
    assert town.owner.last.shows("不对")
    await town.owner.says(code.lower())
    assert town.owner.last.shows("已绑定", "3栋2单元1201")
    await town.husband.says(code)
    assert homes(town, town.owner.id) == (Home("wangjiang", "3-2-1201"),)
    assert homes(town, town.husband.id) == ()


@pytest.mark.sop("IN-12")
async def test_a_poster_scanned_by_somebody_new_binds_as_they_follow(town: Town) -> None:
    new = town.stranger(1009)
    await new.starts(await poster(town, invites(town)))
    assert new.last.shows("已绑定", "3栋2单元1201")
    assert homes(town, new.id) == (Home("wangjiang", "3-2-1201"),)


@pytest.mark.sop("IN-12")
async def test_a_poster_scanned_by_a_follower_binds_too_and_only_once(town: Town) -> None:
    ticket = await poster(town, invites(town))
    await town.owner.starts(ticket)
    assert town.owner.last.shows("已绑定", "3栋2单元1201")
    await town.husband.starts(ticket)
    assert homes(town, town.owner.id) == (Home("wangjiang", "3-2-1201"),)
    assert homes(town, town.husband.id) == ()


@pytest.mark.sop("IN-12")
async def test_one_person_has_several_units(town: Town) -> None:
    for code, unit in (("AAAA2222", "3-2-1201"), ("BBBB3333", "5-1-302")):
        await town.owner.says(invites(town, code, unit))
    await town.owner.says("厨房漏水了，麻烦来看看 13800138000")
    assert town.owner.last.shows("哪一户", "3栋2单元1201室", "5栋1单元302室")
    await town.owner.taps("5栋1单元302室")
    assert town.owner.last.shows("5栋1单元302室")


# ways of saying something


@pytest.mark.sop("IN-1")
@pytest.mark.parametrize(
    ("entry", "said"),
    [("我要报修", "哪里坏了"), ("我要投诉", "烦心"), ("咨询建议", "想问什么"), ("我的工单", "还没有工单")],
)
async def test_each_entry_of_the_menu_does_what_it_says(town: Town, entry: str, said: str) -> None:
    await town.rests(town.owner.user.taps_menu(entry))
    assert town.owner.last.shows(said)
    assert town.owner.last.message.kind == "passive"


@pytest.mark.sop("IN-11")
async def test_the_menu_calls_a_person(town: Town) -> None:
    await town.rests(town.owner.user.taps_menu("转人工"))
    assert town.desk.last.shows("要找人工")


@pytest.mark.sop("IN-1")
async def test_a_voice_with_its_transcript_is_understood_and_kept(town: Town) -> None:
    await town.rests(town.owner.user.sends_voice(f"三栋二单元1201{LEAK}，电话13800138000"))
    assert town.owner.last.shows("3栋2单元1201", "13800138000", "确认提交")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    assert [a.kind for a in case.media] == ["voice"]
    assert case.category == "engineering"


@pytest.mark.sop("IN-1")
async def test_a_place_sent_is_words(town: Town) -> None:
    await town.owner.taps("我要投诉")
    await town.owner.says("这里的垃圾三天没人收")
    await town.rests(town.owner.user.sends_location("望江花园3栋楼下垃圾房"))
    await town.owner.taps("说完了")
    assert "垃圾房" in town.owner.chat.texts[-1] or town.owner.last.shows("哪一户")
    for answer in ("公共区域", "就在这里联系我", "没有特别要求", "确认提交"):
        await town.owner.taps(answer)
    assert "3栋楼下垃圾房" in town.cases(town.owner)[0].issue


@pytest.mark.parametrize("typed", ["1", "１", "回复1", "验收合格，满意", "选1"])
async def test_a_choice_is_typed_however_people_type(town: Town, typed: str) -> None:
    case = await town.files_and_repairs()
    await town.owner.says(typed)
    assert town.case(case.number).state is State.CLOSED


async def test_an_entry_of_a_list_counts_though_its_number_was_lost(town: Town) -> None:
    town.wechat.menu_ids_lost = True
    case = await town.files_and_repairs()
    await town.owner.taps("不满意")
    assert town.case(case.number).round == 2


async def test_a_number_typed_again_later_is_answered_and_does_nothing_twice(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.says("1")
    told = len(town.case(case.number).history)
    await town.passes(hours=2)
    await town.owner.says("1")
    assert town.owner.last.shows("已经确认过了")
    assert len(town.case(case.number).history) == told


async def test_a_number_nobody_offered_is_no_choice(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.says("7")
    assert town.case(case.number).state is State.REPLIED


async def test_a_list_tapped_late_is_the_list_that_was_tapped(town: Town) -> None:
    case = await town.files_and_repairs()
    asked = town.owner.chat.last_card
    await town.owner.says("/mine")  # something newer stands below, with numbers of its own
    await town.owner.taps("验收合格", message=asked)
    assert town.case(case.number).state is State.CLOSED


# one text a turn


async def test_every_turn_is_answered_in_the_same_breath_and_costs_nothing_of_the_window(town: Town) -> None:
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    await town.owner.taps("确认提交")
    assert {seen.message.kind for seen in town.owner.chat.said} == {"passive"}
    assert not town.wechat.called("message/custom/send")


async def test_a_repeated_message_is_answered_with_the_same_text_and_filed_once(town: Town) -> None:
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    town.wechat.door.repeats = 1
    sent = town.owner.user.says("1")
    await town.rests(sent)
    assert isinstance(sent, Delivery)
    assert len(sent.answers) == 2
    assert len(town.cases(town.owner)) == 1


async def test_the_office_goes_down_before_it_can_answer_and_the_owner_reads_the_same_text(
    town: Town,
) -> None:
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    town.loses_the_next_answer()
    sent = town.owner.user.says("1")
    await town.rests(sent)
    assert sent.statuses[0] != 200
    assert sent.statuses[-1] == 200
    (case,) = town.cases(town.owner)
    assert town.owner.last.shows("谢谢", case.number)
    assert sum(case.number in text for text in town.owner.chat.texts) == 1
    assert len(town.group("engineering").said) == 1


# the staff


async def test_one_card_each_for_the_department_greyed_for_all_when_somebody_took_it(town: Town) -> None:
    await town.files()
    colleagues = (town.zhang, town.li, town.supervisor)
    assert all("接单" in each.user.chat.last_card.buttons for each in colleagues)
    await town.li.at(town.group("engineering")).taps("接单")
    greyed = [each.user.chat.said[1].greyed or each.user.chat.last_card.greyed for each in colleagues]
    assert all("李建国" in stamp for stamp in greyed)


@pytest.mark.sop("DI-2")
async def test_a_job_is_taken_on_the_page_the_group_leads_to(town: Town) -> None:
    case = await town.files()
    page = await town.zhang.handset.opens(town.group("engineering").last.link)  # type: ignore[attr-defined]
    assert "厨房水槽下面漏水" in page.card.text
    assert "13800138000" not in page.card.text
    await town.rests(town.zhang.handset.chooses(page, "接单"))  # type: ignore[attr-defined]
    assert town.case(case.number).handler == town.zhang.id
    assert "张志强" in town.group("engineering").last_card.greyed


@pytest.mark.sop("PE-1")
async def test_an_owner_who_comes_by_the_groups_link_sees_nothing(town: Town) -> None:
    case = await town.files()
    page = await town.husband.handset.opens(town.group("engineering").last.link)  # type: ignore[attr-defined]
    assert page.status != 200
    assert not page.choices
    assert case.number not in page.card.text + page.said
    assert "漏水" not in page.card.text + page.said


@pytest.mark.sop("PE-1")
async def test_an_owners_link_opened_by_somebody_else_shows_nothing(town: Town) -> None:
    await town.files_and_repairs()
    await town.owner.taps("验收合格")
    await town.passes(days=3, minutes=5)  # the reminder of the callback, after the window
    link = town.owner.last.link
    page = await town.husband.handset.opens(link)  # type: ignore[attr-defined]
    assert page.status == 403
    assert not page.choices
    mine = await town.owner.handset.opens(link)  # type: ignore[attr-defined]
    assert mine.status == 200


async def test_pictures_cross_over_byte_for_byte(town: Town) -> None:
    await town.owner.says(f"3-2-1201 {LEAK} 13800138000")
    await town.rests(town.owner.user.sends_photo(content=JPEG))
    await town.owner.taps("确认提交")
    shown = [m for m in town.group("engineering").group.said if m.media]
    assert [m.media.content for m in shown] == [JPEG]
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("完工")
    after = JPEG + b" and dry again"
    await town.rests(town.zhang.user.sends_photo("换了软管", content=after))
    await town.zhang.taps("免费")
    arrived = [m for m in town.owner.user.chat.said if m.media]
    assert [m.media.content for m in arrived] == [after]
