"""Owners on WeChat, the staff on WeCom, a manager on Telegram: what must hold however badly things go.

Nothing is lost, nothing is said twice without need or to the wrong person, nobody acts with another's rights.
"""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from core.chat import Address, Event, Say, Window, choice, text
from storage import windows
from tests.attacks.weixin_office import LAKE, LEAK, Office, Owner, opened, routed, town_file
from tests.fakes.wechat.envelope import read, unwrap

NAME, PHONE = "王秀英", "13800138000"
FORGED = ["9" * 30 + "-1", "²-1", "1-²", "-", "1-", "0-0", "1-99999999999999999999", "x-1", "1-1-1"]


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    async with opened(database_url) as open_:
        yield open_
    assert not open_.wecom.complaints


@pytest.fixture
def wang(office: Office) -> Owner:
    return office.owner("oWang")


@pytest.fixture
def emma(office: Office) -> Owner:
    return office.owner("oEmma")


def news(words: str) -> Say:
    return Say(text("as-it-is", words=words))


def question(words: str, *acts: str) -> Say:
    rows = tuple((choice("as-it-is", act, words=f"choice {act}"),) for act in acts or ("menu:mine",))
    return Say(text("as-it-is", words=words), rows)


def answered(office: Office, body: bytes) -> str:
    """The words of a passive answer."""
    assert office.wechat.door.seal is not None
    return str(read(unwrap(body.decode(), office.wechat.door.seal, office.wechat.token))["Content"])


# going down at a bad moment


async def test_nothing_is_lost_or_said_twice_when_the_answer_gets_nowhere(
    office: Office, wang: Owner
) -> None:
    office.front.before.append(office.restarts())
    await wang.says(LEAK)
    assert wang.saw("确认提交") == 1
    await wang.taps("确认提交")
    assert len(office.cases(wang.address)) == 1


async def test_what_the_sender_said_meanwhile_is_not_answered_again(office: Office, wang: Owner) -> None:
    async def restarts_and_sends() -> None:
        await office.restarts()
        await office.app.sender.drain()

    office.front.before.append(restarts_and_sends())
    await wang.says(LEAK)
    assert wang.saw("确认提交") == 1
    assert not wang.user.chat.errors


async def test_what_the_sender_has_in_hand_is_not_answered_as_well(office: Office, wang: Owner) -> None:
    office.wechat.slows("message/custom/send", 0.3)

    async def restarts_and_begins_to_send() -> None:
        await office.restarts()
        await office.app.sender.send_waiting()

    office.front.before.append(restarts_and_begins_to_send())
    await wang.says(LEAK)
    assert wang.saw("确认提交") == 1


async def test_a_crash_after_the_answer_says_it_twice_at_most(office: Office, wang: Owner) -> None:
    await wang.says(LEAK)
    office.front.after.append(office.restarts())
    await wang.taps("确认提交")
    assert len(office.cases(wang.address)) == 1
    assert 1 <= wang.saw("工单号：") <= 2
    assert office.zhang.saw("接单") == 1


async def test_a_crash_between_sent_and_settled_says_it_twice_at_most(office: Office, wang: Owner) -> None:
    await wang.says("你好")
    office.tell(wang.address, news("first"))
    office.tell(wang.address, news("second"))
    await office.app.sender.send_waiting()
    await office.wechat.wait_for(lambda: wang.saw("first"))
    await office.restarts()
    await office.rests()
    assert (wang.saw("first"), wang.saw("second")) == (2, 1)
    assert wang.texts[-1] == "second"


async def test_repeats_at_the_same_time_get_the_same_answer(office: Office, wang: Owner) -> None:
    office.wechat.door.repeats = 2
    first = wang.user.says(LEAK)
    await wang.does(first)
    assert len(first.answers) == 2
    assert len({answered(office, body) for body in first.answers}) == 1
    second = wang.user.taps("确认提交")
    await wang.does(second)
    assert len({answered(office, body) for body in second.answers}) == 1
    assert len(office.cases(wang.address)) == 1
    assert office.zhang.saw("接单") == 1


async def test_a_repeat_after_the_restart_gets_the_same_answer(office: Office, wang: Owner) -> None:
    said = wang.user.says(LEAK)
    await wang.does(said)
    await office.restarts()
    body = (await office.wechat.door._post(said))[1]
    assert answered(office, body) == wang.last
    await office.rests()
    assert wang.saw("确认提交") == 1


