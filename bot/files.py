"""The office's own folder of pictures, voices and files: platforms forget theirs after days.

Whatever comes in is noted with the turn and fetched at once; what cannot be had now is tried again, and what
cannot be had at all is shown by `bihuan check`.
"""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.channels.base import Channel, DeliveryError, TryAgain
from bot.clock import Clock
from bot.handlers import Handler, where
from core.chat import Attachment
from storage import files

log = structlog.get_logger()

LEASE = timedelta(minutes=2)
FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=30)
GIVE_UP = timedelta(days=3)  # by then no platform has it any more
AT_ONCE = 4
LOOK_AGAIN = 5.0  # seconds


@dataclass(slots=True)
class Files:
    """Fetches what comes in, and hands out what is there."""

    folder: Path
    handler: Handler
    channels: Mapping[str, Channel]
    clock: Clock
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """Something came in."""
        self._wake.set()

    async def run(self) -> None:
        """Fetch until cancelled."""
        while True:
            self._wake.clear()
            try:
                while await self.fetch_waiting():
                    pass
            except Exception as trouble:  # the database may be away for a while
                log.error("files cannot be looked up", error=type(trouble).__name__, at=where(trouble))
            try:
                await asyncio.wait_for(self._wake.wait(), LOOK_AGAIN)
            except TimeoutError:
                continue

    async def fetch_waiting(self) -> int:
        """Fetch what is due now; returns how many files that were."""
        due = await self.handler.in_database(self._claim)
        await asyncio.gather(*(self._fetch(item, tries, since) for item, tries, since in due))
        return len(due)

    async def read(self, item: Attachment) -> bytes | None:
        """The bytes: from the folder, or else from where they came."""
        path = self.path(item)
        if path.exists():
            return await asyncio.to_thread(path.read_bytes)
        channel = self.channels.get(item.channel)
        try:
            return await self._keep(item, channel) if channel else None
        except DeliveryError as refusal:
            log.warning("a file is not to be had", channel=item.channel, kind=item.kind, reason=str(refusal))
            return None

    def path(self, item: Attachment) -> Path:
        """Where a file lies; a platform's own name for it may be longer than a file's can be."""
        name = hashlib.sha256(f"{item.channel}:{item.ref}".encode()).hexdigest()
        return self.folder / name[:2] / name

    async def _keep(self, item: Attachment, channel: Channel) -> bytes:
        content = await channel.fetch(item)
        await asyncio.to_thread(_write, self.path(item), content)
        return content

    async def _fetch(self, item: Attachment, tries: int, since: datetime) -> None:
        channel = self.channels.get(item.channel)
        try:
            if channel is not None and not self.path(item).exists():
                await self._keep(item, channel)
        except TryAgain as refusal:
            wait = refusal.after or min(FIRST_WAIT * 2 ** min(tries, 10), LONGEST_WAIT)
            again = self.clock() + wait if self.clock() - since < GIVE_UP else None
            return await self._put_off(item, tries + 1, again)
        except Exception as refusal:
            log.error("a file is lost", channel=item.channel, kind=item.kind, reason=_plain(refusal))
            return await self._put_off(item, tries + 1, None)
        return await self.handler.in_database(self._kept, item)

    async def _put_off(self, item: Attachment, tries: int, again: datetime | None) -> None:
        await self.handler.in_database(self._later, item, tries, again)

    def _claim(self) -> list[tuple[Attachment, int, datetime]]:
        with self.handler.store.repeatable() as work:
            return files.claim(work.conn, self.clock(), LEASE, AT_ONCE)

    def _kept(self, item: Attachment) -> None:
        with self.handler.store.repeatable() as work:
            files.kept(work.conn, item)

    def _later(self, item: Attachment, tries: int, again: datetime | None) -> None:
        with self.handler.store.repeatable() as work:
            files.later(work.conn, item, tries, again)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)


def _plain(error: Exception) -> str:
    return str(error) if isinstance(error, DeliveryError) else type(error).__name__
