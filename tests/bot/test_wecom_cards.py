"""Texts and cards in WeCom's measures: nothing is cut that is not said elsewhere, and nothing is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Button, Shown
from bot.channels.wecom import cards
from bot.channels.weixin.texts import cut, fitting, shortened, split
from tests.bot.wecom_harness import shown
from tests.fakes.wecom import contents

LINK = "https://bihuan.example/c/abc"
WORDS = st.text(st.sampled_from("漏水了。\n a<>/🛠é"), max_size=1500)


def complaints_about(bodies: list[cards.Body]) -> list[str]:
    """What WeCom would cut without a word; it raises over what WeCom would refuse."""
    said: list[str] = []
    for body in bodies:
        kind = body["msgtype"]
        if kind == "template_card":
            contents.card(body[kind], said.append)
        else:
            contents.content(kind, body[kind], said.append)
    return said


def labels(body: cards.Body) -> list[str]:
    return [button["text"] for button in body["template_card"]["button_list"]]


# bytes


@given(WORDS.filter(bool), st.integers(4, 300))
def test_a_text_is_split_on_bytes_and_nothing_but_line_ends_is_lost(text, most):
    parts = split(text, most)
    assert all(len(part.encode()) <= most for part in parts)
    assert "".join(parts).replace("\n", "") == text.replace("\n", "")


def test_a_text_is_cut_at_the_end_of_a_line_where_there_is_one_and_never_inside_a_character():
    assert split("a" * 1500 + "\n" + "b" * 1500, 2048) == ["a" * 1500, "b" * 1500]
    assert split("漏" * 700, 2048) == ["漏" * 682, "漏" * 18]
    assert split("🛠" * 513, 2048) == ["🛠" * 512, "🛠"]
    assert split("", 10) == [""]
    assert fitting("漏水", 5) == 1


def test_what_is_cut_says_that_there_is_more():
    assert (cut("漏水了", 9), cut("漏水了啊", 9)) == ("漏水了", "漏水…")
    assert (shortened("漏水了", 3), shortened("漏水了啊", 3)) == ("漏水了", "漏水…")


# cards


def test_a_short_text_is_all_on_the_card():
    (card,) = cards.messages(shown("WJ-20261124-0001\n3栋2单元1201\n厨房漏水", ("接单",)))
    assert card["template_card"]["main_title"] == {"title": "WJ-20261124-0001"}
    assert card["template_card"]["sub_title_text"] == "3栋2单元1201\n厨房漏水"
    assert card["template_card"]["card_type"] == "button_interaction"


def test_a_title_stands_above_the_text_and_is_not_said_twice():
    (card,) = cards.messages(shown("厨房漏水\n今晚", ("接单",), title="新工单"))
    assert card["template_card"]["main_title"]["title"] == "新工单"
    assert card["template_card"]["sub_title_text"] == "厨房漏水\n今晚"
    (card,) = cards.messages(shown("新工单\n今晚", ("接单",), title="新工单"))
    assert card["template_card"]["sub_title_text"] == "今晚"


def test_a_long_first_line_is_shown_whole_below():
    line = "三栋二单元一二零一厨房天花板漏水已经漏到楼下了请尽快派人来看"
    (card,) = cards.messages(shown(line, ("接单",)))
    assert card["template_card"]["main_title"]["title"].endswith("…")
    assert card["template_card"]["sub_title_text"] == line


def test_what_does_not_fit_is_said_in_full_before_the_card():
    text = "新工单\n" + "漏水。" * 1000
    *before, card = cards.messages(shown(text, ("接单",)))
    assert "".join(body["text"]["content"] for body in before).replace("\n", "") == text.replace("\n", "")
    assert card["template_card"]["sub_title_text"].endswith("…")
    assert complaints_about([*before, card]) == []


def test_buttons_have_styles_and_the_first_stands_out():
    (card,) = cards.cards(shown("待接单", ("接单", "转派"), ("延期",)))
    assert [button["style"] for button in card["template_card"]["button_list"]] == [1, 4, 4]
    assert "card_action" not in card["template_card"]


def test_the_card_leads_to_its_page():
    (card,) = cards.cards(shown("待接单", ("接单",), link=LINK))
    assert card["template_card"]["card_action"] == {"type": 1, "url": LINK}


def test_six_buttons_fit_and_from_the_seventh_on_the_last_one_leads_to_the_page():
    (card,) = cards.cards(shown("选楼栋", tuple("123456"), link=LINK))
    assert labels(card) == list("123456")
    (card,) = cards.cards(shown("选楼栋", tuple("1234567"), link=LINK))
    assert labels(card) == [*"12345", "…"]
    assert card["template_card"]["button_list"][-1]["url"] == LINK


def test_without_a_page_the_other_choices_are_on_further_cards():
    first, second, third = cards.cards(shown("选楼栋", tuple("1234567"), tuple("abcdef")))
    assert [labels(card) for card in (first, second, third)] == [list("123456"), [*"7abcde"], ["f"]]
    assert len({card["template_card"]["task_id"] for card in (first, second, third)}) == 3
    assert complaints_about([first, second, third]) == []


def test_two_buttons_with_the_same_act_are_one():
    (card,) = cards.cards(
        Shown("?", ((Button("好", "yes"), Button("行", "yes"), Button("不", "no")),), id="1")
    )
    assert labels(card) == ["好", "不"]


def test_no_two_cards_have_the_same_id_and_wecom_takes_it():
    one, two = (
        cards.cards(shown("待接单", ("接单",), id="消息 7/a"))[0]["template_card"]["task_id"] for _ in "12"
    )
    assert one != two
    assert contents.task_id_fits(one)
    assert cards.is_card(one)
    assert not any(map(cards.is_card, ("", "7", "MSG7000000000000000001_Ab-cd", "7-abc")))


@given(
    WORDS, st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=15), st.sampled_from(["", LINK])
)
def test_whatever_is_shown_wecom_takes_it_uncut_and_nothing_is_lost(text, choices, link):
    rows = tuple((Button(label, f"{n}"),) for n, label in enumerate(choices))
    message = Shown(text, rows, id="7", link=link)
    bodies = cards.messages(message)
    assert complaints_about(bodies) == []
    seen = [contents.card(b["template_card"], print) for b in bodies if b["msgtype"] == "template_card"]
    offered = [button["key"] for card in seen for button in card["button_list"] if "key" in button]
    if link and len(choices) > 6:
        assert offered == [f"{n}" for n in range(5)]
    else:
        assert offered == [f"{n}" for n in range(len(choices))]
    said = "".join(body["text"]["content"] for body in bodies if body["msgtype"] == "text")
    whole = said or seen[0]["main_title"]["title"] + seen[0].get("sub_title_text", "")
    assert plain(text) in plain(whole)


def plain(text: str) -> str:
    return "".join(text.replace("＜", "<").split())


@given(WORDS.filter(str.strip), st.text(max_size=200))
def test_whatever_a_group_is_told_wecom_takes_it_uncut(text, title):
    assert complaints_about([cards.textcard(Shown(text, title=title, link=LINK))]) == []


def test_a_text_card_is_cut_on_bytes_and_says_so():
    body = cards.textcard(shown("漏水。" * 100, title="新工单" * 20, link=LINK))
    assert complaints_about([body]) == []
    assert all(body["textcard"][name].endswith("…") for name in ("title", "description"))
    assert len(body["textcard"]["description"].encode()) > 505


# what people write is no markup


def test_a_link_in_somebodys_words_stays_words():
    (body,) = cards.texts('<a href="https://evil.example">缴费</a> 1<2 <b>')
    assert body["text"]["content"] == '＜a href="https://evil.example">缴费＜/a> 1<2 <b>'


def test_tags_in_somebodys_words_stay_words_on_a_text_card():
    card = cards.textcard(Shown('<div class="highlight">急</div>\n3<5', title="<br>新", link=LINK))[
        "textcard"
    ]
    assert card["description"] == '＜div class="highlight">急＜/div>\n3<5'
    assert card["title"] == "＜br>新"


# in the place of a card


def test_a_stamp_greys_the_buttons_whatever_else_there_is():
    message = shown("张三已接单", ("到场",), stamp="张三 已接单", link=LINK)
    assert cards.instead(message) == {"button": {"replace_name": "张三 已接单"}}


def test_other_buttons_make_another_card():
    card = cards.instead(shown("已改派", ("接单",)))["template_card"]
    assert (card["main_title"]["title"], "task_id" in card) == ("已改派", False)


def test_without_buttons_it_becomes_a_notice_with_a_page_or_is_greyed_with_its_first_line():
    notice = cards.instead(shown("已完工\n换了阀门", link=LINK))["template_card"]
    assert (notice["card_type"], notice["sub_title_text"]) == ("text_notice", "换了阀门")
    assert contents.card(notice, pytest.fail)
    assert cards.instead(shown("已完工\n换了阀门")) == {"button": {"replace_name": "已完工"}}


def test_more_choices_than_one_card_holds_are_not_put_in_its_place():
    many = shown("选楼栋", tuple("1234567"))
    assert [
        cards.editable(message) for message in (many, replace(many, link=LINK), replace(many, stamp="x"))
    ] == [
        False,
        True,
        True,
    ]
