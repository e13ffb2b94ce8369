"""What the playground serves: a page and its files, a socket with the news, and what the page asks for."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, time, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar
from zoneinfo import ZoneInfo

import structlog
from pydantic import BaseModel, Field, ValidationError
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.channels.playground.cast import Platform
from bot.channels.playground.guard import Guard
from bot.channels.playground.media import LARGEST, TooLarge
from bot.channels.playground.stage import Stage

if TYPE_CHECKING:
    from bot.channels.playground.channel import Playground

log = structlog.get_logger()

STATIC = str(files("bot.channels.playground") / "static")
POLICY = "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'"
PAGE = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache", "Referrer-Policy": "no-referrer"}
NO_SCRIPT = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
MORNING = time(9)

Key = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{8,64}$")]


class Sent(BaseModel):
    """A file that was uploaded before."""

    kind: Literal["photo", "voice", "video", "document"]
    ref: str
    name: str = ""
    size: int = 0


class Said(BaseModel):
    """Words somebody sends."""

    key: Key
    who: str
    chat: str
    text: str = Field(default="", max_length=4096)
    reply_to: str = ""
    edits: str = ""  # the earlier message this one corrects
    contact: bool = False  # share one's own telephone number
    attachments: tuple[Sent, ...] = ()

    @property
    def is_more_than_one(self) -> bool:
        """Whether it is more than WeChat and WeCom put into one message; they share no contact with an app."""
        return self.contact or len(self.attachments) + bool(self.text) > 1


class Tapped(BaseModel):
    """A button somebody presses."""

    key: Key
    who: str
    chat: str
    message: str
    act: str


class Chosen(BaseModel):
    """An entry of WeChat's menu somebody presses."""

    key: Key
    who: str
    act: str


class Moved(BaseModel):
    """How far the clock is put forward."""

    by: Literal["15m", "1h", "tomorrow", "1w", "holiday"]

    def target(self, stage: Stage, timezone: str) -> datetime:
        """The moment that is."""
        local = stage.now().astimezone(ZoneInfo(timezone))
        if self.by == "holiday":
            return stage.holiday_evening()
        tomorrow = datetime.combine(local.date() + timedelta(days=1), MORNING, local.tzinfo)
        spans = {"15m": timedelta(minutes=15), "1h": timedelta(hours=1), "1w": timedelta(weeks=1)}
        return tomorrow if self.by == "tomorrow" else local + spans[self.by]


class Troubled(BaseModel):
    """What is to be wrong with a phone."""

    chat: str
    trouble: Literal["", "off", "slow"]


class Returned(BaseModel):
    """Which mark to go back to."""

    mark: int


Asked = TypeVar("Asked", bound=BaseModel)
Endpoint = Callable[[Request], Awaitable[Response]]


def routes(playground: "Playground") -> Sequence[BaseRoute]:
    """Everything that is served, each behind the guard."""
    guard = [Middleware(Guard, hosts=playground.hosts)]
    desk = Desk(playground)
    posts: dict[str, Endpoint] = {
        "say": _asked(Said, desk.say),
        "tap": _asked(Tapped, desk.tap),
        "menu": _asked(Chosen, desk.choose),
        "clock": _asked(Moved, desk.move),
        "phone": _asked(Troubled, desk.trouble),
        "back": _asked(Returned, desk.back),
        "mark": desk.mark,
        "upload": desk.upload,
    }
    return [
        Route("/", desk.page, middleware=guard),
        WebSocketRoute("/playground/news", desk.news, middleware=guard),
        *(Route(f"/playground/{n}", post, methods=["POST"], middleware=guard) for n, post in posts.items()),
        Route("/playground/media/{ref}", desk.media, middleware=guard),
        Mount("/playground/static", StaticFiles(directory=STATIC), middleware=guard),
    ]


