"""Messages and notices are taken and refused by the platform's rules."""

import pytest

from tests.fakes.wechat import TEMPLATE, User, WeChat
from tests.fakes.wechat.media import PHOTO
from tests.fakes.wechat.played import PROGRESS, Account, Clock, House


async def test_messages_that_are_refused(clock: Clock, wang: User, account: Account) -> None:
    await wang.says("你好")
    assert await account.sends(User(account.wechat, "oNobody", ""), "好") == 40003
    assert await account.sends(wang, "") == 44004
    assert await account.sends(wang, "长" * 682 + "ab") == 0
    assert await account.sends(wang, "长" * 683) == 45002
    assert await account.sends_any(wang, "image", {"media_id": "nothing"}) == 40007
    assert await account.sends_any(wang, "poem", {"content": "好"}) == 40008
    assert await account.sends_any(wang, "msgmenu", {"head_content": "?", "list": []}) == 40035
    assert (await account.post("message/custom/send", b"{"))["errcode"] == 47001
    assert (await account.post("message/custom/send", b""))["errcode"] == 44002
    assert (await account.get("message/custom/send"))["errcode"] == 43002
    assert len(wang.chat.said) == 1


async def test_escaped_characters_are_refused_escaped_controls_are_not(wang: User, account: Account) -> None:
    await wang.says("你好")
    body = b'{"touser": "oWang", "msgtype": "text", "text": {"content": "%s"}}'
    assert (await account.post("message/custom/send", body % rb"\u4f60"))["errcode"] == 40033
    assert (await account.post("message/custom/send", body % rb"\\u4f60 \u001f"))["errcode"] == 0


async def test_an_uploaded_picture_is_shown_for_three_days(
    clock: Clock, wang: User, account: Account
) -> None:
    await wang.says("你好")
    kept = await account.uploads("image", PHOTO)
    assert await account.sends_any(wang, "image", {"media_id": kept["media_id"]}) == 0
    assert wang.chat.last.media is not None
    assert (wang.chat.last.type, wang.chat.last.media.content) == ("image", PHOTO)
    assert await account.sends_any(wang, "voice", {"media_id": kept["media_id"]}) == 40007
    clock.passes(days=3)
    await wang.says("你好")
    await account.fetches_token()
    assert await account.sends_any(wang, "image", {"media_id": kept["media_id"]}) == 40007


async def test_a_notice_arrives_and_its_result_comes_later(
    wechat: WeChat, house: House, wang: User, account: Account
) -> None:
    answer = await account.notifies(wang, url="https://example.com/c/1")
    await wechat.settled()
    assert wang.chat.last.kind == "notice"
    assert wang.chat.last.shows("W-0007", "厨房漏水")
    assert wang.chat.last.links == ["https://example.com/c/1"]
    finish = house.heard[-1]
    assert (finish.event, finish.id, finish.status) == ("templatesendjobfinish", answer["msgid"], "success")


async def test_a_notice_can_be_accepted_and_not_arrive(
    wechat: WeChat, house: House, wang: User, account: Account
) -> None:
    wang.refuses_notices()
    assert (await account.notifies(wang))["errcode"] == 0
    await wechat.settled()
    assert house.heard[-1].status == "failed:user block"
    assert not wang.chat.said


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("thing2", "厨" * 20, "厨" * 21),
        ("thing2", "厨房漏水", "厨房\n漏水"),
        ("thing2", "厨房漏水", ""),
        ("character_string1", "W-" + "7" * 30, "W-" + "7" * 31),
        ("character_string1", "W-7", "工单7"),
        ("time3", "10:05", "明天上午"),
        ("time3", "2026-11-17 10:05:00", "2026年11月"),
        ("phrase4", "正在处理中", "正在处理中了"),
        ("phrase4", "已完工", "已完工!"),
        ("name5", "王小明", "王小明" * 4),
        ("number6", "12.5", "十二"),
        ("symbol8", "★★★", "三星"),
        ("amount7", "¥12.50", "十二元整"),
    ],
)
async def test_values_have_to_fit_their_keyword(
    wechat: WeChat, wang: User, account: Account, name: str, good: str, bad: str
) -> None:
    id_ = wechat.template("t", f"进度:{{{{{name}.DATA}}}}")
    assert (await account.notifies(wang, id_, **{name: good}))["errcode"] == 0
    assert (await account.notifies(wang, id_, **{name: bad}))["errcode"] == 47003


async def test_a_notice_with_an_id_of_its_own_is_shown_once_in_ten_minutes(
    clock: Clock, wechat: WeChat, wang: User, account: Account
) -> None:
    data = {name: {"value": value} for name, value in PROGRESS.items()}
    body = {"touser": "oWang", "template_id": TEMPLATE, "data": data, "client_msg_id": "7"}
    first, second = [await account.post("message/template/send", body) for _ in range(2)]
    assert first["msgid"] == second["msgid"]
    assert len(wang.chat.said) == 1
    clock.passes(minutes=10)
    await account.post("message/template/send", body)
    assert len(wang.chat.said) == 2


async def test_notices_that_are_refused(wechat: WeChat, wang: User, account: Account) -> None:
    assert (await account.notifies(wang, "unknown"))["errcode"] == 40037
    assert (await account.notifies(wang, thing2="漏水"))["errcode"] == 47003
    assert (await account.notifies(User(wechat, "oNobody", "")))["errcode"] == 40003
    assert not wang.chat.said
