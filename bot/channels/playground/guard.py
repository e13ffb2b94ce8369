"""Who may talk to the playground: pages it served itself, under a name of this machine.

A foreign page can make a browser call a local address (a name that resolves to it, a form that posts to it);
what it cannot do is lie about the Host and the Origin.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
READING = frozenset({"GET", "HEAD"})


class Guard:
    """Refuses whoever came under another name or from another page; no names at all let any host in.

    The origin is left alone where pages send none and have their own proof, as those under /c/ do.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str] = LOOPBACK, origins: bool = True) -> None:
        self.app, self.hosts, self.origins = app, hosts, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through, or refuse."""
        reason = self._refuses(Headers(scope=scope), scope.get("method", ""))
        if not reason:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send).close(1008, reason)
        else:
            await PlainTextResponse(reason, 403)(scope, receive, send)

    def _refuses(self, headers: Headers, method: str) -> str:
        host = headers.get("host", "")
        if self.hosts and urlsplit(f"//{host}").hostname not in self.hosts:
            return "The playground answers under 127.0.0.1 and localhost only."
        origin = headers.get("origin")
        if self.origins and method not in READING and origin is not None and urlsplit(origin).netloc != host:
            return "The playground answers to its own page only."
        return ""
