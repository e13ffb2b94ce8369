"""For whom a colleague records: the owner known by that telephone number, or somebody new without an account."""

from dataclasses import replace

from core.conversations.owner.draft import Draft
from core.people import Home, Person
from core.turn import Turn


def owner_of(turn: Turn, draft: Draft) -> Person | None:
    """Whoever is known by the number, at best bound to that unit; a colleague only where they live there."""
    home = Home(draft.site, draft.unit or "")
    known = turn.book.with_phone(draft.phone) if draft.phone else ()
    owners = [person for person in known if not person.is_staff or home in person.homes]
    return min(owners, key=lambda person: _distance(person, home), default=None)


def _distance(person: Person, home: Home) -> tuple[bool, bool, bool, int]:
    lives_here = any(each.site == home.site for each in person.homes)
    return home not in person.homes, not lives_here, person.account is None, person.id


def colleague_of(turn: Turn, draft: Draft) -> Person | None:
    """A colleague whose number that is, where it is not their own home: probably a slip of the pen."""
    home = Home(draft.site, draft.unit or "")
    known = turn.book.with_phone(draft.phone) if draft.phone else ()
    return next((person for person in known if person.is_staff and home not in person.homes), None)


def find_or_add(turn: Turn, draft: Draft) -> Person:
    """The owner of what is recorded; an unknown one is written down, with a number that is theirs."""
    known = owner_of(turn, draft)
    if known is None:
        phone = "" if colleague_of(turn, draft) else draft.phone
        return turn.book.add(Person(0, draft.name, phone))
    if known.account is None and draft.name and not known.name:
        known = replace(known, name=draft.name)
        turn.book.keep(known)
    return known


def look_up(turn: Turn, draft: Draft) -> None:
    """What the roster says of the number is not asked again, where it says one thing."""
    if not draft.phone:
        return
    homes = homes_of(turn, draft)
    if draft.unit is None and len(homes) == 1:
        draft.unit = homes[0]
    names = {line.name for line in turn.book.residents(draft.phone) if line.site == draft.site and line.name}
    if not draft.name and len(names) == 1:
        (draft.name,) = names
    if not draft.name and (known := owner_of(turn, draft)):
        draft.name = known.name


def homes_of(turn: Turn, draft: Draft) -> list[str]:
    """The units the number belongs to, by the roster or by who is bound."""
    lines = turn.book.residents(draft.phone) if draft.phone else ()
    known = owner_of(turn, draft)
    units = [line.unit for line in lines if line.site == draft.site]
    units += [home.unit for home in known.homes if home.site == draft.site] if known else []
    return list(dict.fromkeys(units))
