"""How an installation is: what keeps it from running, and what waits for a person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from chinese_calendar.constants import holidays

from bot.connections import NotConnected, channels_of
from bot.settings import Settings
from bot.sitefile import SiteFile
from core.chat import Address, Text, text
from core.people import Role
from storage.codec import load_say
from storage.files import lost as lost_files
from storage.inspection import (
    Lost,
    Stuck,
    blocked_people,
    groups_of,
    lost_messages,
    open_tasks,
    roster_size,
    stuck_events,
)
from storage.unit import Work

NAMES = {"telegram": "Telegram", "wechat": "WeChat 微信", "wecom": "WeCom 企业微信"}
AHEAD = timedelta(days=90)  # so long before the known public holidays end
STALE = timedelta(days=1)  # a task left open longer is worth a word
MOST = 20  # lost messages told one by one


class Level(IntEnum):
    """How bad something is; the worst becomes the exit code."""

    FINE = 0
    WAITS = 1  # somebody should see to it
    BROKEN = 2  # it cannot run like this


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was looked at."""

    level: Level
    text: Text
    words: str = ""  # what somebody wrote: shown only when asked for


def channels(given: Settings) -> Iterator[Item]:
    """Whether anybody can reach us."""
    try:
        connected = [channel.name for channel in channels_of(given)]
    except NotConnected as half:
        yield Item(
            Level.BROKEN, text("health-half-channel", platform=half.platform, names=", ".join(half.names))
        )
        return
    for name in connected:
        yield Item(Level.FINE, text("health-channel", channel=NAMES[name]))
    if not connected:
        yield Item(Level.WAITS, text("health-no-channel"))
    if "wechat" in connected and not given.wechat_template:
        yield Item(Level.WAITS, text("health-no-template"))


def calendar(today: date) -> Iterator[Item]:
    """How long the public holidays and make-up workdays are known."""
    last = max(holidays).year
    near = date(last, 12, 31) - today < AHEAD
    yield Item(
        Level.WAITS if near else Level.FINE,
        text("health-calendar-ends" if near else "health-calendar", year=last),
    )


def inside(work: Work, files: Sequence[SiteFile], now: datetime) -> Iterator[Item]:
    """Everything the database can tell."""
    yield from _events(stuck_events(work.conn))
    yield from _messages(lost_messages(work.conn, MOST))
    if lost := lost_files(work.conn):
        yield Item(Level.WAITS, text("health-files-lost", count=lost))
    yield from _tasks(work, files, now)
    for file in files:
        yield from _groups(work, file)
        yield from _staff(work, file)
        yield from _roster(work, file)


def _events(stuck: Sequence[Stuck]) -> Iterator[Item]:
    if not stuck:
        yield Item(Level.FINE, text("health-no-stuck"))
    for failure in stuck:
        event = failure.event
        summary = text(
            "health-parked" if failure.parked else "health-failed",
            what=Text(f"health-what-{event.what}"),
            channel=event.account.channel,
            at=failure.at.astimezone(),
            tries=failure.tries,
            error=failure.error.partition("(")[0],
        )
        yield Item(
            Level.WAITS,
            summary,
            " · ".join(filter(None, (event.text, event.act, event.phone, failure.error))),
        )


def _messages(lost: Sequence[Lost]) -> Iterator[Item]:
    if not lost:
        yield Item(Level.FINE, text("health-no-lost"))
    for message in lost:
        say = load_say(message.say)
        summary = text(
            "health-lost",
            channel=message.to.channel,
            at=message.created.astimezone(),
            subject=message.subject or "—",
            message=say.text.key,
        )
        yield Item(Level.WAITS, summary, f"{message.to} · {message.error} · {dict(say.text.params)}")


def _tasks(work: Work, files: Iterable[SiteFile], now: datetime) -> Iterator[Item]:
    names = {file.site.id: file.site.name for file in files}
    for task in open_tasks(work.conn):
        level = Level.WAITS if now - task.oldest > STALE else Level.FINE
        kind, since = Text(f"health-task-{task.kind}"), task.oldest.astimezone()
        site = names.get(task.site, task.site)
        yield Item(level, text("health-task", site=site, kind=kind, count=task.count, since=since))


def _groups(work: Work, file: SiteFile) -> Iterator[Item]:
    bound = groups_of(work.conn, file.site.id)
    for department in file.site.departments:
        here = {str(group.place) for group in bound if group.department == department.id}
        named = {"site": file.site.name, "department": department.name}
        if not here:
            yield Item(Level.WAITS, text("health-no-group", **named))
        for wanted in map(Address.parse, department.groups):
            others = [
                place for place in here if place.startswith(f"{wanted.channel}:") and place != str(wanted)
            ]
            if others:
                yield Item(Level.FINE, text("health-other-group", **named, bound=others[0], file=str(wanted)))


def _staff(work: Work, file: SiteFile) -> Iterator[Item]:
    staff, blocked = work.staff(file.site.id, frozenset(Role)), blocked_people(work.conn)
    for key, people in (
        ("health-never-started", [p.name for p in staff if p.account is None]),
        ("health-blocked", [p.name for p in staff if p.id in blocked]),
    ):
        if people:
            yield Item(
                Level.WAITS, text(key, site=file.site.name, count=len(people), names="、".join(people))
            )
    if not staff:
        yield Item(Level.WAITS, text("health-no-staff", site=file.site.name))


def _roster(work: Work, file: SiteFile) -> Iterator[Item]:
    size = roster_size(work.conn, file.site.id)
    key = "health-roster" if size else "health-no-roster"
    yield Item(Level.FINE, text(key, site=file.site.name, count=size))
