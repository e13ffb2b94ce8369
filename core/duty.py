"""Who is on duty: by the roster where there is one, by their posts where there is none (DI-7)."""

from collections.abc import Iterable, Sequence

from core.case import Case, State
from core.chat import Text, text
from core.people import Person, Role
from core.site import DESK, Site
from core.timing.working import Shift
from core.turn import Turn

ROLES = frozenset(role.value for role in Role)
NAMED_SHIFTS = ("early", "middle", "night")  # those that have a name in every language


def shift_on(turn: Turn, site: str) -> Shift:
    """The shift that is on at a site."""
    return turn.sites.working(site).shift_at(turn.now)


def shift_name(name: str) -> Text:
    """What a shift is called; one that only this site has is called as its procedure writes it."""
    return text(f"shift-{name}") if name in NAMED_SHIFTS else text("as-it-is", words=name)


def place_name(site: Site, department: str) -> Text | str:
    """What a department, or a role that is on the roster like one, is called."""
    found = site.department(department)
    return found.name if found else text(f"role-{department}") if department in ROLES else department


def rostered(turn: Turn, site: str, department: str, shift: Shift) -> list[Person]:
    """Whom the roster names and who still works here; nobody where there is no roster."""
    lines = turn.book.duties(site, shift.day, shift.name, department)
    found = (turn.book.person(line.person) for line in lines)
    return [person for person in found if person and person.roles(site)]


def officers(turn: Turn, site: str, cover: str, shift: Shift) -> list[Person]:
    """Who covers: whoever holds the post, of several those on the roster."""
    if cover in ROLES:
        holders = turn.book.staff(site, frozenset({Role(cover)}))
    else:
        holders = turn.book.staff(site, frozenset({Role.DUTY}), cover)
    chosen = {person.id for person in rostered(turn, site, cover, shift)}
    return [person for person in holders if person.id in chosen] or list(holders)


def covering(turn: Turn, site: str) -> list[Person]:
    """Everybody who covers the shift that is on."""
    shift = shift_on(turn, site)
    return _once(person for cover in shift.cover for person in officers(turn, site, cover, shift))


def to_call(turn: Turn, case: Case) -> list[Person]:
    """Whom to telephone about an emergency: those on duty, whoever covers, else whoever heads the department."""
    shift = shift_on(turn, case.site)
    on = rostered(turn, case.site, case.department, shift) if case.department else []
    return _once([*on, *covering(turn, case.site)]) or heads(turn, case.site, case.department)


def heads(turn: Turn, site: str, department: str) -> list[Person]:
    """Who heads a department: its supervisors, at the desk its lead; the manager where there is nobody."""
    if department in {"", DESK}:
        found = turn.book.staff(site, frozenset({Role.LEAD}))
    else:
        found = turn.book.staff(site, frozenset({Role.SUPERVISOR}), department)
    return list(found) or seniors(turn, site)


def seniors(turn: Turn, site: str) -> list[Person]:
    """The manager, or the assistant where there is none."""
    found = turn.book.staff(site, frozenset({Role.MANAGER}))
    return list(found or turn.book.staff(site, frozenset({Role.ASSISTANT})))


def names(people: Sequence[Person]) -> str:
    """Several people in a line."""
    return "、".join(person.name or "—" for person in people)


def on_card(turn: Turn, case: Case) -> tuple[Text, ...]:
    """The line of a new job's card that names those on duty, where there is a roster."""
    if case.state is not State.DISPATCHED:
        return ()
    on = rostered(turn, case.site, case.department, shift_on(turn, case.site))
    return (text("card-on-duty", names=names(on)),) if on else ()


def _once(people: Iterable[Person]) -> list[Person]:
    return list({person.id: person for person in people}.values())
