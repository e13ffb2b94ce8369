"""Public order: security at once, the manager at once, and the police if it gets out of hand (TR-12)."""

import pytest

from core.case import State
from tests.town import Town

FIGHT = "3栋楼下有两个人打架，还拿着刀，快来 13800138000"
ROW = "3栋楼下几个年轻人喝醉了闹事，吵得睡不着 13800138000"


async def files(town: Town, words: str) -> str:
    await town.owner.says(words)
    for answer in ("公共区域", "没有特别要求", "确认提交"):
        if town.owner.chat.last_card.button(answer):
            await town.owner.taps(answer)
    return town.cases(town.owner)[0].number


@pytest.mark.sop("TR-12")
@pytest.mark.parametrize("words", [FIGHT, ROW])
async def test_it_goes_to_security_and_to_the_manager_at_once(town: Town, words: str) -> None:
    number = await files(town, words)
    case = town.case(number)
    assert (case.department, case.state) == ("order", State.DISPATCHED)
    assert case.last("public-order") is not None
    assert town.group("order").last_card.shows(number, "接单", "情况失控")
    assert town.manager.reads(number)


@pytest.mark.sop("TR-12")
async def test_out_of_hand_it_says_to_call_the_police_and_who_did_is_on_record(town: Town) -> None:
    number = await files(town, ROW)
    guards = town.group("order")
    await town.zhao.at(guards).taps("接单")
    await town.zhao.taps("情况失控")
    assert town.zhao.reads("请立即拨打 110", "望江路88号", number)
    assert town.case(number).last("police") is None  # not before somebody says so
    await town.zhao.taps("已报警")
    police = town.case(number).last("police")
    assert police is not None
    assert police.by == town.zhao.id
    assert town.manager.reads(number, "已报警", "赵勇")
    assert any("已报警：赵勇" in text and number in text for text in town.desk.texts)
    assert not guards.said[0].button("情况失控")


@pytest.mark.sop("TR-12")
async def test_the_manager_and_the_desk_can_say_so_too_and_once_is_enough(town: Town) -> None:
    number = await files(town, ROW)
    await town.manager.taps("情况失控")
    await town.manager.taps("已报警")
    for person, act in ((town.zhao, "police"), (town.agent, "out-of-hand")):
        await person.taps_data(f"{act}:{number}")
        assert "已经报过警" in person.toast
    assert len([e for e in town.case(number).history if e.what == "police"]) == 1


@pytest.mark.sop("TR-12")
async def test_others_cannot(town: Town) -> None:
    number = await files(town, ROW)
    for person in (town.zhang, town.owner):
        for act in ("out-of-hand", "police"):
            await person.taps_data(f"{act}:{number}")
            assert "抱歉" in person.toast
    assert town.case(number).last("police") is None


@pytest.mark.sop("TR-12")
async def test_when_it_is_over_nobody_calls_the_police(town: Town) -> None:
    number = await files(town, ROW)
    await town.owner.says("/mine")
    await town.owner.taps_data(f"withdraw:{number}")
    if town.case(number).state is not State.WITHDRAWN:
        await town.owner.taps(next(b for b in town.owner.chat.last_card.buttons if "撤回" in b))
    assert town.case(number).state is State.WITHDRAWN
    await town.zhao.taps_data(f"police:{number}")
    assert town.case(number).last("police") is None


@pytest.mark.sop("TR-12")
async def test_an_ordinary_matter_of_order_has_no_such_button(town: Town) -> None:
    number = await files(town, "3栋门口的车位被别人占了，帮忙挪一下车 13800138000")
    assert town.case(number).department == "order"
    assert not town.group("order").last_card.button("情况失控")


@pytest.mark.sop("TR-12")
async def test_traditional_characters_are_understood(town: Town) -> None:
    number = await files(town, "3棟樓下有人鬥毆，保安快來 13800138000")
    assert town.case(number).department == "order"
    assert town.case(number).last("public-order") is not None


@pytest.mark.sop("TR-12")
@pytest.mark.parametrize(
    "words", ["3栋楼下有人在打起来了，还砸车 13800138000", "地下车库有小偷在撬车门 13800138000"]
)
async def test_thieves_and_brawls_in_other_words_too(town: Town, words: str) -> None:
    number = await files(town, words)
    assert town.case(number).last("public-order") is not None
    assert town.manager.reads(number)


@pytest.mark.sop("TR-12", "TR-3")
async def test_an_emergency_the_desk_judges_to_be_order_is_one(town: Town) -> None:
    number = await files(town, "3栋2单元1201 电梯里困住人了 13800138000")
    assert town.case(number).last("public-order") is None
    await town.wu.taps_data(f"category:{number}:order:0")
    assert town.case(number).last("public-order") is not None
    await town.zhang.taps_data(f"out-of-hand:{number}")
    assert town.case(number).last("out-of-hand") is not None


@pytest.mark.sop("TR-12")
async def test_what_only_sounds_like_it_is_none(town: Town) -> None:
    number = await files(town, "保安偷懒不巡逻，车位乱停，防盗门也没人关 13800138000")
    assert town.case(number).last("public-order") is None
