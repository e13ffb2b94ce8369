"""What owner and office write to each other passes through the case, whatever its state (IN-11)."""

from core import duty
from core.case import TRANSITIONS, Case, State
from core.chat import Say, choice, text
from core.conversations import sharing
from core.conversations.access import allowed, can
from core.conversations.answer import calls, rounds, ways
from core.conversations.clock import allclear
from core.conversations.desk import aside, danger, desk, deskwork
from core.conversations.owner import filing, typed, words
from core.conversations.owner.words import owner_says
from core.conversations.wording import shortened, unreadable
from core.conversations.work import asked, card, holder, job
from core.rights import Action
from core.site import DESK
from core.turn import Turn


def about(turn: Turn, number: str) -> bool:
    """An answer to one of our messages about a case, by whoever may say something to it."""
    case = turn.book.case(number) if number else None
    if case is None:
        return False
    if not (turn.event.text or turn.event.attachments):
        turn.reply(unreadable(turn.event.unreadable))
        return True
    if case.owner == turn.who.id:
        typed.hear(turn, case)
    elif (turn.event.private and not turn.event.reply_at) or not turn.who.at_desk(case.site):
        if not can(turn, Action.NOTE, case):
            return False
        job.progress(turn, number)
    elif aside.is_to_colleague(turn):
        aside.ask(turn, case)
    else:
        deskwork.write_to_owner(turn, case, turn.event.text, turn.event.attachments)
    return True


def is_it_about(turn: Turn, case: Case) -> None:
    """Words we cannot place, soon after a case was closed: is it back, or something else?"""
    if case.state is State.WITHDRAWN:
        return owner_says(turn, case)
    words.keep(turn, case)
    desk.pass_on(turn, case, turn.event.attachments)
    row = (choice("it-is-back", "again", case.number), choice("new-matter", "fresh", case.number))
    return turn.reply("is-it-about", row, number=case.number, issue=shortened(case.issue, 40))


def add(turn: Turn, number: str) -> None:
    """补充: the next message goes to this case."""
    case = allowed(turn, number, Action.ADD)
    if case is not None:
        turn.dialogue.begin("adding", "telling", case=number)
        turn.reply("tell-more-case", number=number)


def speak(turn: Turn) -> None:
    """What is added."""
    if not (turn.event.text or turn.event.attachments):
        return turn.reply(unreadable(turn.event.unreadable))
    case = allowed(turn, turn.dialogue.data["case"], Action.ADD)
    turn.dialogue.end()
    return typed.hear(turn, case) if case is not None else None


def chase(turn: Turn, number: str) -> None:
    """催办: handler and supervisor see it; not more often than the site allows."""
    case = allowed(turn, number, Action.CHASE)
    if case is None:
        return None
    if not case.is_open:
        return turn.answer_tap("case-over", alert=True, number=number)
    last, wait = case.last("chase"), turn.site_of(case).sop.intake.chase_every
    if last and turn.now - last.at < wait:
        at = turn.site_of(case).local(last.at + wait)
        return turn.answer_tap("chased-already", alert=True, at=at)
    case.note("chase", turn.now, turn.who.id)
    _tell_of_chase(turn, case)
    return turn.reply("chased", number=number)


def _tell_of_chase(turn: Turn, chased: Case) -> None:
    """Whoever has the job hears it: of a case that is joined, those who do the job for all of them."""
    joined = turn.book.case(chased.lead) if chased.state is State.JOINED else None
    case, site = joined or chased, turn.site_of(chased)
    times = sum(e.what == "chase" for e in chased.history)
    row = (choice("see-card", "card", case.number),)
    say = Say(text("owner-chases", number=case.number, times=times), (row,), subject=case.number)
    holder.tell(turn, case, say)
    for person in duty.heads(turn, case.site, case.department):
        turn.tell(person, say)
    for department in dict.fromkeys((case.department or DESK, DESK)):
        turn.post(site, department, say)


def withdraw(turn: Turn, number: str, sure: str = "") -> None:
    """撤回, once asked whether they are sure; the staff are told not to come."""
    case = allowed(turn, number, Action.WITHDRAW)
    if case is None:
        return None
    if case.state not in TRANSITIONS["withdraw"]:
        key = "withdraw-too-late" if case.is_open else "case-over"
        return turn.answer_tap(key, alert=True, number=number)
    if not sure:
        row = (choice("withdraw-sure", "withdraw", number, "1"), choice("keep-it", "see", number))
        return turn.reply("withdraw-ask", row, slot=f"mine:{number}", number=number)
    alarmed = case.urgent and danger.goes_on(case) and not sharing.waiting(turn, case)
    case.move("withdraw", turn.now, turn.who.id)
    case.closed = turn.now
    if alarmed:
        allclear.sound(turn, case, "emergency-withdrawn")
    _call_nobody(turn, case)
    if case.department:
        card.show(turn, case)
    desk.show(turn, case)
    if not sharing.waiting(turn, case):  # else the job goes on for whoever reported the same
        holder.tell(turn, case, Say(text("handler-withdrawn", number=number), subject=number))
    return turn.reply("withdrawn", slot=f"mine:{number}", number=number)


def _call_nobody(turn: Turn, case: Case) -> None:
    """Whoever has withdrawn it is asked and called about it no more."""
    for kind in (*rounds.VERDICT_TIMERS, asked.KIND, ways.REMINDER):
        turn.book.cancel(kind, case.number)
    calls.call_off(turn, case, *desk.CALLS)


def report_anew(turn: Turn, number: str) -> None:
    """What was withdrawn is to be dealt with after all: a draft out of the words it had, to be confirmed."""
    case = turn.book.case(number)
    if case is None or case.owner != turn.who.id or case.state is not State.WITHDRAWN:
        return turn.answer_tap("case-unknown", alert=True, number=number)
    if draft := filing.current(turn):  # what is in hand comes first
        return filing.go_on(turn, draft)
    return filing.begin_with(turn, case.issue, [a.packed() for a in case.media], case.unit)


TAPS = {"add": add, "chase": chase, "withdraw": withdraw, "anew": report_anew}
