"""The playground in a real browser: what a visitor sees and presses."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.demo import demo
from bot.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(
        CHROMIUM is None,
        reason="no Chromium on this machine, so the page was not tried: apt-get install chromium",
    ),
]


def on_its_loop(scope: Any) -> Any:
    """A fixture on the loop that the browser lives on."""
    return pytest_asyncio.fixture(scope=scope, loop_scope="module")


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[str]:
    """The demo on a port of its own."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(demo(Settings(), folder, beat=0), log_level="warning")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    server.should_exit = True
    await serving


@on_its_loop("module")
async def estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The estate on its first morning, founded once."""
    folder = tmp_path_factory.mktemp("estate")
    async with served(folder):
        return folder


@on_its_loop("module")
async def browser() -> AsyncIterator[Browser]:
    assert CHROMIUM is not None
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


@on_its_loop("function")
async def address(estate: Path, tmp_path: Path) -> AsyncIterator[str]:
    shutil.copytree(estate, tmp_path / "demo")
    async with served(tmp_path / "demo") as address:
        yield address


@on_its_loop("function")
async def browser_page(browser: Browser, address: str) -> AsyncIterator[Page]:
    page = await browser.new_page(viewport={"width": 1600, "height": 900}, locale="zh-CN")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    yield page
    await page.close()
    assert not faults


@on_its_loop("function")
async def visitor(browser_page: Page, address: str) -> Page:
    await browser_page.goto(address)
    await expect(browser_page.locator(".phone")).to_have_count(5)
    return browser_page


def phone(page: Page, id: str) -> Locator:
    return page.locator(f".phone[data-phone={id}]")


def button(page: Page, id: str, verb: str) -> Locator:
    return phone(page, id).locator(f"[data-act^='{verb}:']").last


async def files(page: Page) -> None:
    await phone(page, "wang").locator(".blank .idea").first.click()
    await button(page, "wang", "confirm").click()
    await expect(button(page, "engineering", "take")).to_be_visible()


async def test_one_sentence_becomes_a_job_and_the_card_follows_it(visitor: Page) -> None:
    await files(visitor)
    await expect(visitor.locator("#tour li.done")).to_have_count(1)
    await button(visitor, "engineering", "take").click()
    await expect(phone(visitor, "engineering").locator(".toast")).to_be_visible()
    card = phone(visitor, "engineering").locator(".message").first
    await expect(card).to_contain_text("张志强")
    await expect(card).to_contain_text("已更新")
    await expect(phone(visitor, "engineering").locator(".tab.waiting")).to_contain_text("张志强的私聊")
    await phone(visitor, "engineering").locator(".tab.waiting").click()
    await expect(phone(visitor, "engineering").locator(".log")).to_contain_text("13800138000")
    await expect(visitor.locator("#tour li.done")).to_have_count(2)


async def test_all_of_it_is_there_after_a_reload(visitor: Page) -> None:
    await files(visitor)
    await visitor.reload()
    await expect(button(visitor, "engineering", "take")).to_be_visible()
    await expect(phone(visitor, "wang").locator(".message.mine")).to_have_count(1)


async def test_pictures_are_sent_with_one_press_or_by_file_and_looked_at(visitor: Page) -> None:
    wang = phone(visitor, "wang")
    await wang.get_by_title("图片、语音、手机号").click()
    await wang.locator(".sample").first.click()
    png = {"name": "tap.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n"}
    await wang.locator("input[type=file]").set_input_files([png])  # type: ignore[list-item]
    await expect(wang.locator(".thumb")).to_have_count(2)
    await wang.locator("textarea").fill("就是这里在漏")
    await wang.locator("textarea").press("Enter")
    await expect(wang.locator(".message.mine .photo")).to_have_count(2)
    await wang.locator(".message.mine .photo").first.click()
    await expect(visitor.locator(".lightbox img")).to_be_visible()
    await visitor.keyboard.press("Escape")
    await expect(visitor.locator(".lightbox")).to_have_count(0)


async def test_words_are_words_and_never_markup(visitor: Page) -> None:
    evil = "<img src=x onerror=\"document.title='taken'\"><b>厨房漏水</b>"
    await phone(visitor, "wang").locator("textarea").fill(evil)
    await phone(visitor, "wang").locator("textarea").press("Enter")
    await expect(phone(visitor, "wang").locator(".message.mine")).to_contain_text(evil)
    await expect(phone(visitor, "wang").locator(".message.theirs").first).to_be_visible()
    assert await visitor.locator(".log img[src=x], .log b").count() == 0
    assert "taken" not in await visitor.title()


async def test_the_clock_brings_what_is_due(visitor: Page) -> None:
    await files(visitor)
    await visitor.locator("#clock [data-by='1h']").click()
    await expect(visitor.locator("#clock time b")).to_have_text("11:00")
    await expect(phone(visitor, "engineering").locator(".log")).to_contain_text("没人接")
    await expect(phone(visitor, "office").locator(".log")).to_contain_text("没人接")


async def test_from_any_words_one_can_start_again(visitor: Page) -> None:
    await files(visitor)
    await button(visitor, "engineering", "take").click()
    await expect(button(visitor, "engineering", "arrive")).to_be_visible()
    await phone(visitor, "engineering").locator(".message").first.hover()
    await phone(visitor, "engineering").get_by_title("从这里重来").first.click()
    await expect(button(visitor, "engineering", "take")).to_be_visible()
    await expect(visitor.locator("#tour li.done")).to_have_count(1)
    await visitor.locator("[data-tool=again]").click()
    await visitor.locator(".popover .way").first.click()
    await expect(phone(visitor, "wang").locator(".blank")).to_be_visible()


async def test_another_member_takes_the_phone(visitor: Page) -> None:
    await files(visitor)
    await phone(visitor, "engineering").locator("[data-member=li]").click()
    await button(visitor, "engineering", "take").click()
    await expect(phone(visitor, "engineering").locator(".message").first).to_contain_text("李建国")


async def test_a_reply_quotes_what_it_answers(visitor: Page) -> None:
    await files(visitor)
    card = phone(visitor, "engineering").locator(".message").first
    await card.hover()
    await card.get_by_title("回复").click()
    await phone(visitor, "engineering").locator("textarea").fill("带上水管")
    await phone(visitor, "engineering").locator("textarea").press("Enter")
    await expect(phone(visitor, "engineering").locator(".message.mine .quote")).to_contain_text("WJ-")


async def test_a_phone_switched_off_gets_nothing(visitor: Page) -> None:
    await files(visitor)
    await phone(visitor, "wang").get_by_title("更多").click()
    await phone(visitor, "wang").get_by_text("手机关机").click()
    await expect(phone(visitor, "wang").locator(".trouble")).to_have_text("已关机")
    await button(visitor, "engineering", "take").click()
    await expect(phone(visitor, "service").locator(".log")).to_contain_text("电话")


async def test_the_page_speaks_english_when_asked(visitor: Page) -> None:
    await visitor.get_by_title("Show this page in English").click()
    await expect(visitor.locator("#clock [data-by='tomorrow']")).to_have_text("Tomorrow 9:00")
    await expect(phone(visitor, "engineering")).to_contain_text("Engineering")


@pytest.mark.parametrize(("width", "phones"), [(1600, 5), (1280, 4)])
async def test_the_phones_fit_the_screen(browser_page: Page, address: str, width: int, phones: int) -> None:
    await browser_page.set_viewport_size({"width": width, "height": 800})
    await browser_page.goto(address)
    await expect(browser_page.locator(".phone")).to_have_count(phones)
    for shown in await browser_page.locator(".phone").all():
        box = await shown.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


async def test_on_a_small_screen_one_swipes(browser_page: Page, address: str) -> None:
    await browser_page.set_viewport_size({"width": 390, "height": 780})
    await browser_page.goto(address)
    await expect(phone(browser_page, "wang")).to_be_in_viewport()
    wide = await browser_page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


async def test_it_plays_the_whole_circle_by_itself(visitor: Page, address: str) -> None:
    await visitor.goto(f"{address}?pace=0.1")
    await visitor.locator("#tour .play").click()
    await expect(visitor.locator("#tour li.done")).to_have_count(6, timeout=120_000)
    await expect(phone(visitor, "engineering").locator(".log")).to_contain_text("第2次处理")
