"""Pictures, voices and files that follow a text. What WeCom refuses is logged and left out: the words are out already."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial

import structlog

from bot.channels.base import DeliveryError, Office
from bot.channels.wecom.cards import Body
from bot.channels.wecom.client import Line
from bot.channels.wecom.errors import Refused
from bot.channels.weixin.files import sort
from bot.channels.weixin.patience import Patience
from core.chat import Attachment

log = structlog.get_logger()

FEWEST, MOST = 6, 20_000_000  # bytes
TYPES = {  # WeCom's type by what the bytes are, and how many it takes of such
    "jpg": ("image", 10_000_000),
    "png": ("image", 10_000_000),
    "amr": ("voice", 2_000_000),
    "mp4": ("video", 10_000_000),
}
ENDINGS = {"photo": "jpg", "voice": "mp3", "video": "mp4", "document": "bin"}

Post = Callable[[Body], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Files:
    """Sends files."""

    line: Line
    office: Office

    async def send(self, media: Iterable[Attachment], post: Post, patience: Patience) -> None:
        """Send as many as can be sent."""
        for attachment in media:
            content = await self._content(attachment)
            if not FEWEST <= len(content) <= MOST:
                log.error("a file is not there, or too large", kind=attachment.kind, size=len(content))
                continue
            await self._send(attachment, content, post, patience)

    async def _content(self, attachment: Attachment) -> bytes:
        try:
            return await self.office.fetch(attachment) or b""
        except Exception as error:  # the words are out: no file may call them back
            log.error("a file could not be read", kind=attachment.kind, error=type(error).__name__)
            return b""

    async def _send(self, attachment: Attachment, content: bytes, post: Post, patience: Patience) -> None:
        kind, name = shape(attachment, content)
        try:
            try:
                await patience.call(partial(self._once, kind, name, content, post))
            except Refused:
                if kind == "file":
                    raise
                await patience.call(partial(self._once, "file", name, content, post))
        except DeliveryError as refusal:
            log.error("a file was left out", kind=attachment.kind, reason=str(refusal))

    async def _once(self, kind: str, name: str, content: bytes, post: Post) -> None:
        # Bytes, not a file: whatever is sent once more has to be whole again.
        found = await self.line.ask(lambda client: client.media.upload(kind, (name, content)))
        await post({"msgtype": kind, kind: {"media_id": str(found.get("media_id", ""))}})


def shape(attachment: Attachment, content: bytes) -> tuple[str, str]:
    """As what a file goes, and under which name; what WeCom shows in no other way goes as a file."""
    found = sort(content)
    kind, most = TYPES.get(found, ("file", MOST))
    if attachment.kind == "document" or len(content) > most:
        kind = "file"
    ending = found or ENDINGS.get(attachment.kind, "bin")
    return kind, attachment.name or f"{attachment.kind}.{ending}"
