"""Where every key of a TOML text stands; the text has been parsed already, so it is known to be right."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Keys: TypeAlias = tuple[str | int, ...]

_TOKEN = re.compile(
    r"(?P<pass>[ \t\r]+|\#[^\n]*)"
    r"|(?P<newline>\n)"
    r"|(?P<string>\"\"\"(?:\\.|[^\\])*?\"{3,5}|'''.*?'{3,5}|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')"
    r"|(?P<sign>\[\[?|\]|[{}=,.])"
    r"|(?P<word>[^\s\[\]{}=,.#\"']+)",
    re.DOTALL,
)
_END = ("newline", "\n", 0)
_OPENERS = ("[", "[[", "{")


def line_of(lines: Mapping[Keys, int], keys: Keys) -> int:
    """The line of a key, or of the nearest table around it; 0 where there is none."""
    while keys and keys not in lines:
        keys = keys[:-1]
    return lines.get(keys, 0)


def lines(text: str) -> dict[Keys, int]:
    """The line of every table, key and list item, counted from 1."""
    scanner = _Scanner(list(_tokens(text)))
    scanner.document()
    return scanner.found


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "pass":
            yield str(match.lastgroup), match[0], line
        line += match[0].count("\n")


@dataclass(slots=True)
class _Scanner:
    """Walks over the tokens once and writes down where it meets a key."""

    tokens: list[tuple[str, str, int]]
    at: int = 0
    found: dict[Keys, int] = field(default_factory=dict)
    sizes: dict[Keys, int] = field(default_factory=dict)  # how many [[tables]] of a name so far

    def document(self) -> None:
        table: Keys = ()
        while self.at < len(self.tokens):
            kind, sign, line = self._peek()
            if kind == "newline":
                self.at += 1
            elif sign in ("[", "[["):
                table = self._header(sign == "[[", line)
            else:
                self._pair(table)

    def _header(self, many: bool, line: int) -> Keys:
        self.at += 1
        table: Keys = ()
        for name in self._names():
            table = (*self._inside(table), name)
            self.found.setdefault(table, line)
        if many:
            self.sizes[table] = self.sizes.get(table, 0) + 1
        table = self._inside(table)
        self.found[table] = line
        while self._peek()[1] == "]":
            self.at += 1
        return table

    def _inside(self, table: Keys) -> Keys:
        return (*table, self.sizes[table] - 1) if table in self.sizes else table

    def _names(self) -> list[str]:
        names = []
        while self._peek()[0] in ("word", "string") or self._peek()[1] == ".":
            kind, name, _ = self._take()
            if name != ".":
                names.append(name.strip("\"'") if kind == "string" else name)
        return names

    def _pair(self, table: Keys) -> None:
        line = self._peek()[2]
        keys = table
        for name in self._names():
            keys = (*keys, name)
            self.found.setdefault(keys, line)
        self.at += 1  # =
        self._value(keys)

    def _value(self, keys: Keys) -> None:
        sign = self._peek()[1]
        if sign in ("[", "[["):
            self._list(keys)
        elif sign == "{":
            self._table(keys)
        else:
            while self._peek()[0] != "newline" and self._peek()[1] not in (",", "]", "}"):
                self.at += 1

    def _list(self, keys: Keys) -> None:
        if self._peek()[1] == "[[":  # a list that begins with a list
            self.tokens[self.at : self.at + 1] = [("sign", "[", self._peek()[2])] * 2
        self.at += 1
        count = 0
        while (sign := self._skip_newlines()) != "]":
            if sign == ",":
                self.at += 1
                continue
            self.found[(*keys, count)] = self._peek()[2]
            self._value((*keys, count))
            count += 1
        self.at += 1

    def _table(self, keys: Keys) -> None:
        self.at += 1
        while (sign := self._skip_newlines()) != "}":
            if sign == ",":
                self.at += 1
            else:
                self._pair(keys)
        self.at += 1

    def _skip_newlines(self) -> str:
        while self.at < len(self.tokens) and self._peek()[0] == "newline":
            self.at += 1
        return self._peek()[1] if self.at < len(self.tokens) else "]"

    def _peek(self) -> tuple[str, str, int]:
        return self.tokens[self.at] if self.at < len(self.tokens) else _END

    def _take(self) -> tuple[str, str, int]:
        self.at += 1
        return self.tokens[self.at - 1]
