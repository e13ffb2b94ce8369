"""The SDK's client, asked from the loop: in threads, with a time-out, and with errors that are ours."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from wechatpy.enterprise import WeChatClient

from bot.channels.wecom.errors import delivering
from bot.channels.weixin.client import Guarded
from bot.channels.weixin.http import NoAnswer
from bot.channels.weixin.threads import Threads
from bot.channels.weixin.tokens import Tokens
from bot.clock import Clock

Found = dict[str, Any]
T = TypeVar("T", Found, bytes)


class Client(Guarded, WeChatClient):  # type: ignore[misc]  # the SDK has no types
    """WeCom's methods."""

    def __init__(self, corpid: str, secret: str, api: str, timeout: float, clock: Clock) -> None:
        self.API_BASE_URL = f"{api.rstrip('/')}/cgi-bin/"
        super().__init__(corpid, secret, session=Tokens(clock), timeout=timeout, auto_retry=False)
        self.guard(timeout)

    def __repr__(self) -> str:
        return "Client"

    def fetch_access_token(self) -> Any:
        """Ask the API we were given: the SDK knows only one host."""
        url = f"{self.API_BASE_URL}gettoken"
        return self._fetch_access_token(url, {"corpid": self.corp_id, "corpsecret": self.secret})


@dataclass(frozen=True, slots=True)
class Line:
    """The way to WeCom."""

    client: Client
    threads: Threads

    async def ask(self, call: Callable[[Client], T]) -> T:
        """Make a call; it is made again with a new token, so it has to build what it sends each time.

        Raises:
            TryAgain, Refused: and nothing else.
        """
        with delivering():
            found = await self.threads.call(lambda: self.client.ask(lambda: call(self.client)))
            if isinstance(found, dict) and "errcode" not in found:
                raise NoAnswer("an answer that says neither yes nor no")
            return found

    async def close(self) -> None:
        """Finish what is in hand and let the connections go."""
        await self.threads.close()
        self.client.close()
