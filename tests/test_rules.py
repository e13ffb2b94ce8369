"""The README's table of rules says what is so."""

from tests.rules import README, proofs, rules, written


def test_the_table_is_as_the_marks_are() -> None:
    readme = README.read_text(encoding="utf-8")
    assert written(readme) == readme, "run: python -m tests.rules"


def test_no_mark_names_a_rule_there_is_not() -> None:
    assert not set(proofs()) - set(rules())
