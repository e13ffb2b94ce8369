"""Anger, or a demand for somebody senior (RE-8): the desk and a senior hear of it at once, the owner is offered a talk.

    an owner's words, or one chase too many ─▶ desk and lead, then manager ─▶ ticked as talked to
                     └─▶ once a round: somebody senior takes over · at the office · tomorrow

In the first words of a case only the demand counts: there anger is about what happened, not about how it is dealt with.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.book import Task
from core.case import Case, Entry, State
from core.chat import Say, Text, choice, text
from core.conversations import times
from core.conversations.above import seniors
from core.conversations.above.seniors import Card, Matter
from core.conversations.access import allowed
from core.conversations.desk import desk
from core.conversations.wording import for_groups, guesses, place_of
from core.people import Person, Role
from core.rights import Action
from core.site import DESK
from core.turn import Turn
from core.understanding.tone import tone

NAME = "talk"  # of the matter and of the task
SENIOR, PLACE, LATER = WAYS = ("senior", "place", "later")
WORDS = frozenset({"file", "add", "correct", "reject"})
RANKS = (Role.DEPUTY_GM, Role.MANAGER, Role.ASSISTANT, Role.LEAD)

# heard


def listen(turn: Turn, case: Case, new: Sequence[Entry]) -> None:
    """What the owner wrote in this turn, and how often they had to."""
    own = [e for e in new if e.by == case.owner or e.what == "file"]
    because = tuple(dict.fromkeys(word for e in own for word in _because(turn, case, e)))
    often = _too_often(turn, case) if any(e.what == "chase" for e in own) else 0
    if not (because or often) or case.state is State.WITHDRAWN:
        return _pass_on(turn, case, own)
    if _lately(turn, case):
        _pass_on(turn, case, own)
    else:
        case.note("anger", turn.now, None, why=_said(case, own), found=because, chases=often)
        _tell(turn, case)
    if any(e.by == case.owner for e in own):
        _offer(turn, case)
    return None


def _because(turn: Turn, case: Case, entry: Entry) -> tuple[str, ...]:
    if entry.what not in WORDS:
        return ()
    rules, first = turn.site_of(case).sop.anger, entry.what == "file"
    heard = tone(case.issue if first else entry.why, rules.words, rules.seniors, rules.harmless)
    return heard.senior if first else heard.because


def _said(case: Case, own: Sequence[Entry]) -> str:
    words = (case.issue if e.what == "file" else e.why for e in own if e.what in WORDS)
    return "\n".join(filter(None, words))


def _too_often(turn: Turn, case: Case) -> int:
    times_ = sum(e.what == "chase" and e.round == case.round for e in case.history)
    return times_ if times_ >= turn.site_of(case).sop.anger.chases else 0


def _lately(turn: Turn, case: Case) -> bool:
    """Whether they were told of it a moment ago."""
    last, again = case.last("anger"), turn.site_of(case).sop.anger.again
    return last is not None and last.round == case.round and turn.now - last.at < again


def _pass_on(turn: Turn, case: Case, own: Sequence[Entry]) -> None:
    """Whoever took it over hears what the owner says from then on."""
    senior = case.last("senior")
    words = _said(case, own)
    if senior and words and case.is_open and senior.by != turn.who.id:
        row = (choice("write-owner", "answer", case.number), choice("see-card", "card", case.number))
        say = Say(text("senior-hears", number=case.number, words=words), (row,), subject=case.number)
        turn.tell_id(senior.by, say)


def _tell(turn: Turn, case: Case) -> None:
    heard = case.last("anger")
    words = text("anger-desk", **_heard(case, heard))
    row = (choice("write-owner", "answer", case.number), choice("see-card", "card", case.number))
    turn.post(turn.site_of(case), DESK, Say(words, (row,), subject=case.number))
    seniors.ask(turn, case, NAME)


def _heard(case: Case, heard: Entry | None) -> dict[str, str | int | Text]:
    data = heard.data if heard else {}
    words = for_groups(heard.why if heard else "", case.name)
    because = guesses(data.get("found", ()))
    return {"number": case.number, "because": because, "chases": data.get("chases", 0), "words": words or "—"}


def _offer(turn: Turn, case: Case) -> None:
    """Change of person, of place, of time: offered once a round."""
    if case.since("calm-offer"):
        return
    case.note("calm-offer", turn.now, None)
    rows = tuple((choice(f"calm-{way}", "calm", case.number, way),) for way in WAYS)
    slot = f"calm:{case.number}"
    say = Say(text("calm-offer", number=case.number), rows, slot=slot, subject=case.number, fresh=True)
    desk.tell_owner(turn, case, say)


# chosen by the owner


def chosen(turn: Turn, number: str, way: str) -> None:
    """By somebody else, somewhere else, or another time; the last two want a time."""
    case = _open_offer(turn, number)
    if case is None:
        return None
    if way == SENIOR:
        return _agree(turn, case, way)
    if way not in WAYS:
        return turn.answer_tap("went-on", alert=True, number=number)
    rows = times.offer(turn, case, "calmat", number, way, least=_least(turn, case, way))
    return turn.reply(f"calm-when-{way}", *rows, slot=f"calm:{number}", number=number)


def chosen_at(turn: Turn, number: str, way: str, token: str) -> None:
    """And then."""
    case, at = _open_offer(turn, number), times.read(turn, token)
    if case is None:
        return None
    if at is None or way not in {PLACE, LATER}:
        return turn.answer_tap("time-over", alert=True, number=number)
    return _agree(turn, case, way, at)


def _open_offer(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.ADD)
    if case is None:
        return None
    if case.owner != turn.who.id or not case.since("calm-offer") or not _waits(case):
        turn.answer_tap("went-on", alert=True, number=number)
        return None
    return case


def _least(turn: Turn, case: Case, way: str) -> timedelta:
    """Tomorrow is not before midnight."""
    if way == PLACE:
        return timedelta(hours=1)
    now = turn.site_of(case).local(turn.now)
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1) - now


def _agree(turn: Turn, case: Case, way: str, at: datetime | None = None) -> None:
    """It is somebody's task from now on, with a person and a time, and the owner knows both."""
    people = seniors.first(turn, case, turn.site_of(case).sop.above.talk)
    data = {"way": way, "at": at.isoformat() if at else "", "who": [p.id for p in people]}
    case.note("calm", turn.now, turn.who.id, why=way, **data)
    _task(turn, case).data |= data
    seniors.ask(turn, case, NAME)
    if at:
        seniors.ask_at(turn, case, NAME, at)
    local = turn.site_of(case).local(at) if at else ""
    who, office = _title(people, case), _office(turn, case)
    turn.reply(
        f"calm-agreed-{way}", slot=f"calm:{case.number}", number=case.number, who=who, at=local, office=office
    )


