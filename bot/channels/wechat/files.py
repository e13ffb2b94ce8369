"""Pictures, voices and videos on their way out: left with WeChat before the first word is said.

So a file that cannot be sent is known in time, and the words can carry a link instead.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog

from bot.channels.base import DeliveryError, Undeliverable
from bot.channels.wechat.api import Api
from bot.channels.wechat.messages import CHANNEL
from bot.channels.weixin.patience import PATIENCE, Patience
from core.chat import Attachment

log = structlog.get_logger()

Fetch = Callable[[Attachment], Awaitable[bytes | None]]

KINDS = {"photo": "image", "voice": "voice", "video": "video"}  # a document has no message of its own
MOST = {"image": 2_000_000, "voice": 2_000_000, "video": 10_000_000}  # bytes
FOREIGN = (b"OggS", b"RIFF")  # other platforms' voices and pictures: it takes AMR and MP3, JPEG, PNG and GIF


@dataclass(frozen=True, slots=True)
class File:
    """A file WeChat has."""

    kind: str
    id: str

    def message(self) -> dict[str, Any]:
        """It, as a customer-service message."""
        return {"msgtype": self.kind, self.kind: {"media_id": self.id}}


@dataclass(frozen=True, slots=True)
class Files:
    """Brings files to WeChat."""

    api: Api
    fetch: Fetch
    soon: float

    async def ready(self, media: Iterable[Attachment]) -> list[File]:
        """Those that can be sent, in order."""
        found = list[File]()
        try:
            async with asyncio.timeout(PATIENCE):
                for attachment in media:
                    if file := await self._file(attachment):
                        found.append(file)
        except TimeoutError:
            log.error("files were left out", reason="it took too long")
        return found

    async def _file(self, attachment: Attachment) -> File | None:
        try:
            return await self._uploaded(attachment)
        except Exception as error:  # the words go out all the same
            reason = str(error) if isinstance(error, DeliveryError) else type(error).__name__
            log.warning("a file was left out", channel=CHANNEL, kind=attachment.kind, reason=reason)
            return None

    async def _uploaded(self, attachment: Attachment) -> File:
        kind = KINDS.get(attachment.kind, "")
        content = await self.fetch(attachment) if kind else None
        if not content:
            raise Undeliverable("its bytes are not to be had" if kind else "WeChat sends no such thing")
        if len(content) > MOST[kind] or content.startswith(FOREIGN):
            raise Undeliverable("WeChat takes nothing of this size or sort")
        return File(kind, await Patience(self.soon).call(partial(self.api.upload, kind, content)))
