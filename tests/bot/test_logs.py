"""Whatever slips into the log, nobody's number, key or words can be read in it."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from pydantic import SecretStr
from sqlalchemy.exc import OperationalError

from bot.logs import set_up_logging
from bot.settings import Settings

TOKEN = "123456789:AAH-" + "x" * 31
WORDS = "厨房漏水，今晚能来修吗"


@pytest.fixture(autouse=True)
def _logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Any:
    """Set logging up, and read back what was written."""
    given = Settings(_env_file=None, telegram_token=SecretStr(TOKEN), telegram_secret=SecretStr("swordfish"))

    def logged(json_lines: bool = True) -> Any:
        set_up_logging(given, json_lines)
        return lambda: capsys.readouterr().err

    return logged


@pytest.mark.sop("DI-1")
@pytest.mark.parametrize("json_lines", [True, False])
@pytest.mark.parametrize(
    "slip",
    [
        "13800138000",
        "+86 138 0013 8000",
        "0571-88001234",
        f"https://api.telegram.org/bot{TOKEN}/sendMessage",
        "swordfish",
        WORDS,
        {"owner": {"phone": "13800138000", "said": [WORDS]}},
        ValueError(f"{WORDS} 13800138000"),
    ],
    ids=str,
)
def test_nothing_about_people_is_written(logged: Any, json_lines: bool, slip: object) -> None:
    read = logged(json_lines)
    structlog.get_logger().warning("something slipped", slip=slip)
    logging.getLogger("some.library").warning("it says %s", slip)
    written = read()
    assert written.count("\n") == 2
    for secret in ("13800138000", "0013", "88001234", TOKEN, "swordfish", "漏水"):
        assert secret not in written


def test_an_error_keeps_its_kind_and_place_but_not_what_was_written(logged: Any) -> None:
    read = logged()
    try:
        raise OperationalError(
            "INSERT INTO cases", {"issue": "the kitchen leaks"}, Exception("database is locked")
        )
    except OperationalError as error:
        structlog.get_logger().error("event kept for another try", key="update:1", exc_info=error)
    entry = json.loads(read())
    assert entry["key"] == "update:1"
    assert "OperationalError" in entry["exception"]
    assert "database is locked" in entry["exception"]
    assert "kitchen" not in entry["exception"]


def test_what_is_said_about_a_case_is_never_logged(logged: Any) -> None:
    read = logged()
    structlog.get_logger().info("turn", text="the kitchen leaks", case="WJ-20261121-0007")
    entry = json.loads(read())
    assert (entry["text"], entry["case"], entry["level"]) == ("…", "WJ-20261121-0007", "info")
