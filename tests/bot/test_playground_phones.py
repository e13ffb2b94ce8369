"""The three kinds of phones on the table, each with its platform's real limits."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import Button, Closed, Manner, Shown
from bot.channels.playground import Playground
from bot.channels.playground.cast import read_cast
from bot.channels.playground.marks import Mark, Marks
from bot.channels.playground.media import Media
from bot.channels.playground.screens import Message, Screens
from bot.channels.playground.web import Chosen, Said, Tapped
from core.chat import Address, Attachment, What, Window
from tests.fakes.office import Office

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)
WANG, ZHANG, LI, CREW = (Address("playground", chat) for chat in ("wang", "zhang", "li", "-engineering"))
ASKED = Shown(
    "修好了，您看看？", ((Button("满意", "yes:1"), Button("不满意", "no:1")),), id="7", title="修好了"
)
JOB = Shown(
    "📋 WJ-1\n厨房漏水",
    ((Button("接单", "take:1"), Button("转派", "transfer:1")),),
    title="📋 WJ-1",
    link="http://127.0.0.1:8000/c/x",
    members=("zhang", "li"),
)
PICTURE = Attachment("photo", "a" * 32 + ".png", size=9, channel="playground")


class Table:
    """A playground whose clock stands still until it is put."""

    def __init__(self, folder: Path) -> None:
        self.at, self.marks = NOON, Marks(folder / "marks")
        self.office = Office()
        self.screens = Screens(folder / "screens.db")
        self.playground = Playground(read_cast(), self.screens, Media(folder / "media"), self)
        self.told = 0

    def now(self) -> datetime:
        return self.at

    async def move(self, to: datetime) -> None: ...

    async def mark(self, pinned: bool) -> Mark:
        return self.marks.add(0, self.at, pinned, lambda _: None)

    async def back(self, mark: int) -> None: ...

    async def says(self, who: str, text: str, chat: str = "", **more: object) -> Message:
        self.told += 1
        said = {"key": f"0000000{self.told}", "who": who, "chat": chat or who, "text": text} | more
        return await self.playground.say(Said.model_validate(said))

    async def shows(self, to: Address, shown: Shown, edit: str = "") -> str:
        return await self.playground.show(to, shown, edit)

    def at_chat(self, to: Address) -> list[Message]:
        return [m for m in self.screens.messages() if m.chat == to.chat and not m.who]

    def left(self) -> int:
        return self.playground.windows.left("wang", self.at)


@pytest.fixture
async def table(tmp_path: Path) -> AsyncIterator[Table]:
    table = Table(tmp_path)
    await table.playground.start(table.office)
    yield table
    table.screens.close()


def test_each_kind_wants_to_be_spoken_to_in_its_own_manner(table: Table) -> None:
    manner = table.playground.manner
    assert manner("wang") == Manner(windowed=True, linked=True)
    assert manner("-engineering") == Manner(group=True, linked=True, members=True)
    assert manner("zhang") == Manner(linked=True)
    assert (manner("-service"), manner("emma")) == (Manner(group=True), Manner())


# WeChat


async def test_words_on_wechat_are_typed_answered_and_open_the_long_window(table: Table) -> None:
    await table.says("wang", "漏水")
    event = table.office.last
    assert (event.typed, event.answered) == (True, True)
    assert event.window == Window("said", timedelta(hours=48), 5)
    assert table.left() == 5


async def test_the_menu_opens_the_short_window_and_is_no_button(table: Table) -> None:
    await table.playground.choose(Chosen(key="00000009", who="wang", act="menu:repair"))
    event = table.office.last
    assert (event.what, event.act, event.tap) == (What.TAP, "menu:repair", "")
    assert event.window == Window("tapped", timedelta(minutes=1), 3)
    assert table.left() == 3
    table.at += timedelta(minutes=1)
    assert table.left() == 0


async def test_choices_are_numbered_lines(table: Table) -> None:
    await table.says("wang", "好了吗")
    assert await table.shows(WANG, ASKED) == "cs:7"
    (message,) = table.at_chat(WANG)
    assert message.text == "修好了，您看看？\n1. 满意\n2. 不满意"
    assert message.rows == ()


async def test_the_answer_in_the_same_breath_is_one_text_and_costs_nothing(table: Table) -> None:
    table.office.held_for[""] = [Shown("记下了。", id="1"), ASKED, Shown("另外", id="9")]
    await table.says("wang", "好了吗")
    (message,) = table.at_chat(WANG)
    assert message.text == "记下了。\n\n修好了，您看看？\n1. 满意\n2. 不满意"
    assert [shown.id for shown in table.office.taken[table.office.last.key]] == ["1", "7"]
    assert table.left() == 5


async def test_what_is_said_twice_is_answered_once_and_opens_one_window(table: Table) -> None:
    table.office.held_for[""] = [Shown("记下了。", id="1")]
    said = Said(key="00000009", who="wang", chat="wang", text="漏水")
    await table.playground.say(said)
    await table.shows(WANG, Shown("已接单"))
    await table.playground.say(said)
    assert [m.text for m in table.at_chat(WANG)] == ["记下了。", "已接单"]
    assert table.left() == 4


async def test_pictures_are_no_part_of_an_answer(table: Table) -> None:
    table.office.held_for[""] = [replace(ASKED, media=(PICTURE,))]
    await table.says("wang", "好了吗")
    assert table.at_chat(WANG) == []
    assert table.office.taken[table.office.last.key] == []


async def test_an_answer_too_long_for_one_text_ends_with_the_way_to_the_page(table: Table) -> None:
    table.office.held_for[""] = [Shown("很长" * 700, id="1", link="http://h/c/x")]
    await table.says("wang", "讲讲")
    (message,) = table.at_chat(WANG)
    assert message.text.endswith("…\nhttp://h/c/x")
    assert len(message.text.encode()) <= 2048


async def test_an_office_that_cannot_answer_at_once_has_the_words_all_the_same(table: Table) -> None:
    table.office.deaf_to = {"held"}
    await table.says("wang", "漏水")
    assert [event.text for event in table.office.events] == ["漏水"]


async def test_five_messages_and_no_more(table: Table) -> None:
    await table.says("wang", "漏水")
    for number in range(5):
        await table.shows(WANG, Shown(str(number), allowed=1))
    with pytest.raises(Closed):
        await table.shows(WANG, Shown("5", allowed=1))
    assert [m.text for m in table.at_chat(WANG)] == list("01234")


async def test_after_two_days_the_platform_takes_nothing_however_much_the_office_believes(
    table: Table,
) -> None:
    await table.says("wang", "漏水")
    table.at += timedelta(hours=48)
    with pytest.raises(Closed):
        await table.shows(WANG, Shown("已接单", allowed=5))


async def test_who_never_spoke_cannot_be_spoken_to(table: Table) -> None:
    with pytest.raises(Closed):
        await table.shows(WANG, Shown("您好"))


async def test_a_notice_has_few_short_fields_and_a_page_behind_it(table: Table) -> None:
    long = replace(
        ASKED,
        title="【WJ-1】您报的厨房漏水已经处理好了，请您抽空看一看",
        text="【WJ-1】您报的厨房漏水已经处理好了，请您抽空看一看\n张志强：换了软管",
        subject="WJ-1",
        link="http://h/c/x",
        allowed=0,
    )
    assert (await table.shows(WANG, long)).startswith("notice:")
    (notice,) = table.at_chat(WANG)
    assert (notice.kind, notice.subject, notice.link, notice.rows) == ("notice", "WJ-1", "http://h/c/x", ())
    assert notice.title == "您报的厨房漏水已经处理好了，请您抽空看…"
    assert len(notice.title) == 20
    assert notice.text == "张志强：换了软管"


async def test_what_ends_soonest_is_used_first(table: Table) -> None:
    await table.says("wang", "漏水")
    await table.playground.choose(Chosen(key="00000009", who="wang", act="mine"))
    assert table.left() == 8
    for _ in range(3):
        await table.shows(WANG, Shown("在办"))
    table.at += timedelta(minutes=2)
    assert table.left() == 5


async def test_each_picture_is_a_message_and_what_has_no_room_is_behind_the_link(table: Table) -> None:
    await table.says("wang", "好了吗")
    shown = replace(ASKED, media=(PICTURE,) * 3, link="http://h/c/x", allowed=2)
    await table.shows(WANG, shown)
    words, picture = table.at_chat(WANG)
    assert words.text == "修好了，您看看？\nhttp://h/c/x\n1. 满意\n2. 不满意"
    assert (picture.text, picture.media) == ("", (PICTURE,))
    assert table.left() == 3


@pytest.mark.parametrize(
    "item",
    [replace(PICTURE, size=3_000_000), replace(PICTURE, kind="document")],
    ids=["too large", "no picture"],
)
async def test_what_wechat_does_not_take_is_left_out(table: Table, item: Attachment) -> None:
    await table.says("wang", "好了吗")
    await table.shows(WANG, Shown("请看附件", media=(item,), link="http://h/c/x"))
    assert [(m.text, m.media) for m in table.at_chat(WANG)] == [("请看附件\nhttp://h/c/x", ())]


async def test_long_words_are_several_texts_as_far_as_the_window_goes(table: Table) -> None:
    await table.says("wang", "讲讲")
    shown = Shown("很长" * 1000, link="http://h/c/x", allowed=2)
    await table.shows(WANG, shown)
    first, last = table.at_chat(WANG)
    assert first.text == shown.text[: len(first.text)]
    assert last.text.endswith("…\nhttp://h/c/x")
    assert max(len(m.text.encode()) for m in (first, last)) <= 2048


async def test_choices_are_shown_whole_or_not_at_all(table: Table) -> None:
    await table.says("wang", "讲讲")
    await table.shows(WANG, replace(ASKED, text="长" * 680, link="http://h/c/x", allowed=1))
    (message,) = table.at_chat(WANG)
    assert "满意" not in message.text
    assert message.text.endswith("\nhttp://h/c/x")
    assert message.numbered == ()


async def test_nothing_on_wechat_is_edited(table: Table) -> None:
    await table.says("wang", "漏水")
    first = await table.shows(WANG, Shown("待接单", id="1"))
    await table.shows(WANG, Shown("已接单", id="2"), edit=first)
    assert [m.text for m in table.at_chat(WANG)] == ["待接单", "已接单"]
    own = await table.says("wang", "3栋", edits="1", reply_to="2")
    assert (own.id, table.office.last.what, table.office.last.reply_to) == ("4", What.MESSAGE, "")


async def test_a_typed_number_is_remembered_as_what_it_stands_for(table: Table) -> None:
    await table.says("wang", "好了吗")
    await table.shows(WANG, ASKED)
    for typed in ("2", "9", "第二"):
        await table.says("wang", typed)
    assert [(tap.who, tap.act) for tap in table.screens.taps()] == [("wang", "no:1")]


async def test_windows_go_back_with_the_screens(table: Table, tmp_path: Path) -> None:
    await table.says("wang", "漏水")
    table.screens.copy_to(tmp_path / "copy.db")
    await table.shows(WANG, Shown("已接单"))
    table.screens.copy_from(tmp_path / "copy.db")
    assert table.left() == 5


# WeCom


async def test_a_group_gets_the_way_to_the_page_and_each_member_the_card(table: Table) -> None:
    card = await table.shows(CREW, replace(JOB, media=(PICTURE,)))
    group, picture = table.at_chat(CREW)
    assert (group.kind, group.title, group.link, group.rows) == ("textcard", "📋 WJ-1", JOB.link, ())
    assert picture.media == (PICTURE,)
    for member in (ZHANG, LI):
        (copy,) = table.at_chat(member)
        assert (copy.kind, copy.task, copy.rows, copy.media) == ("card", card, JOB.rows, ())


async def test_a_tap_names_the_card_that_stands_on_all_phones(table: Table) -> None:
    card = await table.shows(CREW, JOB)
    (copy,) = table.at_chat(LI)
    await table.playground.tap(Tapped(key="00000002", who="li", chat="li", message=copy.id, act="take:1"))
    event = table.office.last
    assert (event.message, event.act, event.tap, event.place) == (card, "take:1", "", LI)
    assert (event.typed, event.answered, event.window) == (False, False, None)


async def test_the_buttons_are_grey_for_all_once_somebody_took_the_job(table: Table) -> None:
    card = await table.shows(CREW, JOB)
    taken = replace(JOB, text="别的话", stamp="张志强已接单")
    assert await table.shows(CREW, taken, edit=card) == card
    for member in (ZHANG, LI):
        (copy,) = table.at_chat(member)
        assert (copy.stamp, copy.rows, copy.text) == ("张志强已接单", (), "厨房漏水")
    assert len(table.at_chat(CREW)) == 1


async def test_another_state_with_buttons_takes_the_place_of_a_card(table: Table) -> None:
    card = await table.shows(ZHANG, JOB)
    arrived = replace(JOB, text="📋 WJ-1\n在现场", rows=((Button("完工", "finish:1"),),))
    assert await table.shows(ZHANG, arrived, edit=card) == card
    (standing,) = table.at_chat(ZHANG)
    assert (standing.text, standing.rows) == ("在现场", arrived.rows)


async def test_a_card_older_than_three_days_changes_no_more(table: Table) -> None:
    card = await table.shows(CREW, JOB)
    table.at += timedelta(hours=73)
    assert await table.shows(CREW, replace(JOB, stamp="已完工"), edit=card) == card
    assert table.at_chat(LI)[0].rows
    again = await table.shows(CREW, JOB, edit=card)
    assert again != card
    assert [copy.task for copy in table.at_chat(LI)] == [card, again]


async def test_words_are_never_edited_there(table: Table) -> None:
    first = await table.shows(ZHANG, Shown("收到"))
    await table.shows(ZHANG, Shown("改了"), edit=first)
    assert [m.text for m in table.at_chat(ZHANG)] == ["收到", "改了"]


async def test_six_buttons_and_the_rest_on_the_page(table: Table) -> None:
    many = tuple((Button(f"这个部门的名字很长{n}", f"to:{n}"),) for n in range(8))
    await table.shows(ZHANG, replace(JOB, rows=many))
    (card,) = table.at_chat(ZHANG)
    buttons = [button for row in card.rows for button in row]
    assert len(buttons) == 6
    assert buttons[-1] == Button("…", "")
    assert all(len(button.label) <= 10 for button in buttons)


async def test_what_does_not_fit_into_a_card_is_said_before_it(table: Table) -> None:
    long = replace(JOB, text="📋 WJ-1\n" + "漏水" * 100)
    await table.shows(ZHANG, long)
    words, card = table.at_chat(ZHANG)
    assert words.text == long.text
    assert (len(card.text), card.text[-1]) == (112, "…")


async def test_a_group_with_nobody_to_get_the_card_gets_the_words(table: Table) -> None:
    await table.shows(CREW, replace(JOB, members=()))
    assert [(m.kind, m.text) for m in table.at_chat(CREW)] == [("", JOB.text)]


async def test_who_is_switched_off_gets_no_card_and_keeps_nobody_from_it(table: Table) -> None:
    table.screens.set_trouble("zhang", "off")
    await table.shows(CREW, JOB)
    assert (len(table.at_chat(ZHANG)), len(table.at_chat(LI))) == (0, 1)


async def test_in_the_group_nobody_speaks_to_the_app(table: Table) -> None:
    message = await table.says("zhang", "谁去一下?", "-engineering")
    assert message.text == "谁去一下?"
    assert not table.office.events


def test_screens_of_an_earlier_release_can_be_read(table: Table) -> None:
    body = '{"chat": "emma", "at": "2026-11-24T04:00:00+00:00", "who": "", "text": "Hi", "rows": [], "media": [], "reply_to": "", "edited": null, "times": 0, "id": "", "seq": 0}'
    table.screens._db.execute("INSERT INTO messages (chat, id, body) VALUES ('emma', '1', ?)", (body,))
    assert table.screens.messages() == [Message("emma", NOON, text="Hi", id="1", seq=1)]
