"""The part of the procedure about the visit: times that are offered, pauses, quotations."""

from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from core.policy.spans import LimitOf, Span

_Lasting = Annotated[Span, Field(ge=timedelta(minutes=1))]


class _Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Visits(_Rules):
    """How a time for the visit is agreed, and what happens when it is missed (DI-5, HA-4)."""

    offered: int = Field(ge=1, le=6)  # so many times at once
    grace: Span  # so long after the agreed time somebody who is not there has missed it
    missed: tuple[str, ...]  # obstacles of which the owner hears at once: they were not at home
    spoken: tuple[str, ...]  # categories of what is no repair for which nobody goes anywhere


class Pauses(_Rules):
    """Why work may stand still, and until when (HA-4)."""

    reasons: tuple[str, ...] = Field(min_length=1)
    lengths: tuple[_Lasting, ...] = Field(min_length=1)  # offered with one tap, until the next working day


class Quotations(_Rules):
    """What an owner is asked to agree to before work that costs money (HA-3)."""

    most: int = Field(ge=1)  # yuan; more for one item is a slip of the pen
    items: int = Field(ge=1)
    takes: tuple[_Lasting, ...] = Field(min_length=1)  # how long the work takes, offered with one tap
    remind: LimitOf  # an owner who says nothing is asked once more
    call: LimitOf  # then somebody calls, and the work no longer stands still for it
