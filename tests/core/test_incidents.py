"""Incidents: who may be joined to whom, who takes a withdrawn lead's place, what neighbours may read, what is alike."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from hypothesis import given
from hypothesis import strategies as st

import core
from core import neighbours
from core.case import TRANSITIONS, WORKING, Case, Kind, State
from core.chat import text
from core.conversations import sharing
from core.history import incidents
from core.neighbours import building_of, common, likely
from core.policy import read_sop
from core.understanding import Words, understand

START = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)
SOP = read_sop()
WORDS = Words.from_toml(SOP.understanding)


def case(
    number: int = 1, issue: str = "家里停水了", unit: str = "3-2-1603", state: State = State.FILED
) -> Case:
    found = understand(issue, WORDS)
    because = found.urgent.because + found.category.because
    opened = START + timedelta(minutes=number)
    return Case(
        f"WJ-20261117-{number:04}",
        "wangjiang",
        opened,
        Kind.REPAIR,
        number,
        issue,
        state,
        unit=unit,
        because=because,
    )


def job(number: int, state: State) -> Case:
    """A case that got as far as that."""
    made = case(number)
    steps = {
        State.DISPATCHED: ["dispatch"],
        State.TAKEN: ["dispatch", "take"],
        State.ON_SITE: ["dispatch", "take", "arrive"],
        State.DONE: ["dispatch", "take", "arrive", "finish"],
        State.REPLIED: ["reply"],
        State.CLOSED: ["reply", "accept"],
        State.WITHDRAWN: ["withdraw"],
    }
    for step in steps.get(state, []):
        made.move(step, START, 7)
    if state in {State.DISPATCHED, *WORKING, State.DONE}:
        made.department, made.handler = "engineering", 7 if state is not State.DISPATCHED else None
    return made


# joining


@pytest.mark.sop("IN-14")
@pytest.mark.parametrize("lead", sorted(set(State) - {State.JOINED}))
@pytest.mark.parametrize("state", sorted(set(State) - {State.JOINED}))
def test_what_has_still_to_be_done_can_be_joined_to_what_is_not_answered(state: State, lead: State) -> None:
    can = incidents.can_join(job(1, state), job(2, lead))
    assert can == (state in incidents.GOING and lead in incidents.LEADING)
    assert not can or state in TRANSITIONS["join"]


@pytest.mark.sop("IN-14")
def test_nothing_is_joined_to_itself_to_another_site_or_to_somebody_joined() -> None:
    one, other, third = case(1), case(2), case(3)
    assert not incidents.can_join(one, one)
    other.site = "binjiang"
    assert not incidents.can_join(one, other)
    other.site = one.site
    incidents.join(one, other, START, 5)
    assert not incidents.can_join(third, one)
    assert not incidents.can_join(one, third)


@pytest.mark.sop("IN-14")
def test_whoever_is_joined_lies_with_no_department_and_the_lead_knows_them() -> None:
    one, lead = job(1, State.TAKEN), job(2, State.DISPATCHED)
    incidents.join(one, lead, START, 5)
    assert (one.state, one.lead, one.department, one.handler) == (State.JOINED, lead.number, "", None)
    joined = one.last("join")
    assert joined is not None
    assert (joined.data["source"], joined.data["before"]) == ("engineering", 7)
    assert incidents.members(lead) == {one.number: "3-2-1603"}
    incidents.split(one, lead, START, 5)
    assert (one.state, one.lead, incidents.members(lead)) == (State.FILED, "", {})


@pytest.mark.sop("IN-14")
@pytest.mark.parametrize(
    ("urgent", "lead", "hurried"), [(1, 0, True), (0, 0, False), (1, 1, False), (0, 1, False)]
)
def test_danger_makes_the_job_urgent_once(urgent: int, lead: int, hurried: bool) -> None:
    one, other = case(1, "电梯困人了"), case(2, "电梯坏了")
    one.urgent, other.urgent = bool(urgent), bool(lead)
    assert incidents.join(one, other, START, None) is hurried
    assert other.urgent == bool(urgent or lead)
    assert any(e.what == "judge" and e.data == {"urgent": True} for e in other.history) is hurried


@pytest.mark.sop("IN-14")
@pytest.mark.parametrize("stood", [State.FILED, State.DISPATCHED, *sorted(WORKING)])
def test_the_next_one_takes_the_place_of_a_withdrawn_lead_step_by_step(stood: State) -> None:
    old, new = job(1, stood), case(2)
    if stood in WORKING:
        old.note("delay", START, 7, "reason-parts", until="2026-11-18T10:00:00+08:00")
    incidents.join(new, old, START, None)
    old.move("withdraw", START, 1)
    incidents.succeed(old, new, START + timedelta(hours=1))
    assert (new.state, new.department, new.handler, new.lead) == (stood, old.department, old.handler, "")
    assert all(e.why == "succeeds" for e in new.history if e.before is not e.after and e.what != "join")
    assert [e.why for e in new.history if e.what == "delay"] == (["reason-parts"] if stood in WORKING else [])


CHANGES = st.lists(
    st.tuples(st.sampled_from(("join", "split", "take out")), st.integers(0, 4), st.integers(0, 4))
)


@pytest.mark.sop("IN-14")
@given(CHANGES)
def test_however_they_are_joined_and_split_there_are_no_chains_and_nobody_is_lost(
    changes: Iterable[tuple[str, int, int]],
) -> None:
    cases = [case(n) for n in range(5)]
    for what, one, other in changes:
        if what == "join" and incidents.can_join(cases[one], cases[other]):
            along = [c for c in cases if incidents.leads(cases[one], c)]
            incidents.join(cases[one], cases[other], START, 5)
            for each in along:
                incidents.part(cases[one], each, START, 5)
                incidents.follow(each, cases[other], START, 5, "")
        elif what != "join" and cases[one].state is State.JOINED:
            lead = next(c for c in cases if c.number == cases[one].lead)
            incidents.split(cases[one], lead, START, 5)
    by_number = {c.number: c for c in cases}
    for each in cases:
        assert (each.state is State.JOINED) == bool(each.lead)
        if each.lead:
            assert by_number[each.lead].state is not State.JOINED
    told = {number for c in cases if c.state is not State.JOINED for number in incidents.members(c)}
    assert told == {c.number for c in cases if c.state is State.JOINED}


@pytest.mark.sop("IN-14", "RE-5")
def test_whoever_was_answered_with_the_others_comes_back_alone_with_department_and_handler() -> None:
    one, lead = case(1), job(2, State.DONE)
    incidents.join(one, lead, START, None)
    one.note("answered-with", START, 5, lead=lead.number, department="engineering", handler=7)
    one.move("reply", START, 5)
    incidents.come_back(one)
    assert (one.lead, one.department, one.handler) == ("", "engineering", 7)


# what neighbours may read


@pytest.mark.sop("IN-14")
@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("王女士，您家1603的水压正常了", "您家****的水压正常了"),
        ("王秀英女士您好，3栋2单元1603室已修好", "王**女士您好，****已修好"),
        ("3-2-1603 的总阀换了，电话13800138000", "**** 的总阀换了，电话138****8000"),
        ("3#1603 换了软管", "3#**** 换了软管"),
        ("加压泵换好了，全楼恢复供水", "加压泵换好了，全楼恢复供水"),
        ("11603号配件到了", "11603号配件到了"),
    ],
)
def test_words_for_one_home_name_nobody_to_its_neighbours(said: str, read: str) -> None:
    lead = case()
    lead.name = "王秀英"
    assert sharing.neutral(said, lead, SOP.incidents.titles) == read


@pytest.mark.sop("IN-14")
def test_a_neighbour_hears_their_own_number_and_place() -> None:
    lead, other = case(1), case(2, unit="3-1-502")
    words = text(
        "reply-draft", kind="complaint", place="there", round=3, result=text("as-it-is", words="1603 好了")
    )
    heard = sharing.for_neighbour(text("reply", number=lead.number, body=words, job="false"), lead, other)
    assert heard.params["number"] == other.number
    body = heard.params["body"]
    assert body.params["kind"] == "repair"  # type: ignore[union-attr]
    assert body.params["place"].params["room"] == "502"  # type: ignore[union-attr]
    assert body.params["round"] == 1  # type: ignore[union-attr]
    assert body.params["result"].params["words"] == "**** 好了"  # type: ignore[union-attr]


@pytest.mark.sop("IN-14")
def test_of_every_word_to_owners_it_is_known_whether_neighbours_hear_it() -> None:
    folder = Path(core.__file__).parent / "locales" / "zh-Hans"
    entries = [e for path in folder.glob("*.ftl") for e in FluentParser().parse(path.read_text("utf-8")).body]
    keys = {e.id.name for e in entries if isinstance(e, ftl.Message) and e.id.name.startswith("owner-")}
    to_owners = {key for key in keys if not key.startswith("owner-state-")} - {
        "owner-chases"
    }  # that is to colleagues
    assert to_owners == {key for key in sharing.STEPS | sharing.PRIVATE if key.startswith("owner-")}


# what is alike


def alike(one: str, other: str) -> tuple[str, ...]:
    found = understand(one, WORDS)
    return common(one, found.urgent.because + found.category.because, case(1, other), SOP.incidents)


@pytest.mark.sop("IN-14")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("怎么又没水了", "家里停水了，几点来"),
        ("no water since this morning", "家里停水了"),
        ("家裡停水了，請快點", "突然停水了"),
        ("电梯困人了", "电梯坏了，不动了"),
        ("整栋停电了", "家里没电了"),
        ("水管爆了，楼道全是水", "家里水管爆了"),
    ],
)
def test_the_same_in_other_words_is_alike(one: str, other: str) -> None:
    shared = alike(one, other)
    assert shared
    assert all(word in one for word in shared), "in the words of the one who speaks now"


@pytest.mark.sop("IN-14")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("入户门锁坏了", "楼道灯坏了"),
        ("家里停水了", "家里停电了"),
        ("厨房水槽下面漏水", "厨房的灯坏了"),
        ("please fix the lamp", "please fix the door"),
    ],
)
def test_another_matter_is_not(one: str, other: str) -> None:
    assert alike(one, other) == ()


@pytest.mark.parametrize(
    ("unit", "words", "building"),
    [
        ("3-2-1201", "5栋也停水了", "3"),
        ("12-301", "", "12"),
        ("", "三号楼电梯坏了", "3"),
        ("", "12栋门口积水", "12"),
        ("", "the lift in Building 5", "5"),
        ("", "小区大门的灯不亮", ""),
        ("S12", "门口积水", "S"),
        ("1201", "3栋", ""),
    ],
)
def test_the_building_comes_from_the_unit_else_from_the_words(unit: str, words: str, building: str) -> None:
    assert building_of(unit, words) == building


@pytest.mark.sop("IN-14")
def test_the_likeliest_comes_first_then_the_oldest() -> None:
    cases = [case(1, "家里停水了", "5-1-301"), case(2), case(3), case(4, "家里停水又停电")]
    found = likely("停水了，也停电", ("停水", "停电"), "3-1-502", cases, SOP.incidents)
    assert [c.number[-1] for c in found] == ["4", "2", "3"]


def test_numbers_of_some_days_begin_so_and_end_before_so() -> None:
    first, after = neighbours.numbers("WJ", START, START)
    assert first < "WJ-20261117-0001" < "WJ-20261117-9999" < after
    assert not first < "WJ-20261116-0009"
