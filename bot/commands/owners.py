"""`import`: the owners' roster."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from bot.clock import real
from bot.commands.database import open_store
from bot.commands.screen import WARNING, console, language, refuse, say, settings, words
from bot.commands.sites import one_site
from bot.roster import Imported, NoColumns, Unreadable, import_owners
from bot.roster.owners import write_rejected
from bot.roster.table import Row
from core.site import Site
from core.texts import render
from storage.unit import Store

SHOWN = 20  # bad rows on the screen; all of them are in the file


def owners(
    file: Annotated[Path, typer.Argument(help=words("option-roster"))],
    site: Annotated[str, typer.Option(help=words("option-site"))] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=words("option-dry-run"))] = False,
) -> None:
    """Take a table of owners into the roster."""
    given = settings()
    where = one_site(given, site)
    store = open_store(given)
    try:
        imported = _import(store, where, file, dry_run)
    finally:
        store.close()
    key = "import-would" if dry_run else "import-done"
    say(key, "bold green", taken=imported.taken, new=imported.new, site=where.name)
    if imported.rejected:
        _give_back(file, imported)
        raise typer.Exit(WARNING)


def _import(store: Store, site: Site, file: Path, dry_run: bool) -> Imported:
    try:
        with Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console
        ) as bar:

            def track(rows: Sequence[Row]) -> Iterable[Row]:
                return bar.track(rows, description=words("import-reading"))

            return import_owners(store, site, file, dry_run, track)
    except Unreadable as wrong:
        refuse(str(wrong), file=str(file))
    except NoColumns as wrong:
        refuse("import-no-columns", found=str(wrong) or "—")


def _give_back(file: Path, imported: Imported) -> None:
    reasons = [render(row.reason, language(), real()) for row in imported.rejected]
    target = write_rejected(file, imported, (words("import-row"), words("import-reason")), reasons)
    table = Table(words("import-row"), words("import-reason"), box=None, header_style="bold")
    for row, reason in list(zip(imported.rejected, reasons, strict=True))[:SHOWN]:
        table.add_row(str(row.number), reason)
    console.print(table)
    say("import-rejected", "yellow", count=len(imported.rejected), file=str(target))
