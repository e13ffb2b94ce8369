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
    await town.passes(hours=1)  # nobody arrives, and those above hear of it
    assert town.supervisor.reads(case.number, "到场")
    await town.supervisor.taps_data(f"transfer:{case.number}")
    assert town.case(case.number).state is State.TAKEN
