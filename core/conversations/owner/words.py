"""An owner's words about a case: on its record, pictures and all, and before whoever deals with it (IN-11).

Whatever the state: a case that is over still has a desk that reads.
"""

from core.case import Case, State, with_media
from core.chat import Rows, Say, What, choice, text
from core.conversations.answer.reply import verdict_row
from core.conversations.clock import callout
from core.conversations.desk import danger, desk
from core.conversations.owner import filing
from core.conversations.wording import for_groups, place_of
from core.conversations.work import card, holder
from core.history.endings import is_explained
from core.people import masked_name
from core.turn import Turn


def owner_says(turn: Turn, case: Case) -> None:
    """Words and pictures reach desk and handler in the thread of the case."""
    keep(turn, case)
    if is_more_of(turn, case):
        return
    remember_album(turn, case)
    urgent = danger.raised(turn, case, turn.event.text)
    pass_on(turn, case)
    if urgent:
        phone = turn.site_of(case).phone or text("in-this-chat")
        turn.reply("added-urgent", *_rows(case), number=case.number, phone=phone)
    elif _is_alarm(turn, case):
        filing.begin_with_words(turn)
    elif case.state is State.REPLIED:
        kind = "explained" if is_explained(case) else "answered"
        turn.reply("added-verdict", *_rows(case), number=case.number, answer=kind)
    elif case.is_open:
        turn.reply("added", *_rows(case), number=case.number)
    else:
        turn.reply("added-after", *_rows(case), number=case.number, state=str(case.state))


def _is_alarm(turn: Turn, case: Case) -> bool:
    """Danger where no work goes on that could be raised: a matter of its own, before the desk at once."""
    here = turn.event.private and not danger.goes_on(case) and filing.current(turn) is None
    return here and danger.speaks_of(turn, case.site, turn.event.text)


def _rows(case: Case) -> Rows:
    """What they may have meant besides."""
    new, see = choice("new-matter", "fresh", case.number), choice("see-case", "see", case.number)
    if case.state is State.CLOSED:
        return ((choice("it-is-back", "again", case.number), new),)
    if case.state is State.WITHDRAWN:
        return ((choice("report-anew", "anew", case.number), see),)
    if case.state is State.REPLIED:  # words alone are no verdict (RE-5)
        return (verdict_row(case), (new, see))
    return ((new, see),)


def keep(turn: Turn, case: Case) -> None:
    """Put words and pictures on a case's record."""
    what = "correct" if turn.event.what is What.EDITED else "add"
    media = [a.packed() for a in turn.event.attachments]
    case.note(what, turn.now, turn.who.id, why=turn.event.text, media=media)
    with_media(case, turn.event.attachments)


def pass_on(turn: Turn, case: Case) -> None:
    """Show them to whoever has the job, and to the desk."""
    if case.department and case.is_open:
        card.show(turn, case)
    tell_handler(turn, case)
    desk.pass_on(turn, case, turn.event.attachments)
    if case.is_open:
        _tell_cover(turn, case)


def _tell_cover(turn: Turn, case: Case) -> None:
    said = for_groups(turn.event.text, case.name) or text("only-pictures")
    words = text("desk-hears", number=case.number, who=masked_name(turn.who.name) or "—", words=said)
    row = (choice("write-owner", "answer", case.number), choice("see-card", "card", case.number))
    callout.tell_cover(turn, case, Say(words, (row,), turn.event.attachments, subject=case.number))


def tell_handler(turn: Turn, case: Case) -> None:
    """The handler hears it too; of a case that is joined, whoever does the job for all of them (IN-14)."""
    said = turn.event.text or text("only-pictures")
    lead = turn.book.case(case.lead) if case.state is State.JOINED else None
    if lead is not None:
        words = text("handler-hears-neighbour", number=lead.number, place=place_of(case.unit), words=said)
        holder.tell(turn, lead, Say(words, media=turn.event.attachments, subject=lead.number))
    elif case.is_open:
        words = text("handler-hears", number=case.number, words=said)
        holder.tell(turn, case, Say(words, media=turn.event.attachments, subject=case.number))


def remember_album(turn: Turn, case: Case) -> None:
    """More pictures of this album belong to the same case, whatever was said meanwhile."""
    if turn.event.album and not turn.dialogue.name:
        turn.dialogue.data = {"album": turn.event.album, "of": case.number}


def is_more_of(turn: Turn, case: Case) -> bool:
    """Whether this is one more picture of an album we answered: it is passed on without another word."""
    data = turn.dialogue.data
    if not turn.event.album or data.get("album") != turn.event.album or data.get("of") != case.number:
        return False
    tell_handler(turn, case)
    desk.pass_on(turn, case, turn.event.attachments)
    return True
