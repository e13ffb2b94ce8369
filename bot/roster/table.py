"""A table as offices keep them: CSV in whatever encoding Excel left it, or a workbook."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

Row: TypeAlias = tuple[int, tuple[str, ...]]  # its number as Excel shows it, and its cells

_SEPARATORS = (",", "\t", ";", "，")
_ENCODINGS = ("utf-8-sig", "gb18030")


class Unreadable(Exception):
    """The file is no table we can read; the argument is a catalogue key."""


def read_table(path: Path) -> list[Row]:
    """All rows that have anything in them.

    Raises:
        Unreadable: saying why.
    """
    if not path.is_file():
        raise Unreadable("import-no-file")
    rows = _workbook(path) if path.suffix.lower() in (".xlsx", ".xlsm") else _csv(path)
    return [(number, cells) for number, cells in rows if any(cells)]


def _csv(path: Path) -> Iterator[Row]:
    if path.suffix.lower() == ".xls":
        raise Unreadable("import-old-excel")
    text = _decoded(path.read_bytes())
    head = text[: text.find("\n")] if "\n" in text else text
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    for cells in reader:
        yield reader.line_num, tuple(cell.strip() for cell in cells)


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("import-encoding")


def _workbook(path: Path) -> Iterator[Row]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, OSError, KeyError, ValueError) as error:
        raise Unreadable("import-broken-excel") from error
    try:
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, tuple(map(_cell, row))
    finally:
        book.close()


def _cell(value: Any) -> str:
    """A telephone number that Excel took for a number is written without its .0."""
    if value is None:
        return ""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value).strip()
