"""What the three classes ask of the office: a sheet, the developer, a body outside, the result for everybody."""

import pytest

from core.case import Case, State
from core.people import Post, Role
from core.site import Sites
from tests.journeys.test_explaining import writes
from tests.journeys.test_judging import gets_posts, more
from tests.town import Town

OURS = "投诉！水管漏水修了三次还在漏，你们工程部太不负责"
BUILDING = "投诉！交房时外墙保温层就没做好，房子质量有问题"
STREET = "投诉！小区外面市政工地半夜施工，吵得睡不着"


def entries(town: Town, case: Case, what: str) -> list[str]:
    return [e.why for e in town.case(case.number).history if e.what == what]


# 一类


@pytest.mark.sop("TR-7")
async def test_class_one_is_followed_on_a_sheet_kept_by_name(town: Town) -> None:
    case = await town.files(OURS)
    assert town.case(case.number).class_ == 1
    assert town.supervisor.reads("王海", case.number, "跟进处理表")
    await town.zhang.at(town.group("engineering")).taps("接单")
    await town.supervisor.taps("看表单")
    sheet = town.supervisor.last
    assert sheet.shows("《客户投诉及建议跟进处理表》", case.number, "跟进人：王海")
    assert sheet.shows("受理", "派单：工程部", "张志强 接单")


@pytest.mark.sop("TR-7")
async def test_the_copy_stays_in_the_department_and_the_original_with_the_desks_lead(town: Town) -> None:
    case = await town.files(OURS)
    await town.repairs(case, result="整段换了新管")
    await town.agent.at(town.desk).taps("照这样发")
    await town.owner.taps("满意")
    assert town.case(case.number).state is State.CLOSED
    for person, paper in ((town.supervisor, "副本"), (town.agent, "原件")):
        assert person.reads(paper, "《客户投诉及建议跟进处理表》", "完工：整段换了新管", "业主满意")
    assert not town.wu.reads("跟进处理表")
    await town.passes(days=30)
    assert len(entries(town, case, "sheet-filed")) == 1


@pytest.mark.sop("TR-7")
async def test_the_sheet_goes_with_the_case_and_ends_with_its_class(town: Town) -> None:
    case = await town.files(OURS)
    await more(town, "改类别", "环境卫生", "转给环境部")
    assert town.supervisor.reads(case.number, "不用您填了")
    assert town.agent.reads(
        "陈静", case.number, "跟进处理表"
    )  # no supervisor there: the desk's lead keeps it
    await more(town, "改一二三类", "二类·开发商")
    assert town.agent.reads(case.number, "不用您填了")


@pytest.mark.sop("TR-7")
async def test_a_sheet_finds_somebody_when_its_keeper_has_left(town: Town) -> None:
    gets_posts(town, town.supervisor)
    case = await town.files(OURS)
    assert not town.supervisor.reads("跟进处理表")
    assert town.agent.reads("陈静", case.number, "跟进处理表")


@pytest.mark.sop("TR-7")
async def test_a_site_can_name_who_keeps_the_sheets(town: Town) -> None:
    site = town.app.sites["wangjiang"]
    rules = site.sop.classes.model_copy(update={"keepers": {"engineering": "李建国"}})
    sop = site.sop.model_copy(update={"classes": rules})
    town.app.handler.sites = Sites([site.model_copy(update={"sop": sop})])
    case = await town.files(OURS)
    assert town.li.reads("李建国", case.number, "跟进处理表")
    assert not town.supervisor.reads("跟进处理表")


# 二类


