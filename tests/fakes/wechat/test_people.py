"""What people do reaches the door as the real platform words it, and opens the windows it opens."""

import aiohttp
import pytest

from tests.fakes.wechat import User, WeChat
from tests.fakes.wechat.media import PHOTO
from tests.fakes.wechat.played import SCENE, VIEW, Account, Clock, House, words


async def test_messages_are_what_the_sdk_knows(wechat: WeChat, house: House, wang: User) -> None:
    await wang.sends_photo("在这里")
    await wang.sends_voice("厨房漏水")
    await wang.sends_video()
    await wang.sends_video(short=True)
    await wang.sends_location("望江花园3栋")
    await wang.sends_link("通知", "https://example.com/a")
    await wang.sends_sticker()
    kinds = ["image", "text", "voice", "video", "shortvideo", "location", "link", "text"]
    assert [m.type for m in house.heard] == kinds
    assert house.heard[2].recognition == "厨房漏水"
    assert house.heard[5].label == "望江花园3栋"
    assert len(set(house.keys)) == len(kinds)
    assert wechat.library.find(house.heard[0].media_id).content == PHOTO


async def test_events_have_no_msgid_but_never_the_same_second_twice(
    house: House, wang: User, account: Account
) -> None:
    await account.post("menu/create", {"button": [{"type": "click", "name": "报修", "key": "repair"}]})
    for _ in range(3):
        await wang.taps_menu("报修")
    assert [m.event for m in house.heard] == ["click"] * 3
    assert house.keys == [0] * 3  # which is what the SDK makes of none
    assert len({m.time for m in house.heard}) == 3


async def test_a_scene_comes_with_the_follow_or_with_the_scan(wechat: WeChat, house: House) -> None:
    li = wechat.user("oLi", following=False)
    await li.scans(SCENE)
    await li.scans(SCENE)
    await li.unfollows()
    await li.follows()
    events = [(m.event, m._data["EventKey"] or "") for m in house.heard]
    assert events == [("subscribe_scan", SCENE), ("scan", SCENE), ("unsubscribe", ""), ("subscribe", "")]


async def test_whoever_does_not_follow_cannot_write(wechat: WeChat, house: House) -> None:
    with pytest.raises(AssertionError, match="does not follow"):
        wechat.user("oLi", following=False).says("你好")


async def test_numbered_lines_are_typed(house: House, wang: User) -> None:
    house.answer = words("请问满意吗?3栋 10:30 1.5小时\n1. 满意\n2、不满意\n3)再说")
    await wang.says("你好")
    assert wang.chat.last.buttons == ["满意", "不满意", "再说"]
    assert wang.chat.last_card is wang.chat.last
    assert wang.chat.last.shows("请问", "满意")
    await wang.taps("满意")
    await wang.taps("不满意")
    assert [m.content for m in house.heard[1:]] == ["1", "2"]


async def test_an_entry_of_a_msgmenu_comes_as_text_with_its_id(
    house: House, wang: User, account: Account
) -> None:
    await wang.says("你好")
    entries = [{"id": "7-1", "content": "满意"}, {"id": "7-2", "content": "不满意"}]
    assert await account.sends_any(wang, "msgmenu", {"head_content": "满意吗?", "list": entries}) == 0
    await wang.taps("不满意")
    assert (house.heard[-1].content, house.heard[-1]._data["bizmsgmenuid"]) == ("不满意", "7-2")
    wang.server.menu_ids_lost = True
    await wang.taps("不满意")
    assert house.heard[-1]._data["bizmsgmenuid"] == "0"


async def test_a_test_account_has_no_msgmenu(clock: Clock) -> None:
    async with WeChat(clock=clock, test_account=True) as wechat, aiohttp.ClientSession() as session:
        account, wang = Account(wechat, session), wechat.user("oWang")
        await account.fetches_token()
        await wang.says("你好")
        menu = {"head_content": "?", "list": [{"id": "1", "content": "好"}]}
        assert await account.sends_any(wang, "msgmenu", menu) == 40200
        assert await account.sends(wang, "1. 好") == 0
        assert wechat.aes_key == ""


async def test_five_messages_in_48_hours_after_a_word(clock: Clock, wang: User, account: Account) -> None:
    assert await account.sends(wang, "早") == 45015
    await wang.says("你好")
    assert [await account.sends(wang, "好") for _ in range(6)] == [0] * 5 + [45047]
    await wang.says("还在吗")
    clock.passes(hours=47, minutes=59)
    await account.fetches_token()
    assert await account.sends(wang, "在") == 0
    clock.passes(minutes=1)
    assert await account.sends(wang, "在") == 45015


async def test_three_messages_in_a_minute_after_a_tap(clock: Clock, wang: User, account: Account) -> None:
    await account.post("menu/create", {"button": [{"type": "click", "name": "报修", "key": "r"}, VIEW]})
    await wang.taps_menu("主页")
    assert await account.sends(wang, "好") == 45015
    for action in (wang.taps_menu, wang.follows, wang.scans):
        await action("报修")
        assert [await account.sends(wang, "好") for _ in range(4)] == [0, 0, 0, 45047]
    await wang.taps_menu("报修")
    clock.passes(seconds=60)
    assert await account.sends(wang, "好") == 45015


async def test_a_tap_on_a_msgmenu_does_not_open_the_long_window(
    clock: Clock, wang: User, account: Account
) -> None:
    await wang.says("你好")
    menu = {"head_content": "?", "list": [{"id": "1", "content": "好"}]}
    assert [await account.sends_any(wang, "msgmenu", menu) for _ in range(6)] == [0] * 5 + [45047]
    await wang.taps("好")
    assert [await account.sends(wang, "好") for _ in range(4)] == [0, 0, 0, 45047]
    await wang.taps("好")
    clock.passes(minutes=1)
    assert await account.sends(wang, "好") == 45047


async def test_the_short_window_is_used_up_first(clock: Clock, wang: User, account: Account) -> None:
    await wang.says("你好")
    await wang.scans(SCENE)
    assert [await account.sends(wang, "好") for _ in range(3)] == [0] * 3
    clock.passes(minutes=2)
    assert wang.windows.left(clock()) == 5


async def test_whoever_leaves_hears_nothing_more(wang: User, account: Account) -> None:
    await wang.says("你好")
    await wang.unfollows()
    assert await account.sends(wang, "好") == 45015
    assert (await account.notifies(wang))["errcode"] == 43004


async def test_an_answer_in_the_same_breath_costs_nothing(house: House, wang: User, account: Account) -> None:
    house.answer = words("好")
    await wang.says("你好")
    assert [await account.sends(wang, "好") for _ in range(6)] == [0] * 5 + [45047]
