"""The codes by which a card is edited: one with each card we send, one with each tap; each good once, for 72 hours."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
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

    async def shows(self, card: str, buttons: Sequence[str]) -> None:
        """Remember which buttons a card has now."""
        with suppress(Exception):  # at worst a code is spent on an edit nobody needed
            await self.office.put(_face(card), _digest(buttons), self.clock() + LAST)

    async def has(self, card: str, buttons: Sequence[str]) -> bool:
        """Whether a card has these very buttons already: then its code is kept for when they change."""
        with suppress(Exception):
            if (known := await self.office.take(_face(card))) is not None:
                await self.office.put(_face(card), known, self.clock() + LAST)
                return known == _digest(buttons)
        return False

    async def take(self, card: str) -> str | None:
        """The newest code of a card, which nobody else gets.

        Raises:
            TryAgain: the office cannot look now.
        """
        try:
            return await self.office.take(_prefix(card))
        except Exception as error:
            raise TryAgain(f"no look at the codes: {type(error).__name__}") from None


def _face(card: str) -> str:
    return f"wecom:face:{card}"


def _digest(buttons: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(buttons).encode()).hexdigest()[:16]


def _prefix(card: str) -> str:
    return f"wecom:code:{card}:"
