"""The main job: a case comes full circle, and only the owner's word closes it."""

import pytest

from tests.town import Town


@pytest.mark.sop("RE-5")
async def test_dissatisfied_owner_gets_a_second_round(town: Town) -> None:
    case = await town.files_and_repairs("3-2-1201", "厨房漏水")
    await town.owner.taps("不满意")
    await town.owner.says("又漏了")
    assert town.group("engineering").last_card.shows("第2次处理", "接单")
    assert case.number in town.group("engineering").last_card.text
    assert "又漏了" in town.group("engineering").last_card.text
