"""Bodies outside the office, by name: where an owner may turn, and who gets a report (TR-1, TR-7)."""

from core.case import Case
from core.chat import Choice, Text, choice, text
from core.policy.outside import DEVELOPER, Body
from core.turn import Turn


def body_of(turn: Turn, case: Case, key: str) -> Body | None:
    """One of the site's list."""
    return next((body for body in turn.site_of(case).sop.scope.bodies if body.key == key), None)


def name_of(turn: Turn, case: Case, key: str) -> Text:
    """What a body is called; one that has left the list keeps its key."""
    if key == DEVELOPER:
        return body_name(key, turn.site_of(case).sop.classes.developer.name)
    body = body_of(turn, case, key)
    return body_name(key, body.name) if body else text("as-it-is", words=key)


def words_of(turn: Turn, case: Case, key: str) -> Text:
    """Name and telephone of a body."""
    if key == DEVELOPER:
        developer = turn.site_of(case).sop.classes.developer
        return body_words(key, developer.name, developer.phone)
    body = body_of(turn, case, key)
    return body_words(key, body.name, body.phone) if body else text("as-it-is", words=key)


def body_name(key: str, name: str) -> Text:
    """As the site calls it, else as the catalogue does."""
    return text("as-it-is", words=name) if name else text(f"body-{key}")


def body_words(key: str, name: str, phone: str) -> Text:
    """Its name, and its telephone where we know one."""
    known = body_name(key, name)
    return text("name-and-phone", name=known, phone=phone) if phone else known


def choices(turn: Turn, case: Case, verb: str, *more: str | int) -> list[Choice]:
    """A button for each."""
    return [
        choice("as-it-is", verb, case.number, body.key, *more, words=body_name(body.key, body.name))
        for body in turn.site_of(case).sop.scope.bodies
    ]
