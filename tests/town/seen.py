"""Messages as they are seen where a message may be too short for its words: with the page behind it, once opened.

Pages are opened when the town comes to rest, and only where a message says no more than its beginning, or was
changed since: so a story can look at them without waiting.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.town import pages
from tests.town.handsets import Newest
from tests.town.pages import Page

TYPES = {"image": "photo", "voice": "voice", "video": "video", "file": "document"}
CUT = "…"
PAGE = "page"  # the kind of what somebody has before them after they chose something on a page


@dataclass(eq=False)
class Seen:
    """A message, and the page behind it."""

    message: Any  # the platform's
    link: str = ""
    copies: list[Any] = field(default_factory=list)  # a group's card, as each of its members has it
    page: Page | None = None
    newest: int = 0  # the state that page shows
    result: bool = False  # the page is all there is: what was chosen on it, and what was said to that

    @property
    def _cards(self) -> list[Any]:
        return self.copies or [self.message]

    @property
    def needs_page(self) -> bool:
        """Whether there is more to read than it shows itself."""
        if not self.link or self.result:
            return False
        card = self._cards[0]
        cut = any(line.endswith(CUT) for line in [*card.text.splitlines(), *card.buttons])
        return cut or getattr(card, "kind", "") == "notice" or bool(getattr(card, "edits", 0))

    @property
    def text(self) -> str:
        """Its words."""
        if self.result and self.page:
            return "\n".join(filter(None, [self.page.card.text, self.page.said]))
        return self.page.card.text if self.page else str(self.message.text)

    @property
    def buttons(self) -> list[str]:
        """What can be chosen, on it or on its page."""
        if self.page and self.result:
            said = [choice.label for sheet in self.page.now for choice in sheet.choices]
            return said or [choice.label for choice in self.page.card.choices]
        labels = list(self._cards[0].buttons)
        if not self.page or (labels and not any(label.endswith(CUT) for label in labels)):
            return labels
        return [choice.label for choice in self.page.card.choices]

    @property
    def greyed(self) -> str:
        """What its buttons say for everybody, now that nobody can press them."""
        return str(getattr(self._cards[0], "greyed", ""))

    @property
    def type(self) -> str:
        """text, or what kind of file it is."""
        return TYPES.get(self.message.kind if self.message.kind in TYPES else self._kind, "text")

    @property
    def _kind(self) -> str:
        return str(getattr(self.message, "type", ""))

    def shows(self, *fragments: str) -> bool:
        """Whether all of these can be read on it."""
        seen = [self.text, self.message.text, self.greyed]
        labels = self.buttons
        return all(any(f in words for words in seen) or f in labels for f in fragments)

    def button(self, label: str) -> str | None:
        """The choice whose label has this in it."""
        return next((each for each in self.buttons if label in each), None)


@dataclass(eq=False)
class Said:
    """A chat: what was said there."""

    find: Callable[[], list[Seen]]

    @property
    def said(self) -> list[Seen]:
        """What the office said here, oldest first."""
        return self.find()

    @property
    def last(self) -> Seen:
        """The newest of it."""
        return self.said[-1]

    @property
    def last_card(self) -> Seen:
        """The newest of it that offers something, or did until somebody was faster."""
        return next(seen for seen in reversed(self.said) if seen.buttons or seen.greyed)

    @property
    def texts(self) -> list[str]:
        """All its words, oldest first."""
        return [seen.text for seen in self.said]


async def look(seen: Sequence[Seen], opens: Callable[[str], Awaitable[Any]], newest: Newest) -> None:
    """Open the pages that have something new to say."""
    wanting = [each for each in seen if each.needs_page]
    states = await newest([each.link for each in wanting]) if wanting else []
    for each, state in zip(wanting, states, strict=True):
        if state and state != each.newest:
            opened = await opens(each.link)
            found = pages.read(opened, opened.url, opened.status)
            each.page, each.newest = found if found.status == 200 else None, state
