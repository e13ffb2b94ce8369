"""Pictures and files that follow a text: albums where they can be, each by itself where they must.

What Telegram refuses is logged and left out; what has to wait is waited for, within the sender's lease.
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import structlog
from telegram import InputMediaPhoto, InputMediaVideo
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.errors import patiently, plain
from bot.channels.telegram.media import CHANNEL, file_of
from core.chat import Attachment

log = structlog.get_logger()

# The bytes of another channel's attachment, where the office has them.
Fetch = Callable[[Attachment], Awaitable[bytes | None]]

ALBUM = 10
IN_ALBUMS = {"photo": InputMediaPhoto, "video": InputMediaVideo}


@dataclass(frozen=True, slots=True)
class File:
    """A file as Telegram takes it: by its own id, or as bytes."""

    type: str
    content: str | bytes
    name: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """Sends files."""

    client: Client
    fetch: Fetch | None = None

    async def send(self, chat: str, attachments: Iterable[Attachment]) -> None:
        """Send as many as can be sent."""
        files = [file for attachment in attachments if (file := await self._file(attachment))]
        for album in albums(files):
            await self._send(chat, album)

    async def _file(self, attachment: Attachment) -> File | None:
        if attachment.channel == CHANNEL:
            return File(*file_of(attachment), attachment.name)
        try:
            content = await self.fetch(attachment) if self.fetch else None
        except Exception as error:  # the words are out: no file may call them back
            log.error("a file could not be read", kind=attachment.kind, error=type(error).__name__)
            return None
        return File(attachment.kind, content, attachment.name) if content else None

    async def _send(self, chat: str, album: Sequence[File]) -> None:
        try:
            await patiently(lambda: self._send_at_once(chat, album))
        except TelegramError as refusal:
            if len(album) == 1 and not _can_be_document(refusal, album[0]):
                log.error("a file was left out", chat=chat, kind=album[0].type, reason=plain(refusal))
                return
            for file in album:  # one bad picture must not take the others with it
                await self._send(chat, [file if len(album) > 1 else replace(file, type="document")])

    async def _send_at_once(self, chat: str, album: Sequence[File]) -> None:
        if len(album) > 1:
            media = [IN_ALBUMS[file.type](file.content) for file in album]
            await self.client.send_media_group(chat, media)
            return
        (file,) = album
        send = getattr(self.client, f"send_{file.type}")
        await send(chat, file.content, filename=file.name or None)


def albums(files: Iterable[File]) -> Iterator[list[File]]:
    """Pictures and videos together, ten at a time; whatever else by itself."""
    files = list(files)
    together = [file for file in files if file.type in IN_ALBUMS]
    for start in range(0, len(together), ALBUM):
        yield together[start : start + ALBUM]
    for file in files:
        if file.type not in IN_ALBUMS:
            yield [file]


def _can_be_document(refusal: TelegramError, file: File) -> bool:
    # Another platform's voice, or a picture too large for one, still goes as what it is: a file.
    return isinstance(refusal, BadRequest) and isinstance(file.content, bytes) and file.type != "document"
