"""How we learn who opens a page: the platform sends their browser back to us with a code.

The state says that the same browser set out from the same card minutes ago; WeChat keeps nothing but letters and
digits of it, 128 at most.
"""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.base import SignsIn
from bot.channels.web.markup import onward
from bot.channels.web.visits import Visits

LASTS = timedelta(minutes=10)
BROWSER = "bihuan-browser"
TRIES = 2
_STATE = re.compile(r"(?P<until>[0-9a-f]{10})(?P<tries>[0-9])(?P<mac>[0-9a-f]{40})")
_BROWSER = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Entry:
    """Sends browsers out, and knows them when they come back."""

    secret: str
    base_url: str
    visits: Visits

    def send(self, request: Request, token: str, platform: SignsIn, tries: int = 1) -> Response:
        """Off to the platform, which comes back to the same card."""
        browser = _browser(request) or secrets.token_hex(16)
        until = int((self.visits.clock() + LASTS).timestamp())
        back = f"{self.base_url}/c/in?{urlencode({'card': token})}"
        response = onward(platform.sign_in(back, self._state(until, tries, browser, token)))
        self.visits.set(response, BROWSER, browser, LASTS)
        return response

    def tries(self, request: Request, token: str) -> int:
        """How often this browser was sent out for this card; 0 when it was not, or too long ago."""
        state, browser = request.query_params.get("state", ""), _browser(request)
        said = _STATE.fullmatch(state)
        if said is None or not browser:
            return 0
        until, tries = int(said["until"], 16), int(said["tries"])
        if not hmac.compare_digest(self._state(until, tries, browser, token), state):
            return 0
        return tries if self.visits.clock().timestamp() < until else 0

    def _state(self, until: int, tries: int, browser: str, token: str) -> str:
        told = f"{until:010x}{tries}"
        mac = hmac.digest(self.secret.encode(), f"bihuan entry {told} {browser} {token}".encode(), "sha256")
        return f"{told}{mac.hex()[:40]}"


def _browser(request: Request) -> str:
    said = request.cookies.get(BROWSER, "")
    return said if _BROWSER.fullmatch(said) else ""
