"""Who belongs where: an owner to a unit by roster phone, code or the desk's word; a colleague to their post (IN-12)."""

from core.book import Invite, Task
from core.case import Case
from core.chat import Say, Text, choice, text
from core.conversations.access import allowed
from core.conversations.wording import own_number, place_of
from core.people import Home, Person, masked_name
from core.rights import Action
from core.site import DESK
from core.turn import Turn

CODE_PREFIX = "i-"  # of a link's payload that carries an invitation


def start(turn: Turn) -> None:
    """/bind: offer the ways there are."""
    turn.dialogue.begin("binding", "code")
    how = "bind-how-typed" if turn.event.typed else "bind-how"
    turn.reply(how, (choice("join-account", "join"), choice("cancel", "unbind")))


def cancel(turn: Turn) -> None:
    """Not now."""
    if turn.dialogue.name == "binding":
        turn.dialogue.end()
    turn.reply("cancelled")


def speak(turn: Turn) -> None:
    """A code, typed."""
    if turn.event.phone:
        return by_phone(turn)
    if not by_code(turn, turn.event.text):
        turn.reply("code-unknown", (choice("cancel", "unbind"),))
    return None


def by_phone(turn: Turn) -> None:
    """A shared number that is the sender's own: found among the staff, among the owners, or just kept."""
    phone = own_number(turn.event.phone)
    if turn.dialogue.name == "binding":
        turn.dialogue.end()
    staff = next((p for p in turn.book.with_phone(phone) if p.is_staff and p.id != turn.who.id), None)
    if staff is not None:
        return _join_staff(turn, staff)
    _take_over(turn, phone)
    turn.keep_person(phone=phone)
    residents = turn.book.residents(phone)
    if not residents:
        return turn.reply("phone-kept")
    for line in residents:
        turn.book.bind(turn.who.id, Home(line.site, line.unit), "roster", turn.now)
    turn.keep_person(name=residents[0].name or turn.who.name)
    homes = tuple(place_of(line.unit) for line in residents)
    return turn.reply("bound", homes=homes, name=turn.who.name)


def _take_over(turn: Turn, phone: str) -> None:
    """What was recorded for whoever called from this number, and has no account, is theirs (IN-6, PE-4)."""
    for known in turn.book.with_phone(phone):
        if known.account is None and not known.is_staff and known.id != turn.who.id:
            turn.who = turn.book.merge(turn.who, known)


def by_code(turn: Turn, typed: str) -> bool:
    """A one-time code, typed or out of a link; False when it is none of ours, is used or too old."""
    code = typed.strip().removeprefix(CODE_PREFIX).upper()
    invite = turn.book.invite(code) if 4 <= len(code) <= 32 else None
    if invite is None or (invite.expires and invite.expires < turn.now):
        return False
    if invite.joins:
        _ask_to_join(turn, invite)
        return True
    turn.book.use_invite(invite.code, turn.who.id, turn.now)
    if turn.dialogue.name == "binding":
        turn.dialogue.end()
    _admit(turn, invite)
    return True


def _admit(turn: Turn, invite: Invite) -> None:
    colleague = turn.book.person(invite.person) if invite.person else None
    if colleague is not None:
        return _join_staff(turn, colleague)
    turn.book.bind(turn.who.id, Home(invite.site, invite.unit), "invite", turn.now)
    return turn.reply("bound", homes=(place_of(invite.unit),), name=turn.who.name)


def _join_staff(turn: Turn, colleague: Person) -> None:
    """A colleague is one person, whatever accounts they write from (PE-4)."""
    if colleague.id != turn.who.id:
        turn.who = turn.book.merge(colleague, turn.who)
    turn.reply("staff-bound", name=turn.who.name, posts=posts_of(turn, turn.who))


def _ask_to_join(turn: Turn, invite: Invite) -> None:
    """Whoever types somebody's code shares everything with them: that is asked first, and no post is given away."""
    if invite.person == turn.who.id:
        return turn.reply("joined-already")
    if turn.who.is_staff:
        return turn.reply("join-other-way")
    known = turn.book.person(invite.person) if invite.person else None
    if known is None:
        return turn.reply("code-unknown")
    row = (choice("join-yes", "joinok", invite.code), choice("join-no", "unbind"))
    return turn.reply("join-sure", row, name=masked_name(known.name) or "—")


