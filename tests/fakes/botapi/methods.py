"""The Bot API's methods, and what it refuses in them."""

import json
import re
from typing import TYPE_CHECKING, Any

from tests.fakes.botapi.chats import Chat, Message, Raw
from tests.fakes.botapi.faults import Refusal

if TYPE_CHECKING:
    from tests.fakes.botapi.server import BotApi

MOST_DOWNLOAD = 20_000_000
ALBUMS = {"photo", "video"}


def length(text: str) -> int:
    """How long Telegram finds a text."""
    return len(text.encode("utf-16-le")) // 2


def bad(words: str) -> Refusal:
    """A refusal for good."""
    return Refusal(400, f"Bad Request: {words}")


def markup(value: Any, editing: bool = False) -> tuple[list[list[Raw]], list[list[str]]]:
    """The inline rows and the reply keyboard of a reply_markup, each checked."""
    value = json.loads(value) if isinstance(value, str) and value else value
    if not value:
        return [], []
    if "inline_keyboard" in value:
        return [[_button(button) for button in row] for row in value["inline_keyboard"]], []
    if editing:
        raise bad("inline keyboard expected")
    if not isinstance(value.get("keyboard", []), list) or not all(
        isinstance(r, list) for r in value["keyboard"]
    ):
        raise bad("can't parse reply keyboard markup JSON object")
    return [], [[key if isinstance(key, str) else key["text"] for key in row] for row in value["keyboard"]]


