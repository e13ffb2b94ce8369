"""Incidents: several owners, one cause, one job; each has a number, hears every step and gives their own verdict."""

import pytest

from core.case import Case, State
from tests.town import Town
from tests.town.person import Person

DRY = "家里停水了，请尽快来看看"
HOMES = ("3-2-1603", "3-1-502", "3-2-801", "3-1-301", "3-1-1802")
ASKED = {"zh-hans": "我也遇到同样问题", "zh-hant": "我也遇到同樣問題", "en": "Same problem"}
SAID = {"zh-hans": DRY, "zh-hant": "家裡停水了，請快點派人來", "en": "no water at home, please fix it today"}


def five(town: Town) -> list[Person]:
    """Five owners, and what they speak."""
    traditional = town.stranger(1101, "陳大文", language="zh-hant")
    return [town.owner, town.husband, town.neighbour, traditional, town.stranger(1102, "赵雪")]


async def reports(owner: Person, unit: str, number: int = 1) -> None:
    """Somebody says that there is no water, and gets it read back."""
    await owner.says(f"{unit} {SAID[owner.language]} 138001380{number:02}")


async def joins(town: Town, owner: Person, unit: str, number: int = 1) -> Case:
    """Somebody reports it too, and says that it is the same."""
    await reports(owner, unit, number)
    await owner.taps(ASKED[owner.language])
    return town.case(town.cases(owner)[0].number)


async def moves_in(town: Town, number: int = 1102) -> Person:
    """One more neighbour."""
    person = town.stranger(number, "赵雪")
    await person.starts()
    return person


async def lead_and_two(town: Town) -> tuple[Case, Case, Case]:
    """One who reported it first, and two who joined."""
    lead = await town.files(DRY, HOMES[0])
    return lead, await joins(town, town.husband, HOMES[1]), await joins(town, town.neighbour, HOMES[2])


@pytest.mark.sop("IN-14")
async def test_the_next_one_is_offered_to_join_and_learns_nothing_of_the_neighbour(town: Town) -> None:
    await town.files(DRY, HOMES[0])
    await reports(town.husband, HOMES[1])
    offered = town.husband.last
    assert offered.shows("3栋有邻居", "10:00", "停水", "我也遇到同样问题", "不是同一件事", "确认提交")
    assert not any(town.husband.reads(secret) for secret in ("1603", "王秀英", "王**"))


@pytest.mark.sop("IN-14")
async def test_whoever_joins_has_a_number_of_their_own_and_there_is_one_job(town: Town) -> None:
    lead, second, third = await lead_and_two(town)
    group = town.group("engineering")
    assert len({lead.number, second.number, third.number}) == 3
    assert (second.state, second.lead) == (State.JOINED, lead.number)
    assert (third.state, third.lead) == (State.JOINED, lead.number)
    cards = {m.text.splitlines()[0] for m in group.said}
    assert all(lead.number in first for first in cards), "no card of their own in the department's group"
    assert group.last_card.shows("另有 2 户", "3栋1单元502室", "3栋2单元801室")
    assert not group.last_card.shows("刘德明")
    assert town.husband.reads(second.number, "同一件事")
    assert [e.data["case"] for e in town.case(lead.number).history if e.what == "gather"] == [
        second.number,
        third.number,
    ]


@pytest.mark.sop("IN-14")
async def test_everybody_hears_of_each_step_with_their_own_number_and_in_their_language(town: Town) -> None:
    lead, second, third = await lead_and_two(town)
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert town.owner.last.shows(lead.number, "张志强已接单")
    assert town.husband.last.shows(second.number, "张志强已接单")
    assert town.neighbour.last.shows(third.number, "张志强")
    assert "接单" not in town.neighbour.last.text
    await town.zhang.taps("到场")
    assert town.husband.last.shows(second.number, "已到场")
    await town.zhang.taps("延期")
    await town.zhang.taps("缺料")
    await town.zhang.taps("2小时后")
    assert town.husband.last.shows(second.number, "缺料", "12:00")
    assert not town.husband.reads(lead.number)


@pytest.mark.sop("IN-14", "RE-5")
async def test_the_answer_reaches_all_and_each_gives_their_own_verdict(town: Town) -> None:
    lead, second, third = await lead_and_two(town)
    await town.repairs(lead, result="楼里的加压泵换好了，王女士家1603已经来水")
    answered = [town.case(c.number) for c in (lead, second, third)]
    assert [c.state for c in answered] == [State.REPLIED] * 3
    assert town.husband.reads(second.number, "加压泵换好了", "3栋1单元502室")
    assert town.husband.last.button("满意")
    assert not any(town.husband.reads(secret) for secret in ("1603", "王女士"))
    await town.husband.taps("验收合格")
    states = [town.case(c.number).state for c in (lead, second, third)]
    assert states == [State.REPLIED, State.CLOSED, State.REPLIED]
    await town.owner.taps("验收合格")
    assert town.case(third.number).state is State.REPLIED


