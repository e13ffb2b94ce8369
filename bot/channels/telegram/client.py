"""The SDK's bot, on our own HTTP; the answers a turn waits for are read no further than they are needed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from telegram.ext import ExtBot

from bot.channels.telegram.keyboards import Markup
from bot.channels.telegram.request import READ, AiohttpRequest

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")

_NO_PREVIEW = {"is_disabled": True}


class Client(ExtBot[None]):
    """Telegram's methods."""

    __slots__ = ()

    def __init__(self, token: str, api: str) -> None:
        base = api.rstrip("/")
        super().__init__(
            token,
            f"{base}/bot",
            f"{base}/file/bot",
            request=AiohttpRequest(api),
            get_updates_request=AiohttpRequest(api, connections=1),
        )

    def __repr__(self) -> str:
        return "Client"  # the SDK's has the token

    async def updates(self, offset: int, wait: timedelta) -> list[dict[str, Any]]:
        """What is new, unparsed: the SDK's own method throws a whole batch away for one it cannot parse."""
        seconds = int(wait.total_seconds())
        asked = {"offset": offset, "timeout": seconds, "allowed_updates": list(ALLOWED)}
        found: list[dict[str, Any]] = await self._post("getUpdates", asked, read_timeout=READ + seconds)
        return found

    async def send_text(self, chat: str, text: str, markup: Markup) -> str:
        """Send a text; returns its id."""
        said = {"chat_id": chat, "text": text, "reply_markup": markup, "link_preview_options": _NO_PREVIEW}
        return _id(await self._post("sendMessage", said))

    async def edit_text(self, chat: str, message: str, text: str, markup: Markup) -> None:
        """Put other words and buttons in the place of what stands there."""
        said = {"chat_id": chat, "text": text, "reply_markup": markup, "link_preview_options": _NO_PREVIEW}
        await self._post("editMessageText", said | {"message_id": int(message)})

    async def drop_connections(self) -> None:
        """Close what is open, whether or not Telegram ever told us who we are."""
        requests: Sequence[Any] = self._request
        for request in requests:
            await request.shutdown()


def _id(message: dict[str, Any]) -> str:
    return str(message["message_id"])
