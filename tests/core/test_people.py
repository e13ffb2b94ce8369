"""Rights: one table of action and relation, asked for every person and every case."""

from datetime import UTC, datetime

import pytest

from core.case import Case, Kind
from core.people import (
    ALLOWED,
    Action,
    Person,
    Post,
    Relation,
    Role,
    masked_name,
    masked_phone,
    may,
    relations,
)

CASE = Case(
    "A-1",
    "here",
    datetime(2026, 11, 17, tzinfo=UTC),
    Kind.REPAIR,
    1,
    "漏水",
    department="engineering",
    handler=2,
)
PEOPLE = {
    "owner": Person(1),
    "handler": Person(2, posts=(Post("here", Role.HANDLER, "engineering"),)),
    "colleague": Person(3, posts=(Post("here", Role.HANDLER, "engineering"),)),
    "other department": Person(4, posts=(Post("here", Role.HANDLER, "cleaning"),)),
    "agent": Person(5, posts=(Post("here", Role.AGENT),)),
    "manager": Person(6, posts=(Post("here", Role.MANAGER),)),
    "other site": Person(7, posts=(Post("there", Role.MANAGER), Post("there", Role.AGENT))),
    "dismissed handler": Person(2),
    "stranger": Person(8),
}
STANDING = {
    "owner": {Relation.OWNER},
    "handler": {Relation.HANDLER, Relation.CREW},
    "colleague": {Relation.CREW},
    "other department": set(),
    "agent": {Relation.DESK},
    "manager": {Relation.CREW, Relation.DESK},
    "other site": set(),
    "dismissed handler": set(),
    "stranger": set(),
}


@pytest.mark.sop("PE-1")
@pytest.mark.parametrize("who", PEOPLE)
def test_everybody_stands_to_a_case_as_their_posts_say(who: str) -> None:
    assert relations(PEOPLE[who], CASE) == STANDING[who]


@pytest.mark.sop("PE-1")
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("who", PEOPLE)
def test_the_whole_table(who: str, action: Action) -> None:
    assert may(PEOPLE[who], action, CASE) == bool(ALLOWED[action] & STANDING[who])


@pytest.mark.sop("PE-2")
@pytest.mark.parametrize("action", Action)
def test_nobody_of_another_site_may_do_anything(action: Action) -> None:
    assert not may(PEOPLE["other site"], action, CASE)


@pytest.mark.sop("DI-1")
@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13800138000", "138****8000"), ("057188886666", "057****6666"), ("12345", "****"), ("", "")],
)
def test_numbers_are_masked(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@pytest.mark.sop("DI-1")
def test_names_are_masked() -> None:
    assert (masked_name("王秀英"), masked_name("")) == ("王**", "")
