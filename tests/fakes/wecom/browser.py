"""WeCom's own browser: it knows who holds the telephone, and tells nobody but the sign-in page."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import aiohttp
from yarl import URL

if TYPE_CHECKING:
    from tests.fakes.wecom.server import WeCom

WHO = "X-WeCom-Member"
REAL = "https://open.weixin.qq.com/"  # never asked: the fake answers for it
MARK = "#wechat_redirect"  # without it the browser says nothing of its holder
AGENT = "Mozilla/5.0 (Linux; Android 14) wxwork/4.1.36 MicroMessenger/7.0.1 Language/zh"
MOVED = {301, 302, 303, 307, 308}
HOPS = 10


class Page(str):
    """The text of a page, where it was found in the end, and how it was answered."""

    url: str
    status: int


class Browser:
    """One member's browser; it keeps cookies."""

    def __init__(self, server: "WeCom", userid: str) -> None:
        self._server, self._userid = server, userid
        self._session: aiohttp.ClientSession | None = None

    async def open(self, url: str, form: dict[str, Any] | None = None) -> Page:
        """Open a page, or send a form to it, wherever it leads."""
        for _ in range(HOPS):
            if url.startswith(REAL):
                url = f"{self._server.url}/{url.removeprefix(REAL)}"
            text, status, to = await self._ask(url, form)
            if not to:
                return _page(text, url, status)
            url, form = urljoin(url, to), form if status in {307, 308} else None
        return _page("too many redirects", url, 0)

    async def _ask(self, url: str, form: dict[str, Any] | None) -> tuple[str, int, str]:
        if self._session is None:
            jar = aiohttp.CookieJar(unsafe=True)  # the tests' hosts are bare addresses
            self._session = aiohttp.ClientSession(cookie_jar=jar, headers={"User-Agent": AGENT})
        known = url.startswith(f"{self._server.url}/") and url.endswith(MARK)
        async with self._session.request(
            "POST" if form is not None else "GET",
            URL(url, encoded=True),
            data=form,
            headers={WHO: self._userid} if known else {},
            allow_redirects=False,
        ) as answer:
            moved = answer.headers.get("Location", "") if answer.status in MOVED else ""
            return await answer.text(errors="replace"), answer.status, moved

    async def close(self) -> None:
        """Close it; the cookies are gone."""
        if self._session:
            await self._session.close()
            self._session = None


def _page(text: str, url: str, status: int) -> Page:
    page = Page(text)
    page.url, page.status = url, status
    return page
