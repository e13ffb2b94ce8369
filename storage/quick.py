"""The short way for what every turn asks: on SQLite a statement is compiled once and goes to the driver itself.

There SQLAlchemy's own way costs ten times what the database does; on any other it is the way taken. Errors are
SQLAlchemy's either way.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

_DIALECT = sqlite.dialect(paramstyle="named")

Params = Mapping[str, Any]


class Rows:
    """What a statement found, to be taken as from SQLAlchemy."""

    def __init__(self, cursor: Any, read: Any) -> None:
        self._cursor, self._read = cursor, read

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        return int(self._cursor.rowcount)

    def first(self) -> Any:
        """The first row, or None."""
        row = self._cursor.fetchone()
        return self._read(row) if row is not None else None

    def __iter__(self) -> Iterator[Any]:
        return map(self._read, self._cursor.fetchall())

    def all(self) -> list[Any]:
        """Every row."""
        return list(self)

    def scalar(self) -> Any:
        """The first thing of the first row, or None."""
        row = self.first()
        return row[0] if row is not None else None

    def scalars(self) -> list[Any]:
        """The first thing of every row."""
        return [row[0] for row in self]


class Quick:
    """A statement that every turn needs: `_claim = Quick(…)`, then `_claim(conn, {"key": …})`."""

    def __init__(self, statement: Executable, server: Executable | None = None) -> None:
        self._server = statement if server is None else server  # where rows are locked one by one
        compiled = statement.compile(dialect=_DIALECT)  # type: ignore[attr-defined]
        self._sql = str(compiled)
        self._given = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
        self._into = _processors("bind_processor", {n: b.type for n, b in compiled.binds.items()})
        columns = compiled._result_columns
        self._out = _processors("result_processor", {i: c.type for i, c in enumerate(columns)}, None)
        self._make = _maker([c.keyname for c in columns])

    def __call__(self, conn: Connection, params: Params | Sequence[Params] = ()) -> Any:
        """Run it, once or for each of several sets of parameters."""
        if conn.dialect.name != "sqlite":
            return conn.execute(self._server, params or None)
        cursor = conn.connection.cursor()
        try:
            if isinstance(params, Mapping) or not params:
                cursor.execute(self._sql, self._values(params or {}))
            else:
                cursor.executemany(self._sql, [self._values(each) for each in params])
        except sqlite3.Error as error:
            raise DBAPIError.instance(self._sql, None, error, sqlite3.Error) from error
        return Rows(cursor, self._read)

    def _values(self, params: Any) -> dict[str, Any]:
        values = {**self._given, **params}
        for name, process in self._into.items():
            values[name] = process(values[name])
        return values

    def _read(self, row: tuple[Any, ...]) -> Any:
        values = list(row)
        for place, process in self._out.items():
            values[place] = process(values[place])
        return self._make(values)


def _maker(names: Sequence[str]) -> Any:
    row: Any = namedtuple("row", names, rename=True)  # type: ignore[misc]
    return row._make


def _processors(name: str, types: Mapping[Any, Any], *more: Any) -> dict[Any, Any]:
    found = {
        key: getattr(type_.dialect_impl(_DIALECT), name)(_DIALECT, *more) for key, type_ in types.items()
    }
    return {key: process for key, process in found.items() if process}