async def test_a_late_repeat_does_not_bring_back_what_was_said_otherwise(office: Office, wang: Owner) -> None:
    said = wang.user.says(LEAK)
    office.front.before += [asyncio.sleep(0), asyncio.sleep(0), asyncio.sleep(0)]
    await said
    office.clock.move_to(office.clock() + timedelta(seconds=9))
    await office.rests()
    assert wang.saw("确认提交") == 1
    assert (await office.wechat.door._post(said))[1] == b"success"


async def test_an_answer_nobody_waited_for_is_said_all_the_same(office: Office, wang: Owner) -> None:
    """WeChat hangs up before each of the three answers."""
    intake, slow = office.app.channels["wechat"]._intake, asyncio.Event()  # type: ignore[attr-defined]
    waiting: list[asyncio.Task[Any]] = []
    desk = intake.office

    class Slow:
        def __getattr__(self, name: str) -> Any:
            return getattr(desk, name)

        async def held(self, event: Event) -> Any:
            waiting.append(asyncio.current_task())  # type: ignore[arg-type]
            await slow.wait()
            return await desk.held(event)

    intake.office, office.wechat.door.patience = Slow(), 0.2
    said = wang.user.says(LEAK)
    await said
    assert said.statuses == [0, 0, 0]
    slow.set()
    await asyncio.wait(waiting)
    assert not wang.saw("确认提交")
    office.clock.move_to(office.clock() + timedelta(seconds=9))
    await office.rests()
    assert wang.saw("确认提交") == 1


async def test_two_processes_answer_the_same(fresh_database: Any) -> None:
    with fresh_database("postgresql") as url:
        async with opened(url) as office:
            wang = office.owner("oWang")
            other = office.built()
            for channel in other.channels.values():
                if channel.name != "telegram":
                    await channel.start(other.office)
            both = [routed(office.app), routed(other)]

            async def either(scope: Any, receive: Any, send: Any) -> None:
                both.reverse()
                await both[0](scope, receive, send)

            office.front.app = either
            try:
                for words in (LEAK, "1"):
                    office.wechat.door.repeats = 1
                    said = wang.user.says(words)
                    await said
                    await asyncio.gather(other.sender.drain(), office.app.sender.drain())
                    texts = {answered(office, body) for body in said.answers}
                    assert len(said.answers) == 2
                    assert len(texts) == 1
                await asyncio.gather(other.sender.drain(), office.app.sender.drain())
                assert len(office.cases(wang.address)) == 1
                assert wang.saw("工单号：") == 1
                assert office.zhang.saw("接单") == 1
            finally:
                for channel in other.channels.values():
                    await channel.stop()
                other.handler.close()
                other.store.close()


# windows


async def test_five_messages_then_notices_and_the_last_one_asks(office: Office, wang: Owner) -> None:
    await wang.says("你好")
    for n in range(6):
        office.tell(wang.address, news(f"news {n}"))
    office.tell(wang.address, question("really?"))
    office.tell(wang.address, news("the end"))
    await office.rests()
    kinds = [m.kind for m in wang.user.chat.said][1:]
    assert kinds == ["service"] * 4 + ["notice"] * 2 + ["service", "notice"]
    assert wang.saw("really?") == 1
    assert not [c for c in office.wechat.calls if c.errcode]
    order = [int(w) for w in re.findall(r"news (\d)", "\n".join(wang.texts))]
    assert order == sorted(order)


@pytest.mark.parametrize("menus", [False, True])
async def test_we_never_count_more_than_wechat_does(database_url: str, menus: bool) -> None:
    async with opened(database_url, menus=menus) as office:
        wang = office.owner("oWang")
        await wang.does(wang.user.follows())
        await office.files_a_leak(wang)
        for minutes in (0, 1, 5, 120):
            office.clock.move_to(office.clock() + timedelta(minutes=minutes))
            await wang.taps("我的工单" if not minutes else "看进度" if minutes == 1 else "WJ-2026")
            office.tell(wang.address, news("one"))
            office.tell(wang.address, question("two", "mine", "menu:repair"))
            await office.rests()
            if minutes == 1:
                await wang.taps("choice mine")
            with office.app.store.transaction() as work:
                ours = windows.left(work.conn, wang.address, office.clock())
            assert ours <= wang.user.windows.left(office.clock())
        assert not [c for c in office.wechat.calls if c.errcode]


