"""Pages for whoever cannot be shown a card: what is the matter, and what to do now."""

from datetime import datetime
from enum import Enum

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.forms import MOST_WORDS
from bot.channels.web.markup import node, page
from bot.links import LASTS, Flaw
from core.chat import Text, text
from core.texts import choose_language, render


class Why(Enum):
    """Why a card is not shown: the words, and what a browser is told."""

    ALTERED = "page-altered", 404
    EXPIRED = "page-expired", 410
    THEIRS = "page-theirs", 403
    GONE = "page-gone", 404
    NOBODY = "page-nobody", 403  # the platform did not say who it is, or the browser keeps nothing
    AWAY = "page-away", 503
    STALE = "page-stale", 403
    LONG = "page-long", 413
    FAULT = "page-fault", 500


FLAWS = {Flaw.ALTERED: Why.ALTERED, Flaw.EXPIRED: Why.EXPIRED}
_TRY_AGAIN = {Why.NOBODY, Why.AWAY, Why.STALE, Why.LONG, Why.FAULT}


class Refused(Exception):
    """A card is not shown."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.name)
        self.why = why


def refusal(request: Request, why: Why, now: datetime, token: str = "") -> Response:
    """The page that says so, in the browser's language; with the way back to the card where that may help."""
    language = choose_language(request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip())
    key, status = why.value
    head, _, more = render(text(key, days=LASTS.days, most=MOST_WORDS), language, now).partition("\n")
    again = node("a", render(Text("page-again"), language, now), href=token, class_="button")
    return page(
        language,
        head,
        node(
            "section",
            node("h1", head),
            node("p", more, class_="text"),
            again if token and why in _TRY_AGAIN else None,
            class_="sheet refusal",
        ),
        status=status,
    )
