"""Who is outside the office: where to turn instead, who gets a report, what the three classes ask of us (TR-1, TR-7)."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from core.people import Role
from core.policy.spans import LimitOf

NAMED = (
    "power",
    "gas",
    "water",
    "telecom",
    "street",
    "hotline",
    "police",
)  # the catalogue has names for these
DEVELOPER = "developer"


class _Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Body(_Rules):
    """Somebody outside the office, such as the power company."""

    key: str = Field(pattern=r"^[a-z0-9-]{1,16}$")
    name: str = ""  # empty: as the catalogue calls it
    phone: str = ""

    @model_validator(mode="after")
    def _named(self) -> "Body":
        if not self.name and self.key not in NAMED:
            raise PydanticCustomError(
                "check-body-nameless",
                "{given} has no name; {known} need none",
                {"given": self.key, "known": ", ".join(NAMED)},
            )
        return self


class Scope(_Rules):
    """Whose business it is where it is not the office's (TR-1)."""

    bodies: tuple[Body, ...]


class Developer(_Rules):
    """The developer's customer centre."""

    name: str = ""  # empty: as the catalogue calls it
    phone: str = ""


class Classes(_Rules):
    """What the three classes of complaints ask of the office (TR-7)."""

    followed: tuple[str, ...]  # kinds whose class 一 is followed on a sheet of its own
    keepers: Mapping[str, str]  # department → name of whoever keeps that sheet; else its supervisor
    developer: Developer
    ways: tuple[str, ...] = Field(min_length=1)  # how a written report goes out
    remind: LimitOf  # what the desk has not decided or sent by then is asked for again
    ladder: tuple[Literal["desk"] | Role, ...] = Field(min_length=1)  # of these, one after another
    notices: int = Field(ge=1)  # so many results are listed for everybody