@pytest.mark.sop("IN-14", "RE-5")
async def test_a_no_splits_off_a_job_of_its_own_with_department_superior_and_another_handler(
    town: Town,
) -> None:
    lead, second, _ = await lead_and_two(town)
    await town.repairs(lead)
    await town.husband.taps("不满意")
    await town.husband.says("我家还是没水")
    case = town.case(second.number)
    assert (case.state, case.round, case.department, case.lead) == (State.DISPATCHED, 2, "engineering", "")
    group = town.group("engineering")
    assert group.last_card.shows(second.number, "第2次处理", "我家还是没水", "王海亲自跟进", "接单")
    assert any(second.number in text and "第2次处理" in text for text in town.supervisor.chat.texts)
    assert town.case(lead.number).state is State.REPLIED
    await town.zhang.at(group).taps("接单", message=group.last_card)
    assert "别的同事" in town.zhang.toast
    await town.li.at(group).taps("接单", message=group.last_card)
    assert town.case(second.number).handler == town.li.id
    assert not town.owner.last.shows("李建国")


@pytest.mark.sop("IN-14")
async def test_five_owners_one_incident(town: Town) -> None:
    people = five(town)
    for person in people[3:]:
        await person.starts()
    await town.files(SAID["zh-hans"], HOMES[0])
    cases = [
        await joins(town, p, home, n) for n, (p, home) in enumerate(zip(people, HOMES, strict=True)) if n
    ]
    lead = town.cases(town.owner)[0]
    group = town.group("engineering")
    assert group.last_card.shows("另有 4 户")
    assert people[3].reads(cases[2].number, "同一件事", "一併")
    assert people[2].reads(cases[1].number, "together")
    await town.repairs(lead, result="加压泵修好了")
    assert {town.case(c.number).state for c in (lead, *cases)} == {State.REPLIED}
    assert people[2].reads(cases[1].number, "加压泵修好了")
    await people[1].taps("不满意")
    await people[1].taps("不想多说")
    for person, label in zip(people[2:], ("Fine, I'm happy", "驗收合格", "验收合格"), strict=True):
        await person.taps(label)
    states = [town.case(c.number).state for c in (lead, *cases)]
    assert states == [State.REPLIED, State.DISPATCHED, *[State.CLOSED] * 3]


@pytest.mark.sop("IN-14")
async def test_it_is_not_the_same_and_is_filed_as_any_other(town: Town) -> None:
    await town.files(DRY, HOMES[0])
    await reports(town.husband, HOMES[1])
    await town.husband.taps("不是同一件事")
    assert not town.husband.last.shows("有邻居")
    await town.husband.taps("确认提交")
    (case,) = town.cases(town.husband)
    assert (case.state, case.lead) == (State.DISPATCHED, "")


@pytest.mark.sop("IN-14")
@pytest.mark.parametrize(
    ("unit", "words", "later"),
    [
        ("5-1-301", DRY, 0),  # another building
        ("3-1-502", "入户门锁坏了，打不开", 0),  # another subject
        ("3-1-502", "楼道的垃圾三天没人收", 0),  # another department
        ("3-1-502", DRY, 7),  # too long ago
    ],
)
async def test_nobody_is_offered_what_is_hardly_the_same(
    town: Town, unit: str, words: str, later: int
) -> None:
    await town.files(DRY, HOMES[0])
    if later:
        await town.passes(hours=later)
    await town.husband.says(f"{unit} {words} 13800138001")
    assert town.husband.last.shows("确认提交")
    assert not town.husband.last.shows("有邻居")


@pytest.mark.sop("IN-14")
async def test_ones_own_case_is_no_neighbours(town: Town) -> None:
    await town.files(DRY, HOMES[0])
    await town.owner.says(f"3-1-502 {DRY} 13800138000")
    await town.owner.taps("这是另一件事") if town.owner.last.button("这是另一件事") else None
    assert not town.owner.last.shows("有邻居")


@pytest.mark.sop("IN-14")
async def test_a_forged_number_joins_nobody(town: Town) -> None:
    other = await town.files("入户门锁坏了，打不开", by=await moves_in(town))
    await reports(town.husband, HOMES[1])
    draft = town.act(town.husband, "确认提交").split(":")[1]
    await town.husband.taps_data(f"metoo:{draft}:{other.number}")
    (case,) = town.cases(town.husband)
    assert case.lead == ""
    assert case.state is State.DISPATCHED


