"""The door both platforms knock at: GET to see whether it is ours, POST to deliver.

405  neither GET nor POST           403  old, from the future, or with another's signature
413  more than any delivery has     400  no XML, or XML that sets a trap
500  it could not be kept: then the platform brings it again
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import structlog
from starlette.types import Receive, Scope, Send

from bot.channels.weixin import markup
from bot.channels.weixin.seal import Forged

log = structlog.get_logger()

MOST_BODY = 65_536  # bytes; their deliveries have a few thousand
MOST_AGE = timedelta(minutes=5)
AHEAD = timedelta(minutes=1)  # no two clocks agree
MOST_DIGITS = 11  # of a timestamp; with more there is no such year

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answered:
    """What the platform is told in the same breath."""

    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    then: Callable[[], Awaitable[None]] | None = (
        None  # once it is told, not before, and not if they hung up meanwhile: else it would be lost
    )


class Refused(Exception):
    """Sent away, with a status and the reason for our own log."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True, slots=True)
class Door:
    """Opens to the platform alone. Plain ASGI, for it has five seconds at most."""

    channel: str
    echo: Callable[[Query], str]  # a GET's proof that the door is ours; raises Forged
    open: Callable[[Query, bytes], str]  # the authentic XML of a POST; raises Forged, markup.Trap, Unreadable
    take: Callable[[Query, str], Awaitable[Answered]]  # keeps it; raises where it could not
    clock: Callable[[], datetime]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one delivery in, or send it away."""
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        try:
            answer = await self._answer(scope["method"], query, receive)
        except Refused as refusal:
            log.warning(
                "a delivery was refused",
                channel=self.channel,
                status=refusal.status,
                reason=str(refusal),
            )
            return await respond(send, refusal.status)
        except Exception as error:  # then it stays with the platform, and comes again
            log.error("a delivery could not be kept", channel=self.channel, error=type(error).__name__)
            return await respond(send, 500)
        await respond(send, 200, answer)
        if answer.then:
            await self._afterwards(answer.then)

    async def _afterwards(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as error:  # what was told may be told twice then, never not at all
            log.error("what was told is not on record", channel=self.channel, error=type(error).__name__)

    async def _answer(self, method: str, query: Query, receive: Receive) -> Answered:
        if method not in {"GET", "POST"}:
            raise Refused(405, "the platform uses GET and POST")
        self._in_time(query)
        if method == "GET":
            return Answered(self._authentic(lambda: self.echo(query)).encode())
        body = await _body(receive)
        xml = self._authentic(lambda: self.open(query, body))
        listening = asyncio.ensure_future(receive())  # ends when they hang up
        try:
            answer = await self.take(query, xml)
            return replace(answer, then=None) if listening.done() else answer
        finally:
            listening.cancel()

    def _authentic(self, found: Callable[[], str]) -> str:
        try:
            return found()
        except Forged as error:
            raise Refused(403, str(error)) from None
        except markup.Trap as error:
            raise Refused(400, f"XML with a trap: {error}") from None
        except markup.Unreadable as error:
            raise Refused(400, f"no XML: {error}") from None

    def _in_time(self, query: Query) -> None:
        told = query.get("timestamp", "")
        if not (told.isascii() and told.isdecimal() and len(told) <= MOST_DIGITS):
            raise Refused(403, "no timestamp")
        age = self.clock() - datetime.fromtimestamp(int(told), UTC)
        if not -AHEAD <= age <= MOST_AGE:
            raise Refused(403, f"the timestamp is {round(age.total_seconds())} seconds old")


async def _body(receive: Receive) -> bytes:
    parts, size, more = [], 0, True
    while more:
        event = await receive()
        part = event.get("body", b"")
        size += len(part)
        if size > MOST_BODY:
            raise Refused(413, f"more than {MOST_BODY} bytes")
        parts.append(part)
        more = event["type"] == "http.request" and event.get("more_body", False)
    return b"".join(parts)


async def respond(send: Send, status: int, answer: Answered | None = None) -> None:
    """Tell the platform."""
    answer = answer or Answered()
    headers = [
        (b"content-type", answer.kind.encode()),
        (b"content-length", b"%d" % len(answer.body)),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
