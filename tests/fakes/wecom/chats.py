"""What members see: their private chat with the app, the groups it made, and the messages as they stand now."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.fakes.wecom.media import File

Raw = dict[str, Any]
CARDS = {"template_card", "textcard"}
_ADDRESS = re.compile(r"https?://[^\s<>\"'，。；、（）】]+")


@dataclass(eq=False)
class Message:
    """A message as it stands in one chat now."""

    chat: "Chat"
    id: str
    kind: str  # text, textcard, template_card, markdown, image, voice, video, file
    fields: Raw  # of its kind
    at: datetime
    media: File | None = None
    by_app: bool = True
    greyed: str = ""  # what its buttons say now that nobody can press them
    edits: int = 0

    @property
    def text(self) -> str:
        """Its words, line by line as they are seen."""
        return "\n".join(line for line in _lines(self.kind, self.fields) if line)

    @property
    def buttons(self) -> list[str]:
        """The labels that can be pressed."""
        return [] if self.greyed else [button["text"] for button in self.fields.get("button_list", [])]

    @property
    def link(self) -> str:
        """Where a tap on the card leads."""
        where = self.fields.get("card_action", self.fields)
        return str(where.get("url", ""))

    @property
    def links(self) -> list[str]:
        """The pages it leads to: the card itself, its buttons, the addresses in its words."""
        buttons = [] if self.greyed else [b.get("url", "") for b in self.fields.get("button_list", [])]
        return list(dict.fromkeys(filter(None, [self.link, *buttons, *_ADDRESS.findall(self.text)])))

    @property
    def task_id(self) -> str:
        """The id of a button card."""
        return str(self.fields.get("task_id", ""))

    @property
    def styles(self) -> dict[str, int]:
        """How its buttons look."""
        return {button["text"]: button.get("style", 1) for button in self.fields.get("button_list", [])}

    def shows(self, *fragments: str) -> bool:
        """Whether all of these can be read on it."""
        seen = [self.text, *self.buttons, self.greyed, str(self.fields.get("btntxt", ""))]
        return all(any(fragment in words for words in seen) for fragment in fragments)

    def key(self, label: str) -> str | None:
        """What the button with this in its label stands for; None where there is none to press."""
        buttons = [] if self.greyed else self.fields.get("button_list", [])
        return next((button.get("key") for button in buttons if label in button["text"]), None)

    def becomes(self, fields: Raw, greyed: str = "") -> None:
        """Stand there anew."""
        self.fields, self.greyed, self.edits = fields, greyed, self.edits + 1


def _lines(kind: str, fields: Raw) -> list[str]:
    if kind in {"text", "markdown"}:
        return [fields["content"]]
    if kind != "template_card":
        described = re.sub(r"<[^>]+>", "", fields.get("description", "").replace("<br>", "\n"))
        return [fields.get("title", ""), described]
    title = fields.get("main_title", {})
    rows = [f"{row['keyname']} {row.get('value', '')}" for row in fields.get("horizontal_content_list", [])]
    source = fields.get("source", {}).get("desc", "")
    return [source, title.get("title", ""), title.get("desc", ""), fields.get("sub_title_text", ""), *rows]


@dataclass(eq=False)
class Chat:
    """A member's private chat with the app."""

    owner: str = ""
    messages: list[Message] = field(default_factory=list)

    @property
    def said(self) -> list[Message]:
        """What the app said here, oldest first."""
        return [message for message in self.messages if message.by_app]

    @property
    def last(self) -> Message:
        """The newest message of the app."""
        return self.said[-1]

    @property
    def last_card(self) -> Message:
        """The newest card of the app, whether it can still be pressed or not."""
        return next(message for message in reversed(self.said) if message.kind in CARDS)

    @property
    def texts(self) -> list[str]:
        """All the app's words here, oldest first."""
        return [message.text for message in self.said]


@dataclass(eq=False)
class Group(Chat):
    """A group the app made; nothing that is said in it reaches the app."""

    chatid: str = ""
    name: str = ""
    members: list[str] = field(default_factory=list)  # userids, as they were given
    dissolved: bool = False

    def raw(self) -> Raw:
        """The group as the API gives it."""
        return {"chatid": self.chatid, "name": self.name, "owner": self.owner, "userlist": self.members}


@dataclass(eq=False)
class Card:
    """A button card: one task, one message in each chat it went to."""

    task_id: str
    messages: list[Message] = field(default_factory=list)

    def of(self, userids: list[str]) -> list[Message]:
        """Its messages in these members' chats."""
        wanted = {userid.lower() for userid in userids}
        return [message for message in self.messages if message.chat.owner.lower() in wanted]