def _button(button: Raw) -> Raw:
    if not button.get("text"):
        raise bad("can't parse inline keyboard button: text of the button must not be empty")
    data = button.get("callback_data")
    if data is None and "url" not in button:
        raise bad("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard")
    if data is not None and not 1 <= len(data.encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    return button


class Methods:
    """Every method by its name; each takes the call's parameters and returns its result."""

    def __init__(self, server: "BotApi") -> None:
        self.server = server

    # messages

    def _chat(self, params: Raw) -> Chat:
        chat = self.server.chats.get(int(params["chat_id"])) if _is_number(params.get("chat_id")) else None
        if chat is None:
            raise bad("chat not found")
        if chat.moved_to:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, words, migrate_to_chat_id=chat.moved_to)
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if chat.kicked:
            raise Refusal(403, "Forbidden: bot was kicked from the group chat")
        if chat.type == "private" and not chat.started:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        return chat

    def _post(self, chat: Chat, fields: Raw, params: Raw) -> Message:
        rows, keyboard = markup(params.get("reply_markup"))
        message = chat.add(self.server.bot_raw(), fields, by_bot=True)
        message.rows, message.keyboard = rows, keyboard
        return message

    def _text(self, params: Raw) -> str:
        text = params.get("text", "")
        if not isinstance(text, str) or not text.strip():
            raise bad("message text is empty")
        if length(text) > 4096:
            raise bad("message is too long")
        return text

    def sendmessage(self, params: Raw) -> Raw:
        chat, text = self._chat(params), self._text(params)
        return self._post(chat, {"text": text}, params).raw()

    def _own(self, params: Raw) -> Message:
        message = self._chat(params).find(int(params["message_id"])) if "message_id" in params else None
        if message is None:
            raise bad("message to edit not found")
        if not message.by_bot:
            raise bad("message can't be edited")
        return message

    def editmessagetext(self, params: Raw) -> Raw:
        message, text = self._own(params), self._text(params)
        if "text" not in message.fields:
            raise bad("there is no text in the message to edit")
        return self._edited(message, params, text)

    def editmessagereplymarkup(self, params: Raw) -> Raw:
        return self._edited(self._own(params), params, None)

    def _edited(self, message: Message, params: Raw, text: str | None) -> Raw:
        rows, _ = markup(params.get("reply_markup"), editing=True)
        if rows == message.rows and text in {None, message.text}:
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the "
                "same as a current content and reply markup of the message"
            )
        message.fields |= {"text": text} if text is not None else {}
        message.rows, message.edits = rows, message.edits + 1
        return message.raw()

    def deletemessage(self, params: Raw) -> bool:
        message = self._chat(params).find(int(params["message_id"]))
        if message is None:
            raise bad("message to delete not found")
        message.deleted = True
        return True

    # files

    def _file(self, type_: str, value: Any, params: Raw) -> Any:
        uploads: dict[str, tuple[str, bytes]] = params.get("files", {})
        name = str(value).removeprefix("attach://") if value else type_
        if name in uploads:
            filename, content = uploads[name]
            value = self.server.files.keep(type_, content, name=filename)["file_id"]
        file = self.server.files.get(str(value or ""))
        if file is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if file.type != type_:
            raise bad(f"can't use file of type {file.type.title()} as {type_.title()}")
        return self.server.files.message_field(type_, str(value))

    def _send_file(self, type_: str, params: Raw) -> Raw:
        chat = self._chat(params)
        fields = {type_: self._file(type_, params.get(type_), params)} | _caption(params)
        return self._post(chat, fields, params).raw()

    def sendphoto(self, params: Raw) -> Raw:
        return self._send_file("photo", params)

    def sendvideo(self, params: Raw) -> Raw:
        return self._send_file("video", params)

    def sendvideonote(self, params: Raw) -> Raw:
        return self._send_file("video_note", params)

    def sendanimation(self, params: Raw) -> Raw:
        return self._send_file("animation", params)

    def sendvoice(self, params: Raw) -> Raw:
        upload: tuple[str, bytes] = params.get("files", {}).get("voice", ("", b""))
        if upload[0].endswith(".amr"):
            raise bad("failed to process the voice: wrong file format")
        return self._send_file("voice", params)

    def sendaudio(self, params: Raw) -> Raw:
        return self._send_file("audio", params)

    def senddocument(self, params: Raw) -> Raw:
        return self._send_file("document", params)

    def sendmediagroup(self, params: Raw) -> list[Raw]:
        chat, media = self._chat(params), _loaded(params.get("media"))
        if not 2 <= len(media) <= 10:
            raise bad("there must be from 2 to 10 items in an album")
        if {item["type"] for item in media} - ALBUMS:
            raise bad("this type of media can't be mixed in an album")
        parts = [{m["type"]: self._file(m["type"], m["media"], params)} | _caption(m) for m in media]
        return [self._post(chat, part | {"media_group_id": "g1"}, {}).raw() for part in parts]

    def getfile(self, params: Raw) -> Raw:
        file = self.server.files.get(str(params.get("file_id", "")))
        if file is None:
            raise bad("invalid file_id")
        if file.size > MOST_DOWNLOAD:
            raise bad("file is too big")
        return self.server.files.raw(params["file_id"]) | {"file_path": f"{file.type}s/{params['file_id']}"}

    # taps, updates, the rest

    def answercallbackquery(self, params: Raw) -> bool:
        tap = params.get("callback_query_id", "")
        if self.server.taps.get(tap, "answered") is not None:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if length(params.get("text") or "") > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.server.taps[tap] = params.get("text") or ""
        self.server.alerts[tap] = _loaded(params.get("show_alert")) or False
        return True

    async def getupdates(self, params: Raw) -> list[Raw]:
        delivery = self.server.delivery
        if "allowed_updates" in params:
            delivery.allowed = _loaded(params["allowed_updates"])
        numbers = (int(params.get(name) or 0) for name in ("offset", "limit", "timeout"))
        return await delivery.get(*numbers)

    def setwebhook(self, params: Raw) -> bool:
        url, secret = params.get("url", ""), params.get("secret_token", "")
        if url and not re.match(r"https://|http://127\.0\.0\.1", url):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
            raise bad("secret token contains unallowed characters")
        if "allowed_updates" in params:
            self.server.delivery.allowed = _loaded(params["allowed_updates"])
        self._drop_pending(params)
        self.server.delivery.set_webhook(url, secret)
        return True

    def deletewebhook(self, params: Raw) -> bool:
        self._drop_pending(params)
        self.server.delivery.set_webhook("", "")
        return True

    def _drop_pending(self, params: Raw) -> None:
        if _loaded(params.get("drop_pending_updates")):
            self.server.dropped += len(self.server.delivery.pending)
            self.server.delivery.pending.clear()

    def getwebhookinfo(self, params: Raw) -> Raw:
        delivery = self.server.delivery
        known = {"url": delivery.url, "pending_update_count": len(delivery.pending)}
        return known | {"has_custom_certificate": False, "allowed_updates": delivery.allowed}

    def getme(self, params: Raw) -> Raw:
        can = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
        return self.server.bot_raw() | dict.fromkeys(can, False)

    def getchat(self, params: Raw) -> Raw:
        return self._chat(params).raw() | {"accent_color_id": 1, "max_reaction_count": 1}

    def leavechat(self, params: Raw) -> bool:
        self._chat(params).kicked = True
        return True

    def setmycommands(self, params: Raw) -> bool:
        code = params.get("language_code", "")
        if not re.fullmatch(r"([a-z]{2})?", code):
            raise bad("invalid language code specified")
        listed = {item["command"]: item["description"] for item in _loaded(params["commands"])}
        if not all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name in listed):
            raise bad("BOT_COMMAND_INVALID")
        self.server.commands[_loaded(params.get("scope"))["type"], code] = listed
        return True

    def setchatmenubutton(self, params: Raw) -> bool:
        self.server.menu_button = _loaded(params.get("menu_button"))["type"]
        return True


def _caption(params: Raw) -> Raw:
    caption = params.get("caption") or ""
    if length(caption) > 1024:
        raise bad("message caption is too long")
    return {"caption": caption} if caption else {}


def _loaded(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value else value


def _is_number(value: Any) -> bool:
    return re.fullmatch(r"-?\d+", str(value)) is not None