@pytest.mark.sop("TR-7", "TR-6")
async def test_class_two_of_large_effect_is_reported_to_the_developer_and_the_owner_hears(town: Town) -> None:
    case = await town.files(BUILDING)
    assert any("看着像“二类·开发商”" in text for text in town.desk.texts)
    await town.agent.at(town.desk).taps("二类·开发商")
    assert town.desk.last_card.shows("影响大吗")
    await town.agent.at(town.desk).taps("影响大")
    draft = town.desk.last_card
    assert draft.shows("致开发商客服中心", "交房时外墙保温层就没做好，房子质量有问题", "望江花园", "已报送")
    assert "13800138000" not in draft.text
    heard = len(town.owner.chat.said)
    await town.agent.at(town.desk).taps("已报送")
    assert len(town.owner.chat.said) == heard  # not before it is said how it was sent
    await town.agent.at(town.desk).taps("信函")
    report = town.case(case.number).last("reported")
    assert report is not None
    assert (report.by, report.data["body"], report.data["how"]) == (town.agent.id, "developer", "letter")
    assert town.owner.last.shows(case.number, "书面报给开发商客服中心")
    await more(town, "开发商进展")
    await writes(town, "开发商下周派人来看外墙。")
    assert town.owner.last.shows("开发商客服中心那边的进展", "开发商下周派人来看外墙。")
    assert entries(town, case, "news") == ["开发商下周派人来看外墙。"]


@pytest.mark.sop("TR-7")
async def test_the_opinion_sheet_is_kept_for_class_two(town: Town) -> None:
    await town.files(BUILDING)
    await town.agent.at(town.desk).taps("二类·开发商")
    await town.agent.at(town.desk).taps("影响不大")
    await more(town, "看表单")
    sheet = (*town.desk.said, *town.agent.at(town.desk).chat.said)
    assert any(m.shows("《客户意见征询表》", "影响：影响不大", "判定：二类·开发商") for m in sheet)
    assert not any("致开发商客服中心" in text for text in town.desk.texts)


@pytest.mark.sop("TR-7")
async def test_a_report_is_sent_once(town: Town) -> None:
    case = await town.files(BUILDING)
    for label in ("二类·开发商", "影响大", "已报送", "电子邮件"):
        await town.agent.at(town.desk).taps(label)
    heard = len(town.owner.chat.said)
    await town.wu.taps_data(f"reported:{case.number}:developer:fax")
    assert "已经报送过了" in town.wu.toast
    for act in (
        "reported:{}:power:fax",
        "reported:{}:developer:pigeon",
        "draft:{}:power",
        "effect:{}:small",
        "effect:{}:x",
    ):
        await town.wu.taps_data(act.format(case.number))
        assert "下一步" in town.wu.toast
    assert len(town.owner.chat.said) == heard
    assert len(entries(town, case, "reported")) == 1


@pytest.mark.sop("TR-7")
async def test_what_the_desk_leaves_undone_goes_to_one_superior_after_another_until_it_is_done(
    town: Town,
) -> None:
    case = await town.files(BUILDING)
    await town.agent.at(town.desk).taps("二类·开发商")
    asked = sum("影响大吗" in text for text in town.desk.texts)
    await town.passes(days=1, hours=1)
    assert sum("影响大吗" in text for text in town.desk.texts) == asked + 1
    await town.passes(days=1)
    assert town.agent.reads(case.number, "影响大吗")
    await town.passes(days=1)
    assert town.manager.reads(case.number, "影响大吗")
    await town.passes(days=2)  # a weekend
    assert not town.deputy.reads(case.number, "影响大吗")
    await town.passes(days=1)
    assert town.deputy.reads(case.number, "影响大吗")
    await town.passes(days=1)  # and it begins again
    assert sum("影响大吗" in text for text in town.desk.texts) == asked + 2
    await town.manager.taps("影响大")
    assert any("致开发商客服中心" in text for text in town.desk.texts)


# 三类


