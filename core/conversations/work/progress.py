"""A case that takes long: whoever has it in hand is asked, and the owner hears, without having to ask (HA-5).

soon due ─▶ handler, else the desk: how far is it? ─▶ words, pictures, or 按计划进行中 ─▶ the owner
due      ─▶ the owner hears that it is still in hand; supervisor and desk hear that nobody said more
"""

from collections.abc import Sequence
from datetime import datetime

from core.case import WORKING, Case
from core.chat import Attachment, Rows, Say, Text, choice, text
from core.conversations import times
from core.conversations.access import allowed
from core.conversations.answer import approval
from core.conversations.clock import deadlines, ladder
from core.conversations.desk import asking, desk
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, place_of
from core.conversations.work import card, holder
from core.policy import RUNGS
from core.rights import Action
from core.timing.clock import Clock, is_breached, was_told_ahead
from core.timing.hearing import WAITING, was_told
from core.turn import Turn

PURPOSE = "news"
ON_PLAN, STILL = "reason-on-plan", "reason-still"


def is_waiting(case: Case) -> bool:
    """Whether the owner waits for something to happen."""
    return case.state in WAITING


# asked beforehand


def ask(turn: Turn, case: Case, clock: Clock) -> None:
    """How far is it? The handler is asked; the desk where there is none, or others have to deal with it."""
    if not (
        _with_handler(turn, case) and holder.tell(turn, case, _question(turn, case, clock, "progress-ask"))
    ):
        ladder.tell_desk(turn, case, _question(turn, case, clock, "progress-ask-desk"))


def _with_handler(turn: Turn, case: Case) -> bool:
    return case.state in WORKING and case.class_ not in turn.site_of(case).sop.progress.desk_classes


def _question(turn: Turn, case: Case, clock: Clock, key: str) -> Say:
    due, issue = turn.site_of(case).local(clock.due), for_groups(case.issue, case.name)
    words = text(key, number=case.number, place=place_of(case.unit), due=due, issue=issue)
    return Say(words, _rows(turn, case, clock), subject=case.number)


def _rows(turn: Turn, case: Case, clock: Clock) -> Rows:
    plan = choice("on-plan", "onplan", case.number, times.token(clock.started))
    write = choice("write-progress", "news", case.number)
    first = (write,) if _is_late(turn, case) else (plan, write)
    return first, (choice("see-card", "card", case.number),)


def _is_late(turn: Turn, case: Case) -> bool:
    """Whether anything the case is held to was broken: then nothing goes on as planned."""
    held = (clock for clock in deadlines.running(turn, case) if clock.name != "progress")
    return any(is_breached(clock, turn.now) for clock in held)


# told


def on_plan(turn: Turn, number: str, token: str) -> None:
    """按计划进行中: one tap, one word to the owner."""
    case = allowed(turn, number, Action.NOTE)
    if case is None:
        return None
    clock = _running(turn, case)
    if clock is None:
        return turn.answer_tap("moved-on", alert=True, number=number)
    if times.token(clock.started) != token:
        return turn.answer_tap("progress-known", alert=True)
    if _is_late(turn, case):
        return turn.answer_tap("progress-late", alert=True)
    case.note("news", turn.now, turn.who.id, why=ON_PLAN)
    _tell_owner(turn, case, text("owner-on-plan", number=number, next=_next(turn, case)))
    return turn.answer_tap("progress-told", number=number)


def write(turn: Turn, number: str) -> None:
    """Ask for words and pictures that go to the owner."""
    case = allowed(turn, number, Action.NOTE)
    if case is None:
        return None
    if not is_waiting(case):
        return turn.answer_tap("moved-on", alert=True, number=number)
    return asking.ask(turn, case, PURPOSE, text("progress-what", number=number))


def _written(turn: Turn, case: Case, said: Written) -> None:
    if not is_waiting(case):
        return turn.reply("moved-on", number=case.number)
    media = [a.packed() for a in said.media]
    case.note(
        "progress", turn.now, turn.who.id, why=said.words, pictures=len(media), media=media, pass_on=True
    )
    card.show(turn, case) if case.department else None
    return desk.pass_on(turn, case, said.media, words=said.words)


