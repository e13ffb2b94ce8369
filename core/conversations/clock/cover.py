"""Night and holiday cover: besides the department a case goes to whoever is there, and back in the morning (DI-7).

Where a case went is in its history ("cover"); whoever covers has the rights of it only while their shift is on.
"""

from dataclasses import dataclass

from core import duty
from core.book import Task
from core.case import Case, Entry, State
from core.chat import Choice, Rows, Say, choice, text
from core.conversations.clock.callout import LYING
from core.conversations.work import card
from core.people import Group, Person
from core.site import DESK, Site
from core.timing.working import Shift
from core.turn import Turn


@dataclass(frozen=True, slots=True)
class Places:
    """Where those who cover see a case: in a group of their own, or each in private."""

    people: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()  # departments


# what a turn did to a case


def keep(turn: Turn) -> None:
    """Show every case this turn touched to whoever covers: a new one anew, one they have as it now stands."""
    for case in tuple(turn.book.cases_in_hand()):
        new = [entry for entry in case.unsaved if _lands(entry)]
        if any(entry.what == "cover" for entry in case.unsaved):
            continue
        if new and lies(case):
            call_in(turn, case, again=all(e.before in LYING and e.what != "file" for e in new))
        elif any(_is_seen(entry) for entry in case.unsaved) and (told := _told(case)):
            _follow(turn, case, told)


def _lands(entry: Entry) -> bool:
    """Whether it begins to wait for somebody with this."""
    step = entry.before is not entry.after or entry.what in {"file", "transfer", "dispatch"}
    return step and entry.after in LYING


def _follow(turn: Turn, case: Case, told: Places) -> None:
    """Their cards follow the case while they are there; at home they are left alone."""
    entry = case.last("cover")
    if entry and {*entry.data["to"]} & {*duty.shift_on(turn, case.site).cover}:
        _show(turn, case, told)


def _is_seen(entry: Entry) -> bool:
    """Whether it changes what a card says; some platforms let us change one but once."""
    return entry.before is not entry.after or entry.what in {"transfer", "judge", *card.SHOWN_NOTES}


def lies(case: Case) -> bool:
    """Whether somebody has to take it, or to say where it goes."""
    return case.state is State.DISPATCHED or (case.state is State.FILED and case.is_job)


def _told(case: Case) -> Places | None:
    entry = case.last("cover")
    if entry is None or not (entry.data.get("people") or entry.data.get("groups")):
        return None
    return Places(tuple(entry.data["people"]), tuple(entry.data["groups"]))


def call_in(turn: Turn, case: Case, again: bool = False) -> None:
    """Show a case to everybody who covers now; where nobody does, that is told and the department has it alone."""
    site, shift = turn.site_of(case), duty.shift_on(turn, case.site)
    if not shift.cover:
        return
    had = (_told(case) if again else None) or Places()
    people: list[int] = []
    groups: list[str] = []
    for cover in shift.cover:
        found = _groups(turn, site, cover)
        groups += [cover] if found else []
        reached = [] if found else _tell(turn, case, duty.officers(turn, site.id, cover, shift), had)
        people += reached
        if not (found or reached):
            _nobody(turn, case, site, cover, shift)
    for name in groups:
        _post(turn, case, name, _card(turn, case, fresh=name not in had.groups))
    case.note("cover", turn.now, None, why=shift.name, to=[*shift.cover], people=people, groups=groups)


def _groups(turn: Turn, site: Site, cover: str) -> tuple[Group, ...]:
    """The group of those who cover, where they have one as a department has."""
    return tuple(turn.book.groups(site.id, cover)) if cover in duty.ROLES else ()


def _tell(turn: Turn, case: Case, people: list[Person], had: Places) -> list[int]:
    return [p.id for p in people if turn.tell(p, _card(turn, case, fresh=p.id not in had.people))]


def _post(turn: Turn, case: Case, department: str, say: Say) -> None:
    for group in turn.book.groups(case.site, department):
        turn.say(group.place, say, turn.site_of(case).language)


def _show(turn: Turn, case: Case, places: Places, rows: Rows | None = None) -> None:
    """The cards of those who cover, as the case now stands."""
    for person in places.people:
        turn.tell_id(person, _card(turn, case, fresh=False, rows=rows))
    for department in places.groups:
        _post(turn, case, department, _card(turn, case, fresh=False, rows=rows))


def _card(turn: Turn, case: Case, fresh: bool, rows: Rows | None = None) -> Say:
    shown = _rows(turn, case) if rows is None else rows
    words, media = card.card_of(turn, case), case.media if fresh else ()
    return Say(words, shown, media, slot=f"case:{case.number}", subject=case.number, fresh=fresh)


def _rows(turn: Turn, case: Case) -> Rows:
    """What whoever covers can do: take it, send it elsewhere, say that it is urgent."""
    if not lies(case):
        return ()
    urgent: tuple[Choice, ...] = () if case.urgent else (choice("make-urgent", "urgent", case.number),)
    if case.state is State.DISPATCHED:
        return (*card.buttons(case), *((urgent,) if urgent else ()))
    more = choice("extras", "extras", case.number)
    return (*card.pairs(card.departments(turn, case, "send")), (*urgent, more))


def _nobody(turn: Turn, case: Case, site: Site, cover: str, shift: Shift) -> None:
    """Nobody covers: the manager and the desk hear of it, in each shift once, of an emergency every time."""
    case.note("no-cover", turn.now, None, why=cover)
    known = [task for task in turn.book.tasks(site.id, "no-cover") if task.data.get("cover") == cover]
    if not case.urgent and any(task.data.get("since") == shift.starts.isoformat() for task in known):
        return
    data = {"cover": cover, "since": shift.starts.isoformat()}
    task = turn.book.open_task(Task("no-cover", site.id, turn.now, case=case.number, data=data))
    words = text("no-cover", number=case.number, cover=duty.place_name(site, cover), site=site.name)
    say = Say(words, ((choice("arranged", "tick", task.id),),), slot=f"task:{task.id}", subject=case.number)
    task.data["told"] = [person.id for person in duty.seniors(turn, site.id) if turn.tell(person, say)]
    turn.post(site, DESK, say)


def release(turn: Turn, case: Case) -> None:
    """Whoever covered has no more to do with it, and nothing left to tap."""
    if places := _told(case):
        _show(turn, case, places, rows=())
    case.note("cover", turn.now, None, why="over", to=[], people=[], groups=[])
    if duty.shift_on(turn, case.site).cover:  # on a holiday somebody covers the day as well
        call_in(turn, case)
