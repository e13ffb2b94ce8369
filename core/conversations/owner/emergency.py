"""Danger does not wait for a confirmation: the desk sees an emergency the moment it is written (IN-10, TR-2)."""

from core.book import Task
from core.chat import Say, choice, text
from core.conversations.owner.draft import Draft
from core.conversations.wording import for_groups, guesses, place_of
from core.people import DESK as DESK_ROLES
from core.people import SENIORS, masked_name, masked_phone
from core.site import DESK, Site
from core.turn import Turn

EVERYWHERE = "*"
ANYBODY = DESK_ROLES | SENIORS  # where there is no group, each by themselves


def show_draft(turn: Turn, draft: Draft) -> None:
    """Show the desk a draft with emergency words at once, unconfirmed as it is; once a draft."""
    if not draft.urgent or draft.shown_to == (draft.site or EVERYWHERE):
        return
    first, draft.shown_to = not draft.shown_to, draft.site or EVERYWHERE
    for site in [turn.sites[draft.site]] if draft.site else turn.sites.values():
        _alarm(turn, draft, site)
    if first:
        phones = [site.phone for site in turn.sites.values() if site.phone and draft.site in {"", site.id}]
        key = "record-emergency" if draft.by else "emergency-heard"
        turn.reply(key, phone="、".join(phones) or text("in-this-chat"))


def _alarm(turn: Turn, draft: Draft, site: Site) -> None:
    task = turn.book.open_task(
        Task("emergency-draft", site.id, turn.now, person=turn.who.id, data={"draft": draft.id})
    )
    words = text(
        "desk-emergency-recorded" if draft.by else "desk-emergency-draft",
        who=turn.who.name or "—",
        because=guesses(draft.because),
        place=place_of(draft.unit) if draft.unit is not None else text("unit-unknown"),
        name=masked_name(draft.name) or "—",
        phone=masked_phone(draft.phone) or text("phone-unknown"),
        issue=for_groups(draft.issue),
    )
    say = Say(words, ((choice("called", "tick", task.id),),), draft.attachments, slot=f"task:{task.id}")
    if not turn.post(site, DESK, say):
        for person in turn.book.staff(site.id, ANYBODY):
            turn.tell(person, say)


def calm(turn: Turn, draft: Draft) -> None:
    """It was dealt with before it was written down: nobody need be called any more (DI-6)."""
    for listed in turn.book.tasks(draft.site, "emergency-draft"):
        task = turn.book.task(listed.id) if listed.data.get("draft") == draft.id else None
        if task is not None:
            task.done, task.done_by = turn.now, turn.who.id
            words = text("emergency-over", who=turn.who.name or "—", place=place_of(draft.unit))
            turn.post(turn.sites[draft.site], DESK, Say(words, slot=f"task:{task.id}"))
