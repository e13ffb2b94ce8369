"""What is wrong with the SDK's client on either platform, put right; mixed in before it.

    class Client(Guarded, wechatpy.enterprise.WeChatClient): ...

- a token is fetched by one thread at a time, kept by `Tokens`, and no clock of the client's own overrides them;
- a refused token is replaced once and the call made once more: `auto_retry` would go on for ever, and with an
  emptied file. So a call must build what it sends anew each time;
- answers that are no JSON, or not as promised, are `NoAnswer`, as is everything that goes wrong on the way.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

import requests
from wechatpy.exceptions import WeChatClientException

from bot.channels.weixin import files
from bot.channels.weixin.http import NoAnswer, Wire

BAD_TOKEN = frozenset({40001, 40014, 42001})

T = TypeVar("T", dict[str, Any], bytes)


class NoToken(Exception):
    """The platform refuses us a token: a wrong secret, most likely."""

    def __init__(self, errcode: int | None, errmsg: str) -> None:
        super().__init__(f"no token: errcode {errcode}")
        self.errcode, self.errmsg = errcode, errmsg


class Guarded:
    """Comes before the SDK's client among a client's bases; call `guard` when that is made."""

    API_BASE_URL: str
    session: Any
    access_token_key: str
    fetch_access_token: Callable[[], Any]
    _http: Any

    def guard(self, timeout: float) -> None:
        """Take the SDK's session out of its hands."""
        self._http.close()
        self._http, self._fetching = Wire(timeout), Lock()

    @property
    def access_token(self) -> str:
        """The token in use, or a new one.

        Raises:
            NoToken, NoAnswer: there is none to be had.
        """
        with self._fetching:
            return str(self.session.get(self.access_token_key) or self._new_token())

    def ask(self, call: Callable[[], T]) -> T:
        """Make a call of the SDK's, once more with a new token if the old one is refused.

        Raises:
            WeChatClientException, files.Complaint: the platform refuses it.
            NoToken, NoAnswer: it did not come to that.
        """
        used = self.access_token
        try:
            return _sound(call)
        except (WeChatClientException, files.Complaint) as refusal:
            if refusal.errcode not in BAD_TOKEN:
                raise
        self._drop(used)
        return _sound(call)

    def download(self, path: str, **params: str) -> bytes:
        """The file a path of the API gives out; the SDK's own way has neither time-out nor a look at what came."""
        given = params | {"access_token": self.access_token}
        return files.received(self._http.get(f"{self.API_BASE_URL}{path}", params=given, stream=True))

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def _drop(self, used: str) -> None:
        with self._fetching:
            if self.session.get(self.access_token_key) == used:  # else somebody was here before us
                self.session.delete(self.access_token_key)

    def _new_token(self) -> str:
        try:
            self.fetch_access_token()
        except WeChatClientException as refusal:
            raise NoToken(refusal.errcode, str(refusal.errmsg)) from None
        except (KeyError, ValueError, TypeError) as error:
            raise NoAnswer(f"no token in the answer: {type(error).__name__}") from None
        if not (token := self.session.get(self.access_token_key)):
            raise NoAnswer("no token in the answer")
        return str(token)


def _sound(call: Callable[[], T]) -> T:
    try:
        found = call()
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise NoAnswer(f"an answer not as promised: {type(error).__name__}") from None
    if not isinstance(found, dict | bytes):
        if isinstance(found, requests.Response):
            found.close()
        raise NoAnswer("an answer that is no JSON")
    return found
