"""转人工, at any point: the desk is called into the case in hand, and nothing that was in hand is lost (IN-11).

in the middle of filing ─▶ what was said so far becomes a case, unconfirmed as it is, for the desk to go on with
asked something about a case ─▶ the desk is called into that case; what is said next goes there, then the question
else ─▶ into the newest open case, or a new enquiry
"""

from core.case import Case, Kind
from core.chat import Say, choice, text
from core.conversations.clock import callout
from core.conversations.owner import opening
from core.conversations.owner.draft import Draft, draft_id
from core.conversations.owner.filing import current
from core.conversations.wording import for_groups
from core.conversations.work import dispatch
from core.people import masked_name
from core.site import DESK
from core.turn import Turn, rows_of

STAYS = frozenset({"survey"})  # a question that takes words waits while they are the desk's


def ask_for_person(turn: Turn, about: str = "") -> None:
    """The desk is called."""
    draft = _told(turn)
    case = None if draft else _meant(turn, about)
    if case is None and not _knows_where(turn, draft, about):
        sites = [choice("as-it-is", "human", f"@{site.id}", words=site.name) for site in turn.sites.values()]
        return turn.reply("ask-site", *rows_of(sites, 1), slot="human")
    key = "human-has-draft" if draft else "human-called"
    case = case or (_open_from(turn, draft, about) if draft else _open_enquiry(turn, about))
    case.note("human", turn.now, turn.who.id)
    _call(turn, case)
    _listen(turn, case)
    site, working = turn.site_of(case), turn.sites.working(case.site)
    phone = site.phone or text("in-this-chat")
    if working.is_working(turn.now):
        return turn.reply(key, number=case.number, phone=phone)
    opens = site.local(working.next_opening(turn.now))
    return turn.reply("human-closed", number=case.number, phone=phone, opens=opens)


def _told(turn: Turn) -> Draft | None:
    """The draft they are working on, if anything was said in it."""
    draft = current(turn)
    return draft if draft and (draft.words or draft.media) else None


def _meant(turn: Turn, about: str) -> Case | None:
    """The case that was named, the one they are just being asked about, or else the newest that is open."""
    named = about if "-" in about and not about.startswith("@") else turn.dialogue.data.get("case", "")
    case = turn.book.case(named) if named else None
    if case is not None and case.owner == turn.who.id:
        return case
    mine = turn.book.open_of(turn.who.id)
    return turn.book.case(mine[0].number) if mine else None


def _knows_where(turn: Turn, draft: Draft | None, about: str) -> bool:
    known = draft.site if draft else turn.who.homes or turn.sites.only
    return bool(known) or about.removeprefix("@") in turn.sites


def _call(turn: Turn, case: Case) -> None:
    words = text(
        "desk-human",
        number=case.number,
        name=masked_name(case.name or turn.who.name) or "—",
        issue=for_groups(case.issue, case.name),
    )
    row = (choice("write-owner", "answer", case.number), choice("show-number", "number", case.number))
    say = Say(words, (row,), subject=case.number)
    turn.post(turn.site_of(case), DESK, say)
    callout.tell_cover(turn, case, say)


def _listen(turn: Turn, case: Case) -> None:
    """What they say next is for the desk; a code or a reason nobody waits for any more is not asked on."""
    if turn.dialogue.name == "binding":
        turn.dialogue.end()
    if turn.dialogue.name in STAYS:
        waits = [turn.dialogue.name, turn.dialogue.step, turn.dialogue.data]
        turn.dialogue.begin("adding", "telling", case=case.number)
        turn.dialogue.data["under"] = waits


def _open_from(turn: Turn, draft: Draft, about: str) -> Case:
    """What was said so far becomes a case: every word, picture and answer of it."""
    draft.site = draft.site or about.removeprefix("@") or _site_of(turn)
    draft.kind = draft.kind or Kind.ENQUIRY.value
    turn.dialogue.end()
    case = opening.file(turn, draft)
    dispatch.judge_and_send(turn, case, sure=0.0)  # an emergency goes out; the rest the desk goes on with
    return case


def _open_enquiry(turn: Turn, about: str) -> Case:
    """Somebody wants a person and has no case: it becomes an enquiry, so that it has a number."""
    if draft := current(turn):  # nothing was said in it yet
        turn.dialogue.end()
    named = about.removeprefix("@") if about.startswith("@") else draft.site if draft else ""
    site = turn.sites.get(named) or turn.sites[_site_of(turn)]
    case = Case(
        number="",
        site=site.id,
        opened=turn.now,
        kind=Kind.ENQUIRY,
        owner=turn.who.id,
        issue=turn.event.text,
        category="service",
        name=turn.who.name,
        phone=turn.who.phone,
        channel=turn.event.account.channel,
        draft=draft_id(turn.event),
    )
    case = turn.book.open_case(case, site.prefix, site.local(turn.now).date())
    case.note("file", turn.now, turn.who.id, why="human")
    return case


def _site_of(turn: Turn) -> str:
    return turn.who.homes[0].site if turn.who.homes else next(iter(turn.sites))


TAPS = {"human": ask_for_person}
