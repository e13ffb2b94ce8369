"""What owner and office write to each other passes through the case, whatever its state (IN-11)."""

from core.case import Case, Kind, with_media
from core.chat import Say, choice, text
from core.conversations.access import allowed
from core.conversations.owner.draft import draft_id
from core.conversations.owner.filing import current
from core.conversations.staff import card, desk, deskwork, job
from core.conversations.staff.ladder import superiors
from core.conversations.wording import for_groups, shortened, unreadable
from core.people import Action, Role, masked_name, may
from core.site import DESK
from core.turn import Turn, rows_of


def about(turn: Turn, number: str) -> bool:
    """An answer to one of our messages about a case, by whoever may say something to it."""
    case = turn.book.case(number) if number else None
    if case is None:
        return False
    if not (turn.event.text or turn.event.attachments):
        turn.reply(unreadable(turn.event.unreadable))
        return True
    if case.owner == turn.who.id:
        owner_says(turn, case)
    elif (turn.event.private and not turn.event.reply_at) or not turn.who.at_desk(case.site):
        if not may(turn.who, Action.NOTE, case):
            return False
        job.progress(turn, number)
    else:
        deskwork.write_to_owner(turn, case, turn.event.text, turn.event.attachments)
    return True


def take_in(turn: Turn, case: Case, what: str) -> None:
    """Put words and pictures on a case's record."""
    media = [a.packed() for a in turn.event.attachments]
    case.note(what, turn.now, turn.who.id, why=turn.event.text, media=media)
    with_media(case, turn.event.attachments)


def remember_album(turn: Turn, case: Case) -> None:
    """More pictures of this album belong to the same case, whatever was said meanwhile."""
    if turn.event.album and not turn.dialogue.name:
        turn.dialogue.data = {"album": turn.event.album, "of": case.number}


def is_more_of(turn: Turn, case: Case) -> bool:
    """Whether this is one more picture of an album we answered: it is passed on without another word."""
    data = turn.dialogue.data
    if not turn.event.album or data.get("album") != turn.event.album or data.get("of") != case.number:
        return False
    turn.tell_id(case.handler, _to_handler(turn, case))
    desk.pass_on(turn, case, turn.event.attachments)
    return True


def owner_says(turn: Turn, case: Case) -> None:
    """An owner's words reach desk and handler in the thread of the case, pictures and all."""
    what = "correct" if turn.event.what == "edited" else "add"
    take_in(turn, case, what)
    if is_more_of(turn, case):
        return
    remember_album(turn, case)
    if case.department and case.is_open:
        card.show(turn, case)
        turn.tell_id(case.handler, _to_handler(turn, case))
    desk.pass_on(turn, case, turn.event.attachments)
    row = (choice("new-matter", "fresh", case.number), choice("see-case", "see", case.number))
    turn.reply("added", row, number=case.number)


def _to_handler(turn: Turn, case: Case) -> Say:
    words = text("handler-hears", number=case.number, words=turn.event.text or text("only-pictures"))
    return Say(words, media=turn.event.attachments, subject=case.number)


def is_it_about(turn: Turn, case: Case) -> None:
    """Words we cannot place, soon after a case was closed: is it back, or something else?"""
    take_in(turn, case, "add")
    desk.pass_on(turn, case, turn.event.attachments)
    row = (choice("it-is-back", "again", case.number), choice("new-matter", "fresh", case.number))
    turn.reply("is-it-about", row, number=case.number, issue=shortened(case.issue, 40))


def add(turn: Turn, number: str) -> None:
    """补充: the next message goes to this case."""
    case = allowed(turn, number, Action.ADD)
    if case is not None:
        turn.dialogue.begin("adding", "telling", case=number)
        turn.reply("tell-more-case", number=number)


def speak(turn: Turn) -> None:
    """What is added."""
    case = allowed(turn, turn.dialogue.data["case"], Action.ADD)
    turn.dialogue.end()
    if case is not None:
        owner_says(turn, case)


def chase(turn: Turn, number: str) -> None:
    """催办: handler and supervisor see it; not more often than the site allows."""
    case = allowed(turn, number, Action.CHASE)
    if case is None:
        return None
    if not case.is_open:
        return turn.answer_tap("moved-on", alert=True, number=number)
    last, wait = case.last("chase"), turn.site_of(case).sop.intake.chase_every
    if last and turn.now - last.at < wait:
        at = turn.site_of(case).local(last.at + wait)
        return turn.answer_tap("chased-already", alert=True, at=at)
    case.note("chase", turn.now, turn.who.id)
    _tell_of_chase(turn, case)
    return turn.reply("chased", number=number)


