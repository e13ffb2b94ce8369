"""客户服务部日志: enquiries, help requests, suggestions and praise of a day, and whether they were answered (IN-8)."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from core.case import JOBS, Case, Entry, State
from core.chat import Choice, Say, Text, What, choice, text
from core.conversations.wording import for_groups, place_of
from core.people import masked_name
from core.site import Site
from core.turn import Turn
from core.understanding.moment import read_day

A_PAGE = 15  # entries in one message
WORDS = 60  # characters of what each was about


def show(turn: Turn) -> None:
    """/log, or /log 2026-11-16: today, or that day, of every site whose desk this is."""
    return show_day(turn, "/log", _show)


def show_day(turn: Turn, command: str, show: Callable[[Turn, Site, date], None]) -> None:
    """A day, as it was asked for behind a command, of every site whose desk this is."""
    sites = sites_here(turn)
    if not sites:
        return turn.reply("desk-only")
    asked = turn.event.text.partition(" ")[2].strip()
    for site in sites:
        today = site.local(turn.now).date()
        day = read_day(asked, today) if asked else today
        if day is None:
            return turn.reply("log-which-day", command=command, example=f"{today:%Y-%m-%d}")
        show(turn, site, day)
    return None


def sites_here(turn: Turn) -> list[Site]:
    """The sites whose desk whoever speaks is of; in a group, the group's."""
    group = turn.book.group_at(turn.event.place)
    ids = [group.site] if group else [post.site for post in turn.who.posts]
    return [turn.sites[id] for id in dict.fromkeys(ids) if turn.who.at_desk(id)]


def turn_to(turn: Turn, site: str, day: str) -> None:
    """Another day, by button."""
    return turn_day(turn, site, day, _show)


def turn_day(turn: Turn, site: str, day: str, show: Callable[[Turn, Site, date], None]) -> None:
    """Another day, by button, to whoever may see it now."""
    found = next((each for each in sites_here(turn) if each.id == site), None)
    if found is None:
        return turn.answer_tap("desk-only", alert=True)
    try:
        return show(turn, found, date.fromisoformat(day))
    except ValueError:
        return turn.answer_tap("button-unknown", alert=True)


def _show(turn: Turn, site: Site, day: date) -> None:
    """The day's entries, so many a message; the last one turns the pages."""
    cases = turn.book.opened_between(site.id, *span_of(turn, site, day))
    lines = [_line(turn, site, case) for case in cases if case.kind not in JOBS]
    pages = [lines[at : at + A_PAGE] for at in range(0, len(lines), A_PAGE)] or [[]]
    for page in pages[:-1]:
        turn.answer(Say(text("log-more", day=f"{day:%Y-%m-%d}", lines=tuple(page))))
    waiting = sum(case.kind not in JOBS and _answer_of(case) is None and case.is_open for case in cases)
    words = text(
        "log",
        site=site.name,
        day=f"{day:%Y-%m-%d}",
        count=len(lines),
        waiting=waiting,
        lines=tuple(pages[-1]) or text("log-empty"),
    )
    turn.answer(
        Say(words, (days(turn, site, day),), slot=f"log:{site.id}", fresh=turn.event.what is not What.TAP)
    )


def span_of(turn: Turn, site: Site, day: date) -> tuple[datetime, datetime]:
    """A day at the site, from its midnight to the next."""
    since = datetime.combine(day, time(), site.local(turn.now).tzinfo)
    return since, since + timedelta(days=1)


def days(turn: Turn, site: Site, day: date, verb: str = "log") -> tuple[Choice, ...]:
    """The day before and the day after."""
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    row: tuple[Choice, ...] = (choice("day-before", verb, site.id, before.isoformat()),)
    if after <= site.local(turn.now).date():
        row += (choice("day-after", verb, site.id, after.isoformat()),)
    return row


def _line(turn: Turn, site: Site, case: Case) -> Text:
    return text(
        "log-line",
        number=case.number,
        time=f"{site.local(case.opened):%H:%M}",
        kind=text(f"kind-{case.kind}"),
        place=place_of(case.unit),
        name=(case.name if turn.event.private else masked_name(case.name)) or "—",
        issue=issue_of(case) or text("only-pictures"),
        standing=_standing(turn, site, case),
    )


def issue_of(case: Case) -> str:
    """The beginning of the owner's words, masked before they are cut: half a number is a number still."""
    masked = for_groups(case.issue.replace("\n", " ")[: 4 * WORDS], case.name)
    return masked[:WORDS] if isinstance(masked, str) else ""


def _standing(turn: Turn, site: Site, case: Case) -> Text:
    """Answered, by whom and when; else with whom it waits."""
    answer = _answer_of(case)
    if answer:
        person = turn.book.person(answer.by) if answer.by else None
        return text("log-answered", who=person.name if person else "—", at=site.local(answer.at))
    if case.state is State.WITHDRAWN:
        return text("state-withdrawn")
    department = site.department(case.department)
    return text("log-job", department=department.name) if department else text("log-waits")


def _answer_of(case: Case) -> Entry | None:
    """The newest word of the office that was an answer."""
    return next(
        (e for e in reversed(case.history) if e.after is State.REPLIED and e.before is not e.after), None
    )


TAPS = {"log": turn_to}