def _task(turn: Turn, case: Case) -> Task:
    listed = turn.book.tasks(case.site, NAME, case.number)
    task = turn.book.task(listed[0].id) if listed else None
    return task or turn.book.open_task(Task(NAME, case.site, turn.now, case=case.number, person=case.owner))


def _title(people: Sequence[Person], case: Case) -> Text:
    """陈静（客服负责人）."""
    if not people:
        return text("our-senior")
    role = next(role for role in RANKS if role in people[0].roles(case.site))
    return text("name-and-role", name=people[0].name or "—", role=text(f"role-{role}"))


def _office(turn: Turn, case: Case) -> Text | str:
    site = turn.site_of(case)
    return site.sop.anger.office or text("desk-of", site=site.name)


# the senior


def _waits(case: Case) -> bool:
    """Whether somebody senior still has to talk to the owner."""
    names = [e.what for e in case.history if e.what in {"anger", "talked"}]
    return names[-1:] == ["anger"] and case.state is not State.WITHDRAWN


def _card(turn: Turn, case: Case, of: str) -> Card | None:
    if not _waits(case):
        return None
    agreed, taken = case.last("calm"), case.last("senior")
    mine = agreed if agreed and agreed.round == case.round else None
    words = text(
        "anger-card",
        place=place_of(case.unit),
        name=case.name or "—",
        wish=_wish(turn, case, mine),
        taken=_taken_by(turn, taken),
        **_heard(case, case.last("anger")),
    )
    row = (choice("take-over", "takeover", case.number), choice("talked", "talked", case.number))
    reach = (choice("write-owner", "answer", case.number), choice("show-number", "number", case.number))
    return Card(words, (row, reach))


def _wish(turn: Turn, case: Case, agreed: Entry | None) -> Text | str:
    if agreed is None:
        return "—"
    at = datetime.fromisoformat(agreed.data["at"]) if agreed.data["at"] else None
    return text(
        f"calm-wish-{agreed.why}", at=turn.site_of(case).local(at) if at else "", office=_office(turn, case)
    )


def _taken_by(turn: Turn, taken: Entry | None) -> str:
    person = turn.book.person(taken.by) if taken and taken.by else None
    return (person.name if person else "") or "—"


def take_over(turn: Turn, number: str) -> None:
    """我来跟进: from now on the owner has this person; of two taps the first counts."""
    case = _to_talk(turn, number)
    if case is None:
        return None
    taken = case.last("senior")
    if taken and taken.round == case.round:
        return turn.answer_tap("above-done", alert=True, number=number, who=_taken_by(turn, taken))
    case.note("senior", turn.now, turn.who.id, why=turn.who.name)
    title = _title([turn.who], case)
    desk.tell_owner(turn, case, Say(text("senior-here", number=number, who=title), subject=number))
    turn.post(turn.site_of(case), DESK, Say(text("senior-took", number=number, who=title), subject=number))
    seniors.show_again(turn, case, NAME)
    return turn.answer_tap("ok")


def talked(turn: Turn, number: str) -> None:
    """已联系: ticked by whoever talked to the owner."""
    case = _to_talk(turn, number)
    if case is None:
        return
    case.note("talked", turn.now, turn.who.id)
    for listed in turn.book.tasks(case.site, NAME, number):
        if task := turn.book.task(listed.id):
            task.done, task.done_by = turn.now, turn.who.id
    done = text("talked-to", number=number, who=turn.who.name or "—")
    seniors.settle(turn, case, NAME, done)
    turn.post(turn.site_of(case), DESK, Say(done, subject=number))
    turn.answer_tap("ok")


def _to_talk(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.SENIOR)
    if case is None or _waits(case):
        return case
    spoken = case.last("talked")
    if spoken:
        turn.answer_tap("above-done", alert=True, number=number, who=_taken_by(turn, spoken))
    else:
        turn.answer_tap("moved-on", alert=True, number=number)
    return None


TAPS = {"calm": chosen, "calmat": chosen_at, "takeover": take_over, "talked": talked}
MATTERS = {NAME: Matter(lambda sop, case: sop.above.talk, lambda sop: sop.above.wait_talk, _card)}
FOLLOWERS = (listen,)
