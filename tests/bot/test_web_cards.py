"""Cards as pages: who may open them, what a choice does once, and what is told to whoever cannot."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.channels.base import Shown, TryAgain
from bot.channels.web import Reply
from bot.channels.web.forms import MOST_WORDS
from bot.channels.web.media import kind_of
from bot.links import LASTS, Flaw, Links
from core.chat import Address, Attachment
from tests.fakes.cards import (
    FITTER,
    GROUP,
    NEIGHBOUR,
    OTHER_FITTER,
    OWNER,
    PHOTO,
    PNG,
    SECRET,
    Estate,
    HandClock,
    shown,
)

BASE = "https://bot.example"
SURVEY = shown("厨房漏水处理得怎么样？", "满意", "一般|不满意", subject="WJ-1", title="回访")


class Browser:
    """A telephone's browser: keeps its cookies, and the page it shows."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.page: httpx.Response

    async def opens(self, url: str) -> httpx.Response:
        self.page = await self.client.get(url)
        return self.page

    @property
    def text(self) -> str:
        return unescape(self.page.text.split("</style>")[-1])

    @property
    def buttons(self) -> list[str]:
        """What can be chosen, as a form would send it."""
        return [unescape(value) for value in re.findall(r'name="choice" value="([^"]*)"', self.page.text)]

    def form(self, label: str) -> dict[str, str]:
        """The form with this button, filled in."""
        for form in re.findall(r"<form.*?</form>", self.page.text, re.DOTALL):
            values = [unescape(value) for value in re.findall(r'name="choice" value="([^"]*)"', form)]
            chosen = next((value for value in values if value.endswith(f" {label}")), None)
            if chosen or (not label and "<textarea" in form):
                hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
                return hidden | ({"choice": chosen} if chosen else {})
        raise AssertionError(f"no such button: {label}; there are {self.buttons}")

    async def sends(self, url: str, form: dict[str, str]) -> httpx.Response:
        self.page = await self.client.post(url, data=form)
        return self.page

    async def taps(self, url: str, label: str) -> httpx.Response:
        return await self.sends(url, self.form(label))

    async def writes(self, url: str, words: str) -> httpx.Response:
        return await self.sends(url, self.form("") | {"words": words})


@asynccontextmanager
async def browser(estate: Estate, language: str = "zh-CN,zh;q=0.9") -> AsyncIterator[Browser]:
    transport = httpx.ASGITransport(estate.app())
    headers = {"accept-language": language}
    async with httpx.AsyncClient(
        transport=transport, base_url=BASE, headers=headers, follow_redirects=True
    ) as client:
        yield Browser(client)


@pytest.fixture
def estate() -> Estate:
    estate = Estate(BASE)
    estate.cards.puts(7, OWNER, SURVEY)
    return estate


@pytest.fixture
def link(estate: Estate) -> str:
    return estate.links.to(7)


@pytest.fixture
async def phone(estate: Estate) -> AsyncIterator[Browser]:
    async with browser(estate) as opened:
        yield opened


# the way in


async def test_the_person_it_was_for_sees_it_after_the_platform_said_who_they_are(
    phone: Browser, link: str, estate: Estate
) -> None:
    page = await phone.opens(link)
    assert page.status_code == 200
    assert str(page.url) == link
    assert "工单 WJ-1" in phone.text
    assert "厨房漏水处理得怎么样？" in phone.text
    assert phone.buttons == ["1 满意", "2 一般", "3 不满意"]
    assert len(estate.platform.states) == 1


async def test_whoever_is_known_is_not_sent_to_the_platform_again(
    phone: Browser, link: str, estate: Estate
) -> None:
    await phone.opens(link)
    await phone.opens(link)
    assert len(estate.platform.states) == 1


async def test_the_cookie_is_for_our_pages_only_and_no_script_reads_it(phone: Browser, link: str) -> None:
    page = await phone.opens(link)
    came_back = page.history[-1]
    assert urlsplit(str(came_back.url)).path == "/c/in"
    cookie = came_back.headers["set-cookie"]
    assert cookie.startswith("bihuan-wechat=")
    assert {"HttpOnly", "Path=/c", "SameSite=lax", "Secure", "Max-Age=7200"} <= set(cookie.split("; "))


