"""What the phones show: this platform's own memory, as Telegram's servers have theirs; one SQLite file."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.channels.base import Button
from core.chat import Attachment

_SCHEMA = """
CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL, id TEXT NOT NULL, key TEXT UNIQUE,
    body TEXT NOT NULL, UNIQUE (chat, id));
CREATE TABLE IF NOT EXISTS taps (key TEXT PRIMARY KEY, chat TEXT, message TEXT, who TEXT, act TEXT);
CREATE TABLE IF NOT EXISTS chats (chat TEXT PRIMARY KEY, menu TEXT DEFAULT '[]', trouble TEXT DEFAULT '');
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT);
"""
_MESSAGE = "SELECT seq, id, body FROM messages"
_CHANGES = ("text", "rows", "media", "title", "stamp", "link")  # what an edit may change
_WINDOWS = "windows:"  # before a chat's name, among the facts


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands on a screen; `who` is empty where the office speaks."""

    chat: str
    at: datetime
    who: str = ""
    text: str = ""
    rows: tuple[tuple[Button, ...], ...] = ()
    media: tuple[Attachment, ...] = ()
    reply_to: str = ""
    edited: datetime | None = None
    times: int = 0  # how often it was edited
    kind: str = ""  # card, textcard, notice: what a platform without Telegram's freedom shows
    subject: str = ""  # the case, on a notice
    title: str = ""
    stamp: str = ""  # what its greyed buttons say
    link: str = ""  # the page behind it
    numbered: tuple[Button, ...] = ()  # choices that can only be typed; the first is 1
    task: str = ""  # the card of which this is a copy
    id: str = ""
    seq: int = 0  # the order on all screens together

    def plain(self) -> dict[str, Any]:
        """The message for the page."""
        edited = self.edited.isoformat() if self.edited else None
        return asdict(self) | {"at": self.at.isoformat(), "edited": edited}


@dataclass(frozen=True, slots=True)
class Tap:
    """A button that was pressed."""

    chat: str
    message: str
    who: str
    act: str


