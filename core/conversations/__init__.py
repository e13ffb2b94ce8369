"""What is said to whom: one file a conversation, and this front desk that sends each event to its own.

tap     → the verb of the button      (TAPS)
timer   → the kind of the timer       (TIMERS)
words   → the dialogue they belong to (DIALOGUES), else the case they answer, else what they say
"""

from collections.abc import Callable, Mapping

from core.book import Timer
from core.chat import What
from core.conversations import (
    binding,
    deskwork,
    filing,
    groups,
    job,
    ladder,
    menu,
    numbers,
    reply,
    result,
    spoken,
    status,
    survey,
    thread,
    verdict,
)
from core.turn import Turn

TAPS: Mapping[str, Callable[..., None]] = {
    "menu": menu.chosen,
    "lang": menu.speak_language,
    **{verb: filing.tap(verb) for verb in filing.TAPS},
    "mine": status.mine,
    "see": status.see,
    "add": thread.add,
    "chase": thread.chase,
    "withdraw": thread.withdraw,
    "fresh": spoken.new_matter,
    "human": thread.ask_for_person,
    "take": job.take,
    "arrive": job.arrive,
    "delay": job.delay,
    "why": job.why,
    "later": job.later,
    "transfer": job.transfer,
    "to": job.to,
    "hand": job.hand,
    "card": job.show_card,
    "noteon": job.note_on,
    "finish": result.begin,
    "done": result.submit,
    "undone": result.cancel,
    "send": deskwork.send,
    "urgent": deskwork.make_urgent,
    "reply": deskwork.reply_as_it_is,
    "rewrite": deskwork.rewrite,
    "answer": deskwork.answer,
    "sendit": deskwork.send_it,
    "unsaid": deskwork.unsaid,
    "number": deskwork.number_of,
    "tick": deskwork.tick,
    "called": deskwork.called,
    "yes": verdict.yes,
    "no": verdict.no,
    "nowhy": verdict.no_reason,
    "again": verdict.again,
    "score": survey.scored,
    "nosurvey": survey.stop,
    "bind": binding.start,
    "bindme": binding.ask_desk,
    "bindok": binding.decided,
    "unbind": binding.cancel,
    "join": binding.join,
    "joinok": binding.join_sure,
    "group": groups.bind,
}

TIMERS: Mapping[str, Callable[[Turn, Timer], None]] = {
    "draft-silence": filing.silent,
    "draft-left": filing.left_alone,
    "draft-old": filing.forgotten,
    "untaken": ladder.fall_due,
    "verdict": reply.no_verdict,
    "survey": survey.fall_due,
    "survey-silence": survey.silence,
}


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
