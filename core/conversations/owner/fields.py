"""What filing asks for, field by field: the question, how an answer is read, what can be tapped instead."""

from collections.abc import Callable
from dataclasses import dataclass

from core.case import JOBS, Kind
from core.chat import Choice, Rows, Text, choice
from core.conversations.owner.draft import Draft
from core.conversations.wording import own_number, place_of
from core.texts import meant
from core.turn import Turn, rows_of
from core.understanding import read_phone, read_unit

LONG_ANSWER = 12  # characters: more than this says more than was asked, and is kept as part of the issue
EDITABLE = ("kind", "issue", "unit", "name", "phone", "expectation")


def missing(turn: Turn, draft: Draft) -> str:
    """The next thing to ask for, or nothing; what does not send anybody out needs no address."""
    if not (draft.words or draft.media):
        return "issue"
    if not draft.site:
        return "site"
    if not draft.kind:
        return "kind"
    if draft.kind not in JOBS:
        return ""
    if draft.unit is None or (draft.unit and not turn.sites[draft.site].has_unit(draft.unit)):
        return "unit"
    if not draft.phone and "phone" not in draft.fixed:
        return "phone"
    return "expectation" if draft.guided and draft.expectation is None else ""


def ask(turn: Turn, draft: Draft, step: str) -> None:
    """Ask; after an answer we could not read apologetically, with an example; after two also offer a person."""
    field = FIELDS[step]
    rows = field.offers(turn, draft)
    helped = turn.sites[draft.site].sop.intake.failures if draft.site else 2
    if draft.failures >= helped:
        rows += ((choice("ask-a-person", "human", draft.id),),)
    again = "-again" if draft.failures or (step == "unit" and draft.unit) else ""
    turn.reply(f"ask-{step}{again}", *rows, slot=f"draft:{draft.id}", example=example_of(turn, draft))


def example_of(turn: Turn, draft: Draft) -> Text | str:
    """A unit as it is written at this site."""
    return place_of(turn.sites[draft.site].example_unit) if draft.site else ""


def edit_rows(draft: Draft) -> Rows:
    """A button for every field."""
    fields = rows_of([choice(f"field-{name}", "edit", draft.id, name) for name in EDITABLE], 3)
    return (*fields, (choice("back", "told", draft.id),))


# reading an answer: True when the question is answered


def _read_issue(turn: Turn, draft: Draft) -> bool:
    draft.words, draft.because = [], []
    draft.hear(turn.event, turn.sites)
    return bool(draft.words)


def _read_site(turn: Turn, draft: Draft) -> bool:
    typed = turn.event.text.strip()
    found = [site.id for site in turn.sites.values() if typed and typed in site.name]
    draft.site = found[0] if len(found) == 1 else ""
    return bool(draft.site)


def _read_unit(turn: Turn, draft: Draft) -> bool:
    found = read_unit(turn.event.text)
    if len(turn.event.text) > LONG_ANSWER:
        draft.hear(turn.event, turn.sites)
        found = found or draft.unit
    if found is None or not turn.sites[draft.site].has_unit(found):
        draft.unit = None
        return False
    draft.fix("unit", found)
    return True


def _read_phone(turn: Turn, draft: Draft) -> bool:
    found = own_number(turn.event.phone) if turn.event.phone else read_phone(turn.event.text)
    if not found:
        return False
    draft.fix("phone", found)
    if len(turn.event.text) > len(found) + LONG_ANSWER // 2:
        draft.hear(turn.event, turn.sites)
    return True


def _read_name(turn: Turn, draft: Draft) -> bool:
    name = "".join(c for c in turn.event.text.strip()[:40] if c.isprintable())
    if name:
        draft.fix("name", name)
    return bool(name)


def _read_expectation(turn: Turn, draft: Draft) -> bool:
    draft.fix("expectation", turn.event.text.strip())
    return True


def _read_kind(turn: Turn, draft: Draft) -> bool:
    label = meant(turn.event.text, [f"kind-{kind}" for kind in Kind])
    if label:
        draft.fix("kind", label.removeprefix("kind-"))
    return bool(label)


# what can be tapped instead


def _no_offers(turn: Turn, draft: Draft) -> Rows:
    return ()


def _sites(turn: Turn, draft: Draft) -> Rows:
    return rows_of([_plain(site.name, draft, "site", site.id) for site in turn.sites.values()], 1)


def _units(turn: Turn, draft: Draft) -> Rows:
    homes = [home.unit for home in turn.who.homes if home.site == draft.site]
    own = [Choice(place_of(unit), f"pick:{draft.id}:unit:{unit}") for unit in homes]
    return rows_of([*own, choice("place-common", "pick", draft.id, "unit", "")], 2)


def _phones(turn: Turn, draft: Draft) -> Rows:
    own = [_plain(turn.who.phone, draft, "phone", turn.who.phone)] if turn.who.phone else []
    return rows_of([*own, choice("chat-only", "pick", draft.id, "phone", "")], 1)


def _expectations(turn: Turn, draft: Draft) -> Rows:
    return ((choice("no-expectation", "pick", draft.id, "expectation", ""),),)


def _kinds(turn: Turn, draft: Draft) -> Rows:
    return rows_of([choice(f"kind-{kind}", "pick", draft.id, "kind", kind.value) for kind in Kind], 3)


def _plain(label: str, draft: Draft, field: str, value: str) -> Choice:
    return choice("as-it-is", "pick", draft.id, field, value, words=label)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a draft: how its answer is read, and what is offered to tap."""

    read: Callable[[Turn, Draft], bool]
    offers: Callable[[Turn, Draft], Rows] = _no_offers

    def takes(self, turn: Turn, draft: Draft, value: str) -> bool:
        """Whether a value is one of those offered; a button can be forged."""
        return any(c.act.split(":", 3)[3:] == [value] for row in self.offers(turn, draft) for c in row)


FIELDS = {
    "issue": Field(_read_issue),
    "site": Field(_read_site, _sites),
    "kind": Field(_read_kind, _kinds),
    "unit": Field(_read_unit, _units),
    "phone": Field(_read_phone, _phones),
    "name": Field(_read_name),
    "expectation": Field(_read_expectation, _expectations),
}