async def test_without_https_the_cookie_is_not_kept_from_us() -> None:
    estate = Estate("http://127.0.0.1:8000")
    estate.cards.puts(7, OWNER, SURVEY)
    async with browser(estate) as phone:
        response = await phone.client.get(
            urlsplit(estate.links.to(7)).path, follow_redirects=False, headers={"host": "127.0.0.1:8000"}
        )
    assert "Secure" not in response.headers["set-cookie"]


async def test_what_we_hand_the_platform_is_what_wechat_takes(
    phone: Browser, link: str, estate: Estate
) -> None:
    sent = await phone.client.get(link, follow_redirects=False)
    asked = parse_qs(urlsplit(sent.headers["location"]).query)
    assert re.fullmatch(r"[0-9A-Za-z]{1,128}", asked["state"][0])
    assert asked["back"][0].startswith(f"{BASE}/c/in?card=")
    assert sent.headers["cache-control"] == "no-store"
    assert sent.headers["referrer-policy"] == "no-referrer"


async def test_two_cards_opened_side_by_side_both_come_back(phone: Browser, estate: Estate) -> None:
    estate.cards.puts(8, OWNER, shown("另一件", "好的"))
    one, other = [await phone.client.get(estate.links.to(n), follow_redirects=False) for n in (7, 8)]
    await phone.opens(one.headers["location"])
    assert "厨房漏水" in phone.text
    await phone.opens(other.headers["location"])
    assert "另一件" in phone.text


async def test_a_code_used_up_by_a_call_that_was_cut_off_is_asked_for_again(
    phone: Browser, link: str, estate: Estate
) -> None:
    sent = await phone.client.get(link, follow_redirects=False)
    back = await phone.client.get(sent.headers["location"], follow_redirects=False)
    estate.platform.codes.clear()  # WeChat called it first itself, and hung up before it heard our answer
    page = await phone.opens(back.headers["location"])
    assert page.status_code == 200
    assert phone.buttons
    assert len(estate.platform.states) == 2


