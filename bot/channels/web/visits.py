"""Who is at the page: a signed cookie for each channel, good for two hours, and the forms that belong to it."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hmac import compare_digest
from urllib.parse import urlsplit

from itsdangerous import BadData, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import Response

from bot.clock import Clock
from bot.links import sealing
from core.chat import Address

LASTS = timedelta(hours=2)
YOUNG = timedelta(minutes=1)
LEFT = timedelta(hours=1)  # what is left at least to answer a page that is shown


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who told us who they are, or who came with no more than a link."""

    channel: str
    chat: str  # their private chat; "" with no more than a link
    key: str  # forms of this visit carry it
    since: datetime

    def young(self, now: datetime) -> bool:
        """Whether they told us just now."""
        return now - self.since < YOUNG

    def lasts(self, now: datetime, left: timedelta = timedelta()) -> bool:
        """Whether it goes on for at least so long."""
        return now - self.since + left < LASTS

    def viewer(self, place: Address) -> Address:
        """Who it is, before a card at that place."""
        return Address(self.channel, self.chat) if self.chat else place


class Visits:
    """The cookies."""

    def __init__(self, secret: str, base_url: str, clock: Clock) -> None:
        self.clock = clock
        self._secret, self._forms = secret, sealing(secret, "bihuan form")
        address = urlsplit(base_url)
        self._safe, self._path = address.scheme == "https", f"{address.path.rstrip('/')}/c"

    def of(self, request: Request, channel: str, bearer: bool = False) -> Visit | None:
        """The visit that goes on; one with no more than a link is none where more is wanted."""
        try:
            chat, key, since = self._seal(channel).loads(request.cookies.get(_name(channel), ""))
        except (BadData, UnicodeError):
            return None
        visit = Visit(channel, chat, key, datetime.fromtimestamp(since, self.clock().tzinfo))
        return visit if visit.lasts(self.clock()) and bearer != bool(chat) else None

    def begin(self, channel: str, chat: str, old: Visit | None = None) -> Visit:
        """A visit from now on; forms shown in the old one to the same person stay good."""
        now = self.clock()
        if old is not None and old.chat == chat:
            return replace(old, since=now)
        return Visit(channel, chat, secrets.token_hex(16), now)

    def keep(self, response: Response, visit: Visit) -> None:
        """Give the browser its cookie."""
        value = self._seal(visit.channel).dumps([visit.chat, visit.key, int(visit.since.timestamp())])
        self.set(response, _name(visit.channel), str(value), LASTS)

    def set(self, response: Response, name: str, value: str, lasts: timedelta) -> None:
        """A cookie that no script reads and no other site sends."""
        response.set_cookie(
            name,
            value,
            max_age=int(lasts.total_seconds()),
            path=self._path,
            secure=self._safe,
            httponly=True,
            samesite="lax",
        )

    def form(self, visit: Visit) -> str:
        """The mark of one rendered page, for this visit's forms only."""
        return str(self._forms.dumps([secrets.token_hex(16), visit.key]))

    def owns(self, visit: Visit, nonce: str) -> bool:
        """Whether a form was shown in this visit."""
        try:
            _, key = self._forms.loads(nonce)
        except (BadData, UnicodeError):
            return False
        return compare_digest(key, visit.key)

    def _seal(self, channel: str) -> URLSafeSerializer:
        return sealing(self._secret, f"bihuan visit {channel}")


def _name(channel: str) -> str:
    return f"bihuan-{channel}"
