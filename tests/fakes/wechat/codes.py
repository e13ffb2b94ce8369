"""QR codes with a scene, and what became of those the account asked for."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.fakes.wechat.faults import Refusal

LONGEST = 2_592_000  # seconds: thirty days
UNSAID = 60
TEMPORARY = {"QR_SCENE", "QR_STR_SCENE"}
LASTING = {"QR_LIMIT_SCENE", "QR_LIMIT_STR_SCENE"}


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code."""

    ticket: str
    url: str
    scene: str
    until: datetime | None


@dataclass
class Codes:
    """All QR codes of the account."""

    clock: Callable[[], datetime]
    made: list[Code] = field(default_factory=list)

    def create(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Make one, if the scene is one."""
        name = wanted.get("action_name")
        if name not in TEMPORARY | LASTING:
            raise Refusal(40052, "invalid action name")
        scene, seconds = _scene(wanted), int(wanted.get("expire_seconds") or UNSAID)
        if name in TEMPORARY and not 1 <= seconds <= LONGEST:
            raise Refusal(40053, "invalid action info: expire_seconds")
        until = self.clock() + timedelta(seconds=seconds) if name in TEMPORARY else None
        url = f"http://weixin.qq.com/q/{secrets.token_urlsafe(16)}"
        code = Code(f"gQ{secrets.token_urlsafe(70)}==", url, scene, until)
        self.made.append(code)
        lasts = {"expire_seconds": seconds} if until else {}
        return {"ticket": code.ticket, "url": code.url} | lasts

    def scanned(self, what: str) -> tuple[str, str]:
        """The scene and ticket of a code, named by its ticket or URL; else what was scanned is the scene."""
        code = next((c for c in self.made if what in {c.ticket, c.url}), None)
        if code is None:
            return what, f"gQ{secrets.token_urlsafe(70)}=="
        assert code.until is None or self.clock() < code.until, "this code has expired"
        return code.scene, code.ticket


def _scene(wanted: dict[str, Any]) -> str:
    scene = (wanted.get("action_info") or {}).get("scene") or {}
    if "STR" not in wanted["action_name"]:
        if not isinstance(scene.get("scene_id"), int) or not 1 <= scene["scene_id"] < 2**32:
            raise Refusal(40053, "invalid action info, please check document")
        return str(scene["scene_id"])
    text = scene.get("scene_str")
    if not isinstance(text, str) or not 1 <= len(text) <= 64:
        raise Refusal(40053, "invalid action info, please check document")
    return text
