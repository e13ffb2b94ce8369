"""The sender: takes committed messages from the outbox to their platforms.

Order is kept within a chat, pace within a platform; what is told to wait waits, what can never arrive becomes
a task for a person. A message is settled after the platform has it: a crash between the two shows it twice,
never not at all.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

import structlog

from bot.channels.base import Channel, Closed, Manner, Moved, Shown, TryAgain, Undeliverable
from bot.clock import Clock
from bot.handlers import Handler, where
from bot.links import Links
from bot.pace import Paces
from bot.wording import shown
from core.chat import Address, Event, What
from storage import outbox, windows
from storage.outbox import OUTDATED, Fate, Outgoing
from storage.unit import Work

log = structlog.get_logger()

AT_ONCE = 50  # chats of a channel served at the same time
LEASE = timedelta(minutes=2)
FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=10)
GIVE_UP = timedelta(hours=24)
TRIES = 4  # a message that trips us up ourselves is tried so often; nobody's chat waits for it longer
LONGEST_PAUSE = timedelta(seconds=45)  # before a message in hand goes out; well within the lease
KEPT = 1  # of what a window allows, for something that asks: news can go as a notice
PATIENCE = 10.0  # seconds for what is in hand when we stop
LOOK_AGAIN = 1.0  # seconds: something told to wait may be due, another process may have left something


@dataclass(slots=True)
class Sender:
    """Empties the outbox; several processes can do so side by side."""

    handler: Handler
    channels: Mapping[str, Channel]
    paces: Paces
    clock: Clock
    links: Links | None = None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _exchanging: asyncio.Lock = field(default_factory=asyncio.Lock)
    _busy: set[asyncio.Task[None]] = field(default_factory=set)
    _in_hand: Counter[str] = field(
        default_factory=Counter
    )  # by channel: one that hangs keeps no other waiting
    _fates: list[Fate] = field(default_factory=list)
    _stopping: bool = False

    def wake(self) -> None:
        """There may be something to send."""
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled."""
        if self.handler.store.one_writer:
            await self.handler.in_database(self._let_go)
        while True:
            self._wake.clear()
            try:
                await self.send_waiting()
            except Exception as trouble:  # the database may be away for a while; what is in hand is leased
                log.error("the outbox cannot be read", error=type(trouble).__name__, at=where(trouble))
            try:
                await asyncio.wait_for(self._wake.wait(), LOOK_AGAIN)
            except TimeoutError:
                continue

    async def send_waiting(self) -> int:
        """Settle what was sent and begin with the next message of every chat; returns how many that were."""
        async with self._exchanging:
            fates = list(self._fates)
            full = [channel for channel, count in self._in_hand.items() if count >= AT_ONCE]
            most = max((count for count in self._in_hand.values() if count < AT_ONCE), default=0)
            room = 0 if self._stopping else AT_ONCE - most
            items = await self.handler.in_database(self._exchange, fates, room, full)
            del self._fates[: len(fates)]  # not before they are written down
            for item in items:
                self._begin(item)
            if items and len(items) == room:
                self._wake.set()  # there may be more, for another channel
            return len(items)

    def _begin(self, item: Outgoing) -> None:
        task = asyncio.create_task(self._send(item))
        self._busy.add(task)
        self._in_hand[item.to.channel] += 1
        task.add_done_callback(partial(self._finished, item.to.channel))

    async def stop(self) -> None:
        """Begin with nothing more; what is in hand is finished, within reason, and written down."""
        self._stopping = True
        await self.send_waiting()
        if self._busy:
            await asyncio.wait(self._busy, timeout=PATIENCE)
        await self.send_waiting()

    async def drain(self) -> None:
        """Send until nothing that may go now waits, and nothing is in hand."""
        while await self.send_waiting() or self._busy or self._fates:
            if self._busy:
                await asyncio.wait(self._busy, return_when=asyncio.FIRST_COMPLETED)

    def _let_go(self) -> None:
        with self.handler.store.transaction() as work:
            outbox.let_go(work.conn)

    def _exchange(self, fates: list[Fate], room: int, full: Sequence[str]) -> list[Outgoing]:
        with self.handler.store.repeatable() as work:
            outbox.settle(work.conn, fates)
            items = outbox.claim(work.conn, self.clock(), room, LEASE, full) if room > 0 else []
            return [self._planned(work, item) for item in items]

    def _planned(self, work: Work, item: Outgoing) -> Outgoing:
        """Look, before a platform refuses, how much it takes and who is behind a group."""
        manner = self._manner(item)
        if manner.windowed and item.edits != OUTDATED:
            wanted, kept = self._messages(item, manner), 0 if item.say.rows else KEPT
            item = replace(item, allowed=windows.take(work.conn, item.to, wanted, kept, self.clock()))
        return replace(item, members=self._members(work, item.to)) if manner.members else item

    def _members(self, work: Work, to: Address) -> tuple[str, ...]:
        """Who is behind a group now: those on duty, where there is a roster (DI-7)."""
        group = work.group_at(to)
        site = group.site if group and group.site in self.handler.sites else None
        shift = self.handler.sites.working(site).shift_at(self.clock()) if site else None
        return work.members_of(to, shift)

    def _messages(self, item: Outgoing, manner: Manner) -> int:
        """How many messages of the platform's it takes at most."""
        size = len(self.words(item).text.encode()) if manner.room else 0
        return max(-(-size // manner.room) if manner.room else 1, 1) + len(item.say.media)

    def _manner(self, item: Outgoing) -> Manner:
        channel = self.channels.get(item.to.channel)
        return channel.manner(item.to.chat) if channel else Manner()

    def _finished(self, channel: str, task: asyncio.Task[None]) -> None:
        self._busy.discard(task)
        self._in_hand[channel] -= 1
        self._wake.set()
        if not task.cancelled() and task.exception():
            log.error("a message was left in hand", exc_info=task.exception())

    async def _send(self, item: Outgoing) -> None:
        fate = await self._deliver(item)
        self._fates.append(fate)

    async def _deliver(self, item: Outgoing) -> Fate:
        if item.edits == OUTDATED:
            return Fate(item.id, "dropped")
        channel = self.channels.get(item.to.channel)
        if channel is None or item.unreadable:
            return await self._give_up(item, "unreadable" if channel else "no such channel here")
        if (wait := self._paced(item)) > LONGEST_PAUSE:
            return await self._put_off(item, wait)
        if wait:
            await asyncio.sleep(wait.total_seconds())
        try:
            message = await channel.show(item.to, self.words(item), item.edits)
        except Closed as refusal:
            return await self._as_notice(item, refusal)
        except TryAgain as refusal:
            return await self._later(item, refusal)
        except Moved as moved:
            return await self._follow(item, moved)
        except Undeliverable as refusal:
            return await self._give_up(item, str(refusal))
        except Exception as fault:  # our own: it must not hold up the chat for ever
            return await self._stumble(item, fault)
        return Fate(item.id, "sent", message)

    def words(self, item: Outgoing, language: str = "") -> Shown:
        """A message as it is to be shown: in words, and with the way to itself as a page."""
        link = self.links.to(item.id) if self.links and self._manner(item).linked else ""
        words = shown(item.say, language or item.language, self.clock())
        more = {"link": link, "members": item.members, "allowed": item.allowed}
        return replace(words, id=str(item.id), **more)  # type: ignore[arg-type]

    def _paced(self, item: Outgoing) -> timedelta:
        now, group = self.clock(), self._manner(item).group
        costs = self._costs(item)
        return max(self.paces.wait(to, group and to == item.to, now, count) for to, count in costs.items())

    def _costs(self, item: Outgoing) -> dict[Address, int]:
        """Who gets how many messages of it."""
        manner = self._manner(item)
        count = self._messages(item, manner) + bool(manner.room and item.say.rows)  # a card beside long words
        each = count - len(item.say.media)  # pictures go to the group alone
        members = {Address(item.to.channel, chat): each for chat in item.members}
        return {item.to: count} | members

    async def _put_off(self, item: Outgoing, wait: timedelta) -> Fate:
        """Nobody holds a message longer than its lease: somebody else would send it as well."""
        for to, count in self._costs(item).items():
            self.paces.give_back(to, count)
        if item.allowed:
            await self.handler.in_database(self._give_back, item)
        return Fate(item.id, "waiting", not_before=self.clock() + wait, tries=item.tries)

    async def _as_notice(self, item: Outgoing, refusal: Closed) -> Fate:
        """The platform counts otherwise than we do: it is right, and the message goes as a notice at once."""
        await self.handler.in_database(self._close_window, item.to)
        return await self._later(item, TryAgain(str(refusal), timedelta(0)))

    def _give_back(self, item: Outgoing) -> None:
        with self.handler.store.repeatable() as work:
            windows.give_back(work.conn, item.to, item.allowed or 0, self.clock())

    def _close_window(self, to: Address) -> None:
        with self.handler.store.transaction() as work:
            windows.close(work.conn, to)

    async def _later(self, item: Outgoing, refusal: TryAgain) -> Fate:
        now, tries = self.clock(), item.tries + 1
        if now - item.created > GIVE_UP:
            return await self._give_up(item, f"not within a day: {refusal}")
        wait = (
            refusal.after
            if refusal.after is not None
            else min(FIRST_WAIT * 2 ** min(tries - 1, 12), LONGEST_WAIT)
        )
        if item.allowed:
            await self.handler.in_database(self._give_back, item)
        log.warning("a message has to wait", channel=item.to.channel, case=item.say.subject, tries=tries)
        return Fate(item.id, "waiting", error=str(refusal), not_before=now + wait, tries=tries)

    async def _stumble(self, item: Outgoing, fault: Exception) -> Fate:
        log.error(
            "a message cannot be shown", error=type(fault).__name__, at=where(fault), case=item.say.subject
        )
        if item.tries + 1 >= TRIES:
            return await self._give_up(item, type(fault).__name__)
        return await self._later(item, TryAgain(type(fault).__name__))

    async def _follow(self, item: Outgoing, moved: Moved) -> Fate:
        key = f"moved:{item.id}:{moved.to}"  # everybody's own: what was left at the old place later has to follow too
        await self._report(Event(key, self.clock(), item.to, item.to, What.MOVED, text=moved.to.chat))
        if item.tries:
            return await self._later(item, TryAgain(f"moved to {moved.to}"))
        return Fate(item.id, "waiting", tries=1)

    async def _give_up(self, item: Outgoing, reason: str) -> Fate:
        # First the task for a person, then the end of the message: the other way round a crash would lose both.
        data = {"subject": item.say.subject}
        key = f"failed:{item.id}:{item.created.isoformat()}"
        await self._report(Event(key, self.clock(), item.to, item.to, What.FAILED, text=reason, data=data))
        return Fate(item.id, "failed", error=reason)

    async def _report(self, event: Event) -> None:
        await self.handler.handle(event)