async def test_wechat_is_right_about_the_window(office: Office, wang: Owner) -> None:
    await wang.says("你好")
    wang.user.windows.shut()
    for n in range(3):
        office.tell(wang.address, news(f"news {n}"))
    await office.rests()
    assert [m.kind for m in wang.user.chat.said][1:] == ["notice"] * 3
    assert len([c for c in office.wechat.calls if c.errcode]) == 1
    assert {state for state, _ in office.outbox_of(wang.address)} == {"sent"}


async def test_a_word_said_late_does_not_shorten_the_window(office: Office, wang: Owner) -> None:
    """An event that failed is tried again an hour later; the person wrote meanwhile."""
    await wang.says("你好")
    old = Event(
        "old",
        office.clock() - timedelta(hours=1),
        wang.address,
        wang.address,
        window=Window("said", timedelta(hours=48), 5),
    )
    for n in range(2):
        office.tell(wang.address, news(f"news {n}"))
    await office.rests()
    with office.app.store.transaction() as work:
        windows.open_window(work.conn, old)
        assert windows.left(work.conn, wang.address, office.clock()) == 3
        assert windows.left(work.conn, wang.address, office.clock() + timedelta(hours=47, minutes=30)) == 3


@pytest.mark.parametrize("asking", [False, True])
async def test_a_verdict_that_reaches_nobody_is_a_call(database_url: str, asking: bool) -> None:
    async with opened(database_url, asking=asking) as office:
        wang = office.owner("oWang")
        case = await office.files_a_leak(wang)
        office.clock.move_to(office.clock() + timedelta(hours=49))
        wang.user.refuses_notices()
        await office.repairs(case)
        assert office.agent.saw("消息送不到业主", case.number) == 1
        assert wang.saw("验收合格，满意") == 0


async def test_without_a_template_the_desk_calls(database_url: str) -> None:
    async with opened(database_url, notices=False) as office:
        wang = office.owner("oWang")
        case = await office.files_a_leak(wang)
        office.clock.move_to(office.clock() + timedelta(hours=49))
        await office.repairs(case)
        assert office.agent.saw("消息送不到业主") == 1


async def test_a_failed_notice_is_somebodys_task_even_when_its_fate_is_told_at_once(
    office: Office, wang: Owner
) -> None:
    """WeChat tells what became of a notice before its number is on record."""
    case = await office.files_a_leak(wang)
    office.clock.move_to(office.clock() + timedelta(hours=49))
    office.tell(wang.address, replace(news("news"), subject=case.number))
    wang.user.refuses_notices()
    await office.app.sender.send_waiting()
    while office.app.sender._busy:
        await asyncio.sleep(0)
    await office.wechat.settled()
    await office.rests()
    assert any("送不到" in m.text for m in office.wecom.groups["service"].messages)
    assert office.rows("SELECT kind FROM tasks") == [("undeliverable",)]


# numbers


@pytest.mark.parametrize(
    "typed", ["1", "１", "1。", "1.", "选1", "选 1", "第1个", "回复1", "1号", "①", " 1 "]
)
async def test_a_number_however_it_is_written(office: Office, wang: Owner, typed: str) -> None:
    await wang.says(LEAK)
    await wang.says(typed)
    assert len(office.cases(wang.address)) == 1


@pytest.mark.parametrize("typed", ["一", "选一", "第一个", "(1)", "（1）", "1️⃣", "我选1", "回复：1", "1吧"])
async def test_a_number_as_people_write_it(office: Office, wang: Owner, typed: str) -> None:
    await wang.says(LEAK)
    await wang.says(typed)
    assert len(office.cases(wang.address)) == 1


async def test_a_number_means_the_list_they_see_not_one_on_its_way(office: Office, wang: Owner) -> None:
    await wang.says(LEAK)
    office.wechat.fails("message/custom/send", 500, 0)
    office.tell(wang.address, question("another list", "human"))
    await office.app.sender.send_waiting()
    await office.wechat.wait_for(lambda: office.wechat.called("message/custom/send"))
    while office.app.sender._busy:
        await asyncio.sleep(0.01)
    await office.app.sender.send_waiting()
    await wang.user.says("1")
    office.wechat.heals()
    await office.passes(minutes=5)
    assert len(office.cases(wang.address)) == 1
    assert wang.saw("已经请客服同事来接待您") == 0


