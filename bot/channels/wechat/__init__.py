"""WeChat, over the API of a verified service account (服务号).

channel     what the rest of the program sees
intake      a delivery: opened, handed over, answered     messages    WeChat's message → our Event
answers     what is said in the same breath               pages       a message as texts with numbered choices
sending     our Shown → WeChat's messages                 files       pictures on their way out
notices     template messages                             menus       the menu and QR codes
client      the SDK's client for the account              api         its methods, in threads
errors      WeChat's refusals → ours                      signing     signing in with WeChat's browser

What it has in common with WeCom is in `bot.channels.weixin`.
"""

from bot.channels.wechat.channel import WeChat
from bot.channels.wechat.notices import Template

__all__ = ["Template", "WeChat"]
