"""What is said to whom: one file a conversation, and this front desk that sends each event to its own.

tap     → the verb of the button      (TAPS of the rooms)
timer   → the kind of the timer       (TIMERS of the rooms)
words   → the dialogue they belong to (DIALOGUES), else the case they answer, else what they say

Whatever was done, every case it touched is put under its clocks before the turn ends.
"""

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

from core.book import Timer
from core.chat import What
from core.conversations import numbers, spoken
from core.conversations.owner import binding, filing, menu, status, survey, thread, verdict
from core.conversations.staff import asking, deskwork, groups, job, more, reply, result, watch
from core.turn import Turn

ROOMS: tuple[ModuleType, ...] = (
    spoken,
    # owners
    menu,
    filing,
    status,
    thread,
    verdict,
    survey,
    binding,
    # the office
    job,
    result,
    deskwork,
    asking,
    more,
    reply,
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
    """A button, however old; one we do not know any more is answered all the same."""
    verb, *args = turn.event.act.split(":")
    act = TAPS.get(verb)
    if act is None:
        return turn.answer_tap("button-unknown", alert=True)
    try:
        return act(turn, *args)
    except TypeError as wrong:
        if "argument" not in str(wrong):
            raise
        return turn.answer_tap("button-unknown", alert=True)
