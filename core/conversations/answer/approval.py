"""No promise without authority (RE-7): words of compensation, a guarantee or a date are seen by somebody above first.

    reply or message ─▶ holds? ─▶ the department's supervisor, the desk's lead, for a claim the manager
                                     ├─▶ 同意发出 ─▶ goes out exactly as it was seen
                                     └─▶ 退回修改, with a reason ─▶ the writer

Every clock of the case goes on meanwhile. Of two decisions at once the first counts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.case import ENDED, TRANSITIONS, Case, Entry
from core.chat import Attachment, Rows, Say, Text, choice, text
from core.conversations.above import seniors
from core.conversations.above.seniors import Card, Matter
from core.conversations.access import allowed
from core.conversations.answer.neutral import is_careful, is_claim, neutral
from core.conversations.desk import asking, desk
from core.conversations.desk.asking import Writer, Written
from core.conversations.wording import for_groups, guesses, place_of
from core.history.endings import is_given
from core.people import Person, Role
from core.policy import Sop
from core.rights import Action, may
from core.site import DESK
from core.texts import render
from core.turn import Turn
from core.understanding.promises import promised

NAME = "approval"
REPLY, MESSAGE = "reply", "answer"
DECIDED = frozenset({"approve", "disapprove", "overtaken"})
MOVES = frozenset({"reject", "reject-answer"})


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that wait to go out: where they stand in the history, who wrote them, as what they go."""

    index: int
    by: int | None  # None: a handler's result that nobody edited
    how: str
    words: str
    found: Sequence[str]
    round: int
    media: tuple[Attachment, ...] = ()


releases: dict[
    str, Callable[[Turn, Case, Draft], None]
] = {}  # the RELEASES of all rooms: how it then goes out


# before it goes out


def holds(
    turn: Turn, case: Case, body: Text | str, by: int | None, how: str, *, media: Sequence[Attachment] = ()
) -> bool:
    """Whether the words wait for somebody with authority; then that one is asked, and the writer told."""
    found = _found(turn, case, body)
    bound = is_claim(case) or (by is None and is_careful(case))
    if not (found or bound) or _has_authority(turn, case, by):
        return False
    words = body if isinstance(body, str) else _rendered(turn, case, body)
    if not any((draft.words, draft.how) == (words, how) for draft in waiting(case)):
        _wait(turn, case, Draft(len(case.history), by, how, words, found, case.round, tuple(media)))
    turn.reply("approval-waits", slot=f"writing:{case.number}", number=case.number)
    return True


def _found(turn: Turn, case: Case, body: Text | str) -> tuple[str, ...]:
    site = turn.site_of(case)
    rules = site.sop.promises
    said = body if isinstance(body, str) else "\n".join(_own_words(body))
    today = site.local(turn.now).date()
    return promised(said, today, rules.compensation + rules.guarantee, rules.harmless)


def _own_words(body: Text) -> Iterator[str]:
    """What people wrote, inside a text of ours."""
    for value in body.params.values():
        if isinstance(value, Text):
            yield from _own_words(value)
        elif isinstance(value, str):
            yield value


def _rendered(turn: Turn, case: Case, body: Text) -> str:
    owner = turn.book.person(case.owner)
    language = (owner.language if owner else "") or turn.site_of(case).language
    return render(neutral(body) if is_careful(case) else body, language, turn.now)


def _has_authority(turn: Turn, case: Case, by: int | None) -> bool:
    id = by if by is not None else case.handler
    writer = turn.who if turn.who.id == id else turn.book.person(id) if id else None
    return writer is not None and _may_approve(writer, case)


def _may_approve(person: Person, case: Case) -> bool:
    """In a claim only those above the desk's lead."""
    return may(person, Action.OPINION if is_claim(case) else Action.APPROVE, case)


def _wait(turn: Turn, case: Case, draft: Draft) -> None:
    media = [a.packed() for a in draft.media]
    case.note("draft", turn.now, draft.by, why=draft.words, how=draft.how, found=[*draft.found], media=media)
    seniors.ask(turn, case, NAME, str(draft.index))
    if draft.how == REPLY and not (draft.by and turn.who.at_desk(case.site)):  # the desk has not seen it yet
        desk.ask_for_reply(turn, case)


# what waits


def waiting(case: Case) -> list[Draft]:
    """The drafts nobody has decided on."""
    decided = {e.data.get("draft") for e in case.history if e.what in DECIDED}
    return [_read(i, e) for i, e in enumerate(case.history) if e.what == "draft" and i not in decided]


def _read(index: int, entry: Entry) -> Draft:
    data = entry.data
    media = tuple(Attachment(*item) for item in data.get("media", []))
    return Draft(index, entry.by, data["how"], entry.why, data["found"], entry.round, media)


def _draft(case: Case, index: str) -> Draft | None:
    return next((draft for draft in waiting(case) if str(draft.index) == index), None)


def _roles(sop: Sop, case: Case) -> Sequence[Role]:
    if is_claim(case):
        return sop.above.opinion
    return sop.above.desk_approval if case.department in {"", DESK} else sop.above.approval


def _writer(case: Case, of: str) -> int | None:
    draft = _draft(case, of)
    return (draft.by or case.handler) if draft else None


