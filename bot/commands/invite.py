"""`invite`: one-time codes for owners and for the staff."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import real
from bot.commands.database import open_store
from bot.commands.screen import refuse, say, settings, words
from bot.commands.sites import one_site, site_files
from bot.sitefile import plant
from core.book import Invite
from core.conversations.desk.inviting import LASTS
from core.conversations.owner.binding import CODE_PREFIX
from core.people import Person, Role, masked_phone
from core.site import Site
from core.understanding import read_phone, read_unit
from storage.people import new_code
from storage.roster import issue_invites, residents_at
from storage.unit import Store, Work

COLUMNS = ("unit", "name", "code", "link", "until")


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation and whom it is for."""

    invite: Invite
    name: str


def invite(
    *,
    site: Annotated[str, typer.Option(help=words("option-site"))] = "",
    unit: Annotated[str, typer.Option(help=words("option-unit"))] = "",
    staff: Annotated[str, typer.Option(help=words("option-staff"))] = "",
    everybody: Annotated[bool, typer.Option("--all", help=words("option-all"))] = False,
    days: Annotated[int, typer.Option(help=words("option-days"), min=1, max=366)] = LASTS.days,
    to: Annotated[Path | None, typer.Option("--csv", help=words("option-csv"))] = None,
) -> None:
    """Make one-time codes, and links where the bot's name is known."""
    if sum(map(bool, (unit, staff, everybody))) != 1:
        refuse("invite-which")
    given = settings()
    where = one_site(given, site)
    store = open_store(given)
    try:
        plant(store, site_files(given))  # somebody new may be invited before the next start
        letters = _letters(store, where, unit, staff, timedelta(days=days))
    finally:
        store.close()
    _hand_over(letters, where, given.telegram_name, to)


def _letters(store: Store, site: Site, unit: str, staff: str, lasts: timedelta) -> list[Letter]:
    expires = real() + lasts
    with store.transaction() as work:
        if unit:
            letters = [Letter(Invite(new_code(), site.id, read_home(site, unit), expires=expires), "")]
        elif staff:
            person = _colleague(work, site, staff)
            letters = [Letter(Invite(new_code(), site.id, person=person.id, expires=expires), person.name)]
        else:
            residents = residents_at(work.conn, site.id)
            letters = [
                Letter(Invite(new_code(), site.id, r.unit, expires=expires), r.name) for r in residents
            ]
        issue_invites(work.conn, [letter.invite for letter in letters])
    return letters


def read_home(site: Site, written: str) -> str:
    """A unit of the site as somebody wrote it."""
    unit = read_unit(written)
    if unit is None or not site.has_unit(unit):
        refuse("invite-no-unit", given=written, site=site.name, example=site.example_unit)
    return unit


def _colleague(work: Work, site: Site, who: str) -> Person:
    """Somebody on the staff by name or number."""
    everybody = work.staff(site.id, frozenset(Role))
    found = [p for p in everybody if who == p.name or (p.phone and read_phone(who) == p.phone)]
    if not found:
        refuse("invite-no-colleague", given=who, names="、".join(p.name for p in everybody) or "—")
    if len(found) > 1:
        refuse("invite-several", given=who, phones="、".join(masked_phone(p.phone) for p in found))
    return found[0]


def _hand_over(letters: Sequence[Letter], site: Site, bot: str, to: Path | None) -> None:
    if not letters:
        refuse("invite-nobody", site=site.name)
    rows = [_row(letter, site, bot) for letter in letters]
    if to is not None:
        _write(to, [words(f"invite-{column}") for column in COLUMNS], rows)
        say("invite-written", "bold green", count=len(rows), file=str(to))
        return
    for row in rows:
        say("invite-one", **dict(zip(COLUMNS, row, strict=True)))
    if not bot:
        say("invite-no-link", "yellow")


def _row(letter: Letter, site: Site, bot: str) -> tuple[str, ...]:
    code, expires = letter.invite.code, letter.invite.expires
    link = f"https://t.me/{bot.removeprefix('@')}?start={CODE_PREFIX}{code}" if bot else ""
    until = f"{site.local(expires):%Y-%m-%d}" if expires else ""
    return letter.invite.unit, letter.name, code, link, until


def _write(to: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with to.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *rows])
