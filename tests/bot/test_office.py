"""What a channel may ask of the office: answers in the same breath, windows, files, and the pages."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.routing import BaseRoute

from bot.app import App, build
from bot.channels.base import Closed, Manner, Office, Pace, Shown, TryAgain, Undeliverable
from bot.channels.web import Gone, NotTheirs
from bot.clock import MovableClock
from bot.links import Links
from bot.pace import Paces
from bot.sitefile import load_sites
from core.chat import Address, Attachment, Event, Say, Window, choice, text
from core.people import Group, Person, Post, Role
from core.turn import Message
from storage import outbox, windows
from tests.town import SITE

NOON = datetime(2026, 11, 17, 4, 0, tzinfo=UTC)
WANG, EMMA = Address("strict", "wang"), Address("strict", "emma")
CREW = Manner(group=True, room=2048, members=True)
SAID = Window("said", timedelta(hours=48), 5)


@dataclass
class Strict:
    """A platform without buttons that counts what it is told."""

    name: str = "strict"
    pace: Pace = field(default_factory=Pace)
    shown: list[tuple[Address, Shown]] = field(default_factory=list)
    refusals: list[Exception] = field(default_factory=list)  # for the next messages
    files: dict[str, bytes | Exception] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)

    async def start(self, office: Office) -> None:
        """Nobody listens."""

    async def stop(self) -> None:
        """Nothing to stop."""

    def manner(self, chat: str) -> Manner:
        return CREW if chat.startswith("@") else Manner(windowed=True, linked=True)

    async def show(self, to: Address, shown: Shown, edit: str = "") -> str:
        if self.refusals:
            raise self.refusals.pop(0)
        self.shown.append((to, shown))
        return f"m{len(self.shown)}"

    async def fetch(self, attachment: Attachment) -> bytes:
        self.fetched.append(attachment.ref)
        content = self.files[attachment.ref]
        if isinstance(content, Exception):
            raise content
        return content

    def routes(self) -> Sequence[BaseRoute]:
        return ()

    @property
    def texts(self) -> list[str]:
        return [shown.text for _, shown in self.shown]


@pytest.fixture
def strict() -> Strict:
    return Strict()


@pytest.fixture
async def app(database_url: str, strict: Strict, tmp_path: Path) -> AsyncIterator[App]:
    clock = MovableClock()
    clock.move_to(NOON)
    links = Links("secret", "https://wy.example.cn", clock)
    app = build(database_url, load_sites([SITE]), [strict], clock, tmp_path, links=links)
    yield app
    app.handler.close()
    app.store.close()


def says(app: App, words: str, who: Address = WANG, key: str = "", **more: object) -> Event:
    given = {"window": SAID, "typed": True, "answered": True} | more
    return Event(key or f"k{words}", app.clock(), who, who, text=words, **given)  # type: ignore[arg-type]


def put(app: App, *says: Say, to: Address = WANG) -> None:
    with app.store.transaction() as work:
        outbox.put(work.conn, [Message(to, say, "zh-Hans") for say in says], app.clock())


NEWS = Say(text("you-are-welcome"))
QUESTION = Say(text("why-again", number="WJ-1"), ((choice("rather-not", "nowhy", "WJ-1"),),))


# in the same breath


async def test_an_answer_is_held_for_the_same_breath_and_is_the_same_when_repeated(
    app: App, strict: Strict
) -> None:
    event = says(app, "你好")
    await app.office.receive(event)
    await app.sender.drain()
    assert not strict.shown
    first = await app.office.held(event)
    assert first
    await app.office.receive(event)  # the platform repeats it
    again = await app.office.held(event)
    await app.office.said(event, first)
    later = await app.office.held(event)
    assert [s.text for s in first] == [s.text for s in again] == [s.text for s in later]
    app.clock.move_to(app.clock() + timedelta(minutes=1))  # type: ignore[attr-defined]
    await app.sender.drain()
    assert not strict.shown


async def test_what_nobody_takes_goes_the_usual_way_in_the_end(app: App, strict: Strict) -> None:
    await app.office.receive(says(app, "你好"))
    app.clock.move_to(app.clock() + outbox.HELD + timedelta(seconds=1))  # type: ignore[attr-defined]
    await app.sender.drain()
    assert len(strict.shown) == 1


async def test_what_is_left_over_goes_at_once(app: App, strict: Strict) -> None:
    event = says(app, "3-2-1201厨房漏水 13800138000")
    await app.office.receive(event)
    held = await app.office.held(event)
    await app.office.said(event, held[:-1])
    await app.sender.drain()
    assert strict.texts == [held[-1].text]


async def test_words_for_somebody_else_are_not_held(app: App, strict: Strict) -> None:
    await app.office.receive(says(app, "你好", answered=False))
    await app.sender.drain()
    assert len(strict.shown) == 1


# windows


async def test_five_messages_then_notices(app: App, strict: Strict) -> None:
    await app.office.receive(says(app, "你好", answered=False))
    await app.sender.drain()
    put(app, *(replace(QUESTION, slot=f"q{i}") for i in range(6)))
    await app.sender.drain()
    assert [shown.allowed for _, shown in strict.shown] == [1, 1, 1, 1, 1, 0, 0]
    assert all(shown.link.startswith("https://wy.example.cn/c/") for _, shown in strict.shown)


async def test_the_last_one_is_kept_for_a_question(app: App, strict: Strict) -> None:
    await app.office.receive(says(app, "你好", answered=False))
    put(app, *[NEWS] * 5, QUESTION)
    await app.sender.drain()
    assert [shown.allowed for _, shown in strict.shown] == [1, 1, 1, 1, 0, 0, 1]


async def test_a_platform_that_counts_otherwise_is_believed(app: App, strict: Strict) -> None:
    await app.office.receive(says(app, "你好", answered=False))
    await app.sender.drain()
    strict.refusals = [Closed("45015")]
    put(app, QUESTION)
    await app.sender.drain()
    assert [shown.allowed for _, shown in strict.shown] == [1, 0]


async def test_a_message_that_has_to_wait_costs_nothing(app: App, strict: Strict) -> None:
    await app.office.receive(says(app, "你好", answered=False))
    await app.sender.drain()
    strict.refusals = [TryAgain("busy", timedelta(seconds=1))]
    put(app, QUESTION)
    await app.sender.drain()
    with app.store.transaction() as work:
        assert windows.left(work.conn, WANG, app.clock()) == 4


@dataclass
class Counting(Paces):
    """Notes what is to be paced."""

    paced: list[tuple[str, int]] = field(default_factory=list)

    def wait(self, to: Address, is_group: bool, now: datetime, count: int = 1) -> timedelta:
        self.paced.append((to.chat, count))
        return timedelta(0)


async def test_a_groups_card_costs_each_of_its_members(app: App, strict: Strict) -> None:
    app.sender.paces = counting = Counting({})
    with app.store.transaction() as work:
        for name, role in (("zhang", Role.HANDLER), ("wang", Role.SUPERVISOR), ("sun", Role.AGENT)):
            person = work.add(
                Person(0, name, posts=(Post("wangjiang", role, "" if role is Role.AGENT else "engineering"),))
            )
            work.attach(Address("strict", name), person.id)
        work.bind_group(Group(Address("strict", "@crew"), "wangjiang", "engineering"))
    photo = Attachment("photo", "P", channel="strict")
    put(app, replace(QUESTION, media=(photo,)), to=Address("strict", "@crew"))
    await app.sender.drain()
    assert counting.paced == [("@crew", 3), ("wang", 2), ("zhang", 2)]
    assert strict.shown[0][1].members == ("wang", "zhang")


async def test_what_would_wait_beyond_its_lease_is_put_off_and_costs_nothing(
    app: App, strict: Strict
) -> None:
    app.sender.paces = paces = Paces({"strict": Pace(chat=0.1, burst=2)})
    await app.office.receive(says(app, "你好", answered=False))
    await app.sender.drain()
    wang = Address("strict", "wang")
    paces.wait(wang, False, app.clock(), 12)  # a flood went before
    strict.shown.clear()
    put(app, QUESTION)
    await app.sender.drain()
    assert not strict.shown
    with app.store.transaction() as work:
        assert windows.left(work.conn, WANG, app.clock()) == 4
    app.clock.move_to(app.clock() + timedelta(minutes=3))  # type: ignore[attr-defined]
    await app.sender.drain()
    assert len(strict.shown) == 1


# files


async def test_what_comes_in_is_fetched_at_once_and_kept(app: App, strict: Strict) -> None:
    photo = Attachment("photo", "P1", channel="strict")
    strict.files["P1"] = b"jpeg"
    await app.office.receive(says(app, "看", attachments=(photo,)))
    assert await app.files.fetch_waiting() == 1
    del strict.files["P1"]
    assert await app.office.fetch(photo) == b"jpeg"
    assert await app.files.fetch_waiting() == 0


async def test_a_file_that_cannot_be_had_now_is_tried_again(app: App, strict: Strict) -> None:
    photo = Attachment("photo", "P2", channel="strict")
    strict.files["P2"] = TryAgain("away")
    await app.office.receive(says(app, "看", attachments=(photo,)))
    await app.files.fetch_waiting()
    strict.files["P2"] = b"jpeg"
    app.clock.move_to(app.clock() + timedelta(seconds=5))  # type: ignore[attr-defined]
    assert await app.files.fetch_waiting() == 1
    assert strict.fetched == ["P2", "P2"]
    assert app.files.path(photo).read_bytes() == b"jpeg"


@pytest.mark.parametrize("trouble", [Undeliverable("40007"), ZeroDivisionError()])
async def test_a_file_nobody_has_is_given_up_and_counted(
    app: App, strict: Strict, trouble: Exception
) -> None:
    photo = Attachment("photo", "P3", channel="strict")
    strict.files["P3"] = trouble
    await app.office.receive(says(app, "看", attachments=(photo,)))
    await app.files.fetch_waiting()
    app.clock.move_to(app.clock() + timedelta(days=1))  # type: ignore[attr-defined]
    assert await app.files.fetch_waiting() == 0
    from storage.files import lost

    with app.store.transaction() as work:
        assert lost(work.conn) == 1


# pages


async def test_a_page_shows_the_newest_state_and_a_choice_is_a_tap(app: App) -> None:
    event = says(app, "3-2-1201厨房漏水 13800138000")
    await app.office.receive(event)
    number = int((await app.office.held(event))[-1].id)
    assert app.pages
    card = await app.pages.cards.card(number, WANG)
    confirm = [b.label for b in card.shown.choices].index("✅ 确认提交") + 1
    reply = await app.pages.cards.act(number, WANG, confirm, "", "nonce-1")
    again = await app.pages.cards.act(number, WANG, confirm, "", "nonce-1")
    assert [s.text for s in reply.said] == [s.text for s in again.said]
    assert "WJ-20261117-0001" in reply.said[-1].text
    now = await app.pages.cards.card(number, WANG)
    assert "WJ-20261117-0001" in now.shown.text


async def test_a_page_is_for_whoever_the_message_was_for(app: App) -> None:
    event = says(app, "你好")
    await app.office.receive(event)
    await app.office.receive(says(app, "hello", EMMA))
    number = int((await app.office.held(event))[-1].id)
    assert app.pages
    for stranger in (EMMA, Address("strict", "nobody")):
        with pytest.raises(NotTheirs):
            await app.pages.cards.card(number, stranger)
        with pytest.raises(NotTheirs):
            await app.pages.cards.act(number, stranger, 1, "", "n")
    with pytest.raises(Gone):
        await app.pages.cards.card(number + 1000, WANG)
    with pytest.raises(Gone):
        await app.pages.cards.act(number, WANG, 99, "", "n")


async def test_many_at_once_lose_nothing(app: App) -> None:
    people = [Address("strict", f"p{i}") for i in range(20)]
    events = [says(app, "你好", who, f"k{who.chat}") for who in people]
    await asyncio.gather(*map(app.office.receive, events))
    assert all([await app.office.held(event) for event in events])
