"""The server as a process of its own; its first line says where it listens and what the app's keys are."""

import argparse
import asyncio
import json

from tests.fakes.wecom.server import WeCom


async def serve(port: int) -> None:
    """Serve until interrupted."""
    server = WeCom()
    await server.start(port)
    names = ("url", "corpid", "secret", "agent", "token", "aes_key")
    print(json.dumps({name: getattr(server, name) for name in names}), flush=True)
    await asyncio.Event().wait()


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--port", type=int, default=0)
asyncio.run(serve(parser.parse_args().port))
