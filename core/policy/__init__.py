"""The office's procedure as data: every number and every list a property company may change for a site."""

import tomllib
from collections.abc import Mapping
from datetime import date, time, timedelta
from importlib.resources import files
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from core.case import Kind
from core.people import Role
from core.policy.neighbours import Incidents
from core.policy.orders import Orders, Security
from core.policy.outside import Classes, Scope
from core.policy.seniority import Above, Anger, Claims, Promises
from core.policy.spans import ClockTime, Day, LimitOf, Span
from core.policy.spans import read_span as read_span
from core.policy.visiting import Pauses, Quotations, Visits


class _Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Intake(_Rules):
    """How an owner is listened to."""

    silence: Span  # the issue is taken as told after this long without another word
    reminder: Span  # a draft left alone is reminded once after this
    kept: Span  # a draft nobody came back to is forgotten after this
    failures: int = Field(ge=1)  # wrong answers to one question before a person is offered
    chase_every: Span  # an owner can chase a case this often
    most_a_minute: int = Field(
        ge=5
    )  # messages of one person; of more, words are kept and not answered (IN-13)
    most_a_day: int = Field(ge=1)  # new cases of one person; an emergency is always one more
    recent: Span  # words nobody understands may be about a case not older than this
    joining: Annotated[
        Span, Field(ge=timedelta(minutes=1))
    ]  # a code for a second account is good for so long
    emergency: tuple[Span, ...]  # waits after which an unconfirmed emergency nobody ticked rings again


class Recording(_Rules):
    """How a colleague records for an owner."""

    ways: tuple[
        Literal["phone", "visit", "letter", "email", "fax", "head-office", "group", "hotline"], ...
    ] = Field(min_length=1)
    ago: tuple[Span, ...]  # offered as the time at which it came
    earlier: Span  # longer ago is a slip of the pen


class Answers(_Rules):
    """By which way an answer reaches its owner."""

    remind: LimitOf  # what the desk has to say by hand is brought up again
    by: Mapping[str, Literal["chat", "phone", "visit", "letter"]]  # the way it came → the way back


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
    finish_urgent: Span
    delays: tuple[Span, ...]  # the new times offered with one tap


RUNGS = ("group", "desk", "handler")  # of a ladder, besides the roles


class Ladder(_Rules):
    """Who hears of what is late, for each clock: "group", "desk", "handler" or a role, the next after each limit."""

    judge: tuple[str, ...]
    take: tuple[str, ...]
    arrive: tuple[str, ...]
    finish: tuple[str, ...]
    reply: tuple[str, ...]
    promise: tuple[str, ...]
    progress: tuple[str, ...]  # each after the next silence, and the desk every time
    emergency: tuple[str, ...]  # roles told at once, with a call to make
    rounds: tuple[Role, ...] = Field(
        min_length=1
    )  # who is brought in with the second round, the third … (RE-5)


class Replies(_Rules):
    """How the office answers."""

    unedited: tuple[str, ...]  # kinds whose finished ordinary jobs are answered without the desk's edit
    remind: Span  # an owner who gives no verdict is asked once more
    call: Span  # and then goes on the desk's call list
    explained: Span  # an explanation nobody answered closes the case this long after it (RE-5)
    ahead: Span  # so much working time before an answer is due, the desk is told (RE-3)
    listed: int = Field(ge=1)  # answers of the day that are listed one by one


class Progress(_Rules):
    """How often an owner hears of a case that takes long (HA-5)."""

    every: LimitOf
    at_most: (
        LimitOf  # as seldom as this where the owner knows of an appointment, a pause or a promise further off
    )
    ahead: Span  # so much working time before, whoever has it in hand is asked
    more: Span  # what is said so soon after an answer belongs to it
    desk_classes: tuple[int, ...]  # classes of which the desk is asked: others deal with them


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
    times: tuple[ClockTime, ...] = Field(min_length=1)  # of a working day, offered wherever a time is chosen


