"""Groups that are gone, posts nobody holds, colleagues who left a minute ago: a case is always somebody's."""

import pytest
from sqlalchemy import text

from core.case import State
from core.people import Person as Colleague
from core.people import Post, Role
from tests.town import Person, Town


def _no_groups(town: Town) -> None:
    with town.app.store.transaction() as work:
        work.conn.execute(text("DELETE FROM groups"))


def _posts(town: Town, person: Person, *posts: Post) -> None:
    """Somebody holds these posts from now on, and no others."""
    id_ = person.id
    with town.app.store.transaction() as work:
        known = work.person(id_)
        assert known is not None
        work.keep(Colleague(known.id, known.name, known.phone, known.language, posts, account=known.account))


@pytest.mark.sop("DI-1", "DI-3")
async def test_without_any_group_the_desk_and_those_above_it_are_told_one_by_one(town: Town) -> None:
    _no_groups(town)
    case = await town.files()
    for person in (town.agent, town.wu, town.manager):
        assert person.reads(case.number, "漏水", "138****8000"), person.name
    await town.manager.taps_data(f"take:{case.number}")
    assert town.case(case.number).state is State.TAKEN


@pytest.mark.sop("DI-3")
async def test_a_rung_nobody_stands_on_is_told_to_the_desk(town: Town) -> None:
    _posts(town, town.supervisor)
    case = await town.files()
    await town.passes(minutes=31)
    assert any(case.number in words and "没人接" in words for words in town.desk.texts)


@pytest.mark.sop("DI-3")
async def test_a_department_with_nobody_in_it_is_followed_up_to_head_office(town: Town) -> None:
    for person in (town.zhang, town.li, town.supervisor):
        _posts(town, person)
    case = await town.files()
    await town.passes(hours=2)
    assert town.manager.reads(case.number, "没人接")
    assert town.deputy.reads(case.number, "没人接")
    assert town.case(case.number).state is State.DISPATCHED


@pytest.mark.sop("PE-1")
async def test_whoever_left_a_minute_ago_does_nothing_any_more_and_the_job_goes_on(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    _posts(town, town.zhang, Post("wangjiang", Role.HANDLER, "cleaning"))  # moved to another department
    for button in ("到场", "完工", "延期"):
        await town.zhang.taps(button)
        assert "不归您处理" in town.zhang.toast
    heard = len(town.zhang.chat.said)
    await town.owner.taps_data(f"chase:{case.number}")
    await town.passes(minutes=20)  # nobody arrives: the department may have it, and the desk hears
    assert len(town.zhang.chat.said) == heard
    assert any(m.shows(case.number, "到场", "接单") for m in town.group("engineering").said)
    assert any(case.number in words and "到场" in words for words in town.desk.texts)
    await town.passes(hours=1)
    assert town.supervisor.reads(case.number, "到场")
    await town.li.taps_data(f"take:{case.number}")
    found = town.case(case.number)
    assert (found.state, found.handler) == (State.TAKEN, town.li.id)
    assert [(e.what, e.why) for e in found.history if e.what in {"take", "transfer"}][1:] == [
        ("transfer", "reason-handler-gone"),
        ("take", ""),
    ]
    assert town.owner.last.shows("李建国", "已接单")
    await town.li.taps_data(f"arrive:{case.number}")
    assert town.case(case.number).state is State.ON_SITE


@pytest.mark.sop("DI-7", "PE-1")
async def test_what_somebody_left_behind_on_site_is_freed_with_the_shift_and_said_once(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps("到场")
    _posts(town, town.zhang, Post("wangjiang", Role.HANDLER, "cleaning"))
    await town.passes(days=2)
    found = town.case(case.number)
    assert (found.state, found.handler) == (State.DISPATCHED, None)
    assert sum(e.why == "reason-handler-gone" for e in found.history) == 1
    assert town.supervisor.reads(case.number, "经手同事已离岗")
    assert not any("还在现场" in words for words in town.group("engineering").texts)
