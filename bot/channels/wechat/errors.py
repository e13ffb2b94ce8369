"""WeChat's refusals as ours; in words only their number, for what WeChat adds may be about people.

45015 45047                          Closed: the person has to write first
-1 45009 45011, token, no answer     TryAgain
40164                                TryAgain, and a line for whoever looks after the allow list
40003 43004 48001 43101 …, the rest  Undeliverable
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import structlog
from wechatpy.exceptions import WeChatClientException

from bot.channels.base import Closed, DeliveryError, TryAgain, Undeliverable
from bot.channels.weixin.client import BAD_TOKEN, NoToken
from bot.channels.weixin.files import Complaint
from bot.channels.weixin.http import NoAnswer

log = structlog.get_logger()

CLOSED = frozenset({45015, 45047})
NOT_NOW = frozenset({-1, 45011}) | BAD_TOKEN
NO_MORE_TODAY = 45009
NOT_ON_THE_LIST = 40164
LATER = timedelta(minutes=10)

_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-f]{0,4}:){2,}[0-9a-f.:]*", re.IGNORECASE)


class Refused(Undeliverable):
    """For good, with WeChat's number for it."""

    def __init__(self, errcode: int) -> None:
        super().__init__(f"WeChat refused it: {errcode}")
        self.errcode = errcode


def delivery_error(errcode: int | None, errmsg: str) -> DeliveryError:
    """What a refusal means for a message."""
    if errcode in CLOSED:
        return Closed(f"the window is closed: {errcode}")
    if errcode == NOT_ON_THE_LIST:
        found = _ADDRESS.search(errmsg)
        log.error("WeChat wants our address on its allow list", address=found[0] if found else "unknown")
        return TryAgain(f"not on the allow list: {errcode}", LATER)
    if errcode == NO_MORE_TODAY:
        return TryAgain(f"no more today: {errcode}", LATER)
    if errcode is None or errcode in NOT_NOW:
        return TryAgain(f"not now: {errcode}")
    return Refused(errcode)


@contextmanager
def delivering() -> Iterator[None]:
    """Let nothing but our own errors out."""
    try:
        yield
    except NoToken as refusal:
        log.error("WeChat gives us no token", errcode=refusal.errcode)
        error = delivery_error(refusal.errcode, refusal.errmsg)
        raise error if isinstance(error, TryAgain) else TryAgain(str(refusal)) from None
    except NoAnswer as silence:
        raise TryAgain(f"no answer: {silence}") from None
    except TimeoutError:
        raise TryAgain("no answer in time") from None
    except (WeChatClientException, Complaint) as refusal:
        raise delivery_error(refusal.errcode, str(refusal.errmsg)) from None
