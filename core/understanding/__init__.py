"""What an owner's free words say: who, where, what, how urgent, and what is wished for."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from core.understanding.clauses import Clauses
from core.understanding.expectation import expectation, requests
from core.understanding.judgement import Verdict, judge
from core.understanding.name import find_name
from core.understanding.phone import phones, read_phone, spans
from core.understanding.plain import plain
from core.understanding.unit import read_unit
from core.understanding.whose import find_unit
from core.understanding.words import Words

__all__ = ["Guess", "Understanding", "Words", "read_phone", "read_unit", "said", "understand"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Guess(Generic[T]):
    """A value with the words of the message that led to it, and how sure it is between 0 and 1."""

    value: T
    because: tuple[str, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that one message says without being asked."""

    text: str
    unit: str | None
    phone: str | None
    name: str | None
    kind: Guess[str]
    category: Guess[str | None]
    urgent: Guess[bool]
    class_: Guess[int | None]
    expectation: str | None


def understand(text: str, words: Words) -> Understanding:
    """Read one message as an experienced front desk would."""
    flat = plain(text)
    heard = said(flat, words)
    clauses = Clauses(heard)
    asked = requests(heard, clauses, words)
    verdict = judge(heard, clauses, [span for span, _ in asked], words)
    place = find_unit(flat)
    wish = expectation(asked, heard, verdict.kind.value, words)
    return Understanding(
        text=text,
        unit=place.unit if place else None,
        phone=next((number for number, _ in phones(flat)), None),
        name=find_name(text, flat),
        kind=_guess(verdict.kind, text),
        category=_guess(verdict.category, text),
        urgent=_guess(verdict.urgent, text),
        class_=_guess(verdict.class_, text),
        expectation=text[wish[0] : wish[1]] if wish else None,
    )


def said(flat: str, words: Words) -> str:
    """A plain text as the vocabulary spells it, its telephone numbers blotted out."""
    return words.respell(_without_phones(flat))


def _without_phones(flat: str) -> str:
    for start, end in spans(flat):
        flat = flat[:start] + "¤" * (end - start) + flat[end:]
    return flat


def _guess(verdict: Verdict[T], text: str) -> Guess[T]:
    words = dict.fromkeys(text[start:end].strip() for start, end in verdict.places)
    return Guess(verdict.value, tuple(word for word in words if word), round(verdict.sure, 2))
