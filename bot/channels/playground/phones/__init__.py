"""The kinds of phones on the table, each with its platform's real limits."""

from bot.channels.playground.phones.base import Phones
from bot.channels.playground.phones.telegram import Telegram
from bot.channels.playground.phones.wechat import SAID, TAPPED, WeChat
from bot.channels.playground.phones.wecom import WeCom

__all__ = ["SAID", "TAPPED", "Phones", "Telegram", "WeChat", "WeCom"]
