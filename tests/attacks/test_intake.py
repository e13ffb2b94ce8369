"""Units, sites, emergencies with nobody there, odd buttons."""

import pytest
from sqlalchemy import text

from bot.app import build, running
from bot.channels.telegram import Telegram
from bot.clock import MovableClock
from bot.sitefile import load_sites, plant, read_site
from tests.fakes.botapi import TOKEN, BotApi
from tests.town import MORNING, SITE, Town


@pytest.mark.parametrize("unit", ["99栋9单元1201", "3栋9单元1201", "3栋2单元9901"])
async def test_a_unit_we_do_not_have_is_asked_again(town: Town, unit: str) -> None:
    await town.owner.says(f"{unit}厨房漏水 13800138000")
    assert not town.owner.last.button("确认提交")
    assert town.owner.last.shows("抱歉", "3栋1单元1201室")


async def test_an_unknown_unit_does_not_come_back_with_a_picture(town: Town) -> None:
    await town.owner.says("厨房漏水 13800138000")
    await town.owner.says("我家的地址是99栋9单元1201，你们快来")
    await town.owner.sends_photo()
    assert not town.owner.last.button("确认提交")


async def test_an_emergency_without_a_desk_group_reaches_somebody(town: Town) -> None:
    with town.app.store.transaction() as work:
        work.conn.execute(text("DELETE FROM groups"))
    staff = list(town.staff)
    before = {p.user.id: len(p.chat.said) for p in staff}
    await town.owner.says("3-2-1201 厨房着火了")
    assert any(len(p.chat.said) > before[p.user.id] for p in staff)


@pytest.mark.parametrize("act", ["pick:{}:issue:x", "pick:{}:kind:nonsense", "pick:{}:site:nowhere"])
async def test_forged_picks_poison_nothing(town: Town, act: str) -> None:
    await town.owner.says("3-2-1201 厨房漏水 13800138000")
    id_ = town.owner.last.button("确认提交")["callback_data"].split(":")[1]
    await town.owner.taps_data(act.format(id_))
    await town.owner.taps_data(f"confirm:{id_}")
    assert not town.app.store.failed()


async def test_garbage_start(town: Town) -> None:
    for payload in ("i-", "i-" + "A" * 62, "%00", "x" * 64, "i-' OR 1=1"):
        await town.owner.starts(payload)
        assert town.owner.last.shows("您好")


async def test_owner_cannot_file_twice_from_one_new_matter(town: Town) -> None:
    case = await town.files()
    await town.owner.says("麻烦师傅带梯子来")
    await town.owner.taps("这是另一件事")
    await town.owner.says("/cancel")
    await town.owner.says("厨房的灯 13800138000")
    # whatever is in hand is not thrown away by the old button
    await town.owner.taps("我要投诉")
    await town.owner.says("楼上天天半夜拖椅子")
    await town.owner.taps_data(f"fresh:{case.number}")
    with town.app.store.transaction() as work:
        row = work.conn.execute(text("SELECT data FROM dialogues WHERE name='filing'")).first()
    assert "拖椅子" in str(row) or "\\u62d6" in str(row)


@pytest.fixture
async def two(database_url, tmp_path):
    other = tmp_path / "other.toml"
    src = (
        SITE.read_text()
        .replace('"wangjiang"', '"binjiang"')
        .replace("望江花园", "滨江苑")
        .replace('"WJ"', '"BJ"')
    )
    src = src.split("[[staff]]")[0].replace("telegram:-400", "telegram:-500")
    src += "\n".join(
        f'[[staff]]\nname = "{n}"\nphone = "1370001000{i}"\nposts = [{{ role = "{r}"{d} }}]\n'
        for i, (n, r, d) in enumerate(
            [
                ("钱一", "admin", ""),
                ("钱二", "manager", ""),
                ("钱三", "agent", ', department = "service"'),
                ("钱四", "supervisor", ', department = "engineering"'),
                ("钱五", "handler", ', department = "engineering"'),
                ("钱六", "handler", ', department = "cleaning"'),
                ("钱七", "handler", ', department = "order"'),
                ("钱八", "lead", ', department = "service"'),
            ]
        )
    )
    other.write_text(src)
    async with BotApi() as telegram:
        clock = MovableClock()
        clock.move_to(MORNING)
        channel = Telegram(TOKEN, api=telegram.url, pace=False, clock=clock)
        paths = [SITE, other]
        app = build(database_url, load_sites(paths), [channel], clock, tmp_path / "media")
        plant(app.store, [read_site(p) for p in paths])
        async with running(app, scheduler=False):
            t = Town(telegram, app, clock)
            t.groups["b-desk"] = telegram.group(-5001, "滨江客服")
            t.groups["b-eng"] = telegram.group(-5002, "滨江工程")
            await t.everybody_starts()
            yield t


async def test_two_sites_ask_which(two: Town) -> None:
    await two.owner.says("3栋2单元1201厨房漏水 13800138000")
    assert two.owner.last.shows("小区")
    await two.owner.says("滨江苑")
    await two.owner.taps("确认提交")
    (case,) = two.cases(two.owner)
    assert case.site == "binjiang"
    assert case.number.startswith("BJ")
    assert not two.app.store.failed()


async def test_two_sites_emergency_is_seen_by_the_right_desk(two: Town) -> None:
    await two.owner.says("3栋2单元1201厨房着火了 13800138000")
    await two.owner.taps("滨江苑")
    assert any("着火" in m.text for m in two.groups["b-desk"].said)
    assert two.app.store.failed() == []


async def test_two_sites_person(two: Town) -> None:
    await two.owner.says("转人工")
    assert two.owner.last.shows("小区") or any("人工" in m.text for m in two.groups["b-desk"].said)


@pytest.mark.parametrize("step", ["words", "menu", "photo"])
async def test_two_sites_nothing_poisons(two: Town, step: str) -> None:
    o = two.owner
    if step == "menu":
        await o.taps("我要报修")
        await o.says("灯坏了")
        await o.taps("说完了")
    elif step == "photo":
        await o.sends_photo()
    else:
        await o.says("厨房漏水")
    await o.says("随便哪个")
    await o.says("不知道")
    await o.sends_photo("a")
    await o.taps("望江花园")
    await o.says("/mine")
    await o.says("/help")
    await o.says("/calls")
    await o.says("/language")
    assert two.app.store.failed() == []


@pytest.mark.parametrize("name", ["", "王" * 64, "王\n小明\n电话：110", "\u202e王秀英", "  ", "😀"])
async def test_odd_names(town: Town, name: str) -> None:
    p = town.stranger(5001, name or "x")
    p.user.name = name
    await p.starts()
    await p.says("3-2-1201 厨房漏水 13800138000")
    await p.taps("确认提交")
    await p.says("转人工")
    assert not town.app.store.failed()
    for g in town.groups.values():
        assert not any("\u202e" in t for t in g.texts)
