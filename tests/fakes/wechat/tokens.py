"""Access tokens: the stable one, which is the same for everybody, and the old one, which is not."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.fakes.wechat.faults import Refusal

LASTS = timedelta(seconds=7200)
EARLY = timedelta(minutes=5)  # so long before its end the stable token is replaced, and both are good
WORDS = {
    40001: "invalid credential, access_token is invalid or not latest",
    40014: "invalid access_token",
    42001: "access_token expired",
}


@dataclass
class Token:
    """A token; its text has the 512 characters one has to have room for."""

    until: datetime
    revoked: bool = False
    value: str = field(default_factory=lambda: f"98_{secrets.token_urlsafe(400)}"[:512])


@dataclass
class Tokens:
    """All tokens of the account."""

    clock: Callable[[], datetime]
    refusing: int = 0  # with this errcode every token is refused
    _given: dict[str, Token] = field(default_factory=dict)
    _stable: Token | None = None
    _old: Token | None = None
    _forced: list[datetime] = field(default_factory=list)

    def stable(self, force: bool = False) -> Token:
        """The stable token: the same until shortly before its end, unless a new one is forced."""
        if force and self._may_force():
            self.revoke()
        if self._stable is None or self._stable.revoked or self.clock() >= self._stable.until - EARLY:
            self._stable = self._new()
        return self._stable

    def _may_force(self) -> bool:
        now = self.clock()
        self._forced = [at for at in self._forced if now - at < timedelta(days=1)]
        if len(self._forced) >= 20:
            raise Refusal(45009, "reach max api daily quota limit")
        if self._forced and now - self._forced[-1] < timedelta(seconds=30):
            return False
        self._forced.append(now)
        return True

    def old(self) -> Token:
        """What `token` gives: a new one each time, and the one before it is soon no good."""
        if self._old:
            self._old.until = min(self._old.until, self.clock() + EARLY)
        self._old = self._new()
        return self._old

    def _new(self) -> Token:
        token = Token(self.clock() + LASTS)
        self._given[token.value] = token
        return token

    def revoke(self) -> None:
        """Somebody forced a new stable token: the one we know is no good any more."""
        if self._stable:
            self._stable.revoked = True

    def check(self, value: str) -> None:
        """Whether a call may be made with this token."""
        if not value:
            raise Refusal(41001, "access_token missing")
        if self.refusing:
            raise Refusal(self.refusing, WORDS[self.refusing])
        token = self._given.get(value)
        if token is None:
            raise Refusal(40014, WORDS[40014])
        if token.revoked:
            raise Refusal(40001, WORDS[40001])
        if self.clock() >= token.until:
            raise Refusal(42001, WORDS[42001])