async def test_a_platform_whose_codes_are_never_good_does_not_send_anybody_round_for_ever(
    phone: Browser, link: str, estate: Estate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(estate.platform, "codes", _Forgetful())
    page = await phone.opens(link)
    assert page.status_code == 403
    assert "还没认出您是谁" in phone.text
    assert len(estate.platform.states) == 2


class _Forgetful(dict[str, str]):
    def __setitem__(self, key: str, value: str) -> None:
        """Forget it at once."""


async def test_a_browser_that_keeps_no_cookies_is_told_so_instead_of_going_round(
    phone: Browser, link: str
) -> None:
    sent = await phone.client.get(link, follow_redirects=False)
    phone.client.cookies.clear()
    page = await phone.opens(sent.headers["location"])
    assert page.status_code == 403
    assert "还没认出您是谁" in phone.text
    assert f'href="{link.rsplit("/", 1)[-1]}"' in page.text


async def test_a_way_in_begun_in_another_browser_ends_at_the_door(
    phone: Browser, link: str, estate: Estate
) -> None:
    async with browser(estate) as stranger:
        sent = await stranger.client.get(link, follow_redirects=False)
        back = await stranger.client.get(sent.headers["location"], follow_redirects=False)
    await phone.client.get(link, follow_redirects=False)
    page = await phone.opens(back.headers["location"])
    assert page.status_code == 403
    assert not phone.client.cookies.get("bihuan-wechat")


@pytest.mark.parametrize("change", [("card", 8), ("state", 8), ("time", 0)])
async def test_a_state_is_for_one_card_and_ten_minutes(
    phone: Browser, link: str, estate: Estate, change: tuple[str, int]
) -> None:
    estate.cards.puts(8, OWNER, SURVEY)
    sent = await phone.client.get(link, follow_redirects=False)
    back = await phone.client.get(sent.headers["location"], follow_redirects=False)
    url = httpx.URL(back.headers["location"])
    if change[0] == "card":
        url = url.copy_merge_params({"card": estate.links.token(8)})
    elif change[0] == "state":
        url = url.copy_merge_params({"state": url.params["state"][:-1] + "g"})
    else:
        estate.clock.goes_on(timedelta(minutes=10))
    page = await phone.opens(str(url))
    assert page.status_code == 403


async def test_nobody_is_sent_from_here_to_a_page_of_somebody_elses(phone: Browser) -> None:
    page = await phone.client.get("/c/in?card=//evil.example&code=1&state=1", follow_redirects=False)
    assert page.status_code == 404
    assert "location" not in page.headers


async def test_a_platform_that_does_not_answer_is_named_and_can_be_tried_again(
    phone: Browser, link: str, estate: Estate
) -> None:
    estate.platform.trouble = TryAgain("away")
    page = await phone.opens(link)
    assert page.status_code == 503
    assert "暂时没连上" in phone.text
    estate.platform.trouble = None
    again = re.search(r'class="button" href="([^"]+)"|href="([^"]+)" class="button"', page.text)
    assert again
    await phone.opens(str(page.url.join(again[1] or again[2])))
    assert phone.buttons


# who may see it


async def test_somebody_else_with_the_link_sees_nothing_of_it(estate: Estate, link: str) -> None:
    estate.platform.holder = NEIGHBOUR.chat
    async with browser(estate) as phone:
        page = await phone.opens(link)
        assert page.status_code == 403
        assert "这条消息是发给别人的" in phone.text
        assert "厨房" not in page.text
        assert "WJ-1" not in page.text
    assert len(estate.platform.states) == 1


async def test_a_telephone_that_changed_hands_is_asked_again_who_holds_it(
    phone: Browser, estate: Estate, link: str
) -> None:
    estate.platform.holder = NEIGHBOUR.chat
    await phone.opens(link)
    estate.platform.holder = OWNER.chat
    estate.clock.goes_on(timedelta(minutes=5))
    page = await phone.opens(link)
    assert page.status_code == 200
    assert phone.buttons


async def test_a_groups_card_opens_for_each_of_its_people(estate: Estate) -> None:
    estate.cards.puts(9, GROUP, shown("三栋厨房漏水", "接单|转派"), FITTER, OTHER_FITTER)
    for person in (FITTER, OTHER_FITTER):
        estate.platform.holder = person.chat
        async with browser(estate) as phone:
            await phone.opens(estate.links.to(9))
            await phone.taps(estate.links.to(9), "接单")
    estate.platform.holder = "wu"
    async with browser(estate) as phone:
        assert (await phone.opens(estate.links.to(9))).status_code == 403
    assert [act.viewer for act in estate.cards.done] == [FITTER, OTHER_FITTER]


async def test_one_telephone_can_be_two_people_on_two_platforms(
    phone: Browser, estate: Estate, link: str
) -> None:
    estate.cards.puts(9, GROUP, shown("三栋厨房漏水", "接单"), FITTER)
    await phone.opens(link)
    estate.platform.holder = FITTER.chat
    await phone.opens(estate.links.to(9))
    assert phone.buttons == ["1 接单"]
    await phone.opens(link)
    assert phone.buttons[0] == "1 满意"
    assert len(estate.platform.states) == 2


async def test_a_forged_cookie_names_nobody(phone: Browser, link: str, estate: Estate) -> None:
    other = Estate(BASE)
    other.cards.puts(7, OWNER, SURVEY)
    await phone.opens(link)
    kept = phone.client.cookies["bihuan-wechat"]
    for forged in (kept[:-2] + "AA", kept.split(".")[0], "W10.x", "é"):
        phone.client.cookies.clear()
        response = await phone.client.get(
            link, follow_redirects=False, headers=[(b"cookie", f"bihuan-wechat={forged}".encode())]
        )
        assert response.status_code == 303


async def test_a_cookie_of_one_platform_is_none_of_another(phone: Browser, estate: Estate, link: str) -> None:
    estate.cards.puts(9, Address("wecom", OWNER.chat), shown("不是你的", "好"))
    await phone.opens(link)
    stolen = {"cookie": f"bihuan-wecom={phone.client.cookies['bihuan-wechat']}"}
    phone.client.cookies.clear()
    response = await phone.client.get(estate.links.to(9), follow_redirects=False, headers=stolen)
    assert response.status_code == 303


async def test_where_nobody_can_sign_in_a_link_alone_is_not_enough(phone: Browser, estate: Estate) -> None:
    estate.cards.puts(9, Address("telegram", "5"), shown("你好", "好"))
    assert (await phone.opens(estate.links.to(9))).status_code == 403


async def test_where_the_office_says_so_the_link_alone_is_enough(phone: Browser, estate: Estate) -> None:
    wang = Address("playground", "wang")
    estate.cards.puts(9, wang, shown("你好", "好"), bearer=True)
    url = estate.links.to(9)
    for _ in range(2):
        await phone.opens(url)
        estate.clock.goes_on(timedelta(minutes=90))
    page = await phone.taps(url, "好")
    assert page.status_code == 200
    assert [act.viewer for act in estate.cards.done] == [wang]
    assert not estate.platform.states


async def test_a_visit_with_no_more_than_a_link_opens_nothing_that_wants_a_person(
    phone: Browser, estate: Estate, link: str
) -> None:
    estate.cards.puts(9, OWNER, shown("你好", "好"), bearer=True)
    await phone.opens(estate.links.to(9))
    response = await phone.client.get(link, follow_redirects=False)
    assert urlsplit(response.headers["location"]).path == "/platform"


# choices


async def test_a_choice_is_taken_and_the_card_and_the_answer_are_shown(
    phone: Browser, link: str, estate: Estate
) -> None:
    estate.cards.replies.append(Reply("记下了", (shown("哪里没做好？", "态度|手艺", id=8),)))
    await phone.opens(link)
    page = await phone.taps(link, "不满意")
    assert page.status_code == 200
    act = estate.cards.done[0]
    assert (act.number, act.viewer, act.choice, act.words) == (7, OWNER, 3, "")
    for fragment in ("厨房漏水", "不满意", "记下了", "哪里没做好？"):
        assert fragment in phone.text
    assert "1 态度" in phone.buttons


async def test_what_was_said_just_now_can_be_answered_on_the_same_page(
    phone: Browser, link: str, estate: Estate
) -> None:
    estate.cards.replies += [
        Reply("", (shown("哪里没做好？", "态度|手艺", id=8),)),
        Reply("", (shown("还有什么要说的吗？", id=9),)),
        Reply("都记下了，谢谢您！"),
    ]
    await phone.opens(link)
    await phone.taps(link, "不满意")
    await phone.taps(link, "手艺")
    await phone.writes(link, "地上\r\n没擦干净")
    assert [(act.number, act.choice, act.words) for act in estate.cards.done] == [
        (7, 3, ""),
        (8, 2, ""),
        (9, None, "地上\n没擦干净"),
    ]
    assert "都记下了，谢谢您！" in phone.text


async def test_there_is_always_room_for_words(phone: Browser, link: str, estate: Estate) -> None:
    await phone.opens(link)
    assert phone.page.text.index("<details>") < phone.page.text.index("<textarea")  # folded beside choices
    await phone.writes(link, "  还行吧 \x00 ")
    assert [(act.choice, act.words) for act in estate.cards.done] == [(None, "还行吧")]
    assert "<details>" not in phone.page.text
    assert "<textarea" in phone.page.text


async def test_the_same_form_sent_twice_is_one_choice_with_the_same_answer(
    phone: Browser, link: str, estate: Estate
) -> None:
    estate.cards.replies += [Reply("第一次"), Reply("第二次")]
    await phone.opens(link)
    form = phone.form("满意")
    for _ in range(3):
        await phone.sends(link, form)
        assert "第一次" in phone.text
    assert len(estate.cards.done) == 1


async def test_whoever_goes_back_and_chooses_otherwise_is_heard(
    phone: Browser, link: str, estate: Estate
) -> None:
    await phone.opens(link)
    one, other = phone.form("满意"), phone.form("不满意")
    await phone.sends(link, one)
    await phone.sends(link, other)
    await phone.opens(link)
    await phone.taps(link, "满意")
    assert [act.choice for act in estate.cards.done] == [1, 3, 1]


async def test_a_choice_is_counted_by_the_state_that_was_shown(
    phone: Browser, link: str, estate: Estate
) -> None:
    estate.cards.puts(12, OWNER, shown("新的", "到场|延期"))
    estate.cards.puts(7, OWNER, shown("新的", "到场|延期", id=12))
    await phone.opens(link)
    estate.cards.puts(7, OWNER, shown("更新的", "完工", id=13))
    page = await phone.taps(link, "延期")
    assert [(act.number, act.choice) for act in estate.cards.done] == [(12, 2)]
    assert "更新的" in page.text


async def test_a_card_that_is_theirs_no_more_after_their_choice_still_answers(
    phone: Browser, link: str, estate: Estate
) -> None:
    estate.cards.puts(8, OWNER, shown("转给谁？", "清洁", id=8))
    estate.cards.replies.append(Reply("已转派"))
    await phone.opens(link)
    form = phone.form("满意") | {"of": estate.links.token(8), "choice": "1 清洁"}
    estate.cards.people[7] = {NEIGHBOUR}
    page = await phone.sends(link, form)
    assert page.status_code == 200
    assert "已转派" in phone.text
    assert "厨房漏水" not in page.text


async def test_a_card_edited_by_the_choice_stands_there_once(
    phone: Browser, link: str, estate: Estate
) -> None:
    estate.cards.puts(7, OWNER, shown("还没接", "接单", id=12))
    estate.cards.puts(12, OWNER, shown("还没接", "接单", id=12))
    await phone.opens(link)
    after = shown("张志强已接单", "到场", id=14)
    estate.cards.replies.append(Reply("接单成功", (after,)))
    form = phone.form("接单")
    estate.cards.puts(7, OWNER, after)
    page = await phone.sends(link, form)
    assert page.text.count("张志强已接单") == 1


async def test_an_answer_without_a_word_is_still_confirmed(phone: Browser, link: str, estate: Estate) -> None:
    estate.cards.replies.append(Reply())
    await phone.opens(link)
    await phone.taps(link, "满意")
    assert "收到了" in phone.text


async def test_nothing_chosen_and_nothing_written_does_nothing(
    phone: Browser, link: str, estate: Estate
) -> None:
    await phone.opens(link)
    page = await phone.writes(link, " \r\n ")
    assert str(page.url) == link
    assert not estate.cards.done


async def test_a_choice_that_is_not_there_is_refused(phone: Browser, link: str, estate: Estate) -> None:
    await phone.opens(link)
    page = await phone.sends(link, phone.form("满意") | {"choice": "9 免费"})
    assert page.status_code == 404
    assert not estate.cards.done


# forms that are not ours


async def test_a_form_from_elsewhere_does_nothing(phone: Browser, link: str, estate: Estate) -> None:
    await phone.opens(link)
    form = phone.form("满意")
    async with browser(estate) as stranger:
        await stranger.opens(link)
        foreign = stranger.form("满意")
    for forged in ({"nonce": ""}, {"nonce": "x"}, {"nonce": foreign["nonce"]}, {"nonce": form["of"]}):
        page = await phone.sends(link, form | forged)
        assert page.status_code == 403
        assert "这一页放得太久了" in phone.text
    assert not estate.cards.done


async def test_a_form_without_a_visit_does_nothing(phone: Browser, link: str, estate: Estate) -> None:
    await phone.opens(link)
    form = phone.form("满意")
    phone.client.cookies.clear()
    assert (await phone.sends(link, form)).status_code == 403
    assert not estate.cards.done


@pytest.mark.parametrize("of", ["", "7", "WzcsMV0.x", "//"])
async def test_the_message_that_is_answered_is_signed_too(
    phone: Browser, link: str, estate: Estate, of: str
) -> None:
    await phone.opens(link)
    assert (await phone.sends(link, phone.form("满意") | {"of": of})).status_code == 403
    assert not estate.cards.done


async def test_somebody_elses_message_cannot_be_answered_from_ones_own_page(
    phone: Browser, link: str, estate: Estate
) -> None:
    estate.cards.puts(8, NEIGHBOUR, shown("你满意吗？", "满意"))
    await phone.opens(link)
    page = await phone.sends(link, phone.form("满意") | {"of": estate.links.token(8)})
    assert page.status_code == 403
    assert not estate.cards.done


async def test_a_page_is_good_for_an_hour_at_least_and_for_two_at_most(
    phone: Browser, link: str, estate: Estate
) -> None:
    await phone.opens(link)
    estate.clock.goes_on(timedelta(minutes=59))
    early = phone.form("满意")
    await phone.opens(link)
    estate.clock.goes_on(timedelta(minutes=60))
    assert (await phone.sends(link, phone.form("满意"))).status_code == 200
    estate.clock.goes_on(timedelta(minutes=2))
    assert (await phone.sends(link, early)).status_code == 403
    assert len(estate.cards.done) == 1


async def test_forms_outlive_a_visit_that_was_renewed(phone: Browser, link: str, estate: Estate) -> None:
    await phone.opens(link)
    form = phone.form("满意")
    estate.clock.goes_on(timedelta(minutes=70))
    await phone.opens(link)
    assert len(estate.platform.states) == 2
    assert (await phone.sends(link, form)).status_code == 200


# links that open nothing


def altered(token: str) -> list[str]:
    other = "B" if token[-1] == "A" else "A"
    body, signature = token.split(".")
    return [
        token[:-1] + other,
        f"{body}x.{signature}",
        signature,
        body,
        "x",
        "7",
        "é",
        f"{token}=",
        f"{token}.",
    ]


async def test_an_altered_link_opens_nothing(phone: Browser, link: str, estate: Estate) -> None:
    head, token = link.rsplit("/", 1)
    for wrong in altered(token):
        page = await phone.opens(f"{head}/{wrong}")
        assert page.status_code == 404
        assert "这个链接不完整" in phone.text
    assert not estate.platform.states


def test_base64_spelled_otherwise_is_another_link() -> None:
    links = Links(SECRET, BASE, HandClock())
    token = links.token(7)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    assert [links.read(token[:-1] + letter) for letter in letters].count(7) == 1


@given(st.text(alphabet=st.characters(), max_size=80))
def test_whatever_is_no_token_of_ours_is_altered(token: str) -> None:
    assert Links(SECRET, BASE, HandClock()).read(token) is Flaw.ALTERED


@given(st.integers(min_value=1, max_value=2**63))
def test_a_token_stands_for_its_number(number: int) -> None:
    links = Links(SECRET, BASE, HandClock())
    assert links.read(links.token(number)) == number
    assert Links("another secret", BASE, HandClock()).read(links.token(number)) is Flaw.ALTERED
    assert re.fullmatch(r"[0-9A-Za-z_.-]+", links.token(number))


def test_without_an_address_there_is_no_link_and_without_a_secret_nothing_at_all() -> None:
    assert Links(SECRET, "", HandClock()).to(7) == ""
    assert Links(SECRET, f"{BASE}/", HandClock()).to(7).startswith(f"{BASE}/c/")
    with pytest.raises(ValueError, match="secret"):
        Links("", BASE, HandClock())


async def test_an_expired_link_says_how_to_go_on(phone: Browser, link: str, estate: Estate) -> None:
    estate.clock.goes_on(LASTS - timedelta(seconds=1))
    assert (await phone.opens(link)).status_code == 200
    estate.clock.goes_on(timedelta(seconds=1))
    page = await phone.opens(link)
    assert page.status_code == 410
    assert "这个链接过期了" in phone.text
    assert "30 天" in phone.text
    assert (await phone.sends(link, {})).status_code == 410


async def test_marks_within_a_page_do_not_outlive_its_visit(
    phone: Browser, link: str, estate: Estate
) -> None:
    await phone.opens(link)
    inner = phone.form("满意")["of"]
    estate.clock.goes_on(timedelta(hours=2))
    assert estate.links.read(inner) is Flaw.EXPIRED


async def test_a_message_that_is_gone_says_so(phone: Browser, estate: Estate) -> None:
    page = await phone.opens(estate.links.to(404))
    assert page.status_code == 404
    assert "没有找到这条消息" in phone.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-CN", "这个链接不完整"),
        ("zh-HK,zh;q=0.9", "這個連結不完整"),
        ("en-GB", "not complete"),
        ("", "这个链接不完整"),
    ],
)
async def test_whoever_is_refused_is_told_in_their_browsers_language(
    estate: Estate, language: str, words: str
) -> None:
    async with browser(estate, language) as phone:
        await phone.opens("/c/nothing")
        assert words in phone.text


