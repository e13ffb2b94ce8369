"""Files the platform keeps for three days: what people sent, and what the account uploaded."""

import base64
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import PurePath

from tests.fakes.wechat.faults import Refusal

KEPT = timedelta(days=3)
MB = 1024 * 1024
LIMITS = {  # bytes, what too large is called, the endings
    "image": (2 * MB, Refusal(40009, "invalid image size"), {".jpg", ".jpeg", ".png", ".gif", ".bmp"}),
    "voice": (2 * MB, Refusal(40010, "invalid voice size"), {".amr", ".mp3"}),
    "video": (10 * MB, Refusal(40011, "invalid video size"), {".mp4"}),
    "thumb": (64 * 1024, Refusal(40012, "invalid thumb size"), {".jpg"}),
}
ENDINGS = {"image": "jpg", "voice": "amr", "video": "mp4", "thumb": "jpg"}
TYPES = {"image": "image/jpeg", "voice": "audio/amr", "video": "video/mp4", "thumb": "image/jpeg"}
PHOTO = base64.b64decode(  # one grey dot
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////"
    "////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)
VOICE = b"#!AMR\n" + bytes(32)
VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(32)


@dataclass(frozen=True, slots=True)
class Media:
    """A file."""

    id: str
    kind: str
    content: bytes
    until: datetime


@dataclass
class Library:
    """All files, by their ids."""

    clock: Callable[[], datetime]
    _files: dict[str, Media] = field(default_factory=dict)

    def keep(self, kind: str, content: bytes) -> Media:
        """Keep a file."""
        media = Media(secrets.token_urlsafe(48), kind, content, self.clock() + KEPT)
        self._files[media.id] = media
        return media

    def find(self, id_: str, kind: str = "") -> Media:
        """A file that is still kept, of a kind."""
        media = self._files.get(id_)
        if media is None or self.clock() >= media.until or (kind and media.kind != kind):
            raise Refusal(40007, "invalid media_id")
        return media

    def upload(self, kind: str, name: str, content: bytes) -> Media:
        """Take what the account uploads, if it may."""
        if kind not in LIMITS:
            raise Refusal(40004, "invalid media type")
        size, too_large, endings = LIMITS[kind]
        if not name:
            raise Refusal(41005, "media data missing")
        if not content:
            raise Refusal(44001, "empty media data")
        if PurePath(name).suffix.lower() not in endings:
            raise Refusal(40005, "invalid file type")
        if len(content) > size:
            raise too_large
        return self.keep(kind, content)