@pytest.mark.sop("IN-14")
async def test_whoever_comes_when_it_has_just_been_answered_gets_a_job_of_their_own(town: Town) -> None:
    lead = await town.files(DRY, HOMES[0])
    await reports(town.husband, HOMES[1])
    await town.repairs(lead)
    await town.husband.taps("我也遇到同样问题")
    assert town.husband.reads("刚刚有了结果")
    (case,) = town.cases(town.husband)
    assert (case.state, case.lead) == (State.DISPATCHED, "")


@pytest.mark.sop("IN-14", "TR-2")
async def test_a_joined_emergency_counts_but_alarms_nobody_twice(town: Town) -> None:
    burst = "水管爆了，水漫得到处都是"
    await town.files(burst)
    alarms = len([t for t in town.manager.chat.texts if "紧急" in t])
    assert alarms
    await town.husband.says(f"3-1-502 {burst} 13800138001")
    await town.husband.taps("我也遇到同样问题")
    assert town.cases(town.husband)[0].state is State.JOINED
    assert town.group("engineering").last_card.shows("另有 1 户")
    assert len([t for t in town.manager.chat.texts if "紧急" in t]) == alarms


@pytest.mark.sop("IN-14", "TR-2")
async def test_a_more_urgent_one_makes_the_job_urgent(town: Town) -> None:
    lead = await town.files("电梯坏了，不动了")
    assert not town.case(lead.number).urgent
    await town.husband.says("3-1-502 电梯困人了，快来 13800138001")
    await town.husband.taps("我也遇到同样问题")
    assert town.case(lead.number).urgent
    assert town.group("engineering").last_card.shows("紧急", "另有 1 户")
    assert any("紧急" in t and lead.number in t for t in town.manager.chat.texts)


@pytest.mark.sop("IN-14")
async def test_the_lead_withdraws_and_the_next_one_has_the_job(town: Town) -> None:
    lead, second, third = await lead_and_two(town)
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    await town.owner.taps_data(f"withdraw:{lead.number}:1")
    case = town.case(second.number)
    assert (case.state, case.handler, case.department) == (State.ON_SITE, town.zhang.id, "engineering")
    assert [e.what for e in case.history if e.why == "succeeds"] == ["split", "dispatch", "take", "arrive"]
    assert town.case(third.number).lead == second.number
    assert town.zhang.reads(lead.number, "撤回", second.number)
    assert not any("不用去了" in text for text in town.zhang.chat.texts)
    assert town.group("engineering").last_card.shows(second.number, "另有 1 户", "张志强 在现场")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("加压泵换好了")
    await town.zhang.taps("免费")
    assert {town.case(c.number).state for c in (second, third)} == {State.REPLIED}
    assert town.neighbour.reads(third.number, "加压泵换好了")


@pytest.mark.sop("IN-14")
async def test_whoever_is_joined_can_withdraw_and_the_job_goes_on(town: Town) -> None:
    lead, second, _ = await lead_and_two(town)
    await town.husband.taps_data(f"withdraw:{second.number}:1")
    assert town.case(second.number).state is State.WITHDRAWN
    assert town.case(lead.number).state is State.DISPATCHED
    assert town.group("engineering").said[0].shows("另有 1 户")
    told = len(town.husband.chat.said)
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert len(town.husband.chat.said) == told


@pytest.mark.sop("IN-14", "IN-11")
async def test_the_timeline_of_a_joined_case_shows_the_steps_of_the_job(town: Town) -> None:
    _, second, _ = await lead_and_two(town)
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.owner.says("我家在二十楼那一侧")
    await town.husband.taps_data(f"see:{second.number}")
    assert town.husband.last.shows(second.number, "同一件事", "受理", "张志强接单")
    assert not town.husband.last.shows("二十楼")


@pytest.mark.sop("IN-14", "IN-11")
async def test_what_a_joined_owner_says_reaches_desk_and_handler_and_the_answer_is_theirs_alone(
    town: Town,
) -> None:
    lead, second, _ = await lead_and_two(town)
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.husband.says("我家老人等着用水")
    assert town.desk.last.shows(second.number, "老人等着用水")
    assert town.zhang.last.shows(lead.number, "3栋1单元502室", "老人等着用水")
    heard = len(town.owner.chat.said)
    await town.agent.at(town.desk).taps("给业主留言")
    await town.agent.at(town.desk).says("我们先送两桶水过去", reply_to=town.desk.last)
    assert town.husband.last.shows(second.number, "先送两桶水")
    assert len(town.owner.chat.said) == heard
    await town.husband.taps_data(f"chase:{second.number}")
    assert any(lead.number in t and "在催" in t for t in town.zhang.chat.texts)


# by hand


