"""WeCom 企业微信, for the staff.

channel    what the rest of the program sees
door       being called by WeCom                   messages   its XML → our Event
sending    our Shown → its messages                cards      texts, button cards and text cards in its measures
codes      the one-time codes a card is edited by  files      pictures, voices and files
client     the SDK's client                        errors     its errors → ours
"""

from bot.channels.wecom.channel import WeCom

__all__ = ["WeCom"]
