"""What waits for somebody above the desk: asked in private, reminded, and then the next one hears of it.

    ask ─▶ whoever is first ─▶ wait ─▶ the same once more ─▶ wait ─▶ the next … ─▶ all of them and the desk, each day
     └──────────────────────── until the matter is settled, by the case's own history ────────────────────────┘

A matter with nobody to ask is the desk's: what waits is never forgotten because a post is empty.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.book import Timer
from core.case import Case
from core.chat import Attachment, Rows, Say, Text, choice, text
from core.conversations.clock import ladder
from core.conversations.wording import place_of
from core.people import Person, Role
from core.policy import Sop
from core.policy.spans import Limit
from core.site import DESK
from core.turn import Turn

KIND = "above"  # of the timer
ASKED = "ask-above"  # of the entry: who was asked, when


@dataclass(frozen=True, slots=True)
class Card:
    """What somebody above is shown: words, and what they can do."""

    words: Text
    rows: Rows = ()
    media: tuple[Attachment, ...] = ()  # shown the first time
    for_desk: Text | None = None  # where everybody of the desk may read it; what else waits is only named


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that waits: whom it is for, how long each has, and its card, none once it is settled."""

    roles: Callable[[Sop, Case], Sequence[Role]]
    wait: Callable[[Sop], Limit]
    card: Callable[[Turn, Case, str], Card | None]
    but: Callable[[Case, str], int | None] = lambda case, of: None  # who is not asked: it is their own


matters: dict[str, Matter] = {}  # the MATTERS of all rooms, by name


def ask(turn: Turn, case: Case, name: str, of: str = "") -> None:
    """Ask whoever is first in line, and look again when they have had their time."""
    _ask(turn, case, name, of, 0)


def ask_later(turn: Turn, case: Case, name: str, of: str = "") -> None:
    """The desk has been asked; should nothing happen, those above are."""
    _look_again(turn, case, _subject(case, name, of), 0, matters[name].wait(turn.site_of(case).sop))


def ask_at(turn: Turn, case: Case, name: str, moment: datetime) -> None:
    """There is a time for it: until then nobody is reminded."""
    turn.after(Timer(KIND, _subject(case, name, ""), moment, data={"times": 1}))


def fall_due(turn: Turn, timer: Timer) -> None:
    """Remind, or go one further; what is settled meanwhile is waited for no more."""
    number, name, of = timer.subject.split("/")
    case = turn.book.case(number)
    if case is not None and name in matters:
        _ask(turn, case, name, of, int(timer.data.get("times", 0)))


def settle(turn: Turn, case: Case, name: str, words: Text, of: str = "") -> None:
    """It is done: everybody who was asked sees so on the card they have."""
    turn.book.cancel(KIND, _subject(case, name, of))
    told = {id for entry in _asked(case, name, of) for id in entry}
    for person in sorted(told):
        turn.tell_id(person, Say(words, slot=_slot(case, name, of), subject=case.number))


def show_again(turn: Turn, case: Case, name: str, of: str = "", media: tuple[Attachment, ...] = ()) -> None:
    """There is more to know about what somebody was asked: their card says so."""
    card = matters[name].card(turn, case, of)
    asked = {id for entry in _asked(case, name, of) for id in entry}
    if card is not None:
        say = _shown(case, _slot(case, name, of), replace(card, media=media))
        for person in sorted(asked):
            turn.tell_id(person, say)


def _ask(turn: Turn, case: Case, name: str, of: str, times: int) -> None:
    matter, sop = matters[name], turn.site_of(case).sop
    card = matter.card(turn, case, of)
    if card is None:
        return
    line = _line(turn, case, matter, of)
    for_all = max(0, times - 1) >= len(line)
    people = [p for rung in line for p in rung] if for_all else line[max(0, times - 1)]
    say = _shown(case, _slot(case, name, of), card if not times else replace(card, media=()))
    for person in people:
        turn.tell(person, say)
    if for_all:
        _tell_desk(turn, case, name, card)
    case.note(ASKED, turn.now, None, why=name, of=of, people=[p.id for p in people])
    wait = sop.above.again if for_all else matter.wait(sop)
    _look_again(turn, case, _subject(case, name, of), times + 1, wait)


def _line(turn: Turn, case: Case, matter: Matter, of: str) -> list[list[Person]]:
    """Who can be asked, one rung after another, each person once."""
    seen, line = {matter.but(case, of)}, []
    for role in matter.roles(turn.site_of(case).sop, case):
        rung = [p for p in reachable(turn, case, role) if p.id not in seen]
        seen |= {p.id for p in rung}
        line += [rung] if rung else []
    return line


def _shown(case: Case, slot: str, card: Card) -> Say:
    see = choice("see-card", "card", case.number)
    rows = (*card.rows, (see,))
    return Say(card.words, rows, card.media, slot=slot, subject=case.number, fresh=True)


def _tell_desk(turn: Turn, case: Case, name: str, card: Card) -> None:
    """Nobody above has done it yet, or nobody is there: the desk knows what waits."""
    words = text("above-waits", number=case.number, place=place_of(case.unit), what=text(f"matter-{name}"))
    rows = (choice("see-card", "card", case.number),)
    turn.post(turn.site_of(case), DESK, Say(card.for_desk or words, (rows,), subject=case.number))


def _look_again(turn: Turn, case: Case, subject: str, times: int, wait: Limit) -> None:
    working = turn.sites.working(case.site)
    due = working.due(turn.now, wait.by_wall if case.urgent else wait)
    turn.after(Timer(KIND, subject, due, data={"times": times}))


def _asked(case: Case, name: str, of: str) -> Iterator[Sequence[int]]:
    for entry in case.history:
        if entry.what == ASKED and entry.why == name and entry.data.get("of", "") == of:
            yield entry.data["people"]


def _subject(case: Case, name: str, of: str) -> str:
    return f"{case.number}/{name}/{of}"


def _slot(case: Case, name: str, of: str) -> str:
    return f"{name}{of}:{case.number}"


# who they are


def reachable(turn: Turn, case: Case, role: Role) -> list[Person]:
    """Whoever holds a role above the case and can be written to."""
    people = ladder.superiors(turn, case, turn.site_of(case), role)
    return [person for person in people if person.account is not None]


def first(turn: Turn, case: Case, roles: Sequence[Role]) -> list[Person]:
    """The people of the first role that somebody holds."""
    return next((people for role in roles if (people := reachable(turn, case, role))), [])


def everybody(turn: Turn, case: Case, roles: Sequence[Role]) -> list[Person]:
    """The people of all these roles, each once."""
    return list({person.id: person for role in roles for person in reachable(turn, case, role)}.values())


def tell(turn: Turn, case: Case, people: Sequence[Person], say: Say) -> None:
    """Tell several people in private, but for whoever did it."""
    for person in people:
        if person.id != turn.who.id:
            turn.tell(person, replace(say, subject=case.number))


TIMERS = {KIND: fall_due}
