"""A page is read as a browser shows it, and its forms are sent to its own address."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Page:
    """A page, and the forms on it."""

    who: Any
    url: str
    status: int
    html: str

    @classmethod
    def of(cls, who: Any, opened: Any) -> "Page":
        return cls(who, opened.url, opened.status, str(opened))

    @property
    def text(self) -> str:
        return unescape(re.sub(r"<[^>]+>", "\n", re.sub(r"<style>.*?</style>", "", self.html, flags=re.S)))

    @property
    def title(self) -> str:
        return unescape(re.search(r"<title>(.*?)</title>", self.html, re.S)[1])  # type: ignore[index]

    @property
    def labels(self) -> list[str]:
        return [v.partition(" ")[2] for v in self._values]

    @property
    def _values(self) -> list[str]:
        return [unescape(v) for v in re.findall(r'name="choice" value="([^"]*)"', self.html)]

    def form(self, label: str) -> dict[str, str]:
        """What a tap on a choice sends."""
        for form in re.findall(r"<form.*?</form>", self.html, re.S):
            values = [unescape(v) for v in re.findall(r'name="choice" value="([^"]*)"', form)]
            if value := next((v for v in values if label in v), None):
                return self._hidden(form) | {"choice": value}
        raise AssertionError(f"no {label!r} in {self.labels}")

    def words(self, words: str) -> dict[str, str]:
        """What writing something sends."""
        form = next(f for f in re.findall(r"<form.*?</form>", self.html, re.S) if "<textarea" in f)
        return self._hidden(form) | {"words": words}

    @staticmethod
    def _hidden(form: str) -> dict[str, str]:
        found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)
        return {name: unescape(value) for name, value in found}

    async def posts(self, form: dict[str, str], who: Any = None) -> "Page":
        """Send a form to the page's own address, perhaps as somebody else."""
        who = who or self.who
        target = urlsplit(self.url)._replace(fragment="").geturl()
        page = Page.of(who, await who.user.opens(target, form))
        await who.office.rests()
        return page

    async def taps(self, label: str) -> "Page":
        return await self.posts(self.form(label))
