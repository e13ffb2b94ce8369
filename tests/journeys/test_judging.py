"""The desk's judgement: suggested by the words, corrected with two taps; whoever is late is told so."""

import asyncio
from dataclasses import replace

import pytest

from core.case import Case, State
from core.people import Post, Role
from tests.town import Town
from tests.town.person import Person


async def more(town: Town, *labels: str, who: Person | None = None) -> None:
    """Open 更多 on the desk's newest card, and go on from there."""
    somebody = (who or town.agent).at(town.desk)
    for label in ("更多", *labels):
        await somebody.taps(label)


def judgements(town: Town, case: Case, what: str) -> list[tuple[object, object, int | None]]:
    return [
        (e.data.get("source"), e.data.get("to"), e.by)
        for e in town.case(case.number).history
        if e.what == "judge" and e.why == what
    ]


def gets_posts(town: Town, person: Person, *posts: Post) -> None:
    number = person.id
    with town.app.store.transaction() as work:
        found = work.person(number)
        assert found is not None
        work.keep(replace(found, posts=posts))


async def doubtful(town: Town) -> Case:
    """Words that tell nobody what to do."""
    await town.owner.taps("我要投诉")
    await town.owner.says("5栋这边有点问题，你们看看")
    await town.owner.taps("说完了")
    for answer in ("公共区域", "就在这里联系我", "没有特别要求", "确认提交"):
        if town.owner.chat.last_card.button(answer):
            await town.owner.taps(answer)
    return town.cases(town.owner)[0]


# category


@pytest.mark.sop("TR-3", "TR-5", "TR-6")
async def test_another_category_brings_the_case_to_the_department_that_answers_for_it(town: Town) -> None:
    case = await town.files()
    assert town.case(case.number).department == "engineering"  # confident: dispatched at once
    await more(town, "改类别", "环境卫生")
    assert town.case(case.number).department == "engineering"  # the desk decides
    assert judgements(town, case, "category") == [("engineering", "cleaning", town.agent.id)]
    assert town.group("engineering").last_card.shows("环境卫生")
    await town.agent.at(town.desk).taps("转给环境部")
    moved = town.case(case.number)
    assert (moved.category, moved.department, moved.state) == ("cleaning", "cleaning", State.DISPATCHED)
    transfer = moved.last("transfer")
    assert transfer is not None
    assert (transfer.why, transfer.data["source"], transfer.data["to"]) == (
        "reason-judged",
        "engineering",
        "cleaning",
    )
    assert town.group("cleaning").last_card.shows(case.number, "环境卫生", "类别改判", "接单")
    assert any("已转给环境部" in text for text in town.group("engineering").texts)


@pytest.mark.sop("TR-3", "TR-6")
async def test_the_case_may_stay_where_it_is(town: Town) -> None:
    case = await town.files()
    await more(town, "改类别", "秩序安全", "先不转")
    kept = town.case(case.number)
    assert (kept.category, kept.department) == ("order", "engineering")
    assert town.desk.last_card.shows(case.number, "秩序安全", "转派")  # the desk's card stands there again


@pytest.mark.sop("TR-5", "TR-6")
async def test_a_doubtful_case_goes_where_its_category_belongs(town: Town) -> None:
    case = await doubtful(town)
    assert town.case(case.number).state is State.FILED
    await more(town, "改类别", "秩序安全", "转给秩序维护部")
    assert town.case(case.number).department == "order"
    assert town.group("order").last_card.shows(case.number, "秩序安全", "接单")


