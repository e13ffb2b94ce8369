"""The shelf of people: accounts, homes, staff posts, the owners' roster and invitations."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, literal_column, select, text, update

from core.book import CODE_LENGTH, CODE_SIGNS, Dialogue, Invite, Resident
from core.chat import Address, Event, What
from core.people import Home, Person, Role
from core.texts import choose_language
from storage.codec import dump_posts, dumps, load_posts, loads
from storage.quick import Quick
from storage.shelf import Shelf
from storage.tables import Account, DialogueRow, HomeRow, InviteRow, PersonRow, ResidentRow, Utc

_people = PersonRow.__table__  # type: ignore[attr-defined]
_accounts = Account.__table__  # type: ignore[attr-defined]
_dialogues = DialogueRow.__table__  # type: ignore[attr-defined]
_homes = HomeRow.__table__  # type: ignore[attr-defined]
_residents = ResidentRow.__table__  # type: ignore[attr-defined]
_invites = InviteRow.__table__  # type: ignore[attr-defined]

_homes_of = (
    select(func.aggregate_strings(_homes.c.site + " " + _homes.c.unit, literal_column("'\n'")))  # type: ignore[arg-type]
    .where(_homes.c.person == _people.c.id)
    .correlate(_people)
    .scalar_subquery()
    .label("homes")
)
_person = select(_people, _homes_of)
_by_id = Quick(_person.where(_people.c.id == bindparam("id")))
_staff = Quick(_person.where(_people.c.posts != "[]").order_by(_people.c.id))
_visitor = Quick(
    select(
        _people,
        _homes_of,
        _accounts.c.stopped,
        _dialogues.c.name.label("doing"),
        _dialogues.c.step,
        _dialogues.c.data,
    )
    .join(_accounts, _accounts.c.person == _people.c.id)
    .outerjoin(
        _dialogues,
        (_dialogues.c.account == _accounts.c.address) & (_dialogues.c.place == bindparam("place")),
    )
    .where(_accounts.c.address == bindparam("account"))
)
_lock = select(_accounts.c.person).where(_accounts.c.address == bindparam("account")).with_for_update()
_newcomer = text("SELECT pg_advisory_xact_lock(hashtext(:account))")
_new_account = Quick(
    text(
        "INSERT INTO accounts (address, person, stopped) VALUES (:address, :person, :no) "
        "ON CONFLICT (address) DO UPDATE SET person = excluded.person, stopped = excluded.stopped"
    )
)
_dialogue = Quick(
    text(
        "INSERT INTO dialogues (account, place, name, step, data) VALUES (:account, :place, :name, :step, :data) "
        "ON CONFLICT (account, place) "
        "DO UPDATE SET name = excluded.name, step = excluded.step, data = excluded.data"
    )
)
_home = text(
    "INSERT INTO homes (person, site, unit, via, at) VALUES (:person, :site, :unit, :via, :at) "
    "ON CONFLICT (person, site, unit) DO NOTHING"
).bindparams(bindparam("at", type_=Utc))

_unused = select(_invites).where(_invites.c.code == bindparam("code"), _invites.c.used_by.is_(None))
_unused_invite = Quick(_unused, _unused.with_for_update())

_SPEAKING = frozenset({What.MESSAGE, What.EDITED, What.TAP})


class People(Shelf):
    """Who is who."""

    def enter(self, event: Event) -> tuple[Person, Dialogue]:
        """Lock whoever speaks and what they are in the middle of; somebody new is written down first."""
        names = {"account": str(event.account), "place": str(event.place)}
        # First the lock, then the look: a look that waits for the lock shows what was there before the wait.
        if self.server and self.conn.execute(_lock, names).first() is None:
            self.conn.execute(_newcomer, names)
        row = _visitor(self.conn, names).first()
        if row is None:
            return (self._welcome(event) if event.what in _SPEAKING else Person(0)), Dialogue()
        dialogue = Dialogue(row.doing or "", row.step or "", loads(row.data) if row.data else {})
        if row.stopped and event.what in _SPEAKING:  # they are back
            self.attach(event.account, row.id)
        return self._at(_read(row), event), dialogue

    def _at(self, person: Person, event: Event) -> Person:
        """They are where they last wrote in private: messages go there from now on (PE-4)."""
        if person.account == event.account or not event.private or event.what not in _SPEAKING:
            return person
        now = replace(person, account=event.account)
        self.keep(now)
        return now

    def _welcome(self, event: Event) -> Person:
        here = event.account if event.private else None  # nobody can be written to before they wrote to us
        language = choose_language(event.language) if event.language else ""
        person = Person(0, event.name, language=language, account=here)
        row_id = self.conn.execute(insert(_people), _row(person)).inserted_primary_key[0]  # type: ignore[index]
        self.attach(event.account, row_id)
        return replace(person, id=row_id)

    def attach(self, account: Address, person: int) -> None:
        """Let an account be this person's."""
        _new_account(self.conn, {"address": str(account), "person": person, "no": False})

    def leave(self, account: Address) -> Address | None:
        """Somebody left us on one platform; returns where else they may be reached."""
        names = {"address": str(account)}
        self.conn.execute(update(_accounts).where(_accounts.c.address == names["address"]), {"stopped": True})
        person = select(_accounts.c.person).where(_accounts.c.address == names["address"]).scalar_subquery()
        others = select(_accounts.c.address).where(_accounts.c.person == person, ~_accounts.c.stopped)
        found = self.conn.execute(others.order_by(_accounts.c.address).limit(1)).scalar()
        return Address.parse(found) if found else None

    def keep_dialogue(self, event: Event, dialogue: Dialogue) -> None:
        """Remember what they are in the middle of."""
        fields = {"name": dialogue.name, "step": dialogue.step, "data": dumps(dialogue.data)}
        _dialogue(self.conn, {"account": str(event.account), "place": str(event.place)} | fields)

    def in_dialogue(self, person: int) -> bool:
        """Whether somebody is in the middle of something in private."""
        query = (
            select(_dialogues.c.account)
            .join(_accounts, _accounts.c.address == _dialogues.c.account)
            .where(_accounts.c.person == person, _dialogues.c.name != "")
            .where(_dialogues.c.place == _dialogues.c.account)
        )
        return self.conn.execute(query.limit(1)).first() is not None

    def person(self, id: int) -> Person | None:
        """Somebody by the office's own number."""
        row = _by_id(self.conn, {"id": id}).first()
        return _read(row) if row else None

    def with_phone(self, phone: str) -> Sequence[Person]:
        """Everybody known under a telephone number."""
        return [_read(row) for row in self.conn.execute(_person.where(_people.c.phone == phone))]

    def staff(self, site: str, roles: frozenset[Role], department: str = "") -> Sequence[Person]:
        """Whoever holds one of the roles at a site, in the department where one is named."""
        rows = _staff(self.conn)
        return [person for row in rows if _holds(person := _read(row), site, roles, department)]

    def accounts_of(self, people: Sequence[int], channel: str) -> list[str]:
        """Where several people can be reached on one channel, by chat."""
        query = select(_accounts.c.address).where(_accounts.c.person.in_(people), ~_accounts.c.stopped)
        found = self.conn.execute(query.where(_accounts.c.address.startswith(f"{channel}:")))
        return sorted(Address.parse(row.address).chat for row in found)

    def keep(self, person: Person) -> None:
        """Write a person down as they now are."""
        self.conn.execute(update(_people).where(_people.c.id == person.id), _row(person))

    def add(self, person: Person) -> Person:
        """Write a new person down."""
        key = self.conn.execute(insert(_people), _row(person)).inserted_primary_key
        return replace(person, id=key[0])  # type: ignore[index]

    def merge(self, kept: Person, gone: Person) -> Person:
        """One person was known twice: everything that was the second's becomes the first's (PE-4)."""
        both = {"kept": kept.id, "gone": gone.id}
        for home in gone.homes:
            self._bind(kept.id, home, "merged", datetime.fromtimestamp(0).astimezone())
        for change in _MERGES:
            self.conn.execute(text(change), both)
        merged = replace(
            kept,
            account=gone.account or kept.account,
            name=kept.name or gone.name,
            phone=kept.phone or gone.phone,
            language=kept.language or gone.language,
            surveys=kept.surveys and gone.surveys,
            posts=tuple(dict.fromkeys(kept.posts + gone.posts)),
            homes=tuple(dict.fromkeys(kept.homes + gone.homes)),
        )
        self.keep(merged)
        return merged

    def bind(self, person: int, home: Home, via: str, now: datetime) -> None:
        """Let somebody be of a unit."""
        self._bind(person, home, via, now)

    def _bind(self, person: int, home: Home, via: str, now: datetime) -> None:
        fields = {"site": home.site, "unit": home.unit, "via": via, "at": now}
        self.conn.execute(_home, {"person": person} | fields)

    def residents(self, phone: str) -> Sequence[Resident]:
        """The roster's lines under a telephone number."""
        rows = self.conn.execute(select(_residents).where(_residents.c.phone == phone))
        return [Resident(row.site, row.unit, row.name, row.phone) for row in rows]

    def invite(self, code: str) -> Invite | None:
        """A code that has not been used yet."""
        row = _unused_invite(self.conn, {"code": code}).first()
        return Invite(row.code, row.site, row.unit, row.person, row.expires) if row else None

    def use_invite(self, code: str, person: int, now: datetime) -> None:
        """A code binds once."""
        self.conn.execute(update(_invites).where(_invites.c.code == code), {"used_by": person, "used": now})

    def join_code(self, person: int, expires: datetime) -> str:
        """A new code for somebody's other account; the one before is good no more."""
        self.conn.execute(delete(_invites).where(_invites.c.person == person, _invites.c.site == ""))
        invite = Invite(new_code(), "", person=person, expires=expires)
        self.issue_invite(invite)
        return invite.code

    def invite_home(self, site: str, unit: str, expires: datetime) -> str:
        """A new code that binds whoever brings it to a home."""
        invite = Invite(new_code(), site, unit, expires=expires)
        self.issue_invite(invite)
        return invite.code

    def issue_invite(self, invite: Invite) -> None:
        """Keep a new code."""
        fields = {name: getattr(invite, name) for name in Invite.__slots__}
        self.conn.execute(insert(_invites), fields)


