"""What is to be shown, as WeChat's messages: customer-service messages while the window is open, a notice after it.

Nothing that stands there can be edited. The words go first, and from there on nothing starts over: what does not
go out then is left out.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog

from bot.channels.base import DeliveryError, Shown, Undeliverable
from bot.channels.wechat.api import Api
from bot.channels.wechat.errors import Refused
from bot.channels.wechat.files import Files
from bot.channels.wechat.messages import ASKED, CHANNEL, NOTICE
from bot.channels.wechat.notices import Template
from bot.channels.wechat.pages import Page, pages
from bot.channels.weixin.patience import PATIENCE, Patience
from bot.clock import Clock

log = structlog.get_logger()

NO_MENUS = 40200  # not for an account of this kind, such as a test account

Step = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Screen:
    """Shows messages to people."""

    api: Api
    files: Files
    clock: Clock
    template: Template | None
    menus: bool  # whether choices go as a list to tap; else they are typed

    async def show(self, openid: str, shown: Shown) -> str:
        """Show a message; returns the id under which its fate will be told."""
        if shown.allowed is not None and shown.allowed < 1:
            return await self._notify(openid, shown)
        first, *rest = await self._steps(openid, shown)
        await first()
        await self._go_on(rest)
        return f"cs:{shown.id}"

    # a notice

    async def _notify(self, openid: str, shown: Shown) -> str:
        if self.template is None:
            raise Undeliverable("the window is closed, and there is no template for notices")
        notice = {
            "touser": openid,
            "template_id": self.template.id,
            "url": shown.link,
            "client_msg_id": shown.id,  # sent again after a lost answer, it is shown once
            "data": self.template.filled(shown, self.clock()),
        }
        answer = await self.api.post("message/template/send", {k: v for k, v in notice.items() if v})
        return f"{ASKED if self.template.asks(shown) else NOTICE}{answer.get('msgid', '')}"

    # customer-service messages

    async def _steps(self, openid: str, shown: Shown) -> Sequence[Step]:
        most = shown.allowed
        room = len(shown.media) if most is None else max(most - len(pages(shown)), 0)
        files = await self.files.ready(shown.media[:room])
        missing = len(files) < len(shown.media)
        if most is not None and len(pages(shown)) > most and not shown.link:
            log.warning("words were cut off", channel=CHANNEL, case=shown.subject)
        texts = pages(shown, most and most - len(files), shown.link if missing else "")
        steps: list[Step] = [partial(self._say, openid, page, shown.id) for page in texts if page.typed]
        steps += [partial(self._send, openid, file.message()) for file in files]
        if not steps:
            raise Undeliverable("nothing of it can be shown")
        return steps

    async def _go_on(self, steps: Sequence[Step]) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                for step in steps:
                    await self._finally(step)
        except TimeoutError:
            log.error("the rest of a message was left out", channel=CHANNEL, reason="it took too long")

    async def _finally(self, step: Step) -> None:
        try:
            await Patience(self.files.soon).call(step)
        except DeliveryError as refusal:
            log.error("part of a message was left out", channel=CHANNEL, reason=str(refusal))

    async def _say(self, openid: str, page: Page, id_: str) -> None:
        if self.menus and page.choices and page.head:
            try:
                return await self._send(openid, _menu(page, id_))
            except Refused as refusal:
                if refusal.errcode != NO_MENUS:
                    raise
            log.warning("this account may not send lists to tap: choices are numbered from now on")
            self.menus = False
        await self._send(openid, {"msgtype": "text", "text": {"content": page.typed}})

    async def _send(self, openid: str, message: dict[str, Any]) -> None:
        await self.api.post("message/custom/send", {"touser": openid} | message)


def _menu(page: Page, id_: str) -> dict[str, Any]:
    choices = [{"id": f"{id_}-{n}", "content": label} for n, label in enumerate(page.choices, 1)]
    menu = {"head_content": page.head, "list": choices, "tail_content": ""}
    return {"msgtype": "msgmenu", "msgmenu": menu}
