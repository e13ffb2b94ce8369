"""The part of the procedure about neighbours who report the same."""

from pydantic import BaseModel, ConfigDict, Field, field_validator

from core.policy.spans import Span
from core.understanding.plain import plain


class Incidents(BaseModel):
    """When what two owners report is probably the same."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    within: Span  # of each other
    listed: int = Field(ge=1, le=12)  # cases the desk is offered to join one to
    lately: Span  # older cases are joined by typing their number
    titles: tuple[str, ...]  # behind a family name, in an answer that is no neighbour's
    vague: tuple[str, ...]  # words that tell nothing about the cause
    alike: tuple[tuple[str, ...], ...]  # words for the same

    @field_validator("vague")
    @classmethod
    def _plain(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(plain, value))

    @field_validator("alike")
    @classmethod
    def _plain_groups(cls, value: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(plain, same)) for same in value)
