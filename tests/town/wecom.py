"""WeCom in the town: the office hears no group. Its cards come to each member, and lead to a page."""

from collections.abc import Awaitable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.channels.base import Channel, Pace
from bot.channels.wecom import WeCom
from bot.clock import Clock
from bot.links import Links
from core.chat import Address
from tests.fakes.wecom import Group, Member, Message
from tests.fakes.wecom import WeCom as Server
from tests.town import pages
from tests.town.handsets import Handset, Newest, Screen
from tests.town.seen import PAGE, Said, Seen, look


@dataclass(eq=False)
class WeComGroup(Said):
    """A group as its members know it: what the app said in it, and the cards they got for it."""

    platform: "WeComPlatform"
    group: Group
    _seen: dict[Message, Seen] = field(default_factory=dict)

    @classmethod
    def of(cls, platform: "WeComPlatform", group: Group) -> "WeComGroup":
        """A group."""
        return cls(lambda: [], platform, group)

    @property
    def said(self) -> list[Seen]:
        return [self._seen.get(m) or self._new(m) for m in self.group.said]

    def _new(self, message: Message) -> Seen:
        number = self.platform.number(message.link)
        copies = [
            copy
            for card in self.platform.server.cards.values()
            for copy in card.messages
            if number and card.task_id.startswith(f"{number}-")
        ]
        self._seen[message] = Seen(message, message.link, copies)
        return self._seen[message]


@dataclass(eq=False)
class WeComHandset:
    """A colleague's telephone."""

    platform: "WeComPlatform"
    user: Member
    files: Sequence[str] = ("voice", "video", "document")
    _seen: dict[Message, Seen] = field(default_factory=dict)
    _before: int = 0

    @property
    def address(self) -> Address:
        return Address("wecom", self.user.userid.lower())

    @property
    def seen(self) -> list[Seen]:
        """Everything in their chat with the app, the cards of their groups too."""
        return [self._seen.setdefault(m, Seen(m, m.link)) for m in self.user.chat.said]

    @property
    def own(self) -> list[Seen]:
        """What was said to them alone."""
        shared = {copy for group in self.platform.groups for seen in group.said for copy in seen.copies}
        return [seen for seen in self.seen if seen.message not in shared]

    def screen(self, here: WeComGroup | None) -> Said:
        """Their own chat; as one of a group they also look at its cards there."""
        return Said(lambda: self.seen if here else self.own)

    @property
    def menu(self) -> list[str]:
        return []

    @property
    def toast(self) -> str:
        """There are none: it is all that was said to what they did, in the chat or on a page."""
        return "\n".join(seen.text for seen in self.seen[self._before :])

    def _acts(self) -> None:
        self._before = len(self.user.chat.said)

    def starts(self, payload: str, language: str) -> Awaitable[object]:
        self._acts()
        return self.user.presses_start(payload)

    async def says(self, text: str, here: WeComGroup | None, reply_to: Seen | None) -> None:
        """Write to the app; what answers a message is written on its page."""
        self._acts()
        if reply_to is not None and reply_to.link:
            page = await self.opens(reply_to.link)
            await self.writes(page, text)
        else:
            await self.user.says(text)

    async def taps(self, label: str, here: WeComGroup | None, message: Seen | None) -> None:
        """Press the button of a card in their own chat; one that is not on it is on the page."""
        self._acts()
        for seen in self._offering(here, message):
            mine = next((c for c in seen.copies if c.chat is self.user.chat), seen.message)
            if mine.chat is self.user.chat and mine.key(label) is not None:
                await self.user.taps(label, mine)
                return
            if seen.button(label) and seen.link:
                await self.chooses(seen.page if seen.result else await self.opens(seen.link), label)
                return
        raise AssertionError(f"nothing offers {label!r} in {[seen.buttons for seen in self.seen]}")

    def _offering(self, here: WeComGroup | None, message: Seen | None) -> Iterator[Seen]:
        if message is not None:
            yield message
            return
        yield from reversed(self.seen)
        if here is not None:  # whoever is not of the group may still be sent its link
            yield from reversed(here.said)

    def taps_act(self, act: str, here: WeComGroup | None) -> Awaitable[object]:
        """An entry of a menu the app had once."""
        self._acts()
        return self.user.taps_menu(act)

    def sends_photo(self, caption: str, album: str, here: WeComGroup | None) -> Awaitable[object]:
        self._acts()
        return self.user.sends_photo(caption)

    def sends_file(self, kind: str) -> Awaitable[object]:
        self._acts()
        ways = {"voice": self.user.sends_voice, "video": self.user.sends_video}
        return ways.get(kind, self.user.sends_file)()

    def sends_odd(self, kind: str) -> Awaitable[object]:
        self._acts()
        return self.user.sends_location("") if kind == "location" else self.user.sends("music", {})

    def sends_garbage(self) -> Awaitable[object]:
        """Something without a kind."""
        self._acts()
        return self.user.sends("", {})

    # pages

    async def opens(self, link: str) -> pages.Page:
        """Open a page in WeCom's browser."""
        opened = await self.user.opens(link)
        return pages.read(opened, opened.url, opened.status)

    async def chooses(self, page: pages.Page | None, label: str) -> pages.Page:
        """Choose something on a page; what it says then is before them."""
        choice = page.choice(label) if page else None
        assert page is not None, "no page"
        assert choice is not None, f"no {label!r} in {[each.label for each in page.choices]}"
        return await self._sends(page, choice.form | {"choice": choice.value})

    async def writes(self, page: pages.Page, words: str) -> pages.Page:
        """Write something on a page."""
        return await self._sends(page, page.words | {"words": words})

    async def _sends(self, page: pages.Page, form: dict[str, str]) -> pages.Page:
        answer = await self.user.opens(pages.target(page), form)
        found = pages.read(answer, answer.url, answer.status)
        shown = Message(self.user.chat, "", PAGE, {"title": found.said}, self.platform.clock())
        self.user.chat.messages.append(shown)
        self._seen[shown] = Seen(shown, found.url, page=found, result=True)
        return found


