"""From Telegram's updates to events. What nobody said, and what is not for us, is nothing."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User

from bot.channels.telegram.client import Client
from bot.channels.telegram.media import CHANNEL, attachments, is_service, own_phone, unreadable
from core.chat import Address, Event, What

GONE = {"kicked", "left"}
_NOBODY = Address(CHANNEL, "")
_COMMAND = re.compile(r"(/\w+)(?:@(\w+))?(?:\s+|$)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads updates for one bot."""

    client: Client
    bot: str  # its id
    username: str = ""  # empty until Telegram told us

    def event(self, raw: dict[str, Any], now: datetime) -> Event | None:
        """What happened, or None where nothing did; an update the SDK cannot read is an event too."""
        key = f"{CHANNEL}:{self.bot}:{raw['update_id']}"
        try:
            update = Update.de_json(raw, self.client)
        except Exception as error:  # whatever the SDK trips over: it must not take the others with it
            return unparsable(raw, key, now, error)
        if tap := update.callback_query:
            return _tap(tap, key, now)
        if change := update.my_chat_member:
            return _stopped(change, key, now)
        if message := update.message or update.edited_message:
            return self._message(update, message, key, now)
        return None

    def _message(self, update: Update, message: Message, key: str, now: datetime) -> Event | None:
        if message.migrate_to_chat_id:
            place = Address(CHANNEL, str(message.chat.id))
            return Event(key, now, _NOBODY, place, What.MOVED, text=str(message.migrate_to_chat_id))
        user = message.from_user
        if user is None or user.is_bot or is_service(update):
            return None
        event = self._said(_begin(key, now, user, message.chat), message)
        return _edited(event) if update.edited_message else event

    def _said(self, event: Event, message: Message) -> Event | None:
        words, start = message.text or message.caption or "", ""
        if command := _COMMAND.match(words):
            if command[2] and self.username and command[2].casefold() != self.username.casefold():
                return None  # another bot's
            words = f"{command[1]} {words[command.end() :]}".strip()
            if command[1] == "/start":
                words, _, start = words.partition(" ")
        attached = attachments(message)
        return replace(
            event,
            text=words,
            start=start,
            message=str(message.message_id),
            reply_to=str(message.reply_to_message.message_id) if message.reply_to_message else "",
            phone=own_phone(message),
            attachments=attached,
            unreadable=unreadable(message, attached),
            data={"album": message.media_group_id} if message.media_group_id else {},
        )


def _begin(key: str, now: datetime, user: User, chat: Chat) -> Event:
    return Event(
        key,
        now,
        Address(CHANNEL, str(user.id)),
        Address(CHANNEL, str(chat.id)),
        name=user.full_name or "",
        language=user.language_code or "",
        group_name=chat.title or "",
    )


def _edited(event: Event | None) -> Event | None:
    # A live location is "edited" at every step; only words and files are worth a turn.
    if event is None or not (event.text or event.attachments):
        return None
    return replace(event, what=What.EDITED)


def _tap(tap: CallbackQuery, key: str, now: datetime) -> Event | None:
    if tap.message is None or not tap.data:  # a message sent through another chat, or a game
        return None
    event = _begin(key, now, tap.from_user, tap.message.chat)
    return replace(event, what=What.TAP, act=tap.data, tap=tap.id, message=str(tap.message.message_id))


def _stopped(change: ChatMemberUpdated, key: str, now: datetime) -> Event | None:
    if change.new_chat_member.status not in GONE:
        return None
    return replace(_begin(key, now, change.from_user, change.chat), what=What.STOPPED)


def tap_of(raw: dict[str, Any]) -> str:
    """The handle for answering a tap, whatever else is in the update."""
    tap = raw.get("callback_query")
    return str(tap.get("id", "")) if isinstance(tap, dict) else ""


def unparsable(raw: dict[str, Any], key: str, now: datetime, error: Exception) -> Event:
    """An update the SDK cannot read, whole, and from whom it came as far as that can be seen."""
    place = where(raw)
    account = _address(_inner(raw).get("from")) or _NOBODY
    data = {"raw": raw, "error": type(error).__name__}
    return Event(key, now, account, place or account, tap=tap_of(raw), unreadable="unparsable", data=data)


def where(raw: dict[str, Any]) -> Address | None:
    """The chat of an update, seen without the SDK."""
    inner = _inner(raw)
    message = inner.get("message")
    return _address((message if isinstance(message, dict) else inner).get("chat"))


def _inner(raw: dict[str, Any]) -> dict[str, Any]:
    return next((part for part in raw.values() if isinstance(part, dict)), {})


def _address(raw: Any) -> Address | None:
    known = isinstance(raw, dict) and isinstance(raw.get("id"), int)
    return Address(CHANNEL, str(raw["id"])) if known else None
