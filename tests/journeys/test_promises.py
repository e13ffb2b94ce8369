"""Answers owed: within working days, moved on with a word and a time before they are late, listed for the day."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from core.case import Case, State
from tests.town import Person, Town

NOISE = "3-2-1201 楼上半夜施工太吵了，请管一管 13800138000"


def at(words: str) -> datetime:
    """A moment on Hangzhou's wall."""
    return (datetime.fromisoformat(words) - timedelta(hours=8)).replace(tzinfo=UTC)


async def complains(town: Town, by: Person | None = None) -> Case:
    owner = by or town.owner
    await owner.says(NOISE)
    await owner.taps("确认提交")
    case = town.cases(owner)[0]
    assert case.kind == "complaint"
    return case


async def handled(town: Town, case: Case) -> None:
    """Somebody is on it, so that only the answer is owed."""
    await town.zhao.at(town.group("order")).taps("接单")
    await town.zhao.taps("到场")
    assert town.case(case.number).state is State.ON_SITE


def reminder(town: Town, case: Case) -> list[str]:
    return [m.text for m in town.desk.said if case.number in m.text and "要答复业主" in m.text]


def reminded(town: Town, case: Case, clock: str) -> list[str]:
    history = town.case(case.number).history
    return [e.why for e in history if e.what == "remind" and e.data["clock"] == clock]


# within a working day (RE-2)


@pytest.mark.sop("RE-2")
@pytest.mark.parametrize(
    ("filed", "asked", "late", "later"),
    [
        ("2026-11-17 10:00", "2026-11-17 17:30", "2026-11-18 10:00", "2026-11-19 10:00"),
        # the eve of Golden Week, a make-up Saturday, a Friday night: due at Monday's closing, told the next morning
        ("2026-09-30 16:00", "2026-10-08 14:00", "2026-10-08 16:00", "2026-10-09 16:00"),
        ("2026-10-09 16:00", "2026-10-10 14:00", "2026-10-10 16:00", "2026-10-12 16:00"),
        ("2026-11-20 23:30", "2026-11-23 16:00", "2026-11-24 08:30", "2026-11-25 08:30"),
    ],
)
async def test_a_complaint_is_answered_within_a_working_day(
    town: Town, filed: str, asked: str, late: str, later: str
) -> None:
    town.clock.move_to(at(filed))
    case = await complains(town)
    await handled(town, case)
    await _until(town, at(asked) - timedelta(minutes=1))
    assert reminder(town, case) == []
    await _until(town, at(asked) + timedelta(minutes=1))
    assert len(reminder(town, case)) == 1
    await _until(town, at(late) - timedelta(minutes=1))
    assert reminded(town, case, "reply") == []
    await _until(town, at(late) + timedelta(minutes=1))
    assert reminded(town, case, "reply") == ["desk"]
    assert town.desk.last_card.shows(case.number, "还没有答复", "还没结果")
    await _until(town, at(later) - timedelta(minutes=1))
    assert reminded(town, case, "reply") == ["desk"]
    await _until(town, at(later) + timedelta(minutes=1))
    assert reminded(town, case, "reply") == ["desk", "lead"]
    assert town.agent.reads(case.number, "还没有答复", "已超时")
    assert len(reminder(town, case)) == 1


async def _until(town: Town, moment: datetime) -> None:
    await town.passes(seconds=(moment - town.clock()).total_seconds())


@pytest.mark.sop("RE-2")
async def test_an_answer_in_time_is_no_breach_and_nobody_is_reminded(town: Town) -> None:
    case = await complains(town)
    await handled(town, case)
    await town.zhao.taps("完工")
    await town.zhao.sends_photo("已和楼上说好，晚上八点后不再施工")
    await town.zhao.taps("免费")
    await town.agent.at(town.desk).taps("照这样发")
    assert town.case(case.number).state is State.REPLIED
    await town.passes(days=3)
    assert reminder(town, case) == []
    assert reminded(town, case, "reply") == []


@pytest.mark.sop("RE-2")
async def test_what_is_done_and_not_answered_is_the_desks_business(town: Town) -> None:
    """A repair waits for the work; once that is done, somebody has to say so."""
    await town.owner.says("3-2-1201 家里水管爆了，水漫得到处都是 13800138000")
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await town.repairs(case)
    assert town.case(case.number).state is State.DONE
    await town.passes(days=1, minutes=5)
    assert reminded(town, case, "reply") == ["desk"]


# no result yet (RE-3)


