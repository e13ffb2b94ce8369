"""`check`: is everything as it should be?"""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text as Line
from sqlalchemy.exc import SQLAlchemyError

from bot import health
from bot.clock import real
from bot.commands.database import reason, without_password
from bot.commands.screen import console, language, settings, show_findings, words
from bot.health import Item, Level
from bot.settings import Settings
from bot.sitefile import SiteFile, examine
from core.chat import text
from core.texts import render
from storage.migrate import is_current
from storage.unit import Store

MARKS = {Level.FINE: ("✓", "green"), Level.WAITS: ("!", "yellow"), Level.BROKEN: ("✗", "red")}


def check(show: Annotated[bool, typer.Option("--show", help=words("option-show"))] = False) -> None:
    """Look at files, database and what is stuck; exit code 0 well, 1 something waits, 2 it cannot run."""
    given = settings()
    files, level = _sites(given)
    for item in _items(given, files):
        _show(item, show)
        level = max(level, item.level)
    console.print(Line(words(f"check-level-{level}"), f"bold {MARKS[level][1]}"))
    raise typer.Exit(level)


def _sites(given: Settings) -> tuple[list[SiteFile], Level]:
    files, findings = examine(given.sites)
    show_findings(findings)
    for file in files:
        staff, departments = len(file.staff), len(file.site.departments)
        _show(
            Item(Level.FINE, text("health-site", name=file.site.name, staff=staff, departments=departments))
        )
    if not files and not findings:
        _show(Item(Level.BROKEN, text("sites-none")))
    grave = not files or any(finding.grave for finding in findings)
    return files, Level.BROKEN if grave else Level.WAITS if findings else Level.FINE


def _items(given: Settings, files: list[SiteFile]) -> Iterator[Item]:
    yield from health.channels(given)
    yield from health.calendar(real().date())
    named = without_password(given.database)
    try:
        if not is_current(given.database):
            yield Item(Level.WAITS, text("health-not-migrated", database=named))
            return
        yield Item(Level.FINE, text("health-database", database=named))
        yield from _inside(given, files)
    except SQLAlchemyError as error:
        yield Item(Level.BROKEN, text("database-unreachable", database=named, why=reason(error)))


def _inside(given: Settings, files: list[SiteFile]) -> list[Item]:
    store = Store(given.database)
    try:
        with store.transaction() as work:
            return list(health.inside(work, files, real()))
    finally:
        store.close()


def _show(item: Item, show: bool = False) -> None:
    mark, style = MARKS[item.level]
    console.print(Line.assemble((f"{mark} ", style), render(item.text, language(), real())))
    if show and item.words:
        console.print(Line(f"    {item.words}", "dim"))
