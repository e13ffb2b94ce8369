"""The vocabulary as it is shipped."""

import tomllib
from importlib.resources import files

import pytest

from core.understanding import Words


@pytest.fixture(scope="session")
def words() -> Words:
    return Words.from_toml(tomllib.loads(files("core").joinpath("words.toml").read_text(encoding="utf-8")))
