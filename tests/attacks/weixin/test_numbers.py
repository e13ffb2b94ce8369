"""A number or a tap means the list that person sees, and no other."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.attacks.weixin.office import LEAK, Office
from tests.attacks.weixin.opening import opened
from tests.attacks.weixin.people import Owner
from tests.attacks.weixin.sayings import FORGED, news, question

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
    assert "之前那一次的选项" in wang.last
