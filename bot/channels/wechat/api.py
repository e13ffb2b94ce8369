"""WeChat's methods for the loop: called in threads, ended in time, and with nothing but our own errors out."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from bot.channels.base import TryAgain
from bot.channels.wechat.client import Client
from bot.channels.wechat.errors import Refused, delivering
from bot.channels.weixin import files
from bot.channels.weixin.threads import Threads

T = TypeVar("T", dict[str, Any], bytes)

GONE = 40007  # the id of a file that is none, or is older than three days
TRIES = 4  # requests one call may need: a token, the call, a new token, the call again
FILE = 90.0  # seconds
TYPES = {"jpg": "image/jpeg", "png": "image/png", "gif": "image/gif", "amr": "audio/amr", "mp3": "audio/mpeg"}
USUAL = {"image": "jpg", "voice": "amr", "video": "mp4"}


class Api:
    """One account."""

    def __init__(self, client: Client, timeout: float) -> None:
        self.client = client
        self._threads, self._most = Threads("wechat"), timeout * TRIES

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Call a method.

        Raises:
            TryAgain, Closed, Undeliverable: it was not done.
        """
        return await self._call(
            lambda: self.client.ask(lambda: self.client.post(path, data=body)), self._most
        )

    async def upload(self, kind: str, content: bytes) -> str:
        """Leave a file with WeChat for three days; returns its id."""
        answer = await self._call(lambda: self.client.ask(lambda: self._uploaded(kind, content)), FILE)
        if "media_id" not in answer:
            raise TryAgain("an answer not as promised")
        return str(answer["media_id"])

    async def download(self, media: str) -> bytes:
        """The bytes of what somebody sent.

        Raises:
            TryAgain, Undeliverable: not now; it is gone.
        """
        try:
            return await self._call(lambda: self.client.ask(lambda: self.client.file(media)), FILE)
        except Refused as refusal:
            if refusal.errcode == GONE:
                raise
            raise TryAgain(str(refusal)) from None

    async def openid(self, code: str) -> str:
        """Who came back from signing in."""
        answer = await self._call(lambda: self.client.openid(code), self._most)
        if not answer.get("openid") or answer.get("is_snapshotuser"):
            raise Refused(0)  # a page looked at in passing: whoever looks has no name yet
        return str(answer["openid"])

    async def close(self) -> None:
        """Let go of everything; what is in hand is finished."""
        await self._threads.close()
        self.client.close()

    async def _call(self, call: Callable[[], T], most: float) -> T:
        with delivering():
            async with asyncio.timeout(most):
                return await self._threads.call(call)

    def _uploaded(self, kind: str, content: bytes) -> dict[str, Any]:
        # Bytes, not a file: a file would be empty when it is sent for the second time.
        ending = files.sort(content) or USUAL[kind]
        named = (f"file.{ending}", content, TYPES.get(ending, "application/octet-stream"))
        answer: dict[str, Any] = self.client.media.upload(kind, named)
        return answer
