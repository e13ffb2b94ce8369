"""Whatever a person sends gets an answer that helps, and nothing that came in is lost."""

import asyncio

import pytest

from tests.town import Town


@pytest.mark.parametrize("kind", ["sticker", "location", "unknown"])
async def test_what_we_cannot_use_gets_a_hint_and_breaks_nothing(town: Town, kind: str) -> None:
    await town.owner.sends_odd(kind)
    assert town.owner.last.shows("文字")
    await town.owner.taps("我要报修")
    await town.owner.says("灯坏了")
    await town.owner.sends_odd(kind)
    await town.owner.taps("说完了")
    assert not town.app.store.failed()
    assert town.owner.chat.last_card.shows("哪一户")


@pytest.mark.only("telegram", "the others pass on nothing that large")
async def test_a_video_too_big_to_fetch_is_said_to_be(town: Town) -> None:
    await town.rests(town.owner.user.sends_file("video", size=25_000_000))
    assert town.owner.last.shows("20 MB")


@pytest.mark.parametrize(
    "words", ["😡😡😡🔥", "<b>漏水</b> & <script>", "*漏水* _快_ [来](x)", "{ $name } 漏水", "\u202e漏水"]
)
async def test_signs_of_all_kinds_are_taken_as_they_are(town: Town, words: str) -> None:
    await town.owner.taps("我要投诉")
    await town.owner.says(words)
    await town.owner.taps("说完了")
    for answer in ("公共区域", "就在这里联系我", "没有特别要求"):
        await town.owner.taps(answer)
    assert words in town.owner.last.text
    await town.owner.taps("确认提交")
    assert town.cases(town.owner)[0].issue == words


async def test_five_thousand_characters_are_kept_whole(town: Town) -> None:
    words = "3-2-1201厨房漏水，" + "说来话长" * 1020
    await town.owner.says(words[:4096])
    await town.owner.says("13800138000")
    assert town.owner.last.shows("已完整记录", "确认提交")
    await town.owner.taps("确认提交")
    assert town.cases(town.owner)[0].issue == words[:4096]


async def test_buttons_as_old_as_the_hills(town: Town) -> None:
    for data in (
        "take:WJ-20250101-0001",
        "confirm:0123456789",
        "nonsense",
        "score:9999:0:good",
        "yes:x",
        "::",
        "to:a:b:c:d",
    ):
        await town.owner.taps_data(data)
        assert town.owner.toast
    assert not town.app.store.failed()


async def test_somebody_elses_button(town: Town) -> None:
    await town.owner.says("3栋2单元1201厨房漏水 13800138000")
    await town.husband.taps_data(town.act(town.owner, "确认提交"))
    assert "不在" in town.husband.toast
    assert not town.cases(town.husband)
    await town.owner.taps("确认提交")
    (case,) = town.cases(town.owner)
    await town.husband.taps_data(f"see:{case.number}")
    await town.husband.taps_data(f"withdraw:{case.number}:1")
    await town.husband.taps_data(f"yes:{case.number}:1")
    assert town.case(case.number).is_open


async def test_double_tap_on_confirm_files_once(town: Town) -> None:
    await town.owner.says("3栋2单元1201厨房漏水 13800138000")
    again = town.act(town.owner, "确认提交")
    await asyncio.gather(town.owner.taps("确认提交"), town.owner.taps_data(again))
    assert len(town.cases(town.owner)) == 1
    if (
        town.owner.handset.address.channel == "telegram"
    ):  # a number typed twice may meet the next list instead
        assert "已经提交过" in town.owner.toast


@pytest.mark.only("telegram", "elsewhere nothing that was sent can be edited")
async def test_a_corrected_message_corrects_the_draft(town: Town) -> None:
    await town.owner.taps("我要报修")
    await town.owner.says("客厅的等坏了")
    await town.owner.edits("客厅的灯坏了")
    await town.owner.taps("说完了")
    await town.owner.taps("公共区域")
    await town.owner.taps("就在这里联系我")
    await town.owner.taps("没有特别要求")
    await town.owner.taps("确认提交")
    assert town.cases(town.owner)[0].issue == "客厅的灯坏了"


async def test_what_the_sdk_cannot_read_is_kept_and_what_follows_is_handled(town: Town) -> None:
    await town.owner.sends_garbage()
    await town.owner.says("/help")
    assert town.owner.last.shows("说事")
    failed = town.app.store.failed()
    assert len(failed) == 1
    assert failed[0][0].data["raw"]
