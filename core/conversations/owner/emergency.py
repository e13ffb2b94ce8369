"""Danger does not wait for a confirmation: the desk sees an emergency the moment it is written (IN-10, TR-2).

What becomes known afterwards is put on the same card, which rings again when the place or the number first appears.
When the office is closed whoever covers and the manager get the card too, and all of them again while nobody ticked it.
"""

from typing import Any

from core import duty
from core.book import Task, Timer
from core.chat import Rows, Say, Text, choice, text
from core.conversations.owner.draft import Draft
from core.conversations.wording import SHORT, for_groups, guesses, hidden, place_of
from core.people import DESK as DESK_ROLES
from core.people import SENIORS, Person, masked_name, masked_phone
from core.site import DESK, Site
from core.turn import Turn

KIND = "emergency-draft"
EVERYWHERE = "*"
ANYBODY = DESK_ROLES | SENIORS  # where there is no group, each by themselves


def show_draft(turn: Turn, draft: Draft) -> None:
    """Show the desk a draft with emergency words at once, unconfirmed as it is; later what is new of it."""
    if not draft.urgent and not draft.shown_to:
        return
    if draft.shown_to != (draft.site or EVERYWHERE):
        return _begin(turn, draft)
    for task in _tasks(turn, draft, draft.site):
        _update(turn, draft, task)


def _begin(turn: Turn, draft: Draft) -> None:
    first, draft.shown_to = not draft.shown_to, draft.site or EVERYWHERE
    if draft.site:
        elsewhere = [site.id for site in turn.sites.values() if site.id != draft.site]
        _end(turn, draft, elsewhere, text("emergency-elsewhere"))
    sites = [turn.sites[draft.site]] if draft.site else list(turn.sites.values())
    heard = [_alarm(turn, draft, site) for site in sites if not _tasks(turn, draft, site.id)]
    if first:
        phones = [site.phone for site in turn.sites.values() if site.phone and draft.site in {"", site.id}]
        phone = "、".join(phones) or text("in-this-chat")
        told = max(heard, key=_HEARD.index, default="nobody")
        turn.reply("record-emergency" if draft.by else "emergency-heard", phone=phone, told=told)


_HEARD = ("nobody", "desk", "duty")  # who knows of it, more and more


def _alarm(turn: Turn, draft: Draft, site: Site) -> str:
    data = {"draft": draft.id} | _facts(turn, draft)
    task = turn.book.open_task(Task(KIND, site.id, turn.now, person=turn.who.id, data=data))
    draft.alarms = [*draft.alarms, task.id]
    task.data = data | {"people": [person.id for person in _besides(turn, site)]}
    _remind_later(turn, site, task, 0)
    return _show(turn, task)


def _facts(turn: Turn, draft: Draft) -> dict[str, Any]:
    return {
        "by": turn.who.name if draft.by else "",
        "because": draft.because,
        "unit": draft.unit,
        "name": draft.name,
        "phone": draft.phone,
        "issue": hidden(draft.issue, draft.name)[: SHORT + 1],
        "media": draft.media,
    }


def _update(turn: Turn, draft: Draft, task: Task) -> None:
    """Put what is new on the card; one that is ticked speaks again only when the place or the number appears."""
    facts = _facts(turn, draft)
    appeared = any(facts[name] and not task.data.get(name) for name in ("unit", "phone"))
    appeared = appeared or (facts["unit"] == "" and task.data.get("unit") is None)
    if facts == {name: task.data.get(name) for name in facts}:
        return
    more = [item for item in facts["media"] if item not in task.data.get("media", [])]
    task.data = task.data | facts
    if appeared or more or not task.done:
        _show(turn, task, fresh=appeared or bool(more))


def _besides(turn: Turn, site: Site) -> list[Person]:
    """Who is told besides the desk's group: while the office is closed whoever covers, and the manager."""
    found = [] if turn.book.groups(site.id, DESK) else list(turn.book.staff(site.id, ANYBODY))
    if not turn.sites.working(site.id).is_working(turn.now):
        found += [*duty.covering(turn, site.id), *duty.seniors(turn, site.id)]
    return list({person.id: person for person in found}.values())


def _show(turn: Turn, task: Task, fresh: bool = False, key: str = "") -> str:
    """The card, to everybody who has it; who could be told: those who are there now, the desk, or nobody."""
    words = _words(task, key)
    numbers = choice("show-number", "draftphone", task.id)
    row = (numbers,) if task.done else (choice("called", "tick", task.id), numbers)
    media = Draft(id="", media=task.data.get("media", [])).attachments
    slot = "" if task.done else f"task:{task.id}"
    say = Say(words, (row,), media, slot=slot, fresh=fresh and not task.done)
    return _spread(turn, task, say)


