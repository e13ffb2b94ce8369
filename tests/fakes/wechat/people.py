"""People, as WeChat sees them: what they do goes to the door; awaited, it waits until the door has answered."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.wechat.browser import Browser, Page
from tests.fakes.wechat.chats import Button, Chat, Message
from tests.fakes.wechat.door import Delivery
from tests.fakes.wechat.envelope import Fields
from tests.fakes.wechat.media import PHOTO, VIDEO, VOICE, Media
from tests.fakes.wechat.menus import KEYED, entry
from tests.fakes.wechat.windows import Windows

if TYPE_CHECKING:
    from tests.fakes.wechat.server import WeChat

UNSHOWABLE = "【收到不支持的消息类型，暂无法显示】"  # what arrives instead of a sticker


@dataclass(eq=False)
class User:
    """Somebody with a telephone."""

    server: "WeChat"
    openid: str
    name: str  # the platform tells nobody
    following: bool = True
    refusing: str = ""  # why a notice does not reach them
    chat: Chat = field(init=False)
    windows: Windows = field(default_factory=Windows)
    browser: Browser = field(init=False)
    _moments: dict[str, int] = field(default_factory=dict)  # when they last did the same

    def __post_init__(self) -> None:
        self.chat = Chat(self.openid)
        self.browser = Browser(self.server.url, self.openid)

    # words

    def says(self, text: str, **more: Any) -> Delivery:
        """Write something."""
        return self.sends("text", text, Content=text, **more)

    def sends(
        self,
        type_: str,
        text: str = "",
        media: Media | None = None,
        window: str = "said",
        after: Delivery | None = None,
        **fields: Any,
    ) -> Delivery:
        """Send a message of any type with any fields; each has a MsgId of its own."""
        assert self.following, f"{self.name} does not follow the account"
        now = self.server.clock()
        self.chat.add(Message("own", type_, now, text, media))
        self.windows.opens(window, now)
        known = {"MsgType": type_} | fields | {"MsgId": self.server.new_id()}
        return self.server.deliver(self, known, after)

    # files and the like

    def sends_photo(self, caption: str = "", content: bytes = PHOTO) -> Delivery:
        """Send a photo; words cannot be under it, they follow."""
        kept = self.server.library.keep("image", content)
        url = f"{self.server.url}/mmbiz/{kept.id}"
        sent = self.sends("image", media=kept, PicUrl=url, MediaId=kept.id)
        return self.sends("text", caption, after=sent, Content=caption) if caption else sent

    def sends_voice(self, recognition: str = "", content: bytes = VOICE) -> Delivery:
        """Send a voice message, perhaps with what the platform understood."""
        kept = self.server.library.keep("voice", content)
        heard: Fields = {"Recognition": recognition} if recognition else {}
        return self.sends("voice", media=kept, MediaId=kept.id, Format="amr", **heard)

    def sends_video(self, content: bytes = VIDEO, short: bool = False) -> Delivery:
        """Send a video, or one of the short ones."""
        kept, thumb = self.server.library.keep("video", content), self.server.library.keep("thumb", PHOTO)
        type_ = "shortvideo" if short else "video"
        return self.sends(type_, media=kept, MediaId=kept.id, ThumbMediaId=thumb.id)

    def sends_location(self, label: str = "", x: str = "30.228932", y: str = "120.191642") -> Delivery:
        """Send a place."""
        return self.sends("location", label, Location_X=x, Location_Y=y, Scale=16, Label=label)

    def sends_link(self, title: str, url: str, description: str = "") -> Delivery:
        """Pass on a page."""
        return self.sends("link", title, Title=title, Description=description, Url=url)

    def sends_sticker(self) -> Delivery:
        """Send a sticker, which the platform does not pass on."""
        return self.says(UNSHOWABLE)

    # choosing

    def taps(self, label: str, message: Message | None = None) -> Delivery:
        """Choose from the newest message that offers it: tap the entry, or type its number."""
        found = [message] if message else list(reversed(self.chat.said))
        card = next((m for m in found if m.button(label)), None)
        assert card is not None, f"nothing offers {label!r} in {[m.buttons for m in self.chat.said]}"
        button = card.button(label)
        assert button is not None
        return self.picks(button) if button.id else self.says(str(button.number))

    def picks(self, button: Button) -> Delivery:
        """Tap an entry of a msgmenu: a text arrives, but it counts as a tap on a menu."""
        id_ = "0" if self.server.menu_ids_lost else button.id
        known: Fields = {} if self.server.test_account else {"bizmsgmenuid": id_}
        return self.sends("text", button.label, window="tapped", Content=button.label, **known)

    def taps_menu(self, label: str) -> Delivery:
        """Tap the menu under the chat."""
        assert self.following, f"{self.name} does not follow the account"
        leaf = entry(self.server.menu, label)
        assert leaf is not None, f"no {label!r} in the menu {self.server.menu}"
        if leaf["type"] == "click":
            return self._does("CLICK", leaf["key"], tapped=True)
        assert leaf["type"] not in KEYED, "only click and view are played"
        return self._does("VIEW", leaf["url"], MenuId=self.server.new_id())

    # coming and going

    def presses_start(self, payload: str = "") -> Delivery:
        """Come to the account, perhaps by a QR code, as it is best called here."""
        return self.scans(payload) if self.following and payload else self.follows(payload)

    def follows(self, scene: str = "") -> Delivery:
        """Follow the account, perhaps by a QR code."""
        self.following = True
        if not scene:
            return self._does("subscribe", "", tapped=True)
        known, ticket = self.server.codes.scanned(scene)
        return self._does("subscribe", f"qrscene_{known}", tapped=True, Ticket=ticket)

    def scans(self, scene: str) -> Delivery:
        """Scan a QR code, named by its scene, ticket or URL; who does not follow yet does so."""
        if not self.following:
            return self.follows(scene)
        known, ticket = self.server.codes.scanned(scene)
        return self._does("SCAN", known, tapped=True, Ticket=ticket)

    def unfollows(self) -> Delivery:
        """Want no more of the account."""
        self.following = False
        self.windows.shut()
        return self._does("unsubscribe", "")

    def refuses_notices(self, why: str = "failed:user block") -> None:
        """Let template messages be accepted and then not arrive; empty: take them again."""
        self.refusing = why

    def _does(self, event: str, key: str, tapped: bool = False, **more: Any) -> Delivery:
        if tapped:
            self.windows.opens("tapped", self.server.clock())
        return self.server.deliver(self, {"MsgType": "event", "Event": event, "EventKey": key} | more)

    def moment(self, what: str) -> int:
        """The second in which they do something: nobody does the very same twice in one."""
        now = int(self.server.clock().timestamp())
        self._moments[what] = max(now, self._moments.get(what, 0) + 1)
        return self._moments[what]

    # pages

    async def opens(self, url: str, form: dict[str, Any] | None = None) -> Page:
        """Open a page in WeChat's browser, or send a form to it; signing in is done as this person."""
        return await self.browser.open(url, form)