@pytest.mark.sop("TR-7", "TR-6")
async def test_class_three_is_logged_reported_to_the_body_and_its_result_published(town: Town) -> None:
    case = await town.files(STREET)
    await town.agent.at(town.desk).taps("三类·外部")
    assert entries(town, case, "duty-log") == ["class"]
    await town.wu.says("/dutylog")
    assert town.wu.last.shows(
        "《值班记录表》2026-11-17", "1 条", case.number, "陈静记入", "街道" if "街道" in STREET else "工地"
    )
    await town.wu.taps("前一天")
    assert town.wu.last.shows("2026-11-16", "没有记入")
    await town.zhang.says("/dutylog")
    assert town.zhang.last.shows("只有客服中心")
    await town.agent.at(town.desk).taps("影响大")
    await town.agent.at(town.desk).taps("街道和社区")
    draft = town.agent.at(town.desk).chat.last_card
    assert draft.shows("致街道和社区", "小区外面市政工地半夜施工")
    for label in ("已报送", "当面送达"):
        await town.agent.at(town.desk).taps(label)
    assert town.owner.last.shows("书面报给街道和社区")
    await more(town, "公示结果")
    await writes(town, "街道已要求工地夜间停工，王秀英女士的电话13800138000已回访。")
    notice = "街道已要求工地夜间停工"
    assert town.owner.last.shows(case.number, notice)
    await town.husband.says("/notices")
    assert town.husband.last.shows("望江花园公示", notice)
    assert "王秀英" not in town.husband.last.text
    assert "13800138000" not in town.husband.last.text
    await town.agent.at(town.desk).taps("撤下公示")
    await town.husband.says("/notices")
    assert town.husband.last.shows("现在没有公示")


@pytest.mark.sop("TR-7")
async def test_the_result_is_asked_for_when_the_case_ends(town: Town) -> None:
    case = await town.files(STREET)
    for label in ("三类·外部", "影响大", "街道和社区", "已报送", "信函"):
        await town.agent.at(town.desk).taps(label)
    await more(town, "解释说明")
    await writes(town, "工地归街道管，我们已书面报给街道。")
    await town.owner.taps("明白了")
    assert town.desk.last_card.shows(case.number, "请公示结果", "公示结果")


@pytest.mark.sop("TR-7")
async def test_everybody_reads_only_the_newest_notices(town: Town) -> None:
    assert not town.cases(town.owner)
    await town.owner.says("/notices")
    assert town.owner.last.shows("现在没有公示")
    case = await town.files(STREET)
    await town.agent.at(town.desk).taps("三类·外部")
    for number in range(12):
        await more(town, "公示结果")
        await writes(town, f"第{number}次通报")
    await town.neighbour.says("/notices")
    assert town.neighbour.last.shows("第11次通报", "第2次通报")
    assert "第1次通报" not in town.neighbour.last.text
    assert len(entries(town, case, "publish")) == 12


# wrong people


@pytest.mark.sop("TR-7", "PE-1")
async def test_only_the_desk_reports_and_publishes(town: Town) -> None:
    case = await town.files(STREET)
    await town.agent.at(town.desk).taps("三类·外部")
    gets_posts(town, town.wu, Post("binjiang", Role.AGENT))
    for somebody in (town.wu, town.zhang, town.owner, town.husband):
        for act in (
            "effect:{}:large",
            "draft:{}",
            "reported:{}:street:fax",
            "outside-news:{}",
            "publish:{}",
            "unpublish:{}",
        ):
            await somebody.taps_data(act.format(case.number))
            assert "抱歉" in somebody.toast
    assert not entries(town, case, "reported")


@pytest.mark.sop("TR-7")
async def test_what_the_class_does_not_ask_for_is_not_done(town: Town) -> None:
    case = await town.files(OURS)
    for act in (
        "effect:{}:large",
        "draft:{}",
        "reported:{}:developer:fax",
        "outside-news:{}",
        "publish:{}",
        "unpublish:{}",
    ):
        await town.agent.taps_data(act.format(case.number))
        assert "下一步" in town.agent.toast


@pytest.mark.sop("TR-7")
async def test_a_case_that_was_withdrawn_is_asked_for_no_more(town: Town) -> None:
    await town.files(BUILDING)
    await town.owner.says("/mine")
    await town.owner.taps(town.cases(town.owner)[0].number)
    await town.owner.taps("撤回")
    await town.owner.taps("确定撤回")
    await town.passes(days=5)
    assert not any("还没办" in text for text in (*town.agent.chat.texts, *town.manager.chat.texts))
