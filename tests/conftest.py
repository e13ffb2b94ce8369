"""What every test may ask for."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import database_url, fresh_database
from tests.town import Town, open_town

__all__ = ["database_url", "fresh_database"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "only(kind, why): a story that can be told on one kind of platform only, and why"
    )


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    """Wangjiang Garden on a Tuesday morning, on Telegram; on SQLite and on PostgreSQL."""
    async with open_town(database_url) as open_:
        yield open_
