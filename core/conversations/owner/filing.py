"""Filing: an owner tells us what is wrong, in their own words and order, and confirms what we understood.

    issue ─▶ site ─▶ unit ─▶ phone ─▶ expectation ─▶ readback ─▶ case
      what a message already said is not asked again  └▶ edit, more, cancel

A draft's timers are set once, when it begins; one that fires early sets itself anew. That saves every turn
the writing of a timer.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from core.book import Timer
from core.case import Kind
from core.chat import Choice, What, choice, text
from core.conversations.owner import allowance, emergency, joining, opening
from core.conversations.owner.draft import FILING, RECORDING, Draft
from core.conversations.owner.fields import FIELDS, LONG_ANSWER, ask, edit_rows, missing
from core.conversations.owner.readback import read_back
from core.conversations.recording import whom
from core.conversations.wording import unreadable
from core.policy import Intake
from core.texts import meant
from core.turn import Turn

KINDS = {"menu-complain": Kind.COMPLAINT, "menu-repair": Kind.REPAIR, "menu-ask": Kind.ENQUIRY}


def begin(turn: Turn, kind: Kind) -> None:
    """Somebody wants to file and has said no more than which kind."""
    draft = current(turn) or _own(turn)
    draft.kind, draft.chosen, draft.guided = kind.value, True, True
    if draft.words or draft.media:
        return go_on(turn, draft)
    draft.keep(turn.dialogue, "issue", turn.now)
    return turn.reply(f"tell-{kind}", (choice("cancel", "drop", draft.id),), slot=_slot(draft))


def begin_with_words(turn: Turn) -> None:
    """Somebody simply says what is wrong: one message may be enough (IN-9)."""
    draft = _own(turn)
    draft.album = turn.event.album
    draft.hear(turn.event, turn.sites)
    go_on(turn, draft)


def begin_with(turn: Turn, words: str, media: list[list[Any]], unit: str | None = None) -> None:
    """Somebody says that words they wrote before were a new matter."""
    draft = _own(turn)
    draft.words, draft.media = [["", words]] if words else [], media
    draft.understand(turn.sites)
    draft.unit = unit if draft.unit is None else draft.unit
    go_on(turn, draft)


def current(turn: Turn) -> Draft | None:
    """The draft of their own this person is working on here."""
    return Draft.of(turn.dialogue) if turn.dialogue.name == FILING else None


def in_hand(turn: Turn) -> Draft | None:
    """Whatever draft they are working on: their own, or what they record for somebody."""
    return Draft.of(turn.dialogue) if turn.dialogue.name in {FILING, RECORDING} else None


def speak(turn: Turn) -> None:
    """A message in the middle of filing."""
    draft, step = Draft.of(turn.dialogue), turn.dialogue.step
    same_album = bool(draft.album) and draft.album == turn.event.album
    draft.album = turn.event.album
    if turn.event.unreadable and not (turn.event.text or turn.event.attachments):
        return turn.reply(unreadable(turn.event.unreadable))
    if turn.event.unreadable:  # kept, and spoken of already
        draft.hear(turn.event, turn.sites)
        return draft.keep(turn.dialogue, step, turn.now)
    if step == "readback" and meant(turn.event.text, ["confirm"]):
        return _confirm(turn, draft)
    if step == "issue" and not draft.by:  # a colleague says it in one go
        return _listen(turn, draft)
    field = step.removeprefix("new-")
    if step != "issue" and field in FIELDS and not turn.event.attachments:
        return _answered(turn, draft, field)
    draft.hear(turn.event, turn.sites)
    return go_on(turn, draft, below=not same_album)


def _answered(turn: Turn, draft: Draft, step: str) -> None:
    """The answer to a question; one we cannot read is asked again, with an example (IN-4)."""
    if turn.event.what is What.EDITED or _cries(turn, draft):  # no answer: part of what is wrong
        draft.hear(turn.event, turn.sites)
        return go_on(turn, draft)
    if FIELDS[step].read(turn, draft):
        draft.failures = 0
        return go_on(turn, draft)
    if _tells_something(turn, draft):
        draft.hear(turn.event, turn.sites)
    draft.failures += 1
    draft.keep(turn.dialogue, step, turn.now)
    return ask(turn, draft, step)


def _tells_something(turn: Turn, draft: Draft) -> bool:
    """No answer, but long enough, or about something: it is not lost."""
    said = turn.event.text
    return len(said) > LONG_ANSWER or bool(turn.sites.understand(draft.site, said).category.because)


def _cries(turn: Turn, draft: Draft) -> bool:
    return turn.sites.understand(draft.site, turn.event.text).urgent.value


def _listen(turn: Turn, draft: Draft) -> None:
    """One more message of an issue that may have several: taken in without a word between (IN-3)."""
    draft.hear(turn.event, turn.sites)
    emergency.show_draft(turn, draft)
    again = draft.waiting
    keep_listening(turn, draft)
    if again and turn.event.typed:  # where there are no buttons nothing can be edited: it would be said anew
        return
    row = (choice("told", "told", draft.id), choice("cancel", "drop", draft.id))
    turn.reply("listening", row, slot=_slot(draft), below=not again, pictures=len(draft.media))


def keep_listening(turn: Turn, draft: Draft) -> None:
    """More may come: the draft is gone on with when the owner falls silent."""
    if not draft.waiting:
        turn.after(_timer(turn, "draft-silence", draft, _intake(turn, draft).silence))
    draft.waiting = True
    draft.keep(turn.dialogue, "issue", turn.now)


def go_on(turn: Turn, draft: Draft, below: bool = True) -> None:
    """Ask for the next thing that is missing, or read everything back."""
    if draft.by:
        whom.look_up(turn, draft)
    emergency.show_draft(turn, draft)
    step = missing(turn, draft)
    draft.keep(turn.dialogue, step or "readback", turn.now)
    if step:
        ask(turn, draft, step)
    else:
        read_back(turn, draft, below)


# taps


def _tapped(verb: str, turn: Turn, id: str = "", *more: str) -> None:
    """A button of a draft; one that is filed or gone is answered as such, however old the button."""
    draft = in_hand(turn)
    if draft is not None and draft.id == id:
        return _STEPS[verb](turn, draft, *more)
    if _is_beneath(turn, id):
        return turn.answer_tap("draft-waits", alert=True)
    case = turn.book.case_of_draft(id)
    if case and turn.who.id in {case.owner, case.history[0].by}:
        return turn.answer_tap("already-filed", number=case.number)
    return turn.answer_tap("draft-gone", alert=True)


def _confirm(turn: Turn, draft: Draft) -> None:
    if draft.by and not turn.who.roles(draft.site):
        return turn.answer_tap("record-staff-only", alert=True)
    if missing(turn, draft):
        return go_on(turn, draft)
    if allowance.refuses(turn, draft):
        return None
    turn.dialogue.end()
    return opening.open_from(turn, draft)


def _same(turn: Turn, draft: Draft, number: str = "") -> None:
    """A neighbour reported it already: the two become one job (IN-14)."""
    if missing(turn, draft):
        return go_on(turn, draft)
    turn.dialogue.end()
    return joining.join(turn, draft, number)


def _apart(turn: Turn, draft: Draft) -> None:
    draft.apart = True
    go_on(turn, draft)


def _edit(turn: Turn, draft: Draft, field: str = "") -> None:
    if field not in FIELDS:
        return turn.reply("edit-which", *edit_rows(draft), slot=_slot(draft))
    draft.failures = 0
    draft.keep(turn.dialogue, field if field != "issue" else "new-issue", turn.now)
    return ask(turn, draft, field)


def _more(turn: Turn, draft: Draft) -> None:
    draft.keep(turn.dialogue, "issue", turn.now)
    turn.reply("tell-more", (choice("told", "told", draft.id),), slot=_slot(draft))


def _drop(turn: Turn, draft: Draft) -> None:
    turn.dialogue.end()
    emergency.drop(turn, draft)
    turn.reply("record-cancelled" if draft.by else "draft-cancelled", slot=_slot(draft))


def _pick(turn: Turn, draft: Draft, field: str = "", value: str = "") -> None:
    """A choice offered instead of typing."""
    if not FIELDS[field].takes(turn, draft, value) if field in FIELDS else True:
        return turn.answer_tap("draft-gone", alert=True)
    if choose := FIELDS[field].chosen:
        choose(turn, draft, value)
    else:
        draft.fix(field, value)
    draft.failures = 0
    return go_on(turn, draft)


_STEPS = {"confirm": _confirm, "edit": _edit, "more": _more, "drop": _drop, "told": go_on, "pick": _pick}
_STEPS |= {"metoo": _same, "notsame": _apart}


# silence


def silent(turn: Turn, timer: Timer) -> None:
    """Nothing more came for a while: the issue is taken as told (IN-3)."""
    draft = _untouched(turn, timer, "silence")
    if draft and turn.dialogue.step == "issue":
        draft.waiting = False
        go_on(turn, draft)


def left_alone(turn: Turn, timer: Timer) -> None:
    """A draft nobody went on with is reminded once (IN-10)."""
    draft = _untouched(turn, timer, "reminder")
    if draft:
        row = (choice("go-on", "told", draft.id), choice("cancel", "drop", draft.id))
        _say_it_waits(turn, draft, row)
        turn.after(_timer(turn, "draft-old", draft, _intake(turn, draft).kept))


def _say_it_waits(turn: Turn, draft: Draft, row: tuple[Choice, ...]) -> None:
    """Of an emergency what was done about it already, and no more than was."""
    if draft.by or not draft.urgent:
        return turn.reply("record-left" if draft.by else "draft-left", row, slot=_slot(draft))
    phone = (turn.sites[draft.site].phone if draft.site else "") or text("in-this-chat")
    standing = emergency.standing(turn, draft)
    return turn.reply("draft-left-urgent", row, slot=_slot(draft), standing=standing, phone=phone)


def forgotten(turn: Turn, timer: Timer) -> None:
    """And if nobody comes back to it at all, it makes room."""
    if draft := _untouched(turn, timer, "kept"):
        turn.dialogue.end()
        emergency.drop(turn, draft, "emergency-forgotten")


def _untouched(turn: Turn, timer: Timer, span: str) -> Draft | None:
    """The timer's draft, if it was left alone for so long; else the timer is set to when it will have been."""
    draft = in_hand(turn)
    if draft is None or draft.id != timer.subject:
        if _is_beneath(turn, timer.subject):  # it will be in hand again
            turn.after(replace(timer, due=turn.now + _default_intake(turn).reminder))
        return None
    wanted: timedelta = getattr(_intake(turn, draft), span)
    due = datetime.fromisoformat(draft.touched) + wanted
    if due > turn.now:
        turn.after(_timer(turn, timer.kind, draft, due - turn.now))
        return None
    return draft


