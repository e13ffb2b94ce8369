"""How many messages came within a minute."""

from datetime import UTC, datetime, timedelta

import pytest

from bot import floods
from bot.floods import Floods
from core.chat import Address, Event, What

NOW = datetime(2026, 11, 17, 2, tzinfo=UTC)
OWNER, HUSBAND, GROUP = (Address("telegram", chat) for chat in ("1", "2", "-9"))


def event(number: int, seconds: float = 0, who: Address = OWNER, **more: object) -> Event:
    place = more.pop("place", who)
    return Event(f"k{number}", NOW + timedelta(seconds=seconds), who, place, **more)  # type: ignore[arg-type]


def lately(found: Event) -> int:
    return int(found.data.get("lately", 0))


@pytest.mark.sop("IN-13")
def test_counted_by_person_and_forgotten_after_a_minute() -> None:
    counter = Floods()
    hints = [lately(counter.counted(event(n, n))) for n in range(10)]
    assert hints == [0, 0, 0, 0, 0, 6, 7, 8, 9, 10]
    assert lately(counter.counted(event(99, 10, HUSBAND))) == 0
    assert lately(counter.counted(event(100, 61))) == 9
    assert lately(counter.counted(event(101, 200))) == 0


@pytest.mark.sop("IN-13")
def test_an_album_is_one_and_so_is_what_comes_twice() -> None:
    counter = Floods()
    for number in range(30):
        assert lately(counter.counted(event(number, data={"album": "a"}))) == 0
    for _ in range(30):
        assert lately(counter.counted(event(77))) == 0


def test_taps_timers_and_groups_are_not_counted() -> None:
    counter = Floods()
    for number in range(30):
        assert lately(counter.counted(event(number, what=What.TAP))) == 0
        assert lately(counter.counted(event(number, what=What.TIMER))) == 0
        assert lately(counter.counted(event(number, place=GROUP))) == 0


def test_nobody_is_remembered_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floods, "TIDY", 10)
    counter = Floods()
    for number in range(200):
        counter.counted(event(number, number * 10, Address("telegram", str(number))))
    assert len(counter._lately) <= 11
    for number in range(1000):
        last = counter.counted(event(1000 + number, 3000))
    assert lately(last) == floods.MOST
