"""The platform delivers to the door and judges its answers as the real one does."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.fakes.wechat import NotVerified, User, WeChat
from tests.fakes.wechat.played import Clock, House, serve, words


async def test_the_address_is_kept_only_when_the_door_echoes(wechat: WeChat, house: House) -> None:
    wechat.door.url = ""
    with pytest.raises(NotVerified):
        await wechat.connect(house.url.replace("/wechat", "/elsewhere"))
    house.echo = '"{}"'
    with pytest.raises(NotVerified):
        await wechat.connect(house.url)
    assert wechat.door.url == ""
    house.echo = "{}"
    await wechat.connect(house.url)
    assert wechat.door.url == house.url


async def test_safe_mode_is_read_and_answered_by_the_sdk(wechat: WeChat, house: House, wang: User) -> None:
    house.answer = words("收到,是哪一户?")
    await wang.says("厨房漏水 ]]> & <b>")
    assert house.heard[0].content == "厨房漏水 ]]> & <b>"
    assert house.heard[0].source == "oWang"
    assert (wang.chat.last.kind, wang.chat.texts) == ("passive", ["收到,是哪一户?"])
    assert not wang.chat.errors


async def test_plain_mode(clock: Clock) -> None:
    async with WeChat(clock=clock, safe=False) as wechat:
        house, runner = await serve(wechat)
        wang, house.answer = wechat.user("oWang"), words("好的")
        await wang.says("你好")
        await runner.cleanup()
        assert wang.chat.texts == ["好的"]


@pytest.mark.parametrize("nothing", ["success", ""])
async def test_success_and_nothing_mean_nothing(house: House, wang: User, nothing: str) -> None:
    house.answer = lambda message: nothing
    await wang.says("你好")
    assert not wang.chat.said
    assert not wang.chat.errors


@pytest.mark.parametrize(
    "answer",
    [
        lambda m: "success\n",
        lambda m: "SUCCESS",
        lambda m: '{"ok": true}',
        words("断开 ]]> 的"),
        words("长" * 683),
        words(""),
        lambda m: words("好")(m).replace("oWang", "oLi"),
        lambda m: words("好")(m).replace("<MsgType><![CDATA[text]]>", "<MsgType><![CDATA[file]]>"),
    ],
)
async def test_anything_else_shows_the_owner_an_error(
    house: House, wang: User, answer: Callable[[Any], str]
) -> None:
    house.answer = answer
    await wang.says("你好")
    assert not wang.chat.said
    assert len(wang.chat.errors) == 1


async def test_the_longest_text_is_taken(house: House, wang: User) -> None:
    house.answer = words("长" * 682 + "ab")
    await wang.says("你好")
    assert len(wang.chat.last.text.encode()) == 2048


async def test_a_plain_answer_in_safe_mode_is_an_error(house: House, wang: User) -> None:
    house.answer, house.seals = words("好"), False
    await wang.says("你好")
    assert "no Encrypt" in wang.chat.errors[0]


async def test_an_answer_signed_with_another_token_is_an_error(
    wechat: WeChat, house: House, wang: User
) -> None:
    house.answer = words("好")
    closed = house._closed

    def wrong(query: Any, answer: str) -> str:
        return closed(query, answer).replace("<MsgSignature><![CDATA[", "<MsgSignature><![CDATA[0")

    house._closed = wrong  # type: ignore[method-assign]
    await wang.says("你好")
    assert wang.chat.errors == ["wrong MsgSignature"]


async def test_an_answer_sealed_for_another_account_is_an_error(house: House, wang: User) -> None:
    house.answer, house.appid = words("好"), "wx0000000000000000"
    await wang.says("你好")
    assert wang.chat.errors == ["sealed for another account"]


async def test_what_is_not_answered_comes_again_as_the_same(house: House, wang: User) -> None:
    house.statuses, house.answer = [500, 503], words("好")
    delivery = await wang.says("你好")
    assert delivery.statuses == [500, 503, 200]
    assert len(set(house.keys)) == 1
    assert (
        house.queries[0] == house.queries[1] == house.queries[2]
    )  # a guard against replays would refuse them
    assert wang.chat.texts == ["好"]


async def test_after_three_tries_the_owner_sees_an_error(house: House, wang: User) -> None:
    house.statuses = [500] * 9
    delivery = await wang.says("你好")
    assert delivery.statuses == [500] * 3
    assert "no answer" in wang.chat.errors[0]


async def test_a_door_that_takes_too_long_is_asked_again(wechat: WeChat, house: House, wang: User) -> None:
    wechat.door.patience, house.asleep, house.answer = 0.5, 1, words("好")
    delivery = await wang.says("你好")
    assert delivery.statuses == [0, 200]
    assert wang.chat.texts == ["好"]


async def test_a_door_that_is_shut_is_no_answer(wechat: WeChat, wang: User) -> None:
    wechat.door.url = "http://127.0.0.1:9/wechat"
    assert (await wang.says("你好")).statuses == [0, 0, 0]
    assert wang.chat.errors


async def test_a_repetition_shows_one_answer_only(wechat: WeChat, house: House, wang: User) -> None:
    wechat.door.repeats, house.answer = 1, words("好")
    delivery = await wang.says("你好")
    await wechat.settled()
    assert (len(delivery.answers), len(set(house.keys))) == (2, 1)
    assert wang.chat.texts == ["好"]
