"""What every command needs of the terminal: its language, its words, its settings."""

import os
from collections.abc import Iterable
from typing import NoReturn

import typer
from dotenv import dotenv_values
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape
from rich.text import Text as Line

from bot.clock import real
from bot.settings import Settings
from bot.sitefile import Finding
from core.chat import Param, text
from core.texts import LANGUAGES, choose_language, render

FINE, WARNING, BROKEN = 0, 1, 2  # exit codes

console = Console(highlight=False, soft_wrap=True)
errors = Console(highlight=False, soft_wrap=True, stderr=True)


def language() -> str:
    """BIHUAN_LANGUAGE, or what the terminal speaks; Chinese where it does not say."""
    chosen = os.environ.get("BIHUAN_LANGUAGE") or dotenv_values(".env").get("BIHUAN_LANGUAGE")
    if chosen in LANGUAGES:
        return chosen
    tag = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    tag = tag.partition(".")[0]
    return "zh-Hans" if tag in ("", "C", "POSIX") else choose_language(tag)


def words(key: str, **params: Param) -> str:
    """A sentence of the catalogue."""
    return render(text(key, **params), language(), real())


def say(key: str, style: str = "", **params: Param) -> None:
    """Say a sentence."""
    console.print(Line(words(key, **params), style))


def refuse(key: str, code: int = BROKEN, **params: Param) -> NoReturn:
    """Say why not, and end."""
    errors.print(Line(words(key, **params), "bold red"))
    raise typer.Exit(code)


def settings() -> Settings:
    """The settings; whatever in them cannot be read is named."""
    try:
        return Settings()
    except ValidationError as wrong:
        names = ", ".join(f"BIHUAN_{error['loc'][0]}".upper() for error in wrong.errors())
        refuse("settings-wrong", names=names)


def show_findings(findings: Iterable[Finding], to: Console = console) -> None:
    """Print what was found, each as file, line and sentence."""
    for finding in findings:
        where = f"{finding.file}:{finding.line}" if finding.line else str(finding.file)
        style, mark = ("red", "✗") if finding.grave else ("yellow", "!")
        sentence = escape(render(finding.text, language(), real()))
        to.print(f"[{style}]{mark}[/] [bold]{escape(where)}[/]  {sentence}")
