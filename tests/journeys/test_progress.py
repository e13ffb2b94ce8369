"""Long cases: whoever has them in hand is asked in time, and the owner hears without having to ask."""

from datetime import UTC, datetime, timedelta

import pytest

from core.case import Case, State
from tests.town import Town

ASKED, STILL = "没和业主通气", "还在处理"


async def in_work(town: Town) -> Case:
    """A repair that goes on: somebody arrived at ten past ten on Tuesday, and it is not done."""
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    assert town.case(case.number).state is State.ON_SITE
    return case


def news(town: Town, case: Case) -> list[tuple[int | None, str]]:
    return [(e.by, e.why) for e in town.case(case.number).history if e.what == "news"]


def asked(town: Town, case: Case) -> int:
    """How often the handler was asked."""
    times = [e for e in town.case(case.number).history if e.what == "ahead" and e.data["clock"] == "progress"]
    assert bool(times) == any(ASKED in text for text in town.zhang.chat.texts)
    return len(times)


@pytest.mark.sop("HA-5")
async def test_the_handler_is_asked_beforehand_and_their_words_reach_the_owner(town: Town) -> None:
    case = await in_work(town)
    await town.passes(days=1, hours=5)
    assert asked(town, case) == 0
    await town.passes(hours=1)  # half a working day before two days are over
    assert asked(town, case) == 1
    assert town.zhang.last.shows(case.number, "按计划进行中", "写进展")
    await town.zhang.taps("写进展")
    await town.zhang.says("总阀换好了，还差一个接头")
    assert town.owner.last.shows(case.number, "最新进展", "总阀换好了，还差一个接头", "最迟")
    assert news(town, case) == [(town.zhang.id, "总阀换好了，还差一个接头")]
    assert any("总阀换好了" in text for text in town.desk.texts)
    await town.passes(days=1, hours=5)
    assert (asked(town, case), len(news(town, case))) == (1, 1)


@pytest.mark.sop("HA-5")
async def test_one_tap_says_that_it_goes_to_plan_and_only_once(town: Town) -> None:
    case = await in_work(town)
    await town.passes(days=1, hours=6)
    question = town.zhang.last
    await town.zhang.taps("按计划进行中", message=question)
    assert town.owner.last.shows(case.number, "正按计划进行", "最迟")
    await town.passes(minutes=2)
    await town.zhang.taps("按计划进行中", message=question)
    assert "已经告诉过" in town.zhang.toast
    assert news(town, case) == [(town.zhang.id, "reason-on-plan")]


@pytest.mark.sop("HA-5")
async def test_a_photo_sent_to_the_card_after_the_question_is_the_answer(town: Town) -> None:
    case = await in_work(town)
    await town.zhang.sends_photo("先关了总阀")  # nobody asked: a note for the office
    assert news(town, case) == []
    await town.passes(days=1, hours=6)
    photos = sum(m.type == "photo" for m in town.owner.chat.said)
    await town.zhang.sends_photo("墙面已经补好")
    assert town.owner.reads("最新进展", "墙面已经补好")
    assert sum(m.type == "photo" for m in town.owner.chat.said) == photos + 1
    assert news(town, case)[-1] == (town.zhang.id, "墙面已经补好")  # some platforms send them apart


@pytest.mark.sop("HA-5")
async def test_who_says_nothing_is_reported_and_the_owner_hears_all_the_same(town: Town) -> None:
    case = await in_work(town)
    await town.passes(days=2, minutes=5)
    assert town.owner.last.shows(case.number, STILL, "最迟")
    assert town.supervisor.reads(case.number, "一直没说进展")
    assert any("一直没说进展" in text for text in town.desk.texts)
    assert news(town, case) == [(None, "reason-still")]
    assert not town.manager.reads(case.number, "一直没说进展")
    await town.passes(days=4)  # over the weekend
    assert len(news(town, case)) == 2
    assert town.manager.reads(case.number, "一直没说进展")  # the second silence goes further up
    assert asked(town, case) == 2


@pytest.mark.sop("HA-5")
async def test_whatever_the_owner_hears_counts_and_weekends_do_not(town: Town) -> None:
    town.clock.move_to(datetime(2026, 11, 20, 2, 0, tzinfo=UTC))  # a Friday
    case = await in_work(town)
    await town.agent.taps_data(f"answer:{case.number}")
    await town.passes(days=3, minutes=-5)  # Monday
    assert (asked(town, case), news(town, case)) == (0, [])
    await town.agent.says("师傅今天下午再来一趟")
    await town.agent.taps("发给业主")  # asked for on Friday: is it still meant for the owner?
    await town.passes(days=1, hours=2)
    assert (asked(town, case), news(town, case)) == (0, [])
    await town.passes(hours=5)
    assert asked(town, case) == 1


@pytest.mark.sop("HA-5")
async def test_where_nobody_has_it_the_desk_is_asked(town: Town) -> None:
    case = await town.files()
    await town.passes(days=1, hours=6)
    question = next(m for m in town.desk.said if ASKED in m.text)
    assert question.shows(case.number, "写进展")
    assert not question.button("按计划进行中")  # nobody took it all day


@pytest.mark.sop("HA-5", "RE-7")
async def test_what_a_handler_promises_waits_for_somebody_with_authority(town: Town) -> None:
    case = await in_work(town)
    await town.passes(days=1, hours=6)
    await town.zhang.taps("写进展")
    await town.zhang.says("您放心，弄坏的地板我们赔偿")
    assert news(town, case) == []
    assert not any("赔偿" in text for text in town.owner.chat.texts)
    await town.supervisor.taps("同意发出")
    assert news(town, case) == [(town.zhang.id, "您放心，弄坏的地板我们赔偿")]
    assert town.owner.reads("最新进展", "弄坏的地板我们赔偿")


@pytest.mark.sop("HA-5")
async def test_an_owner_is_not_told_at_night_that_there_is_nothing_new(town: Town) -> None:
    case = await in_work(town)
    town.clock.move_to(town.clock() + timedelta(days=2, hours=12))  # down until ten at night
    await town.sweeps()
    assert news(town, case) == []
    await town.passes(hours=11)
    assert news(town, case) == [(None, "reason-still")]
    (told,) = [e for e in town.case(case.number).history if e.what == "news"]
    assert told.at.astimezone(UTC).strftime("%H:%M") == "00:30"  # as the office opens
    assert asked(town, case) == 0  # too late to ask beforehand
