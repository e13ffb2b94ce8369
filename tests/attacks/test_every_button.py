"""Every button there is, tapped by everybody whose it is not: nothing moves, and nothing is told."""

import asyncio
import inspect
from collections.abc import Iterator
from itertools import count, product
from typing import Any

import pytest
from sqlalchemy import text as sql

from core.book import Survey, Task
from core.case import Case
from core.chat import Event, What
from core.conversations import TAPS
from core.people import Person as Colleague
from tests.town import Person, Town

# What a number may be followed by: departments, rounds, reasons, places in a list, moments, yes, and rubbish.
REST = ("engineering", "1", "not-ours", "parts", "2", "good", "7a0b1c2d", "", "😈")
OWN = frozenset(
    {"lang", "menu", "human", "bind", "unbind", "card", "see"}
)  # about themselves, or only looking

KINDS = (  # of the tasks that are open meanwhile; those of the case itself come on top
    *("undeliverable", "emergency-call", "no-cover", "binding", "verdict-call", "explained-call"),
    *("survey-call", "quote-call", "answer", "emergency-draft"),
)
COMES_OF_IT = [(), ("0", "good"), ("0", "-")] + [
    (word,)
    for word in (
        "good",
        "poor",
        "none",
        "understood",
        "doubt",
        "consent",
        "refuse",
        "sent",
        "later",
        "missed",
        "y",
    )
]


def _acts(verb: str, number: str) -> Iterator[str]:
    """Every way to fill a button's places that fits into one."""
    takes = _takes(verb)
    least = sum(p.default is p.empty and p.kind is not p.VAR_POSITIONAL for p in takes)
    most = 3 if any(p.kind is p.VAR_POSITIONAL for p in takes) else len(takes)
    for places in range(max(least, 1), max(most, 1) + 1):
        for rest in product(REST, repeat=max(places - 1, 0)) if places < 3 else _few(places - 1):
            yield ":".join((verb, number, *rest))


def _takes(verb: str) -> list[inspect.Parameter]:
    return [p for p in inspect.signature(TAPS[verb]).parameters.values() if p.name != "turn"]


def _acts_by_id(verb: str, id: str) -> Iterator[str]:
    """A task, a callback, a draft, each as it is really called, with everything that can come of it."""
    takes = _takes(verb)
    if takes and takes[0].name == "id":
        yield from (":".join((verb, id, *rest)) for rest in COMES_OF_IT if len(rest) == len(takes) - 1)


def _open_tasks(town: Town, case: Case) -> list[str]:
    """Something of every kind is to be done, and a callback is asked; what each of them is called by."""
    with town.app.store.transaction() as work:
        for kind in KINDS:
            about = "" if kind == "emergency-draft" else case.number
            data = {"people": [], "unit": "3-2-1201", "words": "好了", "round": case.round, "draft": "d"}
            task = Task(kind, case.site, town.clock(), case=about, person=case.owner, data=data)
            work.open_task(task)
        found = work.survey_of(case.number) or work.plan_survey(Survey(case.number, case.owner, case.round))
        found.state = "asked"
        rows = work.conn.execute(sql("SELECT id FROM tasks WHERE done IS NULL")).scalars()
        return [*dict.fromkeys([*map(str, rows), str(found.id)]), case.draft]


def _few(places: int) -> Iterator[tuple[str, ...]]:
    for one in REST:
        yield (one,) * places
    yield from list(product(REST[:6], repeat=places))[:24]


def _book(town: Town, number: str) -> Any:
    """Everything the book says of a case, and how many tasks and callbacks there are."""
    with town.app.store.transaction() as work:
        row = work.conn.execute(sql("SELECT * FROM cases WHERE number = :n"), {"n": number}).one()
        entries = work.conn.execute(sql("SELECT count(*) FROM entries WHERE what <> 'look'")).scalar()
        open_ = work.conn.execute(sql("SELECT count(*) FROM tasks WHERE done IS NULL")).scalar()
        surveys = [tuple(each) for each in work.conn.execute(sql("SELECT * FROM surveys ORDER BY id"))]
        return tuple(row), entries, open_, surveys


def _dismissed(town: Town, person: Person) -> None:
    """Somebody who was of the staff until a minute ago."""
    id_ = person.id
    with town.app.store.transaction() as work:
        known = work.person(id_)
        assert known is not None
        work.keep(Colleague(known.id, known.name, known.phone, account=known.account))


async def _taps(town: Town, person: Person, act: str, counting: Iterator[int]) -> None:
    """Straight to the office: what stands before it has its own tests, and there are thousands."""
    at = person.handset.address
    await town.app.handler.handle(
        Event(f"every:{next(counting)}", town.clock(), at, at, What.TAP, act=act, tap="1", message="1")
    )


@pytest.mark.sop("PE-1", "PE-2")
@pytest.mark.parametrize("moment", ["dispatched", "taken", "replied", "closed"])
async def test_no_button_does_anything_for_whom_it_is_not(town: Town, moment: str) -> None:
    case = await town.files()
    group = town.group("engineering")
    if moment != "dispatched":
        await town.zhang.at(group).taps("接单")
    if moment in {"replied", "closed"}:
        await town.zhang.taps("完工")
        await town.zhang.sends_photo("换了软管")
        await town.zhang.taps("免费")
    if moment == "closed":
        await town.owner.taps("验收合格")
    _dismissed(town, town.li)
    stranger = town.stranger(9001)
    await stranger.starts()
    ids = _open_tasks(town, town.case(case.number))
    before, heard, counting = _book(town, case.number), len(town.owner.chat.said), count()
    for verb in sorted(set(TAPS) - OWN):
        acts = [*_acts(verb, case.number), *(act for id in ids for act in _acts_by_id(verb, id))]
        acts = [act for act in acts if len(act.encode()) <= 64]
        wrong = (stranger, town.husband, town.li, town.sun)
        await asyncio.gather(*(_taps(town, who, act, counting) for who in wrong for act in acts))
        assert _book(town, case.number) == before, verb
    await town.comes_to_rest()
    assert len(town.owner.chat.said) == heard
