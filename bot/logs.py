"""The log: JSON for machines, lines for eyes, and nothing about people in either.

What we log ourselves is English and without names; whatever else slips in, out of an error's message or a
library, is made unreadable before it is written.
"""

import logging
import re
import sys
from typing import Any

import structlog
from pydantic import SecretStr
from sqlalchemy.engine import make_url
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.settings import Settings
from core.people import masked_phone

_PHONE = re.compile(
    r"(?<!\d)(?:\+?86[- ]?)?(?P<number>1[3-9]\d([- ]?)\d{4}\2\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)"
)
_TOKEN = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{30,}")
_WRITTEN = re.compile(
    r"[^\x00-\x7f]*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][^\x00-\x7f]*"
)  # we log in English
_PARAMETERS = re.compile(r"\[(?:parameters|SQL): .*?\](?=\n|$)", re.DOTALL)
_WORDS = frozenset({"text", "body", "issue", "say", "message_text", "words", "payload"})
_QUIET = ("httpx", "httpcore", "aiohttp", "apscheduler", "alembic", "multipart", "asyncio")


def set_up_logging(given: Settings, json: bool | None = None) -> None:
    """Let everything that is logged, by us or a library, go through the same mask to stderr."""
    json = not sys.stderr.isatty() if json is None else json
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper("iso", utc=True),
    ]
    last: list[Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
        Mask(_secrets(given)),
        structlog.processors.JSONRenderer(ensure_ascii=False) if json else _for_eyes(),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _secrets(given: Settings) -> list[str]:
    keys = [value.get_secret_value() for _, value in given if isinstance(value, SecretStr)]
    return [secret for secret in (*keys, make_url(given.database).password) if secret]


def _for_eyes() -> Processor:
    return structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)


class Mask:
    """Makes numbers, keys and people's words unreadable, wherever in an entry they stand."""

    def __init__(self, secrets: list[str]) -> None:
        self._secrets = secrets

    def __call__(self, _: WrappedLogger, __: str, entry: EventDict) -> EventDict:
        return {key: "…" if key in _WORDS else self._mask(value) for key, value in entry.items()}

    def _mask(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._mask_text(value)
        if isinstance(value, dict):
            return {key: self._mask(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._mask(inner) for inner in value]
        return value if isinstance(value, int | float | None) else self._mask_text(str(value))

    def _mask_text(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "***")
        text = _PARAMETERS.sub("", _TOKEN.sub("***", text))
        text = _PHONE.sub(lambda match: masked_phone(match["number"]), text)
        return _WRITTEN.sub("…", text)
