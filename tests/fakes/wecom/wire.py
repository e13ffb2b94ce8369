"""The API over HTTP: which call does what, and how each is answered."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.fakes.wecom import accounts, groups, sending
from tests.fakes.wecom.browser import WHO
from tests.fakes.wecom.faults import Fault, Refusal
from tests.fakes.wecom.media import TYPES

if TYPE_CHECKING:
    from tests.fakes.wecom.server import WeCom

Raw = dict[str, Any]
METHODS: dict[tuple[str, str], Callable[["WeCom", Raw, Raw], Raw]] = {
    ("GET", "gettoken"): accounts.gettoken,
    ("GET", "auth/getuserinfo"): accounts.getuserinfo,
    ("GET", "user/get"): accounts.user,
    ("POST", "message/send"): sending.send,
    ("POST", "message/update_template_card"): sending.update,
    ("POST", "appchat/create"): groups.create,
    ("GET", "appchat/get"): groups.get,
    ("POST", "appchat/update"): groups.update,
    ("POST", "appchat/send"): groups.send,
}
MEDIA = {("POST", "media/upload"), ("GET", "media/get")}
OK: Raw = {"errcode": 0, "errmsg": "ok"}


def short(path: str) -> str:
    """A call's path as it is best named."""
    return path.removeprefix("/").removeprefix("cgi-bin/")


@dataclass
class Call:
    """A call we made, and how it was answered."""

    path: str
    body: Raw
    query: Raw
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    status: int = 0  # 0: not at all
    errcode: int = 0
    answer: Raw = field(default_factory=dict)


async def read(request: web.Request) -> Call:
    """A call as it was made; uploads are under `files`."""
    call = Call(short(request.path), {}, dict(request.query))
    if request.content_type.startswith("multipart/"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                call.files[name] = (value.filename, value.file.read())
        return call
    raw = await request.read()
    try:
        known = json.loads(raw) if raw else {}
    except ValueError:
        known = {}
    call.body = known if isinstance(known, dict) else {}  # what WeCom cannot read it takes for empty
    return call


@dataclass(eq=False)
class Wire:
    """Answers our calls."""

    server: "WeCom"
    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    busy: int = 0
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def serve(self, app: web.Application) -> None:
        """Put the API into an application."""
        app.router.add_get("/connect/oauth2/authorize", self._authorize)
        app.router.add_route("*", "/cgi-bin/{path:.+}", self._called)

    async def _called(self, request: web.Request) -> web.StreamResponse:
        self.busy += 1
        try:
            return await self._answer(request)
        finally:
            self.busy -= 1
            self.server.notify()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        call = await read(request)
        self.calls.append(call)
        fault = self._fault(call.path)
        if fault and fault.how in {"hang", "drop", "status", "garbage"}:
            return await self._broken(request, call, fault)
        answer = self._result(request.method, call, fault)
        if fault and fault.how == "lose" and request.transport:
            request.transport.abort()
        call.status = 200
        if isinstance(answer, web.Response):
            return answer
        call.answer, call.errcode = answer, answer["errcode"]
        return web.json_response(answer)

    def _fault(self, path: str) -> Fault | None:
        found = next((fault for fault in self.faults if fault.path in {"", path}), None)
        if found:
            self.faults.remove(found)
        return found

    async def _broken(self, request: web.Request, call: Call, fault: Fault) -> web.Response:
        if fault.how == "hang":
            self.busy -= 1  # nothing will come of it: nobody is to wait for it
            self.server.notify()
            await self.closing.wait()
            self.busy += 1
        if fault.how in {"hang", "drop"} and request.transport:
            request.transport.abort()
        call.status = fault.code or 200
        return web.Response(text="<html>Bad Gateway</html>", status=call.status, content_type="text/html")

    def _result(self, method: str, call: Call, fault: Fault | None) -> Raw | web.Response:
        try:
            if fault and fault.how == "errcode":
                raise Refusal(fault.code, "as the test wished")
            if call.path != "gettoken":
                self.server.tokens.check(call.query.get("access_token", ""))
            if (method, call.path) in MEDIA:
                return self._upload(call) if method == "POST" else self._download(call)
            return OK | self._method(method, call)
        except Refusal as no:
            return no.body()

    def _method(self, method: str, call: Call) -> Raw:
        found = METHODS.get((method, call.path))
        if found is None and any(path == call.path for _, path in MEDIA.union(METHODS)):
            raise Refusal(43001, "require another method")
        if found is None:
            raise Refusal(48002, "api forbidden")
        return found(self.server, call.query, call.body)

    def _upload(self, call: Call) -> Raw:
        name, content = call.files.get("media", ("", b""))
        file = self.server.files.upload(call.query.get("type", ""), content, name)
        at = str(int(self.server.clock().timestamp()))
        return OK | {"type": file.type, "media_id": file.media_id, "created_at": at}

    def _download(self, call: Call) -> web.Response:
        if not call.query.get("media_id"):
            raise Refusal(41006, "missing media_id")
        file = self.server.files.get(call.query["media_id"])
        headers = {"Content-Disposition": f'attachment; filename="{file.media_id[:12]}"'}
        kind = TYPES.get(file.type, "application/octet-stream")
        return web.Response(body=file.content, content_type=kind, headers=headers)

    async def _authorize(self, request: web.Request) -> web.Response:
        try:
            to = accounts.authorize(self.server, dict(request.query), request.headers.get(WHO, ""))
        except accounts.NoPage as no:
            return web.Response(text=str(no), status=400)
        return web.Response(status=302, headers={"Location": to})
