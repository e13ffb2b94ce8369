"""/duty: who is on duty now, and today's roster set with taps by whoever heads a department (DI-7)."""

from datetime import date

from core import duty
from core.book import Duty
from core.chat import Choice, Rows, Say, Text, choice, text
from core.people import Person, Post, Role
from core.site import DESK, Site
from core.timing.working import Shift
from core.turn import Turn, rows_of

ABOVE = frozenset({Role.MANAGER, Role.ASSISTANT, Role.LEAD, Role.ADMIN})  # set the roster of any department


def now(turn: Turn) -> None:
    """Who is on, shown to the staff; with a button for each roster this person may set."""
    group = turn.book.group_at(turn.event.place) if not turn.event.private else None
    ids = [group.site] if group else [post.site for post in turn.who.posts]
    mine = [turn.sites[id] for id in dict.fromkeys(ids) if id in turn.sites and turn.who.roles(id)]
    if not mine:
        return turn.reply("duty-staff-only")
    for site in mine:
        turn.answer(_board(turn, site))
    return None


def _board(turn: Turn, site: Site) -> Say:
    shift = duty.shift_on(turn, site.id)
    words = text(
        "duty-now",
        site=site.name,
        shift=duty.shift_name(shift.name),
        until=site.local(shift.ends),
        holiday=str(shift.holiday).lower(),
        lines=tuple(_line(turn, site, department, shift) for department in _departments(site)),
        covers=tuple(_cover(turn, site, cover, shift) for cover in shift.cover),
    )
    return Say(words, _to_set(turn, site, shift), slot=f"duty:{site.id}")


def _departments(site: Site) -> list[str]:
    """The departments, and the roles that are on the roster like one."""
    covers = [c for c in site.sop.shifts.cover.values() if c in duty.ROLES]
    return list(dict.fromkeys([*(d.id for d in site.departments), *covers]))


def _line(turn: Turn, site: Site, department: str, shift: Shift) -> Text:
    on = duty.rostered(turn, site.id, department, shift)
    who = duty.names(on) if on else text("no-roster")
    return text("duty-line", department=duty.place_name(site, department), names=who)


def _cover(turn: Turn, site: Site, cover: str, shift: Shift) -> Text:
    people = duty.officers(turn, site.id, cover, shift)
    who = duty.names(people) if people else text("nobody-covers")
    return text("duty-cover", department=duty.place_name(site, cover), names=who)


# setting today's roster


def _may_set(turn: Turn, site: Site, department: str) -> bool:
    roles = turn.who.roles(site.id)
    return bool(roles & ABOVE) or Post(site.id, Role.SUPERVISOR, department) in turn.who.posts


def _to_set(turn: Turn, site: Site, shift: Shift) -> Rows:
    mine = [d for d in _departments(site) if _may_set(turn, site, d)]
    if len(mine) == 1:
        return rows_of(_shifts(site, mine[0], shift.day), 3)
    taps = [
        choice("as-it-is", "rotas", site.id, d, _token(shift.day), words=duty.place_name(site, d))
        for d in mine
    ]
    return rows_of(taps, 2)


def _shifts(site: Site, department: str, day: date) -> list[Choice]:
    return [
        choice("set-shift", "rota", site.id, department, _token(day, i), shift=duty.shift_name(name))
        for i, name in enumerate(_names(site))
    ]


def _names(site: Site) -> list[str]:
    """The shifts in the order of the day; a button carries the place in it."""
    return sorted(site.sop.shifts.start, key=lambda name: site.sop.shifts.start[name])


def _token(day: date, index: int = 0) -> str:
    """Which shift of which day, as a button carries it."""
    return f"{index}{day:%m%d}"


def shifts(turn: Turn, site: str, department: str, when: str) -> None:
    """The shifts of a department, for whoever may set several departments."""
    found = _settable(turn, site, department, when)
    if found is None:
        return
    shift = duty.shift_on(turn, site)
    words = text("rota-which", department=duty.place_name(found, department))
    turn.answer(Say(words, rows_of(_shifts(found, department, shift.day), 3), slot=f"duty:{site}"))


def people(turn: Turn, site: str, department: str, when: str) -> None:
    """Who could be on in a shift, and who is."""
    found = _settable(turn, site, department, when)
    if found is not None:
        turn.answer(_people(turn, found, department, _index(when)))


def _index(when: str) -> int:
    return int(when[:-4])


def _people(turn: Turn, site: Site, department: str, index: int) -> Say:
    day, name = duty.shift_on(turn, site.id).day, _names(site)[index]
    on = {line.person for line in turn.book.duties(site.id, day, name, department)}
    members = _members(turn, site, department)
    shift = duty.shift_name(name)
    act = ("onoff", site.id, department, _token(day, index))
    taps = [choice("on-duty" if p.id in on else "off-duty", *act, p.id, name=p.name or "—") for p in members]
    words = text(
        "rota",
        department=duty.place_name(site, department),
        shift=shift,
        day=site.local(turn.sites.working(site.id).at(day, site.sop.shifts.start[name])),
        names=duty.names([p for p in members if p.id in on]) or text("no-roster"),
    )
    return Say(words, rows_of(taps, 2), slot=f"duty:{site.id}")


def _members(turn: Turn, site: Site, department: str) -> list[Person]:
    """Who belongs to a department; at the desk its agents, and of a role its holders."""
    staff = turn.book.staff(site.id, frozenset(Role))
    return [person for person in staff if belongs(person, site.id, department)]


def belongs(person: Person, site: str, department: str) -> bool:
    """Whether somebody can be on the roster of a department."""
    roles = {Role.AGENT, Role.LEAD} if department == DESK else set()
    return any(
        post.site == site and (department in {post.department, post.role} or post.role in roles)
        for post in person.posts
    )


def toggle(turn: Turn, site: str, department: str, when: str, person: str) -> None:
    """On the roster, or off it; whoever is put on hears of it."""
    found = _settable(turn, site, department, when)
    who = turn.book.person(int(person)) if person.isdigit() else None
    if found is None:
        return None
    if who is None or not belongs(who, site, department):
        return turn.answer_tap("not-of-department", alert=True)
    name, today = _names(found)[_index(when)], duty.shift_on(turn, site).day
    line = Duty(site, today, name, department, who.id)
    if line in turn.book.duties(site, today, name, department):
        turn.book.take_off_duty(line)
    else:
        turn.book.put_on_duty(line)
        _tell(turn, found, who, line)
    return turn.answer(_people(turn, found, department, _index(when)))


def _tell(turn: Turn, site: Site, who: Person, line: Duty) -> None:
    if who.id == turn.who.id:
        return
    words = text(
        "you-are-on",
        shift=duty.shift_name(line.shift),
        department=duty.place_name(site, line.department),
        at=site.local(turn.sites.working(site.id).at(line.day, site.sop.shifts.start[line.shift])),
    )
    turn.tell(who, Say(words))


def _settable(turn: Turn, site: str, department: str, when: str) -> Site | None:
    """The site, if this person may set the roster of this department, and the button is of today."""
    found = turn.sites.get(site)
    if found is None or department not in _departments(found) or not _may_set(turn, found, department):
        turn.answer_tap("rota-not-yours", alert=True)
        return None
    day = duty.shift_on(turn, site).day
    if when not in {_token(day, index) for index in range(len(_names(found)))}:
        turn.answer_tap("rota-old", alert=True)
        return None
    return found


TAPS = {"rotas": shifts, "rota": people, "onoff": toggle}
