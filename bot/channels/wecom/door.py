"""Being called by WeCom: an empty 200 means committed, and a URL is verified by its bare plaintext."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from starlette.routing import Route
from wechatpy.enterprise.crypto import WeChatCrypto

from bot.channels.base import Office
from bot.channels.wecom import messages
from bot.channels.wecom.codes import Codes
from bot.channels.weixin.door import Answered, Door, Query
from bot.channels.weixin.seal import Seal
from bot.clock import Clock

log = structlog.get_logger()

PATH = "/wecom"


@dataclass(frozen=True, slots=True)
class Reception:
    """Takes in what came by the door."""

    seal: Seal
    office: Callable[[], Office]
    clock: Clock

    def echo(self, query: Query) -> str:
        """The plaintext that proves the key is ours; a + that came unescaped is one again."""
        return self.seal.plain(*_signed(query), query.get("echostr", "").replace(" ", "+"))

    def open(self, query: Query, body: bytes) -> str:
        """The XML inside a delivery."""
        return self.seal.opened(*_signed(query), body)

    async def take(self, _: Query, xml: str) -> Answered:
        """Hand it over; a tap's code first, for the office may want to edit the card at once."""
        office, said = self.office(), messages.fields(xml)
        event = messages.event(xml, said, self.clock())
        if event is None:
            return Answered()
        if event.unreadable == "unparsable":
            log.error("a delivery cannot be read", channel="wecom", error=event.data["error"])
        if event.message and (code := said.get("ResponseCode")):
            await Codes(office, self.clock).keep(event.message, code)
        await office.receive(event)
        return Answered()


def seal(corpid: str, token: str, aes_key: str) -> Seal:
    """The seal of an app.

    Raises:
        ValueError: that is no AES key.
    """
    try:
        return Seal(WeChatCrypto(token, aes_key, corpid), token)
    except (ValueError, AssertionError):
        raise ValueError("WeCom's EncodingAESKey has 43 letters and digits") from None


def route(reception: Reception) -> Route:
    """The way to the door."""
    door = Door(messages.CHANNEL, reception.echo, reception.open, reception.take, reception.clock)
    return Route(PATH, door, methods=["GET", "POST"])


def _signed(query: Query) -> tuple[str, str, str]:
    return query.get("msg_signature", ""), query.get("timestamp", ""), query.get("nonce", "")
