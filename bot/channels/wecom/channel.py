"""WeCom as the rest of the program sees it."""

from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.routing import BaseRoute

from bot.channels.base import Manner, Office, Pace, Shown, TryAgain, Undeliverable
from bot.channels.wecom import door
from bot.channels.wecom.client import Client, Line
from bot.channels.wecom.codes import Codes
from bot.channels.wecom.files import Files
from bot.channels.wecom.messages import CHANNEL
from bot.channels.wecom.sending import GROUP, Screen
from bot.channels.weixin.patience import SOON
from bot.channels.weixin.threads import Threads
from bot.clock import Clock, real
from core.chat import Address, Attachment

PACE = Pace(
    chat=0.27, burst=13
)  # 30 a minute and 1000 an hour for each member; what is over is dropped silently
API = "https://qyapi.weixin.qq.com"
OAUTH = "https://open.weixin.qq.com/connect/oauth2/authorize"
TIMEOUT = 5.0
ROOM = 2048  # bytes of one text


class WeCom:
    """One app of one company."""

    name = CHANNEL

    def __init__(
        self,
        corpid: str,
        secret: str,
        agent: int | str,
        token: str,
        aes_key: str,
        *,
        api: str = API,
        oauth: str = OAUTH,
        public_url: str = "",
        clock: Clock = real,
        timeout: float = TIMEOUT,
        soon: float = SOON,
    ) -> None:
        self.pace = PACE
        self._corpid, self._agent, self._oauth = corpid, int(agent), oauth
        self._seal = door.seal(corpid, token, aes_key)
        self._line = Line(Client(corpid, secret, api, timeout, clock), Threads(CHANNEL))
        self._public_url, self._clock, self._soon = public_url, clock, soon
        self._office: Office | None = None

    async def start(self, office: Office) -> None:
        self._office = office

    async def stop(self) -> None:
        await self._line.close()

    def manner(self, chat: str) -> Manner:
        if chat.startswith(GROUP):
            return Manner(group=True, room=ROOM, linked=True, members=True)
        return Manner(room=ROOM, linked=True)

    async def show(self, to: Address, shown: Shown, edit: str = "") -> str:
        office = self._at_work()
        codes, files = Codes(office, self._clock), Files(self._line, office)
        return await Screen(self._line, self._agent, codes, files, self._soon).show(to, shown, edit)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes of a file a member sent, which WeCom keeps for three days."""
        return await self._line.ask(lambda client: client.download("media/get", media_id=attachment.ref))

    def routes(self) -> Sequence[BaseRoute]:
        return [door.route(door.Reception(self._seal, self._at_work, self._clock))]

    def sign_in(self, back: str, state: str) -> str:
        """Where to send the browser, that it comes back with a code of whoever holds it."""
        asked = {
            "appid": self._corpid,
            "redirect_uri": back,
            "response_type": "code",
            "scope": "snsapi_base",
            "state": state,
            "agentid": self._agent,
        }
        return f"{self._oauth}?{urlencode(asked)}#wechat_redirect"

    async def who(self, code: str) -> str:
        """Whose code this is."""
        found = await self._line.ask(lambda client: client.get("auth/getuserinfo", params={"code": code}))
        member = found.get("userid") or found.get("UserId")
        if not member:
            raise Undeliverable("not a member of the company")
        return str(member).lower()  # as in every address of ours

    async def create_group(self, name: str, owner: str, members: Sequence[str], chatid: str = "") -> str:
        """Make a group of the app's; it appears on the members' phones with the first message said there.

        Raises:
            TryAgain, Undeliverable: WeCom is away; it refuses.
        """
        everybody = list(dict.fromkeys((owner, *members)))
        found = await self._line.ask(
            lambda client: client.appchat.create(chatid or None, name, owner, everybody)
        )
        return str(found.get("chatid", ""))

    def _at_work(self) -> Office:
        if self._office is None:
            raise TryAgain("the channel has not begun")
        return self._office
