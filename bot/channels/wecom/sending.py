"""What is to be shown, as WeCom's messages.

A member gets texts and cards with buttons. A group the app made can have no buttons: the colleagues behind it
get the card, each for themselves, and the group a text card that leads to the page. As soon as one message is
out nothing starts over: what follows is waited for, and what fails then is logged.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import structlog

from bot.channels.base import DeliveryError, Shown, TryAgain, Undeliverable
from bot.channels.wecom import cards
from bot.channels.wecom.cards import Body
from bot.channels.wecom.client import Found, Line
from bot.channels.wecom.codes import Codes
from bot.channels.wecom.errors import Refused
from bot.channels.wecom.files import Files, Post
from bot.channels.weixin.patience import SOON, Patience
from core.chat import Address

log = structlog.get_logger()

GROUP = "@"
MOST_MEMBERS = 1000
MEMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.@-]{0,63}")  # so that no chat can be "@all" or several at once
NOBODY_THERE = 81013  # not one of the members can be reached


class Unreached(Undeliverable):
    """Nobody got it, though WeCom may call it a success."""

    def __init__(self) -> None:
        super().__init__("WeCom reaches none of them: unknown, or the app is not visible to them")


@dataclass(frozen=True, slots=True)
class Screen:
    """Shows messages in WeCom's chats, for one app."""

    line: Line
    agent: int
    codes: Codes
    files: Files
    soon: float = SOON

    async def show(self, to: Address, shown: Shown, edit: str) -> str:
        """Show a message, or edit one; returns the id of the card, or of the last text."""
        group = to.chat.startswith(GROUP)
        if edit and cards.is_card(edit) and (group and await self._need_not(shown, edit)):
            return edit
        if edit and cards.is_card(edit) and await self._edited(shown, edit):
            await self.codes.shows(edit, _acts(shown))
            return edit
        if group:
            return await self._to_group(to.chat.removeprefix(GROUP), shown)
        return await self._to_member(to.chat, shown)

    async def _need_not(self, shown: Shown, card: str) -> bool:
        """A group's card has one code: it is for new buttons, or for greying them; new words are on the page."""
        return not shown.stamp and await self.codes.has(card, _acts(shown))

    # one member

    async def _to_member(self, member: str, shown: Shown) -> str:
        if not MEMBER.fullmatch(member):
            raise Undeliverable("that is no member")
        post = partial(self._post, [member])
        patience = Patience(self.soon)
        message = await self._in_order(cards.messages(shown), post, patience)
        await self.files.send(shown.media, post, patience)
        return message

    async def _in_order(self, bodies: Sequence[Body], post: Post, patience: Patience) -> str:
        """Send one after the other; the first may fail, what follows is left out if it must."""
        ids = [await post(body) for body in bodies[:1]]
        for body in bodies[1:]:
            ids += await self._afterwards(body, post, patience)
        return next(filter(cards.is_card, ids), ids[-1] if ids else "")

    async def _afterwards(self, body: Body, post: Post, patience: Patience) -> list[str]:
        try:
            return [await patience.call(lambda: post(body))]
        except DeliveryError as refusal:
            log.error(
                "part of a message was left out", channel="wecom", kind=body["msgtype"], reason=str(refusal)
            )
            return []

    async def _post(self, members: Sequence[str], body: Body) -> str:
        """Send to members; raises where nobody got it."""
        try:
            found = await self.line.ask(_sending(self.agent, members, body))
        except Refused as refusal:
            raise Unreached if refusal.errcode == NOBODY_THERE else refusal from None
        missed = unreached(found, members)
        if len(missed) == len(members):
            raise Unreached
        if missed:
            log.warning("some members are not reached", channel="wecom", of=len(members), missed=len(missed))
        if card := body.get("template_card"):
            await self._keep_code(card["task_id"], found)
            return str(card["task_id"])
        return str(found.get("msgid", ""))

    async def _keep_code(self, card: str, found: Found) -> None:
        if code := found.get("response_code"):
            await self.codes.keep_if_possible(card, str(code))

    # a group

    async def _to_group(self, group: str, shown: Shown) -> str:
        post, patience = partial(self._post_to_group, group), Patience(self.soon)
        card, bodies = await self._to_colleagues(shown, patience), for_group(shown)
        if card:
            await self.codes.shows(card, _acts(shown))
            for body in bodies:
                await self._afterwards(body, post, patience)
        else:
            await self._in_order(bodies, post, patience)
        await self.files.send(shown.media, post, patience)
        return card

    async def _to_colleagues(self, shown: Shown, patience: Patience) -> str:
        """The card for everybody behind the group; "" where there is none, or nobody to get it."""
        members = [member for member in dict.fromkeys(shown.members) if MEMBER.fullmatch(member)]
        if not shown.rows or not members:
            return ""
        if len(members) > MOST_MEMBERS:
            log.error("a card goes to no more than a thousand", channel="wecom", members=len(members))
        post = partial(self._post, members[:MOST_MEMBERS])
        try:
            return await self._in_order(cards.cards(shown), post, patience)
        except Undeliverable as refusal:
            log.error("no colleague gets the card", channel="wecom", reason=str(refusal), case=shown.subject)
            return ""

    async def _post_to_group(self, group: str, body: Body) -> str:
        await self.line.ask(lambda client: client.post("appchat/send", data={"chatid": group, **body}))
        return ""  # WeCom numbers no message there

    # what stands there already

    async def _edited(self, shown: Shown, card: str) -> bool:
        """Edit a card for all who have it; with no code left it stays as it is, unless there is something new to tap."""
        if not cards.editable(shown):
            return False
        new = cards.instead(shown)
        while (code := await self.codes.take(card)) is not None:
            try:
                found = await self.line.ask(_updating(self.agent, code, new))
            except TryAgain:
                await self.codes.keep_if_possible(card, code)
                raise
            except Refused as refusal:  # used or too old: there may be another
                log.info("a card's code is no good", channel="wecom", errcode=refusal.errcode)
                continue
            await self._keep_code(card, found)
            return True
        return not shown.rows or bool(shown.stamp)


def _acts(shown: Shown) -> list[str]:
    return [button.act for button in shown.choices]


def for_group(shown: Shown) -> list[Body]:
    """What the group itself gets: with buttons that went to the colleagues, or to nobody, the way to the page."""
    if shown.rows and shown.link and shown.members:
        return [cards.textcard(shown)]
    link = f"\n{shown.link}" if shown.rows and shown.link else ""
    return cards.texts(shown.text + link)


def unreached(found: Found, members: Sequence[str]) -> set[str]:
    """Whom WeCom names as not reached, in an answer that says it went well; it writes them in small letters."""
    named = f"{found.get('invaliduser') or ''}|{found.get('unlicenseduser') or ''}".casefold().split("|")
    return {member for member in members if member.casefold() in named}


def _sending(agent: int, members: Sequence[str], body: Body) -> Callable[..., Found]:
    return lambda client: client.message.send(agent, list(members), msg=body)


def _updating(agent: int, code: str, new: Body) -> Callable[..., Found]:
    data = {"agentid": agent, "atall": 1, "response_code": code, **new}
    return lambda client: client.post("message/update_template_card", data=data)
