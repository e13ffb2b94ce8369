"""What is said to whom: one file a conversation, and this front desk that sends each event to its own.

tap     → the verb of the button      (TAPS of the rooms)
timer   → the kind of the timer       (TIMERS of the rooms)
words   → the dialogue they belong to (DIALOGUES), else the case they answer, else what they say

Whatever was done, every case it touched is put under its clocks before the turn ends.
"""

from collections.abc import Callable, Mapping
from functools import cache
from inspect import signature
from types import ModuleType
from typing import Any

from core.book import Timer
from core.chat import What
from core.conversations import numbers, spoken
from core.conversations.above import claim, follow, hard, headoffice, seniors, suggested
from core.conversations.answer import (
    approval,
    explaining,
    explanation,
    letters,
    neutral,
    promises,
    reply,
    told,
    waiting,
)
from core.conversations.classes import classes, notices, reporting, sheets
from core.conversations.clock import callout, cover, daily, duty, handover, watch
from core.conversations.desk import aside, asking, deskwork, groups, incident, judging, merging, more
from core.conversations.owner import (
    anger,
    binding,
    consent,
    emergency,
    filing,
    floods,
    human,
    menu,
    status,
    survey,
    thread,
    verdict,
    visiting,
)
from core.conversations.recording import dutylog, log, onspot, recording
from core.conversations.work import (
    appointment,
    archive,
    asked,
    dayorders,
    delay,
    findings,
    job,
    pause,
    progress,
    quotation,
    result,
    security,
    signing,
    transfer,
)
from core.turn import Turn

ROOMS: tuple[ModuleType, ...] = (
    spoken,
    # owners
    menu,
    filing,
    emergency,
    status,
    thread,
    human,
    verdict,
    survey,
    binding,
    consent,
    visiting,
    anger,
    floods,
    # the office
    job,
    transfer,
    delay,
    pause,
    appointment,
    findings,
    quotation,
    asked,
    result,
    deskwork,
    judging,
    explanation,
    explaining,
    waiting,
    classes,
    reporting,
    notices,
    sheets,
    recording,
    onspot,
    told,
    letters,
    log,
    dutylog,
    asking,
    aside,
    merging,
    more,
    reply,
    promises,
    progress,
    callout,
    handover,
    duty,
    signing,
    dayorders,
    archive,
    daily,
    security,
    # above the desk
    seniors,
    suggested,
    claim,
    hard,
    headoffice,
    approval,
    watch,
    groups,
)


def _all(name: str) -> Mapping[str, Any]:
    """What the rooms have under a name, together; nothing is there twice."""
    found = [item for room in ROOMS for item in getattr(room, name, {}).items()]
    if len(dict(found)) != len(found):
        raise LookupError(f"two rooms have the same of {name}: {sorted(key for key, _ in found)}")
    return dict(found)


TAPS: Mapping[str, Callable[..., None]] = _all("TAPS")
TIMERS: Mapping[str, Callable[[Turn, Timer], None]] = _all("TIMERS")
asking.writers.update(_all("WRITERS"))
seniors.matters.update(_all("MATTERS"))
approval.releases.update(_all("RELEASES"))
follow.followers.extend(each for room in ROOMS for each in getattr(room, "FOLLOWERS", ()))
more.extras.extend(extra for room in ROOMS for extra in getattr(room, "EXTRAS", ()))


class Unparsable(Exception):
    """The channel's SDK could not read it: it is kept whole, for `bihuan check` to show."""


def decide(turn: Turn) -> None:
    """Send an event to the conversation it belongs to.

    Raises:
        Unparsable: for an update that nobody here can read.

    """
    if turn.event.unreadable == "unparsable":
        raise Unparsable(turn.event.key)
    turn.event = numbers.read(turn)
    _act(turn)
    incident.keep(turn)
    classes.keep(turn)
    signing.keep(turn)
    cover.keep(turn)
    follow.keep(turn)
    neutral.keep(turn)
    floods.keep(turn)
    watch.keep(turn)


def _act(turn: Turn) -> None:
    match turn.event.what:
        case What.TAP:
            tapped(turn)
        case What.TIMER:
            timer = Timer.of(turn.event)
            TIMERS[timer.kind](turn, timer)
        case What.MOVED:
            groups.moved(turn)
        case What.STOPPED:
            groups.stopped(turn)
        case What.FAILED:
            groups.undeliverable(turn)
        case _:
            spoken.hear(turn)


def tapped(turn: Turn) -> None:
    """A button, however old; one we do not know any more, or that says too much or too little, is answered too."""
    verb, *args = turn.event.act.split(":")
    act = TAPS.get(verb)
    if act is None or not _fits(verb, len(args)):
        return turn.answer_tap("button-unknown", alert=True)
    return act(turn, *args)


@cache
def _fits(verb: str, parts: int) -> bool:
    try:
        signature(TAPS[verb]).bind(None, *[""] * parts)
    except TypeError:
        return False
    return True