@pytest.mark.sop("IN-14")
async def test_the_desk_joins_two_cases_and_takes_one_out_again(town: Town) -> None:
    lead = await town.files(DRY, HOMES[0])
    other = await town.files("楼道没灯了，摸黑上楼", "3-1-502", by=town.husband)
    group = town.group("engineering")
    await town.agent.taps_data(f"merge:{other.number}")
    assert town.agent.last.shows(lead.number, "停水")
    await town.agent.taps(lead.number[-9:])
    assert town.case(other.number).lead == lead.number
    assert any(m.shows(other.number, "已并入", lead.number) for m in group.said)
    assert town.husband.last.shows(other.number, "合在一起")
    await town.agent.taps_data(f"splitoff:{other.number}")
    case = town.case(other.number)
    assert (case.state, case.lead, case.department) == (State.FILED, "", "")
    assert town.husband.last.shows(other.number, "单独")
    await town.passes(minutes=20)
    assert any(other.number in t and "还没人判断" in t for t in town.desk.texts), "the desk's clock runs"


@pytest.mark.sop("IN-14")
async def test_a_number_is_typed_and_there_are_no_chains(town: Town) -> None:
    lead, second, third = await lead_and_two(town)
    other = await town.files("入户门锁坏了，打不开", "3-1-301", by=await moves_in(town))
    await town.agent.taps_data(f"mergeby:{other.number}")
    await town.agent.says("9999")
    assert town.agent.reads("没有找到")
    await town.agent.says(second.number[-4:])
    assert town.case(other.number).lead == lead.number, "joined to the lead of whoever is joined"
    fourth = await town.files("入户门锁坏了，打不开", "5-1-301", by=await moves_in(town, 1103))
    await town.agent.taps_data(f"into:{lead.number}:{fourth.number}")
    brought = [town.case(c.number).lead for c in (lead, second, third, other)]
    assert brought == [fourth.number] * 4
    assert {town.case(c.number).state for c in (lead, second, third, other)} == {State.JOINED}


@pytest.mark.sop("IN-14", "PE-1")
async def test_cases_are_joined_by_whom_it_belongs_and_where_it_makes_sense(town: Town) -> None:
    lead, second, _ = await lead_and_two(town)
    other = await town.files("入户门锁坏了，打不开", "3-1-301", by=await moves_in(town))
    for somebody in (town.zhang, town.supervisor, town.husband, town.owner):
        await somebody.taps_data(f"into:{other.number}:{lead.number}")
        await somebody.taps_data(f"splitoff:{second.number}")
    assert town.case(other.number).lead == ""
    assert town.case(second.number).state is State.JOINED
    for wrong in (f"into:{lead.number}:{lead.number}", f"into:{lead.number}:{second.number}"):
        await town.agent.taps_data(wrong)
    assert town.case(lead.number).state is State.DISPATCHED
    await town.owner.taps_data(f"withdraw:{lead.number}:1")
    await town.agent.taps_data(f"into:{other.number}:{lead.number}")
    assert town.case(other.number).lead == ""


@pytest.mark.sop("IN-14")
async def test_a_job_in_hand_is_joined_and_its_handler_hears_it(town: Town) -> None:
    lead = await town.files(DRY, HOMES[0])
    other = await town.files("入户门锁坏了，打不开", "3-1-301", by=town.husband)
    await town.li.at(town.group("engineering")).taps("接单", message=town.group("engineering").last_card)
    await town.agent.taps_data(f"into:{other.number}:{lead.number}")
    assert town.li.reads(other.number, "已并入", lead.number)
    await town.li.taps_data(f"arrive:{other.number}")
    assert town.case(other.number).state is State.JOINED


@pytest.mark.sop("IN-14")
async def test_the_desk_tells_every_home_at_once(town: Town) -> None:
    lead, second, third = await lead_and_two(town)
    await town.agent.taps_data(f"tellall:{lead.number}")
    await town.agent.says("自来水公司说下午三点恢复供水")
    for person, case in ((town.owner, lead), (town.husband, second), (town.neighbour, third)):
        assert person.last.shows(case.number, "下午三点恢复供水")


@pytest.mark.sop("IN-14", "RE-6")
async def test_an_explanation_is_given_to_all(town: Town) -> None:
    lead, second, third = await lead_and_two(town)
    await town.agent.taps_data(f"invalid:{lead.number}")
    await town.agent.says("市政管网抢修，自来水公司统一停水")
    for case in (lead, second, third):
        assert town.case(case.number).state is State.REPLIED
    assert town.husband.reads(second.number, "市政管网抢修")


@pytest.mark.sop("IN-14", "TR-2")
async def test_danger_seen_by_the_desk_in_a_joined_case_hurries_the_one_job(town: Town) -> None:
    lead, second, _ = await lead_and_two(town)
    await town.agent.taps_data(f"urgent:{second.number}")
    assert town.case(lead.number).urgent
    assert town.group("engineering").last_card.shows("紧急", "另有 2 户")
