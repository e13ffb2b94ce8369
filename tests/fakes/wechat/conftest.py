"""The platform, its account and somebody who follows it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.wechat import User, WeChat
from tests.fakes.wechat.played import Account, Clock, House, serve


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def wechat(clock: Clock) -> AsyncIterator[WeChat]:
    async with WeChat(clock=clock, again=0.001) as server:
        yield server


@pytest.fixture
async def house(wechat: WeChat) -> AsyncIterator[House]:
    built, runner = await serve(wechat)
    yield built
    built.wakes.set()
    await runner.cleanup()


@pytest.fixture
async def account(wechat: WeChat) -> AsyncIterator[Account]:
    async with aiohttp.ClientSession() as session:
        caller = Account(wechat, session)
        await caller.fetches_token()
        yield caller


@pytest.fixture
def wang(wechat: WeChat) -> User:
    return wechat.user("oWang", "王小明")
