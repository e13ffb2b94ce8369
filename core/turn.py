"""One turn: what happened, who is there, what the book says, and everything that is to follow."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from core.book import Book, Dialogue, Timer
from core.case import Case
from core.chat import Address, Choice, Event, Param, Rows, Say, Text, Toast, What, text
from core.people import DESK as AT_DESK
from core.people import SENIORS, Person
from core.site import DESK, Site, Sites


@dataclass(slots=True)
class Message:
    """A `Say` on its way: to an address, in a language."""

    to: Address
    say: Say
    language: str


@dataclass(slots=True)
class Turn:
    """Everything a conversation works with; what it leaves here is saved in one commit."""

    event: Event
    who: Person  # nobody (id 0) when the clock speaks
    dialogue: Dialogue
    book: Book
    sites: Sites
    messages: list[Message] = field(default_factory=list)
    toast: Toast | None = None
    known: dict[Any, Any] = field(default_factory=dict)  # what was worked out in this turn already

    @property
    def now(self) -> datetime:
        """The time of the turn."""
        return self.event.at

    def reply(
        self, key: str, *rows: tuple[Choice, ...], slot: str = "", below: bool = True, **params: Param
    ) -> None:
        """Answer where the person spoke, in their language."""
        self.show(text(key, **params), *rows, slot=slot, below=below)

    def show(self, words: Text, *rows: tuple[Choice, ...], slot: str = "", below: bool = True) -> None:
        """Answer with a text; a tap is answered in place, a message below, where the eye is."""
        fresh = below and self.event.what is not What.TAP
        self.answer(Say(words, rows, slot=slot, fresh=fresh))

    def answer(self, say: Say) -> None:
        """Answer where the person spoke; a card takes the place of the message whose button was tapped.

        One that is done with changes where it stands: there others see it too, wherever it was tapped.
        """
        place, tapped = (
            self.event.place,
            self.event.message if say.slot and self.event.what is What.TAP else "",
        )
        if tapped and not say.rows:
            place = self.book.stands_at(place, tapped, say.slot)
        self.say(place, replace(say, over=tapped), self.language)

    def say(self, to: Address, say: Say, language: str) -> None:
        """Leave something to be shown at an address."""
        self.messages.append(Message(to, say, language))

    def tell(self, person: Person, say: Say) -> bool:
        """Speak to a person in private; False when they have no account we could write to."""
        if person.account is None:
            return False
        self.say(person.account, say, person.language or self._default_language)
        return True

    def post(self, site: Site, department: str, say: Say) -> bool:
        """Speak in a department's groups, or in the desk's where that department has none.

        Where the desk has none either, each of its people is told in private, and those above them: whatever is
        posted is somebody's. False when nobody at all could be told.
        """
        groups = self.book.groups(site.id, department) or self.book.groups(site.id, DESK)
        for group in groups:
            self.say(group.place, say, site.language)
        if groups:
            return True
        told = [self.tell(person, say) for person in self.book.staff(site.id, AT_DESK | SENIORS)]
        return any(told)

    def answer_tap(self, key: str, alert: bool = False, **params: Param) -> None:
        """Answer a tap with a short word over the screen; on anything else with a message."""
        if self.event.tap:
            self.toast = Toast(text(key, **params), alert, self.language)
        else:
            self.show(Text(key, params))

    def keep_person(self, **changes: Any) -> Person:
        """Write down what is new about whoever speaks."""
        self.who = replace(self.who, **changes)
        self.book.keep(self.who)
        return self.who

    def tell_id(self, person: int | None, say: Say) -> bool:
        """Speak in private to somebody known by number."""
        found = self.book.person(person) if person else None
        return found is not None and self.tell(found, say)

    def after(self, timer: Timer) -> None:
        """Have something done later."""
        self.book.schedule(timer)

    def site_of(self, case: Case) -> Site:
        """The site a case belongs to."""
        return self.sites[case.site]

    @property
    def language(self) -> str:
        """The language of whoever spoke."""
        return self.who.language or self._default_language

    @property
    def _default_language(self) -> str:
        return self.sites.only.language if self.sites.only else "zh-Hans"


def rows_of(choices: list[Choice], across: int = 2) -> Rows:
    """Lay choices out in rows."""
    return tuple(tuple(choices[i : i + across]) for i in range(0, len(choices), across))
