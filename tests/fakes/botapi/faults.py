"""What can go wrong between a bot and Telegram: handed to `BotApi.next`, it befalls the calls that follow."""

from dataclasses import dataclass, field
from typing import Any


class Refusal(Exception):
    """Telegram says no."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


@dataclass
class Fault:
    """One thing going wrong; `how` is answer, hang, drop (before the work) or lose (after it)."""

    how: str = "answer"
    refusal: Refusal | None = None
    method: str = ""  # empty: any
    fields: dict[str, Any] = field(default_factory=dict)


def too_many(seconds: int) -> Fault:
    """429: slower."""
    words = f"Too Many Requests: retry after {seconds}"
    return Fault(refusal=Refusal(429, words, retry_after=seconds))


def server_error(code: int = 500) -> Fault:
    """Telegram stumbles."""
    return Fault(refusal=Refusal(code, "Internal Server Error"))


def bad_request(words: str) -> Fault:
    """400 with some words."""
    return Fault(refusal=Refusal(400, f"Bad Request: {words}"))


def blocked() -> Fault:
    """403: the person wants no more of us."""
    return Fault(refusal=Refusal(403, "Forbidden: bot was blocked by the user"))


def migrated(to: int) -> Fault:
    """The group became a supergroup."""
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return Fault(refusal=Refusal(400, words, migrate_to_chat_id=to))


def hangs() -> Fault:
    """No answer, and the line stays open."""
    return Fault("hang")


def drops() -> Fault:
    """The line is cut before anything is done."""
    return Fault("drop")


def loses_answer() -> Fault:
    """It is done, but the line is cut before we hear of it."""
    return Fault("lose")


def gibberish() -> Fault:
    """Something between us and Telegram answers a web page."""
    return Fault("gibberish")
