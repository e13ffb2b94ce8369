"""A page shows and does what whoever opens it may see and do at that moment."""

import asyncio
import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.attacks.weixin.office import LEAK, Office
from tests.attacks.weixin.opening import LAKE, opened, town_file
from tests.attacks.weixin.people import Owner
from tests.attacks.weixin.sayings import PHONE, group_link


async def _noticed(office: Office, owner: Owner) -> str:
    """A verdict asked by a notice; the link to it."""
    case = await office.files_a_leak(owner)
    office.clock.move_to(office.clock() + timedelta(hours=49))
    await office.repairs(case)
    return str(owner.user.chat.last.links[0])


async def test_a_forwarded_link_shows_nothing(office: Office, wang: Owner, emma: Owner) -> None:
    link = await _noticed(office, wang)
    await emma.says("你好")
    for other in (emma, office.owner("oNeverWrote")):
        page = await other.opens(link)
        assert page.status == 403
        assert "WJ-2026" not in page.text
    for colleague in (office.zhang, office.agent):
        page = await colleague.opens(link)
        assert "WJ-2026" not in page.text
    page = await wang.opens(link)
    assert page.labels == ["验收合格，满意", "不满意"]


async def test_nobody_sends_somebody_elses_form(office: Office, wang: Owner, emma: Owner) -> None:
    page = await wang.opens(await _noticed(office, wang))
    form = page.form("验收合格")
    await emma.says("你好")
    assert (await page.posts(form, emma)).status == 403
    assert office.cases(wang.address)[0].state == "replied"


async def test_the_same_form_again_does_nothing_anew(office: Office, wang: Owner) -> None:
    page = await wang.opens(await _noticed(office, wang))
    form = page.form("不满意")
    first, second = await asyncio.gather(page.posts(form), page.posts(form))
    third = await page.posts(form)
    assert office.cases(wang.address)[0].round == 2
    assert [p.status for p in (first, second, third)] == [200] * 3
    assert len(office.rows("SELECT number FROM cases")) == 1


@pytest.mark.parametrize("chosen", ["0", "3", "99", "-1", "x", "1\x00", "２"])
async def test_a_choice_that_was_not_offered(office: Office, wang: Owner, chosen: str) -> None:
    page = await wang.opens(await _noticed(office, wang))
    await page.posts(page.form("验收合格") | {"choice": chosen})
    assert office.cases(wang.address)[0].state == "replied"
    assert not office.rows("SELECT key FROM failures")


async def test_words_on_a_page_reach_the_case(office: Office, wang: Owner) -> None:
    page = await wang.opens(await _noticed(office, wang))
    answer = await page.posts(page.words("角落还有一点水"))
    assert "工单 WJ-" in answer.text
    assert office.agent.saw("角落还有一点水")
    assert office.zhang.saw("角落还有一点水")


async def test_a_groups_link_is_for_colleagues_of_the_estate(database_url: str) -> None:
    async with opened(database_url, sites=(town_file(), LAKE)) as office:
        wang = office.owner("oWang")
        await wang.says(LEAK)
        await wang.taps("望江花园")
        await wang.taps("确认提交")
        link = group_link(office, "engineering")
        for stranger in (wang, office.member("QianDuo"), office.member("Nobody")):
            assert "漏水" not in (await stranger.opens(link)).text
        page = await office.member("SunMei").opens(link)
        assert "漏水" in page.text
        after = await page.taps("接单")
        assert "不归您处理" in after.text
        assert office.cases(wang.address)[0].state == "dispatched"


async def test_whoever_left_a_minute_ago_sees_and_does_nothing(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    li, link = office.member("LiJianGuo"), group_link(office, "engineering")
    page = await li.opens(link)
    assert "接单" in page.labels
    office.roster(_without("李建国"))
    assert (await li.opens(link)).status == 403
    assert (await page.taps("接单")).status == 403
    await li.taps("接单")
    assert "不归您处理" in li.last
    assert office.cases(wang.address)[0].state == "dispatched"


async def test_whoever_left_no_longer_reads_an_owners_number(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    await office.zhang.taps("接单")
    link = office.zhang.card("完工").link
    page = await office.zhang.opens(link)
    assert PHONE in page.text
    office.roster(_without("张志强"))
    assert PHONE not in (await office.zhang.opens(link)).text


def _without(name: str) -> Callable[[str], str]:
    return lambda toml: re.sub(rf'\[\[staff\]\]\nname = "{name}"\n(?:[^\[\n][^\n]*\n)+', "", toml)


async def test_pictures_of_a_case_are_for_whoever_may_see_it(
    office: Office, wang: Owner, emma: Owner
) -> None:
    await wang.says(LEAK)
    await wang.does(wang.user.sends_photo())
    await wang.taps("确认提交")
    link = group_link(office, "engineering")
    await emma.says("你好")
    pictures = f"{link}/media/0"
    assert (await emma.opens(pictures)).status == 403
    await office.zhang.opens(link)
    assert (await office.zhang.opens(pictures)).status == 200
    assert (await office.zhang.opens(f"{link}/media/7")).status == 404


async def test_the_ordinary_callback_comes_while_we_may_speak(office: Office, wang: Owner) -> None:
    await office.repairs(await office.files_a_leak(wang))
    await wang.taps("验收合格")
    await office.passes(hours=49)
    assert wang.user.chat.last.kind == "service"


async def test_a_whole_callback_is_answered_on_its_page(office: Office, wang: Owner) -> None:
    case = await office.files_a_leak(wang)
    await office.repairs(case)
    await wang.taps("验收合格")
    wang.user.windows.shut()
    office.change("DELETE FROM windows")
    await office.passes(hours=49)
    assert wang.user.chat.last.kind == "notice"
    page = await wang.opens(wang.user.chat.last.links[0])
    assert page.text.count("【回访") <= 1
    told = len(wang.texts)
    for _ in range(9):
        if page.labels:
            page = await page.taps(page.labels[0])
    assert "都记下了" in page.text
    assert len(wang.texts) == told
    assert office.rows("SELECT state FROM surveys") == [("answered",)]
