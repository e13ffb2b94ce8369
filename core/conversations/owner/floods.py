"""More messages than anybody can answer (IN-13): all of it is kept, once it is said so, and nothing is sent after.

A colleague is not limited, and neither is danger: words of an emergency go their usual way, however many came before.
"""

from core.case import with_media
from core.chat import Attachment, Say, What, text
from core.conversations.desk import desk
from core.conversations.owner import emergency, filing, human, menu
from core.site import DESK, Site
from core.texts import meant
from core.turn import Turn

HINT = "lately"  # in the event's data: how many messages came within a minute
ECHOES = frozenset(
    {"desk-hears", "handler-hears", "senior-hears"}
)  # what passes an owner's words on, one by one
LABELS = (*menu.LABELS, "confirm", "told")
SPOKEN = frozenset({What.MESSAGE, What.EDITED})


def listens(turn: Turn, is_code: bool) -> bool:
    """Take words in without an answer where they belong to a draft; codes are not tried in heaps."""
    if not is_flood(turn) or _is_answer(turn):
        return False
    draft = filing.current(turn)
    if draft is None:
        return is_code
    draft.hear(turn.event, turn.sites)
    emergency.show_draft(turn, draft)
    filing.keep_listening(turn, draft)
    return True


def is_flood(turn: Turn) -> bool:
    """Whether this is one message too many within a minute, and no danger."""
    return _too_many(turn) > 0 and not _is_danger(turn)


def _too_many(turn: Turn) -> int:
    """The how manieth too many it is."""
    event = turn.event
    if event.what not in SPOKEN or not event.private or turn.who.is_staff:
        return 0
    sent = int(event.data.get(HINT, 0))
    return max(0, sent - _site(turn).sop.intake.most_a_minute) if sent else 0


def _is_danger(turn: Turn) -> bool:
    return turn.sites.understand(_site(turn).id, turn.event.text).urgent.value


def _is_answer(turn: Turn) -> bool:
    """A button's own words are meant as such, for a while."""
    few = _too_many(turn) <= _site(turn).sop.intake.most_a_minute
    return few and meant(turn.event.text, LABELS) is not None


def _site(turn: Turn) -> Site:
    return turn.sites[turn.who.homes[0].site if turn.who.homes else next(iter(turn.sites))]


def keep(turn: Turn) -> None:
    """Whatever else the turn did, the flood is answered once; the cards of the case show what was said."""
    if not is_flood(turn) or _is_answer(turn):
        return
    place = turn.event.place
    dropped = [m for m in turn.messages if m.to == place or m.say.text.key in ECHOES]
    turn.messages[:] = [m for m in turn.messages if m not in dropped]
    if _too_many(turn) > 1:
        return
    turn.reply("flood-wait")
    case = next((c for c in turn.book.cases_in_hand() if c.owner == turn.who.id and c.unsaved), None)
    if case is not None:
        say = Say(text("flood-desk", number=case.number), subject=case.number)
        turn.post(turn.site_of(case), DESK, say)


def hand_over(turn: Turn, id: str) -> None:
    """转人工, where no further case is opened today: the words go to the desk in the newest case that is open."""
    draft = filing.current(turn)
    mine = next((c for c in turn.book.cases_of(turn.who.id) if c.is_open), None)
    if draft is None or draft.id != id:
        return turn.answer_tap("draft-gone", alert=True)
    case = turn.book.case(mine.number) if mine else None
    if case is None:
        return human.ask_for_person(turn, id)
    media = tuple(Attachment(*item) for item in draft.media)
    case.note("add", turn.now, turn.who.id, why=draft.issue, media=draft.media)
    with_media(case, media)
    desk.pass_on(turn, case, media, words=draft.issue)
    turn.dialogue.end()
    return human.ask_for_person(turn, case.number)


TAPS = {"many": hand_over}
