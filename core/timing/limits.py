"""The clocks a case can be under, and how long each of them gives."""

from dataclasses import dataclass, replace
from datetime import timedelta

from core.case import JOBS, WORKING, Case, State
from core.policy import Sop
from core.policy.spans import Limit, Measure

_DAY = timedelta(days=1)
MINOR, ORDINARY = "minor", "ordinary"  # sizes of a repair


@dataclass(frozen=True, slots=True)
class Rule:
    """When a clock starts, ends, stands still and is moved.

    It starts on entering `starts` and ends on leaving `runs`; with `anew` a step that stays inside starts another.
    """

    name: str
    starts: frozenset[State]
    runs: frozenset[State]
    anew: bool = False
    answered: bool = False  # a promise ends it: from there on the promise is the deadline (RE-3)
    pauses: bool = False
    moved: frozenset[str] = frozenset()  # entries that agree on another time for it
    later_in: frozenset[State] = frozenset()  # states in which these only ever make it later
    from_received: bool = False  # counts from when the owner was first heard, before it was recorded (IN-6)


_WORK = frozenset({State.DISPATCHED, *WORKING})
_UNDONE = frozenset({State.FILED, *_WORK})
_UNANSWERED = frozenset({*_UNDONE, State.JOINED, State.DONE})
_OVER = frozenset({State.DONE, State.JOINED})
_FILED, _DISPATCHED, _TAKEN = (frozenset({s}) for s in (State.FILED, State.DISPATCHED, State.TAKEN))

JUDGE = Rule("judge", _FILED, _FILED)
TAKE = Rule("take", _DISPATCHED, _DISPATCHED, anew=True)
ARRIVE = Rule("arrive", _TAKEN, _TAKEN, pauses=True, moved=frozenset({"appointment", "delay"}))
FINISH = Rule(
    "finish",
    _UNDONE,
    _UNDONE,  # what joins an incident waits for the work of another case (IN-14)
    pauses=True,
    moved=frozenset({"delay"}),  # and an appointment, before which nothing can be finished
    later_in=_UNDONE,  # a delay of the visit, or of the next step, never takes days away from the work
    from_received=True,
)
MADE_A_JOB = replace(FINISH, starts=_WORK)
REPLY = Rule("reply", _UNANSWERED, _UNANSWERED, answered=True, from_received=True)
# Whoever waits for work is owed words once it is done, or is done by way of another case.
TELL = Rule("reply", _OVER, _OVER, answered=True)


def rules_of(case: Case, sop: Sop) -> tuple[Rule, ...]:
    """The clocks a case is under (RE-2, HA-2)."""
    finish = FINISH if case.kind in JOBS else MADE_A_JOB
    return JUDGE, TAKE, ARRIVE, finish, REPLY if case.kind in sop.clocks.reply_to else TELL


def size_of(issue: str, sop: Sop) -> str:
    """Whether a repair is a minor one, as far as the owner's words say; the desk can correct it (HA-2)."""
    said = f"{issue.lower()} "
    minor = any(word in said for word in sop.clocks.minor_words)
    return MINOR if minor and not any(word in said for word in sop.clocks.larger_words) else ORDINARY


def limit_of(name: str, case: Case, sop: Sop, size: str = "") -> Limit:
    """How long a clock gives."""
    own = sop.clocks
    match name:
        case "judge":
            return Limit(sop.deadlines.take) if case.is_job else own.answer
        case "take":
            return Limit(sop.deadlines.take)
        case "arrive":
            return Limit(sop.deadlines.arrive)
        case "finish":
            return own.minor if size == MINOR else own.ordinary
    return own.letter if case.channel in own.letters else own.reply


def urgent_limit_of(name: str, case: Case, sop: Sop) -> Limit:
    """How long it gives in an emergency."""
    deadlines = sop.deadlines
    match name:
        case "judge" | "take":
            return Limit(deadlines.take_urgent)
        case "arrive":
            return Limit(deadlines.arrive_urgent)
        case "finish":
            return Limit(deadlines.finish_urgent)
    return limit_of(name, case, sop).by_wall


def rung_of(limit: Limit, most: timedelta, urgent: bool = False) -> Limit:
    """Between two steps of its ladder: as long as the limit, at most so long, counted in the same measure (DI-3)."""
    span = min(limit.span, most)
    if urgent:
        return Limit(span)
    if limit.measure is Measure.WORKING and limit.span > most >= _DAY:
        return Limit(span, Measure.WORKDAYS)
    if limit.measure is Measure.WORKDAYS and span < _DAY:
        return Limit(span, Measure.WORKING)
    return Limit(span, limit.measure)
