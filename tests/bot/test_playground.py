"""The playground over HTTP and its socket, with the real office behind it."""

import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from bot.demo import demo
from bot.settings import Settings
from tests.bot.playground_page import LEAK, Page, files, key, opened


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


async def test_an_owner_writes_and_the_department_sees_a_card(page: Page) -> None:
    card = await files(page)
    assert "138****8000" in card["text"]
    assert card["rows"][0][0]["act"].startswith("take:")


async def test_on_telegram_a_card_is_edited_where_it_stands(page: Page) -> None:
    await files(page)
    card = await page.sees("-service", "厨房漏水")
    await page.taps("zhang", "take")
    changed = await page.stands(card, "张志强")
    assert changed["rows"]
    assert [m["id"] for m in page.shown("-service")] == [card["id"]]


async def test_a_tap_on_telegram_is_answered_over_the_screen(page: Page) -> None:
    await page.says("emma", "Water is dripping in building 5 unit 1 room 803, call 13900020007")
    await page.taps("emma", "confirm")
    again = (await page.taps("emma", "confirm")).json()
    assert again["text"]


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
    await page.taps("zhang", "take")
    assert "13800138000" in (await page.sees("zhang", "13800138000"))["text"]
    for chat in ("-engineering", "li", "zheng"):
        assert not any("13800138000" in m["text"] for m in page.shown(chat))


async def test_a_week_passes_in_order_each_thing_at_its_time(page: Page) -> None:
    card = await files(page)
    filed = datetime.fromisoformat(card["at"])
    await page.post("clock", by="1w")
    chats = ("-engineering", "zheng", "he")
    for chat in chats:
        await page.sees(chat, "没人接")
    firsts = [[m for m in page.shown(chat) if "没人接" in m["text"]][-1] for chat in chats]
    times = [datetime.fromisoformat(m["at"]).replace(microsecond=0) for m in firsts]
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
        await page.taps("li", "take")
        await page.sees("li", "13800138000")


async def test_one_can_go_back_and_do_it_differently(page: Page) -> None:
    card = await files(page)
    mark = (await page.post("mark")).json()
    await page.taps("zhang", "take")
    await page.sees("zhang", "13800138000")
    await page.post("clock", by="1w")
    assert (await page.post("back", mark=mark["id"])).status_code == 200
    await page.until(lambda: not any("13800138000" in m["text"] for m in page.shown("zhang")))
    assert page.messages["zhang", card["id"]] == card
    assert abs(page.now - datetime.fromisoformat(mark["at"])) < timedelta(minutes=1)
    await page.taps("li", "take")
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
    assert "-0001" in (await files(page))["title"]


async def test_a_mark_nobody_set_changes_nothing(page: Page) -> None:
    await files(page)
    assert (await page.post("back", mark=4711)).json()["error"] == "no-such-mark"
    assert page.shown("-engineering")


async def test_a_phone_that_is_off_becomes_a_call_for_the_desk(page: Page) -> None:
    await files(page)
    await page.post("phone", chat="wang", trouble="off")
    await page.taps("zhang", "take")
    assert await page.sees("-service", "电话")
    assert not any("已接单" in m["text"] for m in page.shown("wang"))


async def test_a_slow_phone_gets_its_message_later(page: Page) -> None:
    await files(page)
    await page.post("phone", chat="zhang", trouble="slow")
    await page.taps("zhang", "take")
    await page.sees("wang", "已接单")
    assert not any("13800138000" in m["text"] for m in page.shown("zhang"))
    await page.post("phone", chat="zhang", trouble="")
    await page.post("clock", by="15m")
    await page.sees("zhang", "13800138000")


async def test_a_picture_goes_along_to_the_department(page: Page) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    kind = {"Content-Type": "image/svg+xml"}
    sent = (await page.http.post("/playground/upload?name=leak.svg", content=svg, headers=kind)).json()
    assert sent["kind"] == "photo"
    await page.says("wang", LEAK)
    await page.says("wang", "", attachments=[sent])
    await page.taps("wang", "confirm")
    shown = await page.until(lambda: next((m for m in page.shown("-engineering") if m["media"]), None))
    assert [item["ref"] for item in shown["media"]] == [sent["ref"]]
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
