"""A card in a real browser on a telephone: no script, large enough, and it does what it says."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from bot.channels.base import Undeliverable
from bot.channels.web import Reply
from core.chat import Attachment
from tests import serving
from tests.fakes.cards import FITTER, GROUP, NEIGHBOUR, OTHER_FITTER, OWNER, PHOTO, Estate, shown

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
THUMB = 48  # pixels; what a thumb hits

expect.set_options(timeout=30_000)  # on a busy machine; whoever sees it goes on at once
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(
        CHROMIUM is None,
        reason="no Chromium on this machine, so the page was not tried: apt-get install chromium",
    ),
]

LEAK = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#cdd8d6"/>'
    b'<path d="M150 0v130h100V0" fill="#8b9a9c"/><circle cx="200" cy="190" r="26" fill="#4a90b8"/></svg>'
)
CARD = shown(
    "3栋2单元1201室 · 厨房水管漏水\n张志强师傅 今天 16:40 已修好：更换了水槽下的软管，试水半小时没有再漏。\n\n您看问题解决了吗？",
    "😊 满意",
    "😐 一般|🙁 不满意",
    subject="WJ-20261124-007",
    title="您的报修处理好了吗？",
    media=(PHOTO,),
)
JOB = shown(
    "🔴 紧急 · WJ-20261124-008\n报修 · 工程维修（因为提到：漏水）\n地点：3栋2单元1201室\n业主：王**\n情况：厨房漏水，已经流到客厅",
    "接单",
    "延期|转派",
    subject="WJ-20261124-008",
    title="厨房漏水",
)


def on_its_loop(scope: Any) -> Any:
    """A fixture on the loop that the browser lives on."""
    return pytest_asyncio.fixture(scope=scope, loop_scope="module")


@asynccontextmanager
async def served() -> AsyncIterator[Estate]:
    """The cards on a port of their own."""
    door = serving.open_door()
    estate = Estate(serving.address(door))
    async with serving.served(estate.app(), door):
        yield estate


@on_its_loop("module")
async def browser() -> AsyncIterator[Browser]:
    assert CHROMIUM is not None
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


@on_its_loop("function")
async def estate() -> AsyncIterator[Estate]:
    async with served() as estate:
        estate.cards.puts(7, OWNER, CARD)
        estate.cards.files[7, 0] = LEAK
        estate.cards.puts(8, GROUP, JOB, FITTER, OTHER_FITTER)
        yield estate


@asynccontextmanager
async def telephone(browser: Browser, **more: Any) -> AsyncIterator[BrowserContext]:
    """A telephone of its own, on which nothing may go wrong unseen."""
    faults: list[str] = []
    screen: dict[str, Any] = {"width": 390, "height": 844}
    context = await browser.new_context(
        **{"viewport": screen, "locale": "zh-CN", "java_script_enabled": False, "has_touch": True} | more
    )
    context.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    yield context
    await context.close()
    assert not [fault for fault in faults if "status of 40" not in fault]


@on_its_loop("function")
async def phone(browser: Browser) -> AsyncIterator[Page]:
    async with telephone(browser) as context:
        yield await context.new_page()


async def test_a_survey_is_answered_with_two_taps_and_a_word(phone: Page, estate: Estate) -> None:
    estate.cards.replies += [
        Reply("很抱歉，没让您满意", (shown("哪里没做好？", "手艺|态度", "没收拾干净", "跳过", id=20),)),
        Reply("", (shown("对我们有什么建议？直接写就行。", id=21),)),
        Reply("都记下了，谢谢您！"),
    ]
    await phone.goto(estate.links.to(7))
    await expect(phone.get_by_role("heading")).to_have_text("您的报修处理好了吗？")
    await expect(phone.get_by_text("WJ-20261124-007")).to_be_visible()
    await phone.get_by_role("button", name="不满意").tap()
    await expect(phone.get_by_role("status")).to_have_text("很抱歉，没让您满意")
    await phone.get_by_role("button", name="没收拾干净").tap()
    await phone.get_by_label("有话直接写在这里").fill("地上有水\n没擦")
    await phone.get_by_role("button", name="发送").tap()
    await expect(phone.get_by_role("status")).to_have_text("都记下了，谢谢您！")
    assert [(act.number, act.choice, act.words) for act in estate.cards.done] == [
        (7, 3, ""),
        (20, 3, ""),
        (21, None, "地上有水\n没擦"),
    ]


async def test_words_can_be_written_instead_of_a_choice(phone: Page, estate: Estate) -> None:
    await phone.goto(estate.links.to(7))
    box = phone.get_by_label("有话直接写在这里")
    await expect(box).to_be_hidden()
    await phone.get_by_text("点这里写一句").tap()
    await box.fill("<b>还行</b>")
    await phone.get_by_role("button", name="发送").tap()
    await expect(phone.locator(".mine")).to_have_text("<b>还行</b>")
    assert estate.cards.done[0].words == "<b>还行</b>"


async def test_a_page_loaded_again_does_nothing_twice(phone: Page, estate: Estate) -> None:
    await phone.goto(estate.links.to(7))
    await phone.get_by_role("button", name="一般").tap()
    await expect(phone.get_by_role("status")).to_be_visible()
    await phone.reload()
    await expect(phone.get_by_role("status")).to_be_visible()
    assert len(estate.cards.done) == 1


async def test_whoever_goes_back_can_choose_again(phone: Page, estate: Estate) -> None:
    await phone.goto(estate.links.to(7))
    await phone.get_by_role("button", name="一般").tap()
    await expect(phone.get_by_role("status")).to_be_visible()
    await phone.go_back()
    await phone.get_by_role("button", name="不满意").tap()
    await expect(phone.get_by_role("status")).to_be_visible()
    assert [act.choice for act in estate.cards.done] == [2, 3]


async def test_the_answer_is_where_the_eye_is(phone: Page, estate: Estate) -> None:
    long = shown("很长的一张卡片\n" * 60, "好", id=30)
    estate.cards.puts(30, OWNER, long)
    estate.cards.replies.append(Reply("记下了", (shown("还有别的吗？", "没有", id=31),)))
    await phone.goto(estate.links.to(30))
    await phone.get_by_role("button", name="好").tap()
    await expect(phone.get_by_role("status")).to_be_in_viewport()
    await expect(phone.get_by_role("button", name="没有")).to_be_in_viewport()


async def test_pictures_are_seen(phone: Page, estate: Estate) -> None:
    await phone.goto(estate.links.to(7))
    picture = phone.get_by_role("img", name="图片 1")
    await expect(picture).to_be_visible()
    box = await picture.bounding_box()
    assert box is not None
    assert box["width"] > 200
    async with phone.expect_response(lambda answer: "/media/0" in answer.url) as answered:
        await picture.tap()
    answer = await answered.value
    assert answer.status == 200
    assert "image/svg+xml" in answer.headers["content-type"]


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_fits_and_a_thumb_hits_it(
    browser: Browser, estate: Estate, width: int, scheme: str
) -> None:
    labels = "一个写得特别特别特别特别特别特别特别长的选择，也要点得到|不|1|2|3|4|5"
    message = shown("没有空格的很长的东西" + "a" * 200, labels, "好|不好", subject="WJ-1", id=40)
    estate.cards.puts(40, OWNER, message)
    screen = {"width": width, "height": 844}
    async with telephone(browser, viewport=screen, color_scheme=scheme, java_script_enabled=True) as context:
        page = await context.new_page()
        await page.goto(estate.links.to(40))
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        for button in await page.get_by_role("button").all():
            box = await button.bounding_box()
            assert box is not None
            assert min(box["height"], box["width"]) >= THUMB
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            size = await button.evaluate("button => parseFloat(getComputedStyle(button).fontSize)")
            assert size >= 20
            assert await button.evaluate(CONTRAST) >= 4.5
        for words in await page.locator("p, summary, footer a").all():
            assert await words.evaluate(CONTRAST) >= 4.5


CONTRAST = """element => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d');
  const light = colour => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let ground = element;
  while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
  const two = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor].map(light).sort();
  return (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05);
}"""


async def test_of_two_colleagues_each_is_known_on_their_own_telephone(
    browser: Browser, estate: Estate
) -> None:
    link = estate.links.to(8)
    for person in (FITTER, OTHER_FITTER):
        estate.platform.holder = person.chat
        async with telephone(browser) as context:
            page = await context.new_page()
            await page.goto(link)
            await page.get_by_role("button", name="接单").tap()
            await expect(page.get_by_role("status")).to_be_visible()
    assert [act.viewer for act in estate.cards.done] == [FITTER, OTHER_FITTER]


async def test_somebody_else_is_told_kindly_that_it_is_not_for_them(phone: Page, estate: Estate) -> None:
    estate.platform.holder = NEIGHBOUR.chat
    await phone.goto(estate.links.to(7))
    await expect(phone.get_by_role("heading")).to_have_text("这条消息是发给别人的")
    await expect(phone.get_by_text("WJ-")).to_have_count(0)


async def test_whoever_was_not_recognised_gets_in_when_they_try_again(phone: Page, estate: Estate) -> None:
    estate.platform.trouble = Undeliverable("the code is none")
    await phone.goto(estate.links.to(7))
    await expect(phone.get_by_role("heading")).to_have_text("还没认出您是谁")
    estate.platform.trouble = None
    await phone.get_by_role("link", name="重新打开").tap()
    await expect(phone.get_by_role("heading")).to_have_text("您的报修处理好了吗？")


async def test_a_page_of_somebody_elses_cannot_answer_for_them(phone: Page, estate: Estate) -> None:
    await phone.goto(estate.links.to(7))
    form = await phone.locator("form").first.evaluate("form => form.outerHTML")
    foreign = form.replace('action="', f'action="{estate.links.base_url}/c/')
    await phone.route(
        "http://elsewhere.example/",
        lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=foreign),
    )
    await phone.goto("http://elsewhere.example/")
    await phone.get_by_role("button", name="不满意").tap()
    await expect(phone.get_by_role("heading")).to_have_text("这一页放得太久了")
    assert not estate.cards.done


async def test_voices_and_files_can_be_opened(phone: Page, estate: Estate) -> None:
    media = (Attachment("voice", "v"), Attachment("document", "d", "报价单.pdf"))
    estate.cards.puts(9, OWNER, shown("请看报价", "同意", media=media))
    estate.cards.files[9, 0], estate.cards.files[9, 1] = b"#!AMR\n", b"%PDF-1.7"
    await phone.goto(estate.links.to(9))
    async with phone.expect_download() as downloading:
        await phone.get_by_role("link", name="报价单.pdf").tap()
    download = await downloading.value
    assert download.suggested_filename == "报价单.pdf"
    await download.delete()
