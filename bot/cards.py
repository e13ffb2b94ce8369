"""The office's side of the pages under /c/: which message it is, who may see it, and what a choice of it does.

A choice made there is the event a tap would have been; what is said to it is shown on the page, in the same breath.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.base import Channel, Shown
from bot.channels.web.cards import Card, Gone, NotTheirs, Reply
from bot.office import Office
from core.chat import Address, Event, What
from core.people import Person
from storage import outbox
from storage.inspection import person_at
from storage.outbox import Outgoing
from storage.unit import Work

BEARERS = frozenset({"playground"})  # channels where whoever has a link is taken for the person it was for


@dataclass(frozen=True, slots=True)
class Cards:
    """Every message with choices, as a page."""

    office: Office
    channels: Mapping[str, Channel]

    async def card(self, number: int, viewer: Address | None) -> Card:
        """A message in its newest state."""
        item, who = await self.office.handler.in_database(self._look, number, viewer, True)
        place, language = item.to, who.language or item.language
        return Card(number, place.channel, place, self._shown(item, who), language, self._is_open(place))

    async def act(self, number: int, viewer: Address, choice: int | None, words: str, nonce: str) -> Reply:
        """Take a choice of a message, or words said to it; the same nonce again does nothing anew."""
        item, _ = await self.office.handler.in_database(self._look, number, viewer, False)
        event = self._event(item, viewer, choice, words, nonce)
        answer = await self.office.receive(event)
        said = await self.office.held(event)
        await self.office.said(event, said)
        return Reply(answer.text, tuple(said))

    async def media(self, number: int, n: int, viewer: Address) -> bytes | None:
        """The bytes of what is attached to a message."""
        item, _ = await self.office.handler.in_database(self._look, number, viewer, True)
        if n >= len(item.say.media):
            raise Gone(str(number))
        return await self.office.fetch(item.say.media[n])

    def _is_open(self, place: Address) -> bool:
        """In the playground nobody signs in: there the link itself has to do."""
        return place.channel in BEARERS

    def _shown(self, item: Outgoing, who: Person) -> Shown:
        return self.office.sender.words(item, who.language)

    def _event(self, item: Outgoing, viewer: Address, choice: int | None, words: str, nonce: str) -> Event:
        key, now = f"web:{item.id}:{nonce}", self.office.sender.clock()
        if choice is None:
            there = item.to if item.to != viewer else None
            return Event(
                key, now, viewer, viewer, text=words, reply_to=item.edits, reply_at=there, answered=True
            )
        choices = [c for row in item.say.rows for c in row]
        if not 0 < choice <= len(choices):
            raise Gone(str(item.id))
        act = choices[choice - 1].act
        return Event(
            key, now, viewer, viewer, What.TAP, act=act, tap=nonce, message=item.edits, answered=True
        )

    def _look(self, number: int, viewer: Address | None, newest: bool) -> tuple[Outgoing, Person]:
        with self.office.handler.store.repeatable() as work:
            item = outbox.find(work.conn, number, newest)
            if item is None or item.unreadable:
                raise Gone(str(number))
            return item, _viewer(work, item, viewer)


def _viewer(work: Work, item: Outgoing, viewer: Address | None) -> Person:
    """Whoever opens it: the person it was for, or one of the colleagues of the group it stands in."""
    if viewer is None:
        return Person(0)
    place = item.to
    id = person_at(work.conn, viewer)
    person = work.person(id) if id else None
    group = work.group_at(place)
    if person is None:
        raise NotTheirs(str(viewer.channel))
    theirs = person.id == person_at(work.conn, place) if group is None else _is_of(person, group.site)
    if not theirs or _has_left(work, person, item.say.subject):
        raise NotTheirs(str(viewer.channel))
    return person


def _has_left(work: Work, person: Person, number: str) -> bool:
    """A case is its owner's and the staff's: whoever had to do with it at work reads no more once they left."""
    case = work.case(number) if number else None
    return case is not None and case.owner != person.id and not _is_of(person, case.site)


def _is_of(person: Person, site: str) -> bool:
    """Colleagues of the site may look at a group's card, as they could in the group; rights are asked at the tap."""
    return any(post.site == site for post in person.posts)
