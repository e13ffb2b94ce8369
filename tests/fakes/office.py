"""The office as a channel sees it, in memory: what it was told, what it holds, what it keeps in its pocket."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.channels.base import Answer, Shown
from core.chat import Attachment, Event


@dataclass
class Office:
    """Hears events as the handler would: each key once; told to be deaf, it keeps nothing and says so.

    Clear `open` and it takes its time, `entered` tells when somebody stands at the door.
    """

    events: list[Event] = field(default_factory=list)
    held_for: dict[str, list[Shown]] = field(default_factory=dict)  # by an event's key; "" for any event
    files: dict[str, bytes] = field(default_factory=dict)  # by an attachment's ref
    pocket: dict[str, str] = field(default_factory=dict)  # what was put, the newest last
    until: dict[str, datetime] = field(default_factory=dict)  # and for how long
    taken: dict[str, list[Shown]] = field(default_factory=dict)  # what went out in the same breath, by event
    answer: Answer = field(default_factory=Answer)
    deaf: int = 0  # to so many of the next events
    deaf_to: set[str] = field(default_factory=set)  # these of its methods fail: held, said, fetch, put, take
    repeated: int = 0
    keys: list[str] = field(default_factory=list)  # of all that came in, kept or not
    open: asyncio.Event = field(default_factory=asyncio.Event)
    entered: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.open.set()

    async def receive(self, event: Event) -> Answer:
        self.keys.append(event.key)
        self.entered.set()
        await self.open.wait()
        if self.deaf:
            self.deaf -= 1
            raise OSError("the disk is full")
        if any(known.key == event.key for known in self.events):
            self.repeated += 1
            return Answer()
        self.events.append(event)
        return self.answer

    async def held(self, event: Event) -> Sequence[Shown]:
        self._listen("held")
        return self.held_for.get(event.key, self.held_for.get("", []))

    async def said(self, event: Event, taken: Sequence[Shown]) -> None:
        self._listen("said")
        self.taken[event.key] = list(taken)

    async def fetch(self, attachment: Attachment) -> bytes | None:
        self._listen("fetch")
        return self.files.get(attachment.ref)

    async def put(self, key: str, value: str, until: datetime) -> None:
        self._listen("put")
        self.pocket.pop(key, None)
        self.pocket[key], self.until[key] = value, until

    async def take(self, prefix: str) -> str | None:
        self._listen("take")
        newest = next((key for key in reversed(self.pocket) if key.startswith(prefix)), None)
        return None if newest is None else self.pocket.pop(newest)

    @property
    def last(self) -> Event:
        """What was heard last."""
        return self.events[-1]

    def _listen(self, method: str) -> None:
        if method in self.deaf_to:
            raise OSError("the disk is full")
