"""HTML as a tree: what is put in as words comes out as words, whatever stands in it."""

import base64
import hashlib
from importlib.resources import files
from xml.etree.ElementTree import Element, tostring

from starlette.responses import HTMLResponse, RedirectResponse

STYLE = (files("bot.channels.web") / "style.css").read_text(encoding="utf-8")
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'sha256-{_HASH}'",
        "img-src 'self'",
        "media-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def onward(to: str) -> RedirectResponse:
    """The way to another page, which learns nothing of this one."""
    return RedirectResponse(to, 303, HEADERS)


def node(tag: str, *inside: Element | str | None, **attributes: str) -> Element:
    """An element; `class_` and the like lose their underscore."""
    made = Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    for part in inside:
        if isinstance(part, Element):
            made.append(part)
        elif part and len(made):
            made[-1].tail = (made[-1].tail or "") + part
        elif part:
            made.text = (made.text or "") + part
    return made


def page(language: str, title: str, *inside: Element | None, status: int = 200) -> HTMLResponse:
    """A whole page: nothing runs in it, nothing is loaded from elsewhere, nobody keeps it."""
    head = node(
        "head",
        node("meta", charset="utf-8"),
        node("meta", name="viewport", content="width=device-width, initial-scale=1, viewport-fit=cover"),
        node("meta", name="color-scheme", content="light dark"),
        node("title", title),
        node("style", STYLE),
    )
    whole = node("html", head, node("body", node("main", *inside)), lang=language)
    html = tostring(whole, encoding="unicode", method="html")
    return HTMLResponse(f"<!doctype html>\n{html}", status, HEADERS)
