"""Staff and groups out of the site files into the database, at every start, as often as you like.

What the file says holds for posts, names and telephone numbers: whoever is no longer in it has no post.
What people did since holds for the rest: the language they chose, and the group an admin bound in the chat;
a group from the file is bound only where its department has none on that channel, and nobody else has it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from bot.sitefile.layout import SiteFile, StaffTable
from core.chat import Address
from core.people import Group, Person, Post, Role
from storage.inspection import groups_of, person_at
from storage.roster import alone
from storage.unit import Store, Work

SPEAKS_FIRST = frozenset({"playground", "wecom"})  # elsewhere a person has to write to us before we may


@dataclass(slots=True)
class _Member:
    """Somebody at work, at one site or several."""

    name: str
    phone: str
    language: str
    accounts: dict[Address, None] = field(default_factory=dict)
    posts: dict[Post, None] = field(default_factory=dict)


def plant(store: Store, files: Iterable[SiteFile]) -> None:
    """Let the database say what the site files say about staff and groups."""
    files = list(files)
    with store.transaction() as work:
        alone(work.conn)
        sites = {file.site.id for file in files}
        planted = {_settle(work, member, sites) for member in _members(files)}
        for site in sorted(sites):
            _dismiss(work, site, planted)
        for file in files:
            _bind_groups(work, file)


def _members(files: Iterable[SiteFile]) -> Iterator[_Member]:
    """Everybody once: the same number or account in two files is one person with posts at two sites."""
    known: dict[str | Address, _Member] = {}
    members: dict[int, _Member] = {}
    for file in files:
        for row in file.staff:
            keys: list[str | Address] = [row.phone] if row.phone else []
            keys += map(Address.parse, row.accounts)
            member = next((known[key] for key in keys if key in known), None) or _new(row)
            member.accounts |= dict.fromkeys(map(Address.parse, row.accounts))
            member.posts |= dict.fromkeys(Post(file.site.id, p.role, p.department) for p in row.posts)
            known |= dict.fromkeys(keys, member)
            members[id(member)] = member
    yield from members.values()


def _new(row: StaffTable) -> _Member:
    return _Member(row.name, row.phone or "", row.language or "")


def _settle(work: Work, member: _Member, sites: set[str]) -> int:
    person = _find(work, member) or work.add(Person(0))
    for account in member.accounts:
        person = _take_account(work, person, member, account)
    elsewhere = tuple(post for post in person.posts if post.site not in sites)
    first = next((a for a in member.accounts if a.channel in SPEAKS_FIRST), None)
    now = replace(
        person,
        name=member.name,
        phone=member.phone or person.phone,
        language=person.language or member.language,
        posts=(*elsewhere, *member.posts),
        account=person.account or first,
    )
    if now != person:
        work.keep(now)
    return person.id


def _find(work: Work, member: _Member) -> Person | None:
    """By the telephone of somebody at work already, else by an account; an owner's number may be anybody's."""
    known = (
        sorted((p for p in work.with_phone(member.phone) if p.posts), key=lambda p: p.id)
        if member.phone
        else []
    )
    holders = [id for account in member.accounts if (id := person_at(work.conn, account)) is not None]
    return known[0] if known else work.person(holders[0]) if holders else None


def _take_account(work: Work, person: Person, member: _Member, account: Address) -> Person:
    """Let the account be theirs; a stranger who wrote from it before was them."""
    holder = person_at(work.conn, account)
    if holder == person.id:
        return person
    other = work.person(holder) if holder else None
    if other and not other.posts and other.phone in ("", member.phone):
        return work.merge(person, other)
    if other and other.account == account:
        work.keep(replace(other, account=None))
    work.attach(account, person.id)
    return person


def _dismiss(work: Work, site: str, planted: set[int]) -> None:
    for person in work.staff(site, frozenset(Role)):
        if person.id not in planted:
            work.keep(replace(person, posts=tuple(post for post in person.posts if post.site != site)))


def _bind_groups(work: Work, file: SiteFile) -> None:
    bound = {(group.department, group.place.channel) for group in groups_of(work.conn, file.site.id)}
    for department in file.site.departments:
        for place in map(Address.parse, department.groups):
            if (department.id, place.channel) not in bound and work.group_at(place) is None:
                work.bind_group(Group(place, file.site.id, department.id, department.name))
                bound.add((department.id, place.channel))
