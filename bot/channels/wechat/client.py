"""The SDK's client for one account, with its traps closed and the stable token, which all processes share.

Never `auto_retry`: a token that is always refused would send it round for ever.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
import requests
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

from bot.channels.weixin import files
from bot.channels.weixin.client import Guarded
from bot.channels.weixin.http import NoAnswer
from bot.channels.weixin.tokens import Tokens


class Client(Guarded, WeChatClient):  # type: ignore[misc]  # the SDK has no types
    """WeChat's methods, to be called in a thread."""

    def __init__(
        self, appid: str, secret: str, api: str, clock: Callable[[], datetime], timeout: float
    ) -> None:
        self.base = api.rstrip("/")
        self.API_BASE_URL = f"{self.base}/cgi-bin/"
        super().__init__(appid, secret, session=Tokens(clock), timeout=timeout, auto_retry=False)
        self.guard(timeout)

    def __repr__(self) -> str:
        return "Client"

    def fetch_access_token(self) -> dict[str, Any]:
        """Ask for the token all processes share; the SDK's own would end theirs."""
        asked = {"grant_type": "client_credential", "appid": self.appid, "secret": self.secret}
        answer = _dict(self._http.post(f"{self.API_BASE_URL}stable_token", json=asked).content)
        self.session.set(self.access_token_key, answer["access_token"], int(answer["expires_in"]))
        return answer

    def file(self, media: str) -> bytes:
        """What somebody sent; of a video WeChat only tells where it is."""
        asked = {"access_token": self.access_token, "media_id": media}
        answer = self._http.get(f"{self.API_BASE_URL}media/get", params=asked, stream=True)
        if _is_file(answer):
            return files.received(answer)
        where = str(_dict(_beginning(answer))["video_url"])
        return files.received(self._http.get(where, stream=True))

    def openid(self, code: str) -> dict[str, Any]:
        """Who came back from signing in with this code."""
        asked = {"appid": self.appid, "secret": self.secret, "code": code, "grant_type": "authorization_code"}
        return _dict(self._http.get(f"{self.base}/sns/oauth2/access_token", params=asked).content)


def _is_file(answer: requests.Response) -> bool:
    kind = answer.headers.get("content-type", "").casefold()
    return "content-disposition" in answer.headers or kind.startswith(files.MEDIA)


def _beginning(answer: requests.Response) -> bytes:
    try:
        with answer:
            return bytes(next(answer.iter_content(files.PIECE), b""))
    except requests.RequestException as error:
        raise NoAnswer(type(error).__name__) from None


def _dict(content: bytes) -> dict[str, Any]:
    """What a JSON answer says.

    Raises:
        WeChatClientException: it is an error.
        NoAnswer: it is no answer.
    """
    try:
        answer = orjson.loads(content)
    except ValueError:
        raise NoAnswer("an answer that is no JSON") from None
    if not isinstance(answer, dict):
        raise NoAnswer("an answer not as promised")
    if answer.get("errcode"):
        raise WeChatClientException(int(answer["errcode"]), str(answer.get("errmsg", "")))
    return answer
