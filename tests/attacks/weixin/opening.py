"""The office opens on a Tuesday morning, everybody at work and following."""

import re
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.clock import MovableClock
from tests.attacks.weixin.front import Front
from tests.attacks.weixin.office import Office
from tests.attacks.weixin.people import GROUPS, IN_GROUPS, MANAGER, STAFF
from tests.fakes import botapi, wechat, wecom
from tests.serving import address, open_door, served
from tests.town import SITE

MORNING = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)  # a Tuesday, ten o'clock in Hangzhou

LAKE = """
[site]
id = "lake"
name = "西湖里"
prefix = "XH"
phone = "0571-88005678"
[[building]]
number = "9"
floors = 6
per_floor = 2
[[department]]
id = "service"
name = "客服中心"
[[department]]
id = "engineering"
name = "工程部"
[[staff]]
name = "钱多"
phone = "13900020001"
accounts = ["wecom:QianDuo"]
posts = [{ role = "agent" }, { role = "admin" }, { role = "handler", department = "engineering" }]
"""


def town_file(manager: str = f"telegram:{MANAGER}") -> str:
    """The estate's file, with its people where they are."""
    written = SITE.read_text("utf-8").replace(f"telegram:{MANAGER}", manager)
    written = re.sub(r"telegram:-(\d+)", lambda m: f"wecom:@{GROUPS[int(m[1])]}", written)
    return re.sub(r"telegram:(\d+)", lambda m: _where(int(m[1])), written)


def _where(number: int) -> str:
    return f"wecom:{STAFF[number]}" if number in STAFF else f"telegram:{number}"


@asynccontextmanager
async def opened(
    database: str, *, working: bool = False, sites: Iterable[str] = (), **more: Any
) -> AsyncIterator[Office]:
    """The office on a morning, everybody at work and following."""
    clock = MovableClock()
    clock.move_to(MORNING)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="bihuan-")))
        own = await stack.enter_async_context(wechat.WeChat(clock=clock))
        works = await stack.enter_async_context(wecom.WeCom(clock=clock))
        telegram = await stack.enter_async_context(botapi.BotApi())
        front, door = Front(), open_door()
        await stack.enter_async_context(served(front, door))
        url = address(door)
        written = []
        for n, site in enumerate(sites or (town_file(),)):
            written.append(folder / f"site{n}.toml")
            written[-1].write_text(site, "utf-8")
        for name in (*STAFF.values(), "QianDuo"):
            works.member(name)
        for chatid, names in IN_GROUPS.items():
            works.group(chatid, chatid, [works.member(name) for name in names])
        office = Office(database, folder, clock, own, works, telegram, url, front, written, **more)
        await office.opens(working)
        try:
            await own.connect(f"{url}/wechat")
            await works.connect(f"{url}/wecom")
            await office.manager.presses_start()
            await office.rests()
            yield office
        finally:
            await office.closes()