def new_code() -> str:
    """A one-time code nobody can guess; with a digit and a letter in it, so that it is no word of any language."""
    while True:
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
        if not (code.isalpha() or code.isdigit()):
            return code


# Accounts move last: until then the second person's are still theirs.
_MERGES = (
    "UPDATE cases SET owner = :kept WHERE owner = :gone",
    "UPDATE cases SET handler = :kept WHERE handler = :gone",
    "UPDATE entries SET by = :kept WHERE by = :gone",
    "UPDATE surveys SET person = :kept WHERE person = :gone",
    "UPDATE tasks SET person = :kept WHERE person = :gone",
    "DELETE FROM duties WHERE person = :gone AND EXISTS (SELECT 1 FROM duties AS same WHERE same.person = :kept "
    "AND same.site = duties.site AND same.day = duties.day AND same.shift = duties.shift "
    "AND same.department = duties.department)",
    "UPDATE duties SET person = :kept WHERE person = :gone",
    "DELETE FROM invites WHERE person = :gone",
    "DELETE FROM homes WHERE person = :gone",
    "UPDATE accounts SET person = :kept WHERE person = :gone",
    "DELETE FROM people WHERE id = :gone",
)


def _holds(person: Person, site: str, roles: frozenset[Role], department: str) -> bool:
    return any(
        post.site == site and post.role in roles and (not department or post.department == department)
        for post in person.posts
    )


def _row(person: Person) -> dict[str, Any]:
    plain = {name: getattr(person, name) for name in ("name", "phone", "language", "surveys", "briefed")}
    return plain | {"posts": dump_posts(person.posts), "account": str(person.account or "")}


def _read(row: Any) -> Person:
    homes = tuple(Home(*line.split(" ", 1)) for line in (row.homes or "").splitlines())
    account = Address.parse(row.account) if row.account else None
    return Person(
        row.id,
        row.name,
        row.phone,
        row.language,
        load_posts(row.posts),
        homes,
        row.surveys,
        account,
        row.briefed,
    )
