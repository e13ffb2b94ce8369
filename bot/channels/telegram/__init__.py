"""Telegram, over the Bot API.

channel     what the rest of the program sees
updates     Telegram's update → our Event          media       photos, voices, files in a message
polling     asking for updates                      webhook     being told of them
sending     our Shown → Telegram's messages         keyboards   its buttons
client      the SDK's bot, on aiohttp               request     HTTP for it
errors      the SDK's errors → ours                 commands    the menu of commands
"""

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.commands import Commands

__all__ = ["Commands", "Telegram"]
