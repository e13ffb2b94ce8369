"""A Telegram that can be told to stop in the middle of a call, and to be difficult about one chat alone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.botapi import BotApi
from tests.fakes.botapi.faults import Refusal


@dataclass
class Stall:
    """One call that is left hanging: before the work, or when the work is done but nobody was told."""

    method: str
    when: str  # before, after
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)


class DifficultTelegram(BotApi):
    """Telegram on a bad day."""

    def __init__(self) -> None:
        super().__init__()
        self.refusals: dict[int, Refusal] = {}  # chat → what it answers to everything
        self._stalls: list[Stall] = []

    @classmethod
    @asynccontextmanager
    async def opened(cls) -> AsyncIterator["DifficultTelegram"]:
        """Listening, until the end of the block."""
        telegram = cls()
        async with telegram:
            yield telegram

    def stall(self, method: str, when: str = "before") -> Stall:
        """Let the next call of a method hang."""
        self._stalls.append(Stall(method.lower(), when))
        return self._stalls[-1]

    def forget(self, stall: Stall) -> None:
        """The caller is gone: let go of its call, or never stop it."""
        stall.let_go.set()
        if stall in self._stalls:
            self._stalls.remove(stall)

    async def shows(self, chat: int, *words: str) -> None:
        """Wait until one message in a chat shows all of this."""
        await self.wait_for(lambda: any(m.shows(*words) for m in self.chats[chat].said), 60)

    async def offers(self, chat: int, act: str) -> str:
        """Wait until a button in a chat stands for an act with this in it; returns the whole act."""
        await self.wait_for(lambda: self._acts(chat, act), 60)
        return self._acts(chat, act)[-1]

    def _acts(self, chat: int, act: str) -> list[str]:
        rows = [row for message in self.chats[chat].said for row in message.rows]
        return [
            str(button["callback_data"]) for row in rows for button in row if act in button["callback_data"]
        ]

    async def call(self, method: str, params: dict[str, Any]) -> Any:
        if no := self.refusals.get(int(params.get("chat_id") or 0)):
            raise no
        stall = next((s for s in self._stalls if s.method == method.lower()), None)
        if stall:
            self._stalls.remove(stall)
        if stall and stall.when == "before":
            await self._hang(stall)
            raise Refusal(500, "Internal Server Error")  # nobody hears it any more
        result = await super().call(method, params)
        if stall:
            await self._hang(stall)
        return result

    async def _hang(self, stall: Stall) -> None:
        stall.reached.set()
        await stall.let_go.wait()
