"""HTTP: calls come in, are recorded, meet what was to befall them, and are answered as the platform answers."""

import asyncio
import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from tests.fakes.wechat.browser import OOPS, WHO
from tests.fakes.wechat.calls import Calls
from tests.fakes.wechat.door import Delivery
from tests.fakes.wechat.faults import Fault, Refusal, fault
from tests.fakes.wechat.media import ENDINGS, TYPES, Media
from tests.fakes.wechat.oauth import Oops

if TYPE_CHECKING:
    from tests.fakes.wechat.server import WeChat

Raw = dict[str, Any]
ESCAPED = re.compile(rb"(?<!\\)(?:\\\\)*\\u(?!00[01])")  # of control characters there is no other spelling
PLAIN_NAME = re.compile(r'filename="([^"]*)"')


@dataclass
class Call:
    """A call the account made, and how it was answered."""

    path: str
    method: str
    query: Raw
    body: Raw = field(default_factory=dict)
    answer: Raw = field(default_factory=dict)
    status: int = 200

    @property
    def errcode(self) -> int:
        """What it was refused with, 0 when it was not."""
        return int(self.answer.get("errcode", 0))


class Wire:
    """The platform's HTTP side."""

    def __init__(self, server: "WeChat") -> None:
        self._server, self._calls = server, Calls(server)
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.closing = asyncio.Event()
        self.busy = 0
        self._runner: web.AppRunner | None = None

    async def listen(self, port: int) -> str:
        """Serve on the loopback; returns the address."""
        app = web.Application(client_max_size=60_000_000)
        app.router.add_route("*", "/cgi-bin/{path:.+}", self._called)
        app.router.add_get("/sns/oauth2/access_token", self._called)
        app.router.add_get("/connect/oauth2/authorize", self._authorize)
        app.router.add_get("/mmbiz/{id}", self._file)
        app.router.add_post("/connect", self._connect)
        app.router.add_post("/people/{openid}/{verb}", self._play)
        app.router.add_get("/chats/{openid}", self._look)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """Serve no more."""
        self.closing.set()
        if self._runner:
            await self._runner.cleanup()

    # what befalls the calls

    def fails(self, path: str, what: int | str, times: int) -> None:
        """Let the next calls of a path go wrong."""
        self.faults.append(fault(short(path), what, times))

    def slows(self, path: str, seconds: float, times: int) -> None:
        """Let the next calls of a path take so long."""
        self.faults.append(Fault(short(path), seconds=seconds, times=times))

    def _fault(self, path: str) -> Fault:
        found = next((f for f in self.faults if f.path in {"", path}), None)
        if found is None:
            return Fault(path)
        if found.times:
            found.times -= 1
            if not found.times:
                self.faults.remove(found)
        return found

    # the account's calls

    async def _called(self, request: web.Request) -> web.StreamResponse:
        call = Call(short(request.path), request.method, dict(request.query))
        self.calls.append(call)
        trouble = self._fault(call.path)
        if trouble.how == "hang":
            self._server.notify()
            await self.closing.wait()
        self.busy += 1
        try:
            return await self._answer(request, call, trouble)
        finally:
            self.busy -= 1
            self._server.notify()

    async def _answer(self, request: web.Request, call: Call, trouble: Fault) -> web.StreamResponse:
        if trouble.seconds:
            await asyncio.sleep(trouble.seconds)
        result = await self._result(request, call, trouble) if trouble.how not in {"hang", "drop"} else {}
        if trouble.how in {"hang", "drop", "lose"} and request.transport:
            request.transport.abort()
        if trouble.status or trouble.how == "gibberish":
            call.status = trouble.status or 200
            return web.Response(text="<html>Bad Gateway</html>", status=call.status, content_type="text/html")
        return self._said(call, result)

    async def _result(self, request: web.Request, call: Call, trouble: Fault) -> Raw | Media:
        try:
            call.body = await read_body(request)
            if trouble.errcode:
                raise Refusal(trouble.errcode, "injected")
            if trouble.status or trouble.how == "gibberish":
                return {}
            if call.path == "sns/oauth2/access_token":
                return self._server.oauth.redeem(call.query)
            done = self._calls.answer(call.path, call.method, call.query, call.body)
            return done if isinstance(done, Media) else {"errcode": 0, "errmsg": "ok"} | done
        except Refusal as no:
            return {"errcode": no.errcode, "errmsg": f"{no.errmsg} rid: {secrets.token_hex(4)}"}

    def _said(self, call: Call, result: Raw | Media) -> web.Response:
        if isinstance(result, Media):
            return _bytes(result)
        call.answer = result
        json_ = "application/json" if call.path.startswith("message") else "text/plain"
        return web.Response(text=json.dumps(result, ensure_ascii=False), content_type=json_)

    # the browser's

    async def _authorize(self, request: web.Request) -> web.Response:
        try:
            to = self._server.oauth.authorize(request.rel_url.raw_query_string, request.headers.get(WHO, ""))
        except Oops as why:
            return web.Response(text=f"{OOPS} {why}")
        return web.Response(status=302, headers={"Location": to})

    async def _file(self, request: web.Request) -> web.Response:
        """A picture's or a video's own address, which asks for no token."""
        try:
            return _bytes(self._server.library.find(request.match_info["id"]))
        except Refusal:
            return web.Response(status=404)

    # people played from another process

    async def _connect(self, request: web.Request) -> web.Response:
        """POST /connect {"url": "http://…/wechat"}."""
        await self._server.connect((await request.json())["url"])
        return web.json_response({"ok": True})

    async def _play(self, request: web.Request) -> web.Response:
        """POST /people/oWang/says {"text": "你好"}: a person acts; the answer comes when the door has answered."""
        wanted = await request.json() if request.can_read_body else {}
        user = self._server.user(request.match_info["openid"])
        act: Callable[..., Delivery | None] = getattr(user, request.match_info["verb"])
        delivery = act(**wanted)
        statuses = (await delivery).statuses if delivery else []
        return web.json_response({"statuses": statuses, "errors": user.chat.errors})

    async def _look(self, request: web.Request) -> web.Response:
        """GET /chats/oWang: what stands there."""
        user = self._server.user(request.match_info["openid"])
        return web.json_response(
            [
                {"kind": m.kind, "text": m.text, "buttons": m.buttons, "links": m.links}
                for m in user.chat.messages
            ]
        )


