"""The browser inside somebody's WeChat: it keeps cookies, and the platform knows who holds it."""

from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp
from yarl import URL

AGENT = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.44 NetType/WIFI Language/zh_CN"
)
WHO = "X-Fake-Openid"  # only the platform is told
MARK = "#wechat_redirect"
OOPS = "Oops! Something went wrong:("


class Page(str):
    """A page's text."""

    url: str
    status: int


class Browser:
    """One person's browser."""

    def __init__(self, platform: str, openid: str) -> None:
        self._platform, self._openid = platform, openid
        self._session: aiohttp.ClientSession | None = None

    async def open(self, url: str, form: dict[str, Any] | None = None) -> Page:
        """Open a page, or send a form to it, wherever it leads."""
        for _ in range(10):
            text, status, to = await self._ask(url, form)
            if not to:
                return _page(text, url, status)
            url, form = urljoin(url, to), None
        return _page("too many redirects", url, 0)

    async def _ask(self, url: str, form: dict[str, Any] | None) -> tuple[str, int, str]:
        if self._session is None:
            jar = aiohttp.CookieJar(unsafe=True)  # the tests' hosts are bare addresses
            self._session = aiohttp.ClientSession(cookie_jar=jar, headers={"User-Agent": AGENT})
        asks_us = url.startswith(f"{self._platform}/")
        if asks_us and urlsplit(url).path.endswith("/authorize") and not url.endswith(MARK):
            return OOPS, 200, ""
        async with self._session.request(
            "POST" if form is not None else "GET",
            URL(url, encoded=True),
            data=form,
            headers={WHO: self._openid} if asks_us else {},
            allow_redirects=False,
        ) as answer:
            moved = answer.headers.get("Location", "") if 300 <= answer.status < 400 else ""
            return await answer.text(), answer.status, moved

    async def close(self) -> None:
        """Close it; the cookies are gone."""
        if self._session:
            await self._session.close()


def _page(text: str, url: str, status: int) -> Page:
    page = Page(text)
    page.url, page.status = url, status
    return page
