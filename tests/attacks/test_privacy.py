"""What groups must not see (DI-1)."""

import pytest

from core.conversations.wording import for_groups
from tests.town import Town


def group_texts(town: Town) -> str:
    return "\n".join(t for g in town.groups.values() for t in g.texts)


async def test_filing_in_a_group_shows_nobody_a_number(town: Town) -> None:
    eng = town.group("engineering")
    await town.owner.at(eng).says("/repair")
    await town.owner.at(eng).says("3-2-1201 厨房漏水 13800138000")
    told = next((m for m in reversed(eng.said) if m.button("说完了")), None)
    if told:
        await town.owner.at(eng).taps("说完了")
    for answer in ("没有特别要求",):
        if any(m.button(answer) for m in eng.said):
            await town.owner.at(eng).taps(answer)
    print([m.text for m in eng.said])
    assert "确认提交" not in str([m.buttons for m in eng.said])
    assert "13800138000" not in "\n".join(m.text for m in eng.said)


async def test_ones_cases_are_not_listed_in_a_group(town: Town) -> None:
    await town.files()
    eng = town.group("engineering")
    n = len(eng.said)
    await town.owner.at(eng).says("/mine")
    assert not any("厨房" in m.text for m in eng.said[n:])


@pytest.mark.parametrize("what", ["hears", "human", "emergency", "binding"])
async def test_the_desks_group_sees_no_full_name(town: Town, what: str) -> None:
    if what == "emergency":
        await town.owner.says("电梯里困住人了，快来")
    else:
        await town.files()
        if what == "hears":
            await town.owner.says("师傅几点到")
        if what == "human":
            await town.owner.says("转人工")
        if what == "binding":
            await town.owner.taps("申请绑定这套房")
    assert "王秀英" not in group_texts(town)


async def test_a_name_in_the_words_is_masked_too(town: Town) -> None:
    await town.owner.says("3-2-1201 厨房漏水，我叫王秀英 13800138000")
    await town.owner.taps("确认提交")
    assert "王秀英" not in group_texts(town)


async def test_a_number_in_a_survey_answer(town: Town) -> None:
    await town.files_and_repairs()
    await town.owner.taps("验收合格")
    await town.passes(days=2)
    for _ in range(4):
        await town.owner.taps("满意", message=town.owner.chat.last_card)
    await town.owner.says("打我爱人电话13911112222")
    await town.owner.taps("跳过")
    await town.owner.taps("跳过")
    assert "13911112222" not in group_texts(town)


async def test_a_number_in_a_result(town: Town) -> None:
    await town.owner.says("投诉！3-2-1201 楼道的垃圾三天没人收，13800138000")
    await town.owner.taps("确认提交")
    await town.sun.at(town.group("cleaning")).taps("接单")
    await town.sun.taps("完工")
    await town.sun.says("已清运，已电话告知业主13800138000")
    await town.sun.taps("免费")
    await town.sun.taps("没有照片也提交")
    assert "13800138000" not in group_texts(town)


async def test_every_look_is_logged(town: Town) -> None:
    case = await town.files()
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.zhang.taps_data(f"card:{case.number}")
    assert len([e for e in town.case(case.number).history if e.what == "look"]) == 2


@pytest.mark.parametrize(
    "number",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138.0013.8000",
        "１３８００１３８０００",
        "13800 138000",
        "138 001 38000",
        "一三八零零一三八零零零",
        "幺三八零零幺三八零零零",
        "138\u200b0013\u200b8000",
        "138，0013，8000",
        "138/0013/8000",
        "1 3 8 0 0 1 3 8 0 0 0",
        "0571-8800 1234",
        "+86 138 0013 8000",
        "138_0013_8000",
        "138\n0013\n8000",
    ],
)
def test_masks(number: str) -> None:
    shown = str(for_groups(f"请打 {number} 找我"))
    digits = "".join(c for c in shown if c.isalnum() and c not in "请打找我")
    flat = "".join(c for c in number if c.isalnum())
    assert flat not in digits


async def test_whoever_shares_a_number_an_agent_typed_is_no_colleague(town: Town) -> None:
    agent = town.agent.id
    with town.app.store.transaction() as work:  # a colleague whose number the site file does not name
        from dataclasses import replace

        work.keep(replace(work.person(agent), phone=""))
    await town.agent.says("3-2-1201 厨房漏水 13800138000")
    await town.agent.taps("确认提交")
    await town.owner.shares_contact()
    me = town.owner.id
    with town.app.store.transaction() as work:
        assert not work.person(me).posts


async def test_an_owner_who_typed_a_colleagues_number_gets_no_post_by_the_next_site_file(
    town: Town, tmp_path
) -> None:
    from bot.sitefile import plant, read_site
    from tests.town import SITE

    await town.owner.says("3-2-1201 厨房漏水 13900019999")
    await town.owner.taps("确认提交")
    more = tmp_path / "w.toml"
    more.write_text(
        SITE.read_text()
        + '\n[[staff]]\nname = "新来的"\nphone = "13900019999"\nposts = [{ role = "manager" }]\n'
    )
    plant(town.app.store, [read_site(more)])
    me = town.owner.id
    with town.app.store.transaction() as work:
        assert not work.person(me).posts


@pytest.mark.sop("DI-1")
async def test_a_name_in_a_wish_in_a_chase_and_in_an_emergency_reaches_no_group(town: Town) -> None:
    await town.owner.says("3-2-1201 厨房漏水，我叫王秀英，希望今晚来，找王秀英 13800138000")
    await town.owner.taps("确认提交")
    await town.owner.says("我是王秀英，水越来越大，电话13911112222")
    number = town.cases(town.owner)[0].number
    await town.agent.taps_data(f"urgent:{number}")
    assert town.case(number).urgent
    assert "王秀英" not in group_texts(town)
    assert "13911112222" not in group_texts(town)


@pytest.mark.sop("DI-1", "TR-10")
async def test_those_above_see_a_number_only_with_a_look_that_is_on_record(town: Town) -> None:
    await town.owner.says("3-2-1201 厨房漏水，请打13911112222 13800138000")
    await town.owner.taps("确认提交")
    number = town.cases(town.owner)[0].number
    await town.agent.taps_data(f"hard:{number}")
    await town.agent.says("修了三次，业主王秀英13911112222不满意")
    await town.agent.taps_data(f"claim:{number}")
    await town.agent.says("地板泡坏了，13911112222说要赔两千")
    for person in (town.manager, town.assistant, town.deputy):
        heard = "\n".join(person.chat.texts)
        assert "13911112222" not in heard
        assert "王秀英" not in heard
    assert town.manager.reads(number, "修了三次")
    await town.manager.taps("看电话")
    look = town.case(number).last("look")
    assert look is not None
    assert look.by == town.manager.id
