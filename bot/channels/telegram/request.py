"""HTTP for the SDK, on aiohttp; no error carries the address, for the token is in it."""

from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import orjson
from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, FormData, TCPConnector
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT = 5.0  # seconds
READ = 20.0  # also while a file goes up or comes down: seconds without a byte
KEEP_ALIVE = 30.0
JSON = {"Content-Type": "application/json"}


class AiohttpRequest(BaseRequest):
    """One pool of connections."""

    __slots__ = ("_api", "_connections", "_session", "_timeout")

    def __init__(self, api: str, connections: int = 100) -> None:
        self._api, self._connections = api, connections
        self._timeout = ClientTimeout(connect=CONNECT, sock_read=READ)
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return READ

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            connector = TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE)
            self._session = ClientSession(
                connector=connector,
                timeout=self._timeout,
                cookie_jar=DummyCookieJar(),
                proxy=_proxy(self._api),
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """What Telegram answered; the answer itself is not logged, for people's words are in it."""
        try:
            answer: dict[str, Any] = orjson.loads(payload)
        except ValueError:
            raise TelegramError("Telegram's answer is not JSON") from None
        return answer

    async def do_request(  # noqa: PLR0917  the SDK's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; what goes wrong on the way is a NetworkError, and nothing else."""
        if self._session is None:
            await self.initialize()
        assert self._session is not None
        own = read_timeout is not self.DEFAULT_NONE
        timeout = ClientTimeout(connect=CONNECT, sock_read=read_timeout) if own else self._timeout
        body, headers = _body(request_data)
        try:
            call = self._session.request(method, url, data=body, headers=headers, timeout=timeout)
            async with call as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            raise NetworkError(f"no answer from Telegram: {type(error).__name__}") from None


def _body(data: RequestData | None) -> tuple[bytes | FormData | None, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        return orjson.dumps(data.parameters), JSON
    form = FormData(quote_fields=False)  # a file keeps its Chinese name
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=kind)
    return form, None


def _proxy(api: str) -> str | None:
    # Looked up once: aiohttp's own trust_env would do it, and read ~/.netrc, for every request.
    parts = urlsplit(api)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
