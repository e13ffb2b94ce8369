"""Bytes that were asked for: never an error page saved as a photo, never more than we can hold, never for ever."""

from time import monotonic

import orjson
import requests

from bot.channels.weixin.http import NoAnswer

MOST_BYTES = 30_000_000  # no platform gives out more
LONGEST = 60.0  # seconds for all of it: a time-out alone only counts from one piece to the next
PIECE = 65_536
MEDIA = ("image/", "audio/", "video/", "application/octet-stream", "voice/")

BEGINNINGS = {
    b"\xff\xd8\xff": "jpg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"GIF8": "gif",
    b"#!AMR": "amr",
    b"ID3": "mp3",
    b"OggS": "ogg",
    b"%PDF": "pdf",
}


class Complaint(Exception):
    """The platform answered with an error where a file was asked for."""

    def __init__(self, errcode: int, errmsg: str) -> None:
        super().__init__(f"errcode {errcode}")
        self.errcode, self.errmsg = errcode, errmsg


def sort(content: bytes) -> str:
    """What the bytes are, as a file name would end; "" where we do not know."""
    if content[4:8] == b"ftyp":
        return "mp4"
    return next((name for begins, name in BEGINNINGS.items() if content.startswith(begins)), "")


def received(answer: requests.Response) -> bytes:
    """The file in an answer.

    Raises:
        Complaint: it is an error of the platform's.
        NoAnswer: it is no file, too large, or does not end.
    """
    with answer:
        content = _read(answer)
    if "content-disposition" in answer.headers:
        return content
    _complain(content)
    if not answer.headers.get("content-type", "").casefold().startswith((*MEDIA, "application/json")):
        raise NoAnswer("a page where a file was asked for")
    return content


def _read(answer: requests.Response) -> bytes:
    end, parts, size = monotonic() + LONGEST, [], 0
    try:
        for part in answer.iter_content(PIECE):
            size += len(part)
            if size > MOST_BYTES or monotonic() > end:
                raise NoAnswer("a file too large, or too slow")
            parts.append(part)
    except requests.RequestException as error:
        raise NoAnswer(type(error).__name__) from None
    return b"".join(parts)


def _complain(content: bytes) -> None:
    if not content.lstrip().startswith(b"{"):
        return
    try:
        said = orjson.loads(content)
    except ValueError:
        return
    if isinstance(said, dict) and said.get("errcode"):
        raise Complaint(int(said["errcode"]), str(said.get("errmsg", "")))
