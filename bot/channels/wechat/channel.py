"""A WeChat service account as the rest of the program sees it."""

from collections.abc import Sequence
from typing import Any

from starlette.routing import BaseRoute, Route
from wechatpy.crypto import WeChatCrypto

from bot.channels.base import Manner, Office, Pace, Shown, TryAgain, Undeliverable
from bot.channels.wechat import menus, signing
from bot.channels.wechat.api import Api
from bot.channels.wechat.client import Client
from bot.channels.wechat.files import Files
from bot.channels.wechat.intake import Intake
from bot.channels.wechat.menus import Button
from bot.channels.wechat.messages import CHANNEL
from bot.channels.wechat.notices import Template
from bot.channels.wechat.pages import MOST
from bot.channels.wechat.sending import Screen
from bot.channels.weixin.door import Door
from bot.channels.weixin.patience import SOON
from bot.clock import Clock, real
from core.chat import Address, Attachment

API = "https://api.weixin.qq.com"
PATH = "/wechat"
MANNER = Manner(windowed=True, room=MOST, linked=True)
KEY = 43  # letters of an AES key


class WeChat:
    """One account."""

    name = CHANNEL

    def __init__(
        self,
        appid: str,
        secret: str,
        token: str,
        aes_key: str = "",
        *,
        api: str = API,
        oauth: str = signing.OPEN,
        menus: bool = True,
        template: Template | None = None,
        public_url: str = "",
        clock: Clock = real,
        timeout: float = 5.0,
        soon: float = SOON,
    ) -> None:
        self.pace = Pace()
        self._appid, self._oauth, self._public_url = appid, oauth, public_url.rstrip("/")
        self._clock, self._api = clock, Api(Client(appid, secret, api, clock, timeout), timeout)
        self._intake = Intake(token, _crypto(token, aes_key, appid), clock)
        self._screen = Screen(self._api, Files(self._api, self._fetch, soon), clock, template, menus)

    async def start(self, office: Office) -> None:
        self._intake.office = office

    async def stop(self) -> None:
        await self._api.close()

    def manner(self, chat: str) -> Manner:
        return MANNER

    async def show(self, to: Address, shown: Shown, edit: str = "") -> str:
        return await self._screen.show(to.chat, shown)

    async def fetch(self, attachment: Attachment) -> bytes:
        return await self._api.download(attachment.ref)

    def routes(self) -> Sequence[BaseRoute]:
        intake = self._intake
        door = Door(CHANNEL, intake.echo, intake.open, intake.take, self._clock)
        return [Route(PATH, door, methods=["GET", "POST"])]

    def sign_in(self, back: str, state: str) -> str:
        """Where to send the browser; `back` may be a path of ours."""
        where = self._public_url + back if back.startswith("/") else back
        return signing.address(self._oauth, self._appid, where, state)

    async def who(self, code: str) -> str:
        return await self._api.openid(code)

    async def create_menu(self, buttons: Sequence[Button]) -> None:
        """Put the menu below every chat.

        Raises:
            TryAgain, Undeliverable: WeChat is away; it does not like the menu.
        """
        await self._api.post("menu/create", menus.menu(buttons))

    async def qr(self, scene: str, seconds: int) -> tuple[str, str]:
        """A QR code's ticket, and the address that is in it.

        Raises:
            ValueError: there is no such code.
            TryAgain, Undeliverable: WeChat is away; it makes none.
        """
        answer = await self._api.post("qrcode/create", menus.code(scene, seconds))
        if not (answer.get("ticket") and answer.get("url")):
            raise TryAgain("an answer not as promised")
        return str(answer["ticket"]), str(answer["url"])

    async def _fetch(self, attachment: Attachment) -> bytes | None:
        if self._intake.office is None:
            raise Undeliverable("nobody to ask for the bytes")
        return await self._intake.office.fetch(attachment)


def _crypto(token: str, aes_key: str, appid: str) -> Any:
    if not aes_key:
        return None
    try:
        return WeChatCrypto(token, aes_key, appid)
    except (ValueError, AssertionError):
        raise ValueError(f"an AES key has {KEY} letters and digits") from None
