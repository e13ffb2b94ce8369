"""The playground as a channel like the others: what is typed becomes an event, what is shown a bubble."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

from starlette.routing import BaseRoute

from bot.channels.base import Answer, Manner, Office, Pace, Shown, TryAgain, Undeliverable
from bot.channels.playground.cast import Cast
from bot.channels.playground.guard import LOOPBACK
from bot.channels.playground.media import Media
from bot.channels.playground.pages import Pages
from bot.channels.playground.screens import Message, Screens, Tap
from bot.channels.playground.stage import Stage
from bot.channels.playground.web import Said, Tapped, routes
from core.chat import Address, Attachment, Event, What

SLOW = timedelta(seconds=5)  # how long a slow phone asks for patience
OFF = "off"


class Playground:
    """A table full of phones."""

    name = "playground"
    pace = Pace()

    def __init__(
        self, cast: Cast, screens: Screens, media: Media, stage: Stage, hosts: frozenset[str] = LOOPBACK
    ) -> None:
        self.cast, self.screens, self.media, self.stage, self.hosts = cast, screens, media, stage, hosts
        self.pages = Pages()
        self._office: Office | None = None
        self._listening, self._idle = asyncio.Event(), asyncio.Event()
        self._in_hand = 0
        self._idle.set()

    async def start(self, office: Office) -> None:
        """Begin to listen."""
        self._office = office
        self._listening.set()

    async def stop(self) -> None:
        """Listen no more; what was received is finished first, what comes meanwhile waits."""
        self._listening.clear()
        await self._idle.wait()

    def routes(self) -> Sequence[BaseRoute]:
        """The page and what it calls."""
        return routes(self)

    def manner(self, chat: str) -> Manner:
        """A group, or somebody's own phone."""
        return Manner(group=chat not in self.cast.members)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes of a file somebody sent."""
        path = self.media.find(attachment.ref)
        if path is None:
            raise Undeliverable("the file is gone")
        return await asyncio.to_thread(path.read_bytes)

    async def show(self, to: Address, shown: Shown, edit: str = "") -> str:
        """Put a message on a screen, or change one that stands there."""
        self._check(to.chat)
        message = Message(to.chat, self.stage.now(), "", shown.text, shown.rows, shown.media)
        standing = (self.screens.edit(edit, message) if edit else None) or self.screens.put(message)
        self.pages.tell(message=standing.plain())
        if shown.menu:
            self.screens.set_menu(to.chat, shown.menu)
            self.pages.tell(chats=self.screens.chats())
        return standing.id

    def _check(self, chat: str) -> None:
        if not self.cast.hears(chat):
            raise Undeliverable("there is no such chat")
        trouble = self.screens.trouble(chat)
        if trouble == OFF:
            raise Undeliverable("the phone is switched off")
        if trouble:
            raise TryAgain("the network is slow", SLOW)

    async def say(self, said: Said) -> Message:
        """Somebody wrote; back once the office has it. When it raises, the same may be said again."""
        await self._mark()
        media = tuple(Attachment(**item.model_dump(), channel=self.name) for item in said.attachments)
        message = self._put(said, media)
        self.pages.tell(message=message.plain())
        edited = What.EDITED if said.edits else What.MESSAGE
        more = {"text": said.text, "reply_to": said.reply_to, "attachments": media, "message": message.id}
        phone = self.cast.members[said.who].phone if said.contact else ""
        await self._hand_over(self._event(said.key, said.who, said.chat, edited, phone=phone, **more))
        return message

    def _put(self, said: Said, media: tuple[Attachment, ...]) -> Message:
        if said.contact:
            member = self.cast.members[said.who]
            media = (Attachment("contact", member.phone, member.name),)
        now, answered = self.stage.now(), said.reply_to
        message = Message(said.chat, now, said.who, said.text, media=media, reply_to=answered)
        return self._correct(said.edits, message) or self.screens.put(message, said.key)

    def _correct(self, id: str, message: Message) -> Message | None:
        """Change one's own words; the pictures sent with them stay."""
        old = self.screens.find(message.chat, id) if id else None
        if old is None or old.who != message.who:
            return None
        return self.screens.edit(id, replace(message, media=old.media))

    async def tap(self, tapped: Tapped) -> Answer:
        """Somebody pressed a button; back with the short word for them."""
        await self._mark()
        tap = Tap(tapped.chat, tapped.message, tapped.who, tapped.act)
        self.screens.tapped(tapped.key, tap)
        more = {"act": tapped.act, "tap": tapped.key, "message": tapped.message}
        answer = await self._hand_over(self._event(tapped.key, tapped.who, tapped.chat, What.TAP, **more))
        self.pages.tell(tap=asdict(tap))
        return answer

    def _event(self, key: str, who: str, chat: str, what: What, **more: Any) -> Event:
        member = self.cast.members[who]
        account, place = Address(self.name, who), Address(self.name, chat)
        said = {"name": member.name, "language": member.language, "group_name": self.cast.title(chat)} | more
        return Event(f"{self.name}:{key}", self.stage.now(), account, place, what, **said)

    async def _hand_over(self, event: Event) -> Answer:
        await self._listening.wait()
        assert self._office is not None
        self._in_hand += 1
        self._idle.clear()
        try:
            return await self._office.receive(event)
        finally:
            self._in_hand -= 1
            if not self._in_hand:
                self._idle.set()

    async def _mark(self) -> None:
        await self.stage.mark(pinned=False)
        self.tell_marks()

    def tell_marks(self) -> None:
        """Let the pages know where one can go back to, and what the clock says."""
        marks = [mark.plain() for mark in self.stage.marks.all]
        self.pages.tell(marks=marks, now=self.stage.now().isoformat())

    def tell_all(self) -> None:
        """Let the pages draw everything anew."""
        self.pages.tell(state=self.state())

    def state(self) -> dict[str, Any]:
        """Everything a page shows."""
        return {
            "cast": self.cast.plain(),
            "messages": [message.plain() for message in self.screens.messages()],
            "taps": [asdict(tap) for tap in self.screens.taps()],
            "chats": self.screens.chats(),
            "marks": [mark.plain() for mark in self.stage.marks.all],
            "now": self.stage.now().isoformat(),
        }
