"""The playground in a real browser: what a visitor sees and presses."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.bot.browsing import (
    address,
    browser,
    browser_page,
    button,
    estate,
    in_a_browser,
    phone,
    visitor,
)

__all__ = ["address", "browser", "browser_page", "estate", "visitor"]
pytestmark = in_a_browser


async def says(page: Page, id: str, words: str) -> None:
    await phone(page, id).locator("textarea").fill(words)
    await phone(page, id).locator("textarea").press("Enter")


async def files(page: Page) -> None:
    """王浩 says it on WeChat, and types the number of 确认提交."""
    await phone(page, "wang").locator(".blank .idea").first.click()
    await expect(phone(page, "wang").locator(".option").first).to_have_text("1. ✅ 确认提交")
    await says(page, "wang", "1")
    await expect(button(page, "engineering", "take")).to_be_visible()


async def moves(page: Page, by: str, times: int = 1) -> None:
    for _ in range(times):
        before = await page.locator("#clock time").inner_text()
        await page.locator(f"#clock [data-by='{by}']").click()
        await expect(page.locator("#clock time")).not_to_have_text(before)
        await expect(page.locator("#clock")).not_to_have_class("moving")


async def test_one_sentence_becomes_a_job_and_the_card_follows_it(visitor: Page) -> None:
    await files(visitor)
    await expect(visitor.locator("#tour li.done")).to_have_count(1)
    await expect(phone(visitor, "wang").locator("[data-act]")).to_have_count(0)
    await button(visitor, "engineering", "take").click()
    await expect(phone(visitor, "engineering").locator(".log")).to_contain_text("13800138000")
    card = phone(visitor, "service").locator(".message").first
    await expect(card).to_contain_text("张志强")
    await expect(card).to_contain_text("已更新")
    await expect(visitor.locator("#tour li.done")).to_have_count(2)


async def test_the_buttons_are_grey_on_every_colleagues_phone(visitor: Page) -> None:
    await files(visitor)
    engineering = phone(visitor, "engineering")
    await button(visitor, "engineering", "take").click()
    for colleague in ("zhang", "li", "zheng"):
        await engineering.locator(f"[data-member={colleague}]").click()
        await expect(engineering.locator(".stamp")).to_have_text("张志强已接单")
        await expect(engineering.locator("[data-act^='take:']")).to_have_count(0)


async def test_the_group_has_no_buttons_but_a_page_for_whoever_holds_the_phone(visitor: Page) -> None:
    await files(visitor)
    engineering = phone(visitor, "engineering")
    await engineering.locator(".tab.waiting").click()
    await expect(engineering.locator("[data-act]")).to_have_count(0)
    await engineering.locator("[data-member=li]").click()
    await engineering.get_by_text("查看详情").click()
    page = engineering.frame_locator("iframe")
    await page.get_by_role("button", name="接单").click()
    await expect(page.locator("body")).to_contain_text("李建国 已接单")
    await engineering.get_by_title("关闭网页").click()
    await engineering.locator(".tab").last.click()
    await expect(engineering.locator(".stamp")).to_have_text("李建国已接单")
    await expect(visitor.locator("#tour li.done")).to_have_count(2)
    await says(visitor, "engineering", "我去")
    await engineering.locator(".tab").first.click()
    await says(visitor, "engineering", "我去了")
    await expect(engineering.locator(".message.mine")).to_have_count(1)


async def test_a_window_is_counted_down_and_then_there_are_notices(visitor: Page) -> None:
    gauge = phone(visitor, "wang").locator(".gauge")
    await expect(gauge).to_have_text("窗口还没打开,等业主先说话")
    await files(visitor)
    await expect(gauge).to_have_text("还可以发 5 条 · 窗口 48 小时后关闭")
    await button(visitor, "engineering", "take").click()
    await expect(gauge).to_have_text("还可以发 4 条 · 窗口 48 小时后关闭")
    await moves(visitor, "1h")
    await expect(gauge).to_have_text("还可以发 4 条 · 窗口 47 小时后关闭")
    for left in (3, 2, 1):
        for verb in ("delay", "why", "later"):
            await button(visitor, "engineering", verb).click()
        await expect(gauge).to_contain_text(f"还可以发 {left} 条")
    await expect(phone(visitor, "wang").locator(".template")).to_have_count(0)
    await button(visitor, "engineering", "arrive").click()
    await expect(phone(visitor, "wang").locator(".template")).to_contain_text("已到场")
    await expect(gauge).to_contain_text("还可以发 1 条")


async def test_once_the_window_is_closed_the_question_is_a_notice_and_its_page_closes_the_case(
    visitor: Page,
) -> None:
    await files(visitor)
    wang = phone(visitor, "wang")
    await button(visitor, "engineering", "take").click()
    await button(visitor, "engineering", "arrive").click()
    await moves(visitor, "tomorrow", 3)
    await expect(wang.locator(".gauge")).to_have_text("窗口已关闭,只能发通知")
    await button(visitor, "engineering", "finish").click()
    await expect(phone(visitor, "engineering").locator(".log")).to_contain_text("请回复")
    await says(visitor, "engineering", "换了新软管")
    await phone(visitor, "engineering").locator("[data-act$=':free']").last.click()
    await phone(visitor, "engineering").locator("[data-act$=':bare']").click()
    await expect(wang.locator(".template").last).to_contain_text("验收合格")
    await wang.locator(".template").last.get_by_text("查看详情").click()
    page = wang.frame_locator("iframe")
    await page.get_by_role("button", name="验收合格，满意").click()
    await expect(page.locator("body")).to_contain_text("谢谢您")
    await wang.get_by_title("关闭网页").click()
    await expect(wang.locator(".page")).to_have_count(0)
    await expect(phone(visitor, "service").locator(".log")).to_contain_text("业主满意，已闭环")
    await expect(wang.locator(".gauge")).to_have_text("窗口已关闭,只能发通知")
    await expect(visitor.locator("#tour li.done")).to_have_count(5)


async def test_the_menu_below_the_line_is_wechats_own(visitor: Page) -> None:
    wang = phone(visitor, "wang")
    await expect(wang.locator(".standing .entry")).to_have_count(3)
    await wang.locator(".standing").get_by_text("更多").click()
    await wang.locator(".below").get_by_text("我的工单").click()
    await expect(wang.locator(".message.theirs")).to_have_count(1)
    await expect(wang.locator(".below")).to_have_count(0)
    await expect(wang.locator(".gauge")).to_have_text("还可以发 3 条 · 窗口 1 分钟后关闭")
    await expect(phone(visitor, "emma").locator(".standing")).to_be_hidden()


async def test_each_phone_says_which_platform_is_on_it(visitor: Page) -> None:
    labels = {"wang": "微信", "engineering": "企业微信", "service": "Telegram", "emma": "Telegram"}
    for id, label in labels.items():
        await expect(phone(visitor, id).locator(".platform")).to_have_text(label)


async def test_all_of_it_is_there_after_a_reload(visitor: Page) -> None:
    await files(visitor)
    gauge = await phone(visitor, "wang").locator(".gauge").inner_text()
    await visitor.reload()
    await expect(button(visitor, "engineering", "take")).to_be_visible()
    await expect(phone(visitor, "wang").locator(".message.mine")).to_have_count(2)
    await expect(phone(visitor, "wang").locator(".gauge")).to_have_text(gauge)


async def test_pictures_are_sent_with_one_press_or_by_file_and_looked_at(visitor: Page) -> None:
    emma = phone(visitor, "emma")
    await emma.get_by_title("图片、语音、手机号").click()
    await emma.locator(".sample").first.click()
    png = {"name": "tap.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n"}
    await emma.locator("input[type=file]").set_input_files([png])  # type: ignore[list-item]
    await expect(emma.locator(".thumb")).to_have_count(2)
    await emma.locator("textarea").fill("就是这里在漏")
    await emma.locator("textarea").press("Enter")
    await expect(emma.locator(".message.mine .photo")).to_have_count(2)
    await emma.locator(".message.mine .photo").first.click()
    await expect(visitor.locator(".lightbox img")).to_be_visible()
    await visitor.keyboard.press("Escape")
    await expect(visitor.locator(".lightbox")).to_have_count(0)


async def test_on_wechat_words_and_pictures_are_messages_of_their_own(visitor: Page) -> None:
    wang = phone(visitor, "wang")
    await wang.get_by_title("图片、语音、手机号").click()
    await expect(wang.get_by_text("发送我的手机号")).to_have_count(0)
    await wang.locator(".sample").first.click()
    await says(visitor, "wang", "就是这里在漏")
    await expect(wang.locator(".message.mine")).to_have_count(2)
    await expect(wang.locator(".message.mine .photo")).to_have_count(1)
    await expect(wang.get_by_title("回复")).to_have_count(0)


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
    await expect(visitor.locator("#clock time b")).to_have_text(re.compile("^11:0[0-2]$"))
    await expect(phone(visitor, "engineering").locator(".log")).to_contain_text("没人接")
    await expect(phone(visitor, "office").locator(".log")).to_contain_text("没人接")


async def test_from_any_words_one_can_start_again(visitor: Page) -> None:
    await files(visitor)
    await button(visitor, "engineering", "take").click()
    await expect(button(visitor, "engineering", "arrive")).to_be_visible()
    await phone(visitor, "engineering").locator(".message").first.hover()
    await phone(visitor, "engineering").get_by_title("从这里重来").first.click()
    await expect(button(visitor, "engineering", "take")).to_be_visible()
    await expect(phone(visitor, "engineering").locator(".stamp")).to_have_count(0)
    await expect(visitor.locator("#tour li.done")).to_have_count(1)
    await visitor.locator("[data-tool=again]").click()
    await visitor.locator(".popover .way").first.click()
    await expect(phone(visitor, "wang").locator(".blank")).to_be_visible()


async def test_another_member_takes_the_phone(visitor: Page) -> None:
    await files(visitor)
    await phone(visitor, "engineering").locator("[data-member=li]").click()
    await button(visitor, "engineering", "take").click()
    await expect(phone(visitor, "engineering").locator(".stamp")).to_have_text("李建国已接单")


async def test_a_reply_quotes_what_it_answers(visitor: Page) -> None:
    await files(visitor)
    card = phone(visitor, "service").locator(".message").first
    await card.hover()
    await card.get_by_title("回复").click()
    await says(visitor, "service", "请带上水管")
    await expect(phone(visitor, "service").locator(".message.mine .quote")).to_contain_text("WJ-")


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
    await visitor.goto(f"{address}?pace=0.02")
    await visitor.locator("#tour .play").click()
    await expect(visitor.locator("#tour li.done")).to_have_count(6, timeout=120_000)
    await expect(visitor.locator("#tour .play.playing")).to_have_count(0, timeout=120_000)
    await expect(phone(visitor, "engineering").locator(".log")).to_contain_text("第2次处理")
    await expect(phone(visitor, "wang").locator(".log")).to_contain_text("都记下了，谢谢您！")
    assert "2" in await phone(visitor, "wang").locator(".message.mine").all_inner_texts()
