"""A job, tap by tap: taken, on site, transferred. Of two taps at once exactly one wins (DI-2)."""

from core.case import WORKING, Case, OutOfOrder, State
from core.chat import Attachment, Param, Rows, Say, choice, text
from core.conversations.access import allowed
from core.conversations.clock import deadlines
from core.conversations.desk import desk
from core.conversations.work import card, dispatch, visit
from core.rights import Action
from core.turn import Turn


def take(turn: Turn, number: str) -> None:
    """接单: the job is theirs; the owner hears who comes, the handler gets name and number in private."""
    case = allowed(turn, number, Action.TAKE)
    if case is None:
        return None
    if case.state is not State.DISPATCHED:
        return _late(turn, case)
    if _should_be_another(turn, case):
        case.note("taken-before", turn.now, turn.who.id)
        return turn.answer_tap("better-another", alert=True)
    case.handler = turn.who.id
    case.move("take", turn.now, turn.who.id)
    card.show(turn, case)
    desk.show(turn, case)
    visit.hand_over(turn, case, "taken-see-private")
    due = deadlines.deadline(turn, case) or text("no-deadline")
    return _tell_owner(turn, case, "owner-taken", handler=turn.who.name or "—", due=due)


def _should_be_another(turn: Turn, case: Case) -> bool:
    """After a no somebody else is preferred (RE-5); whoever had it before is asked to leave it, once."""
    rejected, asked = case.last("reject"), case.last("taken-before")
    had_it = case.round > 1 and rejected is not None and turn.who.id in _before(case)
    return had_it and not (asked and asked.round == case.round and asked.by == turn.who.id)


def _before(case: Case) -> set[int | None]:
    """Who had it when it was answered: for this owner alone, or for all who reported the same (IN-14)."""
    taken = (e.by for e in reversed(case.history) if e.what in {"take", "go"} and e.round < case.round)
    rejected = (e for e in case.history if e.what.startswith("reject") and e.round == case.round)
    return {next(taken, None), *(e.data.get("before") for e in rejected)}


def _late(turn: Turn, case: Case) -> None:
    """Somebody was faster, or the case has moved on."""
    handler = turn.book.person(case.handler) if case.handler else None
    if handler and case.state in WORKING:
        key = "taken-by-you" if handler.id == turn.who.id else "taken-by"
        return turn.answer_tap(key, alert=True, handler=handler.name or "—")
    return turn.answer_tap("moved-on", alert=True, number=case.number)


def arrive(turn: Turn, number: str) -> None:
    """到场: stops the arrival clock and starts that of completion (HA-1)."""
    case = allowed(turn, number, Action.ARRIVE)
    if case is None or not _moved(turn, case, "arrive"):
        return
    visit.update(turn, case)
    turn.answer_tap("arrived")
    _tell_owner(turn, case, "owner-arrived", handler=turn.who.name or "—")


def go(turn: Turn, number: str) -> None:
    """我先去: an emergency is gone to first, the order is filled in afterwards; again exactly one wins (DI-6)."""
    case = allowed(turn, number, Action.TAKE)
    if case is None:
        return None
    if case.state is not State.DISPATCHED:
        return _late(turn, case)
    if not case.urgent:
        return turn.answer_tap("moved-on", alert=True, number=number)
    case.handler = turn.who.id
    case.move("go", turn.now, turn.who.id)
    card.show(turn, case)
    desk.show(turn, case)
    visit.hand_over(turn, case, "gone-first")
    return _tell_owner(turn, case, "owner-going", handler=turn.who.name or "—")


def transfer(turn: Turn, number: str) -> None:
    """转派: first to whom."""
    case = allowed(turn, number, Action.TRANSFER)
    if case is None:
        return
    if case.state not in {State.DISPATCHED, *WORKING}:
        return turn.answer_tap("moved-on", alert=True, number=number)
    targets = card.departments(turn, case, "to")
    return _ask_on_card(turn, case, (*card.pairs(targets), (choice("back", "card", number),)))


