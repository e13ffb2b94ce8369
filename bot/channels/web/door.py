"""The way to the cards: who knocks is recognised first, and every refusal is a page."""

import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.channels.base import DeliveryError, SignsIn, TryAgain
from bot.channels.web import media
from bot.channels.web.cards import Card, Cards, Gone, NotTheirs
from bot.channels.web.entry import TRIES, Entry
from bot.channels.web.forms import TooLong, read
from bot.channels.web.markup import onward
from bot.channels.web.refusals import FLAWS, Refused, Why, refusal
from bot.channels.web.view import View
from bot.channels.web.visits import LEFT, Visit, Visits
from bot.clock import Clock
from bot.links import Links
from core.chat import Address

log = structlog.get_logger()

Endpoint = Callable[[Request], Awaitable[Response]]
_REASONS: Mapping[type[Exception], Why] = {
    NotTheirs: Why.THEIRS,
    Gone: Why.GONE,
    TooLong: Why.LONG,
    TryAgain: Why.AWAY,
}


class Door:
    """Serves the cards."""

    def __init__(
        self, cards: Cards, links: Links, secret: str, signs_in: Mapping[str, SignsIn], clock: Clock
    ) -> None:
        self.cards, self.links, self.signs_in, self.clock = cards, links, signs_in, clock
        self.visits = Visits(secret, links.base_url, clock)
        self.entry = Entry(secret, links.base_url, self.visits)

    def routes(self) -> Sequence[BaseRoute]:
        """The card, its answers, its pictures, and where a platform sends people back to."""
        return [
            Route("/c/in", self._polite(self.enter)),
            Route("/c/{token}", self._polite(self.open), methods=["GET"]),
            Route("/c/{token}", self._polite(self.answer), methods=["POST"]),
            Route("/c/{token}/media/{n:int}", self._polite(self.media)),
        ]

    def _polite(self, endpoint: Endpoint) -> Endpoint:
        async def answering(request: Request) -> Response:
            try:
                return await endpoint(request)
            except ClientDisconnect:
                return Response(status_code=400)
            except Exception as error:
                return refusal(request, _why(error), self.clock(), self._known(request))

        return answering

    async def open(self, request: Request) -> Response:
        """Show a card to whoever it is for."""
        token = request.path_params["token"]
        card, visit = await self._met(request, token)
        if card.open_to_bearer:
            visit = self.visits.begin(card.channel, "", visit)
        elif visit is None or not visit.lasts(self.clock(), LEFT):
            return self._send(request, token, card)
        try:
            card = await self.cards.card(card.number, visit.viewer(card.place))
        except NotTheirs:  # the telephone may have changed hands since
            if card.open_to_bearer or visit.young(self.clock()):
                raise
            return self._send(request, token, card)
        response = self._view(token, visit, card.language).shows(card)
        self.visits.keep(response, visit)
        return response

    async def enter(self, request: Request) -> Response:
        """Somebody comes back from their platform; to the card with them."""
        token = request.query_params.get("card", "")
        card, old = await self._met(request, token)
        platform, tries = self.signs_in.get(card.channel), self.entry.tries(request, token)
        code = request.query_params.get("code", "")
        if platform is None or not tries or not code:
            raise Refused(Why.NOBODY)
        try:
            chat = await platform.who(code)
        except TryAgain:
            raise
        except DeliveryError:  # WeChat calls twice and cuts the first off: the code is used then
            if tries < TRIES:
                return self.entry.send(request, token, platform, tries + 1)
            raise Refused(Why.NOBODY) from None
        response = onward(token)
        self.visits.keep(response, self.visits.begin(card.channel, chat, old))
        return response

    async def answer(self, request: Request) -> Response:
        """Take a choice or words, and show what becomes of it."""
        token = request.path_params["token"]
        number = self._number(token)
        sent = await read(request)
        card, visit = await self._met(request, token)
        about = self.links.read(sent.message)
        if visit is None or not self.visits.owns(visit, sent.nonce) or not isinstance(about, int):
            raise Refused(Why.STALE)
        if sent.empty:
            return onward(token)
        viewer = visit.viewer(card.place)
        reply = await self.cards.act(about, viewer, sent.choice, sent.words, sent.key)
        newest = await self._newest(number, viewer)
        view = self._view(token, visit, newest.language if newest else card.language)
        return view.shows(newest, reply, sent.label or sent.words)

    async def media(self, request: Request) -> Response:
        """A picture or file of a card."""
        n = request.path_params["n"]
        card, visit = await self._met(request, request.path_params["token"])
        if visit is None or n >= len(card.shown.media):
            raise Refused(Why.GONE if visit else Why.THEIRS)
        content = await self.cards.media(card.number, n, visit.viewer(card.place))
        if content is None:
            raise Refused(Why.GONE)
        return media.served(request, content, card.shown.media[n].name)

    async def _met(self, request: Request, token: str) -> tuple[Card, Visit | None]:
        card = await self.cards.card(self._number(token), None)
        return card, self.visits.of(request, card.channel, bearer=card.open_to_bearer)

    async def _newest(self, number: int, viewer: Address) -> Card | None:
        try:
            return await self.cards.card(number, viewer)
        except (NotTheirs, Gone):  # what they just did may have been their last say in it
            return None

    def _number(self, token: str) -> int:
        number = self.links.read(token)
        if isinstance(number, int):
            return number
        raise Refused(FLAWS[number])

    def _send(self, request: Request, token: str, card: Card) -> Response:
        platform = self.signs_in.get(card.channel)
        if platform is None:
            raise Refused(Why.THEIRS)
        return self.entry.send(request, token, platform)

    def _view(self, token: str, visit: Visit, language: str) -> View:
        return View(self.links, token, self.visits.form(visit), language, self.clock())

    def _known(self, request: Request) -> str:
        token = request.path_params.get("token") or request.query_params.get("card", "")
        page = "n" not in request.path_params
        return token if page and isinstance(self.links.read(token), int) else ""


def _why(error: Exception) -> Why:
    if isinstance(error, Refused):
        log.info("a card was refused", why=error.why.name)
        return error.why
    for kind, why in _REASONS.items():
        if isinstance(error, kind):
            log.info("a card was refused", why=why.name)
            return why
    last = traceback.extract_tb(error.__traceback__)[-1]
    log.error("a card could not be served", error=type(error).__name__, at=f"{last.name}:{last.lineno}")
    return Why.FAULT
