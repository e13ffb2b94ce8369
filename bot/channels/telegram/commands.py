"""The menu of commands people see beside the line where they type, in their language."""

from collections.abc import Sequence
from functools import partial

import structlog
from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, MenuButtonCommands
from telegram.error import TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.errors import patiently, plain

log = structlog.get_logger()

# Where ("all_private_chats", "all_group_chats"), for which language ("" for all others), each command with
# what it does.
Commands = Sequence[tuple[str, str, Sequence[tuple[str, str]]]]

SCOPES = {scope.type: scope for scope in (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats())}


async def register(client: Client, commands: Commands) -> None:
    """Tell Telegram the commands; a list it refuses is left out, for nobody waits for a menu.

    Telegram knows languages by two letters: zh is both Chinese scripts.
    """
    calls = [partial(client.set_my_commands, listed, SCOPES[scope], code) for scope, code, listed in commands]
    button = partial(client.set_chat_menu_button, menu_button=MenuButtonCommands())
    for call in [*calls, button] if commands else ():
        try:
            await patiently(call)
        except TelegramError as refusal:
            log.info("a menu of commands was left out", reason=plain(refusal))
