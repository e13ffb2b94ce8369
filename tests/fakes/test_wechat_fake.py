"""The fake platform tells a whole story; each of its rules is proved beside it, in tests/fakes/wechat/."""

import aiohttp

from tests.fakes.wechat import TEMPLATE, WeChat
from tests.fakes.wechat.played import CLICK, Account, Clock, House, serve, words


async def test_from_the_first_scan_to_the_notice_days_later() -> None:
    clock = Clock()
    async with WeChat(clock=clock) as wechat, aiohttp.ClientSession() as session:
        house, runner = await serve(wechat)
        account, wang = Account(wechat, session), wechat.user("oWang", "王小明", following=False)
        try:
            await tells(wechat, clock, house, account)
        finally:
            await runner.cleanup()
        assert [message.kind for message in wang.chat.said] == ["passive", "passive", "service", "notice"]
        assert not wechat.alarms


async def tells(wechat: WeChat, clock: Clock, house: House, account: Account) -> None:
    wang, house.answer = wechat.users["oWang"], words("欢迎，请说哪里坏了")
    await account.fetches_token()
    await account.post("menu/create", {"button": [CLICK]})
    await wang.scans("unit-3-2-1201")
    house.answer = words("厨房漏水，对吗？\n1. 确认\n2. 重填")
    await wang.sends_voice("厨房漏水")
    house.answer = lambda message: "success"
    await wang.taps("确认")
    assert house.heard[-1].content == "1"
    assert await account.sends(wang, "师傅出发了") == 0
    clock.passes(days=3)
    await account.fetches_token()
    assert await account.sends(wang, "还漏吗？") == 45015
    assert (await account.notifies(wang, TEMPLATE))["errcode"] == 0
    await wechat.settled()
    assert house.heard[-1].status == "success"
