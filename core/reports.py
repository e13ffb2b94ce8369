"""Figures out of what is given to them; a rate never comes without its denominator (CB-6)."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.book import Survey


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many; of none there is no percentage."""

    part: int
    whole: int

    def __str__(self) -> str:
        share = f" ({self.part * 100 // self.whole}%)" if self.whole else ""
        return f"{self.part}/{self.whole}{share}"


@dataclass(frozen=True, slots=True)
class CallbackFigures:
    """What became of the callbacks that were asked: who answered, and who of those was satisfied."""

    answered: Rate
    satisfied: Rate


def callback_figures(surveys: Iterable[Survey]) -> CallbackFigures:
    """Silence is silence: it counts among those asked, never among the answers."""
    asked = [survey for survey in surveys if survey.asked]
    answered = [survey for survey in asked if survey.answers.get("overall")]
    good = [survey for survey in answered if survey.answers["overall"] == "good"]
    return CallbackFigures(Rate(len(answered), len(asked)), Rate(len(good), len(answered)))
