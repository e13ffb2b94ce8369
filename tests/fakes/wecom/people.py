"""Members, as WeCom sees them: what they do becomes a callback; awaited, it waits until we have answered."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.wecom.browser import Browser, Page
from tests.fakes.wecom.chats import Chat, Group, Message
from tests.fakes.wecom.delivery import Push
from tests.fakes.wecom.media import SAMPLES

if TYPE_CHECKING:
    from tests.fakes.wecom.server import WeCom


@dataclass(eq=False)
class Member:
    """A colleague with WeCom on the telephone."""

    server: "WeCom"
    userid: str
    name: str
    visible: bool = True  # in the app's visible range
    licensed: bool = True
    chat: Chat = field(init=False)
    browser: Browser = field(init=False)
    _moments: dict[str, int] = field(default_factory=dict)  # when they last did the same

    def __post_init__(self) -> None:
        self.chat, self.browser = Chat(self.userid), Browser(self.server, self.userid)

    @property
    def groups(self) -> list[Group]:
        """The groups they are in."""
        mine = self.userid.lower()
        return [g for g in self.server.groups.values() if mine in {each.lower() for each in g.members}]

    # messages

    def says(self, text: str, **more: object) -> Push:
        """Write to the app."""
        return self.sends("text", {"Content": text} | more)

    def sends(self, kind: str, fields: dict[str, object], after: Push | None = None) -> Push:
        """Send a message of any kind, with any of its fields; each has a MsgId of its own."""
        assert self.visible, f"the app is not visible to {self.name}"
        id_ = self.server.new_number()
        seen = {"content": str(fields.get("Content", "")), "title": str(fields.get("Title", ""))}
        message = Message(self.chat, str(id_), kind, seen, self.server.clock(), by_app=False)
        self.chat.messages.append(message)
        at = int(self.server.clock().timestamp())
        return self._callback(at, {"MsgType": kind} | fields | {"MsgId": id_}, after)

    def sends_photo(self, caption: str = "", content: bytes = SAMPLES["image"]) -> Push:
        """Send a photo; words cannot be under it, they follow."""
        file = self.server.files.keep("image", content)
        sent = self.sends("image", {"PicUrl": f"{self.server.url}/pic", "MediaId": file.media_id})
        return self.sends("text", {"Content": caption}, sent) if caption else sent

    def sends_voice(self, content: bytes = SAMPLES["voice"]) -> Push:
        """Send a voice message; WeCom writes nothing down of it."""
        file = self.server.files.keep("voice", content)
        return self.sends("voice", {"MediaId": file.media_id, "Format": "amr"})

    def sends_video(self, content: bytes = SAMPLES["video"]) -> Push:
        """Send a video."""
        file, thumb = (
            self.server.files.keep("video", content),
            self.server.files.keep("image", SAMPLES["image"]),
        )
        return self.sends("video", {"MediaId": file.media_id, "ThumbMediaId": thumb.media_id})

    def sends_file(self, name: str = "报价.pdf", content: bytes = SAMPLES["file"]) -> Push:
        """Send a file."""
        file = self.server.files.keep("file", content, name)
        return self.sends("file", {"MediaId": file.media_id, "FileName": name})

    def sends_location(self, label: str = "望江花园3栋", x: str = "23.134", y: str = "113.358") -> Push:
        """Send a place."""
        place: dict[str, object] = {"Location_X": x, "Location_Y": y, "Scale": 16, "Label": label}
        return self.sends("location", place | {"AppType": "wxwork"})

    def sends_link(self, title: str, url: str, description: str = "") -> Push:
        """Send a link."""
        link = {"Title": title, "Description": description, "Url": url, "PicUrl": f"{self.server.url}/pic"}
        return self.sends("link", dict(link))

    # events

    def taps(self, label: str, message: Message | None = None) -> Push:
        """Press a button of the newest card that offers it."""
        found = [message] if message else list(reversed(self.chat.said))
        card = next((each for each in found if each.key(label) is not None), None)
        assert card is not None, f"no button {label!r} in {[m.buttons or m.greyed for m in self.chat.said]}"
        return self.taps_key(str(card.key(label)), card.task_id)

    def taps_key(self, key: str, task_id: str, card_type: str = "button_interaction") -> Push:
        """Press a button that stands for this, on a card that may look different by now."""
        code = self.server.responses.new(self.server.cards[task_id])
        about = {"EventKey": key, "TaskId": task_id, "CardType": card_type, "ResponseCode": code}
        return self.event("template_card_event", **about)

    def event(self, name: str, **fields: object) -> Push:
        """Let anything happen; nobody does the very same twice in a second."""
        what = f"{name} {fields.get('EventKey')} {fields.get('TaskId')}"
        at = max(int(self.server.clock().timestamp()), self._moments.get(what, 0) + 1)
        self._moments[what] = at
        return self._callback(at, {"MsgType": "event", "Event": name} | fields)

    def presses_start(self, payload: str = "") -> Push:
        """Come to the app, as it is best called here."""
        return self.says(f"/start {payload}") if payload else self.subscribes()

    def enters(self) -> Push:
        """Open the chat with the app."""
        return self.event("enter_agent", EventKey="")

    def taps_menu(self, key: str) -> Push:
        """Choose an entry of the app's menu, by its key."""
        return self.event("click", EventKey=key)

    def subscribes(self) -> Push:
        """Come into the app's visible range."""
        self.visible = True
        return self.event("subscribe", EventKey="")

    def unsubscribes(self) -> Push:
        """Be taken out of it."""
        self.visible = False
        return self.event("unsubscribe", EventKey="")

    def _callback(self, at: int, fields: dict[str, object], after: Push | None = None) -> Push:
        sender = {"ToUserName": self.server.corpid, "FromUserName": self.userid, "CreateTime": at}
        return self.server.delivery.put(sender | fields | {"AgentID": self.server.agent}, after)

    # pages

    async def opens(self, url: str, form: dict[str, Any] | None = None) -> Page:
        """Open a page in WeCom's browser, or send a form to it; signing in is done as this member."""
        return await self.browser.open(url, form)
