"""Pictures and files of a card: served as what they are, and never as a page that could do something."""

import re
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

_SIGNS = (  # where in the file, what stands there, what it is then
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftyphei", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"#!AMR", "audio/amr"),
)
_DRAWING = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg[\s>]", re.DOTALL)
_RANGE = re.compile(r"bytes=(?P<first>\d{1,15})-(?P<last>\d{0,15})")
SAFE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Accept-Ranges": "bytes",
}


def kind_of(content: bytes) -> str:
    """What a file is, by its first bytes; "" for whatever is not to be shown in a browser."""
    known = (kind for at, sign, kind in _SIGNS if content.startswith(sign, at))
    return next(known, "image/svg+xml" if _DRAWING.match(content[:1000]) else "")


def served(request: Request, content: bytes, name: str) -> Response:
    """The file, or the part of it that was asked for: without that an iPhone plays no video."""
    kind = kind_of(content)
    headers = SAFE if kind else SAFE | _handed_over(name)
    part = _part(request.headers.get("range", ""), len(content))
    if part is None:
        return Response(content, 200, headers, kind or "application/octet-stream")
    first, last = part
    headers = headers | {"Content-Range": f"bytes {first}-{last}/{len(content)}"}
    return Response(content[first : last + 1], 206, headers, kind or "application/octet-stream")


def _handed_over(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name or 'file', safe='')}"}


def _part(asked: str, size: int) -> tuple[int, int] | None:
    said = _RANGE.fullmatch(asked)
    if said is None:
        return None
    first, last = int(said["first"]), min(int(said["last"] or size), size - 1)
    return (first, last) if first <= last else None
