"""How words sound, and what sounds like a claim."""

import pytest

from core.policy import read_sop
from core.understanding.phrases import found
from core.understanding.tone import tone

SOP = read_sop()


def heard(words: str) -> tuple[str, ...]:
    rules = SOP.anger
    return tone(words, rules.words, rules.seniors, rules.harmless).because


@pytest.mark.sop("RE-8")
@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("叫你们经理来！", "叫你们经理"),
        ("我要见负责人", "要见负责人"),
        ("找你們領導", "找你們領導"),
        ("太过分了", "太过分"),
        ("投诉到底，曝光你们", "投诉到底"),
        ("忍無可忍", "忍無可忍"),
        ("再不来我就打12345", "打12345"),
        ("I want to talk to your manager", "your manager"),
        ("This is UNACCEPTABLE", "UNACCEPTABLE"),
        ("呢个管理處真係激死我", "激死"),
    ],
)
def test_anger_and_demands(words: str, because: str) -> None:
    assert because in heard(words)


@pytest.mark.sop("RE-8")
@pytest.mark.parametrize(
    "words",
    [
        "谢谢经理",
        "昨天找了王经理，他说今天来",
        "我妈的房间漏水",
        "门口有骗子发传单",
        "厨房火大了一点",
        "经理你好，请问几点上班",
        "",
    ],
)
def test_what_is_neither(words: str) -> None:
    assert not heard(words)


@pytest.mark.sop("TR-9")
@pytest.mark.parametrize(
    "words", ["要求物业赔偿2000元", "你們賠", "误工费怎么算", "I want compensation for my car"]
)
def test_claims(words: str) -> None:
    assert found(words, SOP.claims.words, SOP.claims.harmless)


@pytest.mark.sop("TR-9")
@pytest.mark.parametrize("words", ["赔礼道歉就行", "厨房漏水", "赔着笑脸说了半天"])
def test_no_claims(words: str) -> None:
    assert not found(words, SOP.claims.words, SOP.claims.harmless)


def test_a_gap_stays_within_its_clause_and_a_latin_word_is_whole() -> None:
    assert found("叫一下你们经理", ("叫~经理",)) == ("叫一下你们经理",)
    assert not found("叫了。经理", ("叫~经理",))
    assert not found("compressed", ("press",))
    assert found("a.b", ("a.b",))
    assert not found("axb", ("a.b",))
    assert not found("什么都行", ())
