"""`demo` and `run`: what stays until it is stopped."""

import socket
from contextlib import suppress
from typing import Annotated

import typer
import uvicorn
from starlette.types import ASGIApp

from bot import proofs
from bot.app import build, web
from bot.clock import real
from bot.commands.database import open_store
from bot.commands.screen import console, refuse, say, settings, words
from bot.commands.sites import site_files
from bot.connections import NotConnected, channels_of, links_of
from bot.demo import demo as open_demo
from bot.logs import set_up_logging
from bot.settings import Settings
from bot.sitefile import plant
from core.site import Sites

Port = Annotated[int | None, typer.Option(help=words("option-port"), min=1, max=65535)]


def demo(port: Port = None) -> None:
    """Open the playground in the browser."""
    given = _at(settings(), port)
    door = _door(given)
    set_up_logging(given)
    say("demo-open", "bold green", url=f"http://{_shown(given.host)}:{given.port}")
    _serve(open_demo(given), door)


def run(port: Port = None) -> None:
    """Run an installation: channels, sender, sweep."""
    given = _at(settings(), port)
    files = site_files(given)
    try:
        channels = channels_of(given)
    except NotConnected as half:
        refuse("platform-incomplete", platform=half.platform, names=", ".join(half.names))
    if not channels:
        refuse("run-no-channel")
    store = open_store(given)
    plant(store, files)
    store.close()
    door = _door(given)
    set_up_logging(given)
    for file in files:
        console.print(words("run-site", name=file.site.name, staff=len(file.staff)))
    say("run-open", "bold green", channels=", ".join(channel.name for channel in channels))
    sites = Sites(file.site for file in files)
    links = links_of(given)
    app = build(given.database, sites, channels, real, given.media, links=links)
    _serve(web(app, proofs.route(given.proofs)), door)


def _at(given: Settings, port: int | None) -> Settings:
    return given.model_copy(update={"port": port}) if port else given


def _door(given: Settings) -> socket.socket:
    """The port, ours before anything else begins."""
    door = socket.socket(socket.AF_INET6 if ":" in given.host else socket.AF_INET)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((given.host, given.port))
        door.listen(1024)
    except OSError as error:
        door.close()
        refuse("port-busy", host=given.host, port=given.port, other=given.port + 1, why=error.strerror or "")
    return door


def _serve(app: ASGIApp, door: socket.socket) -> None:
    config = uvicorn.Config(app, log_config=None, access_log=False, proxy_headers=False, ws_max_size=2**20)
    with suppress(KeyboardInterrupt):  # Ctrl+C is how it ends; everything received is finished by now
        uvicorn.Server(config).run(sockets=[door])


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else {"0.0.0.0": "127.0.0.1"}.get(host, host)  # noqa: S104
