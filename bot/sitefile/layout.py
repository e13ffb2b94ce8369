"""What a site file may say, table by table; whatever it leaves out of [sop] is as in core/sop.toml."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from bot.sitefile.lines import Keys, line_of
from core.people import Role
from core.policy import Sop, default_sop, overlay
from core.site import Building, Department, Site
from core.texts import LANGUAGES
from core.understanding import read_phone

CHANNELS = ("telegram", "wechat", "wecom", "playground")


def _shaped(pattern: str, complaint: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise PydanticCustomError(complaint, "not in the right shape", {"given": value})
        return value

    return AfterValidator(check)


def _one_of(options: Callable[[], Any], complaint: str) -> AfterValidator:
    def check(value: str) -> str:
        if value not in options():
            raise PydanticCustomError(complaint, "none of those there are", {"given": value})
        return value

    return AfterValidator(check)


def _phone(value: str) -> str:
    number = read_phone(value)
    if number is None:
        raise PydanticCustomError("check-phone", "no telephone number", {"given": value})
    return number


def _place(value: str) -> str:
    channel, _, chat = value.partition(":")
    if channel not in CHANNELS or not chat:
        raise PydanticCustomError("check-address", "no address", {"given": value})
    if channel == "telegram" and not re.fullmatch(r"-?\d+", chat):
        raise PydanticCustomError("check-address-telegram", "no Telegram number", {"given": value})
    # WeCom does not mind how a member's id is written; a group's id it made itself.
    return value.lower() if channel == "wecom" and not chat.startswith("@") else value


usual = cache(default_sop)  # a few thousand words, read once


def _with_defaults(change: object) -> object:
    return overlay(usual(), change) if isinstance(change, Mapping) else change


Id = Annotated[str, _shaped(r"[a-z0-9-]{1,20}", "check-id")]
Number = Annotated[str, _shaped(r"[A-Z0-9]{1,4}", "check-number")]
Prefix = Annotated[str, _shaped(r"[A-Z0-9]{1,6}", "check-prefix")]
Timezone = Annotated[str, _one_of(available_timezones, "check-timezone")]
Language = Annotated[str, _one_of(lambda: LANGUAGES, "check-language")]
Phone = Annotated[str, AfterValidator(_phone)]
Place = Annotated[str, AfterValidator(_place)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteTable(_Table):
    """[site]: the estate itself."""

    id: Id
    name: str = Field(min_length=1)
    prefix: Prefix
    phone: str = ""
    address: str = ""
    timezone: Timezone = "Asia/Shanghai"
    language: Language = "zh-Hans"


class BuildingTable(Building):
    """[[building]]: 3, or A, as it stands on the wall."""

    number: Number
    entrances: tuple[Number, ...] = ()


class DepartmentTable(Department):
    """[[department]]."""

    id: Id
    name: str = Field(min_length=1)
    groups: tuple[Place, ...] = ()


class PostTable(_Table):
    """One role of somebody on the staff."""

    role: Role
    department: str = ""


class StaffTable(_Table):
    """[[staff]]: somebody at work, and how they are found again."""

    name: str = Field(min_length=1)
    phone: Phone | None = None
    language: Language | None = None
    posts: tuple[PostTable, ...] = Field(min_length=1)
    accounts: tuple[Place, ...] = ()


class Layout(_Table):
    """The whole file."""

    site: SiteTable
    building: tuple[BuildingTable, ...] = ()
    department: tuple[DepartmentTable, ...] = ()
    staff: tuple[StaffTable, ...] = ()
    sop: Annotated[Sop, BeforeValidator(_with_defaults)] = Field(default_factory=lambda: Sop(**usual()))


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A site file that was understood."""

    path: Path
    site: Site
    staff: tuple[StaffTable, ...]
    lines: Mapping[Keys, int]

    def line(self, *keys: str | int) -> int:
        """Where a key stands."""
        return line_of(self.lines, keys)