@dataclass(eq=False)
class WeComPlatform:
    """WeCom, with the office's app."""

    server: Server
    clock: Clock
    links: Links | None = None
    handsets: list[WeComHandset] = field(default_factory=list)
    groups: list[WeComGroup] = field(default_factory=list)

    @property
    def complaints(self) -> list[str]:
        return self.server.complaints

    def channel(self, public_url: str) -> Channel:
        server = self.server
        channel = WeCom(
            server.corpid,
            server.secret,
            server.agent,
            server.token,
            server.aes_key,
            api=server.url,
            oauth=f"{server.url}/connect/oauth2/authorize",
            public_url=public_url,
            clock=self.clock,
            soon=0.01,
        )
        channel.pace = Pace()  # in a story the clock stands while people talk
        return channel

    async def connect(self, public_url: str, channel: Channel) -> None:
        """Save the callback address."""
        await self.server.connect(f"{public_url}/wecom")

    def handset(self, address: Address, name: str, language: str, phone: str) -> Handset:
        known = next((each for each in self.handsets if each.address == address), None)
        if known is None:
            known = WeComHandset(self, self.server.member(address.chat, name))
            self.handsets.append(known)
        return known

    def group(self, address: Address, title: str, members: Sequence[Handset]) -> Screen:
        """A group the app made of colleagues."""
        chatid = address.chat.removeprefix("@")
        made = self.server.group(chatid, title, [member.user for member in members])
        self.groups.append(WeComGroup.of(self, made))
        return self.groups[-1]

    def number(self, link: str) -> int:
        """Which message a link leads to."""
        found = self.links.read(link.rpartition("/")[2]) if self.links and link else 0
        return found if isinstance(found, int) else 0

    async def settled(self) -> None:
        await self.server.settled()

    async def looks(self, newest: Newest) -> None:
        for group in self.groups:
            of = self.server.member(group.group.owner)
            await look(group.said, of.opens, newest)
        for handset in self.handsets:
            await look(handset.own, handset.user.opens, newest)
