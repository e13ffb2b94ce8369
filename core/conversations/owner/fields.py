"""What filing asks for, field by field: the question, how an answer is read, what can be tapped instead."""

from collections.abc import Callable
from dataclasses import dataclass

from core.case import VISITS, Kind
from core.chat import Choice, Rows, Text, choice
from core.conversations.answer import ways
from core.conversations.owner.draft import Draft
from core.conversations.recording import heard, whom
from core.conversations.wording import own_number, place_of
from core.site import Site
from core.texts import meant
from core.turn import Turn, rows_of
from core.understanding import read_phone, read_unit

LONG_ANSWER = 12  # characters: more than this says more than was asked, and is kept as part of the issue
EDITABLE = ("kind", "issue", "unit", "name", "phone", "expectation", "way")
RECORDED = (*EDITABLE, "via", "received", "recipient")  # and what a colleague records has besides


def missing(turn: Turn, draft: Draft) -> str:
    """The next thing to ask for, or nothing; what does not send anybody out needs no address."""
    if draft.by and (step := _unheard(draft)):
        return step
    if not (draft.words or draft.media):
        return "issue"
    if not draft.site:
        return "site"
    if not draft.kind:
        return "kind"
    if draft.by and (step := _unknown(draft)):
        return step
    if draft.way == ways.PHONE and not draft.phone and "phone" not in draft.fixed:
        return "phone"
    if draft.kind not in VISITS:
        return ""
    if draft.unit is None or (draft.unit and not turn.sites[draft.site].has_unit(draft.unit)):
        return "unit"
    if not draft.phone and "phone" not in draft.fixed:
        return "phone"
    return "expectation" if draft.guided and draft.expectation is None else ""


def _unheard(draft: Draft) -> str:
    """How it reached the office, where somebody records it."""
    return next((step for step in ("site", "via", "received") if not getattr(draft, step)), "")


def _unknown(draft: Draft) -> str:
    """Whom to answer, where it is not who writes to us: the number first, it may tell the rest."""
    found = (step for step in ("phone", "name") if not getattr(draft, step) and step not in draft.fixed)
    return next(found, "")


def ask(turn: Turn, draft: Draft, step: str) -> None:
    """Ask; after an answer we could not read apologetically, with an example; after two also offer a person."""
    field = FIELDS[step]
    rows = field.offers(turn, draft)
    helped = turn.sites[draft.site].sop.intake.failures if draft.site else 2
    if draft.failures >= helped and not draft.by:
        rows += ((choice("ask-a-person", "human", draft.id),),)
    again = "-again" if draft.failures or (step == "unit" and draft.unit) else ""
    if draft.by:
        rows += ((choice("cancel", "drop", draft.id),),)
    key = f"record-{step}{again}" if draft.by else f"ask-{step}{again}"
    turn.reply(key, *rows, slot=f"draft:{draft.id}", example=example_of(turn, draft))


def example_of(turn: Turn, draft: Draft) -> Text | str:
    """A unit as it is written at this site."""
    return place_of(turn.sites[draft.site].example_unit) if draft.site else ""


def editable(draft: Draft) -> tuple[str, ...]:
    """What can be changed of it."""
    return RECORDED if draft.by else EDITABLE


def edit_rows(draft: Draft) -> Rows:
    """A button for every field."""
    fields = rows_of([choice(f"field-{name}", "edit", draft.id, name) for name in editable(draft)], 3)
    return (*fields, (choice("back", "told", draft.id),))


# reading an answer: True when the question is answered


def _read_issue(turn: Turn, draft: Draft) -> bool:
    draft.words, draft.because = [], []
    draft.hear(turn.event, turn.sites)
    return bool(draft.words)


def _read_site(turn: Turn, draft: Draft) -> bool:
    typed = turn.event.text.strip()
    found = [site.id for site in _open_sites(turn, draft) if typed and typed in site.name]
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
    return rows_of([_plain(site.name, draft, "site", site.id) for site in _open_sites(turn, draft)], 1)


def _open_sites(turn: Turn, draft: Draft) -> list[Site]:
    """Where this can be filed: anywhere, and by a colleague where they work (PE-2)."""
    return [site for site in turn.sites.values() if not draft.by or turn.who.roles(site.id)]


def _units(turn: Turn, draft: Draft) -> Rows:
    known = [home.unit for home in turn.who.homes if home.site == draft.site]
    homes = whom.homes_of(turn, draft) if draft.by else known
    own = [Choice(place_of(unit), f"pick:{draft.id}:unit:{unit}") for unit in homes]
    return rows_of([*own, choice("place-common", "pick", draft.id, "unit", "")], 2)


def _phones(turn: Turn, draft: Draft) -> Rows:
    if draft.by:
        return ((choice("no-phone", "pick", draft.id, "phone", ""),),)
    own = [_plain(turn.who.phone, draft, "phone", turn.who.phone)] if turn.who.phone else []
    return rows_of([*own, choice("chat-only", "pick", draft.id, "phone", "")], 1)


def _names(turn: Turn, draft: Draft) -> Rows:
    return ((choice("no-name", "pick", draft.id, "name", ""),),) if draft.by else ()


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
    chosen: Callable[[Turn, Draft, str], None] | None = (
        None  # what a tap does, where it is not the value itself
    )

    def takes(self, turn: Turn, draft: Draft, value: str) -> bool:
        """Whether a value is one of those offered; a button can be forged."""
        return any(c.act.split(":", 3)[3:] == [value] for row in self.offers(turn, draft) for c in row)


FIELDS = {
    "issue": Field(_read_issue),
    "site": Field(_read_site, _sites),
    "kind": Field(_read_kind, _kinds),
    "unit": Field(_read_unit, _units),
    "phone": Field(_read_phone, _phones),
    "name": Field(_read_name, _names),
    "expectation": Field(_read_expectation, _expectations),
    "way": Field(ways.read_way, ways.offers, ways.put_way),
    "via": Field(heard.read_via, heard.vias),
    "received": Field(heard.read_received, heard.times, heard.put_received),
    "recipient": Field(heard.read_recipient, heard.recipients, heard.put_recipient),
}
ASKED = [name for name in FIELDS if name not in {"via", "received", "recipient"}]  # of owners
