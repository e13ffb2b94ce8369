"""The pages behind links, as the phones of the demo open them.

The playground signs nobody in: whoever has a link may open /c/…. A phone on the table opens /as/<whoever holds it>/c/…
instead, for whose it is was never in doubt, as in the browsers of the real platforms.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.routing import Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.app import App
from bot.cards import Cards
from bot.channels.base import Button
from bot.channels.playground import Playground
from bot.channels.web import Card, Door, Reply
from bot.links import Links
from core.chat import Address

Told = Callable[[str, str, Button], None]  # who chose what on a page, under which key


@dataclass(frozen=True, slots=True)
class InHand:
    """The cards, for whoever holds a phone."""

    cards: Cards
    who: Address
    told: Told

    async def card(self, number: int, viewer: Address | None) -> Card:
        return await self.cards.card(number, viewer and self.who)

    async def act(self, number: int, viewer: Address, choice: int | None, words: str, nonce: str) -> Reply:
        seen = (await self.cards.card(number, self.who)).shown.choices
        reply = await self.cards.act(number, self.who, choice, words, nonce)
        if choice and choice <= len(seen):
            self.told(nonce, self.who.chat, seen[choice - 1])
        return reply

    async def media(self, number: int, n: int, viewer: Address) -> bytes | None:
        return await self.cards.media(number, n, self.who)


def pages_of(app: App, links: Links, members: Mapping[str, object], told: Told) -> ASGIApp:
    """Everybody's pages, and those of whoever comes with a link only."""
    hands = {who: _door(app, links, who, told) for who in members}
    anybody = Router(app.pages.routes() if app.pages else ())

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        who = scope.get("path_params", {}).get("who")
        page = (hands.get(who) or Response(status_code=404)) if who else anybody
        await page(scope, receive, _framed(send))

    return serve


def _door(app: App, links: Links, who: str, told: Told) -> ASGIApp:
    here = Links(links.secret, f"{links.base_url}/as/{who}", links.clock)
    cards = InHand(Cards(app.office, app.channels), Address(Playground.name, who), told)
    return Router(Door(cards, here, here.secret, {}, here.clock).routes())


def _framed(send: Send) -> Send:
    """The same, to be shown inside the playground's own page."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            policy = headers.get("content-security-policy", "")
            headers["content-security-policy"] = policy.replace("ancestors 'none'", "ancestors 'self'")
        await send(message)

    return sending
