"""WeCom's errors as ours. Of its own words only an address is kept: who knows what else they repeat.

no answer, no token, a token refused twice          TryAgain
busy, too often, our address not on the list        TryAgain
everything else (unknown member, no such group …)   Refused, which is Undeliverable with the code
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import structlog
from wechatpy.exceptions import WeChatClientException

from bot.channels.base import DeliveryError, TryAgain, Undeliverable
from bot.channels.wecom.messages import CHANNEL
from bot.channels.weixin.client import BAD_TOKEN, NoToken
from bot.channels.weixin.files import Complaint
from bot.channels.weixin.http import NoAnswer

log = structlog.get_logger()

BUSY = frozenset({-1, 6000})
TOO_OFTEN = frozenset({45009, 45033})
NOT_ON_THE_LIST = 60020
A_MINUTE = timedelta(minutes=1)  # what its limits are counted by

_ADDRESS = re.compile(r"\bip:?\s*([0-9A-Fa-f.:]*[0-9A-Fa-f])")


class Refused(Undeliverable):
    """WeCom said no, for good."""

    def __init__(self, errcode: int | None) -> None:
        super().__init__(f"WeCom refuses it: errcode {errcode}")
        self.errcode = errcode


def delivery_error(errcode: int | None, errmsg: str) -> DeliveryError:
    """What a code means for a message."""
    if errcode == NOT_ON_THE_LIST:
        log.error(
            "our address is not on the app's list of trusted ones", channel=CHANNEL, ip=_address(errmsg)
        )
        return TryAgain("our address is not on the list", A_MINUTE)
    if errcode in BAD_TOKEN:
        return TryAgain(f"the token is refused: errcode {errcode}")
    if errcode in TOO_OFTEN:
        return TryAgain(f"too many calls: errcode {errcode}", A_MINUTE)
    if errcode in BUSY:
        return TryAgain(f"WeCom is busy: errcode {errcode}")
    return Refused(errcode)


@contextmanager
def delivering() -> Iterator[None]:
    """Let nothing but our own errors out, and none with a URL in it."""
    try:
        yield
    except (WeChatClientException, Complaint) as refusal:
        raise delivery_error(refusal.errcode, str(refusal.errmsg)) from None
    except NoToken as refusal:
        log.error("WeCom gives us no token: is the secret right?", channel=CHANNEL, errcode=refusal.errcode)
        raise TryAgain(str(refusal)) from None
    except NoAnswer as trouble:
        raise TryAgain(f"no answer from WeCom: {trouble}") from None


def _address(errmsg: str) -> str:
    found = _ADDRESS.search(errmsg)
    return found[1] if found else ""
