"""The playground over HTTP and its socket, with the real office behind it."""

import asyncio
import json
import shutil
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette

from bot.demo import demo
from bot.settings import Settings

LEAK = "3栋2单元1201厨房漏水,今晚能来修吗 13800138000"
PATIENCE = 10.0


class Page:
    """The page as a program: it hears the news by the socket and does things by posting them."""

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
        """Press the newest button of this kind once there is one."""
        chat = chat or who
        message, act = await self.until(lambda: self._offer(chat, verb))
        return await self.post("tap", key=key(), who=who, chat=chat, message=message, act=act)

    def _offer(self, chat: str, verb: str) -> tuple[str, str] | None:
        for message in self.shown(chat):
            for button in (b for row in message["rows"] for b in row):
                if button["act"].split(":")[0] == verb:
                    return message["id"], button["act"]
        return None

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


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The estate on its first morning, founded once."""
    folder = tmp_path_factory.mktemp("estate")
    async with opened(folder):
        return folder


@pytest.fixture
async def page(estate: Path, tmp_path: Path) -> AsyncIterator[Page]:
    shutil.copytree(estate, tmp_path / "demo")
    async with opened(tmp_path / "demo") as page:
        yield page


async def files(page: Page) -> dict[str, Any]:
    await page.says("wang", LEAK)
    await page.taps("wang", "confirm")
    return await page.sees("-engineering", "厨房漏水")


async def test_an_owner_writes_and_the_department_sees_a_card(page: Page) -> None:
    card = await files(page)
    assert "138****8000" in card["text"]
    assert card["rows"][0][0]["act"].startswith("take:")


async def test_a_card_is_edited_where_it_stands(page: Page) -> None:
    card = await files(page)
    answer = (await page.taps("zhang", "take", "-engineering")).json()
    assert answer["text"]
    changed = await page.until(lambda: _changed(page, card))
    assert "张志强" in changed["text"]
    assert [m["id"] for m in page.shown("-engineering")] == [card["id"]]


def _changed(page: Page, card: dict[str, Any]) -> dict[str, Any] | None:
    now = page.messages[card["chat"], card["id"]]
    return now if now["times"] > card["times"] and "张志强" in now["text"] else None


async def test_what_is_posted_twice_is_said_once(page: Page) -> None:
    same = key()
    first = await page.says("chen", "厕所的灯不亮了", key=same)
    again = await page.says("chen", "厕所的灯不亮了", key=same)
    assert first.json() == again.json()
    assert len([m for m in page.messages.values() if m["who"] == "chen"]) == 1
    await page.says("chen", "我一个人,不敢爬高去换")
    assert len([m for m in page.messages.values() if m["who"] == "chen"]) == 2


async def test_the_handler_alone_reads_the_number(page: Page) -> None:
    await files(page)
    await page.taps("zhang", "take", "-engineering")
    assert "13800138000" in (await page.sees("zhang", "13800138000"))["text"]
    assert not any("13800138000" in m["text"] for m in page.shown("-engineering"))


async def test_a_week_passes_in_order_each_thing_at_its_time(page: Page) -> None:
    card = await files(page)
    filed = datetime.fromisoformat(card["at"])
    await page.post("clock", by="1w")
    group = await page.sees("-engineering", "没人接")
    supervisor, manager = await page.sees("zheng", "没人接"), await page.sees("he", "没人接")
    times = [datetime.fromisoformat(m["at"]) for m in (group, supervisor, manager)]
    assert times == sorted(times)
    assert timedelta(minutes=14) < times[0] - filed < timedelta(minutes=16)
    assert times[-1] - filed < timedelta(days=1)
    await page.until(lambda: page.now - filed >= timedelta(days=7))


@pytest.mark.parametrize(
    ("by", "hour"), [("15m", (10, 15)), ("1h", (11, 0)), ("tomorrow", (9, 0)), ("1w", (10, 0))]
)
async def test_the_clock_goes_where_it_is_put(page: Page, by: str, hour: tuple[int, int]) -> None:
    before = page.now
    now = datetime.fromisoformat((await page.post("clock", by=by)).json()["now"])
    assert (now.hour + 8, now.minute) == hour
    assert now > before


async def test_everything_is_there_again_after_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await files(page)
        await page.post("clock", by="tomorrow")
        await page.until(lambda: page.now.hour == 1)
        before, messages = page.now, dict(page.messages)
    async with opened(tmp_path) as page:
        assert {k: m["text"] for k, m in page.messages.items()} == {k: m["text"] for k, m in messages.items()}
        assert timedelta() <= page.now - before < timedelta(minutes=1)
        await page.taps("li", "take", "-engineering")
        await page.sees("li", "13800138000")


async def test_one_can_go_back_and_do_it_differently(page: Page) -> None:
    card = await files(page)
    mark = (await page.post("mark")).json()
    await page.taps("zhang", "take", "-engineering")
    await page.sees("zhang", "13800138000")
    await page.post("clock", by="1w")
    assert (await page.post("back", mark=mark["id"])).status_code == 200
    await page.until(lambda: not page.shown("zhang"))
    assert page.messages["-engineering", card["id"]]["text"] == card["text"]
    assert abs(page.now - datetime.fromisoformat(mark["at"])) < timedelta(minutes=1)
    await page.taps("li", "take", "-engineering")
    await page.sees("li", "13800138000")


async def test_every_word_said_can_be_taken_back_with_what_followed(page: Page) -> None:
    await files(page)
    first = next(m for m in page.messages.values() if m["who"] == "wang")
    before = [mark for mark in page.state["marks"] if mark["seq"] < first["seq"]]
    await page.post("back", mark=before[-1]["id"])
    await page.until(lambda: not page.messages)
    assert "厨房漏水" in (await files(page))["text"]


async def test_from_the_beginning_nothing_is_left(page: Page) -> None:
    await files(page)
    await page.post("mark")
    await page.post("back", mark=0)
    await page.until(lambda: not page.messages)
    assert not page.state["marks"]
    assert "-0001" in (await files(page))["text"]


async def test_a_mark_nobody_set_changes_nothing(page: Page) -> None:
    await files(page)
    assert (await page.post("back", mark=4711)).json()["error"] == "no-such-mark"
    assert page.shown("-engineering")


async def test_a_phone_that_is_off_becomes_a_call_for_the_desk(page: Page) -> None:
    await files(page)
    await page.post("phone", chat="wang", trouble="off")
    await page.taps("zhang", "take", "-engineering")
    assert await page.sees("-service", "电话")
    assert not any("已接单" in m["text"] for m in page.shown("wang"))


async def test_a_slow_phone_gets_its_message_later(page: Page) -> None:
    await files(page)
    await page.post("phone", chat="zhang", trouble="slow")
    await page.taps("zhang", "take", "-engineering")
    await page.sees("wang", "已接单")
    assert not page.shown("zhang")
    await page.post("phone", chat="zhang", trouble="")
    await page.post("clock", by="15m")
    await page.sees("zhang", "13800138000")


async def test_a_picture_goes_along_to_the_department(page: Page) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    kind = {"Content-Type": "image/svg+xml"}
    sent = (await page.http.post("/playground/upload?name=leak.svg", content=svg, headers=kind)).json()
    assert sent["kind"] == "photo"
    await page.says("wang", LEAK, attachments=[sent])
    await page.taps("wang", "confirm")
    card = await page.sees("-engineering", "厨房漏水")
    assert [item["ref"] for item in card["media"]] == [sent["ref"]]
    got = await page.http.get(f"/playground/media/{sent['ref']}")
    assert got.content == svg
    assert "sandbox" in got.headers["content-security-policy"]


async def test_a_file_larger_than_a_chat_takes_is_refused(page: Page) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(21):
            yield bytes(1024 * 1024)

    for content in (bytes(21 * 1024 * 1024), parts()):
        refused = await page.http.post("/playground/upload?name=film.mp4", content=content)
        assert refused.status_code == 413
        assert refused.json() == {"error": "too-large", "detail": "at most 20 MB"}


@pytest.mark.parametrize("ref", ["..%2Foffice.db", "office.db", "%2e%2e", "0" * 32])
async def test_only_what_was_sent_can_be_fetched(page: Page, ref: str) -> None:
    assert (await page.http.get(f"/playground/media/{ref}")).status_code == 404


async def test_nobody_speaks_where_they_do_not_belong(page: Page) -> None:
    for who, chat in (
        ("wang", "-engineering"),
        ("zhang", "wang"),
        ("nobody", "nobody"),
        ("zhang", "-service"),
    ):
        assert (await page.says(who, "你好", chat)).status_code == 404
    assert not page.messages


async def test_a_file_nobody_sent_cannot_be_attached(page: Page) -> None:
    made_up = [{"kind": "photo", "ref": "../../etc/passwd"}]
    assert (await page.says("wang", "看", attachments=made_up)).status_code == 404


@pytest.mark.parametrize("body", ["", "[]", '{"by": "3y"}', '{"by": 1}'])
async def test_what_cannot_be_understood_is_refused(page: Page, body: str) -> None:
    assert (await page.http.post("/playground/clock", content=body)).status_code == 400


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "10.0.0.7:8000", ""]
)
async def test_under_a_foreign_name_there_is_no_playground(page: Page, host: str) -> None:
    for path in ("/", "/playground/static/app.js", "/playground/media/x"):
        assert (await page.http.get(path, headers={"Host": host})).status_code == 403
    stranger = Page(page.app, host)
    await stranger.look()
    assert stranger.state == {"closed": 1008}


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:8000"]
)
async def test_a_foreign_page_can_neither_post_nor_listen(page: Page, origin: str) -> None:
    assert (await page.http.post("/playground/mark", headers={"Origin": origin})).status_code == 403
    stranger = Page(page.app)
    await stranger.look(origin)
    assert stranger.state == {"closed": 1008}


async def test_its_own_page_can(page: Page) -> None:
    own = {"Origin": "http://127.0.0.1:8000"}
    assert (await page.http.post("/playground/mark", headers=own)).status_code == 200


async def test_told_otherwise_it_opens_to_others(tmp_path: Path) -> None:
    app = demo(Settings(host="0.0.0.0"), tmp_path, beat=0)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(app.router.lifespan_context(app))
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://demo.example", trust_env=False
        )
        page = await (await stack.enter_async_context(client)).get("/")
    assert page.status_code == 200
    assert "default-src 'self'" in page.headers["content-security-policy"]
