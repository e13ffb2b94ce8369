"""Telegram's side of a conversation: chats, who is in them, and the messages that stand there."""

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

Raw = dict[str, Any]
SERVICE_TYPES = ("photo", "voice", "audio", "video", "video_note", "animation", "document")


@dataclass(eq=False)
class Message:
    """A message as it stands in a chat now."""

    id: int
    chat: "Chat"
    sender: Raw
    fields: Raw  # text, photo, caption, reply_to_message …
    rows: list[list[Raw]] = field(default_factory=list)
    keyboard: list[list[str]] = field(default_factory=list)  # the menu it brought
    by_bot: bool = False
    edits: int = 0
    deleted: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.fields.get("text") or self.fields.get("caption") or "")

    @property
    def buttons(self) -> list[str]:
        """The labels under it."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def type(self) -> str:
        """text, or what kind of file it is."""
        return next((name for name in SERVICE_TYPES if name in self.fields), "text")

    def shows(self, *fragments: str) -> bool:
        """Whether all of these can be read on it."""
        return all(fragment in self.text or fragment in self.buttons for fragment in fragments)

    def button(self, label: str) -> Raw | None:
        """The button whose label has this in it."""
        return next((button for row in self.rows for button in row if label in button["text"]), None)

    def raw(self) -> Raw:
        """The message as the Bot API gives it."""
        known: Raw = {
            "message_id": self.id,
            "date": int(time.time()),
            "chat": self.chat.raw(),
            "from": self.sender,
        }
        if self.rows:
            known["reply_markup"] = {"inline_keyboard": self.rows}
        return known | self.fields


@dataclass(eq=False)
class Chat:
    """A private chat or a group."""

    id: int
    type: str
    title: str = ""
    started: bool = False  # the person pressed Start
    blocked: bool = False
    kicked: bool = False
    moved_to: int = 0
    messages: list[Message] = field(default_factory=list)
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def raw(self) -> Raw:
        """The chat as the Bot API gives it."""
        name = {"title": self.title} if self.type != "private" else {"first_name": self.title}
        return {"id": self.id, "type": self.type} | name

    def add(self, sender: Raw, fields: Raw, by_bot: bool = False) -> Message:
        """Put a message below."""
        message = Message(next(self._ids), self, sender, fields, by_bot=by_bot)
        self.messages.append(message)
        return message

    def find(self, id_: int) -> Message | None:
        """A message that still stands."""
        return next((m for m in self.messages if m.id == id_ and not m.deleted), None)

    @property
    def said(self) -> list[Message]:
        """What the bot said here, oldest first."""
        return [m for m in self.messages if m.by_bot and not m.deleted]

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        return self.said[-1]

    @property
    def last_card(self) -> Message:
        """The newest message of the bot that has buttons."""
        return next(m for m in reversed(self.said) if m.rows)

    @property
    def texts(self) -> list[str]:
        """All the bot's words here, oldest first."""
        return [m.text for m in self.said]


@dataclass
class File:
    """A file Telegram keeps."""

    type: str
    content: bytes
    size: int
    name: str = ""


@dataclass
class Files:
    """All files, by the id the bot knows them by."""

    _files: dict[str, File] = field(default_factory=dict)

    def keep(self, type_: str, content: bytes = b"bytes", size: int = 0, name: str = "") -> Raw:
        """Keep a file; returns it as the Bot API gives it."""
        id_ = f"{type_.upper()}-{len(self._files) + 1}_x"
        self._files[id_] = File(type_, content, size or len(content), name)
        return self.raw(id_)

    def raw(self, id_: str) -> Raw:
        """A file as the Bot API gives it."""
        file = self._files[id_]
        known: Raw = {"file_id": id_, "file_unique_id": f"u{id_}", "file_size": file.size}
        if file.type in {"photo", "video", "animation"}:
            known |= {"width": 800, "height": 600}
        if file.type in {"voice", "audio", "video", "video_note", "animation"}:
            known |= {"duration": 3}
        if file.type == "video_note":
            known |= {"length": 240}
        named = file.name and file.type in {"audio", "video", "animation", "document"}
        return known | ({"file_name": file.name} if named else {})

    def get(self, id_: str) -> File | None:
        """A file by its id."""
        return self._files.get(id_)

    def message_field(self, type_: str, id_: str) -> Any:
        """What a message has in its field of this type; of a photo there are several sizes."""
        raw = self.raw(id_)
        if type_ != "photo":
            return raw
        small = {
            "file_id": f"{id_}s",
            "file_unique_id": f"s{id_}",
            "width": 90,
            "height": 67,
            "file_size": 900,
        }
        return [small, raw]
