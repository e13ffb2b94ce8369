"""Points one can go back to: copies of what the office and the phones remembered, a folder each."""

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

KEPT = 60  # marks made in passing; those somebody set stay


@dataclass(frozen=True, slots=True)
class Mark:
    """A point: what had been shown by then, and what the clock said."""

    id: int
    seq: int
    at: datetime
    pinned: bool = False  # somebody set it

    def plain(self) -> dict[str, Any]:
        """The mark for the page, and for the list on the disk."""
        return asdict(self) | {"at": self.at.isoformat()}


class Marks:
    """The folder of marks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._list = folder / "marks.json"
        told = json.loads(self._list.read_text(encoding="utf-8")) if self._list.exists() else []
        self.all = [Mark(**(mark | {"at": datetime.fromisoformat(mark["at"])})) for mark in told]

    def place(self, mark: Mark) -> Path:
        """Where a mark's copies are."""
        return self.folder / str(mark.id)

    def add(self, seq: int, at: datetime, pinned: bool, copy: Callable[[Path], None]) -> Mark:
        """Set a mark; `copy` fills its folder."""
        mark = Mark(max((m.id for m in self.all), default=0) + 1, seq, at, pinned)
        self.place(mark).mkdir(parents=True)
        copy(self.place(mark))
        self.all.append(mark)
        worn = [m for m in self.all if not m.pinned][:-KEPT]
        self._keep_only([m for m in self.all if m not in worn])
        return mark

    def find(self, id: int) -> Mark | None:
        """A mark by its number."""
        return next((mark for mark in self.all if mark.id == id), None)

    def back_to(self, mark: Mark) -> None:
        """What was marked in passing after this never happened."""
        self._keep_only([m for m in self.all if m.pinned or m.id <= mark.id])

    def wipe(self) -> None:
        """No marks."""
        self._keep_only([])

    def _keep_only(self, marks: list[Mark]) -> None:
        for mark in self.all:
            if mark not in marks:
                shutil.rmtree(self.place(mark), ignore_errors=True)
        self.all = marks
        self.folder.mkdir(parents=True, exist_ok=True)
        self._list.write_text(json.dumps([mark.plain() for mark in marks]), encoding="utf-8")
