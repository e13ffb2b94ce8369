"""How many cases one person opens in a day (IN-13): more are politely left to a colleague, danger never."""

from core.chat import choice, text
from core.conversations.owner.draft import Draft
from core.turn import Turn


def refuses(turn: Turn, draft: Draft) -> bool:
    """Whether this would be one too many; then the draft stays, and a person is offered."""
    if draft.urgent or draft.by or turn.who.is_staff:
        return False
    site = turn.sites[draft.site]
    most, today = site.sop.intake.most_a_day, site.local(turn.now).date()
    mine = turn.book.cases_of(turn.who.id, limit=most)
    if len(mine) < most or any(site.local(case.opened).date() != today for case in mine):
        return False
    row = (choice("ask-a-person", "many", draft.id), choice("cancel", "drop", draft.id))
    phone = site.phone or text("in-this-chat")
    turn.reply("flood-cases", row, slot=f"draft:{draft.id}", most=most, phone=phone)
    return True
