"""How long and how often a strict platform lets us speak, counted in the database before anything is sent."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from core.chat import Address, Event, Window
from storage import windows
from storage.unit import Store

NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
WANG = Address("wechat", "oWang")
SAID, TAPPED = Window("said", timedelta(hours=48), 5), Window("tapped", timedelta(minutes=1), 3)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


def does(store: Store, window: Window, at: datetime = NOON) -> None:
    with store.transaction() as work:
        windows.open_window(work.conn, Event("key", at, WANG, WANG, window=window))


def takes(store: Store, wanted: int, kept: int = 0, at: datetime = NOON) -> int:
    with store.transaction() as work:
        return windows.take(work.conn, WANG, wanted, kept, at)


def left(store: Store, at: datetime = NOON) -> int:
    with store.transaction() as work:
        return windows.left(work.conn, WANG, at)


def test_nobody_is_spoken_to_before_they_spoke(store: Store) -> None:
    assert takes(store, 1) == 0


def test_five_messages_within_48_hours(store: Store) -> None:
    does(store, SAID)
    assert [takes(store, 1) for _ in range(7)] == [1, 1, 1, 1, 1, 0, 0]
    does(store, SAID, NOON + timedelta(hours=1))
    assert takes(store, 1, at=NOON + timedelta(hours=49)) == 0
    assert takes(store, 1, at=NOON + timedelta(hours=48, minutes=59)) == 1


def test_what_ends_soonest_is_used_first(store: Store) -> None:
    does(store, SAID)
    does(store, TAPPED)
    assert takes(store, 2) == 2
    assert left(store, NOON + timedelta(minutes=2)) == 5
    assert takes(store, 3) == 3
    assert left(store, NOON + timedelta(minutes=2)) == 3


def test_news_leave_the_last_one_for_what_asks(store: Store) -> None:
    does(store, SAID)
    assert takes(store, 9, kept=1) == 4
    assert takes(store, 1, kept=1) == 0
    assert takes(store, 1) == 1


def test_a_new_word_begins_anew_and_does_not_add_up(store: Store) -> None:
    does(store, SAID)
    assert takes(store, 2) == 2
    does(store, SAID)
    assert left(store) == 5


def test_the_platform_is_right_when_it_says_that_it_is_enough(store: Store) -> None:
    does(store, SAID)
    with store.transaction() as work:
        windows.close(work.conn, WANG)
    assert takes(store, 1) == 0


def test_what_did_not_go_out_is_given_back(store: Store) -> None:
    does(store, SAID)
    takes(store, 3)
    with store.transaction() as work:
        windows.give_back(work.conn, WANG, 3, NOON)
    assert left(store) == 5
