"""`wecom`: what is set up once at the company's WeCom."""

import asyncio
from typing import Annotated

import typer

from bot.channels.base import DeliveryError
from bot.clock import real
from bot.commands.database import open_store
from bot.commands.screen import refuse, say, settings, words
from bot.commands.sites import one_site, site_files
from bot.connections import NotConnected
from bot.connections import wecom as connected
from bot.sitefile import plant
from core.chat import Address, Say, text
from core.people import Group
from core.site import Department, Site
from core.turn import Message
from storage import outbox
from storage.unit import Store, Work

NOT_ROOT = 60011  # the app is not visible to the whole company
FEWEST = 2  # WeCom makes no group of one

wecom = typer.Typer(no_args_is_help=True, help=words("command-wecom"))


@wecom.command(help=words("command-wecom-group"))
def group(
    *,
    department: Annotated[str, typer.Option(help=words("option-department"))],
    site: Annotated[str, typer.Option(help=words("option-site"))] = "",
    owner: Annotated[str, typer.Option(help=words("option-owner"))] = "",
) -> None:
    """Make a department's group of its members, and bind it to the department."""
    given = settings()
    where = one_site(given, site)
    found = where.department(department)
    if found is None:
        refuse("wecom-no-department", given=department, known="、".join(d.id for d in where.departments))
    store = open_store(given)
    try:
        plant(store, site_files(given))
        members = _members(store, where, found)
        owner = owner.lower()
        if len(members) < FEWEST:
            refuse("wecom-too-few", department=found.name, count=len(members))
        chat = _make(f"{where.name}{found.name}", owner or members[0], members)
        _bind(store, where, found, Address("wecom", f"@{chat}"))
    finally:
        store.close()
    say("wecom-group-done", "bold green", department=found.name, chat=chat, count=len(members))


def _members(store: Store, site: Site, department: Department) -> list[str]:
    with store.transaction() as work:
        here = work.members(Group(Address("wecom", ""), site.id, department.id))
        return work.accounts_of(here, "wecom")


def _make(name: str, owner: str, members: list[str]) -> str:
    async def asking() -> str:
        company = connected(settings())
        try:
            return await company.create_group(name, owner, members)
        finally:
            await company.stop()

    try:
        return asyncio.run(asking())
    except NotConnected as half:
        refuse("platform-incomplete", platform=half.platform, names=", ".join(half.names))
    except DeliveryError as refusal:
        key = "wecom-not-root" if str(NOT_ROOT) in str(refusal) else "platform-refused"
        refuse(key, platform="WeCom", why=str(refusal))


def _bind(store: Store, site: Site, department: Department, place: Address) -> None:
    with store.transaction() as work:
        work.bind_group(Group(place, site.id, department.id, department.name))
        _greet(work, site, department, place)


def _greet(work: Work, site: Site, department: Department, place: Address) -> None:
    """A group appears on nobody's telephone before something is said in it."""
    hello = Say(text("group-bound", site=site.name, department=department.name))
    outbox.put(work.conn, [Message(place, hello, site.language)], real())
