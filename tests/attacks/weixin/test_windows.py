"""We say no more than WeChat lets us, and what can reach nobody is a call."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from core.chat import Event, Window
from storage import windows
from tests.attacks.weixin.office import Office
from tests.attacks.weixin.opening import opened
from tests.attacks.weixin.people import Owner
from tests.attacks.weixin.sayings import news, question


async def test_five_messages_then_notices_and_the_last_one_asks(office: Office, wang: Owner) -> None:
    await wang.says("你好")
    for n in range(6):
        office.tell(wang.address, news(f"news {n}"))
    office.tell(wang.address, question("really?"))
    office.tell(wang.address, news("the end"))
    await office.rests()
    kinds = [m.kind for m in wang.user.chat.said][1:]
    assert kinds == ["service"] * 4 + ["notice"] * 2 + ["service", "notice"]
    assert wang.saw("really?") == 1
    assert not [c for c in office.wechat.calls if c.errcode]
    order = [int(w) for w in re.findall(r"news (\d)", "\n".join(wang.texts))]
    assert order == sorted(order)


@pytest.mark.parametrize("menus", [False, True])
async def test_we_never_count_more_than_wechat_does(database_url: str, menus: bool) -> None:
    async with opened(database_url, menus=menus) as office:
        wang = office.owner("oWang")
        await wang.does(wang.user.follows())
        await office.files_a_leak(wang)
        for minutes in (0, 1, 5, 120):
            office.clock.move_to(office.clock() + timedelta(minutes=minutes))
            await wang.taps("我的工单" if not minutes else "看进度" if minutes == 1 else "WJ-2026")
            office.tell(wang.address, news("one"))
            office.tell(wang.address, question("two", "mine", "menu:repair"))
            await office.rests()
            if minutes == 1:
                await wang.taps("choice mine")
            with office.app.store.transaction() as work:
                ours = windows.left(work.conn, wang.address, office.clock())
            assert ours <= wang.user.windows.left(office.clock())
        assert not [c for c in office.wechat.calls if c.errcode]


async def test_wechat_is_right_about_the_window(office: Office, wang: Owner) -> None:
    await wang.says("你好")
    wang.user.windows.shut()
    for n in range(3):
        office.tell(wang.address, news(f"news {n}"))
    await office.rests()
    assert [m.kind for m in wang.user.chat.said][1:] == ["notice"] * 3
    assert len([c for c in office.wechat.calls if c.errcode]) == 1
    assert {state for state, _ in office.outbox_of(wang.address)} == {"sent"}


async def test_a_word_said_late_does_not_shorten_the_window(office: Office, wang: Owner) -> None:
    """An event that failed is tried again an hour later; the person wrote meanwhile."""
    await wang.says("你好")
    old = Event(
        "old",
        office.clock() - timedelta(hours=1),
        wang.address,
        wang.address,
        window=Window("said", timedelta(hours=48), 5),
    )
    for n in range(2):
        office.tell(wang.address, news(f"news {n}"))
    await office.rests()
    with office.app.store.transaction() as work:
        windows.open_window(work.conn, old)
        assert windows.left(work.conn, wang.address, office.clock()) == 3
        assert windows.left(work.conn, wang.address, office.clock() + timedelta(hours=47, minutes=30)) == 3


@pytest.mark.sop("CB-5")
@pytest.mark.parametrize("asking", [False, True])
async def test_a_verdict_that_reaches_nobody_is_a_call(database_url: str, asking: bool) -> None:
    async with opened(database_url, asking=asking) as office:
        wang = office.owner("oWang")
        case = await office.files_a_leak(wang)
        office.clock.move_to(office.clock() + timedelta(hours=49))
        wang.user.refuses_notices()
        await office.repairs(case)
        assert office.agent.saw("消息送不到业主", case.number) == 1
        assert wang.saw("验收合格，满意") == 0


async def test_without_a_template_the_desk_calls(database_url: str) -> None:
    async with opened(database_url, notices=False) as office:
        wang = office.owner("oWang")
        case = await office.files_a_leak(wang)
        office.clock.move_to(office.clock() + timedelta(hours=49))
        await office.repairs(case)
        assert office.agent.saw("消息送不到业主") == 1


async def test_a_failed_notice_is_somebodys_task_even_when_its_fate_is_told_at_once(
    office: Office, wang: Owner
) -> None:
    """WeChat tells what became of a notice before its number is on record."""
    case = await office.files_a_leak(wang)
    office.clock.move_to(office.clock() + timedelta(hours=49))
    office.tell(wang.address, replace(news("news"), subject=case.number))
    wang.user.refuses_notices()
    await office.app.sender.send_waiting()
    while office.app.sender._busy:
        await asyncio.sleep(0)
    await office.wechat.settled()
    await office.rests()
    assert any("送不到" in m.text for m in office.wecom.groups["service"].messages)
    assert office.rows("SELECT kind FROM tasks") == [("undeliverable",)]
