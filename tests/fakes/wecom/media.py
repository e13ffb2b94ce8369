"""Files that lie with WeCom for three days, and what it refuses to take."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.fakes.wecom.faults import Refusal

KEPT = timedelta(days=3)
MB = 1024 * 1024
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00 a picture"
PNG = b"\x89PNG\r\n\x1a\n a picture"
AMR = b"#!AMR\n a voice"
MP4 = b"\x00\x00\x00\x18ftypmp42 a video"
SAMPLES = {"image": JPEG, "voice": AMR, "video": MP4, "file": b"a file of any kind"}
TYPES = {"image": "image/jpeg", "voice": "voice/amr", "video": "video/mp4"}
LIMITS = {
    "image": (10 * MB, 40009),
    "voice": (2 * MB, 40006),
    "video": (10 * MB, 40011),
    "file": (20 * MB, 45001),
}


@dataclass(frozen=True, slots=True)
class File:
    """A file WeCom keeps."""

    type: str
    content: bytes
    name: str
    until: datetime
    media_id: str = ""


@dataclass
class Files:
    """All files by their media id."""

    clock: Callable[[], datetime]
    sniffs: bool  # whether the bytes have to be what their type says
    _files: dict[str, File] = field(default_factory=dict)
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def keep(self, type_: str, content: bytes, name: str = "") -> File:
        """Keep a file, whatever it is: a member sent it, or it was looked at."""
        id_ = f"3{type_[:2]}{next(self._ids):06d}-Zx0_k" + "m" * 40
        self._files[id_] = File(type_, content, name, self.clock() + KEPT, id_)
        return self._files[id_]

    def upload(self, type_: str, content: bytes, name: str) -> File:
        """Take a file of ours."""
        if type_ not in LIMITS:
            raise Refusal(40005, "invalid file type")
        if not content:
            raise Refusal(44001, "empty media data")
        most, errcode = LIMITS[type_]
        if len(content) <= 5:
            raise Refusal(40006, "invalid meida size")
        if len(content) > most:
            raise Refusal(errcode, f"invalid {type_} size")
        if self.sniffs:
            sniff(type_, content)
        return self.keep(type_, content, name)

    def get(self, media_id: object) -> File:
        """A file that still lies here."""
        file = self._files.get(str(media_id))
        if file is None or self.clock() >= file.until:
            raise Refusal(40007, "invalid media_id")
        return file

    def sent(self, type_: str, media_id: object) -> File:
        """A file for a message of a type."""
        if not media_id:
            raise Refusal(41006, "missing media_id")
        file = self.get(media_id)
        if file.type != type_:
            raise Refusal(40007, f"invalid media_id: this is a {file.type}")
        return file


def sniff(type_: str, content: bytes) -> None:
    """Refuse bytes that are not what their type says."""
    if type_ == "image" and not content.startswith((JPEG[:3], PNG[:8])):
        raise Refusal(40123, "invalid image format")
    if type_ == "voice" and not content.startswith(b"#!AMR"):
        raise Refusal(301017, "voice file only support amr")
    if type_ == "video" and content[4:8] != b"ftyp":
        raise Refusal(40004, "invalid media type")
