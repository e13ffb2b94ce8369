"""A job, tap by tap: taken, on site, noted. Of two taps at once exactly one wins (DI-2)."""

from core.case import VISITS, WORKING, Case, Kind, OutOfOrder, State
from core.chat import Attachment, Param, Say, choice, text
from core.conversations.access import allowed
from core.conversations.clock import deadlines
from core.conversations.desk import danger, desk
from core.conversations.wording import for_groups
from core.conversations.work import card, dispatch, holder, visit
from core.rights import Action
from core.site import DESK
from core.turn import Turn


def take(turn: Turn, number: str) -> None:
    """接单: the job is theirs; the owner hears who comes, the handler gets name and number in private."""
    case = _to_be_had(turn, number)
    if case is not None:
        _begin(turn, case, "take", "taken-see-private", "owner-taken")


def go(turn: Turn, number: str) -> None:
    """我先去: an emergency is gone to first, the order is filled in afterwards; again exactly one wins (DI-6)."""
    case = _to_be_had(turn, number)
    if case is None:
        return None
    if not case.urgent:
        return turn.answer_tap("moved-on", alert=True, number=number)
    return _begin(turn, case, "go", "gone-first", "owner-going")


def _to_be_had(turn: Turn, number: str) -> Case | None:
    """The job, where nobody has it, or nobody who is still here, and this person is to have it."""
    case = allowed(turn, number, Action.TAKE)
    if case is None:
        return None
    if case.state is not State.DISPATCHED and not holder.is_missing(turn, case):
        _late(turn, case)
        return None
    if _should_be_another(turn, case):
        case.note("taken-before", turn.now, turn.who.id)
        turn.answer_tap("better-another", alert=True)
        return None
    return case


def _begin(turn: Turn, case: Case, step: str, said: str, told: str) -> None:
    """It is theirs from now on: everybody's card shows it, and the owner hears who comes, and by when (HA-1)."""
    if case.state is not State.DISPATCHED:
        dispatch.set_free(turn, case)
    case.handler = turn.who.id
    case.move(step, turn.now, turn.who.id)
    card.show(turn, case)
    desk.show(turn, case)
    visit.hand_over(turn, case, said)
    due = deadlines.deadline(turn, case) or text("no-deadline")
    _tell_owner(turn, case, told, handler=turn.who.name or "—", due=due, comes=_comes(turn, case))


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
    _tell_owner(turn, case, "owner-arrived", handler=turn.who.name or "—", comes=_comes(turn, case))


def _comes(turn: Turn, case: Case) -> str:
    """Whether the owner may expect somebody: not for manners or bills, nor for a question made a job."""
    spoken = case.category in turn.site_of(case).sop.visits.spoken
    return str(case.urgent or case.kind is Kind.REPAIR or (case.kind in VISITS and not spoken)).lower()


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
    turn.reply("noted-urgent" if danger.raised(turn, case, words) else "noted", number=number)


def beside(turn: Turn) -> bool:
    """What a handler says while they have a job in hand is about that job; of several they are asked which.

    Another home is a matter of its own; danger raises the job it is about, and the desk hears it before the handler
    has said which.
    """
    jobs = turn.book.jobs_of(turn.who.id) if turn.who.is_staff else ()
    found = turn.sites.understand(jobs[0].site, turn.event.text) if jobs else None
    if found is None or (found.unit is not None and found.unit not in {job.unit for job in jobs}):
        return False
    jobs = [job for job in jobs if found.unit in {None, job.unit}]
    if len(jobs) == 1:
        progress(turn, jobs[0].number)
        return True
    if found.urgent.value:
        heard = text("desk-danger-heard", who=turn.who.name or "—", words=for_groups(turn.event.text))
        turn.post(turn.sites[jobs[0].site], DESK, Say(heard, media=turn.event.attachments))
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


def _tell_owner(turn: Turn, case: Case, key: str, **params: Param) -> None:
    desk.tell_owner(turn, case, Say(text(key, number=case.number, **params), subject=case.number))


TAPS = {
    "take": take,
    "go": go,
    "arrive": arrive,
    "card": show_card,
    "noteon": note_on,
}