async def test_the_card_itself_is_in_the_persons_own_language(phone: Browser, estate: Estate) -> None:
    estate.cards.puts(9, OWNER, shown("How was it?", "Good"), language="en")
    await phone.opens(estate.links.to(9))
    assert 'lang="en"' in phone.page.text
    assert "See where it stands now" in phone.text


async def test_what_could_not_be_kept_is_not_confirmed(phone: Browser, link: str, estate: Estate) -> None:
    await phone.opens(link)
    form = phone.form("满意")
    estate.cards.trouble = RuntimeError("王先生 13800138000 的话")
    with capture_logs() as logs:
        page = await phone.sends(link, form)
    assert page.status_code == 500
    assert "收到了" not in phone.text
    assert "13800138000" not in f"{logs} {page.text}"
    assert {entry["error"] for entry in logs} == {"RuntimeError"}
    estate.cards.trouble = None
    assert (await phone.sends(link, form)).status_code == 200
    assert len(estate.cards.done) == 1


async def test_no_token_and_no_name_reaches_the_log(phone: Browser, link: str, estate: Estate) -> None:
    estate.platform.holder = NEIGHBOUR.chat
    token = link.rsplit("/", 1)[-1]
    with capture_logs() as logs:
        await phone.opens(link)
        await phone.opens(f"{BASE}/c/{altered(token)[0]}")
    assert len(logs) == 2
    assert token[:20] not in str(logs)
    assert NEIGHBOUR.chat not in str(logs)


