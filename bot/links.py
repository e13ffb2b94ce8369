"""Links to a message as a page: signed, so that nobody can make one up, and with an end."""

import hashlib
from datetime import timedelta
from enum import StrEnum

from itsdangerous import BadData, URLSafeSerializer

from bot.clock import Clock

LASTS = timedelta(days=30)
_SIGNING = {"digest_method": hashlib.sha256, "key_derivation": "hmac"}


class Flaw(StrEnum):
    """Why a link opens nothing."""

    ALTERED = "altered"
    EXPIRED = "expired"


def sealing(secret: str, salt: str) -> URLSafeSerializer:
    """What signs and reads small things that pass through strange hands; each salt is a world of its own."""
    if not secret:
        raise ValueError("whatever is signed without a secret can be made up by anybody")
    return URLSafeSerializer(secret, salt=salt, signer_kwargs=_SIGNING)


class Links:
    """Makes the links and reads them."""

    def __init__(self, secret: str, base_url: str, clock: Clock) -> None:
        self.secret, self.base_url, self.clock = secret, base_url.rstrip("/"), clock
        self._seal = sealing(secret, "bihuan card")

    def to(self, number: int) -> str:
        """The link to an outgoing message; none where we have no address."""
        return f"{self.base_url}/c/{self.token(number)}" if self.base_url else ""

    def token(self, number: int, lasts: timedelta = LASTS) -> str:
        """What stands for an outgoing message in a link, or for a while in a page."""
        return str(self._seal.dumps([number, int((self.clock() + lasts).timestamp())]))

    def read(self, token: str) -> int | Flaw:
        """Which message a token stands for, or what is wrong with it."""
        try:
            number, until = payload = self._seal.loads(token)
        except (BadData, UnicodeError):
            return Flaw.ALTERED
        # base64 reads several spellings as one; we wrote only this one
        if self._seal.dumps(payload) != token:
            return Flaw.ALTERED
        return int(number) if self.clock().timestamp() < until else Flaw.EXPIRED
