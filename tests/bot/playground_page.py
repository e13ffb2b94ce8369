"""The playground's page as a program: it hears the news by the socket and does things by posting them."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.demo import demo
from bot.settings import Settings

LEAK = "3栋2单元1201厨房漏水,今晚能来修吗 13800138000"
PATIENCE = 60.0


class Page:
    """Everybody's phones; whatever is chosen is chosen as that phone's platform has it."""

    def __init__(self, app: Starlette, host: str = "127.0.0.1:8000") -> None:
        self.app, self.host = app, host
        transport = httpx.ASGITransport(app)
        self.http = httpx.AsyncClient(transport=transport, base_url=f"http://{host}", trust_env=False)
        self.messages: dict[tuple[str, str], dict[str, Any]] = {}
        self.state: dict[str, Any] = {}
        self.toasts: list[str] = []
        self._news = asyncio.Condition()

    async def look(self, origin: str = "") -> None:
        """Open the socket and hear everything until the test is over."""
        headers = [(b"host", self.host.encode())] + ([(b"origin", origin.encode())] if origin else [])
        scope = {"type": "websocket", "path": "/playground/news", "raw_path": b"/playground/news"}
        scope |= {"headers": headers, "query_string": b"", "subprotocols": [], "scheme": "ws"}
        opening: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        opening.put_nowait({"type": "websocket.connect"})
        await self.app(scope, opening.get, self._hear)  # type: ignore[arg-type]

    async def _hear(self, event: Any) -> None:
        async with self._news:
            if event["type"] == "websocket.send":
                self._take(json.loads(event["text"]))
            elif event["type"] == "websocket.close":
                self.state["closed"] = event["code"]
            self._news.notify_all()

    def _take(self, news: dict[str, Any]) -> None:
        if "state" in news:
            self.state = news["state"]
            self.messages = {}
        self.state |= {name: news[name] for name in ("chats", "marks", "now") if name in news}
        self.state["taps"] = [*self.state.get("taps", []), *([news["tap"]] if "tap" in news else [])]
        for message in [*self.state.pop("messages", []), *([news["message"]] if "message" in news else [])]:
            self.messages[message["chat"], message["id"]] = message

    async def until(self, sees: Callable[[], Any]) -> Any:
        """Wait until something can be seen."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(sees)
        return sees()

    async def sees(self, chat: str, words: str) -> dict[str, Any]:
        """Wait for a message of the office, and have it."""
        return await self.until(lambda: next((m for m in self.shown(chat) if words in m["text"]), None))

    def shown(self, chat: str) -> list[dict[str, Any]]:
        """What the office says in a chat, the newest first."""
        return [m for m in reversed(self.messages.values()) if m["chat"] == chat and not m["who"]]

    async def post(self, what: str, **body: Any) -> httpx.Response:
        return await self.http.post(f"/playground/{what}", json=body)

    async def says(self, who: str, text: str, chat: str = "", **more: Any) -> httpx.Response:
        return await self.post(
            "say", **({"key": key(), "who": who, "chat": chat or who, "text": text} | more)
        )

    async def taps(self, who: str, verb: str, chat: str = "") -> httpx.Response:
        """Choose the newest of this kind once it is offered: press the button, or type its number."""
        chat = chat or who
        message, act = await self.until(lambda: self.offer(chat, verb))
        if message["numbered"]:
            return await self.says(who, str([b["act"] for b in message["numbered"]].index(act) + 1))
        return await self.post("tap", key=key(), who=who, chat=chat, message=message["id"], act=act)

    def offer(self, chat: str, verb: str) -> tuple[dict[str, Any], str] | None:
        """The newest message that offers something, and what a choice of it does."""
        for message in self.shown(chat):
            for button in (b for row in [*message["rows"], message["numbered"]] for b in row):
                if button["act"].split(":")[0] == verb:
                    return message, button["act"]
        return None

    async def card(self, chat: str, words: str) -> dict[str, Any]:
        """Wait for a card with buttons on a WeCom phone, and have it."""
        return await self.until(
            lambda: next((m for m in self.shown(chat) if m["kind"] == "card" and words in m["text"]), None)
        )

    async def stands(self, message: dict[str, Any], *words: str, stamp: str = "") -> dict[str, Any]:
        """Wait until a message that stands there says something else."""
        return await self.until(lambda: self._standing(message, words, stamp))

    def _standing(self, message: dict[str, Any], words: tuple[str, ...], stamp: str) -> dict[str, Any] | None:
        now = self.messages[message["chat"], message["id"]]
        says = all(word in now["text"] for word in words) and now["stamp"] == stamp
        return now if now["times"] > message["times"] and says else None

    async def has_left(self, chat: str, messages: int) -> None:
        """Wait until WeChat lets the office send so many messages there, by the windows that were opened."""
        await self.until(lambda: self._left(chat) == messages)

    def _left(self, chat: str) -> int:
        windows = self.state["chats"].get(chat, {}).get("windows", {})
        return sum(window["left"] for window in windows.values())

    @property
    def now(self) -> datetime:
        return datetime.fromisoformat(self.state["now"])


def key() -> str:
    return str(uuid.uuid4())


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Page]:
    app = demo(Settings(), folder, beat=0)
    async with app.router.lifespan_context(app):
        page = Page(app)
        looking = asyncio.create_task(page.look())
        await page.until(lambda: page.state)
        yield page
        looking.cancel()
        await page.http.aclose()


async def files(page: Page) -> dict[str, Any]:
    """王浩 reports a leak on WeChat; the card as 张志强 has it on WeCom."""
    await page.says("wang", LEAK)
    await page.taps("wang", "confirm")
    return await page.card("zhang", "厨房漏水")
