"""Through head office, group or government: tracked by the lead, reported to the deputy GM, somebody answerable."""

import pytest

from core.case import Case, State
from tests.journeys.seniors import entries, private
from tests.journeys.test_dispatch import dismiss
from tests.journeys.test_recording import records
from tests.town import Town

SAID = "3栋2单元1201王阿姨说厨房水槽下面漏水，漏了多日没人修，请尽快来修 13800138099"


async def comes_from_above(town: Town, via: str = "12345热线") -> Case:
    return await records(town, town.wu, via, SAID)


@pytest.mark.sop("TR-11")
@pytest.mark.parametrize("via", ["公司转来", "集团转来", "12345热线"])
async def test_the_lead_tracks_it_and_the_deputy_hears_at_once(town: Town, via: str) -> None:
    case = await comes_from_above(town, via)
    assert private(town.agent, via, case.number, "由您跟踪")
    report = private(town.deputy, via, case.number, "漏了多日没人修")
    assert report.button("我来处理")
    assert report.button("指定人")
    assert private(town.agent, case.number, "派单")


@pytest.mark.sop("TR-11")
async def test_an_ordinary_case_is_nobodys_report(town: Town) -> None:
    await town.files()
    assert not town.deputy.reads("漏水")
    assert not town.agent.reads("由您跟踪")


@pytest.mark.sop("TR-11")
async def test_each_step_to_the_lead_beginning_and_end_to_the_deputy(town: Town) -> None:
    case = await comes_from_above(town)
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert private(town.agent, case.number, "张志强接单")
    assert not town.deputy.reads("张志强接单")
    await town.zhang.taps("完工")
    await town.zhang.sends_photo("换了软管，试水不漏了")
    await town.zhang.taps("免费")
    assert private(town.agent, "张志强报完工", "试水不漏了")
    await tells_by_phone(town, "满意")
    assert town.case(case.number).state is State.CLOSED
    for person in (town.agent, town.deputy):
        assert private(person, case.number, "已答复业主", "业主满意")


async def tells_by_phone(town: Town, verdict: str) -> None:
    """The owner is told by telephone, as they were recorded."""
    await town.wu.at(town.desk).taps(verdict)


@pytest.mark.sop("TR-11")
async def test_somebody_is_appointed_and_answerable(town: Town) -> None:
    case = await comes_from_above(town)
    await town.deputy.taps("指定人")
    assert town.deputy.last.button("王海")
    assert town.deputy.last.button("周明")
    await town.deputy.taps("周明")
    named = town.case(case.number).last("appoint")
    assert named is not None
    assert (named.by, named.data["person"]) == (town.deputy.id, town.manager.id)
    assert private(town.manager, "公司指定您负责", case.number, "漏了多日没人修").button("看卡片")
    assert any("由周明负责" in text for text in town.desk.texts)
    assert private(town.agent, "指定周明负责")
    count = len(town.manager.chat.said)
    await town.passes(minutes=16)  # nobody takes it: the group hears, and whoever is answerable
    assert any(m.shows(case.number, "没人接") for m in town.manager.chat.said[count:])
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert private(town.manager, "张志强接单")


@pytest.mark.sop("TR-11", "PE-1")
async def test_whoever_is_appointed_may_act_on_this_case_alone(town: Town) -> None:
    other = await town.files("楼道灯不亮")
    case = await records(
        town, town.wu, "公司转来", "3栋2单元1201王阿姨说楼道垃圾成堆没人清理，太脏了，请尽快来扫 13800138099"
    )
    assert town.case(case.number).department == "cleaning"
    await town.supervisor.taps_data(f"number:{case.number}")
    assert "抱歉" in town.supervisor.toast  # another department's
    await town.deputy.taps_data(f"appointed:{case.number}:{town.supervisor.id}")
    await town.supervisor.taps_data(f"number:{case.number}")
    assert private(town.supervisor, "13800138099")
    await town.supervisor.taps_data(f"rewrite:{other.number}")
    assert "抱歉" in town.supervisor.toast
    dismiss(town, town.supervisor.id)
    await town.supervisor.taps_data(f"number:{case.number}")
    assert "抱歉" in town.supervisor.toast
    await town.wu.taps_data(f"urgent:{case.number}")
    assert private(town.deputy, "王海已不在岗", case.number).button("指定人")


@pytest.mark.sop("TR-11")
async def test_the_deputy_handles_it_and_may_change_their_mind(town: Town) -> None:
    case = await comes_from_above(town)
    await town.deputy.taps("我来处理")
    assert town.case(case.number).last("appoint").data["person"] == town.deputy.id
    await town.zhang.at(town.group("engineering")).taps("接单")
    assert private(town.deputy, "张志强接单")  # now each step
    await town.deputy.taps_data(f"appoint:{case.number}")
    await town.deputy.taps("林芳")
    assert private(town.assistant, "公司指定您负责", case.number)
    await town.deputy.taps_data(f"appointed:{case.number}:{town.assistant.id}")
    assert "已经是林芳负责" in town.deputy.toast
    await town.deputy.taps_data(f"appoint:{case.number}")
    await town.deputy.taps("周明")
    assert private(town.assistant, "已改由周明负责")


@pytest.mark.sop("TR-11")
async def test_the_wrong_people_and_old_buttons_are_refused(town: Town) -> None:
    case = await comes_from_above(town)
    for person in (town.wu, town.manager, town.zhang):
        await person.taps_data(f"handle:{case.number}")
        assert "抱歉" in person.toast
    await town.deputy.taps_data(f"appointed:{case.number}:{town.zhang.id}")  # a handler is nobody to appoint
    assert "另选一位" in town.deputy.toast
    await town.deputy.taps_data(f"appointed:{case.number}:nonsense")
    assert "另选一位" in town.deputy.toast
    assert not entries(town, case, "appoint")


@pytest.mark.sop("TR-11")
async def test_without_a_deputy_the_manager_hears_and_without_anybody_the_desk(town: Town) -> None:
    dismiss(town, town.deputy.id)
    first = await comes_from_above(town)
    assert not private(town.manager, "12345热线", first.number).button("指定人")  # not the manager's to do
    for person in (town.manager, town.assistant, town.agent):
        dismiss(town, person.id)
    second = await records(town, town.wu, "公司转来", "5栋1单元301李阿姨说卫生间漏水，请尽快来修 13800138077")
    assert any("上面转来的件" in text and second.number in text for text in town.desk.texts)
