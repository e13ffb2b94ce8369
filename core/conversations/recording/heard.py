"""How something reached the office that a colleague records: by which way, when, and who received it (IN-6)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from core.chat import Choice, Rows, Text, choice, text
from core.conversations.owner.draft import Draft
from core.people import DESK, SENIORS, Person, Role
from core.site import Site
from core.texts import meant
from core.turn import Turn, rows_of
from core.understanding.moment import read_past

MOST = 8  # colleagues offered as the recipient
EVERYBODY = frozenset(Role)

# by which way


def read_via(turn: Turn, draft: Draft) -> bool:
    """The way, typed."""
    ways = turn.sites[draft.site].sop.recording.ways
    label = meant(turn.event.text, [f"via-{way}" for way in ways])
    if label:
        draft.fix("via", label.removeprefix("via-"))
    return bool(label)


def vias(turn: Turn, draft: Draft) -> Rows:
    """A button for every way."""
    ways = turn.sites[draft.site].sop.recording.ways
    return rows_of([choice(f"via-{way}", "pick", draft.id, "via", way) for way in ways], 2)


# when


def read_received(turn: Turn, draft: Draft) -> bool:
    """The time, typed: 9:30, 昨天下午3点, 11-16 9:30."""
    site = turn.sites[draft.site]
    moment = read_past(turn.event.text, site.local(turn.now), site.sop.hours.start)
    if moment is None or moment < turn.now - site.sop.recording.earlier:
        return False
    draft.fix("received", moment.isoformat())
    return True


def put_received(turn: Turn, draft: Draft, token: str) -> None:
    """The time, tapped: so long ago, or at a time of yesterday."""
    moment = next(moment for name, _, moment in _times(turn, turn.sites[draft.site]) if name == token)
    draft.fix("received", moment.isoformat())


def times(turn: Turn, draft: Draft) -> Rows:
    """Just now, a while ago, yesterday."""
    offered = _times(turn, turn.sites[draft.site])
    return rows_of([Choice(label, f"pick:{draft.id}:received:{name}") for name, label, _ in offered], 3)


def _times(turn: Turn, site: Site) -> Iterator[tuple[str, Text, datetime]]:
    now = site.local(turn.now)
    for index, span in enumerate(site.sop.recording.ago):
        yield f"a{index}", _ago(span), now - span
    yesterday = (now - timedelta(days=1)).date()
    for clock in site.sop.job.times[:2]:
        words = text("day-and-time", day=text("yesterday"), time=f"{clock:%H:%M}")
        yield f"y{clock:%H%M}", words, datetime.combine(yesterday, clock, now.tzinfo)


def _ago(span: timedelta) -> Text:
    minutes = int(span.total_seconds()) // 60
    hours, days = minutes // 60, minutes // 1440
    return text("ago", days=days, hours=hours, minutes=minutes) if minutes else text("just-now")


# who received it


def read_recipient(turn: Turn, draft: Draft) -> bool:
    """A colleague, by name."""
    typed = turn.event.text.strip()
    found = [
        p for p in turn.book.staff(draft.site, EVERYBODY) if p.name and p.name.casefold() == typed.casefold()
    ]
    if len(found) == 1:
        draft.recipient = found[0].id
    return len(found) == 1


def put_recipient(turn: Turn, draft: Draft, token: str) -> None:
    """A colleague, tapped."""
    draft.recipient = int(token)


def recipients(turn: Turn, draft: Draft) -> Rows:
    """Whoever records, and those to whom owners usually come."""
    others = (p for p in turn.book.staff(draft.site, DESK | SENIORS) if p.id != turn.who.id and p.name)
    people = [turn.who, *others][:MOST]
    return rows_of([_colleague(person, draft) for person in people], 2)


def _colleague(person: Person, draft: Draft) -> Choice:
    return choice("as-it-is", "pick", draft.id, "recipient", person.id, words=person.name or "—")
