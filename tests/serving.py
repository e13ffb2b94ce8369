"""An application served on an address of its own, as uvicorn serves it, but opened and shut at once.

uvicorn looks ten times a second whether it should stop, and again whether everybody has gone. That is nothing to an
office; to a thousand tests it is minutes.
"""

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from websockets.exceptions import InvalidState

A_MOMENT = 0.001


class Server(uvicorn.Server):
    """uvicorn that waits for its end instead of asking for it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.over = asyncio.Event()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.over.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for listener in (*self.servers, *(sockets or ())):
            listener.close()
        for connection in list(self.server_state.connections):
            with suppress(InvalidState):  # a browser that has just hung up
                connection.shutdown()
        while self.server_state.connections or self.server_state.tasks:
            await asyncio.sleep(A_MOMENT)
        await self.lifespan.shutdown()


def open_door() -> socket.socket:
    """Somewhere to knock; who comes before anybody is there waits.

    It says that it speaks TCP, for else asyncio leaves Nagle's algorithm on: 40 ms for each answer.
    """
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.bind(("127.0.0.1", 0))
    door.listen()
    return door


def free_port() -> int:
    """A port for a program to open; those the system deals out by itself, to anybody, begin above."""
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


def address(door: socket.socket) -> str:
    """What one knocks at."""
    return f"http://127.0.0.1:{door.getsockname()[1]}"


@asynccontextmanager
async def served(app: ASGIApp, door: socket.socket, **options: Any) -> AsyncIterator[None]:
    """Somebody is behind the door until the end of the block; who is being answered then gets the answer."""
    plain: dict[str, Any] = {"lifespan": "off", "ws": "none", "log_config": None}
    server = Server(uvicorn.Config(app, **(plain | options)))
    server.config.load()
    serving = asyncio.create_task(server._serve([door]))
    try:
        yield
    finally:
        server.over.set()
        await serving
