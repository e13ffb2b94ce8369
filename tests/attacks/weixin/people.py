"""What people do is told once all is said: owners on WeChat, the staff on WeCom, a manager on Telegram."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, Protocol

from core.chat import Address
from tests.attacks.weixin.page import Page
from tests.fakes import wechat, wecom

STAFF = {
    2001: "ZhangZhiQiang",
    2002: "LiJianGuo",
    2003: "WangHai",
    2004: "SunMei",
    2005: "ZhaoYong",
    2006: "ChenJing",
}
GROUPS = {4001: "service", 4002: "engineering", 4003: "cleaning", 4004: "order"}
IN_GROUPS = {
    "service": ("ChenJing", "WangHai"),
    "engineering": ("ZhangZhiQiang", "LiJianGuo", "WangHai"),
    "cleaning": ("SunMei", "ChenJing"),
    "order": ("ZhaoYong", "ChenJing"),
}
MANAGER = 2007  # stays on Telegram


class Around(Protocol):
    """What people need of the office they deal with."""

    async def does(self, *deeds: Awaitable[Any]) -> None: ...


@dataclass(eq=False)
class Owner:
    """Somebody on WeChat; each thing they do is told once all is said."""

    office: Around
    user: wechat.User

    @property
    def address(self) -> Address:
        return Address("wechat", self.user.openid)

    @property
    def texts(self) -> list[str]:
        return list(self.user.chat.texts)

    @property
    def last(self) -> str:
        return str(self.user.chat.last.text)

    async def says(self, *lines: str) -> None:
        for line in lines:
            await self.office.does(self.user.says(line))

    async def taps(self, label: str) -> None:
        await self.office.does(self.user.taps(label))

    async def does(self, deed: Awaitable[Any]) -> None:
        await self.office.does(deed)

    def saw(self, *fragments: str) -> int:
        """How many messages show all of this."""
        return sum(m.shows(*fragments) for m in self.user.chat.said)

    async def opens(self, link: str) -> Page:
        return Page.of(self, await self.user.opens(link))

    @property
    def links(self) -> list[str]:
        return [link for message in self.user.chat.said for link in message.links]


@dataclass(eq=False)
class Colleague:
    """A colleague on WeCom."""

    office: Around
    user: wecom.Member

    @property
    def address(self) -> Address:
        return Address("wecom", self.user.userid.lower())

    @property
    def texts(self) -> list[str]:
        return list(self.user.chat.texts)

    @property
    def last(self) -> str:
        return str(self.user.chat.last.text)

    async def says(self, *lines: str) -> None:
        for line in lines:
            await self.office.does(self.user.says(line))

    async def taps(self, label: str, message: Any = None) -> None:
        await self.office.does(self.user.taps(label, message))

    def card(self, label: str) -> Any:
        """The newest card with such a button."""
        return next(m for m in reversed(self.user.chat.said) if m.key(label) is not None)

    def saw(self, *fragments: str) -> int:
        return sum(m.shows(*fragments) for m in self.user.chat.said)

    async def opens(self, link: str) -> Page:
        return Page.of(self, await self.user.opens(link))