async def test_a_number_means_the_list_they_see_not_a_notice(office: Office, wang: Owner) -> None:
    """A notice shows no numbers: 1 is the first line of the list that stands above it."""
    case = await office.files_a_leak(wang)
    await wang.says("5-1-301 楼道灯坏了，也请修一下")
    office.change("DELETE FROM windows")
    await office.repairs(case)
    assert wang.user.chat.last.kind == "notice"
    await wang.says("1")
    assert office.cases(wang.address)[-1].state == "replied"
    assert len(office.cases(wang.address)) == 2


async def test_a_notice_that_tells_its_numbers_is_answered_by_them(database_url: str) -> None:
    async with opened(database_url, asking=True) as office:
        wang = office.owner("oWang")
        case = await office.files_a_leak(wang)
        await wang.says("5-1-301 楼道灯坏了，也请修一下")
        office.change("DELETE FROM windows")
        await office.repairs(case)
        assert wang.user.chat.last.kind == "notice"
        assert "2" in wang.last
        await wang.says("2")
        assert office.cases(wang.address)[-1].round == 2


async def test_words_typed_after_a_notice_answer_it(office: Office, wang: Owner) -> None:
    case = await office.files_a_leak(wang)
    office.clock.move_to(office.clock() + timedelta(hours=49))
    await office.repairs(case)
    assert wang.user.chat.last.kind == "notice"
    await wang.says("不满意")
    assert office.cases(wang.address)[0].round == 2


async def test_of_two_cases_the_newest_question_is_answered(office: Office, wang: Owner, emma: Owner) -> None:
    first = await office.files_a_leak(wang)
    await office.repairs(first)
    await wang.says("5-1-301 卫生间灯坏了 13800138000")
    await wang.taps("确认提交")
    second = office.cases(wang.address)[0]
    assert second.number != first.number
    await office.repairs(second)
    await wang.says("1")
    states = {c.number: str(c.state) for c in office.cases(wang.address)}
    assert states == {first.number: "replied", second.number: "closed"}


async def test_an_answer_in_words_is_not_taken_for_an_old_choice(office: Office, wang: Owner) -> None:
    case = await office.files_a_leak(wang)
    await office.repairs(case)
    await wang.taps("验收合格")
    office.clock.move_to(office.clock() + timedelta(hours=24))
    await wang.says("谢谢")
    await office.passes(hours=25)
    for _ in range(9):
        if "直接说" in wang.last or "建议" in wang.last:
            break
        await wang.says("1")
    assert "跳过" in wang.last
    await wang.says("满意")
    assert "这一题已经记下了" not in wang.last
    assert any("满意" in row.answers for row in office.rows("SELECT answers FROM surveys"))


async def test_a_number_that_is_no_choice_is_words(office: Office, wang: Owner) -> None:
    await wang.says(LEAK)
    await wang.says("9")
    assert not office.rows("SELECT number FROM cases")
    await wang.taps("确认提交")
    assert len(office.cases(wang.address)) == 1


@pytest.mark.parametrize("messages", [5, 20])
async def test_a_list_is_known_after_many_messages(office: Office, wang: Owner, messages: int) -> None:
    case = await office.files_a_leak(wang)
    await office.repairs(case)
    for n in range(messages):
        office.tell(wang.address, news(f"news {n}"))
    await office.rests()
    await wang.says("2")
    assert office.cases(wang.address)[0].round == 2


# lists of WeChat's own


@pytest.fixture
async def tapping(database_url: str) -> AsyncIterator[Office]:
    async with opened(database_url, menus=True) as open_:
        yield open_


async def _asked(office: Office, owner: Owner) -> str:
    """The id of the newest list of WeChat's own before somebody."""
    card = next(m for m in reversed(owner.user.chat.said) if m.menu)
    return str(card.menu[0].id)


@pytest.mark.parametrize("forged", FORGED)
async def test_a_forged_list_is_no_fault_of_ours(tapping: Office, forged: str) -> None:
    wang = tapping.owner("oWang")
    await wang.does(wang.user.sends("text", "你好", Content="你好", bizmsgmenuid=forged))
    assert "抱歉，刚才这一下" not in wang.last
    assert not tapping.rows("SELECT key FROM failures")


