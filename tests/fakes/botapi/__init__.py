"""A server that speaks Telegram's Bot API over HTTP, keeps its rules and refuses what it refuses.

    async with BotApi() as telegram:
        wang = telegram.user(1001, "王小明", language="zh-hans")
        await wang.presses_start()                       # waits until the bot has confirmed the update
        await telegram.wait_for(lambda: wang.chat.said)
        await wang.taps("报修")

By itself: `python -m tests.fakes.botapi --port 8081`; people are then played over HTTP.
"""

from tests.fakes.botapi.chats import Chat, Message
from tests.fakes.botapi.people import User
from tests.fakes.botapi.server import TOKEN, USERNAME, BotApi

__all__ = ["TOKEN", "USERNAME", "BotApi", "Chat", "Message", "User"]
