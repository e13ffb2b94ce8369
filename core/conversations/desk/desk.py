"""The desk's cards: a case to judge, an answer to send, a call to make."""

from dataclasses import replace

from core.book import Survey, Task
from core.case import WORKING, Case, State
from core.chat import Attachment, Rows, Say, Text, choice, text
from core.conversations import sharing
from core.conversations.answer import ways
from core.conversations.wording import for_groups, place_of
from core.conversations.work import card
from core.history.endings import is_explained
from core.people import masked_name
from core.site import DESK
from core.texts import render
from core.turn import Turn, rows_of

STAFF_WORDS = "desk-hears-staff"  # what a colleague wrote: an answer to it may be meant for either
CALLS = {  # kinds of telephone calls the desk has to make, and why
    "undeliverable": "call-undeliverable",
    "verdict-call": "call-verdict",
    "explained-call": "call-explained",
    "survey-call": "call-survey",
    "quote-call": "call-quote",
    ways.TASK: "call-answer",
}


def show(turn: Turn, case: Case, fresh: bool = False) -> None:
    """Show the desk how a case stands, and what it may do about it; the desk's own jobs have one card, not two."""
    if case.department == DESK and case.state in {State.DISPATCHED, *WORKING}:
        return
    media = case.media if fresh and case.state is State.FILED else ()
    say = Say(
        card.card_of(turn, case),
        _buttons(turn, case),
        media,
        slot=_slot(case),
        subject=case.number,
        fresh=fresh,
    )
    turn.post(turn.site_of(case), DESK, say)


def _buttons(turn: Turn, case: Case) -> Rows:
    more = (choice("extras", "extras", case.number),)
    write = choice("write-owner", "answer", case.number)
    if case.state is State.FILED:
        return (*_to_judge(turn, case), more)
    if case.state is State.DONE:
        send = (choice("send-reply", "reply", case.number), choice("rewrite-reply", "rewrite", case.number))
        return (send, more)
    if case.state in {State.DISPATCHED, *WORKING}:
        urgent = () if case.urgent else (choice("make-urgent", "urgent", case.number),)
        return ((choice("transfer", "transfer", case.number), write), (*urgent, *more))
    if case.state in {State.REPLIED, State.JOINED}:
        return ((write, *more),)
    return ()


def _to_judge(turn: Turn, case: Case) -> Rows:
    """Departments to send it to; what needs only words is answered from here (IN-8)."""
    answer = (choice("answer-owner", "rewrite", case.number),)
    targets = rows_of(card.departments(turn, case, "send"), 2)
    return (*targets, answer) if case.is_job else (answer, *targets)


def ask_for_reply(turn: Turn, case: Case) -> None:
    """The department has fed back; the desk sends the draft as it is, or in its own words (RE-1)."""
    words = text(
        "desk-reply-draft",
        number=case.number,
        round=case.round,
        draft=draft_of(turn, case, shown_in_group=True),
    )
    say = Say(
        words, _buttons(turn, case), _result_photos(case), slot=_slot(case), subject=case.number, fresh=True
    )
    turn.post(turn.site_of(case), DESK, say)


def draft_of(turn: Turn, case: Case, shown_in_group: bool = False) -> Text:
    """What the desk could say, out of what the handler reported."""
    done = case.result
    did_it = case.handler or (done.by if done else None)
    handler = turn.book.person(did_it) if did_it else None
    return text(
        "reply-draft",
        kind=str(case.kind),
        place=place_of(case.unit),
        handler=handler.name if handler else text("our-colleague"),
        result=(for_groups(done.why, case.name) if shown_in_group else done.why) if done else "—",
        round=case.round,
    )


def _result_photos(case: Case) -> tuple[Attachment, ...]:
    done = case.result
    return tuple(Attachment(*item) for item in done.data.get("media", [])) if done else ()


def pass_on(
    turn: Turn, case: Case, media: tuple[Attachment, ...] = (), who: str = "", words: str | None = None
) -> None:
    """Show the desk what was said in a case; answering that message answers the owner (IN-11)."""
    said = turn.event.text if words is None else words
    shown = text(
        "desk-hears" if who or turn.who.id == case.owner or not turn.who.is_staff else STAFF_WORDS,
        number=case.number,
        who=who or _heard_from(turn, case),
        words=for_groups(said, case.name) or text("only-pictures"),
    )
    row = (choice("write-owner", "answer", case.number), choice("see-card", "card", case.number))
    turn.post(turn.site_of(case), DESK, Say(shown, (row, *_to_note(turn, case)), media, subject=case.number))


