"""SQLite only; and a town with a second estate."""

import pytest


@pytest.fixture(params=["sqlite"])
def database_url(request, fresh_database):
    with fresh_database(request.param) as url:
        yield url
