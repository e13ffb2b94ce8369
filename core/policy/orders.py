"""The part of the procedure about the orders of the day and about public order."""

from pydantic import BaseModel, ConfigDict, Field

from core.policy.spans import ClockTime


class _Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Orders(_Rules):
    """When supervisors get the day's orders, and when those they signed are filed (HA-7)."""

    evening: ClockTime  # every day on which there are orders
    file: ClockTime  # of the next day
    reasons: tuple[str, ...]  # why one is not finished, each with one tap
    listed: int = Field(ge=1)  # lines of a list; the rest is counted


class Security(_Rules):
    """What makes a matter of order one of public order (TR-12)."""

    words: tuple[str, ...]
    police: str  # the number to call