def _is_beneath(turn: Turn, id: str) -> bool:
    """Whether a draft waits until something begun after it is done."""
    under = turn.dialogue.data.get("under")
    while under:
        if under[2].get("id") == id:
            return True
        under = under[2].get("under")
    return False


def _own(turn: Turn) -> Draft:
    return begun(turn, Draft.begin(turn.event, turn.who, turn.sites))


def begun(turn: Turn, draft: Draft) -> Draft:
    """A new draft, to be reminded of if it is left alone."""
    turn.after(_timer(turn, "draft-left", draft, _intake(turn, draft).reminder))
    return draft


def _timer(turn: Turn, kind: str, draft: Draft, wait: timedelta) -> Timer:
    return Timer(kind, draft.id, turn.now + wait, turn.event.account, turn.event.place)


def _intake(turn: Turn, draft: Draft) -> Intake:
    return turn.sites[draft.site].sop.intake if draft.site else _default_intake(turn)


def _default_intake(turn: Turn) -> Intake:
    return turn.sites[next(iter(turn.sites))].sop.intake


def _slot(draft: Draft) -> str:
    return f"draft:{draft.id}"


TAPS = {verb: partial(_tapped, verb) for verb in _STEPS}
TIMERS = {"draft-silence": silent, "draft-left": left_alone, "draft-old": forgotten}