class Hours(_Rules):
    """The office's working day; where lunch ends as it begins there is none."""

    start: ClockTime
    lunch_from: ClockTime
    lunch_until: ClockTime
    end: ClockTime

    @field_validator("lunch_from", "lunch_until", "end")
    @classmethod
    def _in_order(cls, value: time, info: ValidationInfo) -> time:
        names = list(cls.model_fields)
        name = names[names.index(info.field_name or "end") - 1]
        if (clock := info.data.get(name, value)) > value:  # where that one is wrong itself, once is enough
            raise PydanticCustomError(
                "check-hours-order",
                "{given} is earlier than {before}, {at}",
                {"given": f"{value:%H:%M}", "before": name, "at": f"{clock:%H:%M}"},
            )
        return value

    @field_validator("end")
    @classmethod
    def _some_work(cls, value: time, info: ValidationInfo) -> time:
        clocks = [*info.data.values(), value]
        if len(clocks) == 4 and clocks[0] == clocks[1] and clocks[2] == clocks[3]:
            raise PydanticCustomError(
                "check-hours-empty",
                "nobody would ever work: start, lunch and end leave no time",
                {"given": f"{value:%H:%M}"},
            )
        return value

    @property
    def periods(self) -> tuple[tuple[time, time], ...]:
        """From when to when somebody works, in order."""
        if self.lunch_from == self.lunch_until:
            return ((self.start, self.end),)
        both = ((self.start, self.lunch_from), (self.lunch_until, self.end))
        return tuple((a, b) for a, b in both if a < b)


class Holidays(_Rules):
    """Which days are worked: the site's own lists first, then the national calendar, then weekends."""

    calendar: Literal["china", "weekends"]
    days: tuple[Day, ...]  # holidays, whatever the calendar says
    workdays: tuple[Day, ...]  # make-up workdays 调休

    @field_validator("workdays")
    @classmethod
    def _not_both(cls, value: tuple[date, ...], info: ValidationInfo) -> tuple[date, ...]:
        if both := sorted(set(value) & set(info.data.get("days", ()))):
            raise PydanticCustomError(
                "check-day-both", "{given} is among the holidays as well", {"given": str(both[0])}
            )
        return value


class Shifts(_Rules):
    """Who is there around the clock: a shift lasts until the next one starts."""

    start: Mapping[str, ClockTime] = Field(min_length=1)
    cover: Mapping[
        str, str
    ]  # shift, or "holiday" → the role, or department whose duty officer, gets the cases

    @field_validator("start")
    @classmethod
    def _apart(cls, value: Mapping[str, time]) -> Mapping[str, time]:
        by_time = sorted(value.items(), key=lambda pair: pair[1])
        for (first, clock), (second, same) in pairwise(by_time):
            if clock == same:
                raise PydanticCustomError(
                    "check-shift-twice",
                    "{given} and {other} start at the same time",
                    {"given": first, "other": second},
                )
        return value

    @field_validator("cover")
    @classmethod
    def _known(cls, value: Mapping[str, str], info: ValidationInfo) -> Mapping[str, str]:
        known = {*info.data.get("start", value), "holiday"}
        if unknown := sorted(set(value) - known):
            raise PydanticCustomError(
                "check-no-shift",
                "there is no shift {given}",
                {"given": unknown[0], "known": ", ".join(sorted(known))},
            )
        return value


class Clocks(_Rules):
    """Deadlines counted by the calendar, in working time ("4wh") or in working days ("1wd")."""

    answer: LimitOf  # a case for which nobody has to be sent waits this long for the desk
    minor: LimitOf  # a minor repair is done (HA-2)
    ordinary: LimitOf  # and any other
    minor_words: tuple[
        str, ...
    ]  # a repair that speaks of one of these is a minor one until the desk says otherwise
    larger_words: tuple[str, ...]  # unless it speaks of one of these as well
    same_night: tuple[str, ...]  # words that tell an emergency of water or electricity: done the same night
    night_ends: ClockTime
    night_least: Span  # what comes in shortly before the night ends has this long all the same
    reply: LimitOf  # a spoken word is answered (RE-2)
    letter: LimitOf
    letters: tuple[str, ...]  # channels by which a letter comes
    reply_to: tuple[str, ...]  # kinds that wait for words; a repair waits for the work
    rung: Span  # between two steps of a long deadline's ladder, at most

    @field_validator("reply_to")
    @classmethod
    def _kinds(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for kind in value:
            if kind not in set(Kind):
                raise PydanticCustomError(
                    "check-no-kind",
                    "there is no kind {given}; there are {known}",
                    {"given": kind, "known": ", ".join(Kind)},
                )
        return value


class Sop(_Rules):
    """One site's procedure."""

    intake: Intake
    recording: Recording
    answers: Answers
    triage: Triage
    deadlines: Deadlines
    ladder: Ladder
    replies: Replies
    progress: Progress
    callbacks: Callbacks
    job: Job
    visits: Visits
    pauses: Pauses
    quotations: Quotations
    hours: Hours
    holidays: Holidays
    shifts: Shifts
    clocks: Clocks
    above: Above
    claims: Claims
    promises: Promises
    anger: Anger
    orders: Orders
    security: Security
    scope: Scope
    classes: Classes
    incidents: Incidents
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
