"""What channels keep in their pocket: newest first, for one taker, with an end."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from storage import pocket
from storage.unit import Store

NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=72)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


def put(store: Store, key: str, value: str, until: datetime = LATER) -> None:
    with store.transaction() as work:
        pocket.put(work.conn, key, value, until)


def take(store: Store, prefix: str, now: datetime = NOON) -> str | None:
    with store.transaction() as work:
        return pocket.take(work.conn, prefix, now)


def test_the_newest_first_and_each_once(store: Store) -> None:
    put(store, "code:7:1", "first")
    put(store, "code:7:2", "second")
    put(store, "code:70:1", "another card's")
    assert [take(store, "code:7:") for _ in range(3)] == ["second", "first", None]


def test_signs_of_a_pattern_are_no_pattern(store: Store) -> None:
    put(store, "codeX7", "not this one")
    assert take(store, "code_") is None
    assert take(store, "%") is None


def test_what_has_ended_is_not_there_and_is_thrown_out(store: Store) -> None:
    put(store, "code:1", "old", NOON)
    assert take(store, "code:") is None
    with store.transaction() as work:
        pocket.forget(work.conn, NOON)
    put(store, "code:1", "new")
    assert take(store, "code:", NOON) == "new"


def test_of_two_who_reach_for_it_one_gets_it(store: Store) -> None:
    put(store, "code:1", "the only one")
    with ThreadPoolExecutor(8) as many:
        got = list(many.map(lambda _: take(store, "code:"), range(8)))
    assert sorted(filter(None, got)) == ["the only one"]
