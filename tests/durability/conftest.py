"""The town on a bad day, and offices that can be killed, on both databases."""

from collections.abc import AsyncIterator

import pytest

from tests.durability.office import Office, no_process_left, open_town
from tests.durability.telegram import DifficultTelegram
from tests.town import Town


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    """The town; the office asks Telegram for updates."""
    async with open_town(database_url) as open_:
        yield open_


@pytest.fixture
async def called_town(database_url: str) -> AsyncIterator[Town]:
    """The town; Telegram calls the office."""
    async with open_town(database_url, by_webhook=True) as open_:
        yield open_


@pytest.fixture
async def telegram() -> AsyncIterator[DifficultTelegram]:
    """Telegram alone, for offices in processes of their own."""
    async with DifficultTelegram.opened() as server:
        yield server


@pytest.fixture
async def office(database_url: str, telegram: DifficultTelegram) -> AsyncIterator[Office]:
    """An office in a process of its own; it is not open yet."""
    made = Office(database_url, telegram)
    with no_process_left(made):
        yield made