def _to_note(turn: Turn, case: Case) -> Rows:
    """What an owner says instead of giving a verdict can be entered as one (RE-5)."""
    if case.state is not State.REPLIED or turn.who.id != case.owner:
        return ()
    label = "note-doubt" if is_explained(case) else "note-no"
    return ((choice(label, "noted", case.number, case.round),),)


def _heard_from(turn: Turn, case: Case) -> str:
    name = turn.who.name
    return (masked_name(name) if turn.who.id == case.owner else name) or "—"


def tell_owner(turn: Turn, case: Case, say: Say) -> None:
    """Speak to a case's owner; where that cannot be done somebody has to call.

    Whoever is answered by hand anyway is not called for every step of the work.
    """
    if not turn.tell_id(case.owner, say) and not (ways.by_hand(case) and ways.is_step(say)):
        cannot_reach(turn, case, say)
    for other, same in sharing.shared(turn, case, say):
        tell_owner(turn, other, same)


def told(turn: Turn, case: Case) -> str:
    """How the owner hears what is told them: in the chat, or by a call that is now on the list."""
    owner = turn.book.person(case.owner)
    return "chat" if owner is not None and owner.account is not None else "call"


def cannot_reach(turn: Turn, case: Case, say: Say | None = None) -> None:
    """A message to the owner cannot arrive: somebody has to call, and say these words."""
    words = render(say.text, turn.site_of(case).language, turn.now) if say else ""
    open_call(turn, case, "undeliverable", words)


def call_for_verdict(turn: Turn, case: Case) -> None:
    """The owner gave no verdict in chat: ask by telephone, and enter what they say."""
    open_call(turn, case, "verdict-call")


def open_call(turn: Turn, case: Case, kind: str, words: str = "") -> None:
    """Put a telephone call on the desk's list: whom, why, what to say, and buttons for what came of it.

    One call says everything: what comes meanwhile is put on the same card.
    """
    listed = turn.book.tasks(case.site, kind, case.number)
    task = turn.book.task(listed[0].id) if listed else None
    if task and not words:
        return
    if task is None:
        task = turn.book.open_task(Task(kind, case.site, turn.now, case=case.number, person=case.owner))
    if words:
        task.data = task.data | {"words": "\n".join(filter(None, (task.data.get("words", ""), words)))}
    say = replace(call_card(case, task, text(CALLS[kind])), fresh=bool(words))
    turn.post(turn.site_of(case), DESK, say)


def close_calls(turn: Turn, case: Case, kind: str) -> None:
    """The owner answered after all: nobody need call any more."""
    for listed in turn.book.tasks(case.site, kind, case.number):
        task = turn.book.task(listed.id)
        if task is not None:
            task.done = turn.now
            words = text("call-answered", number=case.number)
            say = Say(words, slot=f"task:{task.id}", subject=case.number)
            turn.post(turn.site_of(case), DESK, say)


def survey_words(turn: Turn, case: Case, found: Survey) -> None:
    """What an owner wrote in a callback reaches the desk in their own words."""
    said = {
        key: for_groups(found.answers.get(key) or "", case.name) or "—"
        for key in ("wrong", "wishes", "needs")
    }
    words = text("desk-survey-words", number=case.number, **said)
    row = (choice("write-owner", "answer", case.number),)
    turn.post(turn.site_of(case), DESK, Say(words, (row,), subject=case.number))


def call_card(case: Case, task: Task, why: Text) -> Say:
    """A call to make; the number itself is shown in private to whoever asks for it."""
    if task.kind == ways.TASK:
        return ways.card(case, task)
    words = text("call", number=case.number, why=why, name=case.name[:1] or "—")
    if said := task.data.get("words"):
        words = text("call-saying", call=words, words=for_groups(said, case.name))
    rows = ((choice("show-number", "number", case.number),), *_outcomes(task))
    return Say(words, rows, slot=f"task:{task.id}", subject=case.number)


def _outcomes(task: Task) -> Rows:
    if task.kind == "quote-call":
        answers = (
            choice("agree", "quoted", task.id, "consent", task.data.get("version", "")),
            choice("refuse", "quoted", task.id, "refuse", task.data.get("version", "")),
        )
        return (answers, (choice("no-answer", "quoted", task.id, "none"),))
    if task.kind == "explained-call":
        heard = tuple(choice(name, "called", task.id, name) for name in ("understood", "doubt"))
        return (heard, (choice("no-answer", "called", task.id, "none"),))
    if task.kind in {"survey-call", "verdict-call"}:
        names = ("good", "fair", "poor") if task.kind == "survey-call" else ("good", "poor")
        scores = tuple(choice(f"score-{name}", "called", task.id, name) for name in names)
        return (scores, (choice("no-answer", "called", task.id, "none"),))
    return ((choice("called", "tick", task.id),),)


def _slot(case: Case) -> str:
    return f"desk:{case.number}"
