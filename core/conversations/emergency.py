"""Danger does not wait for a confirmation: the desk sees an emergency the moment it is written (IN-10, TR-2)."""

from core.book import Task
from core.chat import Say, choice, text
from core.conversations.draft import Draft
from core.conversations.wording import for_groups, guesses, place_of
from core.people import masked_phone
from core.site import DESK
from core.turn import Turn


def show_draft(turn: Turn, draft: Draft) -> None:
    """Show the desk a draft with emergency words at once, unconfirmed as it is; once a draft."""
    if not draft.urgent or draft.shown_to_desk:
        return
    draft.shown_to_desk = True
    site = turn.sites[draft.site or next(iter(turn.sites))]
    task = turn.book.open_task(Task("emergency-draft", site.id, turn.now, person=turn.who.id))
    words = text(
        "desk-emergency-draft",
        because=guesses(draft.because),
        place=place_of(draft.unit) if draft.unit is not None else text("unit-unknown"),
        name=draft.name or "—",
        phone=masked_phone(draft.phone) or text("phone-unknown"),
        issue=for_groups(draft.issue),
    )
    say = Say(words, ((choice("called", "tick", task.id),),), draft.attachments, slot=f"task:{task.id}")
    turn.post(site, DESK, say)
    turn.reply("emergency-heard", phone=site.phone or text("in-this-chat"))
