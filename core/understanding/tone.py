"""In what tone somebody writes: angry, or asking for somebody senior; weighed by the words of the procedure (RE-8)."""

from dataclasses import dataclass

from core.understanding.phrases import found


@dataclass(frozen=True, slots=True)
class Tone:
    """The words that sound angry, and those that ask for a senior."""

    angry: tuple[str, ...] = ()
    senior: tuple[str, ...] = ()

    @property
    def because(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.senior, *self.angry)


def tone(words: str, angry: tuple[str, ...], senior: tuple[str, ...], harmless: tuple[str, ...]) -> Tone:
    """How these words sound."""
    return Tone(found(words, angry, harmless), found(words, senior, harmless))
