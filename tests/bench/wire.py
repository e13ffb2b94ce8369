"""Telegram's two ends, as light as they can be: what the bot calls, and the connections on which it is called."""

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import httptools
import orjson

TOKEN = "7000000001:AAF-token_of_the_bench_and_of_nobody_else"
BOT = {"id": 7000000001, "is_bot": True, "first_name": "闭环", "username": "bihuan_bench_bot"}
CANNED: dict[bytes, Any] = {b"getMe": BOT}
SAYING = {b"sendMessage", b"editMessageText"}

# chat, text, rows of buttons
Heard = Callable[[int, str, list[Any], int], None]


class Wire(asyncio.Protocol):
    """One connection of either end: bytes in, whole messages out."""

    parser: httptools.HttpRequestParser | httptools.HttpResponseParser

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_message_begin(self) -> None:
        self.body, self.url, self.json = b"", b"", False

    def on_url(self, url: bytes) -> None:
        self.url = url

    def on_header(self, name: bytes, value: bytes) -> None:
        if value == b"application/json":
            self.json = True

    def on_body(self, body: bytes) -> None:
        self.body += body


class Server(Wire):
    """The Bot API: takes every message, refuses nothing."""

    last = 0

    def __init__(self, heard: Heard) -> None:
        self.parser, self.heard = httptools.HttpRequestParser(self), heard

    def on_message_complete(self) -> None:
        method = self.url.rpartition(b"/")[2]
        result = self._say(method) if method in SAYING else CANNED.get(method, True)
        body = orjson.dumps({"ok": True, "result": result})
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self.transport.write(head % len(body) + body)

    def _say(self, method: bytes) -> dict[str, Any]:
        said = orjson.loads(self.body) if self.json else _form(self.body)
        markup = said.get("reply_markup") or {}
        markup = orjson.loads(markup) if isinstance(markup, str) else markup
        id_ = int(said.get("message_id") or 0)
        if not id_:
            Server.last += 1
            id_ = Server.last
        chat, rows = int(said["chat_id"]), markup.get("inline_keyboard", [])
        self.heard(chat, said["text"], rows, id_)
        message = {"message_id": id_, "date": 1_790_000_000, "chat": {"id": chat, "type": "private"}}
        return message | {"from": BOT, "text": said["text"]}


def _form(body: bytes) -> dict[str, Any]:
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


class Caller(Wire):
    """One connection to a webhook."""

    def __init__(self) -> None:
        self.parser = httptools.HttpResponseParser(self)
        self.answered: asyncio.Future[int] | None = None

    def post(self, head: bytes, body: bytes) -> asyncio.Future[int]:
        """Deliver an update; done when the bot has said what it makes of it."""
        self.answered = asyncio.get_running_loop().create_future()
        self.transport.write(head % len(body) + body)
        return self.answered

    def on_message_complete(self) -> None:
        if self.answered and not self.answered.done():
            self.answered.set_result(self.parser.get_status_code())  # type: ignore[union-attr]

    def connection_lost(self, error: Exception | None) -> None:
        if self.answered and not self.answered.done():
            self.answered.set_exception(error or ConnectionError("the bot hung up"))
