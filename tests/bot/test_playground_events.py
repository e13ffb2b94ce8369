"""What the playground makes of words and taps, and how it shows what it is given."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import Answer, Button, Shown, TryAgain, Undeliverable
from bot.channels.playground import Playground
from bot.channels.playground.cast import read_cast
from bot.channels.playground.marks import KEPT, Mark, Marks
from bot.channels.playground.media import Media
from bot.channels.playground.screens import Screens
from bot.channels.playground.web import Said, Sent, Tapped
from bot.clock import MovableClock, walk
from core.chat import Address, Attachment, Event, What
from tests.fakes.botapi.harness import Ear

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)
EMMA, SERVICE = Address("playground", "emma"), Address("playground", "-service")  # on Telegram


class StillStage:
    """A stage on which the time stands still."""

    def __init__(self, folder: Path) -> None:
        self.marks = Marks(folder / "marks")

    def now(self) -> datetime:
        return NOON

    def holiday_evening(self) -> datetime:
        return NOON

    async def move(self, to: datetime) -> None: ...

    async def mark(self, pinned: bool) -> Mark:
        return self.marks.add(0, NOON, pinned, lambda _: None)

    async def back(self, mark: int) -> None: ...


@pytest.fixture
async def playground(tmp_path: Path) -> AsyncIterator[Playground]:
    screens = Screens(tmp_path / "screens.db")
    yield Playground(read_cast(), screens, Media(tmp_path / "media"), StillStage(tmp_path))
    screens.close()


@pytest.fixture
async def events(playground: Playground) -> list[Event]:
    ear = Ear(answer=Answer("好的"))
    ear.open.set()
    await playground.start(ear)
    return ear.events


async def test_a_private_word(playground: Playground, events: list[Event]) -> None:
    picture = Sent(kind="photo", ref="a" * 32 + ".png", name="leak.png", size=7)
    message = await playground.say(
        Said(key="00000001", who="emma", chat="emma", text="漏水", attachments=(picture,))
    )
    attached = Attachment("photo", "a" * 32 + ".png", "leak.png", 7, "playground")
    assert events == [
        Event(
            "playground:00000001",
            NOON,
            EMMA,
            EMMA,
            name="Emma Wilson",
            language="en",
            text="漏水",
            message=message.id,
            attachments=(attached,),
        )
    ]


async def test_a_word_in_a_group_says_who_and_where(playground: Playground, events: list[Event]) -> None:
    await playground.say(Said(key="00000001", who="lin", chat="-service", text="收到", reply_to="1"))
    (event,) = events
    assert (event.account, event.place) == (Address("playground", "lin"), SERVICE)
    assert (event.group_name, event.reply_to, event.private) == ("客服中心群", "1", False)


async def test_a_tap_names_the_card_and_is_answered(playground: Playground, events: list[Event]) -> None:
    card = await playground.show(SERVICE, Shown("卡片", ((Button("接单", "take:1"),),)))
    tapped = Tapped(key="00000002", who="xu", chat="-service", message=card, act="take:1")
    assert await playground.tap(tapped) == Answer("好的")
    assert [(e.what, e.act, e.message, e.tap) for e in events] == [(What.TAP, "take:1", card, "00000002")]


async def test_ones_own_number_is_shared_and_nobody_elses(
    playground: Playground, events: list[Event]
) -> None:
    message = await playground.say(Said(key="00000003", who="sun", chat="sun", contact=True))
    assert events[0].phone == "13900020004"
    assert message.media == (Attachment("contact", "13900020004", "孙悦"),)
    assert events[0].attachments == ()


async def test_words_that_were_corrected(playground: Playground, events: list[Event]) -> None:
    first = await playground.say(Said(key="00000004", who="emma", chat="emma", text="3栋"))
    again = await playground.say(Said(key="00000005", who="emma", chat="emma", text="5栋", edits=first.id))
    assert [(e.what, e.text, e.message) for e in events] == [
        (What.MESSAGE, "3栋", first.id),
        (What.EDITED, "5栋", first.id),
    ]
    assert (again.id, again.times) == (first.id, 1)
    assert len(playground.screens.messages()) == 1


async def test_an_edit_stands_where_the_card_stood(playground: Playground) -> None:
    card = await playground.show(SERVICE, Shown("等人接单"))
    await playground.show(SERVICE, Shown("另一张"))
    assert await playground.show(SERVICE, Shown("张志强已接单"), edit=card) == card
    assert [m.text for m in playground.screens.messages()] == ["张志强已接单", "另一张"]


async def test_an_edit_that_changes_nothing_is_not_marked(playground: Playground) -> None:
    card = await playground.show(SERVICE, Shown("等人接单"))
    await playground.show(SERVICE, Shown("等人接单"), edit=card)
    assert playground.screens.messages()[0].times == 0


async def test_a_card_that_is_gone_is_shown_anew(playground: Playground) -> None:
    assert await playground.show(SERVICE, Shown("卡片"), edit="99") == "1"


async def test_the_menu_stays_below_its_chat(playground: Playground) -> None:
    await playground.show(EMMA, Shown("您好", menu=(("我要报修", "我的工单"),)))
    await playground.show(EMMA, Shown("再见"))
    assert playground.state()["chats"]["emma"]["menu"] == [["我要报修", "我的工单"]]


@pytest.mark.parametrize(
    ("chat", "trouble", "refusal"),
    [("wang", "off", Undeliverable), ("wang", "slow", TryAgain), ("nobody", "", Undeliverable)],
)
async def test_what_cannot_arrive_is_refused(
    playground: Playground, chat: str, trouble: str, refusal: type[Exception]
) -> None:
    playground.screens.set_trouble(chat, trouble)
    with pytest.raises(refusal):
        await playground.show(Address("playground", chat), Shown("您好"))
    assert not playground.screens.messages()


async def test_while_the_office_is_closed_words_wait(playground: Playground, events: list[Event]) -> None:
    office = playground._office
    assert office is not None
    await playground.stop()
    saying = asyncio.create_task(playground.say(Said(key="00000006", who="wang", chat="wang", text="在吗")))
    with playground.pages.open() as news:
        assert (await news.get() or {}).keys() == {"marks", "now"}
        assert "message" in (await news.get() or {})
    assert not events
    await playground.start(office)
    await saying
    assert [e.text for e in events] == ["在吗"]


async def test_a_page_that_falls_behind_is_let_go(playground: Playground) -> None:
    with playground.pages.open() as slow, playground.pages.open() as quick:
        for number in range(slow.maxsize + 1):
            playground.pages.tell(number=number)
            assert await quick.get() == {"number": number}
        waiting = [slow.get_nowait() for _ in range(slow.qsize())]
    assert waiting[-1] is None


def test_old_marks_give_way_and_those_somebody_set_stay(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    pinned = marks.add(0, NOON, True, lambda _: None)
    for seq in range(KEPT + 5):
        marks.add(seq, NOON, False, lambda _: None)
    assert marks.find(pinned.id) == pinned
    assert len(marks.all) == KEPT + 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == sorted(
        str(mark.id) for mark in marks.all
    )
    assert Marks(tmp_path).all == marks.all


async def test_the_clock_stops_at_each_due_time_and_cannot_be_held() -> None:
    clock = MovableClock()
    start = clock()
    due = [start + timedelta(hours=hours) for hours in (1, 2, 2, 30)]
    stops: list[datetime] = []

    async def next_due() -> datetime | None:
        return due[0] if due else None

    async def step() -> None:
        stops.append(clock())
        if due and due[0] <= clock() and len(stops) != 1:  # the first is set again for the same moment
            del due[0]

    await walk(clock, start + timedelta(hours=24), next_due, step)
    assert [round((stop - start) / timedelta(hours=1), 2) for stop in stops] == [1, 1, 2, 2, 24]
    assert due == [start + timedelta(hours=30)]
