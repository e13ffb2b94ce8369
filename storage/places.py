"""The shelf of places: which group belongs to which department, and what was shown where."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert, select, update

from core.chat import Address, Choice
from core.people import DESK as AGENTS
from core.people import Group, Post
from core.site import DESK
from storage import outbox
from storage.codec import load_posts, load_say
from storage.quick import Quick
from storage.shelf import Shelf
from storage.tables import GroupRow, OutboxRow, PersonRow

_groups = GroupRow.__table__  # type: ignore[attr-defined]
_people = PersonRow.__table__  # type: ignore[attr-defined]
_outbox = OutboxRow.__table__  # type: ignore[attr-defined]
_of_department = Quick(
    select(_groups)
    .where(_groups.c.site == bindparam("site"), _groups.c.department == bindparam("department"))
    .order_by(_groups.c.place)
)
_subject = Quick(
    select(_outbox.c.subject).where(
        _outbox.c.address == bindparam("address"), _outbox.c.message == bindparam("message")
    )
)
_shown = Quick(
    select(_outbox.c.say).where(
        _outbox.c.address == bindparam("address"), _outbox.c.message == bindparam("message")
    )
)
_cards = Quick(
    select(_outbox.c.address)
    .where(_outbox.c.message == bindparam("message"), _outbox.c.slot == bindparam("slot"))
    .where((_outbox.c.address == bindparam("place")) | _outbox.c.address.in_(select(_groups.c.place)))
    .order_by(_outbox.c.address != bindparam("place"))
    .limit(9)
)


class Places(Shelf):
    """Group chats and the messages in them."""

    def groups(self, site: str, department: str) -> Sequence[Group]:
        """A department's groups, one a channel at most."""
        rows = _of_department(self.conn, {"site": site, "department": department})
        return [Group(Address.parse(row.place), row.site, row.department, row.title) for row in rows]

    def group_at(self, place: Address) -> Group | None:
        """What this group chat is, if it was bound."""
        row = self.conn.execute(select(_groups).where(_groups.c.place == str(place))).first()
        return Group(place, row.site, row.department, row.title) if row else None

    def department_at(self, place: Address) -> list[int]:
        """Who works in the department whose group this is."""
        group = self.group_at(place)
        return self.members(group) if group else []

    def members(self, group: Group) -> list[int]:
        """Who belongs to a group, whether or not it is there yet."""
        rows = self.conn.execute(select(_people.c.id, _people.c.posts).where(_people.c.posts != "[]"))
        return [row.id for row in rows if _belongs(load_posts(row.posts), group)]

    def bind_group(self, group: Group) -> None:
        """Let a chat be a department's group; a department's earlier group on that channel gives way."""
        same = (_groups.c.site == group.site) & (_groups.c.department == group.department)
        here = _groups.c.place == str(group.place)
        channel = _groups.c.place.startswith(f"{group.place.channel}:")
        self.conn.execute(delete(_groups).where((same & channel) | here))
        fields = {"site": group.site, "department": group.department, "title": group.title}
        self.conn.execute(insert(_groups), {"place": str(group.place)} | fields)

    def move_group(self, old: Address, new: Address) -> None:
        """A group got a new address: everything said about the old one holds for the new."""
        if self.group_at(old):  # it is told twice: by the platform, and by our own message that was refused
            self.conn.execute(delete(_groups).where(_groups.c.place == str(new)))
            self.conn.execute(update(_groups).where(_groups.c.place == str(old)), {"place": str(new)})
        waiting = (_outbox.c.address == str(old)) & (_outbox.c.state == "waiting")
        self.conn.execute(update(_outbox).where(waiting), {"address": str(new)})

    def choices_at(self, place: Address, id: str = "") -> Sequence[tuple[Choice, ...]]:
        """The choices last offered at a place, newest message first; of one message where it is named."""
        return outbox.choices_at(self.conn, place, id)

    def stands_at(self, place: Address, message: str, slot: str) -> Address:
        """Where a card stands that was tapped here: it may be a group's, of which everybody has their own copy."""
        names = {"message": message, "slot": slot, "place": str(place)}
        found = [Address.parse(row) for row in _cards(self.conn, names).scalars()]
        return next((there for there in found if there == place or there.channel == place.channel), place)

    def subject_at(self, place: Address, message: str) -> str:
        """The case a shown message was about, or nothing."""
        return _subject(self.conn, {"address": str(place), "message": message}).scalar() or ""

    def key_at(self, place: Address, message: str) -> str:
        """Which text a shown message was, or nothing."""
        found = _shown(self.conn, {"address": str(place), "message": message}).scalar()
        return load_say(found).text.key if found else ""


def _belongs(posts: Sequence[Post], group: Group) -> bool:
    """Who is of the department, its supervisor too; at the desk also whoever is an agent without a department."""
    return any(
        post.site == group.site
        and (post.department == group.department or (group.department == DESK and post.role in AGENTS))
        for post in posts
    )
