"""What stands in somebody's chat with the account."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from tests.fakes.wechat.media import Media

_NUMBERED = re.compile(r"^\s*[(（【\[]?(\d{1,2})(?:️?⃣|[)）】\]]|[.．](?!\d)|、|：)\s*(\S.*?)\s*$")
_ANCHOR = re.compile(r"<a\s[^>]*href=[\"']([^\"']+)[\"'][^>]*>(.*?)</a>", re.S)
_ADDRESS = re.compile(r"https?://[^\s<>\"'，。；、）】]+")


@dataclass(frozen=True, slots=True)
class Button:
    """What can be chosen: by the number it is typed with, or by the id of a msgmenu."""

    label: str
    number: int = 0
    id: str = ""


@dataclass(eq=False)
class Message:
    """A message as it stands in a chat."""

    kind: str  # passive, service, notice; own: the person's
    type: str  # text, image, voice, video, msgmenu, template …
    at: datetime
    text: str = ""
    media: Media | None = None
    menu: list[Button] = field(default_factory=list)
    url: str = ""  # where a tap on a notice leads
    template: str = ""
    id: str = ""  # of a notice

    @property
    def choices(self) -> list[Button]:
        """Everything it offers."""
        return self.menu + _anchors(self.text) + _numbered(self.text)

    @property
    def buttons(self) -> list[str]:
        """The labels it offers."""
        return [choice.label for choice in self.choices]

    @property
    def links(self) -> list[str]:
        """The pages it leads to."""
        found = [self.url] if self.url else []
        found += [href for href, _ in _ANCHOR.findall(self.text) if href.startswith("http")]
        return found + [a for a in _ADDRESS.findall(_ANCHOR.sub("", self.text)) if a not in found]

    def shows(self, *fragments: str) -> bool:
        """Whether all of these can be read on it."""
        return all(fragment in self.text or fragment in self.buttons for fragment in fragments)

    def button(self, label: str) -> Button | None:
        """What it offers under a label: that very one, else one that has it in it."""
        found = [choice for choice in self.choices if label in choice.label]
        return next((choice for choice in found if choice.label == label), found[0] if found else None)


def _numbered(text: str) -> list[Button]:
    """The last run of lines numbered from one."""
    run: list[Button] = []
    for match in map(_NUMBERED.match, text.splitlines()):
        if match and int(match[1]) in {1, len(run) + 1}:
            run = [] if int(match[1]) == 1 else run
            run.append(Button(match[2], number=int(match[1])))
    return run


def _anchors(text: str) -> list[Button]:
    """The links in a text that do what a msgmenu does."""
    found = []
    for href, _ in _ANCHOR.findall(text):
        if href.startswith("weixin://bizmsgmenu"):
            query = parse_qs(urlsplit(href.replace("&amp;", "&")).query)
            content, id_ = query.get("msgmenucontent", [""])[0], query.get("msgmenuid", ["0"])[0]
            found.append(Button(content, id=id_))
    return found


@dataclass(eq=False)
class Chat:
    """Somebody's chat with the account."""

    openid: str
    messages: list[Message] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)  # why they were told that the account is out of order

    def add(self, message: Message) -> Message:
        """Put a message below."""
        self.messages.append(message)
        return message

    @property
    def said(self) -> list[Message]:
        """What the account said here, oldest first."""
        return [message for message in self.messages if message.kind != "own"]

    @property
    def last(self) -> Message:
        """The newest message of the account."""
        return self.said[-1]

    @property
    def last_card(self) -> Message:
        """The newest message of the account that offers something."""
        return next(message for message in reversed(self.said) if message.buttons)

    @property
    def texts(self) -> list[str]:
        """All the account's words here, oldest first."""
        return [message.text for message in self.said]
