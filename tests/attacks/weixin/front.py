"""Platforms knock at one address, whoever stands behind it and however answers get lost."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.app import App


@dataclass
class Front:
    """The address platforms knock at; whoever stands behind it may change, and answers may get lost."""

    app: ASGIApp = field(default_factory=Starlette)
    before: list[Awaitable[None]] = field(default_factory=list)  # instead of the next answers
    after: list[Awaitable[None]] = field(default_factory=list)  # once the next answers are out
    changing: asyncio.Lock = field(default_factory=asyncio.Lock)  # while what comes after them happens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the office answer, unless it goes down first."""
        if scope["method"] != "POST" or not (self.before or self.after):
            return await self.app(scope, receive, send)
        instead = self.before.pop(0) if self.before else None
        then = None if instead else self.after.pop(0)

        async def cut(message: Message) -> None:
            if instead:
                await instead
                raise ConnectionResetError("gone before the answer")
            if then and message["type"] == "http.response.body" and not message.get("more_body"):
                async with self.changing:
                    await send(message)
                    await then
                raise ConnectionResetError("gone after the answer")
            await send(message)

        await self.app(scope, receive, cut)
        return None


def routed(app: App) -> Starlette:
    """What an app serves."""
    routes = [route for channel in app.channels.values() for route in channel.routes()]
    return Starlette(routes=[*routes, *(app.pages.routes() if app.pages else ())])
