"""Pictures, voice and video sent in the playground: a folder of files, named by what is in them."""

import hashlib
import mimetypes
import re
from collections.abc import AsyncIterator
from pathlib import Path

from core.chat import Attachment

LARGEST = 20 * 1024 * 1024
_KINDS = {"image": "photo", "audio": "voice", "video": "video"}
_REF = re.compile(r"[0-9a-f]{32}(\.[a-z0-9]{1,8})?")


class TooLarge(Exception):
    """More than a chat takes."""


class Media:
    """The folder of what was sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def keep(self, parts: AsyncIterator[bytes], name: str, type: str) -> Attachment:
        """Keep a file as it comes in; `TooLarge` as soon as it is more than a chat takes."""
        content = bytearray()
        async for part in parts:
            content += part
            if len(content) > LARGEST:
                raise TooLarge(name)
        ref = hashlib.sha256(content).hexdigest()[:32] + _ending(name, type)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / ref).write_bytes(content)
        kind = _KINDS.get(type.partition("/")[0], "document")
        return Attachment(kind, ref, name[-120:], len(content), "playground")

    def find(self, ref: str) -> Path | None:
        """A file that was kept."""
        path = self.folder / ref
        return path if _REF.fullmatch(ref) and path.is_file() else None


def _ending(name: str, type: str) -> str:
    ending = mimetypes.guess_extension(type.partition(";")[0].strip()) or Path(name).suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ""
