"""What a page sends back: a choice or words, never more than a few thousand characters."""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

MOST_WORDS = 2000  # characters
MOST_BODY = 32 * 1024  # bytes; a Chinese character takes nine in a form
_CHOICE = re.compile(r"(?P<number>[1-9][0-9]{0,2})(?: (?P<label>.*))?", re.DOTALL)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f]"
)  # no database takes the first of them, no person types the others


class TooLong(Exception):
    """More than a page sends."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was filled in."""

    message: str  # the token of the message it answers
    nonce: str
    choice: int | None
    words: str
    label: str = ""  # of the choice, as it stood on the page

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return self.choice is None and not self.words

    @property
    def key(self) -> str:
        """The same for the same form sent again; another answer from the same page is another."""
        told = "\n".join((self.nonce, self.message, str(self.choice), self.words))
        return hashlib.sha256(told.encode()).hexdigest()[:32]


async def read(request: Request) -> Sent:
    """Read a form; `TooLong` as soon as it is more than a page sends."""
    fields = dict(parse_qsl((await _body(request)).decode("ascii", "replace"), keep_blank_values=True))
    words = clean(fields.get("words", ""))
    if len(words) > MOST_WORDS:
        raise TooLong
    chosen = _CHOICE.fullmatch(fields.get("choice", ""))
    message, nonce = fields.get("of", ""), fields.get("nonce", "")
    if chosen is None:
        return Sent(message, nonce, None, words)
    return Sent(message, nonce, int(chosen["number"]), "", clean(chosen["label"] or ""))


def clean(words: str) -> str:
    """Words as they were meant, however the browser ends its lines."""
    return _CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n")).strip()


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_BODY:
            raise TooLong
    return bytes(body)
