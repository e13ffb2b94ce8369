"""Nobody outside reads what is not theirs, and a platform that is away holds up nobody else."""

import asyncio
import logging
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from core.chat import Address
from tests.attacks.weixin.office import Office
from tests.attacks.weixin.opening import opened
from tests.attacks.weixin.people import Owner
from tests.attacks.weixin.sayings import NAME, PHONE, news

# who sees what


async def test_no_number_no_name_no_secret_where_it_does_not_belong(
    office: Office, wang: Owner, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logs:
        office.wechat.fails("message/custom/send", 40001)
        office.wecom.fails("message/send", 42001)
        await wang.says(f"3-2-1201 厨房水槽漏水，我叫{NAME}，电话{PHONE}")
        await wang.taps("确认提交")
        await wang.does(wang.user.sends_photo(f"再打{PHONE}"))
        office.clock.move_to(office.clock() + timedelta(hours=49))
        office.wechat.fails("message/template/send", "drop")
        office.wecom.fails("message/update_template_card", status=502)
        await office.repairs(office.cases(wang.address)[0])
        await office.passes(days=6)
    groups = [m for g in office.wecom.groups.values() for m in g.messages]
    assert groups
    assert PHONE not in "\n".join(m.text for m in groups)
    for message in groups:
        if message.link:
            page = await office.zhang.opens(message.link)
            assert PHONE not in page.html
            assert PHONE not in page.title
    assert not any(PHONE in m.text for m in wang.user.chat.said if m.kind == "notice")
    ours = [
        r.getMessage() for r in caplog.records if not r.name.startswith("aiohttp")
    ]  # the fakes write there
    lines = "\n".join([*map(str, logs), *ours])
    secrets = [office.wechat.secret, office.wechat.token, office.wechat.aes_key, office.wecom.secret]
    tokens = [*office.wechat.tokens._given, *office.wecom.tokens._until]
    for told in (PHONE, NAME, "漏水", *secrets, *tokens, "access_token="):
        assert told not in lines


async def test_a_name_written_later_is_masked_as_well(office: Office, wang: Owner) -> None:
    await wang.says(f"3-2-1201 厨房水槽漏水，我叫{NAME}，电话{PHONE}")
    await wang.taps("确认提交")
    await wang.says(f"我是{NAME}，还在漏")
    assert NAME not in "\n".join(m.text for g in office.wecom.groups.values() for m in g.messages)


# a platform is away


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_hanging_wechat_slows_nobody_else(fresh_database: Any, kind: str) -> None:
    with fresh_database(kind) as url:
        await _hangs(url)


async def _hangs(url: str) -> None:
    async with opened(url, working=True) as office:
        people = [office.owner(f"o{n:03}") for n in range(70)]
        for owner in people:
            await owner.user.says("你好")
        office.wechat.fails("message/custom/send", "hang", 0)
        for owner in people:
            office.tell(owner.address, news("late"))
        office.app.sender.wake()
        await office.wechat.wait_for(lambda: office.wechat.called("message/custom/send"))
        office.tell(office.zhang.address, news("now"))
        office.tell(Address("telegram", "2007"), news("now"))
        office.app.sender.wake()
        before = asyncio.get_running_loop().time()
        await office.wecom.wait_for(lambda: office.zhang.saw("now"), 10)
        await office.telegram.wait_for(lambda: any("now" in t for t in office.manager.chat.texts))
        assert asyncio.get_running_loop().time() - before < 1.5
        office.wechat.heals()


async def test_after_an_outage_all_is_said_in_order_and_once(office: Office, wang: Owner) -> None:
    await wang.says("你好")
    office.wechat.fails("", 500, 0)
    for n in range(4):
        office.tell(wang.address, news(f"news {n}"))
    await office.rests()
    assert wang.saw("news") == 0
    office.wechat.heals()
    await office.passes(minutes=15)
    assert [t for t in wang.texts if "news" in t] == [f"news {n}" for n in range(4)]
