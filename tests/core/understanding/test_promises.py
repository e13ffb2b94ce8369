"""What a draft promises, and what is only a report."""

from datetime import date

import pytest

from core.policy import read_sop
from core.understanding.promises import promised, times_to_come

TODAY = date(2026, 11, 17)  # a Tuesday
RULES = read_sop().promises


def found(words: str) -> tuple[str, ...]:
    return promised(words, TODAY, RULES.compensation + RULES.guarantee, RULES.harmless)


@pytest.mark.sop("RE-7")
@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("我们会赔您一套新的", "赔"),
        ("我們會賠償您的損失", "賠"),
        ("减免您一个月物业费", "减免"),
        ("保证以后不再漏", "保证"),
        ("负责到底", "负责到底"),
        ("明天再来看", "明天"),
        ("明晚给您装好", "明晚"),
        ("今天下午给您答复", "今天"),
        ("3天内修好", "3天内"),
        ("三个工作日内答复", "三个工作日内"),
        ("下周一上门", "下周一"),
        ("周五前完成", "周五"),
        ("半小时内到", "半小时内"),
        ("12月1日前完成", "12月1日"),
        ("十二月一日上门", "十二月一日"),
        ("2026-12-01 上门", "2026-12-01"),
        ("12/1 来换", "12/1"),
        ("25号上门", "25号"),
        ("15:00前到您家", "15:00前"),
        ("下午3点来", "3点"),
        ("月底前修完", "月底"),
        ("1月5日修", "1月5日"),
        ("已经换好，明天再来复查", "明天"),
        ("we will refund you", "refund"),
        ("it will be done by Friday", "by Friday"),
        ("it will be fixed within 2 hours", "within 2 hours"),
        ("We guarantee it", "guarantee"),
    ],
)
def test_what_needs_authority(words: str, because: str) -> None:
    assert because in found(words)


@pytest.mark.sop("RE-7")
@pytest.mark.parametrize(
    "words",
    [
        "换了软管，试水不漏了",
        "今天上午换了软管，试水十分钟不漏",
        "已于今天上午10点完成",
        "昨天修好了",
        "11月3日已更换",
        "试水24小时内没有再漏过",
        "3栋2单元1201室已处理",
        "3号楼的灯换了",
        "赔礼道歉",
        "请您看看，不满意请直说",
        "replaced the hose this morning, it was fine after 10 minutes",
        "2月30日",
        "",
    ],
)
def test_what_is_a_report(words: str) -> None:
    assert not found(words)


def test_each_once_and_none_inside_another() -> None:
    assert times_to_come("下周一或下周一", TODAY) == ("下周一",)
    assert found("保证，保证") == ("保证",)


@pytest.mark.parametrize(
    "words", ["9" * 4000, "十" * 3000, "明" * 3000, "a" * 4000, "1/2/3/4/" * 800, "，" * 4000]
)
def test_odd_words_take_no_time(words: str) -> None:
    found(words)
