"""《值班记录表》 of a day: what lay outside the estate and was entered then, by whom, and how it stands (TR-7)."""

from datetime import date

from core.case import Case, Entry
from core.chat import Param, Say, Text, What, text
from core.conversations.recording import log
from core.conversations.wording import place_of
from core.conversations.work import card
from core.site import Site
from core.turn import Turn

ENTERED = "duty-log"  # the note with which a case is entered


def show(turn: Turn) -> None:
    """/dutylog, or /dutylog 2026-11-16: today, or that day, of every site whose desk this is."""
    return log.show_day(turn, "/dutylog", _show)


def turn_to(turn: Turn, site: str, day: str) -> None:
    """Another day, by button."""
    return log.turn_day(turn, site, day, _show)


def _show(turn: Turn, site: Site, day: date) -> None:
    """The day's entries, so many a message; the last one turns the pages."""
    since, until = log.span_of(turn, site, day)
    cases = turn.book.noted_between(site.id, ENTERED, since, until)
    found = [(e, case) for case in cases for e in case.history if e.what == ENTERED and since <= e.at < until]
    lines = [_line(turn, site, case, entry) for entry, case in sorted(found, key=lambda pair: pair[0].at)]
    pages = [lines[at : at + log.A_PAGE] for at in range(0, len(lines), log.A_PAGE)] or [[]]
    params: dict[str, Param] = {"site": site.name, "day": f"{day:%Y-%m-%d}", "count": len(lines)}
    for page in pages[:-1]:
        turn.answer(Say(text("dutylog", lines=tuple(page), **params)))
    words = text("dutylog", lines=tuple(pages[-1]) or text("dutylog-empty"), **params)
    fresh = turn.event.what is not What.TAP
    turn.answer(Say(words, (log.days(turn, site, day, "dutylog"),), slot=f"dutylog:{site.id}", fresh=fresh))


def _line(turn: Turn, site: Site, case: Case, entry: Entry) -> Text:
    person = turn.book.person(entry.by) if entry.by else None
    return text(
        "dutylog-line",
        time=f"{site.local(entry.at):%H:%M}",
        number=case.number,
        place=place_of(case.unit),
        issue=log.issue_of(case) or text("only-pictures"),
        who=(person.name if person else "") or text("by-itself"),
        standing=card.standing(turn, case),
    )


TAPS = {"dutylog": turn_to}
