"""The server: HTTP on the loopback, the chats behind it, and what a test can ask of it."""

import asyncio
import inspect
import itertools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.fakes.botapi.chats import Chat, Files, Raw
from tests.fakes.botapi.delivery import Delivery, Update
from tests.fakes.botapi.faults import Fault, Refusal
from tests.fakes.botapi.methods import Methods
from tests.fakes.botapi.people import User

TOKEN = "7000000001:AAF-fake_token_for_the_tests_of_bihuan"
USERNAME = "bihuan_test_bot"


@dataclass
class Call:
    """A call the bot made, and how it was answered."""

    method: str
    params: Raw
    status: int = 0
    json: bool = False  # the body was JSON, not a form


class BotApi:
    """Telegram."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.taps: dict[str, str | None] = {}  # tap → its answer, None while it waits
        self.alerts: dict[str, bool] = {}
        self.commands: dict[tuple[str, str], dict[str, str]] = {}
        self.menu_button = ""
        self.calls: list[Call] = []
        self.dropped = 0  # updates somebody threw away unread
        self.faults: list[Fault] = []
        self.delivery = Delivery(self._notify, self.call)
        self._methods, self._taps = Methods(self), itertools.count(9_000_000_001)
        self._changed, self._closing, self._busy = asyncio.Event(), asyncio.Event(), 0
        self._runner: web.AppRunner | None = None
        self.url = ""

    # its life

    async def __aenter__(self) -> "BotApi":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on the loopback."""
        app = web.Application(client_max_size=60_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._called)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.router.add_post("/people/{id}/{verb}", self._play)
        app.router.add_get("/chats/{id}", self._look)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Listen no more."""
        self._closing.set()
        await self.delivery.close()
        if self._runner:
            await self._runner.cleanup()

    # the people

    def user(self, id_: int, name: str, language: str = "", phone: str = "", started: bool = False) -> User:
        """Somebody, with an empty private chat."""
        self.chats.setdefault(id_, Chat(id_, "private", name, started=started))
        return User(self, id_, name, language, phone)

    def group(self, id_: int, title: str, members: Iterable[User] = ()) -> Chat:
        """A group the bot is in."""
        self.chats[id_] = Chat(id_, "supergroup" if str(id_).startswith("-100") else "group", title)
        return self.chats[id_]

    def migrates(self, group: Chat, to: int, by: User) -> Update:
        """A group becomes a supergroup: it has another id from now on."""
        new = self.group(to, group.title)
        group.moved_to = to
        raw = group.add(by.raw(), {"migrate_to_chat_id": to}).raw()
        first = self.deliver({"message": raw})
        self.deliver({"message": new.add(by.raw(), {"migrate_from_chat_id": group.id}).raw()})
        return first

    def deliver(self, body: Raw) -> Update:
        """Give an update its way to the bot."""
        return self.delivery.put(body)

    def new_tap(self) -> str:
        """A tap that waits for its answer."""
        tap = str(next(self._taps))
        self.taps[tap] = None
        return tap

    def bot_raw(self) -> Raw:
        """The bot as the Bot API gives it."""
        return {
            "id": int(self.token.split(":")[0]),
            "is_bot": True,
            "first_name": "闭环",
            "username": USERNAME,
        }

    # what befalls the bot

    def next(self, fault: Fault, method: str = "", times: int = 1) -> None:
        """Let the next calls, or the next ones of a method, go wrong."""
        self.faults += [Fault(fault.how, fault.refusal, method.lower()) for _ in range(times)]

    # what a test waits for and looks at

    async def wait_for(self, condition: Callable[[], Any], seconds: float = 30) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(seconds):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    async def settled(self) -> None:
        """Wait until every update is confirmed and no call is in hand but the one that asks for more."""
        await self.wait_for(lambda: not self.delivery.pending and not self._busy)

    def called(self, method: str) -> list[Call]:
        """The calls of a method, oldest first."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def _notify(self) -> None:
        self._changed.set()

    # HTTP

    async def _called(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        if method not in {"getupdates"}:
            self._busy += 1
        try:
            return await self._answer(request, method)
        finally:
            if method not in {"getupdates"}:
                self._busy -= 1
            self._notify()

    async def _answer(self, request: web.Request, method: str) -> web.StreamResponse:
        params = await read_params(request)
        fault = self._fault(method)
        call = Call(request.match_info["method"], params, json=request.content_type == "application/json")
        self.calls.append(call)
        if fault and fault.how == "hang":
            self._notify()
            await self._closing.wait()
        if fault and fault.how == "gibberish":
            return web.Response(text="<html>Bad Gateway</html>", status=502)
        answer = await self._result(request, method, params, fault)
        call.status = answer.get("error_code", 200)
        if fault and fault.how in {"drop", "lose", "hang"} and request.transport:
            request.transport.abort()
        return web.json_response(answer, status=call.status)

    async def _result(self, request: web.Request, method: str, params: Raw, fault: Fault | None) -> Raw:
        try:
            if request.match_info["token"] != self.token:
                raise Refusal(401, "Unauthorized")
            if fault and fault.refusal:
                raise fault.refusal
            if fault and fault.how in {"drop", "hang"}:
                return {}
            return {"ok": True, "result": await self.call(method, params)}
        except Refusal as no:
            more = {"parameters": no.parameters} if no.parameters else {}
            return {"ok": False, "error_code": no.code, "description": no.description} | more

    async def call(self, method: str, params: Raw) -> Any:
        """Do what a method says."""
        found = None if method.startswith("_") else getattr(self._methods, method.lower(), None)
        if found is None:
            raise Refusal(404, "Not Found")
        result = found(params)
        result = await result if inspect.isawaitable(result) else result
        self._notify()
        return result

    def _fault(self, method: str) -> Fault | None:
        found = next((fault for fault in self.faults if fault.method in {"", method}), None)
        if found:
            self.faults.remove(found)
        return found

    async def _download(self, request: web.Request) -> web.Response:
        file = self.files.get(request.match_info["path"].rpartition("/")[2])
        if request.match_info["token"] != self.token or file is None:
            return web.Response(status=404)
        return web.Response(body=file.content)

    # people played from another process

    async def _play(self, request: web.Request) -> web.Response:
        """POST /people/1001/says {"text": "你好"}: a person acts; the answer comes when the bot has it."""
        wanted = await request.json() if request.can_read_body else {}
        at = self.chats.get(int(wanted.pop("at", 0)))
        user = self.user(
            int(request.match_info["id"]), wanted.pop("name", "某人"), wanted.pop("language", "")
        )
        act: Callable[..., Update] = getattr(user, request.match_info["verb"])
        update = act(**wanted, **({"at": at} if at else {}))
        await update
        return web.json_response({"update_id": update.id, "statuses": update.statuses})

    async def _look(self, request: web.Request) -> web.Response:
        """GET /chats/1001: what stands there."""
        chat = self.chats.get(int(request.match_info["id"]))
        return web.json_response([message.raw() for message in chat.messages] if chat else [])


async def read_params(request: web.Request) -> Raw:
    """A call's parameters, however they were sent; uploads are under "files"."""
    params: Raw = dict(request.query)
    if request.content_type == "application/json":
        params |= json.loads(await request.read() or b"{}")
        return params
    files: dict[str, tuple[str, bytes]] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = (value.filename, value.file.read())
        else:
            params[name] = value
    return params | ({"files": files} if files else {})
