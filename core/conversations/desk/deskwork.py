"""What the desk does: judges and sends on, answers in its own words, makes calls and enters what was said."""

from dataclasses import replace
from datetime import timedelta

from core.book import Task
from core.case import Case, State
from core.chat import Attachment, Say, text
from core.conversations import sharing
from core.conversations.access import allowed, keeps_desk
from core.conversations.answer import approval, reply, ways
from core.conversations.answer.meanwhile import moved_on, seen, tell_who
from core.conversations.desk import asking, desk, judging
from core.conversations.desk.asking import Writer, Written
from core.conversations.owner import survey, verdict
from core.conversations.wording import place_of
from core.conversations.work import dispatch
from core.reports import callback_figures
from core.rights import Action
from core.site import DESK
from core.turn import Turn

MONTH = timedelta(days=30)
ANSWERABLE = frozenset({State.FILED, State.DONE})
TICKED = frozenset(
    {"undeliverable", "emergency-call", "emergency-draft", "no-cover"}
)  # tasks a tick is enough for
OUTCOMES = {  # what can come of a call
    "verdict-call": ("good", "poor", "none"),
    "explained-call": ("understood", "doubt", "none"),
    "survey-call": ("good", "fair", "poor", "none"),
}


def send(turn: Turn, number: str, department: str) -> None:
    """The desk gives a doubtful case to a department (TR-6)."""
    case = allowed(turn, number, Action.DISPATCH)
    if case is None:
        return None
    if case.state is not State.FILED or turn.site_of(case).department(department) is None:
        return turn.answer_tap("moved-on", alert=True, number=number)
    if not case.is_job:
        case.note("judge", turn.now, turn.who.id, why="made-a-job")
    dispatch.send_to(turn, case, department, turn.who.id)
    desk.show(turn, case)
    return turn.answer_tap("sent-to", department=department)


def make_urgent(turn: Turn, number: str) -> None:
    """The desk sees danger where the words did not say it: the clocks become those of an emergency."""
    case = allowed(turn, number, Action.JUDGE)
    if case is None:
        return None
    if case.urgent or not case.is_open:
        return turn.answer_tap("moved-on", alert=True, number=number)
    judging.set_urgent(turn, case, True)
    return turn.answer_tap("ok")


def reply_as_it_is(turn: Turn, number: str) -> None:
    """The draft goes out as it is."""
    case = allowed(turn, number, Action.REPLY)
    if case is None:
        return None
    if case.state is not State.DONE:
        return turn.answer_tap("moved-on", alert=True, number=number)
    given = ways.handed(turn, case)
    if given is not None:  # a colleague's words are waiting to be said: they stay
        return tell_who(turn, case, given)
    if not reply.send(turn, case, desk.draft_of(turn, case), turn.who.id):
        return None
    return turn.answer_tap(ways.done(case))


def rewrite(turn: Turn, number: str) -> None:
    """The desk writes the answer itself: the next thing it says here is what the owner gets."""
    case = allowed(turn, number, Action.REPLY)
    if case is None:
        return None
    if case.state not in ANSWERABLE:
        return turn.answer_tap("moved-on", alert=True, number=number)
    return asking.ask(
        turn, case, "reply", sharing.with_neighbours(text("write-reply", number=number), case), seen(case)
    )


def answer(turn: Turn, number: str) -> None:
    """The desk writes to the owner in the case's thread, whatever its state."""
    case = allowed(turn, number, Action.ADD)
    if case is not None:
        asking.ask(turn, case, "answer", text("write-answer", number=number))


def _reply(turn: Turn, case: Case, said: Written) -> None:
    """The answer goes out, unless a colleague was faster; where the case only went on, it is a message (RE-1)."""
    if moved_on(turn, case, said.chosen.get("seen", ""), said.words):
        return None
    if case.state not in ANSWERABLE:
        return write_to_owner(turn, case, said.words, said.media)
    if not reply.send(turn, case, said.words, turn.who.id):
        return None
    return turn.reply(ways.done(case), slot=f"writing:{case.number}", number=case.number)


def _answer(turn: Turn, case: Case, said: Written) -> None:
    write_to_owner(turn, case, said.words, said.media)


def write_to_owner(turn: Turn, case: Case, words: str, media: tuple[Attachment, ...]) -> None:
    """What the desk says in a case reaches its owner, or the desk hears that it cannot (IN-11)."""
    if approval.holds(turn, case, words, turn.who.id, approval.MESSAGE, media=media):
        return
    _say(turn, case, words, media, turn.who.id)
    turn.reply("passed-on", slot=f"writing:{case.number}", number=case.number, told=desk.told(turn, case))


def _say(turn: Turn, case: Case, words: str, media: tuple[Attachment, ...], by: int | None) -> None:
    case.note("desk-says", turn.now, by, why=words, media=[a.packed() for a in media])
    shown = text("desk-says", number=case.number, words=words or text("only-pictures"))
    desk.tell_owner(turn, case, Say(shown, media=media, subject=case.number))


