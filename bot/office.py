"""What a channel may ask of the office: the door for its events, and a few small services."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import Answer, Shown
from bot.files import Files
from bot.handlers import Handler
from bot.sender import Sender
from bot.wording import answer
from core.chat import Attachment, Event
from storage import outbox, pocket
from storage.outbox import Fate, Outgoing


@dataclass(frozen=True, slots=True)
class Office:
    """One for all channels."""

    handler: Handler
    sender: Sender
    files: Files

    async def receive(self, event: Event) -> Answer:
        """The door every channel's events come in by; back when the event is committed."""
        toast = await self.handler.handle(event)
        if event.attachments:
            self.files.wake()
        return answer(toast, event.at)

    async def held(self, event: Event) -> Sequence[Shown]:
        """What was said to an event at its own place; worded as at that moment, however often it is asked for."""
        items = await self.handler.in_database(self._held, event)
        return [self.sender.words(item) for item in items]

    def _held(self, event: Event) -> list[Outgoing]:
        with self.handler.store.repeatable() as work:
            return outbox.held(work.conn, event)

    async def said(self, event: Event, taken: Sequence[Shown]) -> None:
        """These went out in the same breath; whatever else was held goes the usual way, at once."""
        await self.handler.in_database(self._said, event, {shown.id for shown in taken})
        self.sender.wake()

    def _said(self, event: Event, taken: set[str]) -> None:
        with self.handler.store.repeatable() as work:
            items = outbox.held(work.conn, event)
            outbox.settle(work.conn, [_fate(item, event, str(item.id) in taken) for item in items])

    async def fetch(self, attachment: Attachment) -> bytes | None:
        """The bytes of an attachment from whichever channel it came."""
        return await self.files.read(attachment)

    async def put(self, key: str, value: str, until: datetime) -> None:
        """Remember something small."""
        await self.handler.in_database(self._put, key, value, until)

    def _put(self, key: str, value: str, until: datetime) -> None:
        with self.handler.store.repeatable() as work:
            pocket.put(work.conn, key, value, until)

    async def take(self, prefix: str) -> str | None:
        """Take something small out again."""
        return await self.handler.in_database(self._take, prefix, self.sender.clock())

    def _take(self, prefix: str, now: datetime) -> str | None:
        with self.handler.store.repeatable() as work:
            return pocket.take(work.conn, prefix, now)


def _fate(item: Outgoing, event: Event, taken: bool) -> Fate:
    return Fate(item.id, "sent", outbox.breath_of(event)) if taken else Fate(item.id, "waiting")
