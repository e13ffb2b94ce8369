"""Web authorization: the browser comes back with a code, and the code says once whose it was."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, quote, urlsplit

from tests.fakes.wechat.faults import Refusal

LASTS = timedelta(minutes=5)
ORDER = [
    "appid",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
]  # the platform matches them in this order
SCOPES = {"snsapi_base", "snsapi_userinfo"}


class Oops(Exception):
    """The page people see instead."""


@dataclass
class Code:
    """A code on its way back."""

    openid: str
    scope: str
    until: datetime
    used: bool = False


@dataclass
class OAuth:
    """Who may come back where, and the codes given."""

    appid: str
    secret: str
    clock: Callable[[], datetime]
    domain: str = ""  # the one configured in the console; empty: any
    _codes: dict[str, Code] = field(default_factory=dict)

    def authorize(self, query: str, openid: str) -> str:
        """Where the browser is sent back to."""
        pairs = parse_qsl(query, keep_blank_values=True)
        asked = dict(pairs)
        if [name for name, _ in pairs if name in ORDER] not in (ORDER, ORDER[:-1]):
            raise Oops("parameters are missing or not in order")
        if not openid:
            raise Oops("open this in the WeChat client")
        self._check(asked)
        code = secrets.token_urlsafe(24)
        self._codes[code] = Code(openid, asked["scope"], self.clock() + LASTS)
        back = asked["redirect_uri"]
        return (
            f"{back}{'&' if '?' in back else '?'}code={code}&state={quote(asked.get('state', ''), safe='')}"
        )

    def _check(self, asked: dict[str, str]) -> None:
        if asked["appid"] != self.appid:
            raise Oops("appid")
        if asked["response_type"] != "code" or asked["scope"] not in SCOPES:
            raise Oops("scope 10005")
        if len(asked.get("state", "").encode()) > 128:
            raise Oops("state is too long")
        where = urlsplit(asked["redirect_uri"])
        if where.scheme not in {"http", "https"} or (self.domain and where.hostname != self.domain):
            raise Oops("redirect_uri 10003")

    def redeem(self, query: dict[str, str]) -> dict[str, object]:
        """Whose code it was; it can be asked once."""
        if query.get("appid") != self.appid:
            raise Refusal(40013, "invalid appid")
        if query.get("secret") != self.secret:
            raise Refusal(40125, "invalid appsecret")
        if query.get("grant_type") != "authorization_code":
            raise Refusal(40002, "invalid grant_type")
        if not query.get("code"):
            raise Refusal(41008, "missing code")
        code = self._codes.get(query["code"])
        if code is None or self.clock() >= code.until:
            raise Refusal(40029, "invalid code")
        if code.used:
            raise Refusal(40163, "code been used")
        code.used = True
        return {
            "access_token": secrets.token_urlsafe(64),
            "expires_in": 7200,
            "refresh_token": secrets.token_urlsafe(64),
            "openid": code.openid,
            "scope": code.scope,
        }
