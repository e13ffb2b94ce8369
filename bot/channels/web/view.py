"""A card as a page: the message and its choices, what was said just now below it, and room for words."""

from dataclasses import dataclass, replace
from datetime import datetime
from xml.etree.ElementTree import Element

from starlette.responses import Response

from bot.channels.base import Button, Shown
from bot.channels.web.cards import Card, Reply
from bot.channels.web.forms import MOST_WORDS
from bot.channels.web.markup import node, page
from bot.channels.web.visits import LASTS
from bot.links import Links
from core.chat import Attachment, Text, text
from core.texts import render


@dataclass(frozen=True, slots=True)
class View:
    """One page for one person."""

    links: Links
    token: str  # of the link that was opened
    nonce: str
    language: str
    now: datetime

    def shows(self, card: Card | None, reply: Reply | None = None, mine: str = "") -> Response:
        """The page: a card, or what is left to say when it is theirs no more."""
        standing = card.shown if card else None
        said = [shown for shown in reply.said if standing is None or shown.id != standing.id] if reply else []
        last = said[-1] if said else standing
        return page(
            self.language,
            self._word("page-name"),
            self._card(standing) if standing else None,
            self._answer(reply, said, mine) if reply else None,
            self._words(last, folded=reply is None and bool(last and last.choices)),
            self._foot(),
        )

    def _word(self, key: str) -> str:
        return render(Text(key), self.language, self.now)

    def _card(self, shown: Shown) -> Element:
        number = render(text("page-case", number=shown.subject), self.language, self.now)
        title, words = _heading(shown)
        head = node(
            "header",
            node("p", number, class_="case") if shown.subject else None,
            node("h1", title) if title else None,
        )
        message = self._message(replace(shown, text=words))
        return node("section", head if len(head) else None, *message, class_="sheet card")

    def _answer(self, reply: Reply, said: list[Shown], mine: str) -> Element:
        toast = reply.toast or ("" if said else self._word("page-done"))
        return node(
            "div",
            node("p", mine, class_="mine text") if mine else None,
            node("p", toast, class_="toast", role="status") if toast else None,
            *(node("section", *self._message(shown), class_="sheet") for shown in said),
            id="now",
        )

    def _message(self, shown: Shown) -> list[Element | None]:
        media = [self._media(shown, n, item) for n, item in enumerate(shown.media)]
        return [
            node("p", shown.text, class_="text", dir="auto"),
            node("div", *media, class_="media") if any(m is not None for m in media) else None,
            self._choices(shown) if shown.choices else None,
            node("p", shown.stamp, class_="stamp") if shown.stamp and not shown.choices else None,
        ]

    def _media(self, shown: Shown, n: int, item: Attachment) -> Element | None:
        there = f"{self._token(shown)}/media/{n}"
        match item.kind:
            case "photo":
                alt = render(text("page-picture", number=n + 1), self.language, self.now)
                return node("a", node("img", src=there, alt=alt, loading="lazy"), href=there, class_="photo")
            case "video":
                return node("video", src=there, controls="", preload="metadata", playsinline="")
            case "voice":
                return node("a", self._word("page-voice"), href=there, class_="file")
            case "document":
                name = item.name or self._word("page-unnamed")
                return node(
                    "a",
                    render(text("page-file", name=name), self.language, self.now),
                    href=there,
                    class_="file",
                )
        return None

    def _choices(self, shown: Shown) -> Element:
        numbers = iter(range(1, len(shown.choices) + 1))
        rows = (
            node("div", *(_button(next(numbers), button) for button in row), class_="row")
            for row in shown.rows
        )
        return self._form(shown, *rows, class_="choices")

    def _words(self, about: Shown | None, folded: bool) -> Element:
        form = self._form(
            about,
            node("label", self._word("page-words"), for_="words"),
            node("textarea", id="words", name="words", rows="3", maxlength=str(MOST_WORDS), required=""),
            node("button", self._word("page-send"), class_="button"),
            class_="sheet words",
        )
        return node("details", node("summary", self._word("page-say")), form) if folded else form

    def _form(self, about: Shown | None, *inside: Element, class_: str) -> Element:
        hidden = {"of": self._token(about), "nonce": self.nonce}
        fields = (node("input", type="hidden", name=name, value=value) for name, value in hidden.items())
        return node("form", *fields, *inside, method="post", action=f"{self.token}#now", class_=class_)

    def _token(self, shown: Shown | None) -> str:
        numbered = shown is not None and shown.id.isdecimal()
        return self.links.token(int(shown.id), LASTS) if shown is not None and numbered else self.token

    def _foot(self) -> Element:
        newest = node("a", self._word("page-newest"), href=self.token)
        return node("footer", node("p", newest), node("p", self._word("page-foot")))


def _heading(shown: Shown) -> tuple[str, str]:
    """What stands above a card and what below, each said once; the case's number stands above both."""
    first, _, rest = shown.text.strip().partition("\n")
    if not (shown.title and first.endswith(shown.title)):
        return shown.title, shown.text
    return (shown.title, rest) if rest.strip() else ("", shown.text)


def _button(number: int, button: Button) -> Element:
    return node("button", button.label, name="choice", value=f"{number} {button.label}")
