"""Telegram as the rest of the program sees it."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog
from starlette.routing import BaseRoute
from telegram.error import TelegramError

from bot.channels.base import Answer, Manner, Office, Pace, Shown
from bot.channels.telegram import polling, webhook
from bot.channels.telegram.client import ALLOWED, Client
from bot.channels.telegram.commands import Commands, register
from bot.channels.telegram.errors import delivering, plain, says
from bot.channels.telegram.files import Files
from bot.channels.telegram.media import CHANNEL, file_of
from bot.channels.telegram.polling import Patience, Poller, complain
from bot.channels.telegram.sending import Screen
from bot.channels.telegram.updates import Reader, tap_of
from bot.clock import Clock, real
from core.chat import Address, Attachment

log = structlog.get_logger()

PACE = Pace(total=30, chat=1, group=20 / 60)
API = "https://api.telegram.org"
STALE = "query is too old"  # the answer to a tap came too late: nobody is waiting for it


class Telegram:
    """One bot."""

    name = CHANNEL

    def __init__(
        self,
        token: str,
        *,
        api: str = API,
        public_url: str = "",
        secret: str = "",
        pace: bool = True,
        commands: Commands = (),
        clock: Clock = real,
        first_wait: timedelta = polling.FIRST_WAIT,
    ) -> None:
        logging.getLogger("telegram").setLevel(logging.INFO)  # below that the SDK writes the token down
        self.pace = PACE if pace else Pace()
        self.client = Client(token, api)
        self._reader = Reader(self.client, token.partition(":")[0])
        self._screen = Screen(self.client, Files(self.client))
        self._public_url, self._secret = public_url.rstrip("/"), secret or webhook.secret_for(token)
        self._commands, self._clock = commands, clock
        self._patience = Patience(first_wait)
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, office: Office) -> None:
        self._receive = office.receive
        self._screen = Screen(self.client, Files(self.client, office.fetch))
        self._soon(self._listen())

    async def stop(self) -> None:
        self._patience.stopping.set()
        while self._tasks:
            await asyncio.wait(self._tasks)
        await self.client.drop_connections()

    def manner(self, chat: str) -> Manner:
        return Manner(group=chat.startswith("-"))

    async def show(self, to: Address, shown: Shown, edit: str = "") -> str:
        return await self._screen.show(to, shown, edit)

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes of a file somebody sent."""
        with delivering(CHANNEL):
            file = await self.client.get_file(file_of(attachment)[1])
            return bytes(await file.download_as_bytearray())

    def routes(self) -> Sequence[BaseRoute]:
        return [webhook.route(self._secret, self._take)] if self._public_url else []

    async def _listen(self) -> None:
        while not await self._introduced() and not self._patience.stopping.is_set():
            pass
        self._soon(register(self.client, self._commands))
        if not self._public_url:
            await Poller(self.client, self._take_and_answer, self._patience).run()

    async def _introduced(self) -> bool:
        """Learn our own name, and say how we want to hear; nothing that waits for us is thrown away."""
        try:
            me = await self.client.get_me()
            if self._public_url:
                where = self._public_url + webhook.PATH
                await self.client.set_webhook(where, allowed_updates=ALLOWED, secret_token=self._secret)
            else:
                await self.client.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            complain(error)
            await self._patience.after(error)
            return False
        self._patience.reset()
        self._reader = Reader(self.client, str(me.id), me.username or "")
        return True

    async def _take(self, raw: dict[str, Any]) -> Answer:
        event = self._reader.event(raw, self._clock())
        if event is None:
            return Answer()
        if event.unreadable == "unparsable":
            log.error("the SDK cannot read an update", update=raw["update_id"], error=event.data["error"])
        try:
            return await self._receive(event)
        except Exception:
            if event.tap:  # nothing came of it, but the button must not spin for ever
                self._soon(self._answer(event.tap, Answer()))
            raise

    async def _take_and_answer(self, raw: dict[str, Any]) -> None:
        answer = await self._take(raw)
        if tap := tap_of(raw):
            self._soon(self._answer(tap, answer))

    async def _answer(self, tap: str, answer: Answer) -> None:
        words = webhook.spoken(tap, answer)
        try:
            await self.client.answer_callback_query(tap, words.get("text"), words.get("show_alert"))
        except TelegramError as refusal:
            if not says(refusal, STALE):
                log.warning("a tap was left unanswered", reason=plain(refusal))

    def _soon(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
