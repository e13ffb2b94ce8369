"""`wechat`: what is set up once at the Official Account."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Annotated, TypeVar
from urllib.parse import urlencode

import typer

from bot.channels.base import DeliveryError
from bot.channels.wechat import WeChat
from bot.clock import real
from bot.commands.database import open_store
from bot.commands.invite import read_home
from bot.commands.screen import refuse, say, settings, words
from bot.commands.sites import one_site
from bot.connections import NotConnected
from bot.connections import wechat as connected
from core.book import Invite
from core.conversations.owner.binding import CODE_PREFIX
from core.conversations.owner.menu import STANDING
from storage.people import new_code
from storage.roster import issue_invites

T = TypeVar("T")

SHOW = "https://mp.weixin.qq.com/cgi-bin/showqrcode"  # WeChat's own picture of a code

wechat = typer.Typer(no_args_is_help=True, help=words("command-wechat"))


@wechat.command(help=words("command-wechat-menu"))
def menu() -> None:
    """Put the menu below the line where owners type."""
    buttons = [
        (words(key), act if isinstance(act, str) else [(words(k), a) for k, a in act])
        for key, act in STANDING
    ]
    _ask(lambda account: account.create_menu(buttons))
    say("wechat-menu-done", "bold green", labels="、".join(label for label, _ in buttons))


@wechat.command(help=words("command-wechat-qr"))
def qr(
    *,
    unit: Annotated[str, typer.Option(help=words("option-unit"))],
    site: Annotated[str, typer.Option(help=words("option-site"))] = "",
    days: Annotated[int, typer.Option(help=words("option-days"), min=1, max=30)] = 30,
) -> None:
    """A QR code that binds whoever scans it to a unit, once."""
    given = settings()
    where = one_site(given, site)
    home, expires = read_home(where, unit), real() + timedelta(days=days)
    invite = Invite(new_code(), where.id, home, expires=expires)
    scene = f"{CODE_PREFIX}{invite.code}"
    ticket, _ = _ask(lambda account: account.qr(scene, int(timedelta(days=days).total_seconds())))
    store = open_store(given)
    try:
        with store.transaction() as work:
            issue_invites(work.conn, [invite])
    finally:
        store.close()
    link = f"{SHOW}?{urlencode({'ticket': ticket})}"
    say("wechat-qr-done", unit=home, link=link, invite=invite.code, until=f"{where.local(expires):%Y-%m-%d}")


def _ask(question: Callable[[WeChat], Awaitable[T]]) -> T:
    async def asking() -> T:
        account = connected(settings())
        try:
            return await question(account)
        finally:
            await account.stop()

    try:
        return asyncio.run(asking())
    except NotConnected as half:
        refuse("platform-incomplete", platform=half.platform, names=", ".join(half.names))
    except DeliveryError as refusal:
        refuse("platform-refused", platform="WeChat", why=str(refusal))