class Screens:
    """Every chat's messages, who tapped what, and how the phones and the clock are set."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(_SCHEMA)

    def put(self, message: Message, key: str | None = None) -> Message:
        """Add a message below; one whose key is there already is that one."""
        found = self._db.execute(f"{_MESSAGE} WHERE key = ?", (key,)).fetchone()
        if found:
            return _read(*found)
        last = self._db.execute(
            "SELECT MAX(CAST(id AS INTEGER)) FROM messages WHERE chat = ?", (message.chat,)
        )
        id = str((last.fetchone()[0] or 0) + 1)
        added = self._db.execute(
            "INSERT INTO messages (chat, id, key, body) VALUES (?, ?, ?, ?)",
            (message.chat, id, key, _body(message)),
        )
        return replace(message, id=id, seq=added.lastrowid or 0)

    def edit(self, id: str, message: Message) -> Message | None:
        """Let a message say something else where it stands; None when it is not there."""
        old = self.find(message.chat, id)
        if old is None:
            return None
        changed = replace(old, **{name: getattr(message, name) for name in _CHANGES})
        if changed == old:
            return old
        changed = replace(changed, edited=message.at, times=old.times + 1)
        self._db.execute("UPDATE messages SET body = ? WHERE seq = ?", (_body(changed), old.seq))
        return changed

    def find(self, chat: str, id: str) -> Message | None:
        """A message of a chat."""
        row = self._db.execute(f"{_MESSAGE} WHERE chat = ? AND id = ?", (chat, id)).fetchone()
        return _read(*row) if row else None

    def copies(self, task: str) -> list[Message]:
        """A card in every chat it stands in."""
        return self._where("json_extract(body, '$.task') = ?", task)

    def offer(self, chat: str) -> Message | None:
        """The newest message of a chat whose choices are typed."""
        found = self._where("chat = ? AND json_array_length(body, '$.numbered') > 0", chat)
        return found[-1] if found else None

    def _where(self, condition: str, value: str) -> list[Message]:
        rows = self._db.execute(f"{_MESSAGE} WHERE {condition} ORDER BY seq", (value,))
        return [_read(*row) for row in rows]

    def messages(self) -> list[Message]:
        """Everything on all screens, in the order it came."""
        return [_read(*row) for row in self._db.execute(f"{_MESSAGE} ORDER BY seq")]

    @property
    def seq(self) -> int:
        """How much has been shown so far."""
        return int(self._db.execute("SELECT COALESCE(MAX(seq), 0) FROM messages").fetchone()[0])

    @property
    def changes(self) -> int:
        """Grows whenever something is written."""
        return self._db.total_changes

    def tapped(self, key: str, tap: Tap) -> None:
        """Remember that a button was pressed."""
        fields = (key, tap.chat, tap.message, tap.who, tap.act)
        self._db.execute("INSERT OR IGNORE INTO taps VALUES (?, ?, ?, ?, ?)", fields)

    def taps(self) -> list[Tap]:
        """Every button that was pressed."""
        rows = self._db.execute("SELECT chat, message, who, act FROM taps ORDER BY rowid")
        return [Tap(*row) for row in rows]

    def set_menu(self, chat: str, menu: Sequence[Sequence[str]]) -> None:
        """The keyboard below a chat."""
        self._set(chat, "menu", json.dumps(menu))

    def set_trouble(self, chat: str, trouble: str) -> None:
        """What is wrong with a phone: `off`, `slow`, or nothing."""
        self._set(chat, "trouble", trouble)

    def _set(self, chat: str, column: str, value: str) -> None:
        self._db.execute(
            f"INSERT INTO chats (chat, {column}) VALUES (?, ?) "  # noqa: S608 - the column is one of ours
            f"ON CONFLICT (chat) DO UPDATE SET {column} = excluded.{column}",
            (chat, value),
        )

    def chats(self) -> dict[str, dict[str, Any]]:
        """Every chat's keyboard, trouble and windows."""
        rows = self._db.execute("SELECT chat, menu, trouble FROM chats")
        chats = {chat: {"menu": json.loads(menu), "trouble": trouble} for chat, menu, trouble in rows}
        for chat, windows in self.windows().items():
            chats.setdefault(chat, {"menu": [], "trouble": ""})["windows"] = windows
        return chats

    def windows(self) -> dict[str, dict[str, Any]]:
        """What the platform allows in each chat, by kind of window."""
        rows = self._db.execute("SELECT name, value FROM facts WHERE name LIKE ?", (f"{_WINDOWS}%",))
        return {name.removeprefix(_WINDOWS): json.loads(value) for name, value in rows}

    def set_windows(self, chat: str, windows: Mapping[str, Any]) -> None:
        """What the platform allows in a chat."""
        self.remember(f"{_WINDOWS}{chat}", json.dumps(windows))

    def trouble(self, chat: str) -> str:
        """What is wrong with a phone just now."""
        row = self._db.execute("SELECT trouble FROM chats WHERE chat = ?", (chat,)).fetchone()
        return row[0] if row else ""

    def fact(self, name: str) -> str:
        """Something remembered under a name."""
        row = self._db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def remember(self, name: str, value: str) -> None:
        """Remember something under a name."""
        self._db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def wipe(self) -> None:
        """Blank screens."""
        for table in ("messages", "taps", "chats", "facts", "sqlite_sequence"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - the tables are ours

    def copy_to(self, path: Path) -> None:
        """Write everything into another file."""
        with closing(sqlite3.connect(self.path)) as mine, closing(sqlite3.connect(path)) as copy:
            copy.execute("PRAGMA synchronous=OFF")
            mine.backup(copy)

    def copy_from(self, path: Path) -> None:
        """Be again what a copy says."""
        with closing(sqlite3.connect(path)) as copy:
            copy.backup(self._db)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _body(message: Message) -> str:
    return json.dumps(message.plain(), ensure_ascii=False)


def _read(seq: int, id: str, body: str) -> Message:
    said = json.loads(body)
    kept = {
        "at": datetime.fromisoformat(said["at"]),
        "edited": datetime.fromisoformat(said["edited"]) if said["edited"] else None,
        "rows": tuple(tuple(Button(**button) for button in row) for row in said["rows"]),
        "media": tuple(Attachment(**item) for item in said["media"]),
        "numbered": tuple(Button(**button) for button in said.get("numbered", ())),
    }
    return Message(**(said | kept | {"id": id, "seq": seq}))
