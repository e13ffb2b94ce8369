"""An emergency that is none any more: nobody need be called, and whoever was alarmed hears that it is over (DI-3)."""

from core import duty
from core.case import Case
from core.chat import Say, text
from core.conversations.answer.calls import call_off
from core.conversations.clock import callout, ladder
from core.conversations.wording import place_of
from core.people import Person, Role
from core.turn import Turn


def sound(turn: Turn, case: Case, key: str) -> None:
    """Say it to everybody the alarm went to, those of an earlier shift as well."""
    people = _alarmed(turn, case)
    call_off(turn, case, callout.KIND)
    say = Say(text(key, number=case.number, place=place_of(case.unit)), subject=case.number)
    for person in people:
        if person.id not in {turn.who.id, case.owner}:
            turn.tell(person, say)


def _alarmed(turn: Turn, case: Case) -> list[Person]:
    site = turn.site_of(case)
    found = [
        each for role in site.sop.ladder.emergency for each in ladder.superiors(turn, case, site, Role(role))
    ]
    found += duty.to_call(turn, case)
    entries = (entry.data.get("people", ()) for entry in case.history if entry.what == "cover")
    ids = [*(id for people in entries for id in people)]
    ids += [
        id
        for task in turn.book.tasks(site.id, callout.KIND, case.number)
        for id in task.data.get("people", ())
    ]
    found += [person for id in ids if (person := turn.book.person(id)) is not None and person.roles(site.id)]
    return list({person.id: person for person in found}.values())
