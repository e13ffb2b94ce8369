"""A page behind a link as somebody reads it on their telephone."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

Attributes = list[tuple[str, str | None]]


@dataclass
class Choice:
    """A button of a page, with the form it sends."""

    label: str
    value: str
    form: dict[str, str]


@dataclass
class Sheet:
    """One message on a page."""

    lines: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # their addresses

    @property
    def text(self) -> str:
        """Its words."""
        return "\n".join(self.lines)


@dataclass
class Page:
    """A page: the message it is about, what was said to a choice just now, and the form for words."""

    url: str
    status: int
    card: Sheet = field(default_factory=Sheet)
    now: list[Sheet] = field(default_factory=list)
    toast: str = ""
    words: dict[str, str] = field(default_factory=dict)

    @property
    def sheets(self) -> list[Sheet]:
        """All messages on it, in order."""
        return [self.card, *self.now]

    @property
    def said(self) -> str:
        """What was said just now."""
        return "\n".join(filter(None, [self.toast, *(sheet.text for sheet in self.now)]))

    @property
    def choices(self) -> list[Choice]:
        """Everything that can be chosen, the newest last."""
        return [choice for sheet in self.sheets for choice in sheet.choices]

    def choice(self, label: str) -> Choice | None:
        """The first choice with this in its label, of the newest message that has one."""
        newest_first = (choice for sheet in reversed(self.sheets) for choice in sheet.choices)
        return next((choice for choice in newest_first if label in choice.label), None)


def read(html: str, url: str, status: int) -> Page:
    """Read a page as it was answered."""
    reader = _Reader(Page(url, status))
    reader.feed(html)
    reader.close()
    return reader.page


def target(page: Page) -> str:
    """Where its forms go: it is the page's own address, and nothing is sent elsewhere."""
    return urljoin(page.url, urlsplit(page.url).path)


class _Reader(HTMLParser):
    """Tells what stands on a page from how it is written."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page, self._sheet, self._form = page, page.card, dict[str, str]()
        self._words, self._heard = False, list[str]()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        said = {name: value or "" for name, value in attrs}
        kind = said.get("class", "").split()
        if tag == "section" and "card" not in kind:
            self._sheet = Sheet()
            self.page.now.append(self._sheet)
        elif tag == "form":
            self._form, self._words = {}, "words" in kind
            if self._words:
                self.page.words = self._form
        elif tag == "input":
            self._form[said["name"]] = said.get("value", "")
        elif tag == "button" and said.get("name") == "choice":
            value = said["value"]
            self._sheet.choices.append(Choice(value.partition(" ")[2], value, self._form))
        elif tag == "img":
            self._sheet.pictures.append(urljoin(self.page.url, said["src"]))
        if tag in {"p", "h1"}:
            self._heard = []

    def handle_data(self, data: str) -> None:
        self._heard.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self._sheet = self.page.card
        if tag not in {"p", "h1"}:
            return
        start = self.get_starttag_text() or ""
        words = "".join(self._heard).strip()
        if 'class="toast"' in start:
            self.page.toast = words
        elif 'class="mine' not in start and words:
            self._sheet.lines.append(words)
