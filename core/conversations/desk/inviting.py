"""/invite 3-2-1201: the desk makes a one-time code with which an owner binds their home (IN-12)."""

from datetime import timedelta

from core.book import Task
from core.chat import text
from core.conversations.wording import place_of
from core.site import Site
from core.turn import Turn
from core.understanding import read_unit

LASTS = timedelta(days=30)  # how long a code is good
KIND = "invited"  # of the task that keeps who made one for which home; the code itself is not written down


def make(turn: Turn) -> None:
    """A code for the home named, to whoever is of the desk of the site it belongs to."""
    sites = [
        turn.sites[id] for id in dict.fromkeys(post.site for post in turn.who.posts) if turn.who.at_desk(id)
    ]
    if not sites:
        return turn.reply("desk-only")
    written = turn.event.text.partition(" ")[2].strip()
    unit = read_unit(written)
    found = [site for site in sites if unit and site.has_unit(unit)]
    if not unit or not found:
        return _which(turn, sites, written)
    for site in found:
        _make(turn, site, unit)
    return None


def _which(turn: Turn, sites: list[Site], written: str) -> None:
    """No home, or none of ours."""
    example = sites[0].example_unit
    if not written:
        return turn.reply("invite-how", example=example)
    names = "、".join(site.name for site in sites)
    return turn.reply("invite-no-unit", given=written, site=names, example=example)


def _make(turn: Turn, site: Site, unit: str) -> None:
    until = turn.now + LASTS
    code = turn.book.invite_home(site.id, unit, until)
    data = {"unit": unit, "until": until.isoformat()}
    made = Task(KIND, site.id, turn.now, person=turn.who.id, data=data, done=turn.now, done_by=turn.who.id)
    turn.book.open_task(made)
    day = f"{site.local(until):%Y-%m-%d}"
    turn.reply(
        "invite-made",
        site=site.name,
        place=place_of(unit),
        invitation=text("as-it-is", words=code),
        until=day,
    )
