"""One message says it all: what is read out of it, and why."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.understanding import Words, understand


@pytest.mark.sop("IN-9")
def test_one_message_is_enough(words: Words) -> None:
    found = understand("3栋2单元1201厨房漏水,今晚能来修吗 13800138000", words)
    assert (found.unit, found.phone) == ("3-2-1201", "13800138000")
    assert (found.kind.value, found.category.value, found.class_.value) == ("repair", "engineering", 1)
    assert found.expectation == "今晚能来修吗"
    assert not found.urgent.value


@pytest.mark.sop("TR-2", "TR-6")
def test_every_guess_names_the_words_it_rests_on(words: Words) -> None:
    found = understand("電梯停在六樓，我媽困在裡面", words)
    assert found.urgent.value
    assert {"電梯", "困在裡"} & set(found.urgent.because)
    assert all(
        word in found.text for guess in (found.kind, found.category, found.urgent) for word in guess.because
    )


@pytest.mark.sop("TR-2")
@pytest.mark.parametrize(
    ("alarming", "harmless"),
    [
        ("3栋楼道着火了", "3栋楼道的灭火器过期了"),
        ("厨房里好大的煤气味", "昨天的火锅味太大"),
        ("电梯困人了，里面有老人", "电梯困人的事有结果了吗"),
        ("有人在大堂打架", "楼上打架子鼓"),
        ("外墙瓷砖在往下掉", "墙皮掉了一点，扫一下"),
        ("楼上水管爆了，水在往下灌", "水龙头有点滴水"),
        ("全小区都停电了", "明天几点停电"),
    ],
)
def test_danger_is_told_from_what_only_sounds_like_it(words: Words, alarming: str, harmless: str) -> None:
    assert understand(alarming, words).urgent.value
    assert not understand(harmless, words).urgent.value


@pytest.mark.sop("TR-4")
@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("楼道灯坏了", 1),
        ("交房半年墙就裂了，开发商什么时候来修", 2),
        ("对面工地半夜打桩", 3),
        ("请问物业费怎么交", None),
    ],
)
def test_the_class_follows_whose_doing_it_is(words: Words, text: str, class_: int | None) -> None:
    assert understand(text, words).class_.value == class_


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我姓陈，退休在家", "陈"),
        ("闺女啊我是十四栋一单元二零一的王奶奶，字太小", "王奶奶"),
        ("要求给我道歉！商铺116号 老周", "老周"),
        ("My name is Li Wei, the light is broken", "Li Wei"),
        ("东门值班的小刘帮我搬东西", None),
    ],
)
def test_people_are_called_as_they_call_themselves(words: Words, text: str, name: str | None) -> None:
    assert understand(text, words).name == name


def test_a_default_gives_no_reason(words: Words) -> None:
    assert understand("？", words).category.because == ()


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_whatsoever_is_too_much(words: Words, text: str) -> None:
    found = understand(text, words)
    assert found.text == text
    assert found.expectation is None or found.expectation in text


@pytest.mark.parametrize(
    "piece",
    ["水", "漏水", "3-2-", "1", "一二三", "能", "电梯里有人被困在", "a", "I am not ", "((", "。", "😡"],
)
def test_five_thousand_signs_take_no_time(words: Words, piece: str) -> None:
    started = time.process_time()
    understand((piece * 5000)[:5000], words)
    assert time.process_time() - started < 2


def test_a_usual_message_takes_about_a_millisecond(words: Words) -> None:
    text = (
        "3栋2单元1201，厨房水槽下面的软管渗水，柜子底板泡起来了，今天下午能派师傅来看看吗？电话138 0013 8000"
    )
    understand(text, words)
    started = time.process_time()
    for _ in range(50):
        understand(text, words)
    assert (time.process_time() - started) / 50 < 0.01


def test_a_respelling_that_would_shift_the_text_is_refused(words: Words) -> None:
    with pytest.raises(ValueError, match="keep its length"):
        Words.from_toml({"understanding": {"spelling": {"唔該": "麻烦你"}}})
