"""The unit of work: once, together or not at all, and numbers without gaps; on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.book import Survey, Task, Timer
from core.case import Case, Kind, State
from core.chat import Address, Attachment, Choice, Event, Say, Text, What
from core.people import Group, Home, Person, Post, Role
from storage.codec import dump_event, dump_say, load_event, load_say
from storage.unit import Store

NOW = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)
ME = Address("telegram", "1001")


@pytest.fixture
def store(database_url: str):  # type: ignore[no-untyped-def]
    opened = Store(database_url)
    yield opened
    opened.close()


def event(key: str = "k") -> Event:
    return Event(key, NOW, ME, ME, text="你好")


def new_case() -> Case:
    return Case("", "wangjiang", NOW, Kind.REPAIR, 1, "厨房漏水", media=(Attachment("photo", "P1"),))


def test_a_key_is_claimed_once(store: Store) -> None:
    with store.transaction() as work:
        assert work.claim(event())
    with store.transaction() as work:
        assert not work.claim(event())


def test_what_fails_leaves_nothing_not_even_the_claim(store: Store) -> None:
    def stumble() -> None:
        with store.transaction() as work:
            work.claim(event())
            work.open_case(new_case(), "WJ", NOW.date())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    with store.transaction() as work:
        assert work.claim(event())
        assert work.case("WJ-20261117-0001") is None


def test_numbers_have_no_gaps_and_no_repeats_however_many_file_at_once(store: Store) -> None:
    def file(n: int) -> str:
        try:
            with store.transaction() as work:
                number = work.open_case(new_case(), "WJ", NOW.date()).number
                if n % 5 == 0:
                    raise InterruptedError  # a turn that comes to nothing gives its number back
                return number
        except InterruptedError:
            return ""

    with ThreadPoolExecutor(8) as pool:
        numbers = sorted(filter(None, pool.map(file, range(60))))
    assert numbers == [f"WJ-20261117-{n:04}" for n in range(1, 49)]


def test_each_site_and_each_day_count_for_themselves(store: Store) -> None:
    with store.transaction() as work:
        first = work.open_case(new_case(), "WJ", NOW.date()).number
        other = new_case()
        other.site = "elsewhere"
        assert work.open_case(other, "EL", NOW.date()).number == "EL-20261117-0001"
        assert work.open_case(new_case(), "WJ", (NOW + timedelta(days=1)).date()).number == "WJ-20261118-0001"
        assert work.open_case(new_case(), "WJ", NOW.date()).number != first


def test_a_case_comes_back_as_it_was_put_down(store: Store) -> None:
    with store.transaction() as work:
        case = work.open_case(new_case(), "WJ", NOW.date())
        case.note("file", NOW, 1, sure=0.9)
        case.move("dispatch", NOW, None, source="", to="engineering")
        case.department = "engineering"
        work.put_back()
    with store.transaction() as work:
        again = work.case(case.number)
        assert again == case
        assert again is not None
        assert [e.what for e in again.history] == ["file", "dispatch"]
        assert again.state is State.DISPATCHED


def test_two_first_messages_at_once_make_one_person(store: Store) -> None:
    def enter(n: int) -> int:
        with store.transaction() as work:
            return work.enter(event(str(n)))[0].id

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(enter, range(24)))) == 1


@pytest.mark.sop("PE-4")
def test_one_person_known_twice_becomes_one(store: Store) -> None:
    other = Address("telegram", "2002")
    with store.transaction() as work:
        known = work.add(
            Person(0, "张志强", "13900010001", posts=(Post("here", Role.HANDLER, "engineering"),))
        )
        new, _ = work.enter(Event("a", NOW, other, other, name="小张"))
        work.bind(new.id, Home("here", "3-2-1201"), "roster", NOW)
        case = new_case()
        case.owner = new.id
        number = work.open_case(case, "WJ", NOW.date()).number
        found, _ = work.enter(Event("a2", NOW, other, other))
        work.merge(known, found)
    with store.transaction() as work:
        who, _ = work.enter(Event("b", NOW, other, other))
        assert who.id == known.id
        assert who.posts == known.posts
        assert who.homes == (Home("here", "3-2-1201"),)
        again = work.case(number)
        assert again is not None
        assert again.owner == known.id


def test_a_timer_set_again_replaces_the_older_one(store: Store) -> None:
    first, second = Timer("survey", "A", NOW), Timer("survey", "A", NOW + timedelta(hours=1))
    with store.transaction() as work:
        work.schedule(first)
        work.schedule(second)
    with store.transaction() as work:
        assert work.due(NOW) == []
        assert not work.take_due(first)
        assert work.due(NOW + timedelta(hours=2)) == [second]
        assert work.take_due(second)
        assert not work.take_due(second)


def test_tasks_and_surveys_are_written_when_they_change(store: Store) -> None:
    with store.transaction() as work:
        task = work.open_task(Task("call", "here", NOW, case="A-1", data={"n": 1}))
        survey = work.plan_survey(Survey("A-1", 1, 1))
        task.data["n"] = 2
        survey.answers = {"overall": "good"}
        survey.state = "asked"
        work.put_back()
    with store.transaction() as work:
        again = work.task(task.id)
        assert again is not None
        assert again.data == {"n": 2}
        assert work.being_asked(1)
        found = work.survey_of("A-1")
        assert found is not None
        assert found.answers == {"overall": "good"}


def test_a_departments_group_gives_way_to_a_new_one_and_moves_with_its_address(store: Store) -> None:
    old, new, newer = (Address("telegram", chat) for chat in ("-1", "-2", "-1003"))
    with store.transaction() as work:
        work.bind_group(Group(old, "here", "engineering"))
        work.bind_group(Group(new, "here", "engineering"))
        assert work.group_at(old) is None
        work.move_group(new, newer)
        assert [g.place for g in work.groups("here", "engineering")] == [newer]


words = st.text(max_size=30)
params = st.dictionaries(
    st.sampled_from(["a", "b"]), st.one_of(words, st.integers(-(2**50), 2**50), st.just(NOW)), max_size=2
)
texts = st.builds(Text, words, params)
nested = st.builds(
    Text, words, st.dictionaries(st.just("c"), st.one_of(texts, st.tuples(texts, texts)), max_size=1)
)
attachments = st.builds(Attachment, words, words, words, st.integers(0, 2**40), words)
choices = st.builds(Choice, texts, st.text(st.characters(max_codepoint=127), max_size=20))
says = st.builds(
    Say, nested, st.lists(st.tuples(choices), max_size=2).map(tuple), st.lists(attachments, max_size=2).map(tuple),
    words, words, st.booleans(), words, st.booleans(),
)  # fmt: skip
events = st.builds(
    Event, words, st.just(NOW), st.just(ME), st.just(Address("telegram", "-1:2")), st.sampled_from(What),
    text=words, act=words, attachments=st.lists(attachments, max_size=2).map(tuple), data=st.just({"album": "1"}),
)  # fmt: skip


@given(says)
def test_any_message_survives_the_database(say: Say) -> None:
    assert load_say(dump_say(say)) == say


@given(events)
def test_any_event_survives_the_database(event: Event) -> None:
    assert load_event(dump_event(event)) == event