# what is sent to us


async def test_more_than_a_page_sends_is_refused_before_it_is_read(
    phone: Browser, link: str, estate: Estate
) -> None:
    await phone.opens(link)
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield b"words=" + b"x" * 10_000

    page = await phone.client.post(link, content=endless())
    assert page.status_code == 413
    assert read < 10
    assert "写得太长了" in unescape(page.text)


@pytest.mark.parametrize(("length", "status"), [(MOST_WORDS, 200), (MOST_WORDS + 1, 413)])
async def test_words_are_taken_whole_or_not_at_all(
    phone: Browser, link: str, estate: Estate, length: int, status: int
) -> None:
    await phone.opens(link)
    page = await phone.writes(link, "水" * length)
    assert page.status_code == status
    assert [len(act.words) for act in estate.cards.done] == [length][: status == 200]


@pytest.mark.parametrize(
    "body", [b"\xff\xfe\x00", b"%", b"&&&=&", b'{"choice": 1}', b"choice=" + b"9" * 9000]
)
async def test_a_body_that_is_no_form_is_refused(
    phone: Browser, link: str, estate: Estate, body: bytes
) -> None:
    await phone.opens(link)
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert (await phone.client.post(link, content=body, headers=headers)).status_code == 403
    assert not estate.cards.done