def to(turn: Turn, number: str, department: str) -> None:
    """Then why; a transfer has a reason and a target (DI-4)."""
    case = allowed(turn, number, Action.TRANSFER)
    if case is None:
        return
    reasons = [
        choice(f"reason-{name}", "hand", number, department, name)
        for name in turn.site_of(case).sop.job.transfer_reasons
    ]
    return _ask_on_card(turn, case, (*card.pairs(reasons), (choice("back", "card", number),)))


def hand(turn: Turn, number: str, department: str, name: str) -> None:
    """The case goes to the other department, under a new clock; the desk stays responsible for following it."""
    case = allowed(turn, number, Action.TRANSFER)
    if case is None:
        return
    site = turn.site_of(case)
    known = site.department(department) and name in site.sop.job.transfer_reasons
    if not known or case.state not in {State.DISPATCHED, *WORKING}:
        return turn.answer_tap("moved-on", alert=True, number=number)
    dispatch.send_to(turn, case, department, turn.who.id, why=f"reason-{name}")
    desk.show(turn, case)
    turn.answer_tap("transferred")
    return None


def show_card(turn: Turn, number: str) -> None:
    """The card as it now is, here."""
    case = allowed(turn, number, Action.NOTE)
    if case is None:
        return
    if turn.event.private and case.handler == turn.who.id:
        case.note("look", turn.now, turn.who.id)
    turn.answer(card.here(turn, case))


def progress(turn: Turn, number: str) -> None:
    """An answer to the card, with words or pictures, is a progress note (HA-9)."""
    _note(turn, number, turn.event.text, turn.event.attachments)


def _note(turn: Turn, number: str, words: str, photos: tuple[Attachment, ...]) -> None:
    case = allowed(turn, number, Action.NOTE)
    if case is None:
        return
    case.note("progress", turn.now, turn.who.id, why=words, pictures=len(photos))
    card.show(turn, case)
    desk.pass_on(turn, case, photos, words=words)
    turn.reply("noted", number=number)


def beside(turn: Turn) -> bool:
    """What a handler says while they have a job in hand is about that job; of several they are asked which.

    Danger, and another home, are matters of their own.
    """
    jobs = turn.book.jobs_of(turn.who.id) if turn.who.is_staff else ()
    found = turn.sites.understand(jobs[0].site, turn.event.text) if jobs else None
    if found is None or (found.unit is not None and found.unit not in {job.unit for job in jobs}):
        return False
    if found.urgent.value and not any(job.urgent for job in jobs):
        return False
    if len(jobs) == 1:
        progress(turn, jobs[0].number)
        return True
    before = turn.dialogue.data if turn.dialogue.name == "noting" else {}
    said = "\n".join(filter(None, (before.get("words", ""), turn.event.text)))
    media = [*before.get("media", ()), *(a.packed() for a in turn.event.attachments)]
    turn.dialogue.begin("noting", "which", words=said, media=media)
    # Month, day and serial: some platforms cut a label after ten signs.
    choices = [choice("as-it-is", "noteon", job.number, words=job.number[-9:]) for job in jobs]
    turn.reply("note-which", *card.pairs(choices), slot="note")
    return True


def note_on(turn: Turn, number: str) -> None:
    """Which of the jobs in hand it was about."""
    said = turn.dialogue.data if turn.dialogue.name == "noting" else None
    if said is None:
        return turn.answer_tap("moved-on", alert=True, number=number)
    turn.dialogue.end()
    return _note(turn, number, said["words"], tuple(Attachment(*item) for item in said["media"]))


# what all of them share


def _moved(turn: Turn, case: Case, step: str) -> bool:
    try:
        case.move(step, turn.now, turn.who.id)
    except OutOfOrder:
        turn.answer_tap("moved-on", alert=True, number=case.number)
        return False
    return True


def _ask_on_card(turn: Turn, case: Case, rows: Rows) -> None:
    turn.answer(card.here(turn, case, rows))


def _tell_owner(turn: Turn, case: Case, key: str, **params: Param) -> None:
    desk.tell_owner(turn, case, Say(text(key, number=case.number, **params), subject=case.number))


TAPS = {
    "take": take,
    "go": go,
    "arrive": arrive,
    "transfer": transfer,
    "to": to,
    "hand": hand,
    "card": show_card,
    "noteon": note_on,
}
