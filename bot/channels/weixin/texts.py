"""Texts in the bytes a platform takes: cut at the end of a line where there is one, never inside a character."""

ELLIPSIS = "…"


def split(text: str, most: int) -> list[str]:
    """A text in parts of at most so many bytes each; nothing of it is lost but line ends at the cuts."""
    parts = []
    while len(text.encode()) > most:
        end = fitting(text, most)
        cut = text.rfind("\n", end // 2, end) + 1 or end
        parts.append(text[:cut].rstrip("\n"))
        text = text[cut:].lstrip("\n")
    return [*parts, text] if text or not parts else parts


def fitting(text: str, most: int) -> int:
    """How many characters of a text go into so many bytes; one at least."""
    return max(len(text.encode()[:most].decode(errors="ignore")), 1)


def cut(text: str, most: int) -> str:
    """The text, or as much of its beginning as fits into so many bytes, with a sign that there is more."""
    if len(text.encode()) <= most:
        return text
    return text[: fitting(text, most - len(ELLIPSIS.encode()))].rstrip() + ELLIPSIS


def shortened(text: str, most: int) -> str:
    """The same, counted in characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + ELLIPSIS
