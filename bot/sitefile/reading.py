"""From files to sites: everything that is wrong is found at once, each with its line."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.sitefile.checks import across, within
from bot.sitefile.findings import Finding, SiteFileError, say
from bot.sitefile.layout import Layout, SiteFile
from bot.sitefile.lines import Keys, line_of, lines
from core.chat import Text, text
from core.site import Site, Sites

_WIDE = re.compile("[“”‘’＂＇＝［］｛｝，、：　]")  # the signs a Chinese keyboard gives for those of TOML
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|#.*")


def load_sites(paths: Iterable[Path]) -> Sites:
    """The sites of an installation.

    Raises:
        SiteFileError: with everything that is wrong in any of the files.
    """
    files, findings = examine(paths)
    if any(finding.grave for finding in findings):
        raise SiteFileError(finding for finding in findings if finding.grave)
    return Sites(file.site for file in files)


def read_site(path: Path) -> SiteFile:
    """One site file.

    Raises:
        SiteFileError: with everything that is wrong in it.
    """
    files, findings = examine([path])
    if any(finding.grave for finding in findings):
        raise SiteFileError(finding for finding in findings if finding.grave)
    return files[0]


def examine(paths: Iterable[Path]) -> tuple[list[SiteFile], list[Finding]]:
    """All files that can be read, and all there is to say about any."""
    files, findings = [], []
    for path in _files(paths):
        file, found = _read(path)
        files += [file] if file else []
        findings += found
    findings += across(files)
    return files, sorted(findings, key=lambda finding: (str(finding.file), finding.line))


def _files(paths: Iterable[Path]) -> list[Path]:
    """A folder stands for the site files in it."""
    return [file for path in paths for file in (sorted(path.glob("*.toml")) if path.is_dir() else [path])]


def _read(path: Path) -> tuple[SiteFile | None, list[Finding]]:
    content, problem = _content(path)
    if problem:
        return None, [Finding(path, *problem)]
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return None, [Finding(path, *_syntax(error, content))]
    if not data:
        return None, [Finding(path, 0, text("check-empty"))]
    return _understand(path, data, lines(content))


def _content(path: Path) -> tuple[str, tuple[int, Text] | None]:
    try:
        raw = path.read_bytes()
    except OSError:
        return "", (0, text("check-no-file"))
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", (line, text("check-encoding", encoding=_encoding(raw)))


def _encoding(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK"


def _syntax(error: tomllib.TOMLDecodeError, content: str) -> tuple[int, Text]:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    rows = content.split("\n")
    line = int(place[1]) if place else len(rows)
    row = rows[line - 1]
    if wide := _WIDE.search(_QUOTED.sub("", row)):
        return line, text("check-wide", row=row.strip(), sign=wide[0])
    return line, text("check-syntax", row=row.strip(), why=str(error).partition(" (at")[0])


def _understand(
    path: Path, data: dict[str, Any], where: Mapping[Keys, int]
) -> tuple[SiteFile | None, list[Finding]]:
    try:
        layout = Layout.model_validate(data)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
        return None, [Finding(path, line_of(where, error["loc"]), say(error)) for error in errors]
    findings = [
        Finding(path, line_of(where, keys), words, grave) for keys, words, grave in within(layout, data)
    ]
    site = Site(
        **layout.site.model_dump(), buildings=layout.building, departments=layout.department, sop=layout.sop
    )
    return SiteFile(path, site, layout.staff, where), findings
