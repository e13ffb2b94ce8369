"""The seal on a delivery: whose signature it bears, and what is inside.

wechatpy's crypto does the work; what it raises over bad input (half a dozen kinds of error, from `struct` to
`binascii`) becomes one refusal, and signatures are compared in constant time before it is asked at all.
"""

import hmac
import struct
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from wechatpy.exceptions import WeChatException
from wechatpy.utils import WeChatSigner

from bot.channels.weixin import markup


class Forged(Exception):
    """Not from the platform, or not for us."""


def signature(*parts: str) -> str:
    """What the platform writes under these."""
    signer = WeChatSigner()
    signer.add_data(*parts)
    return str(signer.signature)


def check(told: str, *parts: str) -> None:
    """Accept the platform's own signature.

    Raises:
        Forged: it is another's.
    """
    if not hmac.compare_digest(told.encode(), signature(*parts).encode()):
        raise Forged("the signature is wrong")


@dataclass(frozen=True, slots=True)
class Seal:
    """Opens what comes in encrypted, for the account whose key this is."""

    crypto: Any  # wechatpy's, of either platform
    token: str

    def opened(self, told: str, timestamp: str, nonce: str, body: bytes) -> str:
        """The XML inside an encrypted delivery.

        Raises:
            Forged: the signature is another's, or the key or the account does not fit.
            markup.Unreadable: the envelope is none; what is inside may well be, it is authentic all the same.
            markup.Trap: either of them sets one.
        """
        sealed = markup.fields(body).get("Encrypt", "")
        if not sealed:
            raise markup.Unreadable("nothing encrypted")
        xml = self.plain(told, timestamp, nonce, sealed)
        with suppress(markup.Unreadable):
            markup.inspect(xml)
        return xml

    def plain(self, told: str, timestamp: str, nonce: str, sealed: str) -> str:
        """What an encrypted text says.

        Raises:
            Forged: as above.
        """
        check(told, self.token, timestamp, nonce, sealed)
        try:
            return str(self.crypto.decrypt_message({"Encrypt": sealed}, told, timestamp, nonce))
        except (WeChatException, ValueError, KeyError, IndexError, TypeError, struct.error) as error:
            raise Forged(f"the AES key or the account does not fit: {type(error).__name__}") from None
