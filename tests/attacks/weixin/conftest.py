"""Every test here has an office of its own, and WeCom has nothing to complain of when it is over."""

from collections.abc import AsyncIterator

import pytest

from tests.attacks.weixin.office import Office
from tests.attacks.weixin.opening import opened
from tests.attacks.weixin.people import Owner


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    async with opened(database_url) as open_:
        yield open_
    assert not open_.wecom.complaints


@pytest.fixture
def wang(office: Office) -> Owner:
    return office.owner("oWang")


@pytest.fixture
def emma(office: Office) -> Owner:
    return office.owner("oEmma")
