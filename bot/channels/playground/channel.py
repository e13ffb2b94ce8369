"""The playground as a channel like the others: what is typed becomes an event, what is shown a bubble."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

import structlog
from starlette.routing import BaseRoute

from bot.channels.base import Answer, Manner, Office, Pace, Shown, TryAgain, Undeliverable
from bot.channels.playground.cast import Cast, Platform
from bot.channels.playground.display import Display
from bot.channels.playground.guard import LOOPBACK
from bot.channels.playground.media import Media
from bot.channels.playground.pages import Pages
from bot.channels.playground.phones import SAID, TAPPED, Phones, Telegram, WeChat, WeCom
from bot.channels.playground.screens import Message, Screens, Tap
from bot.channels.playground.stage import Stage
from bot.channels.playground.standing import Standing
from bot.channels.playground.web import Chosen, Said, Tapped, routes
from bot.channels.playground.windows import Windows
from core.chat import Address, Attachment, Event, What, Window

log = structlog.get_logger()

SLOW = timedelta(seconds=5)  # how long a slow phone asks for patience
OFF = "off"


class Playground:
    """A table full of phones."""

    name = "playground"
    pace = Pace()

    def __init__(
        self,
        cast: Cast,
        screens: Screens,
        media: Media,
        stage: Stage,
        *,
        hosts: frozenset[str] = LOOPBACK,
        menu: Sequence[Standing] = (),
    ) -> None:
        self.cast, self.screens, self.media, self.stage, self.hosts = cast, screens, media, stage, hosts
        self.menu = tuple(menu)  # what stands below the line on WeChat
        self.pages = Pages()
        self.windows = Windows(screens)
        self._display = display = Display(screens, self.pages, stage.now)
        self._wechat = WeChat(display, self.windows)
        self._phones: dict[Platform, Phones] = {
            Platform.TELEGRAM: Telegram(display),
            Platform.WECHAT: self._wechat,
            Platform.WECOM: WeCom(display),
        }
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
        """As its platform has it: a group, or somebody's own phone."""
        return self._phones[self.cast.platform(chat)].manner(group=chat not in self.cast.members)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes of a file somebody sent."""
        path = self.media.find(attachment.ref)
        if path is None:
            raise Undeliverable("the file is gone")
        return await asyncio.to_thread(path.read_bytes)

    async def show(self, to: Address, shown: Shown, edit: str = "") -> str:
        """Put a message on a screen, or change one that stands there, as far as the platform goes."""
        self._check(to.chat)
        return self._phones[self.cast.platform(to.chat)].show(to.chat, shown, edit)

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
        said = self._as_possible(said)
        media = tuple(Attachment(**item.model_dump(), channel=self.name) for item in said.attachments)
        message = self._put(said, media)
        if self.is_among_colleagues(said.chat):
            return message
        edited = What.EDITED if said.edits else What.MESSAGE
        more = {"text": said.text, "reply_to": said.reply_to, "attachments": media, "message": message.id}
        phone = self.cast.members[said.who].phone if said.contact else ""
        event = self._event(said.key, said.who, said.chat, edited, phone=phone, **more)
        await self._hand_over(self._typed(event, SAID))
        return message

    def is_among_colleagues(self, chat: str) -> bool:
        """In a group on WeCom people talk to each other; the app hears nothing of it."""
        return self.cast.platform(chat) is Platform.WECOM and chat not in self.cast.members

    def _as_possible(self, said: Said) -> Said:
        """Nobody answers a certain message of an account on WeChat or an app on WeCom, or corrects their own."""
        if self.cast.platform(said.chat) is Platform.TELEGRAM:
            return said
        return said.model_copy(update={"reply_to": "", "edits": ""})

    def _put(self, said: Said, media: tuple[Attachment, ...]) -> Message:
        if said.contact:
            member = self.cast.members[said.who]
            media = (Attachment("contact", member.phone, member.name),)
        now, answered = self.stage.now(), said.reply_to
        message = Message(said.chat, now, said.who, said.text, media=media, reply_to=answered)
        self._notice_choice(said)
        return self._correct(said.edits, message) or self._display.put(message, said.key)

    def _notice_choice(self, said: Said) -> None:
        """A number that was typed, as the button it stands for: so that the page can follow the story."""
        offer = self.screens.offer(said.chat)
        nth = int(said.text) if said.text.isdecimal() and len(said.text) < 3 else 0
        if offer and 0 < nth <= len(offer.numbered):
            self.chosen(said.key, Tap(said.chat, offer.id, said.who, offer.numbered[nth - 1].act))

    def _correct(self, id: str, message: Message) -> Message | None:
        """Change one's own words; the pictures sent with them stay."""
        old = self.screens.find(message.chat, id) if id else None
        if old is None or old.who != message.who:
            return None
        return self._display.edit(id, replace(message, media=old.media))

    async def tap(self, tapped: Tapped) -> Answer:
        """Somebody pressed a button; back with the short word for them, where the platform has room for it."""
        await self._mark()
        card = self.screens.find(tapped.chat, tapped.message)
        on_card = self.cast.platform(tapped.chat) is Platform.WECOM
        tap = "" if on_card else tapped.key
        more = {"act": tapped.act, "tap": tap, "message": (card and card.task) or tapped.message}
        answer = await self._hand_over(self._event(tapped.key, tapped.who, tapped.chat, What.TAP, **more))
        self.chosen(tapped.key, Tap(tapped.chat, tapped.message, tapped.who, tapped.act))
        return answer

    def chosen(self, key: str, tap: Tap) -> None:
        """Something was chosen: with a button, by its number, or on a page."""
        self.screens.tapped(key, tap)
        self.pages.tell(tap=asdict(tap))

    async def choose(self, chosen: Chosen) -> None:
        """Somebody pressed an entry of the menu that stands below the line on WeChat."""
        await self._mark()
        event = self._event(chosen.key, chosen.who, chosen.who, What.TAP, act=chosen.act)
        await self._hand_over(self._typed(event, TAPPED))

    def _event(self, key: str, who: str, chat: str, what: What, **more: Any) -> Event:
        member = self.cast.members[who]
        account, place = Address(self.name, who), Address(self.name, chat)
        said = {"name": member.name, "language": member.language, "group_name": self.cast.title(chat)} | more
        return Event(f"{self.name}:{key}", self.stage.now(), account, place, what, **said)

    def _typed(self, event: Event, window: Window) -> Event:
        """On WeChat choices are typed, an answer is taken in the same breath, and there is a window to open."""
        if self.cast.platform(event.place.chat) is not Platform.WECHAT:
            return event
        return replace(event, typed=True, answered=True, window=window)

    async def _hand_over(self, event: Event) -> Answer:
        await self._listening.wait()
        assert self._office is not None
        self._in_hand += 1
        self._idle.clear()
        if event.window:
            self.windows.open(event.place.chat, event.window, event.at, by=event.key)
        try:
            answer = await self._office.receive(event)
            if event.answered:
                await self._answer(self._office, event)
            return answer
        finally:
            self._in_hand -= 1
            if not self._in_hand:
                self._idle.set()

    async def _answer(self, office: Office, event: Event) -> None:
        """In the same breath; where that fails it goes the usual way, as the event is kept by now."""
        try:
            held = await office.held(event)
            await office.said(event, self._wechat.answer(event.place.chat, held, event.key))
        except Exception as error:
            log.error(
                "nothing was answered in the same breath", channel=self.name, error=type(error).__name__
            )
        self._display.tell_chats()

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
            "menu": [asdict(entry) for entry in self.menu],
            "messages": [message.plain() for message in self.screens.messages()],
            "taps": [asdict(tap) for tap in self.screens.taps()],
            "chats": self.screens.chats(),
            "marks": [mark.plain() for mark in self.stage.marks.all],
            "now": self.stage.now().isoformat(),
        }
