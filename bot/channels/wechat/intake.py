"""What WeChat brings: opened, handed over, and answered in the same breath where there is something to say.

In safe mode the signature covers what is encrypted. In plain mode, a test account's, it covers neither the body nor
the address: there a signature is good for one body, so nobody who saw it can put words into somebody's mouth.
"""

import asyncio
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from bot.channels.base import Office
from bot.channels.wechat import answers, messages
from bot.channels.weixin import markup
from bot.channels.weixin.door import AHEAD, MOST_AGE, Answered, Query
from bot.channels.weixin.seal import Forged, Seal, check
from core.chat import Event

log = structlog.get_logger()

DONE = Answered(answers.NOTHING)
LATEST = 4.5  # seconds; after five WeChat listens no more, and brings the same again


@dataclass(slots=True)
class Intake:
    """One account's deliveries."""

    token: str
    crypto: Any  # wechatpy's; None in plain mode
    clock: Callable[[], datetime]
    office: Office | None = None  # until it begins to listen
    _used: dict[str, tuple[datetime, str]] = field(default_factory=dict)

    def echo(self, query: Query) -> str:
        """The proof that the address is ours.

        Raises:
            Forged: somebody else asks.
        """
        self._check(query)
        self._once(query, b"")
        return query.get("echostr", "")

    def open(self, query: Query, body: bytes) -> str:
        """What is inside a delivery.

        Raises:
            Forged, markup.Trap, markup.Unreadable: it is not from WeChat, or harmful, or nothing.
        """
        return self._encrypted(query, body) if self.crypto else self._plain(query, body)

    async def take(self, _: Query, xml: str) -> Answered:
        """Hand it over; answers once it is kept.

        Raises:
            Exception: it could not be kept; then it has to come again.
        """
        begun = _time()
        event = messages.event(xml, self.clock())
        if event is None:
            return DONE
        if event.unreadable == "unparsable":
            log.error("the SDK cannot read a message", channel=messages.CHANNEL, error=event.data["error"])
        if self.office is None:
            raise RuntimeError("nobody listens yet")
        await self.office.receive(event)
        if not event.answered:
            return DONE
        try:
            return await self._answer(self.office, event, xml, begun)
        except Exception as error:  # it is kept; what there is to say goes the usual way
            log.error(
                "nothing was answered in the same breath",
                channel=messages.CHANNEL,
                error=type(error).__name__,
            )
            return DONE

    # opening

    def _encrypted(self, query: Query, body: bytes) -> str:
        told, timestamp, nonce = (query.get(name, "") for name in ("msg_signature", "timestamp", "nonce"))
        xml = messages.cleaned(Seal(self.crypto, self.token).opened(told, timestamp, nonce, body))
        try:
            markup.inspect(xml)
        except markup.Unreadable:
            log.error(
                "what was encrypted is no XML", channel=messages.CHANNEL
            )  # but WeChat's own: it is kept as it is
        return xml

    def _plain(self, query: Query, body: bytes) -> str:
        self._check(query)
        xml = messages.cleaned(body.decode(errors="replace"))
        if "Encrypt" in markup.fields(xml):
            raise Forged("it is encrypted, and there is no AES key")
        self._once(query, body)
        return xml

    def _check(self, query: Query) -> None:
        told, timestamp, nonce = (query.get(name, "") for name in ("signature", "timestamp", "nonce"))
        check(told, self.token, timestamp, nonce)

    def _once(self, query: Query, body: bytes) -> None:
        now, content = self.clock(), hashlib.sha256(body).hexdigest()
        self._used = {k: (at, c) for k, (at, c) in self._used.items() if now - at < MOST_AGE + AHEAD}
        if self._used.setdefault(query["signature"], (now, content))[1] != content:
            raise Forged("the signature was used for something else before")

    # answering

    async def _answer(self, office: Office, event: Event, xml: str, begun: float) -> Answered:
        held = await office.held(event)
        if not held or _time() - begun > LATEST:
            return DONE
        text, taken = answers.answer(held)
        answered = self._sealed(text, xml) if taken else DONE
        return replace(answered, then=partial(office.said, event, taken))

    def _sealed(self, text: str, xml: str) -> Answered:
        told, now = markup.fields(xml), self.clock()
        reply = answers.xml(text, told["FromUserName"], told["ToUserName"], now)
        if self.crypto:
            reply = str(self.crypto.encrypt_message(reply, secrets.token_hex(8), str(int(now.timestamp()))))
        return Answered(reply.encode(), "application/xml; charset=utf-8")


def _time() -> float:
    return asyncio.get_running_loop().time()
