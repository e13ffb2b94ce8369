"""Requests that end, follow nobody elsewhere, and fail without saying the URL: the token is in it."""

import logging
from typing import Any

import requests


class NoAnswer(Exception):
    """The platform did not answer, or nothing that can be read; its text is fit for a log."""


class Wire(requests.Session):
    """The SDK's session. It asks with no time-out at all for a token, and with None elsewhere."""

    def __init__(self, timeout: float) -> None:
        super().__init__()
        self._timeout = timeout
        for name in ("urllib3", "wechatpy"):
            logging.getLogger(name).setLevel(logging.INFO)  # below that they write URLs down

    def request(self, method: Any, url: Any, *given: Any, **more: Any) -> requests.Response:
        """One request.

        Raises:
            NoAnswer: it did not get through, or came back as a failure.
        """
        more["timeout"] = more.get("timeout") or self._timeout
        more["allow_redirects"] = False
        try:
            answer = super().request(method, url, *given, **more)
        except requests.RequestException as error:
            raise NoAnswer(type(error).__name__) from None
        if answer.status_code != 200:
            answer.close()
            raise NoAnswer(f"HTTP {answer.status_code}")
        return answer
