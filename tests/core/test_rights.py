"""Rights: one table of role, relation and action, asked for every post and every case, and printed in the docs."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from typing import NamedTuple

import pytest

from core.case import Case, Kind
from core.people import Person, Post, Role
from core.rights import ALLOWED, Action, Relation, may, relations
from tests.rights import PAGE, page

OWNER, HANDLER, OTHER = 1, 2, 3


def _case(department: str = "engineering") -> Case:
    at = datetime(2026, 11, 17, tzinfo=UTC)
    return Case("A-1", "here", at, Kind.REPAIR, OWNER, "漏水", department=department, handler=HANDLER)


PEOPLE = {
    "owner": Person(OWNER),
    "handler": Person(HANDLER, posts=(Post("here", Role.HANDLER, "engineering"),)),
    "colleague": Person(3, posts=(Post("here", Role.HANDLER, "engineering"),)),
    "other department": Person(4, posts=(Post("here", Role.HANDLER, "cleaning"),)),
    "supervisor": Person(4, posts=(Post("here", Role.SUPERVISOR, "engineering"),)),
    "agent": Person(5, posts=(Post("here", Role.AGENT),)),
    "lead": Person(5, posts=(Post("here", Role.LEAD),)),
    "manager": Person(6, posts=(Post("here", Role.MANAGER),)),
    "deputy": Person(6, posts=(Post("here", Role.DEPUTY_GM),)),
    "admin": Person(6, posts=(Post("here", Role.ADMIN),)),
    "other site": Person(7, posts=(Post("there", Role.MANAGER), Post("there", Role.AGENT))),
    "moved to another department": Person(HANDLER, posts=(Post("here", Role.HANDLER, "cleaning"),)),
    "dismissed handler": Person(HANDLER),
    "stranger": Person(8),
}
STANDING = {
    "owner": {Relation.OWNER},
    "handler": {Relation.HANDLER, Relation.CREW},
    "colleague": {Relation.CREW},
    "other department": set(),
    "supervisor": {Relation.CREW, Relation.HEAD},
    "agent": {Relation.DESK},
    "lead": {Relation.DESK, Relation.LEAD},
    "manager": {Relation.CREW, Relation.DESK, Relation.SENIOR},
    "deputy": {Relation.CREW, Relation.DESK, Relation.DEPUTY},
    "admin": set(),
    "other site": set(),
    "moved to another department": set(),
    "dismissed handler": set(),
    "stranger": set(),
}


@pytest.mark.sop("PE-1")
@pytest.mark.parametrize("who", PEOPLE)
def test_everybody_stands_to_a_case_as_their_posts_say(who: str) -> None:
    assert relations(PEOPLE[who], _case()) == STANDING[who]


@pytest.mark.sop("PE-1")
def test_the_desks_people_are_the_crew_of_the_desks_own_jobs() -> None:
    assert Relation.CREW in relations(PEOPLE["agent"], _case("service"))


@pytest.mark.sop("PE-1", "DI-7")
@pytest.mark.parametrize("post", [Post("here", Role.MONITORING), Post("here", Role.DUTY, "engineering")])
def test_whoever_covers_may_act_in_the_shift_that_names_them_and_not_after(post: Post) -> None:
    person, case = Person(9, posts=(post,)), _case("order")
    name = post.role.value if post.role is Role.MONITORING else post.department
    assert may(person, Action.TAKE, case, covers=(name,))
    assert not may(person, Action.TAKE, case, covers=("somebody else",))
    assert not may(person, Action.TAKE, case)


# the whole table: every role, wherever it is held, whatever its holder is to the case, every action


class Situation(NamedTuple):
    """Who holds which role where, and what they did."""

    role: Role
    site: str
    department: str
    person: int
    covers: tuple[str, ...]


SITUATIONS = [
    Situation(*each)
    for each in product(
        Role,
        ("here", "there"),
        ("engineering", "cleaning", ""),
        (OWNER, HANDLER, OTHER),
        ((), ("monitoring",), ("engineering",)),
    )
]


def _expected(who: Situation) -> Iterator[str]:
    """What somebody is to the case, said once more, slowly, in the words of the requirements."""
    if who.person == OWNER:
        yield "owner"
    if who.site != "here" or who.role == "admin":
        return
    above = who.role in {"manager", "assistant", "deputy-gm"}
    of_the_desk = who.role in {"agent", "lead"}
    if above or of_the_desk:
        yield "desk"
    if who.role == "lead":
        yield "lead"
    if who.role in {"manager", "assistant"}:
        yield "senior"
    if who.role == "deputy-gm":
        yield "deputy"
    here = who.department == "engineering"
    if above or (here and who.role != "monitoring"):
        yield "crew"
    if here and who.role in {"supervisor", "lead"}:
        yield "head"
    at_night = who.role == "monitoring" and who.covers == ("monitoring",)
    on_duty = who.role == "duty" and who.department in who.covers
    if at_night or on_duty:
        yield "cover"
    elsewhere = who.department == "cleaning" or (of_the_desk and not here)
    if who.person == HANDLER and (not elsewhere or who.role in {"monitoring", "duty"}):
        yield "handler"


@pytest.mark.sop("PE-1", "PE-2")
def test_the_whole_table_of_role_relation_and_action() -> None:
    wrong = []
    for who in SITUATIONS:
        person = Person(who.person, posts=(Post(who.site, who.role, who.department),))
        stands = set(_expected(who))
        for action in Action:
            right = bool({str(relation) for relation in ALLOWED[action]} & stands)
            if may(person, action, _case(), who.covers) is not right:
                wrong.append((who, action, right))
    assert not wrong[:5]


@pytest.mark.sop("PE-1")
def test_every_action_is_somebodys() -> None:
    assert set(ALLOWED) == set(Action)
    assert all(ALLOWED.values())


@pytest.mark.sop("PE-1")
def test_the_printed_table_is_the_one_in_use() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.rights"


@pytest.mark.sop("PE-2")
@pytest.mark.parametrize("action", Action)
def test_nobody_of_another_site_may_do_anything(action: Action) -> None:
    assert not may(PEOPLE["other site"], action, _case())
