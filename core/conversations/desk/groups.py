"""Staff groups: which department a group chat belongs to, set in the group itself by an administrator."""

from core.book import Task
from core.chat import Address, Say, choice, text
from core.conversations.desk import desk
from core.conversations.work import asked
from core.people import Group, Role, masked_name
from core.site import DESK
from core.turn import Turn, rows_of

MAY_BIND = frozenset({Role.ADMIN, Role.MANAGER})


def offer(turn: Turn) -> None:
    """/bind in a group: which department is this?"""
    if turn.event.private:
        return turn.reply("bind-in-group")
    sites = [site for site in turn.sites.values() if turn.who.roles(site.id) & MAY_BIND]
    if not sites:
        return turn.reply("bind-admins-only")
    choices = [
        choice("group-choice", "group", site.id, d.id, site=site.name, department=d.name)
        for site in sites
        for d in site.departments
    ]
    return turn.reply("bind-which", *rows_of(choices, 1), slot="bind")


def bind(turn: Turn, site: str, department: str) -> None:
    """This group is that department's from now on."""
    found = turn.sites.get(site)
    named = found.department(department) if found else None
    if turn.event.private or found is None or named is None or not turn.who.roles(site) & MAY_BIND:
        return turn.answer_tap("bind-admins-only", alert=True)
    turn.book.bind_group(Group(turn.event.place, site, department, turn.event.group_name))
    return turn.reply("group-bound", slot="bind", site=found.name, department=named.name)


def moved(turn: Turn) -> None:
    """A group became a supergroup: whatever waits for the old address goes to the new one."""
    place = turn.event.place
    turn.book.move_group(place, Address(place.channel, turn.event.text))


def stopped(turn: Turn) -> None:
    """We were blocked, or put out of a group: the office is told where it no longer hears us."""
    if turn.event.private:
        other = turn.book.leave(turn.event.account)
        if turn.who.account == turn.event.account:  # what they are told goes where they still are
            turn.keep_person(account=other)
        return
    group = turn.book.group_at(turn.event.place)
    if group is None:
        return
    site = turn.sites[group.site]
    words = text("group-lost", department=group.title or group.department)
    for person in turn.book.staff(site.id, MAY_BIND):
        turn.tell(person, Say(words))


def undeliverable(turn: Turn) -> None:
    """A message of ours cannot arrive: it becomes a task for a person, never silence."""
    place = turn.event.place
    number = turn.event.data.get("subject", "") or _subject(turn)
    case = turn.book.case(number) if number else None
    group = turn.book.group_at(place)
    site = case.site if case else group.site if group else next(iter(turn.sites))
    if case is not None and turn.who.id == case.owner:
        case.note("unreached", turn.now, None, why=turn.event.text)
        desk.cannot_reach(turn, case)
        return asked.not_delivered(turn, case)
    task = Task("undeliverable", site, turn.now, case=number, person=turn.who.id or None)
    task.data = {"place": str(place), "reason": turn.event.text}
    turn.book.open_task(task)
    if case is not None and turn.who.id == case.handler:
        words = text("handler-unreached", name=turn.who.name or "—", number=number)
        turn.post(turn.sites[site], case.department, Say(words, subject=number))
    elif group is None or group.department != DESK:
        words = text("desk-unreached", name=masked_name(turn.who.name) or "—", number=number or "—")
        turn.post(turn.sites[site], DESK, Say(words, subject=number))
    return None


def _subject(turn: Turn) -> str:
    """What the platform itself tells us did not arrive, it names by its own number."""
    names = filter(None, (turn.event.message, turn.event.data.get("or", "")))
    return next(filter(None, (turn.book.subject_at(turn.event.place, name) for name in names)), "")


TAPS = {"group": bind}