@pytest.mark.sop("RE-3")
async def test_no_result_yet_the_owner_hears_so_before_the_deadline_with_the_next_time(town: Town) -> None:
    case = await complains(town)
    await handled(town, case)
    await town.passes(hours=7, minutes=31)
    asked = next(m for m in town.desk.said if "要答复业主" in m.text)
    assert asked.shows("明天 10:00", "还没有结果")
    await town.agent.at(town.desk).taps("还没结果", message=asked)
    await town.agent.at(town.desk).taps("明天 15:00")
    assert town.owner.last.shows(case.number, "抱歉", "明天 15:00", "前再回复您")
    assert town.agent.at(town.desk).reads("已告诉业主", "明天 15:00", "陈静")
    made = town.case(case.number).last("promise")
    assert made is not None
    assert (made.by, datetime.fromisoformat(made.data["until"])) == (town.agent.id, at("2026-11-18 15:00"))
    await town.passes(hours=21)  # the old deadline passes by
    assert reminded(town, case, "reply") == []
    assert len(reminder(town, case)) == 2  # told once for each
    await town.passes(minutes=31)
    assert reminded(town, case, "promise") == ["desk"]
    assert town.desk.last_card.shows(case.number, "答应业主", "还没有回复")
    await town.passes(days=5)  # over the weekend, which is no working day
    assert reminded(town, case, "promise") == ["desk", "lead", "manager", "deputy-gm"]
    assert town.deputy.reads(case.number, "答应业主", "已超时 5 天")


@pytest.mark.sop("RE-3")
async def test_a_promise_is_kept_or_moved_on_again(town: Town) -> None:
    case = await complains(town)
    await town.agent.taps_data(f"notyet:{case.number}")
    await town.agent.taps("明天 10:00")
    await town.agent.taps_data(f"notyet:{case.number}")
    await town.agent.taps("明天 17:30")
    promised = [e for e in town.case(case.number).history if e.what == "promise"]
    assert len(promised) == 2
    await town.passes(days=1)
    assert reminded(town, case, "promise") == []
    assert any("约好再回复您的时间" in text for text in await _timeline(town, case))


async def _timeline(town: Town, case: Case) -> list[str]:
    await town.owner.taps_data(f"see:{case.number}")
    return [message.text for message in town.owner.chat.said]


@pytest.mark.sop("RE-3")
async def test_of_two_colleagues_at_once_one_names_the_time(town: Town) -> None:
    case = await complains(town)
    for person in (town.agent, town.wu):
        await person.taps_data(f"notyet:{case.number}")
    acts = [town.act(town.agent, "明天 10:00"), town.act(town.wu, "明天 15:00")]
    await asyncio.gather(town.agent.taps_data(acts[0]), town.wu.taps_data(acts[1]))
    told = [text for text in town.owner.chat.texts if "前再回复您" in text]
    assert len(told) == 1
    assert sum(e.what == "promise" for e in town.case(case.number).history) == 1


@pytest.mark.sop("RE-3", "PE-1")
async def test_nobody_promises_who_may_not_or_when_it_is_over(town: Town) -> None:
    case = await complains(town)
    await town.agent.taps_data(f"notyet:{case.number}")
    act = town.act(town.agent, "今天 15:00")
    await town.zhao.taps_data(act)
    assert "不归您处理" in town.zhao.toast
    await town.passes(hours=6)
    await town.agent.taps_data(act)
    assert "已经过了" in town.agent.toast
    await town.owner.taps_data(f"withdraw:{case.number}:1")
    await town.agent.taps_data(f"notyet:{case.number}")
    assert "下一步" in town.agent.toast
    assert town.case(case.number).last("promise") is None


# the ledger of the day (RE-3)


@pytest.mark.sop("RE-3")
async def test_the_desk_can_see_what_has_to_be_answered_today(town: Town) -> None:
    await town.agent.says("/today")
    assert town.agent.last.shows("今天没有要回复业主的事")
    first = await complains(town)
    await town.passes(hours=2)
    second = await complains(town, town.husband)
    await town.agent.says("/today")
    assert town.agent.last.shows("今天没有要回复业主的事")  # they are due tomorrow
    await town.passes(hours=22, minutes=5)
    await town.manager.says("/today")
    ledger = town.manager.last
    assert ledger.shows("望江花园", "2 件", first.number[-9:], second.number[-9:])
    late, soon = (line for line in ledger.text.splitlines() if line.startswith("·"))
    assert (first.number in late, "已超时 5 分钟" in late) == (True, True)
    assert (second.number in soon, "今天 12:0" in soon) == (True, True)
    await town.manager.taps(second.number[-9:])
    assert town.manager.last.shows(second.number, "施工")
    await town.owner.says("/today")
    assert "客服中心" in town.owner.last.text


@pytest.mark.sop("RE-3")
async def test_each_working_morning_the_desk_is_told_what_is_owed_that_day(town: Town) -> None:
    town.clock.move_to(at("2026-11-20 16:00"))  # a Friday
    case = await complains(town)
    await handled(town, case)
    listed = [message.text for message in town.desk.said if "今天要回复业主的有" in message.text]
    await _until(town, at("2026-11-23 08:29"))
    assert listed == [m.text for m in town.desk.said if "今天要回复业主的有" in m.text]
    await _until(town, at("2026-11-23 08:31"))
    assert town.desk.last.shows("今天要回复业主的有 1 件", case.number, "今天 16:00")
