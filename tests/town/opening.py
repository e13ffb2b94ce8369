"""The town is opened: the platforms, the office in between, and everybody says hello."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.clock import MovableClock
from tests.fakes.botapi import BotApi
from tests.fakes.wechat import WeChat
from tests.fakes.wecom import WeCom
from tests.town.handsets import Platform
from tests.town.people import WHERE
from tests.town.premises import Premises
from tests.town.telegram import TelegramPlatform
from tests.town.town import MORNING, Town
from tests.town.wechat import WeChatPlatform
from tests.town.wecom import WeComPlatform


@asynccontextmanager
async def open_town(
    database: str, kind: str = "telegram", *, notices: bool = True, also: tuple[Path, ...] = ()
) -> AsyncIterator[Town]:
    """The town on a morning, on a database that is migrated and empty.

    kind   telegram   everybody
           weixin     owners on WeChat, the staff on WeCom
           three      the same, with a manager on Telegram

    Without `notices` the WeChat account has no template for them; `also` are further estates, on Telegram.
    """
    clock = MovableClock()
    clock.move_to(MORNING)
    async with AsyncExitStack() as stack:
        media = stack.enter_context(TemporaryDirectory(prefix="bihuan-"))
        platforms = await _platforms(stack, kind, clock, notices)
        premises = Premises(database, kind, platforms, clock, Path(media), also)
        await stack.enter_async_context(premises.opened())
        town = Town(platforms, premises.app, clock, WHERE[kind], premises=premises)
        await town.everybody_starts()
        if kind != "telegram":
            _names_are_known(town)
        yield town


async def _platforms(
    stack: AsyncExitStack, kind: str, clock: MovableClock, notices: bool
) -> dict[str, Platform]:
    found: dict[str, Platform] = {}
    if kind in {"telegram", "three"}:
        found["telegram"] = TelegramPlatform(await stack.enter_async_context(BotApi()), clock)
    if kind in {"weixin", "three"}:
        wechat = await stack.enter_async_context(WeChat(clock=clock))
        wecom = await stack.enter_async_context(WeCom(clock=clock))
        found |= {"wechat": WeChatPlatform(wechat, clock, notices), "wecom": WeComPlatform(wecom, clock)}
    return found


def _names_are_known(town: Town) -> None:
    """WeChat tells nobody's name; these have told us theirs another time, as owners do."""
    for owner in (town.owner, town.husband, town.neighbour):
        number = owner.id
        with town.app.store.transaction() as work:
            known = work.person(number)
            assert known is not None
            work.keep(replace(known, name=owner.name))
