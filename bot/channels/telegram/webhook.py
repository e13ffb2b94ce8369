"""Being called by Telegram: 200 means committed, and in the same breath answers whoever tapped."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import orjson
import structlog
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.channels.base import Answer
from bot.channels.telegram.updates import tap_of

log = structlog.get_logger()

PATH = "/telegram"
MOST_BODY = 1_000_000  # bytes; Telegram's updates have a few thousand
MOST_ANSWER = 200  # characters
HEADER = b"x-telegram-bot-api-secret-token"

Take = Callable[[dict[str, Any]], Awaitable[Answer]]


def route(secret: str, take: Take) -> Route:
    """The way to the door."""
    return Route(PATH, Door(secret.encode(), take), methods=["POST"])


@dataclass(frozen=True, slots=True)
class Door:
    """Opens to Telegram alone. Plain ASGI: on this path every wrapper is paid for with every message."""

    secret: bytes
    take: Take

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one update."""
        told = next((value for name, value in scope["headers"] if name == HEADER), b"")
        if not hmac.compare_digest(told, self.secret):
            return await _answer(send, 403)
        raw = _update(await _body(receive))
        return await (_answer(send, 400) if raw is None else self._taken(raw, send))

    async def _taken(self, raw: dict[str, Any], send: Send) -> None:
        try:
            answer = await self.take(raw)
        except Exception as error:  # then it stays with Telegram, and comes again
            log.error("an update could not be kept", update=raw["update_id"], error=type(error).__name__)
            return await _answer(send, 500)
        tap = tap_of(raw)
        return await _answer(send, 200, orjson.dumps(spoken(tap, answer)) if tap else b"")


def secret_for(token: str) -> str:
    """A secret both sides can keep, where none was chosen."""
    return hmac.digest(token.encode(), b"bihuan telegram webhook", "sha256").hex()


def spoken(tap: str, answer: Answer) -> dict[str, Any]:
    """The answer to a tap as a method of Telegram's; even an empty one stops the button from spinning."""
    words = {"text": answer.text[:MOST_ANSWER], "show_alert": answer.alert} if answer.text else {}
    return {"method": "answerCallbackQuery", "callback_query_id": tap} | words


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more and len(body) <= MOST_BODY:
        event = await receive()
        body += event.get("body", b"")
        more = event.get("more_body", False)
    return body if len(body) <= MOST_BODY else b""


async def _answer(send: Send, status: int, body: bytes = b"") -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        raw = orjson.loads(body)
    except ValueError:
        return None
    return raw if isinstance(raw, dict) and isinstance(raw.get("update_id"), int) else None
