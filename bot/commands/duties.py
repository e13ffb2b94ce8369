"""`roster`: who is on duty when."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.clock import real
from bot.commands.database import open_store
from bot.commands.screen import BROKEN, console, language, refuse, say, settings, words
from bot.commands.sites import one_site, site_files
from bot.roster import NoColumns, Roster, Unreadable, import_duties
from bot.settings import Settings
from bot.sitefile import plant
from core.site import Site
from core.texts import render


def roster(
    file: Annotated[Path, typer.Argument(help=words("option-duties"))],
    site: Annotated[str, typer.Option(help=words("option-site"))] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=words("option-dry-run"))] = False,
) -> None:
    """Take a table as the roster of the days in it."""
    given = settings()
    where = one_site(given, site)
    found = _import(given, where, file, dry_run)
    if found.wrong:
        _show(found, file)
        raise typer.Exit(BROKEN)
    key = "roster-would" if dry_run else "roster-done"
    say(key, "bold green", site=where.name, days=found.days, count=len(found.duties))


def _import(given: Settings, site: Site, file: Path, dry_run: bool) -> Roster:
    store = open_store(given)
    try:
        plant(store, site_files(given))  # somebody new may be on the roster before the next start
        return import_duties(store, site, file, dry_run)
    except Unreadable as wrong:
        refuse(str(wrong), file=str(file))
    except NoColumns as wrong:
        refuse("roster-no-columns", found=str(wrong) or "—")
    finally:
        store.close()


def _show(found: Roster, file: Path) -> None:
    table = Table(words("import-row"), words("import-reason"), box=None, header_style="bold")
    for row in found.wrong:
        table.add_row(str(row.number), render(row.reason, language(), real()))
    console.print(table)
    say("roster-wrong", "bold red", count=len(found.wrong), file=str(file))
