"""The office's procedure as data: every number and every list a property company may change for a site."""

import re
import tomllib
from collections.abc import Mapping
from datetime import time, timedelta
from importlib.resources import files
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def read_span(value: object) -> object:
    """Read "90s", "15m", "2h", "5d", "1w" as a span of time; anything else is left for the model to refuse."""
    match = re.fullmatch(r"(\d+)\s*([smhdw])", value) if isinstance(value, str) else None
    return timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else value


Span = Annotated[timedelta, BeforeValidator(read_span), Field(ge=timedelta(0))]


class _Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Intake(_Rules):
    """How an owner is listened to."""

    silence: Span  # the issue is taken as told after this long without another word
    reminder: Span  # a draft left alone is reminded once after this
    kept: Span  # a draft nobody came back to is forgotten after this
    failures: int = Field(ge=1)  # wrong answers to one question before a person is offered
    chase_every: Span  # an owner can chase a case this often


class Triage(_Rules):
    """When a case goes out without waiting for the desk."""

    sure: float = Field(ge=0, le=1)
    departments: Mapping[str, str]  # category → department


class Deadlines(_Rules):
    """What a handler is held to, ordinary and emergency."""

    take: Span
    take_urgent: Span
    arrive: Span
    arrive_urgent: Span
    finish: Span
    finish_urgent: Span
    delays: tuple[Span, ...]  # the new times offered with one tap


class Ladder(_Rules):
    """Who hears of a job nobody takes, each after so many times the limit."""

    steps: tuple[str, ...]  # "group" or a role
    emergency: tuple[str, ...]  # told at once, with a call to make


class Replies(_Rules):
    """How the office answers."""

    unedited: tuple[str, ...]  # kinds whose finished ordinary jobs are answered without the desk's edit
    remind: Span  # an owner who gives no verdict is asked once more
    call: Span  # and then goes on the desk's call list
    hear: Span  # by then an owner hears from the desk, where nobody has to be sent


class Question(_Rules):
    """One question of a survey: buttons when it has scores, else free words."""

    key: str
    scores: tuple[str, ...] = ()
    grave: tuple[str, ...] = ()  # scores that open the case again


class Callbacks(_Rules):
    """When and how people are called back."""

    ordinary: Span  # after a case is closed
    urgent: Span  # emergencies, rework, major repairs, anything unusual
    major: Span  # a repair that took longer than this was a major one
    reminder: Span
    call: Span  # then it goes on the call list
    quiet_from: time
    quiet_until: time
    busy: Span  # wait this long while the owner is in another dialogue
    questions: tuple[Question, ...]


class Job(_Rules):
    """The one-tap words of a job's card."""

    obstacles: tuple[str, ...]
    transfer_reasons: tuple[str, ...]


class Sop(_Rules):
    """One site's procedure."""

    intake: Intake
    triage: Triage
    deadlines: Deadlines
    ladder: Ladder
    replies: Replies
    callbacks: Callbacks
    job: Job
    understanding: Mapping[str, Any] = Field(default_factory=dict)


def default_sop() -> dict[str, Any]:
    """The procedure that ships with the program, as read from sop.toml."""
    parts = (files("core").joinpath(name).read_text(encoding="utf-8") for name in ("sop.toml", "words.toml"))
    return tomllib.loads("\n".join(parts))


def overlay(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Lay a site's changes over a procedure: tables are merged, everything else is replaced."""
    merged = dict(base)
    for key, value in change.items():
        old = merged.get(key)
        merged[key] = (
            overlay(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
        )
    return merged


def read_sop(change: Mapping[str, Any] | None = None) -> Sop:
    """The default procedure with a site's changes.

    Raises:
        pydantic.ValidationError: naming the key, what it is and what it should be.

    """
    return Sop.model_validate(overlay(default_sop(), change or {}))
