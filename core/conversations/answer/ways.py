"""Ways of answering: what is not the chat is said by somebody of the desk, and ticked when it was (RE-4).

reply.send ─▶ hand_over ─▶ a card at the desk, brought up again ─▶ told.py
"""

from core.book import Task, Timer
from core.case import TRANSITIONS, Case, Entry
from core.chat import Rows, Say, Text, choice, text
from core.conversations.owner.draft import Draft
from core.conversations.recording import whom
from core.conversations.wording import for_groups, place_of
from core.history.endings import HANDED
from core.people import masked_name
from core.site import DESK
from core.texts import meant, render
from core.turn import Turn, rows_of

CHAT, PHONE, VISIT, LETTER = WAYS = ("chat", "phone", "visit", "letter")
TASK = "answer"  # of the desk: to say an answer by hand
REMINDER = "answer-by-hand"
# What an owner who is not in the chat is not called for: the next word they hear is of more use.
STEPS = frozenset({"owner-taken", "owner-going", "owner-arrived", "owner-resumed", "still-arranging"})


# in a draft


def way_of(turn: Turn, draft: Draft) -> str:
    """The way wished for; else as it came, and in person where there is no number to call."""
    by = turn.sites[draft.site].sop.answers.by if draft.site else {}
    way = draft.way or by.get(draft.via, CHAT)
    if way == CHAT and draft.by and not _in_chat(turn, draft):
        way = PHONE
    if way == PHONE and not draft.phone:
        way = VISIT if draft.by else CHAT
    return way


def _in_chat(turn: Turn, draft: Draft) -> bool:
    owner = whom.owner_of(turn, draft)
    return owner is not None and owner.account is not None


def read_way(turn: Turn, draft: Draft) -> bool:
    """The way, typed as it is offered."""
    label = meant(turn.event.text, [f"way-{way}" for way in WAYS])
    if label:
        put_way(turn, draft, label.removeprefix("way-"))
    return bool(label)


def put_way(turn: Turn, draft: Draft, way: str) -> None:
    """The way, tapped; whoever wishes a call and left no number is asked for one."""
    draft.fix("way", way)
    if way == PHONE and not draft.phone and not draft.by:
        draft.fixed = [name for name in draft.fixed if name != "phone"]


def offers(turn: Turn, draft: Draft) -> Rows:
    """A button a way; the chat only for whom it reaches."""
    ways = WAYS if not draft.by or _in_chat(turn, draft) else WAYS[1:]
    return rows_of([choice(f"way-{way}", "pick", draft.id, "way", way) for way in ways], 2)


# an answer to be given by hand


def by_hand(case: Case) -> bool:
    """Whether somebody has to say it."""
    return case.way in WAYS[1:]


def is_step(say: Say) -> bool:
    """Whether it only says how far the work has come."""
    return say.text.key in STEPS


def can_be_answered(case: Case) -> bool:
    """Whether the case still waits for an answer, or for a verdict on one."""
    return case.state in TRANSITIONS["reply"]


def hand_over(turn: Turn, case: Case, body: Text | str, by: int | None) -> None:
    """The answer becomes the desk's to say; until it was said the case stays as it is, under its clocks."""
    site = turn.site_of(case)
    words = body if isinstance(body, str) else render(body, site.language, turn.now)
    listed = turn.book.tasks(case.site, TASK, case.number)
    task = turn.book.task(listed[0].id) if listed else None
    if task is None:
        task = turn.book.open_task(Task(TASK, case.site, turn.now, case=case.number, person=case.owner))
    task.data = task.data | {"words": words, "round": case.round, "by": by}
    case.note(HANDED, turn.now, by, why=words, way=case.way)
    turn.post(site, DESK, card(case, task, fresh=True))
    remind_later(turn, case)


def handed(turn: Turn, case: Case) -> Entry | None:
    """The answer of this round that somebody has still to say."""
    listed = turn.book.tasks(case.site, TASK, case.number)
    given = case.last(HANDED)
    return given if listed and given is not None and given.round == case.round else None


def done(case: Case) -> str:
    """What the desk hears of an answer it gave: it is with the owner, or somebody has to say it."""
    return "reply-to-say" if by_hand(case) else "reply-sent"


def remind_later(turn: Turn, case: Case) -> None:
    """It is brought up again in the office's own hours."""
    wait = turn.site_of(case).sop.answers.remind
    turn.after(Timer(REMINDER, case.number, turn.sites.working(case.site).due(turn.now, wait)))


def card(case: Case, task: Task, fresh: bool = False) -> Say:
    """Whom, how, what to say, and buttons for what came of it."""
    words = text(
        "answer-by-hand",
        number=case.number,
        way=text(f"way-{case.way if by_hand(case) else PHONE}"),
        place=place_of(case.unit),
        name=masked_name(case.name) or "—",
        words=for_groups(task.data["words"], case.name),
    )
    private = (choice("see-whole", "letter", task.id), choice("show-number", "number", case.number))
    rows = (private, *_outcomes(case, task))
    return Say(words, rows, slot=f"task:{task.id}", subject=case.number, fresh=fresh)


def _outcomes(case: Case, task: Task) -> Rows:
    missed = "not-met" if case.way == VISIT else "missed"
    spoken, sent = (("good", "poor"), ("later", missed)), (("sent", "handed"),)
    names: tuple[tuple[str, ...], ...] = sent if case.way == LETTER else spoken
    return tuple(tuple(choice(f"told-{name}", "told-by", task.id, name) for name in row) for row in names)
