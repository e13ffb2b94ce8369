"""Every story is told on Telegram and on WeChat with WeCom, from the same text.

The first time on SQLite, the second on PostgreSQL; what only one platform can tell is told there on both.
"""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.town import Town, open_town

USUALLY = ("telegram", "weixin")
TWICE = (("telegram", "sqlite"), ("weixin", "postgresql"))  # every platform, and every database, once
DATABASES = ("sqlite", "postgresql")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "told" in metafunc.fixturenames:
        kinds = [mark.args[0] for mark in metafunc.definition.iter_markers("only")] or USUALLY
        told = [(kind, database) for kind in kinds for database in DATABASES]
        told = list(TWICE) if kinds is USUALLY else told
        metafunc.parametrize("told", told, ids=["-".join(each) for each in told])


@pytest.fixture
async def town(told: tuple[str, str], fresh_database: Any) -> AsyncIterator[Town]:
    """Wangjiang Garden on a Tuesday morning; no platform swallows anything in it."""
    kind, database = told
    with fresh_database(database) as url:
        async with open_town(url, kind) as open_:
            yield open_
            assert not open_.complaints
