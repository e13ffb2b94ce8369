"""WeChat in the town: no buttons and no edits; a choice is a list's entry or a number, a caption is a second message."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field

from bot.channels.base import Channel
from bot.channels.wechat import Template, WeChat
from bot.channels.wechat.menus import Button
from bot.clock import Clock
from core.chat import Address, Text
from core.conversations.owner.menu import STANDING
from core.texts import render
from tests.fakes.wechat import TEMPLATE, Message, User
from tests.fakes.wechat import WeChat as Server
from tests.town import pages
from tests.town.handsets import Handset, Newest, Screen
from tests.town.seen import PAGE, Said, Seen, look

FIELDS = {"number": "character_string1", "what": "thing2", "at": "time3"}
TIMEOUT = 2.0
LANGUAGES = {"en": "English", "zh-hant": "繁體中文"}


@dataclass(eq=False)
class WeChatHandset:
    """An owner's telephone."""

    server: Server
    user: User
    files: Sequence[str] = ("voice", "video")
    _seen: dict[Message, Seen] = field(default_factory=dict)
    _before: int = 0  # so much stood there before what they did last

    @property
    def address(self) -> Address:
        return Address("wechat", self.user.openid)

    @property
    def seen(self) -> list[Seen]:
        """Everything the office said to them."""
        return [self._seen.setdefault(m, Seen(m, (m.links or [""])[-1])) for m in self.user.chat.said]

    def screen(self, here: None = None) -> Said:
        return Said(lambda: self.seen)

    @property
    def menu(self) -> list[str]:
        return [leaf["name"] for top in self.server.menu for leaf in (top["sub_button"] or [top])]

    @property
    def toast(self) -> str:
        """There are none: it is all that was said to what they did."""
        return "\n".join(seen.text for seen in self.seen[self._before :])

    def _acts(self) -> None:
        self._before = len(self.user.chat.said)

    async def starts(self, payload: str, language: str) -> None:
        self._acts()
        await self.user.presses_start(payload)
        if language in LANGUAGES:
            await self.user.says("/language")
            await self.user.says(LANGUAGES[language])

    def says(self, text: str, here: None, reply_to: None) -> Awaitable[object]:
        self._acts()
        return self.user.says(text)

    def taps(self, label: str, here: None, message: Seen | None) -> Awaitable[object]:
        """Tap the list's entry, or type the number that stands before it; of an older message, its words."""
        self._acts()
        offering = [seen for seen in reversed(self.seen) if seen.buttons]
        newest = offering[0] if offering else None
        if message is None and label in self.menu and not (newest and newest.button(label)):
            return self.user.taps_menu(label)
        found = next((seen for seen in ([message] if message else offering) if seen.button(label)), None)
        assert found is not None, f"nothing offers {label!r} in {[seen.buttons for seen in offering]}"
        return self._chooses(label, found, found is newest)

    def _chooses(self, label: str, found: Seen, is_newest: bool) -> Awaitable[object]:
        if found.result or found.message.kind == "notice":  # it shows no numbers: the choices are on its page
            return self._chooses_there(found, label)
        button = found.message.button(label)
        if button is not None and button.id:
            return self.user.picks(button)
        words = found.button(label)
        assert words is not None
        return self.user.says(str(found.buttons.index(words) + 1) if is_newest else words)

    async def _chooses_there(self, found: Seen, label: str) -> None:
        page = found.page if found.result else await self.opens(found.link)
        assert page is not None
        await self.chooses(page, label)

    def taps_act(self, act: str, here: None) -> Awaitable[object]:
        """An entry of a menu of ours that this telephone still shows a day after it was changed."""
        self._acts()
        return self.user._does("CLICK", act, tapped=True)

    def sends_photo(self, caption: str, album: str, here: None) -> Awaitable[object]:
        self._acts()
        return self.user.sends_photo(caption)

    def sends_file(self, kind: str) -> Awaitable[object]:
        self._acts()
        return self.user.sends_voice() if kind == "voice" else self.user.sends_video()

    def sends_odd(self, kind: str) -> Awaitable[object]:
        self._acts()
        known = {"sticker": self.user.sends_sticker, "location": self.user.sends_location}
        return known[kind]() if kind in known else self.user.sends("music", Title="?")

    def sends_garbage(self) -> Awaitable[object]:
        """A picture without a name."""
        self._acts()
        return self.user.sends("image")

    # pages

    async def opens(self, link: str) -> pages.Page:
        """Open a page in WeChat's browser."""
        opened = await self.user.opens(link)
        return pages.read(opened, opened.url, opened.status)

    async def chooses(self, page: pages.Page, label: str) -> pages.Page:
        """Choose something on a page."""
        choice = page.choice(label)
        assert choice is not None, f"no {label!r} in {[each.label for each in page.choices]}"
        return await self._sends(page, choice.form | {"choice": choice.value})

    async def writes(self, page: pages.Page, words: str) -> pages.Page:
        """Write something on a page."""
        return await self._sends(page, page.words | {"words": words})

    async def _sends(self, page: pages.Page, form: dict[str, str]) -> pages.Page:
        self._acts()
        answer = await self.user.opens(pages.target(page), form)
        found = pages.read(answer, answer.url, answer.status)
        shown = self.user.chat.add(Message(PAGE, PAGE, self.server.clock(), found.said))
        self._seen[shown] = Seen(shown, found.url, page=found, result=True)
        return found


@dataclass(eq=False)
class WeChatPlatform:
    """WeChat, with the office's service account."""

    server: Server
    clock: Clock
    notices: bool = True  # whether the account has a template for them
    handsets: list[WeChatHandset] = field(default_factory=list)

    @property
    def complaints(self) -> list[str]:
        return self.server.alarms

    def channel(self, public_url: str) -> Channel:
        given = (self.server.appid, self.server.secret, self.server.token, self.server.aes_key)
        return WeChat(
            *given,
            api=self.server.url,
            oauth=self.server.url,
            template=Template(TEMPLATE, FIELDS) if self.notices else None,
            public_url=public_url,
            clock=self.clock,
            timeout=TIMEOUT,
            soon=0.01,
        )

    async def connect(self, public_url: str, channel: Channel) -> None:
        """Enter the door's address in the console, and make the menu."""
        await self.server.connect(f"{public_url}/wechat")
        assert isinstance(channel, WeChat)
        await channel.create_menu(self._menu())

    def _menu(self) -> list[Button]:
        """What `bihuan wechat menu` makes."""
        return [
            (self._word(key), act if isinstance(act, str) else [(self._word(k), a) for k, a in act])
            for key, act in STANDING
        ]

    def _word(self, key: str) -> str:
        return render(Text(key), "zh-Hans", self.clock())

    def handset(self, address: Address, name: str, language: str, phone: str) -> Handset:
        """Somebody who does not follow the account yet."""
        known = next((each for each in self.handsets if each.address == address), None)
        if known is None:
            known = WeChatHandset(self.server, self.server.user(address.chat, name, following=False))
            self.handsets.append(known)
        return known

    def group(self, address: Address, title: str, members: Sequence[Handset]) -> Screen:
        raise NotImplementedError("an account is in no groups")

    async def settled(self) -> None:
        await self.server.settled()

    async def looks(self, newest: Newest) -> None:
        for handset in self.handsets:
            await look(handset.seen, handset.user.opens, newest)