def _card(turn: Turn, case: Case, of: str) -> Card | None:
    draft = _draft(case, of)
    if draft is None:
        return None
    writer = turn.book.person(draft.by or case.handler or 0)
    words = text(
        "approval-card",
        number=case.number,
        place=place_of(case.unit),
        who=(writer.name if writer else "") or text("our-colleague"),
        found=guesses(draft.found),
        words=draft.words or text("only-pictures"),
    )
    row = (choice("approve", "approve", case.number, of), choice("disapprove", "disapprove", case.number, of))
    return Card(words, (row,), draft.media)


# decided


def approve(turn: Turn, number: str, index: str) -> None:
    """It goes out, exactly as it was seen."""
    case = allowed(turn, number, Action.APPROVE)
    draft = _to_decide(turn, case, index) if case else None
    if case is None or draft is None:
        return None
    how = _goes_as(case, draft)
    if not how:
        _overtaken(turn, case, draft)
        return turn.answer_tap("moved-on", alert=True, number=number)
    case.note("approve", turn.now, turn.who.id, draft=draft.index)
    seniors.settle(turn, case, NAME, text("approval-given", number=number, who=turn.who.name or "—"), index)
    releases[how](turn, case, draft)
    _tell_writer(turn, case, draft, Say(text("approval-sent", number=number, who=turn.who.name or "—")))
    return turn.answer_tap("approval-done")


def _to_decide(turn: Turn, case: Case, index: str) -> Draft | None:
    draft = _draft(case, index)
    if draft is None:
        turn.answer_tap("approval-over", alert=True, number=case.number)
    elif not _may_approve(turn.who, case):
        turn.answer_tap("not-yours", alert=True, number=case.number)
        return None
    elif turn.who.id == draft.by:
        turn.answer_tap("approval-own", alert=True)
        return None
    return draft


def _goes_as(case: Case, draft: Draft) -> str:
    """An answer the case is still waiting for; else a message of the same round; nothing once it was answered."""
    if draft.how not in {REPLY, "explain"}:
        return draft.how
    if draft.round != case.round or not case.is_open:
        return ""
    if any(is_given(entry) for entry in case.history[draft.index :]):  # no second voice after the first
        return ""
    return draft.how if case.state in TRANSITIONS[draft.how] else MESSAGE


def overtake(turn: Turn, case: Case, new: Sequence[Entry]) -> None:
    """The case went on without it: it stays on record, and whoever wrote it, or was asked, knows."""
    if not any(e.what in MOVES or e.after in ENDED or is_given(e) for e in new):
        return
    for draft in waiting(case):
        if not _goes_as(case, draft):
            _overtaken(turn, case, draft)


def _overtaken(turn: Turn, case: Case, draft: Draft) -> None:
    case.note("overtaken", turn.now, None, draft=draft.index)
    words = text("approval-overtaken", number=case.number)
    seniors.settle(turn, case, NAME, words, str(draft.index))
    _tell_writer(turn, case, draft, Say(words))


def disapprove(turn: Turn, number: str, index: str) -> None:
    """It does not go out like this: why?"""
    case = allowed(turn, number, Action.APPROVE)
    if case is not None and _to_decide(turn, case, index):
        asking.ask(turn, case, "disapprove", text("approval-why", number=number), chosen={"draft": index})


def _disapproved(turn: Turn, case: Case, said: Written) -> None:
    draft = _to_decide(turn, case, said.chosen.get("draft", ""))
    if draft is None:
        return
    case.note("disapprove", turn.now, turn.who.id, why=said.words, draft=draft.index)
    given = text("approval-refused", number=case.number, who=turn.who.name or "—")
    seniors.settle(turn, case, NAME, given, str(draft.index))
    turn.reply("approval-returned-kept", slot=f"writing:{case.number}", number=case.number)
    params = {"number": case.number, "who": turn.who.name or "—"}
    back = text("approval-returned", why=said.words, words=draft.words, **params)
    why, words = for_groups(said.words, case.name), for_groups(draft.words, case.name)
    shown = text("approval-returned", why=why, words=words, **params)
    _tell_writer(turn, case, draft, Say(back, _again(case, draft)), Say(shown, _again(case, draft)))


def _again(case: Case, draft: Draft) -> Rows:
    verb = "rewrite" if _goes_as(case, draft) == REPLY else "answer"
    return ((choice("rewrite-reply", verb, case.number), choice("see-card", "card", case.number)),)


def _tell_writer(turn: Turn, case: Case, draft: Draft, say: Say, for_desk: Say | None = None) -> None:
    """Whoever wrote it; the desk where that was a handler, whose words the desk now has to put right."""
    say = Say(say.text, say.rows, subject=case.number)
    told = turn.tell_id(draft.by or case.handler, say)
    if for_desk and (draft.by is None or not told):
        turn.post(turn.site_of(case), DESK, Say(for_desk.text, for_desk.rows, subject=case.number))


TAPS = {"approve": approve, "disapprove": disapprove}
WRITERS = {"disapprove": Writer(Action.APPROVE, _disapproved)}
MATTERS = {NAME: Matter(_roles, lambda sop: sop.above.wait_approval, _card, _writer)}
FOLLOWERS = (overtake,)
