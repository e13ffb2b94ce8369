"""Who is in the picture: the people of the demo and the phones in their hands, read from two files."""

import tomllib
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any

OF_STAFF = ("name", "phone", "language")  # what the site file says about them
ESTATE = Path(str(files("bot.channels.playground"))) / "estate"


class Platform(StrEnum):
    """What is installed on a phone; each has its own limits."""

    TELEGRAM = "telegram"
    WECHAT = "wechat"
    WECOM = "wecom"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a phone."""

    id: str
    name: str
    title: str = ""  # what they are, in a word or two
    title_en: str = ""
    about: str = ""
    about_en: str = ""
    colour: str = "ink"
    language: str = ""
    phone: str = ""
    unit: str = ""
    bound: bool = False  # known to live there from the start
    says: tuple[str, ...] = ()  # what they might begin with


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone on the table: one person's, or the one a group passes around."""

    id: str
    kind: str  # owner, crew, desk, head
    title: str
    title_en: str
    members: tuple[str, ...]
    group: str = ""
    platform: Platform = Platform.TELEGRAM
    open: int = 0  # shown at first where so many phones have room, 0: waits in the dock


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody, and every phone."""

    estate: str
    timezone: str
    members: dict[str, Member]
    phones: tuple[Phone, ...]

    def hears(self, chat: str) -> bool:
        """Whether there is such a chat."""
        return chat in self.members or any(phone.group == chat for phone in self.phones if phone.group)

    def listens(self, member: str, chat: str) -> bool:
        """Whether somebody belongs to a chat: their own, or a group they are in."""
        if chat == member:
            return member in self.members
        return any(phone.group == chat and member in phone.members for phone in self.phones if phone.group)

    def platform(self, chat: str) -> Platform:
        """What the phones in a chat have."""
        holds = (phone.platform for phone in self.phones if chat and chat in (phone.group, *phone.members))
        return next(holds, Platform.TELEGRAM)

    def title(self, chat: str) -> str:
        """What a group is called."""
        return next((phone.title for phone in self.phones if phone.group and phone.group == chat), "")

    def plain(self) -> dict[str, Any]:
        """The cast for the page."""
        return asdict(self)


def read_cast(cast: Path = ESTATE / "cast.toml", site: Path = ESTATE / "wangjiang.toml") -> Cast:
    """Read who plays, the staff's names and numbers from the site file they work for."""
    told, estate = (tomllib.loads(path.read_text(encoding="utf-8")) for path in (cast, site))
    staff = {
        account.removeprefix("playground:"): {name: person[name] for name in OF_STAFF if name in person}
        for person in estate["staff"]
        for account in person.get("accounts", ())
    }
    members = {id: _member(id, staff.get(id, {}) | more) for id, more in told["member"].items()}
    phones = tuple(_phone(phone) for phone in told["phone"])
    return Cast(estate["site"]["name"], estate["site"]["timezone"], members, phones)


def _member(id: str, more: dict[str, Any]) -> Member:
    return Member(id, **(more | {"says": tuple(more.get("says", ()))}))


def _phone(more: dict[str, Any]) -> Phone:
    platform = Platform(more.get("platform", Platform.TELEGRAM))
    return Phone(**(more | {"members": tuple(more["members"]), "platform": platform}))