async def test_nobody_answers_somebody_elses_list(tapping: Office) -> None:
    wang, emma = tapping.owner("oWang"), tapping.owner("oEmma")
    case = await tapping.files_a_leak(wang)
    await tapping.repairs(case)
    id_ = await _asked(tapping, wang)
    await emma.does(emma.user.sends("text", "验收合格，满意", Content="验收合格，满意", bizmsgmenuid=id_))
    assert tapping.cases(wang.address)[0].state == "replied"
    assert case.number not in emma.last


async def test_an_old_list_keeps_its_meaning_and_does_no_harm(tapping: Office) -> None:
    wang = tapping.owner("oWang")
    case = await tapping.files_a_leak(wang)
    await tapping.repairs(case)
    old = next(m for m in reversed(wang.user.chat.said) if m.menu)
    await wang.does(wang.user.taps("不满意", old))
    await wang.says("还在滴水")
    assert tapping.cases(wang.address)[0].round == 2
    tapping.clock.move_to(tapping.clock() + timedelta(days=21))
    await wang.does(wang.user.taps("验收合格", old))
    assert tapping.cases(wang.address)[0].state != "closed"
    assert "之前那一次的按钮" in wang.last


# pages


async def _noticed(office: Office, owner: Owner) -> str:
    """A verdict asked by a notice; the link to it."""
    case = await office.files_a_leak(owner)
    office.clock.move_to(office.clock() + timedelta(hours=49))
    await office.repairs(case)
    return str(owner.user.chat.last.links[0])


def _link(office: Office, group: str) -> str:
    return str(next(m.link for m in reversed(office.wecom.groups[group].messages) if m.link))


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
    assert "已补充到" in answer.text
    assert office.agent.saw("角落还有一点水")
    assert office.zhang.saw("角落还有一点水")


async def test_a_groups_link_is_for_colleagues_of_the_estate(database_url: str) -> None:
    async with opened(database_url, sites=(town_file(), LAKE)) as office:
        wang = office.owner("oWang")
        await wang.says(LEAK)
        await wang.taps("望江花园")
        await wang.taps("确认提交")
        link = _link(office, "engineering")
        for stranger in (wang, office.member("QianDuo"), office.member("Nobody")):
            assert "漏水" not in (await stranger.opens(link)).text
        page = await office.member("SunMei").opens(link)
        assert "漏水" in page.text
        after = await page.taps("接单")
        assert "不归您处理" in after.text
        assert office.cases(wang.address)[0].state == "dispatched"


