"""Their XML, read by the same parser as the SDK's, which is stopped before it expands anything.

Deliveries are flat or nearly so: no document type, no entities of their own, and few levels.
"""

from typing import Any
from xml.parsers import expat

MOST_LEVELS = 8


class Trap(Exception):
    """XML that wants to make the reader do something: a bomb, an entity, a tower."""


class Unreadable(Exception):
    """No XML."""


def inspect(text: str | bytes) -> None:
    """Let nothing pass that could harm whoever parses it next.

    Raises:
        Trap: it has a document type, or too many levels.
        Unreadable: it is no XML.
    """
    Reader().read(text)


def fields(text: str | bytes) -> dict[str, str]:
    """The texts right below the root by name; of two with one name the first.

    Raises:
        Trap, Unreadable: as above.
    """
    return Reader().read(text)


class Reader:
    """Reads one document."""

    def __init__(self) -> None:
        self._levels, self._name = 0, ""
        self._found: dict[str, str] = {}
        self._words: list[str] = []

    def read(self, text: str | bytes) -> dict[str, str]:
        """The texts right below the root."""
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _forbidden
        parser.EntityDeclHandler = _forbidden
        parser.StartElementHandler, parser.EndElementHandler = self._opens, self._closes
        parser.CharacterDataHandler = self._says
        try:
            parser.Parse(text.encode() if isinstance(text, str) else text, True)
        except (expat.ExpatError, UnicodeError) as error:
            raise Unreadable(type(error).__name__) from None
        return self._found

    def _opens(self, name: str, _: Any) -> None:
        self._levels += 1
        if self._levels > MOST_LEVELS:
            raise Trap("too many levels")
        if self._levels == 2:
            self._name, self._words = name, []

    def _closes(self, _: str) -> None:
        if self._levels == 2:
            self._found.setdefault(self._name, "".join(self._words).strip())
        self._levels -= 1

    def _says(self, words: str) -> None:
        if self._levels == 2:
            self._words.append(words)


def _forbidden(*_: Any) -> None:
    raise Trap("a document type or an entity")