def _asked(model: type[Asked], answer: Callable[[Asked], Awaitable[Response]]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        try:
            asked = model.model_validate_json(await request.body())
        except ValidationError as error:
            return _refusal(400, "not-understood", str(error))
        return await answer(asked)

    return endpoint


def _refusal(status: int, error: str, detail: str = "") -> JSONResponse:
    return JSONResponse({"error": error, "detail": detail}, status)


class Desk:
    """Answers the page."""

    def __init__(self, playground: "Playground") -> None:
        self.playground = playground

    async def page(self, _: Request) -> Response:
        """The page itself; everything else it loads from here, nothing from elsewhere."""
        return FileResponse(f"{STATIC}/index.html", headers=PAGE)

    async def news(self, socket: WebSocket) -> None:
        """Everything there is, then everything that changes."""
        await socket.accept()
        with self.playground.pages.open() as queue:
            await socket.send_json({"state": self.playground.state()})
            telling = asyncio.create_task(self._tell(socket, queue))
            try:
                while True:
                    await socket.receive_text()
            except WebSocketDisconnect:
                telling.cancel()
                await asyncio.gather(telling, return_exceptions=True)

    async def _tell(self, socket: WebSocket, queue: asyncio.Queue[dict[str, object] | None]) -> None:
        while (news := await queue.get()) is not None:
            await socket.send_json(news)
        await socket.close(1013)

    async def say(self, said: Said) -> Response:
        """Words for the office."""
        cast = self.playground.cast
        if not cast.listens(said.who, said.chat):
            return _refusal(404, "no-such-chat")
        if any(self.playground.media.find(item.ref) is None for item in said.attachments):
            return _refusal(404, "no-such-file")
        if cast.platform(said.chat) is not Platform.TELEGRAM and said.is_more_than_one:
            return _refusal(400, "one-at-a-time", "words, or one picture, and no contact")
        return await self._handed_over(said.key, self._say(said))

    async def _say(self, said: Said) -> Response:
        message = await self.playground.say(said)
        return JSONResponse({"message": message.id})

    async def tap(self, tapped: Tapped) -> Response:
        """A button of a card."""
        cast = self.playground.cast
        if not cast.listens(tapped.who, tapped.chat):
            return _refusal(404, "no-such-chat")
        if cast.platform(tapped.chat) is Platform.WECHAT or self.playground.is_among_colleagues(tapped.chat):
            return _refusal(404, "no-such-button")
        return await self._handed_over(tapped.key, self._tap(tapped))

    async def _tap(self, tapped: Tapped) -> Response:
        answer = await self.playground.tap(tapped)
        return JSONResponse({"text": answer.text, "alert": answer.alert})

    async def choose(self, chosen: Chosen) -> Response:
        """An entry of the menu."""
        acts = {act for entry in self.playground.menu for act in entry.acts()}
        if self.playground.cast.platform(chosen.who) is not Platform.WECHAT or chosen.act not in acts:
            return _refusal(404, "no-such-entry")
        return await self._handed_over(chosen.key, self._choose(chosen))

    async def _choose(self, chosen: Chosen) -> Response:
        await self.playground.choose(chosen)
        return JSONResponse({})

    async def _handed_over(self, key: str, doing: Awaitable[Response]) -> Response:
        try:
            return await doing
        except Exception as error:
            log.exception("an event was not received", key=key)
            return _refusal(503, "not-received", type(error).__name__)

    async def move(self, moved: Moved) -> Response:
        """The clock, put forward; back when everything due on the way has happened."""
        stage = self.playground.stage
        await stage.move(moved.target(stage, self.playground.cast.timezone))
        self.playground.tell_marks()
        return JSONResponse({"now": stage.now().isoformat()})

    async def trouble(self, troubled: Troubled) -> Response:
        """A phone that is off, or slow, or well again."""
        if not self.playground.cast.hears(troubled.chat):
            return _refusal(404, "no-such-chat")
        self.playground.screens.set_trouble(troubled.chat, troubled.trouble)
        self.playground.pages.tell(chats=self.playground.screens.chats())
        return JSONResponse({})

    async def mark(self, _: Request) -> Response:
        """A mark, to come back to."""
        mark = await self.playground.stage.mark(pinned=True)
        self.playground.tell_marks()
        return JSONResponse(mark.plain())

    async def back(self, returned: Returned) -> Response:
        """Start again from a mark."""
        try:
            await self.playground.stage.back(returned.mark)
        except LookupError:
            return _refusal(404, "no-such-mark")
        self.playground.tell_all()
        return JSONResponse({})

    async def upload(self, request: Request) -> Response:
        """A file, before it is sent."""
        name, type = request.query_params.get("name", ""), request.headers.get("content-type", "")
        if int(request.headers.get("content-length", 0)) > LARGEST:
            return _refusal(413, "too-large", f"at most {LARGEST // 1024 // 1024} MB")
        try:
            kept = await self.playground.media.keep(request.stream(), name, type)
        except TooLarge:
            return _refusal(413, "too-large", f"at most {LARGEST // 1024 // 1024} MB")
        return JSONResponse({"kind": kept.kind, "ref": kept.ref, "name": kept.name, "size": kept.size})

    async def media(self, request: Request) -> Response:
        """A file that was sent, never as a page that could do something."""
        path = self.playground.media.find(request.path_params["ref"])
        if path is None:
            return _refusal(404, "no-such-file")
        headers = {"Content-Security-Policy": NO_SCRIPT, "X-Content-Type-Options": "nosniff"}
        return FileResponse(path, headers=headers)
