"""Buttons under a message, and the menu below the line where one types."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from bot.channels.base import Shown
from bot.channels.telegram.client import Markup


def buttons(shown: Shown) -> InlineKeyboardMarkup | None:
    """The choices of a message."""
    if not shown.rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(b.label, callback_data=b.act) for b in row] for row in shown.rows]
    )


def markup(shown: Shown, private: bool) -> Markup:
    """A message has room for one of both: its choices, or in private the menu."""
    if shown.rows or not (shown.menu and private):
        return buttons(shown)
    return ReplyKeyboardMarkup(shown.menu, resize_keyboard=True, is_persistent=True)
