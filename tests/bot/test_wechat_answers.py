"""What is said in the same breath, and what is not."""

import asyncio

import pytest
from structlog.testing import capture_logs
from wechatpy.replies import TextReply

from bot.channels.base import Button, Shown
from bot.channels.wechat import answers, intake
from bot.channels.wechat.answers import answer
from core.chat import Attachment
from tests.bot.wechat_account import WANG, Watch, connected
from tests.fakes.wechat import WeChat
from tests.fakes.wechat.envelope import read

LINK = "https://bihuan.example.com/c/abcdef"


def shown(text, *labels, **more):
    return Shown(text, tuple((Button(label, label),) for label in labels), **more)


def photo(ref="1"):
    return Attachment("photo", ref, channel="telegram")


# how much goes into it


def test_nothing_is_nothing():
    assert answer([]) == ("", [])


def test_several_texts_are_one():
    held = [shown("已收到。", id="1"), shown("还需要您的电话。", id="2")]
    assert answer(held) == ("已收到。\n\n还需要您的电话。", held)


def test_choices_are_numbered_and_end_it():
    held = [shown("好的。"), shown("是这样吗?", "确认提交", "修改"), shown("还有")]
    assert answer(held) == ("好的。\n\n是这样吗?\n1. 确认提交\n2. 修改", held[:2])


def test_two_messages_with_choices_are_never_in_one_answer():
    held = [shown("一?", "是", "否"), shown("二?", "是", "否")]
    assert answer(held) == ("一?\n1. 是\n2. 否", held[:1])


def test_pictures_end_it_before_them():
    held = [shown("看:"), shown("这里", media=(photo(),)), shown("还有")]
    assert answer(held) == ("看:", held[:1])
    assert answer(held[1:]) == ("", [])
    assert answer([shown("长" * 900, media=(photo(),), link=LINK)]) == ("", [])


def test_what_does_not_fit_any_more_goes_the_usual_way():
    held = [shown("长" * 340), shown("长" * 343), shown("短")]
    assert answer(held) == ("长" * 340, held[:1])
    fits = [shown("长" * 340), shown("长" * 340)]
    assert len(answer(fits)[0].encode()) == 2042
    assert answer(fits)[1] == fits


@pytest.mark.parametrize("labels", [(), ("满意", "不满意")])
def test_a_first_text_too_long_is_cut_at_a_line_and_points_to_its_page(labels):
    lines = "".join(f"第{n}行 电梯里的灯坏了。\n" for n in range(100))
    held = [shown(lines, *labels, link=LINK), shown("还有")]
    text, taken = answer(held)
    assert taken == held[:1]
    assert 1500 < len(text.encode()) <= 2048
    above, _, below = text.partition("\n…\n")
    assert above == lines[: len(above)]
    assert above.endswith("坏了。")
    assert below.splitlines() == [LINK, *(f"{n}. {label}" for n, label in enumerate(labels, 1))]


def test_a_first_text_too_long_without_a_page_is_left_to_be_split():
    assert answer([shown("长" * 900)]) == ("", [])


def test_a_text_is_never_cut_inside_a_character():
    for extra in range(8):
        text, _ = answer([shown("a" * extra + "🛠漏" * 600, link=LINK)])
        assert len(text.encode()) <= 2048
        assert "\ufffd" not in text


# the SDK's trap


def test_trap_the_end_of_cdata_in_a_text_does_not_end_the_answer():
    words = "看这个]]>和]]]]>>还有]]><Content>别的"
    with pytest.raises(Exception, match="well-formed"):
        read(str(TextReply(source="a", target="b", content=words, time=1).render()))
    assert read(answers.xml(words, WANG, "gh_1", Watch()()))["Content"] == words


def test_signs_that_are_none_do_not_break_the_answer():
    assert read(answers.xml("漏\x00水\x1b\ufffe🛠", WANG, "gh_1", Watch()()))["Content"] == "漏水🛠"


# before the platform


@pytest.mark.parametrize("safe", [True, False])
async def test_the_answer_stands_in_the_chat(safe):
    async with WeChat(safe=safe) as wechat, connected(wechat) as bot:
        bot.office.held_for[""] = [
            shown("已收到。]]>", id="1"),
            shown("是这样吗?", "确认提交", "修改", id="2"),
        ]
        wang = wechat.user(WANG)
        await wang.says("厨房漏水")
        assert (wang.chat.last.kind, wang.chat.errors, wechat.alarms) == ("passive", [], [])
        assert wang.chat.last.text == "已收到。]]>\n\n是这样吗?\n1. 确认提交\n2. 修改"
        assert bot.office.taken == {bot.office.last.key: bot.office.held_for[""]}
        assert wechat.calls == []


async def test_a_choice_is_typed():
    async with WeChat() as wechat, connected(wechat) as bot:
        bot.office.held_for[""] = [shown("是这样吗?", "确认提交", "修改")]
        wang = wechat.user(WANG)
        await wang.says("厨房漏水")
        await wang.taps("修改")
        assert (bot.office.last.text, bot.office.last.typed, bot.office.last.picked) == ("2", True, "")


