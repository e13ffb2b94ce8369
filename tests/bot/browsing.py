"""A browser before the playground: the estate on its first morning, and a visitor who looks at it."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.demo import demo
from bot.settings import Settings
from tests import serving

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

expect.set_options(timeout=30_000)  # on a busy machine; whoever sees it goes on at once
in_a_browser = [
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
    door = serving.open_door()
    async with serving.served(demo(Settings(), folder, beat=0), door, lifespan="on", ws="auto"):
        yield f"{serving.address(door)}/"


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
