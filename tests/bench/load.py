"""Many people talking at once, and how long each waited for an answer."""

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import orjson

from tests.bench.dialogue import DIALOGUE, Step
from tests.bench.wire import Caller, Server

PATIENCE = 30.0


@dataclass
class Said:
    """An answer: its words, its buttons, its id, and when it came."""

    text: str
    rows: list[Any]
    id: int
    at: float

    def data(self, label: str) -> str:
        """The data of the button with such a label."""
        return str(next(b["callback_data"] for row in self.rows for b in row if label in b["text"]))


@dataclass
class Load:
    """Plays dialogues against a bot and keeps the times."""

    url: str
    secret: str
    dialogue: Sequence[Step] = DIALOGUE
    waits: list[float] = field(default_factory=list)
    first: list[tuple[str, list[Any]]] = field(default_factory=list)  # all that was said in one dialogue
    _waiting: dict[int, tuple[str, "asyncio.Future[Said]"]] = field(default_factory=dict)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    async def listen(self) -> int:
        """Be the Bot API; returns the port."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Server(self._heard), "127.0.0.1", 0)
        return int(server.sockets[0].getsockname()[1])

    async def play(self, people: range, at_once: int) -> float:
        """Let everybody talk, so many at once; returns the seconds it took."""
        queue = iter(people)
        began = time.perf_counter()
        await asyncio.gather(*(self._line(queue) for _ in range(at_once)))
        return time.perf_counter() - began

    async def _line(self, queue: Any) -> None:
        parts = urlsplit(self.url)
        loop = asyncio.get_running_loop()
        transport, caller = await loop.create_connection(Caller, parts.hostname or "", parts.port or 80)
        for person in queue:
            await self._talk(caller, person)
        transport.close()

    async def _talk(self, caller: Caller, person: int) -> None:
        said: Said | None = None
        heard = []
        for step in self.dialogue:
            number = next(self._numbers)
            body = orjson.dumps({"update_id": number} | _update(person, number, step, said))
            said = await self._turn(caller, person, step, body)
            heard.append((said.text, said.rows))
        self.first = self.first or heard

    async def _turn(self, caller: Caller, person: int, step: Step, body: bytes) -> Said:
        answer = asyncio.get_running_loop().create_future()
        self._waiting[person] = (step.answer, answer)
        began = time.perf_counter()
        confirmed = caller.post(self._head(), body)
        async with asyncio.timeout(PATIENCE):
            if await confirmed != 200:
                raise RuntimeError(f"{step.does}: the webhook answered {confirmed.result()}")
            said: Said = await answer
        self.waits.append(said.at - began)
        return said

    def _heard(self, chat: int, text: str, rows: list[Any], id_: int) -> None:
        fragment, answer = self._waiting.get(chat, ("", None))
        if answer is not None and fragment in text and not answer.done():
            answer.set_result(Said(text, rows, id_, time.perf_counter()))

    def _head(self) -> bytes:
        parts = urlsplit(self.url)
        lines = f"POST {parts.path} HTTP/1.1", f"Host: {parts.netloc}", "Content-Type: application/json"
        secret = f"X-Telegram-Bot-Api-Secret-Token: {self.secret}"
        return "\r\n".join([*lines, secret, "Content-Length: %d", "", ""]).encode()


def _update(person: int, number: int, step: Step, said: Said | None) -> dict[str, Any]:
    user = {"id": person, "is_bot": False, "first_name": "王秀英", "language_code": "zh-hans"}
    chat = {"id": person, "type": "private", "first_name": "王秀英"}
    message = {"message_id": 10_000_000 + number, "date": 1_790_000_000, "chat": chat}
    if step.taps:
        assert said is not None
        card = message | {
            "message_id": said.id,
            "text": said.text,
            "reply_markup": {"inline_keyboard": said.rows},
        }
        tap = {"id": str(number), "from": user, "chat_instance": "1", "data": said.data(step.does)}
        return {"callback_query": tap | {"message": card}}
    command = {"entities": [{"type": "bot_command", "offset": 0, "length": len(step.does)}]}
    return {"message": message | {"from": user, "text": step.does} | (command if step.does[0] == "/" else {})}
