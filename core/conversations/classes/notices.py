"""公示: the result of a case of class 三 is told to its owners, and can be read by everybody at /notices (TR-7)."""

from core.case import Case, Entry, State
from core.chat import Say, Text, choice, text
from core.conversations.access import allowed
from core.conversations.answer import approval
from core.conversations.desk import asking, desk
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups
from core.history import classes
from core.history.incidents import members
from core.people import masked_name
from core.rights import Action
from core.site import Site
from core.turn import Turn

PUBLISH = "publish"


def can_be_published(case: Case) -> bool:
    """Whether it is one whose result everybody may read."""
    judged = case.class_ == classes.OUTSIDE and classes.decided(case) is not None
    return judged and case.state is not State.WITHDRAWN


def is_published(case: Case) -> bool:
    """Whether a notice of it hangs there."""
    return bool(classes.notices(case))


def publish(turn: Turn, number: str) -> None:
    """The result is asked for in words that everybody may read."""
    case = allowed(turn, number, Action.REPORT)
    if case is None:
        return None
    if not can_be_published(case):
        return turn.answer_tap("moved-on", alert=True, number=number)
    return asking.ask(turn, case, "publish", text("ask-notice", number=number))


def _publish(turn: Turn, case: Case, said: Written) -> None:
    if not can_be_published(case):
        return turn.answer_tap("moved-on", alert=True, number=case.number)
    if not said.words.strip():
        asking.ask(turn, case, "publish", text("ask-notice", number=case.number))
        return turn.reply("write-words")
    words = said.words.replace(case.name, masked_name(case.name)) if len(case.name) > 1 else said.words
    if approval.holds(turn, case, words, turn.who.id, PUBLISH):
        return None
    _hang_up(turn, case, words, turn.who.id)
    row = (choice("take-back", "unpublish", case.number),)
    return turn.reply(
        "published", row, slot=f"writing:{case.number}", number=case.number, words=for_groups(words)
    )


def _hang_up(turn: Turn, case: Case, words: str, by: int) -> None:
    case.note("publish", turn.now, by, why=words, told=True)
    _tell_owners(turn, case, words)


def release(turn: Turn, case: Case, draft: approval.Draft) -> None:
    """A notice that promises something, seen by somebody with authority (RE-7)."""
    _hang_up(turn, case, draft.words, draft.by or turn.who.id)


def _tell_owners(turn: Turn, case: Case, words: str) -> None:
    """Whoever reported it, and whoever joined."""
    joined = filter(None, map(turn.book.case, sorted(members(case))))
    for each in (case, *joined):
        say = Say(text("owner-notice", number=each.number, words=for_groups(words)), subject=each.number)
        desk.tell_owner(turn, each, say)


def take_back(turn: Turn, number: str) -> None:
    """A slip of the pen is taken down; that it hung there stays on record."""
    case = allowed(turn, number, Action.REPORT)
    if case is None:
        return None
    if not is_published(case):
        return turn.answer_tap("moved-on", alert=True, number=number)
    case.note("unpublish", turn.now, turn.who.id)
    return turn.reply("taken-back", slot=f"writing:{number}", number=number)


# for everybody


def read(turn: Turn) -> None:
    """/notices: the newest results of one's own estate."""
    for site in _sites_of(turn):
        lines = tuple(_line(site, entry) for entry in turn.book.published(site.id, site.sop.classes.notices))
        if lines:
            turn.reply("notices", site=site.name, lines=lines)
        else:
            turn.reply("notices-none", site=site.name)


def _line(site: Site, entry: Entry) -> Text:
    return text("notice-line", at=site.local(entry.at), words=for_groups(entry.why))


def _sites_of(turn: Turn) -> list[Site]:
    """Where somebody lives, works, or reported something; else everywhere there is only one."""
    who = turn.who
    ids = [home.site for home in who.homes] + [post.site for post in who.posts]
    ids = ids or [case.site for case in turn.book.cases_of(who.id)]
    found = [turn.sites[id] for id in dict.fromkeys(ids) if id in turn.sites]
    return found or list(turn.sites.values())


RELEASES = {PUBLISH: release}
EXTRAS = (
    Extra("publish-result", "publish", Action.REPORT, can_be_published),
    Extra("take-back", "unpublish", Action.REPORT, is_published),
)
WRITERS = {"publish": Writer(Action.REPORT, _publish, submit="publish-it")}
TAPS = {"publish": publish, "unpublish": take_back}
