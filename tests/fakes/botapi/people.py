"""People, as Telegram sees them: what they do becomes an update; awaited, it waits until the bot has it."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.botapi.chats import Chat, Message, Raw
from tests.fakes.botapi.delivery import Update

if TYPE_CHECKING:
    from tests.fakes.botapi.server import BotApi


@dataclass(eq=False)
class User:
    """Somebody with a telephone."""

    server: "BotApi"
    id: int
    name: str
    language: str = ""
    phone: str = ""

    @property
    def chat(self) -> Chat:
        """Their private chat with the bot."""
        return self.server.chats[self.id]

    def raw(self) -> Raw:
        """The user as the Bot API gives them."""
        language = {"language_code": self.language} if self.language else {}
        return {"id": self.id, "is_bot": False, "first_name": self.name} | language

    # words

    def presses_start(self, payload: str = "") -> Update:
        """Press Start, perhaps behind a link."""
        self.chat.started, self.chat.blocked = True, False
        return self.says(f"/start {payload}".strip())

    def says(self, text: str, at: Chat | None = None, reply_to: Message | None = None, **more: Any) -> Update:
        """Write something."""
        return self.sends(
            at=at, text=text, **({"reply_to_message": reply_to.raw()} if reply_to else {}), **more
        )

    def sends(self, at: Chat | None = None, **fields: Any) -> Update:
        """Send a message with any fields of the Bot API's."""
        message = (at or self.chat).add(self.raw(), fields)
        return self.server.deliver({"message": message.raw()})

    def edits(self, text: str, at: Chat | None = None) -> Update:
        """Change what one wrote last."""
        message = next(m for m in reversed((at or self.chat).messages) if m.sender["id"] == self.id)
        message.fields["text"] = text
        return self.server.deliver({"edited_message": message.raw() | {"edit_date": int(time.time())}})

    # files

    def sends_photo(
        self, caption: str = "", album: str = "", at: Chat | None = None, size: int = 0
    ) -> Update:
        """Send a photo, alone or as part of an album."""
        return self.sends_file("photo", caption, album, at, size)

    def sends_file(
        self,
        type_: str,
        caption: str = "",
        album: str = "",
        at: Chat | None = None,
        size: int = 0,
        content: bytes = b"bytes",
        name: str = "",
    ) -> Update:
        """Send a file of any type."""
        kept = self.server.files.keep(type_, content, size, name)
        fields: Raw = {type_: self.server.files.message_field(type_, kept["file_id"])}
        if type_ == "animation":
            fields["document"] = kept
        more = {"caption": caption, "media_group_id": album}
        return self.sends(at, **fields, **{name: value for name, value in more.items() if value})

    def shares_contact(self) -> Update:
        """Share one's own telephone number."""
        return self.sends(contact={"phone_number": self.phone, "first_name": self.name, "user_id": self.id})

    def forwards_contact(self, phone: str, of: int = 0) -> Update:
        """Share somebody else's."""
        whose = {"user_id": of} if of else {}
        return self.sends(contact={"phone_number": phone, "first_name": "别人"} | whose)

    # taps

    def taps(self, label: str, at: Chat | None = None, message: Message | None = None) -> Update:
        """Tap the newest button with such a label."""
        chat = at or self.chat
        found = [message] if message else list(reversed(chat.said))
        card = next((m for m in found if m.button(label)), None)
        assert card is not None, f"no button {label!r} in {[m.buttons for m in chat.said]}"
        button = card.button(label)
        assert button is not None
        return self.taps_data(button["callback_data"], card.raw())

    def taps_data(self, data: str, message: Raw | None) -> Update:
        """Tap a button with these data, whether it was ever shown or not."""
        tap: Raw = {"id": self.server.new_tap(), "from": self.raw(), "chat_instance": "1", "data": data}
        return self.server.deliver({"callback_query": tap | ({"message": message} if message else {})})

    def taps_old(self, data: str, message_id: int, at: Chat | None = None) -> Update:
        """Tap a button so old that Telegram no longer shows the bot its message."""
        return self.taps_data(data, {"chat": (at or self.chat).raw(), "message_id": message_id, "date": 0})

    # coming and going

    def blocks(self) -> Update:
        """Want no more of the bot."""
        self.chat.blocked = True
        return self._changes(self.chat, "member", "kicked")

    def throws_out_of(self, group: Chat) -> Update:
        """Put the bot out of a group."""
        group.kicked = True
        return self._changes(group, "member", "left")

    def _changes(self, chat: Chat, before: str, after: str) -> Update:
        bot = self.server.bot_raw()
        until = {"until_date": 0} if after == "kicked" else {}
        change = {"chat": chat.raw(), "from": self.raw(), "date": int(time.time())}
        old, new = {"user": bot, "status": before}, {"user": bot, "status": after} | until
        return self.server.deliver(
            {"my_chat_member": change | {"old_chat_member": old, "new_chat_member": new}}
        )