# what we serve


def strict(page: httpx.Response) -> None:
    policy = dict(part.split(" ", 1) for part in page.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert "unsafe" not in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "<script" not in page.text


async def test_every_page_is_closed_to_the_outside(phone: Browser, link: str) -> None:
    strict(await phone.opens(link))
    strict(await phone.taps(link, "满意"))
    strict(await phone.opens(f"{BASE}/c/nothing"))


class _Tags(HTMLParser):
    """The page as a browser reads it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


async def test_words_are_words_and_never_markup(phone: Browser, estate: Estate) -> None:
    evil = "<img src=x onerror=alert(1)>\n</style><b>粗</b> &amp; \"'"
    message = Shown(evil, title=evil, subject=evil, stamp=evil, media=(Attachment("document", "d", evil),))
    estate.cards.puts(9, OWNER, message)
    estate.cards.replies.append(Reply(evil, (shown(evil, evil, id=10),)))
    url = estate.links.to(9)
    await phone.opens(url)
    for _ in range(2):
        tags = _Tags()
        tags.feed(phone.page.text)
        assert {"button", "form", "p"} & tags.found
        assert not {"img", "b", "script"} & tags.found
        assert tags.words.count(evil) >= 2
        await phone.writes(url, evil)
    assert estate.cards.done[0].words == evil


async def test_a_picture_is_served_to_whoever_may_see_the_card(phone: Browser, estate: Estate) -> None:
    estate.cards.puts(9, OWNER, shown("看图", "好", media=(PHOTO, PHOTO)))
    estate.cards.files[9, 0] = PNG
    url = estate.links.to(9)
    await phone.opens(url)
    sources = re.findall(r'<img src="([^"]+)"', phone.page.text)
    assert len(sources) == 2
    picture = await phone.client.get(str(phone.page.url.join(sources[0])))
    assert (picture.status_code, picture.content) == (200, PNG)
    assert picture.headers["content-type"] == "image/png"
    assert "sandbox" in picture.headers["content-security-policy"]
    assert (await phone.client.get(str(phone.page.url.join(sources[1])))).status_code == 404
    assert (await phone.client.get(f"{url}/media/2")).status_code == 404
    async with browser(estate) as nobody:
        assert (await nobody.client.get(f"{url}/media/0")).status_code == 403
    estate.platform.holder = NEIGHBOUR.chat
    async with browser(estate) as neighbour:
        await neighbour.opens(url)
        assert (await neighbour.client.get(f"{url}/media/0")).status_code == 403


async def test_pictures_are_closed_two_hours_after_somebody_said_who_they_are(
    phone: Browser, estate: Estate
) -> None:
    estate.cards.puts(9, OWNER, shown("看图", media=(PHOTO,)))
    estate.cards.files[9, 0] = PNG
    await phone.opens(estate.links.to(9))
    there = f"{estate.links.to(9)}/media/0"
    estate.clock.goes_on(timedelta(hours=2) - timedelta(seconds=1))
    assert (await phone.client.get(there)).status_code == 200
    estate.clock.goes_on(timedelta(seconds=1))
    assert (await phone.client.get(there)).status_code == 403


async def test_an_iphone_gets_the_part_of_a_video_it_asks_for(phone: Browser, estate: Estate) -> None:
    video = b"\x00\x00\x00\x18ftypmp42" + bytes(range(100))
    estate.cards.puts(9, OWNER, shown("看视频", media=(Attachment("video", "v"),)))
    estate.cards.files[9, 0] = video
    url = estate.links.to(9)
    await phone.opens(url)
    assert "<video" in phone.page.text
    for asked, first, last in (("bytes=0-1", 0, 1), ("bytes=10-", 10, 111), ("bytes=5-9999", 5, 111)):
        part = await phone.client.get(f"{url}/media/0", headers={"range": asked})
        assert (part.status_code, part.content) == (206, video[first : last + 1])
        assert part.headers["content-range"] == f"bytes {first}-{last}/112"
        assert part.headers["content-type"] == "video/mp4"
    for nonsense in ("bytes=500-", "bytes=9-2", "bytes=-5", "lines=1-2"):
        whole = await phone.client.get(f"{url}/media/0", headers={"range": nonsense})
        assert (whole.status_code, whole.content) == (200, video)


async def test_a_file_that_could_do_something_is_only_handed_over(phone: Browser, estate: Estate) -> None:
    estate.cards.puts(9, OWNER, shown("附件", media=(Attachment("document", "d", '报价"\r\n.html'),)))
    estate.cards.files[9, 0] = b"<!doctype html><script>alert(1)</script>"
    url = estate.links.to(9)
    await phone.opens(url)
    file = await phone.client.get(f"{url}/media/0")
    assert file.headers["content-type"] == "application/octet-stream"
    assert file.headers["content-disposition"].startswith(
        "attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%22%0D%0A"
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b'<?xml version="1.0"?>\n<svg xmlns="">', "image/svg+xml"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"<html><svg>", ""),
        (b"", ""),
        (b"%PDF-1.7", ""),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


async def test_buttons_that_are_no_more_are_said_to_be_no_more(phone: Browser, estate: Estate) -> None:
    estate.cards.puts(9, OWNER, shown("厨房漏水", stamp="张志强已接单"))
    await phone.opens(estate.links.to(9))
    assert 'class="stamp"' in phone.page.text
    assert not phone.buttons


async def test_looking_changes_nothing(phone: Browser, link: str, estate: Estate) -> None:
    await phone.opens(link)
    await phone.client.head(link)
    assert (await phone.client.put(link)).status_code == 405
    assert not estate.cards.done
