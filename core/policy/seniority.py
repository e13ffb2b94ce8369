"""The part of the procedure above the desk: claims, promises, anger, who is asked and for how long."""

from pydantic import BaseModel, ConfigDict, Field

from core.people import Role
from core.policy.spans import LimitOf, Span


class _Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Phrases = tuple[str, ...]  # "~" in a phrase stands for a few signs of the same clause
Roles = tuple[Role, ...]


class Claims(_Rules):
    """What sounds like a claim for compensation (TR-9)."""

    words: Phrases
    harmless: Phrases


class Promises(_Rules):
    """What nobody promises without authority (RE-7); days and times are recognised besides."""

    compensation: Phrases
    guarantee: Phrases
    harmless: Phrases


class Anger(_Rules):
    """What sounds like anger, or asks for somebody senior, and what is offered then (RE-8)."""

    words: Phrases
    seniors: Phrases
    harmless: Phrases
    chases: int = Field(ge=2)  # so many in one round are anger too
    again: Span  # angry words within this of the last ones are not told upwards once more
    office: str  # where a talk takes place; empty is: the desk


class Above(_Rules):
    """Who above the desk is asked for what, the next one when nobody answers; and who is told."""

    wait: LimitOf  # until whoever was asked is reminded, and again until the next one is asked
    wait_approval: LimitOf  # the same for words that wait to go out
    wait_talk: LimitOf  # and for an owner who waits for somebody senior
    again: LimitOf  # between reminders once everybody was asked
    summary: Roles = Field(min_length=1)  # of a claim
    opinion: Roles = Field(min_length=1)  # on a claim
    hard: Roles = Field(min_length=1)  # opinion and deadline of a hard case
    approval: Roles = Field(min_length=1)  # of words in a case a department has
    desk_approval: Roles = Field(min_length=1)  # of words in a case the desk itself has
    talk: Roles = Field(min_length=1)  # with an angry owner
    progress: Roles  # all of them hear of each step of a claim
    channels: tuple[str, ...]  # what came through these is tracked and reported (TR-11)
    tracked: Roles = Field(min_length=1)  # by the first of these there is
    reported: Roles = Field(min_length=1)  # to the first of these there is