def _tell_of_chase(turn: Turn, case: Case) -> None:
    words = text("owner-chases", number=case.number, times=sum(e.what == "chase" for e in case.history))
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    turn.tell_id(case.handler, say)
    for person in superiors(turn, case, turn.site_of(case), Role.SUPERVISOR):
        turn.tell(person, say)
    turn.post(turn.site_of(case), case.department or DESK, say)


def withdraw(turn: Turn, number: str, sure: str = "") -> None:
    """撤回, once asked whether they are sure; the staff are told not to come."""
    case = allowed(turn, number, Action.WITHDRAW)
    if case is None:
        return None
    if not case.is_open or case.state == "done":
        return turn.answer_tap("moved-on", alert=True, number=number)
    if not sure:
        row = (choice("withdraw-sure", "withdraw", number, "1"), choice("keep-it", "see", number))
        return turn.reply("withdraw-ask", row, slot=f"mine:{number}", number=number)
    case.move("withdraw", turn.now, turn.who.id)
    case.closed = turn.now
    turn.book.cancel("verdict", number)
    if case.department:
        card.show(turn, case)
    desk.show(turn, case)
    turn.tell_id(case.handler, Say(text("handler-withdrawn", number=number), subject=number))
    return turn.reply("withdrawn", slot=f"mine:{number}", number=number)


def ask_for_person(turn: Turn, about: str = "") -> None:
    """转人工, at any point: the desk is called into the case, or into a new enquiry where there is none."""
    if not (
        about.startswith("@") or current(turn) or turn.who.homes or turn.sites.only or _newest_open(turn)
    ):
        sites = [choice("as-it-is", "human", f"@{site.id}", words=site.name) for site in turn.sites.values()]
        return turn.reply("ask-site", *rows_of(sites, 1), slot="human")
    case = turn.book.case(about) if "-" in about and not about.startswith("@") else None
    if case is not None and case.owner != turn.who.id:
        case = None
    case = case or (None if current(turn) else _newest_open(turn)) or _open_enquiry(turn, about)
    case.note("human", turn.now, turn.who.id)
    words = text(
        "desk-human",
        number=case.number,
        name=masked_name(case.name or turn.who.name) or "—",
        issue=for_groups(case.issue),
    )
    row = (choice("write-owner", "answer", case.number), choice("show-number", "number", case.number))
    turn.post(turn.site_of(case), DESK, Say(words, (row,), subject=case.number))
    phone = turn.site_of(case).phone or text("in-this-chat")
    turn.reply("human-called", number=case.number, phone=phone)


def _newest_open(turn: Turn) -> Case | None:
    mine = next((c for c in turn.book.cases_of(turn.who.id, limit=5) if c.is_open), None)
    return turn.book.case(mine.number) if mine else None


def _open_enquiry(turn: Turn, about: str) -> Case:
    """Somebody wants a person and has no case: what they said so far becomes an enquiry, so that it has a number."""
    draft = current(turn)
    named = about.removeprefix("@") if about.startswith("@") else draft.site if draft else ""
    site = turn.sites.get(named) or turn.sites[_site_of(turn)]
    case = Case(
        number="",
        site=site.id,
        opened=turn.now,
        kind=Kind.ENQUIRY,
        owner=turn.who.id,
        issue=(draft.issue if draft else "") or turn.event.text,
        category="service",
        unit=(draft.unit if draft else "") or "",
        name=turn.who.name,
        phone=(draft.phone if draft else "") or turn.who.phone,
        channel=turn.event.account.channel,
        draft=draft.id if draft else draft_id(turn.event),
        media=draft.attachments if draft else (),
    )
    turn.dialogue.end()
    case = turn.book.open_case(case, site.prefix, site.local(turn.now).date())
    case.note("file", turn.now, turn.who.id, why="human")
    return case


def _site_of(turn: Turn) -> str:
    return turn.who.homes[0].site if turn.who.homes else next(iter(turn.sites))


TAPS = {"add": add, "chase": chase, "withdraw": withdraw, "human": ask_for_person}
