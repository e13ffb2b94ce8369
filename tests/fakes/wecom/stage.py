"""People played from another process, over HTTP."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.fakes.wecom.chats import Chat

if TYPE_CHECKING:
    from tests.fakes.wecom.server import WeCom


@dataclass(eq=False)
class Stage:
    """The handles by which members are moved."""

    server: "WeCom"

    def serve(self, app: web.Application) -> None:
        """Put the handles into an application."""
        app.router.add_post("/connect", self._connect)
        app.router.add_post("/people/{userid}/{verb}", self._play)
        app.router.add_get("/chats/{id}", self._look)

    async def _connect(self, request: web.Request) -> web.Response:
        """POST /connect {"url": "http://…/wecom"}: our callback address, verified."""
        await self.server.connect((await request.json())["url"])
        return web.json_response({"url": self.server.delivery.url})

    async def _play(self, request: web.Request) -> web.Response:
        """POST /people/ZhangSan/says {"text": "你好"}: a member acts; the answer comes when we have answered."""
        wanted = await request.json() if request.can_read_body else {}
        member = self.server.member(request.match_info["userid"], wanted.pop("name", ""))
        if request.match_info["verb"] == "appears":
            return web.json_response({"userid": member.userid})
        push = await getattr(member, request.match_info["verb"])(**wanted)
        return web.json_response({"statuses": push.statuses, "lost": push.lost})

    async def _look(self, request: web.Request) -> web.Response:
        """GET /chats/ZhangSan or /chats/@engineering: what the app said there."""
        id_ = request.match_info["id"]
        chat: Chat | None = self.server.groups.get(id_[1:])
        if not id_.startswith("@"):
            chat = self.server.member(id_).chat
        return web.json_response([seen(message) for message in chat.said] if chat else [])


def seen(message: Any) -> dict[str, Any]:
    """A message as a phone shows it."""
    names = ("kind", "text", "buttons", "greyed", "link", "task_id")
    return {name: getattr(message, name) for name in names}
