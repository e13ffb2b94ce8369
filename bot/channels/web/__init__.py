"""Messages as pages for telephones: for people whose platform has no buttons."""

from bot.channels.web.cards import Card, CardError, Cards, Gone, NotTheirs, Reply
from bot.channels.web.door import Door

__all__ = ["Card", "CardError", "Cards", "Door", "Gone", "NotTheirs", "Reply"]
