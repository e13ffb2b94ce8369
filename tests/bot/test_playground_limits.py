"""One case across three platforms in the playground, at their limits: numbers, greyed cards, notices, pages."""

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

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


async def works(page: Page) -> None:
    """张志强 takes the job, and reports that it is done."""
    await page.taps("zhang", "take")
    await page.card("zhang", "13800138000")
    await page.taps("zhang", "finish")
    await page.sees("zhang", "请回复")
    await page.says("zhang", "换了软管")
    await page.taps("zhang", "done")
    await page.until(lambda: page.offer("zhang", "done")[1].endswith(":bare"))  # type: ignore[index]
    await page.taps("zhang", "done")


async def notice(page: Page, words: str) -> dict[str, Any]:
    """Wait for a notice on 王浩's phone."""
    return await page.until(
        lambda: next((m for m in page.shown("wang") if m["kind"] == "notice" and words in str(m)), None)
    )


def address(who: str, message: dict[str, Any]) -> str:
    return f"/as/{who}{message['link'].removeprefix('http://127.0.0.1:8000')}"


async def press(page: Page, who: str, message: dict[str, Any], label: str) -> str:
    """Open the page behind a message on somebody's phone, and press a button of it."""
    there = address(who, message)
    opened = await page.http.get(there)
    assert opened.status_code == 200, opened.text
    form = dict(re.findall(r'name="(of|nonce)" value="([^"]+)"', opened.text))
    (choice,) = re.findall(rf'value="(\d+ {label})"', opened.text)
    pressed = await page.http.post(there, data=form | {"choice": choice})
    assert pressed.status_code == 200
    return pressed.text


async def test_an_owner_on_wechat_files_by_numbers_and_is_answered_in_one_text(page: Page) -> None:
    await page.says("wang", LEAK)
    read_back = await page.sees("wang", "厨房漏水")
    assert read_back["text"].splitlines()[-4].startswith("1. ")
    assert read_back["rows"] == []
    await page.says("wang", "1")
    assert "WJ-" in (await page.sees("wang", "工单号"))["text"]
    await page.has_left("wang", 5)
    await page.card("zhang", "厨房漏水")


async def test_the_card_is_grey_for_the_whole_department_once_it_is_taken(page: Page) -> None:
    await files(page)
    cards = [await page.card(who, "厨房漏水") for who in ("zhang", "li", "zheng")]
    await page.taps("li", "take")
    for card in cards:
        assert (await page.stands(card, stamp="李建国已接单"))["rows"] == []
    await page.sees("li", "13800138000")
    group = page.shown("-engineering")
    assert [(m["kind"], m["rows"]) for m in group] == [("textcard", [])]


async def test_whoever_taps_a_page_late_is_told_who_was_faster(page: Page) -> None:
    await files(page)
    group = await page.sees("-engineering", "厨房漏水")
    await press(page, "zhang", group, "接单")
    await page.stands(await page.card("li", "厨房漏水") | {"times": 0}, stamp="张志强已接单")
    assert "张志强 已接单" in (await page.http.get(address("li", group))).text


async def test_the_office_keeps_to_five_messages_and_then_sends_notices(page: Page) -> None:
    card = await files(page)
    number = card["title"].split()[-1]
    await page.taps("zhang", "take")
    await page.sees("wang", "已接单")
    for n in range(3):  # each is one message of the four that news may use
        await page.post("tap", key=key(), who="zhang", chat="zhang", message="", act=f"delay:{number}")
        await page.taps("zhang", "why")
        await page.taps("zhang", "later")
        await page.has_left("wang", 3 - n)
    assert not any(m["kind"] for m in page.shown("wang"))
    await page.taps("zhang", "arrive")
    assert (await notice(page, "已到场"))["subject"] == number
    await page.has_left("wang", 1)  # kept for something that asks