def _spread(turn: Turn, task: Task, say: Say) -> str:
    site = turn.sites[task.site]
    groups = turn.book.groups(site.id, DESK)
    for group in groups:
        turn.say(group.place, say, site.language)
    told = [turn.tell_id(person, say) for person in task.data.get("people", ())]
    there = any(told) or (bool(groups) and turn.sites.working(site.id).is_working(turn.now))
    return "duty" if there else "desk" if groups else "nobody"


def _words(task: Task, key: str = "") -> Text:
    unit, by = task.data.get("unit"), task.data.get("by", "")
    words = text(
        "desk-emergency-recorded" if by else "desk-emergency-draft",
        who=by or "—",
        because=guesses(task.data.get("because", ())),
        place=place_of(unit) if unit is not None else text("unit-unknown"),
        name=masked_name(task.data.get("name", "")) or "—",
        phone=masked_phone(task.data.get("phone", "")) or text("phone-unknown"),
        issue=for_groups(task.data.get("issue", "")),
    )
    return text(key, card=words) if key else words


def _tasks(turn: Turn, draft: Draft, site: str = "") -> list[Task]:
    """The alarms of a draft, ticked or not, of one site or of all."""
    found = filter(None, map(turn.book.task, draft.alarms))
    return [task for task in found if task.kind == KIND and site in {"", task.site}]


def standing(turn: Turn, draft: Draft) -> str:
    """How far it is with an emergency nobody confirmed yet: called, seen by the desk, or by nobody we know of."""
    tasks = _tasks(turn, draft)
    return "called" if any(task.done for task in tasks) else "shown" if tasks else "nobody"


# reminders


def _remind_later(turn: Turn, site: Site, task: Task, times: int) -> None:
    spans = site.sop.intake.emergency
    if times < len(spans):
        turn.after(Timer(KIND, str(task.id), turn.now + spans[times], data={"times": times}))


def remind(turn: Turn, timer: Timer) -> None:
    """Nobody ticked it: the card rings again, with those who cover now (IN-10, DI-7)."""
    task = turn.book.task(int(timer.subject))
    if task is None or task.done or task.site not in turn.sites:
        return
    site = turn.sites[task.site]
    people = [*task.data.get("people", ()), *(person.id for person in _besides(turn, site))]
    task.data = task.data | {"people": list(dict.fromkeys(people))}
    _show(turn, task, fresh=True, key="emergency-waits")
    _remind_later(turn, site, task, timer.data["times"] + 1)


# its number


def number(turn: Turn, id: str) -> None:
    """The number, in private, to whoever may call: the desk, its seniors, who covers now; each look is on record."""
    task = turn.book.task(int(id)) if id.isdigit() else None
    if task is None or task.kind != KIND or task.site not in turn.sites:
        return turn.answer_tap("button-unknown", alert=True)
    if not _may_call(turn, task):
        return turn.answer_tap("not-yours", alert=True, number="—")
    looks = [*task.data.get("looks", ()), [turn.who.id, turn.now.isoformat()]]
    task.data = task.data | {"looks": looks}
    unit = task.data.get("unit")
    words = text(
        "emergency-number",
        place=place_of(unit) if unit is not None else text("unit-unknown"),
        name=task.data.get("name") or "—",
        phone=task.data.get("phone") or text("phone-unknown"),
    )
    return turn.answer_tap("sent-private" if turn.tell(turn.who, Say(words)) else "start-first", alert=True)


def _may_call(turn: Turn, task: Task) -> bool:
    covers = (person.id for person in duty.covering(turn, task.site))
    return turn.who.at_desk(task.site) or turn.who.id in covers


# what came of it


def calm(turn: Turn, draft: Draft, words: Text | None = None) -> None:
    """It has gone its way, or was dealt with before it was written down (DI-6): the red card says so."""
    words = words or text("emergency-over", who=turn.who.name or "—", place=place_of(draft.unit))
    _end(turn, draft, list(turn.sites), words)


def drop(turn: Turn, draft: Draft, key: str = "emergency-dropped") -> None:
    """It was given up unsubmitted: whoever was alarmed hears it, and can still call to see whether all is well."""
    place = place_of(draft.unit) if draft.unit is not None else text("unit-unknown")
    _end(turn, draft, list(turn.sites), text(key, place=place), call=True)


def _end(turn: Turn, draft: Draft, sites: list[str], words: Text, call: bool = False) -> None:
    for task in _tasks(turn, draft):
        if task.site not in sites or task.data.get("over"):
            continue
        turn.book.cancel(KIND, str(task.id))
        if not task.done:
            task.done, task.done_by = turn.now, turn.who.id
        rows: Rows = ((choice("show-number", "draftphone", task.id),),) if call else ()
        _spread(turn, task, Say(words, rows, slot=f"task:{task.id}"))
        kept = task.data if call else {name: task.data.get(name) for name in ("draft", "people", "looks")}
        task.data = {name: value for name, value in kept.items() if value} | {"over": True}


TAPS = {"draftphone": number}
TIMERS = {KIND: remind}