def release(turn: Turn, case: Case, draft: approval.Draft) -> None:
    """A message that was approved, as it was seen (RE-7)."""
    _say(turn, case, draft.words, draft.media, draft.by)


# the call list


def number_of(turn: Turn, number: str) -> None:
    """The owner's number, to whoever may see it, in private; the look is on record (DI-1)."""
    case = allowed(turn, number, Action.LOOK)
    if case is None:
        return
    case.note("look", turn.now, turn.who.id)
    phone, name = case.phone or text("phone-unknown"), case.name or "—"
    say = Say(text("private-number", number=number, name=name, phone=phone, place=place_of(case.unit)))
    turn.answer_tap("sent-private" if turn.tell(turn.who, say) else "start-first", alert=True)


def tick(turn: Turn, id: str) -> None:
    """A task is done, says somebody whose task it was (DI-3)."""
    task = turn.book.task(int(id)) if id.isdigit() else None
    if task is None or task.done or task.kind not in TICKED:
        return turn.answer_tap("already-done")
    if not _may_tick(turn, task):
        return None
    task.done, task.done_by = turn.now, turn.who.id
    if task.case and (case := turn.book.case(task.case)):
        case.note("call", turn.now, turn.who.id, why=task.kind)
    return _ticked(turn, task)


def _may_tick(turn: Turn, task: Task) -> bool:
    """Who may call for the case, and who was to be called; without a case whoever keeps the desk."""
    if task.case:
        named = turn.who.id in task.data.get("people", ()) and turn.who.roles(task.site)
        return bool(named) or allowed(turn, task.case, Action.CALL) is not None
    if keeps_desk(turn, task.site):
        return True
    turn.answer_tap("not-yours", alert=True, number="—")
    return False


def _ticked(turn: Turn, task: Task) -> None:
    """Every copy of the card says who did it, wherever it was tapped."""
    words = text("task-done", who=turn.who.name or "—", number=task.case or "—")
    say = Say(words, slot=f"task:{task.id}", subject=task.case)
    turn.answer(say)
    here = turn.book.group_at(turn.event.place)
    if here is None or here.department != DESK:
        turn.post(turn.sites[task.site], DESK, say)
    for person in task.data.get("told", ()):
        if person != turn.who.id:
            turn.tell_id(person, say)


def called(turn: Turn, id: str, outcome: str) -> None:
    """What the owner said on the telephone is entered by whoever called (CB-5)."""
    task = turn.book.task(int(id)) if id.isdigit() else None
    if task is None or task.done:
        return turn.answer_tap("already-done")
    case = allowed(turn, task.case, Action.CALL)
    if case is None:
        return None
    if outcome not in OUTCOMES.get(task.kind, ()):
        return turn.answer_tap("moved-on", alert=True, number=case.number)
    if outcome == "none":
        task.data["missed"] = task.data.get("missed", 0) + 1
        case.note("call", turn.now, turn.who.id, why="no-answer")
        return turn.answer_tap("call-again-later", alert=True)
    task.done, task.done_by = turn.now, turn.who.id
    if task.kind == "survey-call":
        survey.entered(turn, case, outcome)
    elif task.kind == "explained-call":
        verdict.heard(turn, case, understood=outcome == "understood")
    else:
        verdict.entered(turn, case, satisfied=outcome == "good")
    return turn.reply("task-done", slot=f"task:{task.id}", who=turn.who.name or "—", number=case.number)


def call_list(turn: Turn) -> None:
    """/calls: every call still to make, and how the callbacks of the last month were answered (CB-6)."""
    group = turn.book.group_at(turn.event.place)
    sites = [group.site] if group else [post.site for post in turn.who.posts]
    mine = [site for site in dict.fromkeys(sites) if turn.who.at_desk(site)]
    if not mine:
        return turn.reply("desk-only")
    for site in mine:
        _show_calls(turn, site)
    return None


def _show_calls(turn: Turn, site: str) -> None:
    calls = [task for task in turn.book.tasks(site) if task.kind in desk.CALLS]
    figures = callback_figures(turn.book.surveys_since(site, turn.now - MONTH))
    answered, satisfied = str(figures.answered), str(figures.satisfied)
    estate = turn.sites[site].name
    turn.reply("calls", site=estate, count=len(calls), answered=answered, satisfied=satisfied)
    for task in calls:
        case = turn.book.case(task.case)
        if case is not None:
            turn.answer(replace(desk.call_card(case, task, text(desk.CALLS[task.kind])), fresh=True))


WRITERS = {
    "reply": Writer(Action.REPLY, _reply, submit="send-it"),
    "answer": Writer(Action.ADD, _answer, pictures=True, submit="send-it"),
}

RELEASES = {approval.MESSAGE: release}

TAPS = {
    "send": send,
    "urgent": make_urgent,
    "reply": reply_as_it_is,
    "rewrite": rewrite,
    "answer": answer,
    "number": number_of,
    "tick": tick,
    "called": called,
}
