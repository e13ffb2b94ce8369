"""The server as a process of its own; its first line says where it listens, and for which token."""

import argparse
import asyncio

from tests.fakes.botapi.server import BotApi


async def serve(port: int) -> None:
    """Serve until interrupted."""
    server = BotApi()
    await server.start(port)
    print(server.url, server.token, flush=True)
    await asyncio.Event().wait()


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--port", type=int, default=0)
asyncio.run(serve(parser.parse_args().port))
