"""The codes by which a card is edited: one with each card we send, one with each tap; each good once, for 72 hours."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.channels.base import Office, TryAgain
from bot.clock import Clock

log = structlog.get_logger()

LAST = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Codes:
    """Kept by the office, so that every process has them."""

    office: Office
    clock: Clock

    async def keep(self, card: str, code: str) -> None:
        """Keep a code beside the card's others: two members can tap in the same second. The same again is one."""
        number = hashlib.sha256(code.encode()).hexdigest()[:16]
        await self.office.put(f"{_prefix(card)}{number}", code, self.clock() + LAST)

    async def keep_if_possible(self, card: str, code: str) -> None:
        """Keep a code of something that is out already: without it the card cannot be edited, no more."""
        try:
            await self.keep(card, code)
        except Exception as error:
            log.error("a card's code could not be kept", channel="wecom", error=type(error).__name__)

    async def take(self, card: str) -> str | None:
        """The newest code of a card, which nobody else gets.

        Raises:
            TryAgain: the office cannot look now.
        """
        try:
            return await self.office.take(_prefix(card))
        except Exception as error:
            raise TryAgain(f"no look at the codes: {type(error).__name__}") from None


def _prefix(card: str) -> str:
    return f"wecom:code:{card}:"
