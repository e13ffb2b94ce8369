"""What the playground plays by itself: each walk to its end, and what it is meant to show is on somebody's phone."""

import pytest
from playwright.async_api import Page, expect

from tests.bot.browsing import address, browser, browser_page, estate, in_a_browser, visitor

__all__ = ["address", "browser", "browser_page", "estate", "visitor"]
pytestmark = in_a_browser

WALKS = {  # what has to be read in whose chat
    "circle": {"wang": "都记下了，谢谢您！", "li": "第2次处理"},
    "holiday": {"he": "水管爆裂", "watch": "水管爆裂", "zheng": "水管爆裂", "-service": "业主满意，已闭环"},
    "developer": {"-service": "开发商", "sun": "开发商"},
    "claim": {"zhou": "请保险公司定损", "su": "定损", "zhao": "WJ-"},
    "anger": {"zhou": "叫你们经理来", "zheng": "第2次处理", "-service": "业主满意，已闭环"},
    "hotline": {"zhou": "12345", "gu": "12345", "xu": "WJ-"},
    "incident": {"-service": "另有 4 户", "emma": "WJ-", "jiaxin": "WJ-", "chen": "WJ-", "sun": "WJ-"},
}


@pytest.mark.parametrize("walk", WALKS)
async def test_a_walk_is_played_to_its_end(visitor: Page, address: str, walk: str) -> None:
    await visitor.goto(f"{address}?pace=0.02")
    await visitor.locator("#tour .walks").select_option(walk)
    await visitor.locator("#tour .play").click()
    await expect(visitor.locator(f"body[data-played={walk}]")).to_have_count(1, timeout=120_000)
    for chat, words in WALKS[walk].items():
        assert words in await _read(visitor, chat), (chat, words)


async def _read(page: Page, chat: str) -> str:
    """Everything in a chat, as the page knows it."""
    words = await page.evaluate(
        "async (chat) => (await import('/playground/static/world.js'))"
        ".messagesOf(chat).map((one) => one.text).join('\\n')",
        chat,
    )
    return str(words)