def short(path: str) -> str:
    """A path as one speaks of it: "message/custom/send"."""
    return path.removeprefix("/").removeprefix("cgi-bin/")


def _bytes(media: Media) -> web.Response:
    name = f'attachment; filename="{media.id}.{ENDINGS[media.kind]}"'
    headers = {"Content-Type": TYPES[media.kind], "Content-Disposition": name}
    return web.Response(body=media.content, headers=headers)


async def read_body(request: web.Request) -> Raw:
    """A call's body: JSON in UTF-8 without escapes, or files."""
    if request.method != "POST":
        return {}
    if request.content_type == "multipart/form-data":
        return await _files(request)
    raw = await request.read()
    if not raw:
        raise Refusal(44002, "empty post data")
    if ESCAPED.search(raw):
        raise Refusal(40033, r"invalid charset: \uxxxx is shown as it stands")
    try:
        body = json.loads(raw)
    except ValueError as why:
        raise Refusal(47001, "data format error") from why
    if not isinstance(body, dict):
        raise Refusal(47001, "data format error")
    return body


async def _files(request: web.Request) -> Raw:
    """Files by their names; one whose name is not spelled plainly has none."""
    found: Raw = {}
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader):
            name = PLAIN_NAME.search(part.headers.get("Content-Disposition", ""))
            found[part.name or ""] = (name[1] if name else "", bytes(await part.read()))
    return found
