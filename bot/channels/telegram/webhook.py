"""Being called by Telegram: 200 means committed, and in the same breath answers whoever tapped."""

import hmac
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.base import Answer
from bot.channels.telegram.updates import tap_of

log = structlog.get_logger()

PATH = "/telegram"
MOST_BODY = 1_000_000  # bytes; Telegram's updates have a few thousand
MOST_ANSWER = 200  # characters
HEADER = "x-telegram-bot-api-secret-token"

Take = Callable[[dict[str, Any]], Awaitable[Answer]]


def route(secret: str, take: Take) -> Route:
    """The door for Telegram alone."""

    async def called(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), secret.encode()):
            return Response(status_code=403)
        raw = _update(await _body(request))
        if raw is None:
            return Response(status_code=400)
        try:
            answer = await take(raw)
        except Exception as error:  # then it stays with Telegram, and comes again
            log.error("an update could not be kept", update=raw["update_id"], error=type(error).__name__)
            return Response(status_code=500)
        if tap := tap_of(raw):
            return Response(orjson.dumps(spoken(tap, answer)), media_type="application/json")
        return Response()

    return Route(PATH, called, methods=["POST"])


def secret_for(token: str) -> str:
    """A secret both sides can keep, where none was chosen."""
    return hmac.digest(token.encode(), b"bihuan telegram webhook", "sha256").hex()


def spoken(tap: str, answer: Answer) -> dict[str, Any]:
    """The answer to a tap as a method of Telegram's; even an empty one stops the button from spinning."""
    words = {"text": answer.text[:MOST_ANSWER], "show_alert": answer.alert} if answer.text else {}
    return {"method": "answerCallbackQuery", "callback_query_id": tap} | words


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BODY:
            return b""
    return body


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        raw = orjson.loads(body)
    except ValueError:
        return None
    return raw if isinstance(raw, dict) and isinstance(raw.get("update_id"), int) else None