@pytest.mark.sop("RE-5")
async def test_two_days_later_the_question_is_a_notice_and_its_page_closes_the_case(page: Page) -> None:
    await files(page)
    for _ in range(3):
        await page.post("clock", by="tomorrow")
    await works(page)
    question = await notice(page, "的报修已")
    answer = await press(page, "wang", question, "验收合格，满意")
    assert "谢谢" in answer
    await page.sees("-service", "业主满意，已闭环")
    assert not any("谢谢" in m["text"] and m["at"] > question["at"] for m in page.shown("wang"))
    await page.until(lambda: page.state["taps"] and page.state["taps"][-1]["act"].startswith("yes:"))


async def test_a_number_typed_after_a_notice_answers_it_and_opens_the_window(page: Page) -> None:
    await files(page)
    for _ in range(3):
        await page.post("clock", by="tomorrow")
    await works(page)
    await notice(page, "的报修已")
    await page.says("wang", "1")
    await page.sees("wang", "谢谢")
    await page.sees("-service", "业主满意，已闭环")
    await page.has_left("wang", 5)


async def test_a_page_is_only_for_whose_phone_it_is(page: Page) -> None:
    await files(page)
    card = await page.card("zhang", "厨房漏水")
    await page.taps("zhang", "take")
    mine = await page.until(
        lambda: next((m for m in page.shown("zhang") if "13800138000" in m["text"] and m["link"]), None)
    )
    assert "13800138000" in (await page.http.get(address("zhang", mine))).text
    for other in ("wang", "li", "he"):
        refused = await page.http.get(address(other, mine))
        assert refused.status_code == 403
        assert "13800138000" not in refused.text
    assert (await page.http.get(address("nobody", card))).status_code == 404
    assert (await page.http.get(address("zhang", card) + "x")).status_code == 404


async def test_a_page_may_be_shown_in_the_playground_and_nowhere_else(page: Page) -> None:
    await files(page)
    shown = await page.http.get(address("zhang", await page.card("zhang", "厨房漏水")))
    policy = shown.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in policy
    assert "'none'" not in policy.partition("frame-ancestors")[2]
    foreign = {"Host": "evil.example"}
    assert (await page.http.get(shown.request.url.path, headers=foreign)).status_code == 403


async def test_a_link_is_still_good_after_a_restart_and_on_any_port(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await files(page)
        link = address("zhang", await page.card("zhang", "厨房漏水"))
    async with opened(tmp_path) as page:
        elsewhere = {"Host": "localhost:9123"}
        assert (await page.http.get(link, headers=elsewhere)).status_code == 200


@pytest.mark.parametrize(
    ("what", "body", "error"),
    [
        ("say", {"chat": "wang", "text": "看", "contact": True}, "one-at-a-time"),
        ("say", {"chat": "wang", "text": "", "contact": True}, "one-at-a-time"),
        ("tap", {"chat": "wang", "message": "1", "act": "mine"}, "no-such-button"),
        ("menu", {"act": "take:1"}, "no-such-entry"),
    ],
)
async def test_what_wechat_has_not_cannot_be_done(
    page: Page, what: str, body: dict[str, Any], error: str
) -> None:
    refused = await page.post(what, key=key(), who="wang", **body)
    assert refused.json()["error"] == error


async def test_the_menu_below_the_line_begins_a_report(page: Page) -> None:
    labels = [entry["label"] for entry in page.state["menu"]]
    assert labels == ["我要报修", "我要投诉", "更多"]
    await page.post("menu", key=key(), who="wang", act=page.state["menu"][0]["act"])
    await page.until(lambda: page.shown("wang"))
    await page.has_left("wang", 3)


async def test_words_and_a_picture_are_two_messages_there(page: Page) -> None:
    sent = (await page.http.post("/playground/upload?name=a.svg", content=b"<svg/>")).json()
    both = await page.says("wang", LEAK, attachments=[sent])
    assert (both.status_code, both.json()["error"]) == (400, "one-at-a-time")


async def test_nobody_taps_in_a_group_on_wecom(page: Page) -> None:
    await files(page)
    refused = await page.post("tap", key=key(), who="zhang", chat="-engineering", message="1", act="take:1")
    assert refused.json()["error"] == "no-such-button"
