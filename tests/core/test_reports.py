"""Figures: a rate never comes without its denominator, and silence is no answer."""

from datetime import UTC, datetime

import pytest

from core.book import Survey
from core.reports import Rate, callback_figures

ASKED = datetime(2026, 11, 17, tzinfo=UTC)


def survey(asked: bool = True, **answers: str) -> Survey:
    return Survey("A-1", 1, 1, answers=answers, asked=ASKED if asked else None)


@pytest.mark.sop("CB-6")
def test_silence_counts_among_those_asked_and_never_among_the_answers() -> None:
    surveys = [
        survey(overall="good"),
        survey(overall="poor"),
        survey(),
        survey(overall=""),
        survey(asked=False),
    ]
    figures = callback_figures(surveys)
    assert (str(figures.answered), str(figures.satisfied)) == ("2/4 (50%)", "1/2 (50%)")


@pytest.mark.sop("CB-6")
def test_of_none_there_is_no_percentage() -> None:
    assert str(Rate(0, 0)) == "0/0"
