"""What every shelf of the book stands on: one connection, and what was taken out and may have changed."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")


class Shelf:
    """A part of the book; whatever it hands out it watches, and `put_back` writes what changed."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        self.server = conn.dialect.name == "postgresql"  # rows can be locked one by one
        self._out: dict[tuple[type, Any], tuple[Any, Any, Callable[[Any], None]]] = {}

    def watch(self, key: Any, value: T, save: Callable[[T], None]) -> T:
        """Hand out a value, once; the same key again gives the same object."""
        self._out[type(value), key] = (value, deepcopy(value), save)
        return value

    def held(self, kind: type[T], key: Any) -> T | None:
        """What was handed out before under this key."""
        found = self._out.get((kind, key))
        return found[0] if found else None

    def all_held(self, kind: type[T]) -> list[T]:
        """Everything of a kind that was handed out, in that order."""
        return [value for (held, _), (value, _, _) in self._out.items() if held is kind]

    def put_back(self) -> None:
        """Write everything that differs from what was handed out."""
        for value, before, save in self._out.values():
            if value != before:
                save(value)
