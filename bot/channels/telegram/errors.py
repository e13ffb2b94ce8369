"""The SDK's errors as the two of ours, and without the token wherever it may have got in.

RetryAfter                           TryAgain, after as long as Telegram wants
ChatMigrated                         Moved
Forbidden, BadRequest                Undeliverable
TimedOut, NetworkError, all others   TryAgain
"""

import asyncio
import os
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.channels.base import DeliveryError, Moved, TryAgain, Undeliverable
from core.chat import Address

os.environ.setdefault("PTB_TIMEDELTA", "1")  # the SDK's own switch: periods are timedeltas

PATIENCE = 45.0  # seconds for what must not start over; well within the sender's lease
SOON = timedelta(seconds=1)

T = TypeVar("T")

_TOKEN = re.compile(r"\d{3,}:[\w-]{10,}")


def plain(error: BaseException) -> str:
    """What went wrong, fit to be written down."""
    return _TOKEN.sub("…", str(error)) or type(error).__name__


def says(error: TelegramError, *fragments: str) -> bool:
    """Whether Telegram's words contain one of these, in whatever case."""
    words = str(error).casefold()
    return any(fragment in words for fragment in fragments)


def delivery_error(error: TelegramError, channel: str) -> DeliveryError:
    """What an error means for a message."""
    match error:
        case RetryAfter():
            return TryAgain(plain(error), pause(error))
        case ChatMigrated():
            return Moved(Address(channel, str(error.new_chat_id)))
        case Forbidden() | BadRequest():
            return Undeliverable(plain(error))
        case _:
            return TryAgain(plain(error))


def pause(error: RetryAfter) -> timedelta:
    """How long Telegram wants to be left alone."""
    after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


@contextmanager
def delivering(channel: str) -> Iterator[None]:
    """Let nothing but our own errors out."""
    try:
        yield
    except TelegramError as error:
        raise delivery_error(error, channel) from None


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Call until Telegram has taken it, within reason; what it refuses for good is refused at once."""
    clock = asyncio.get_running_loop().time
    end = clock() + PATIENCE
    while True:
        try:
            return await call()
        except TelegramError as error:
            wait = (pause(error) if isinstance(error, RetryAfter) else SOON).total_seconds()
            lasting = not isinstance(delivery_error(error, ""), TryAgain)
            if lasting or clock() + wait > end:
                raise
        await asyncio.sleep(wait)