@pytest.mark.sop("TR-6")
async def test_whoever_has_the_job_sees_what_was_judged_and_loses_it_with_a_word(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await more(town, "改类别", "环境卫生", "转给环境部")
    assert town.case(case.number).handler is None
    assert town.zhang.reads("已转给环境部")


# class


@pytest.mark.sop("TR-4", "TR-6")
async def test_the_class_is_suggested_and_corrected(town: Town) -> None:
    case = await town.files("投诉！楼道的垃圾三天没人收")
    assert town.case(case.number).class_ == 1
    assert any("一类·物业" in text for text in town.desk.texts)
    await more(town, "改一二三类", "三类·外部")
    assert town.case(case.number).class_ == 3
    assert judgements(town, case, "class") == [(1, 3, town.agent.id)]
    assert any("三类·外部" in text for text in town.group("cleaning").texts)


# urgency and size


@pytest.mark.sop("TR-6")
async def test_an_emergency_that_is_none_after_all(town: Town) -> None:
    case = await town.files("家里水管爆了，水漫得到处都是")
    assert town.case(case.number).urgent
    soon = town.case(case.number).due
    await more(town, "紧急程度", "不紧急")
    calmed = town.case(case.number)
    assert not calmed.urgent
    assert soon is not None
    assert calmed.due is not None
    assert calmed.due > soon
    assert any("这个电话不用打了" in text for text in town.desk.texts)


@pytest.mark.sop("TR-2", "TR-6")
async def test_danger_the_words_did_not_tell_starts_at_once(town: Town) -> None:
    case = await doubtful(town)
    await more(town, "紧急程度", "紧急")
    found = town.case(case.number)
    assert found.urgent
    assert found.state is State.DISPATCHED  # it does not wait for triage
    assert any("紧急" in text for text in town.manager.chat.texts)
    assert judgements(town, case, "urgency") == [(False, True, town.agent.id)]


@pytest.mark.sop("TR-6")
async def test_a_minor_repair_is_given_less_time(town: Town) -> None:
    case = await town.files("卧室的房门变形关不上，要整扇重做")
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.at(town.group("engineering")).taps("到场")
    await more(town, "大小", "一般维修")
    assert town.group("engineering").last_card.shows("11月22日")
    await more(town, "大小", "小修")
    assert town.group("engineering").last_card.shows("小修", "11月20日")
    assert judgements(town, case, "size") == [
        ("", "ordinary", town.agent.id),
        ("ordinary", "minor", town.agent.id),
    ]


# wrong people, wrong moments


@pytest.mark.sop("TR-6")
async def test_of_two_who_judge_at_once_the_second_is_told_of_the_first(town: Town) -> None:
    case = await town.files()
    acts = [town.agent.taps_data(f"class:{case.number}:2:0"), town.wu.taps_data(f"class:{case.number}:3:0")]
    await asyncio.gather(*acts)
    (found,) = judgements(town, case, "class")
    first, second = (town.agent, town.wu) if found[2] == town.agent.id else (town.wu, town.agent)
    assert first.name in second.handset.toast
    assert town.case(case.number).class_ == found[1]


@pytest.mark.sop("TR-6", "PE-1")
async def test_a_closed_case_is_not_judged_again(town: Town) -> None:
    case = await town.files_and_repairs()
    await town.owner.taps("验收合格")
    before = len(town.case(case.number).history)
    for act in ("category:{}:cleaning:0", "class:{}:3:0", "urgency:{}:yes:0", "size:{}:minor:0"):
        await town.agent.taps_data(act.format(case.number))
        assert "已经了结" in town.agent.toast
    await town.agent.taps_data(f"moveto:{case.number}:cleaning")
    assert len(town.case(case.number).history) == before


@pytest.mark.sop("TR-6", "PE-1")
async def test_only_the_desk_of_this_estate_judges(town: Town) -> None:
    case = await town.files()
    gets_posts(town, town.wu, Post("binjiang", Role.AGENT))
    gets_posts(town, town.agent)  # removed from the roster a minute ago
    for somebody in (town.wu, town.agent, town.zhang, town.owner, town.husband):
        for act in (
            "category:{}:cleaning:0",
            "class:{}:2:0",
            "urgency:{}:yes:0",
            "size:{}:minor:0",
            "moveto:{}:cleaning",
        ):
            await somebody.taps_data(act.format(case.number))
            assert "抱歉" in somebody.toast or "Sorry" in somebody.toast
    found = town.case(case.number)
    assert (found.category, found.urgent, found.class_) == ("engineering", False, 1)


@pytest.mark.sop("TR-6")
async def test_what_nobody_offered_changes_nothing(town: Town) -> None:
    case = await town.files()
    acts = (
        "category:{}:cooking:0",
        "category:{}:cleaning:9",
        "class:{}:4:0",
        "class:{}::",
        "urgency:{}:maybe:0",
    )
    for act in (*acts, "size:{}:huge:0", "moveto:{}:cleaning", "moveto:{}:nowhere", "leave:{}"):
        await town.agent.taps_data(act.format(case.number))
    assert not [e for e in town.case(case.number).history if e.what in {"judge", "transfer"}]
    await town.agent.taps_data("category:WJ-20200101-0001:cleaning:0")
    assert "没有找到工单" in town.agent.toast
