"""Cards without an office behind them, and a platform that says who holds the telephone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.base import Button, Shown, SignsIn, Undeliverable
from bot.channels.web import Card, Door, Gone, NotTheirs, Reply
from bot.links import Links
from core.chat import Address, Attachment

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63f8cfc0f01f00050001ff"
    "56c72f0d0000000049454e44ae426082"
)
SECRET = "a secret of this test"
OWNER, NEIGHBOUR = Address("wechat", "o-wang"), Address("wechat", "o-neighbour")
GROUP, FITTER, OTHER_FITTER = Address("wecom", "@crew"), Address("wecom", "zhang"), Address("wecom", "li")


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, by: timedelta) -> None:
        self.now += by


def shown(text: str, *rows: str, id: int = 0, **more: object) -> Shown:
    """A message with a row of buttons for each line of labels."""
    buttons = tuple(tuple(Button(label, f"act:{label}") for label in row.split("|")) for row in rows)
    return replace(Shown(text, buttons, id=str(id) if id else ""), **more)


@dataclass
class Act:
    """What somebody did."""

    number: int
    viewer: Address
    choice: int | None
    words: str


@dataclass
class FakeCards:
    """The office's side of the pages: what is there, who may see it, what is answered."""

    cards: dict[int, Card] = field(default_factory=dict)
    people: dict[int, set[Address]] = field(default_factory=dict)
    files: dict[tuple[int, int], bytes] = field(default_factory=dict)
    replies: list[Reply] = field(default_factory=list)
    done: list[Act] = field(default_factory=list)
    trouble: Exception | None = None
    _kept: dict[str, Reply] = field(default_factory=dict)

    def puts(
        self,
        number: int,
        place: Address,
        message: Shown,
        *people: Address,
        bearer: bool = False,
        language: str = "zh-Hans",
    ) -> None:
        """A message that was sent to a place, and who stands behind it."""
        message = message if message.id else replace(message, id=str(number))
        self.cards[number] = Card(number, place.channel, place, message, language, bearer)
        self.people[number] = set(people) or {place}

    def _find(self, number: int, viewer: Address | None) -> Card:
        if number not in self.cards:
            raise Gone
        if viewer is not None and viewer not in self.people[number]:
            raise NotTheirs
        return self.cards[number]

    async def card(self, number: int, viewer: Address | None) -> Card:
        return self._find(number, viewer)

    async def act(self, number: int, viewer: Address, choice: int | None, words: str, nonce: str) -> Reply:
        if self.trouble:
            raise self.trouble
        card = self._find(number, viewer)
        if choice is not None and choice > len(card.shown.choices):
            raise Gone
        if nonce not in self._kept:
            self.done.append(Act(number, viewer, choice, words))
            self._kept[nonce] = self.replies.pop(0) if self.replies else Reply("收到")
            for said in self._kept[nonce].said:
                self.puts(int(said.id), card.place, said, *self.people[number], language=card.language)
        return self._kept[nonce]

    async def media(self, number: int, n: int, viewer: Address) -> bytes | None:
        self._find(number, viewer)
        return self.files.get((number, n))


class FakePlatform:
    """A platform whose browser knows its holder; a code is good once."""

    def __init__(self, holder: str) -> None:
        self.holder = holder
        self.codes: dict[str, str] = {}
        self.trouble: Exception | None = None
        self.states: list[str] = []

    def sign_in(self, back: str, state: str) -> str:
        return "/platform?" + urlencode({"back": back, "state": state})

    async def who(self, code: str) -> str:
        if self.trouble:
            raise self.trouble
        if code not in self.codes:
            raise Undeliverable("the code is none")
        return self.codes.pop(code)

    async def authorize(self, request: Request) -> Response:
        """The platform's own page, which sends the browser back."""
        self.states.append(request.query_params["state"])
        code = f"code-{len(self.states)}"
        self.codes[code] = self.holder
        given = {"code": code, "state": self.states[-1]}
        return RedirectResponse(f"{request.query_params['back']}&{urlencode(given)}", 302)


PHOTO = Attachment("photo", "m-1", channel="wechat")


@dataclass
class Estate:
    """All of it together, as an application."""

    base_url: str
    clock: HandClock = field(default_factory=HandClock)
    cards: FakeCards = field(default_factory=FakeCards)
    platform: FakePlatform = field(default_factory=lambda: FakePlatform(OWNER.chat))

    @property
    def links(self) -> Links:
        return Links(SECRET, self.base_url, self.clock)

    def app(self) -> Starlette:
        signs_in: Mapping[str, SignsIn] = {"wechat": self.platform, "wecom": self.platform}
        door = Door(self.cards, self.links, SECRET, signs_in, self.clock)
        return Starlette(routes=[Route("/platform", self.platform.authorize), *door.routes()])
