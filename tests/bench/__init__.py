"""How fast a dialogue goes, side by side with the same dialogue on bare python-telegram-bot.

dialogue    what is said, and what must be answered
ours        our bot as a process of its own: SQLite, every commit on the disk
bare        the SDK's Application and ConversationHandler: in memory, nothing kept
wire        Telegram's two ends, as light as they can be
load        many people talking at once, and how long each waited
"""