async def test_a_repeated_message_gets_the_same_text():
    async with WeChat() as wechat, connected(wechat) as bot:
        bot.office.held_for[""] = [shown("已收到。", id="1")]
        wechat.door.repeats = 1
        wang = wechat.user(WANG)
        await wang.says("厨房漏水")
        await wechat.settled()
        assert (len(bot.office.events), bot.office.repeated) == (1, 1)
        first, again = wechat.door.alarms, wang.chat.texts
        assert (first, again) == ([], ["已收到。"])
        assert len(bot.office.taken) == 1


async def test_nothing_to_say_is_exactly_the_one_word():
    async with WeChat() as wechat, connected(wechat) as bot:
        delivery = await wechat.user(WANG).says("厨房漏水")
        assert (delivery.answers, bot.office.taken) == ([b"success"], {})


async def test_what_cannot_be_said_so_goes_the_usual_way_at_once():
    async with WeChat() as wechat, connected(wechat) as bot:
        bot.office.held_for[""] = [shown("看", media=(photo(),))]
        delivery = await wechat.user(WANG).says("厨房漏水")
        assert (delivery.answers, bot.office.taken) == ([b"success"], {bot.office.last.key: []})


@pytest.mark.parametrize(
    "how", ["follows", "scans", "taps_menu", "sends_photo", "sends_voice", "sends_video", "sends_location"]
)
async def test_everything_a_person_does_is_answered(how):
    async with WeChat() as wechat, connected(wechat) as bot:
        await bot.channel.create_menu([("我要报修", "repair")])
        bot.office.held_for[""] = [shown("您好")]
        wang = wechat.user(WANG, following=how not in {"follows"})
        given = {"scans": ["unit-3-2-1201"], "taps_menu": ["我要报修"]}.get(how, [])
        await getattr(wang, how)(*given)
        assert (wang.chat.texts, wang.chat.errors) == (["您好"], [])


async def test_an_answer_too_late_is_none(monkeypatch):
    # Somebody who does not listen any more must not count as told: the sender has to say it.
    monkeypatch.setattr(intake, "LATEST", 0.0)
    async with WeChat() as wechat, connected(wechat) as bot:
        bot.office.held_for[""] = [shown("已收到。")]
        wang = wechat.user(WANG)
        await wang.says("厨房漏水")
        assert (wang.chat.texts, bot.office.taken, len(bot.office.events)) == ([], {}, 1)


async def test_a_slow_office_is_asked_again_and_then_answers():
    async with WeChat(patience=0.2, tries=3) as wechat, connected(wechat) as bot:
        bot.office.held_for[""] = [shown("已收到。")]
        bot.office.open.clear()
        wang = wechat.user(WANG)
        delivery = wang.says("厨房漏水")
        await wechat.wait_for(lambda: delivery.statuses == [0])
        bot.office.open.set()
        await delivery
        assert (delivery.statuses[-1], wang.chat.texts) == (200, ["已收到。"])
        assert (len(bot.office.events), len(set(bot.office.keys))) == (1, 1)


@pytest.mark.parametrize(("method", "read"), [("held", []), ("said", ["已收到。"])])
async def test_a_message_that_is_kept_is_received_whatever_becomes_of_the_answer(method, read):
    async with WeChat() as wechat, connected(wechat) as bot:
        bot.office.held_for[""], bot.office.deaf_to = [shown("已收到。")], {method}
        wang = wechat.user(WANG)
        with capture_logs() as log:
            delivery = await wang.says("厨房漏水")
            await wechat.wait_for(lambda: log)  # what is done after the answer
        assert (delivery.statuses, wang.chat.texts) == ([200], read)
        assert [line["error"] for line in log] == ["OSError"]
        assert "厨房" not in str(log)


async def test_many_people_at_once():
    async with WeChat() as wechat, connected(wechat) as bot:
        bot.office.held_for[""] = [shown("已收到。")]
        people = [wechat.user(f"oPerson{n:02}") for n in range(30)]
        await asyncio.gather(*(asyncio.ensure_future(_says(person)) for person in people))
        assert len(bot.office.events) == 30
        assert [person.chat.texts for person in people] == [["已收到。"]] * 30


async def _says(person):
    await person.says("厨房漏水")


async def test_an_answer_that_cannot_be_written_was_not_said():
    async with WeChat(safe=False) as wechat, connected(wechat) as bot:
        bot.office.held_for[""] = [shown("已收到。")]
        wang = wechat.user(WANG)
        delivery = wechat.door.put(
            {"FromUserName": WANG, "CreateTime": 1, "MsgType": "text", "MsgId": 1, "Content": "一"}, wang.chat
        )
        await delivery
        assert (delivery.answers, len(bot.office.events), bot.office.taken) == ([b"success"], 1, {})
