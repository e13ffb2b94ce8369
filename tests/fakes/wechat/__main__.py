"""The server as a process of its own; its first line says where it listens and what the account's keys are."""

import argparse
import asyncio
import json

from tests.fakes.wechat.server import WeChat


async def serve(port: int, safe: bool) -> None:
    """Serve until interrupted."""
    server = WeChat(safe=safe)
    await server.start(port)
    keys = {name: getattr(server, name) for name in ("url", "appid", "secret", "token", "aes_key")}
    print(json.dumps(keys), flush=True)
    await asyncio.Event().wait()


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--plain", action="store_true", help="plain mode instead of safe mode")
given = parser.parse_args()
asyncio.run(serve(given.port, not given.plain))