def join_sure(turn: Turn, code: str) -> None:
    """An owner who writes from two platforms is one person (PE-4)."""
    invite = turn.book.invite(code)
    good = invite is not None and invite.joins and (invite.expires is None or invite.expires >= turn.now)
    known = turn.book.person(invite.person) if invite and good and invite.person else None
    if invite is None or known is None or known.id == turn.who.id or turn.who.is_staff:
        return turn.answer_tap("code-unknown", alert=True)
    turn.book.use_invite(code, turn.who.id, turn.now)
    if turn.dialogue.name == "binding":
        turn.dialogue.end()
    here = turn.event.account
    turn.who = turn.book.merge(known, turn.who)
    turn.keep_person(account=here)
    if turn.who.is_staff:
        return turn.reply("staff-bound", name=turn.who.name, posts=posts_of(turn, turn.who))
    return turn.reply("joined", name=turn.who.name or "—")


def join(turn: Turn) -> None:
    """A short-lived code that makes one person of whoever sends it and whoever asked for it."""
    if not turn.event.private:
        return turn.answer_tap("start-first", alert=True)
    if turn.dialogue.name == "binding":
        turn.dialogue.end()
    home = turn.who.homes[0].site if turn.who.homes else next(iter(turn.sites))
    good = turn.sites[home].sop.intake.joining
    code = turn.book.join_code(turn.who.id, turn.now + good)
    return turn.reply("join-code", joining=code, minutes=int(good.total_seconds() // 60))


def posts_of(turn: Turn, person: Person) -> tuple[Text, ...]:
    """What somebody is, a line each."""
    lines = []
    for post in person.posts:
        site = turn.sites.get(post.site)
        department = site.department(post.department) if site else None
        lines.append(
            text(
                "post",
                site=site.name if site else post.site,
                department=department.name if department else "",
                role=text(f"role-{post.role}"),
            )
        )
    return tuple(lines)


# the desk's approval


def ask_desk(turn: Turn, number: str) -> None:
    """An owner asks to be bound to the unit of their case: the desk decides."""
    case = turn.book.case(number)
    if case is None or case.owner != turn.who.id or not case.unit:
        return turn.answer_tap("case-unknown", alert=True, number=number)
    if Home(case.site, case.unit) in turn.who.homes:
        return turn.answer_tap("bound-already")
    waiting = turn.book.tasks(case.site, "binding")
    if any(t.person == turn.who.id and t.data["unit"] == case.unit for t in waiting):
        return turn.answer_tap("bind-waits")
    task = Task("binding", case.site, turn.now, case=number, person=turn.who.id, data={"unit": case.unit})
    _show_desk(turn, case, turn.book.open_task(task))
    return turn.reply("bind-asked", place=place_of(case.unit))


def _show_desk(turn: Turn, case: Case, task: Task) -> None:
    words = text(
        "desk-binding", name=masked_name(case.name) or "—", place=place_of(case.unit), number=case.number
    )
    row = (choice("agree", "bindok", task.id, "y"), choice("refuse", "bindok", task.id, "n"))
    rows = (row, (choice("show-number", "number", case.number),))
    turn.post(turn.site_of(case), DESK, Say(words, rows, slot=f"task:{task.id}", subject=case.number))


def decided(turn: Turn, id: str, answer: str) -> None:
    """The desk's word on it, once."""
    task = turn.book.task(int(id)) if id.isdigit() else None
    if task is None or task.kind != "binding" or task.done:
        return turn.answer_tap("already-done")
    if allowed(turn, task.case, Action.REPLY) is None:
        return None
    task.done, task.done_by, task.data["agreed"] = turn.now, turn.who.id, answer == "y"
    unit = task.data["unit"]
    if answer == "y" and task.person:
        turn.book.bind(task.person, Home(task.site, unit), "desk", turn.now)
    key = "bound-by-desk" if answer == "y" else "bind-refused"
    turn.tell_id(task.person, Say(text(key, place=place_of(unit), phone=turn.sites[task.site].phone or "—")))
    shown = "binding-agreed" if answer == "y" else "binding-refused"
    return turn.reply(shown, slot=f"task:{id}", place=place_of(unit), who=turn.who.name or "—")


TAPS = {
    "bind": start,
    "bindme": ask_desk,
    "bindok": decided,
    "unbind": cancel,
    "join": join,
    "joinok": join_sure,
}
