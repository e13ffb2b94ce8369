"""What was learned stands beside the words: up to date, named by real words, and never louder than a site's own."""

from dataclasses import replace

import pytest

from core.policy import overlay, read_sop
from core.understanding import Words, understand
from tests.core.understanding import learn


def test_the_stored_experience_is_what_the_messages_teach() -> None:
    stored = learn.TARGET.read_text(encoding="utf-8")
    assert stored == learn.learned(), "run python -m tests.core.understanding.learn"


def test_the_unseen_messages_are_not_learned_from() -> None:
    assert "unseen.jsonl" not in learn.SOURCES


@pytest.mark.sop("TR-6")
def test_a_word_of_the_site_outweighs_experience(words: Words) -> None:
    said = "地下车库的灯坏了，黑漆漆的"
    assert understand(said, words).category.value == "engineering"
    mark = {"words": ["地下车库"], "service": 15.0}
    site = read_sop({"understanding": {"marks": {"our_garage": mark}}})
    assert understand(said, Words.from_toml(site.understanding)).category.value == "service"


def test_a_site_may_trust_its_words_alone(words: Words) -> None:
    deaf = replace(words, threshold=overlay(words.threshold, {"experience": 0.0}))
    heard = [understand(row["text"], words).kind.value for row in learn.messages()]
    unheard = [understand(row["text"], deaf).kind.value for row in learn.messages()]
    assert heard != unheard


@pytest.mark.sop("TR-6")
def test_reasons_are_words_of_the_message(words: Words) -> None:
    for row in learn.messages():
        found = understand(row["text"], words)
        for reason in (*found.kind.because, *found.category.because):
            assert reason in row["text"]