async def test_whoever_left_a_minute_ago_sees_and_does_nothing(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    li, link = office.member("LiJianGuo"), _link(office, "engineering")
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
    link = _link(office, "engineering")
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


# one person, several platforms


async def _code(owner: Owner) -> str:
    await owner.says("/bind")
    await owner.taps("连上另一个账号")
    return str(re.search(r"[A-Z2-9]{8}", owner.last)[0])  # type: ignore[index]


async def _joins(owner: Owner, code: str) -> None:
    await owner.says(code)
    await owner.taps("是我自己的")


async def test_a_code_is_good_once_and_for_a_quarter_of_an_hour(
    office: Office, wang: Owner, emma: Owner
) -> None:
    await wang.says("你好")
    code = await _code(wang)
    await wang.says(code)
    assert "这是您自己的连接码" in wang.last
    office.clock.move_to(office.clock() + timedelta(minutes=16))
    await emma.says("/bind")
    await emma.says(code)
    assert "不对，或者已经用过了" in emma.last
    assert office.person(emma.address).id != office.person(wang.address).id
    code = await _code(wang)
    await emma.says(code)
    assert office.person(emma.address).id != office.person(wang.address).id  # not before they said so
    await emma.taps("是我自己的")
    assert office.person(emma.address).id == office.person(wang.address).id
    third = office.owner("oThird")
    await third.says("/bind")
    await third.says(code)
    assert office.person(third.address).id != office.person(wang.address).id


async def test_a_code_that_is_over_is_no_repair(office: Office, wang: Owner, emma: Owner) -> None:
    code = await _code(wang)
    office.clock.move_to(office.clock() + timedelta(minutes=16))
    await emma.says(code)
    assert "邀请码" in emma.last or "连接码" in emma.last


@pytest.mark.parametrize("busy", ["draft", "case"])
async def test_a_code_is_read_whatever_else_is_open(
    office: Office, wang: Owner, emma: Owner, busy: str
) -> None:
    code = await _code(wang)
    await emma.says("5-1-301 卫生间灯坏了 13900139000")
    if busy == "case":
        await emma.taps("确认提交")
    await _joins(emma, code)
    assert not office.agent.saw(code)
    assert office.person(emma.address).id == office.person(wang.address).id


async def test_two_owners_who_are_one_keep_everything(office: Office, wang: Owner, emma: Owner) -> None:
    await office.files_a_leak(wang)
    await emma.says("5-1-301 卫生间灯坏了 13900139000")
    await emma.taps("确认提交")
    code = await _code(wang)
    await emma.says("/bind")
    await _joins(emma, code)
    me = office.person(emma.address)
    assert me.id == office.person(wang.address).id
    assert me.account == emma.address
    assert len(office.cases(wang.address)) == 2
    heard = len(wang.texts)
    await office.zhang.taps("接单")
    assert "已接单" in emma.last
    assert len(wang.texts) == heard
    await wang.says("谢谢")
    await office.zhang.taps("到场")
    assert "已到场" in wang.last


async def test_what_the_second_one_told_us_is_kept(office: Office, wang: Owner, emma: Owner) -> None:
    await wang.says("你好")
    code = await _code(wang)
    await office.files_a_leak(emma)
    person = office.person(emma.address)
    with office.app.store.transaction() as work:
        work.keep(replace(person, surveys=False, name=NAME))
    await emma.says("/cancel")
    await emma.says("/bind")
    await _joins(emma, code)
    me = office.person(emma.address)
    assert me.id == office.person(wang.address).id
    assert (me.phone, me.name, me.surveys) == (PHONE, NAME, False)


async def test_nobody_gets_a_colleagues_rights_by_a_code_of_their_own(
    office: Office, emma: Owner, wang: Owner
) -> None:
    case = await office.files_a_leak(wang)
    code = await _code(emma)
    await office.agent.says(code)  # "please send this to the office, it is my case's number"
    assert not office.person(emma.address).posts
    await emma.does(emma.user._does("CLICK", f"number:{case.number}", tapped=True))
    assert PHONE not in "\n".join(emma.texts)


async def test_leaving_one_platform_leaves_the_others(office: Office, wang: Owner) -> None:
    code = await _code(wang)
    user = office.telegram.user(1001, NAME, "zh-hans")
    await office.does(user.presses_start())
    await office.does(user.says(code))
    await office.does(user.taps("是我自己的"))
    here = office.person(wang.address)
    assert here.account == Address("telegram", "1001")
    await wang.does(wang.user.unfollows())
    assert office.person(wang.address).account == Address("telegram", "1001")


async def test_whoever_comes_back_is_spoken_to_again(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    await wang.does(wang.user.unfollows())
    await office.zhang.taps("接单")
    assert office.agent.saw("消息送不到业主") == 1
    await wang.does(wang.user.follows())
    await office.zhang.taps("到场")
    assert wang.saw("已到场") == 1


# the staff on WeCom


async def test_of_two_taps_at_once_one_wins_and_both_are_told(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    zhang, li = office.zhang, office.member("LiJianGuo")
    await office.does(zhang.user.taps("接单"), li.user.taps("接单"))
    winner = office.person(zhang.address).id == office.cases(wang.address)[0].handler
    lost, won = (li, zhang) if winner else (zhang, li)
    assert "已经接了" in lost.last
    assert PHONE in "\n".join(won.texts)
    assert PHONE not in "\n".join(lost.texts)
    assert wang.saw("已接单") == 1
    cards = [m for who in (zhang, li) for m in who.user.chat.said if "等人接单" in m.text or m.greyed]
    assert {m.greyed for m in cards} == {f"{'张志强' if winner else '李建国'}已接单"}


async def test_a_tap_brought_twice_is_one(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    office.wecom.delivery.twice = 1
    await office.zhang.taps("接单")
    assert wang.saw("已接单") == 1
    assert office.zhang.saw("慢了一步") == office.zhang.saw("您已经接了") == 0


async def test_a_tap_is_not_lost_when_the_office_goes_down(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    office.front.before.append(office.restarts())
    await office.zhang.taps("接单")
    assert office.cases(wang.address)[0].state == "taken"
    assert wang.saw("已接单") == 1


async def test_a_card_after_three_days_can_still_be_tapped(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    old = office.zhang.card("接单")
    office.clock.move_to(office.clock() + timedelta(hours=80))
    await office.zhang.taps("接单", old)
    assert office.cases(wang.address)[0].state == "taken"
    li = office.member("LiJianGuo")
    greyed = next(m for m in li.user.chat.said if m.greyed)
    await office.does(li.user.taps_key(str(greyed.fields["button_list"][0]["key"]), greyed.task_id))
    assert "已经接了" in li.last


async def test_a_department_without_members_gets_words_and_a_link(office: Office, wang: Owner) -> None:
    office.roster(
        lambda toml: (
            toml.replace('"wecom:ZhangZhiQiang"', '"telegram:3001"')
            .replace('"wecom:LiJianGuo"', '"telegram:3002"')
            .replace('"wecom:WangHai"', '"telegram:3003"')
        )
    )
    office.change(
        "DELETE FROM accounts WHERE address IN ('wecom:ZhangZhiQiang','wecom:LiJianGuo','wecom:WangHai')"
    )
    await office.files_a_leak(wang)
    group = office.wecom.groups["engineering"]
    assert group.messages[-1].shows("WJ-2026", "漏水")
    assert group.messages[-1].links
    assert {state for state, _ in office.outbox_of(Address("wecom", "@engineering"))} == {"sent"}


async def test_when_no_member_can_be_reached_the_group_still_hears(office: Office, wang: Owner) -> None:
    for name in ("ZhangZhiQiang", "LiJianGuo", "WangHai"):
        office.wecom.member(name).visible = False
    await office.files_a_leak(wang)
    group = office.wecom.groups["engineering"]
    assert group.messages[-1].shows("WJ-2026")
    assert group.messages[-1].link
    assert {state for state, _ in office.outbox_of(Address("wecom", "@engineering"))} == {"sent"}


async def test_the_desk_works_from_wecom_alone(office: Office, wang: Owner) -> None:
    """Judges, sends on, writes, rewrites the answer, makes calls, ticks."""
    agent = office.agent
    await wang.says("我想问一下地下车位怎么租")
    for _ in range(3):
        if office.rows("SELECT number FROM cases"):
            break
        await wang.says("1")
    await agent.taps("答复业主")
    await agent.says("每月三百元，来客服中心办理")
    assert wang.saw("每月三百元", "满意") == 1
    await office.passes(days=5)
    assert agent.saw("业主一直没说满不满意") == 1
    await agent.taps("看电话")
    await agent.says("/calls")
    assert agent.saw("还要打 1 个电话") == 1
    await agent.taps("满意")
    assert office.cases(wang.address)[0].state == "closed"


async def test_a_draft_is_sent_or_rewritten_from_wecom(office: Office, wang: Owner) -> None:
    await wang.says("我要投诉，楼上每天半夜装修，太吵了 13800138000", "3-2-1201")
    await wang.taps("确认提交")
    case = office.cases(wang.address)[0]
    taker = next(
        office.member(n)
        for n in ("ZhaoYong", "ZhangZhiQiang", "SunMei", "ChenJing")
        if office.member(n).saw("接单")
    )
    await office.repairs(case, taker)
    await office.agent.taps("自己写")
    await office.agent.says("楼上已经答应晚上八点后不施工")
    assert wang.saw("楼上已经答应晚上八点后不施工", "满意") == 1


async def test_the_desk_sends_a_picture_from_wecom(office: Office, wang: Owner) -> None:
    await office.files_a_leak(wang)
    await office.agent.taps("给业主留言")
    await office.does(office.agent.user.sends_photo())
    assert any(m.media for m in wang.user.chat.said)


@pytest.mark.parametrize("words", ["3栋水管配件明天到货，先关了水阀", "业主家里没人，漏水先关了总阀"])
async def test_a_handlers_words_are_about_the_job_in_hand(office: Office, wang: Owner, words: str) -> None:
    await office.files_a_leak(wang)
    await office.zhang.taps("接单")
    await office.zhang.says(words)
    number = office.cases(wang.address)[0].number
    with office.app.store.transaction() as work:
        case = work.case(number)
    assert case is not None
    assert [e.why for e in case.history if e.what == "progress"] == [words]


async def test_a_members_id_in_the_site_file_may_be_in_small_letters(database_url: str) -> None:
    site = town_file().replace("wecom:ChenJing", "wecom:chenjing")
    async with opened(database_url, sites=(site,)) as office:
        await office.agent.says("/calls")
        assert "只有客服中心看得到" not in office.agent.last


async def test_a_manager_on_wecom_alone_can_judge_and_send(database_url: str) -> None:
    async with opened(database_url, sites=(town_file("wecom:ZhouMing"),)) as office:
        wang, zhou = office.owner("oWang"), office.member("ZhouMing")
        await wang.says("3-2-1201 电梯里困住人了，快来 13800138000")
        await wang.taps("确认提交")
        case = office.cases(wang.address)[0]
        assert zhou.saw(case.number)
        await zhou.taps("看卡片")
        page = await zhou.opens(_link(office, "service"))
        assert page.labels
        await zhou.says("/calls")
        assert zhou.saw("还要打")


# who sees what


async def test_no_number_no_name_no_secret_where_it_does_not_belong(
    office: Office, wang: Owner, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logs:
        office.wechat.fails("message/custom/send", 40001)
        office.wecom.fails("message/send", 42001)
        await wang.says(f"3-2-1201 厨房水槽漏水，我叫{NAME}，电话{PHONE}")
        await wang.taps("确认提交")
        await wang.does(wang.user.sends_photo(f"再打{PHONE}"))
        office.clock.move_to(office.clock() + timedelta(hours=49))
        office.wechat.fails("message/template/send", "drop")
        office.wecom.fails("message/update_template_card", status=502)
        await office.repairs(office.cases(wang.address)[0])
        await office.passes(days=6)
    groups = [m for g in office.wecom.groups.values() for m in g.messages]
    assert groups
    assert PHONE not in "\n".join(m.text for m in groups)
    for message in groups:
        if message.link:
            page = await office.zhang.opens(message.link)
            assert PHONE not in page.html
            assert PHONE not in page.title
    assert not any(PHONE in m.text for m in wang.user.chat.said if m.kind == "notice")
    ours = [
        r.getMessage() for r in caplog.records if not r.name.startswith("aiohttp")
    ]  # the fakes write there
    lines = "\n".join([*map(str, logs), *ours])
    secrets = [office.wechat.secret, office.wechat.token, office.wechat.aes_key, office.wecom.secret]
    tokens = [*office.wechat.tokens._given, *office.wecom.tokens._until]
    for told in (PHONE, NAME, "漏水", *secrets, *tokens, "access_token="):
        assert told not in lines


async def test_a_name_written_later_is_masked_as_well(office: Office, wang: Owner) -> None:
    await wang.says(f"3-2-1201 厨房水槽漏水，我叫{NAME}，电话{PHONE}")
    await wang.taps("确认提交")
    await wang.says(f"我是{NAME}，还在漏")
    assert NAME not in "\n".join(m.text for g in office.wecom.groups.values() for m in g.messages)


# a platform is away


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_hanging_wechat_slows_nobody_else(fresh_database: Any, kind: str) -> None:
    with fresh_database(kind) as url:
        await _hangs(url)


async def _hangs(url: str) -> None:
    async with opened(url, working=True) as office:
        people = [office.owner(f"o{n:03}") for n in range(70)]
        for owner in people:
            await owner.user.says("你好")
        office.wechat.fails("message/custom/send", "hang", 0)
        for owner in people:
            office.tell(owner.address, news("late"))
        office.app.sender.wake()
        await office.wechat.wait_for(lambda: office.wechat.called("message/custom/send"))
        office.tell(office.zhang.address, news("now"))
        office.tell(Address("telegram", "2007"), news("now"))
        office.app.sender.wake()
        before = asyncio.get_running_loop().time()
        await office.wecom.wait_for(lambda: office.zhang.saw("now"), 10)
        while not any("now" in t for t in office.manager.chat.texts):
            await asyncio.sleep(0.01)
        assert asyncio.get_running_loop().time() - before < 1.5
        office.wechat.heals()


async def test_after_an_outage_all_is_said_in_order_and_once(office: Office, wang: Owner) -> None:
    await wang.says("你好")
    office.wechat.fails("", 500, 0)
    for n in range(4):
        office.tell(wang.address, news(f"news {n}"))
    await office.rests()
    assert wang.saw("news") == 0
    office.wechat.heals()
    await office.passes(minutes=15)
    assert [t for t in wang.texts if "news" in t] == [f"news {n}" for n in range(4)]
