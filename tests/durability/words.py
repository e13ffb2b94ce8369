"""What the office says, out of its own catalogue: these tests are about whether, not about how."""

from core.chat import Param, Text
from core.texts import render
from tests.town import MORNING


def words(key: str, **params: Param) -> str:
    """A text as an owner or a colleague reads it."""
    return render(Text(key, params), "zh-Hans", MORNING)
