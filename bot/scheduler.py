"""The scheduler: APScheduler drives the sweep; what is due, and whether it was done, is in the database.

A sweep after an outage finds everything that fell due meanwhile, oldest first, each once.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.handlers import Handler
from core.book import Timer
from core.chat import Event
from core.conversations.clock import daily

log = structlog.get_logger()

EVERY = timedelta(seconds=2)
KEYS_KEPT = timedelta(days=3)  # Telegram repeats for a day, WeChat and WeCom for seconds


@dataclass(slots=True)
class Scheduler:
    """Wakes for what is due and gives it to handle."""

    handler: Handler
    clock: Clock
    _jobs: AsyncIOScheduler = field(default_factory=lambda: AsyncIOScheduler(timezone="UTC"))
    _sweeping: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def plant(self) -> None:
        """Set the timers of what happens day by day, where one is missing."""
        await self.handler.in_database(self._plant)

    def _plant(self) -> None:
        timers = daily.first(self.handler.sites, self.clock())
        with self.handler.store.transaction() as work:
            for timer in timers:
                work.schedule_first(timer)

    def start(self) -> None:
        """Sweep from now on."""
        once = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._jobs.add_job(self.sweep, "interval", seconds=EVERY.total_seconds(), **once)
        self._jobs.add_job(self.tidy, "cron", hour=3, minute=30, **once)
        self._jobs.start()

    def stop(self) -> None:
        """Sweep no more."""
        if self._jobs.running:
            self._jobs.shutdown(wait=False)

    async def sweep(self) -> int:
        """Handle everything that is due, and what follows from it at once; returns how much that was."""
        async with self._sweeping:
            count = 0
            while events := await self.handler.in_database(self._due):
                for event in events:
                    await self.handler.handle(event)
                count += len(events)
            return count + await self._retry()

    async def _retry(self) -> int:
        now = self.clock()
        failed = await self.handler.in_database(self.handler.store.failed, now)
        for event, _, _ in failed:
            await self.handler.in_database(self.handler.again, event, now)
        return len(failed)

    def _due(self) -> list[Event]:
        now = self.clock()
        with self.handler.store.transaction() as work:
            timers: list[Timer] = work.due(now)
        return [timer.event(now) for timer in timers]

    async def tidy(self) -> None:
        """Forget what nobody can repeat any more; and what happens day by day goes on, whatever became of its timer."""
        now = self.clock()
        await self.handler.in_database(self.handler.store.tidy, now - KEYS_KEPT, now)
        await self.plant()
