"""What the owners were promised: told to the desk in good time, listed for the day, moved on with a word (RE-3).

soon due ─▶ 答复业主 │ 还没结果 ─▶ when? ─▶ the owner knows, and that is the next deadline
"""

from datetime import datetime, time, timedelta

from core.case import Case, State
from core.chat import Choice, Rows, Say, Text, choice, text
from core.conversations import times
from core.conversations.access import allowed
from core.conversations.clock import deadlines, ladder
from core.conversations.desk import desk
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, place_of
from core.conversations.work import card
from core.history.entries import promised
from core.rights import Action
from core.site import DESK, Site
from core.timing.clock import Clock, breach
from core.timing.hearing import WAITING
from core.turn import Turn, rows_of

OWED = frozenset({"reply", "promise"})  # clocks of words
UNANSWERED = frozenset({*WAITING, State.JOINED})
ANSWERABLE = frozenset({State.FILED, State.DONE})  # where the desk can write the answer itself
SHORT = 20  # characters of an issue in a list


def is_unanswered(case: Case) -> bool:
    """Whether the owner still waits for words."""
    return case.state in UNANSWERED


def rows(case: Case) -> Rows:
    """What can be done about an answer that is due."""
    answer = (choice("answer-owner", "rewrite", case.number),) if case.state in ANSWERABLE else ()
    return ((*answer, choice("no-result-yet", "notyet", case.number)),)


def remind(turn: Turn, case: Case, clock: Clock) -> None:
    """An answer is due soon: the desk is told what it can do about it."""
    site = turn.site_of(case)
    words = text(
        "answer-soon",
        number=case.number,
        place=place_of(case.unit),
        due=site.local(clock.due),
        issue=_issue(case),
        state=card.standing(turn, case),
    )
    buttons = (*rows(case), (choice("see-card", "card", case.number),))
    ladder.tell_desk(turn, case, Say(words, buttons, subject=case.number))


# no result yet


def not_yet(turn: Turn, number: str) -> None:
    """还没结果: first, when the owner will hear again."""
    case = allowed(turn, number, Action.PROMISE)
    if case is not None and _waits(turn, case):
        _ask_when(turn, case)


def _ask_when(turn: Turn, case: Case) -> None:
    offered = times.offer(turn, case, "again-by", case.number, _made(case))
    back = (choice("back", "card", case.number),)
    turn.reply("promise-when", *offered, back, slot=f"promise:{case.number}", number=case.number)


def until(turn: Turn, number: str, made: str, token: str) -> None:
    """The owner is told so, with the time; of two colleagues at once one does it."""
    case = allowed(turn, number, Action.PROMISE)
    if case is None or not _waits(turn, case):
        return None
    last, moment = case.last("promise"), times.read(turn, token)
    if last is not None and made != str(_made(case)):
        known = promised(last, turn.sites.working(case.site).zone)
        shown = turn.site_of(case).local(known) if known else text("no-deadline")
        return turn.answer_tap("promised-already", alert=True, until=shown)
    if moment is None:
        turn.answer_tap("time-is-past", alert=True)
        return _ask_when(turn, case)
    return _promise(turn, case, turn.site_of(case).local(moment))


def _promise(turn: Turn, case: Case, moment: datetime) -> None:
    case.note("promise", turn.now, turn.who.id, until=moment.isoformat())
    state = text(f"owner-state-{case.state}")
    told = text("owner-promised", number=case.number, state=state, until=moment)
    desk.tell_owner(turn, case, Say(told, subject=case.number))
    who = turn.who.name or "—"
    turn.reply(
        "promise-kept-in-mind", slot=f"promise:{case.number}", number=case.number, until=moment, who=who
    )


def _made(case: Case) -> int:
    """How many promises were made before: a button that knows of fewer is an old one."""
    return sum(entry.what == "promise" for entry in case.history)


def _waits(turn: Turn, case: Case) -> bool:
    if is_unanswered(case):
        return True
    turn.answer_tap("moved-on", alert=True, number=case.number)
    return False


# the ledger of the day


def ledger(turn: Turn, site: Site) -> list[tuple[Case, Clock]]:
    """Every answer a site owes today, and what is late from before; the oldest debt first."""
    today = site.local(turn.now).date()
    night = turn.sites.working(site.id).at(today + timedelta(days=1), time.min)
    owed = [
        (case, clock)
        for case in turn.book.open_cases(site.id, night)
        for clock in deadlines.running(turn, case)
        if clock.name in OWED and clock.due < night
    ]
    return sorted(owed, key=lambda pair: pair[1].due)


def today(turn: Turn) -> None:
    """/today: what has to be answered today, to the desk and whoever stands above it."""
    group = turn.book.group_at(turn.event.place)
    sites = [group.site] if group else [post.site for post in turn.who.posts]
    mine = [turn.sites[site] for site in dict.fromkeys(sites) if turn.who.at_desk(site)]
    if not mine:
        return turn.reply("desk-only")
    for site in mine:
        turn.answer(_shown(turn, site, ledger(turn, site)))
    return None


def morning(turn: Turn, site: Site) -> None:
    """The day's answers, to the desk as it opens; nothing where there are none."""
    owed = ledger(turn, site)
    if owed:
        turn.post(site, DESK, _shown(turn, site, owed))


def _shown(turn: Turn, site: Site, owed: list[tuple[Case, Clock]]) -> Say:
    if not owed:
        return Say(text("ledger-none", site=site.name))
    most = site.sop.replies.listed
    lines = [_line(turn, site, *each) for each in owed[:most]]
    lines += [text("ledger-more", count=len(owed) - most)] if len(owed) > most else []
    words = text("ledger", site=site.name, count=len(owed), lines=tuple(lines))
    return Say(words, rows_of([_button(case) for case, _ in owed[:most]], 2))


def _line(turn: Turn, site: Site, case: Case, clock: Clock) -> Text:
    place, since, due = place_of(case.unit), breach(clock, turn.now), site.local(clock.due)
    if since is None:
        return text("ledger-line", due=due, number=case.number, place=place, issue=_issue(case))
    late = ladder.lasting(turn.now - since)
    return text("ledger-late", due=due, late=late, number=case.number, place=place, issue=_issue(case))


def _button(case: Case) -> Choice:
    # Month, day and serial: some platforms cut a label after ten signs.
    return choice("as-it-is", "card", case.number, words=case.number[-9:])


def _issue(case: Case) -> Text | str:
    issue = for_groups(case.issue.replace("\n", " "), case.name)
    if isinstance(issue, str):
        return f"{issue[:SHORT]}…" if len(issue) > SHORT else issue or text("only-pictures")
    return issue


TAPS = {"notyet": not_yet, "again-by": until}

EXTRAS = (Extra("no-result-yet", "notyet", Action.PROMISE, is_unanswered),)
