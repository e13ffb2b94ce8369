"""Somebody of the town, whatever is on their telephone."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.town.handsets import Handset, Screen

if TYPE_CHECKING:
    from tests.town.town import Town


@dataclass(eq=False)
class Person:
    """Somebody of the town; each thing they do is told once the town has come to rest."""

    town: "Town"
    handset: Handset
    name: str
    language: str = ""
    here: Any = None  # where they act, their private chat if not said

    def at(self, group: Screen) -> "Person":
        """The same person, in a group."""
        return Person(self.town, self.handset, self.name, self.language, group)

    @property
    def user(self) -> Any:
        """Whom the platform takes them for."""
        return self.handset.user

    @property
    def chat(self) -> Any:
        return self.handset.screen(self.here)

    async def _does(self, deed: Awaitable[object]) -> None:
        self.town.acting = self
        await self.town.rests(deed)

    async def starts(self, payload: str = "") -> None:
        await self._does(self.handset.starts(payload, self.language))

    async def says(self, *lines: str, reply_to: Any = None) -> None:
        for line in lines:
            await self._does(self.handset.says(line, self.here, reply_to))

    async def taps(self, label: str, message: Any = None) -> None:
        await self._does(self.handset.taps(label, self.here, message))

    async def taps_data(self, data: str) -> None:
        await self._does(self.handset.taps_act(data, self.here))

    async def sends_photo(self, caption: str = "", album: str = "") -> None:
        await self._does(self.handset.sends_photo(caption, album, self.here))

    async def sends_file(self, kind: str) -> None:
        await self._does(self.handset.sends_file(kind))

    async def sends_garbage(self) -> None:
        await self._does(self.handset.sends_garbage())

    async def sends_odd(self, kind: str) -> None:
        await self._does(self.handset.sends_odd(kind))

    @property
    def menu(self) -> list[str]:
        """The labels below the line where they type."""
        return self.handset.menu

    @property
    def last(self) -> Any:
        """What they see last."""
        return self.chat.last

    def reads(self, *fragments: str) -> bool:
        """Whether one message before them shows all of this."""
        return any(message.shows(*fragments) for message in self.chat.said)

    @property
    def toast(self) -> str:
        """The short answer to the last tap anywhere."""
        return self.town.acting.handset.toast

    @property
    def id(self) -> int:
        """The office's own number for them."""
        return self.town.person_at(self.handset.address)

    # what only Telegram has

    async def sends(self, **fields: Any) -> None:
        await self._does(self.handset.sends(self.here, **fields))  # type: ignore[attr-defined]

    async def edits(self, text: str) -> None:
        await self._does(self.handset.edits(text, self.here))  # type: ignore[attr-defined]

    async def shares_contact(self) -> None:
        await self._does(self.handset.shares_contact())  # type: ignore[attr-defined]
