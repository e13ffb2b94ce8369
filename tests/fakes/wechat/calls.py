"""What the account may call: one function a path, what it refuses with the platform's own numbers."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.fakes.wechat.chats import Button, Message
from tests.fakes.wechat.faults import Refusal
from tests.fakes.wechat.media import Media
from tests.fakes.wechat.menus import check_menu
from tests.fakes.wechat.passive import TEXT
from tests.fakes.wechat.people import User

if TYPE_CHECKING:
    from tests.fakes.wechat.server import WeChat

Raw = dict[str, Any]
FINISHED = 0.5  # seconds after a notice was accepted the platform tells what became of it, unless we hurry it
ONCE = timedelta(minutes=10)  # so long a client_msg_id is sent to a person only once
SENT = ("image", "voice", "video")


class Calls:
    """The paths under /cgi-bin/, with the method each wants."""

    def __init__(self, server: "WeChat") -> None:
        self._server = server
        self._once: dict[tuple[str, str], tuple[int, datetime]] = {}
        self._known: dict[str, tuple[str, Callable[[Raw, Raw], Raw | Media]]] = {
            "stable_token": ("POST", self.stable_token),
            "token": ("GET", self.token),
            "message/custom/send": ("POST", self.send),
            "message/template/send": ("POST", self.notify),
            "media/upload": ("POST", self.upload),
            "media/get": ("GET", self.download),
            "menu/create": ("POST", self.create_menu),
            "menu/get": ("GET", self.get_menu),
            "menu/delete": ("GET", self.delete_menu),
            "qrcode/create": ("POST", lambda _, body: server.codes.create(body)),
        }

    def answer(self, path: str, method: str, query: Raw, body: Raw) -> Raw | Media:
        """Do what is called for."""
        if path not in self._known:
            raise Refusal(40066, "invalid url")
        wanted, function = self._known[path]
        if method != wanted:
            raise Refusal(
                *((43002, "require POST method") if wanted == "POST" else (43001, "require GET method"))
            )
        if path not in {"stable_token", "token"}:
            self._server.tokens.check(str(query.get("access_token", "")))
        return function(query, body)

    # tokens

    def stable_token(self, _: Raw, body: Raw) -> Raw:
        self._check_credentials(body)
        token = self._server.tokens.stable(body.get("force_refresh") is True)
        return {
            "access_token": token.value,
            "expires_in": int((token.until - self._server.clock()).total_seconds()),
        }

    def token(self, query: Raw, _: Raw) -> Raw:
        self._check_credentials(query)
        return {"access_token": self._server.tokens.old().value, "expires_in": 7200}

    def _check_credentials(self, given: Raw) -> None:
        if given.get("grant_type") != "client_credential":
            raise Refusal(40002, "invalid grant_type")
        if given.get("appid") != self._server.appid:
            raise Refusal(40013, "invalid appid")
        if given.get("secret") != self._server.secret:
            raise Refusal(40125, "invalid appsecret")
        if not self._server.on_allow_list:
            raise Refusal(40164, "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist")

    # messages

    def send(self, _: Raw, body: Raw) -> Raw:
        user = self._user(body)
        message = self._message(body)
        user.windows.take(self._server.clock())
        user.chat.add(message)
        return {}

    def _user(self, body: Raw) -> User:
        user = self._server.users.get(str(body.get("touser", "")))
        if user is None:
            raise Refusal(40003, "invalid openid")
        return user

    def _message(self, body: Raw) -> Message:
        type_, now = str(body.get("msgtype", "")), self._server.clock()
        inner = body.get(type_)
        if type_ not in {"text", "msgmenu", *SENT}:
            raise Refusal(40008, "invalid message type")
        if not isinstance(inner, dict):
            raise Refusal(40035, f"invalid parameter: {type_}")
        if type_ == "text":
            return Message("service", type_, now, _fitting(str(inner.get("content", ""))))
        if type_ == "msgmenu":
            return self._menu(inner)
        media = self._server.library.find(str(inner.get("media_id", "")), type_)
        return Message("service", type_, now, str(inner.get("title", "")), media)

    def _menu(self, inner: Raw) -> Message:
        if self._server.test_account:
            raise Refusal(40200, "invalid account type")
        entries = inner.get("list")
        if not isinstance(entries, list) or not entries:
            raise Refusal(40035, "invalid parameter: msgmenu.list")
        buttons = [Button(str(e.get("content", "")), id=str(e.get("id", ""))) for e in entries]
        if not all(button.label and button.id for button in buttons):
            raise Refusal(40035, "invalid parameter: msgmenu.list")
        parts = [str(inner.get("head_content", "")), str(inner.get("tail_content", ""))]
        _fitting("\n".join([*parts, *(button.label for button in buttons)]))
        text = "\n".join(part for part in parts if part)
        return Message("service", "msgmenu", self._server.clock(), text, menu=buttons)

    # notices

    def notify(self, _: Raw, body: Raw) -> Raw:
        server, user = self._server, self._user(body)
        template = server.templates.get(str(body.get("template_id", "")))
        if template is None:
            raise Refusal(40037, "invalid template_id")
        text = template.fill(body.get("data") or {})
        if not user.following:
            raise Refusal(43004, "require subscribe")
        once = (user.openid, str(body.get("client_msg_id", "")))
        if (known := self._once.get(once)) and server.clock() < known[1]:
            return {"msgid": known[0]}
        msgid = server.new_id()
        if once[1]:
            self._once[once] = (msgid, server.clock() + ONCE)
        status = user.refusing or "success"
        if status == "success":
            self._shows(user, body, text, msgid)
        finish = {"MsgType": "event", "Event": "TEMPLATESENDJOBFINISH", "MsgID": msgid, "Status": status}
        server.deliver(user, finish, wait=FINISHED)
        return {"msgid": msgid}

    def _shows(self, user: User, body: Raw, text: str, msgid: int) -> None:
        url, template = str(body.get("url", "")), str(body["template_id"])
        now = self._server.clock()
        user.chat.add(Message("notice", "template", now, text, url=url, template=template, id=str(msgid)))

    # the rest

    def upload(self, query: Raw, body: Raw) -> Raw:
        sent = body.get("media")
        name, content = sent if isinstance(sent, tuple) else ("", b"")
        media = self._server.library.upload(str(query.get("type", "")), name, content)
        created = int(self._server.clock().timestamp())
        return {"type": media.kind, "media_id": media.id, "created_at": created}

    def download(self, query: Raw, _: Raw) -> Raw | Media:
        media = self._server.library.find(str(query.get("media_id", "")))
        if media.kind == "video" and self._server.video_links:
            return {"video_url": f"{self._server.url}/mmbiz/{media.id}"}
        return media

    def create_menu(self, _: Raw, body: Raw) -> Raw:
        self._server.menu = check_menu(body)
        return {}

    def get_menu(self, _: Raw, __: Raw) -> Raw:
        if not self._server.menu:
            raise Refusal(46003, "menu no exist")
        return {"menu": {"button": self._server.menu}}

    def delete_menu(self, _: Raw, __: Raw) -> Raw:
        self._server.menu = []
        return {}


def _fitting(text: str) -> str:
    if not text:
        raise Refusal(44004, "empty content")
    if len(text.encode()) > TEXT:
        raise Refusal(45002, "content size out of limit")
    return text