def relay(turn: Turn, case: Case) -> None:
    """What was written for the owner goes to them; so does what a handler says to a case after they were asked."""
    said = next((entry for entry in reversed(case.unsaved) if entry.what == "progress"), None)
    clock = _running(turn, case) if said else None
    if said is None or clock is None:
        return
    answers = was_told_ahead(case, clock) or _goes_on(turn, case)
    if said.data.get("pass_on") or (answers and said.by == case.handler):
        media = tuple(Attachment(*item) for item in said.data.get("media", ()))
        _pass_on(turn, case, said.why, media or turn.event.attachments)


def _goes_on(turn: Turn, case: Case) -> bool:
    """Whether it follows on what they just told the owner: pictures and words often come one by one."""
    last = case.last("news")
    more = turn.site_of(case).sop.progress.more
    return last is not None and last.by == case.handler and turn.now - last.at < more


def _pass_on(turn: Turn, case: Case, words: str, photos: tuple[Attachment, ...]) -> None:
    """The owner hears it, once nobody above has to see it first (RE-7)."""
    if approval.holds(turn, case, words, turn.who.id, PURPOSE, media=photos):
        return None
    _tell_news(turn, case, words, photos, turn.who.id)
    return turn.reply("progress-told", number=case.number)


def release(turn: Turn, case: Case, draft: approval.Draft) -> None:
    """What somebody with authority has seen."""
    _tell_news(turn, case, draft.words, draft.media, draft.by)


def _tell_news(turn: Turn, case: Case, words: str, photos: tuple[Attachment, ...], by: int | None) -> None:
    case.note("news", turn.now, by, why=words)
    shown = words or text("only-pictures")
    told = text("owner-news", number=case.number, words=shown, next=_next(turn, case))
    _tell_owner(turn, case, told, photos)


# nobody said anything


def overdue(turn: Turn, case: Case, clock: Clock) -> None:
    """The owner hears that it is still in hand; the desk and the next above hear that nobody said more."""
    rung, rows = _rung(turn, case), _rows(turn, case, clock)
    phone = turn.site_of(case).phone or text("in-this-chat")
    case.note("news", turn.now, None, why=STILL)
    late = ladder.message(turn, case, clock, ((rows[0][-1],),))
    ladder.tell_desk(turn, case, late)
    if rung:
        ladder.reached(turn, case, rung, late)
    _tell_owner(turn, case, text("owner-still", number=case.number, next=_next(turn, case), phone=phone))


def _rung(turn: Turn, case: Case) -> str:
    """One further up with every silence in a row."""
    own = turn.site_of(case).sop.ladder
    rungs: Sequence[str] = own.progress if _with_handler(turn, case) else own.promise
    people = [rung for rung in rungs if rung not in RUNGS]
    silent = 0
    for entry in reversed(case.history):
        if entry.by is None and entry.what == "news":
            silent += 1
        elif was_told(entry, turn.sites.working(case.site).zone):
            break
    return people[min(silent, len(people) - 1)] if people else ""


# what they share


def _running(turn: Turn, case: Case) -> Clock | None:
    return next((clock for clock in deadlines.running(turn, case) if clock.name == "progress"), None)


def _next(turn: Turn, case: Case) -> datetime | Text:
    """When the owner hears again."""
    clock = _running(turn, case)
    return turn.site_of(case).local(clock.due) if clock else text("no-deadline")


def _tell_owner(turn: Turn, case: Case, words: Text, photos: tuple[Attachment, ...] = ()) -> None:
    desk.tell_owner(turn, case, Say(words, media=photos, subject=case.number))


WRITERS = {PURPOSE: Writer(Action.NOTE, _written, pictures=True, submit="send-it")}

RELEASES = {PURPOSE: release}

TAPS = {"onplan": on_plan, "news": write}

EXTRAS = (Extra("tell-progress", "news", Action.NOTE, is_waiting),)
