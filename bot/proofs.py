"""The small files with which WeChat and WeCom see that a host name is ours, served from a folder."""

import re
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

_NAME = re.compile(r"(MP|WW)_verify_[0-9A-Za-z]{8,64}\.txt")


def route(folder: Path) -> Route:
    """Serve whatever a console gave us to put at the root, and nothing else."""

    def show(request: Request) -> Response:
        name = request.path_params["name"]
        path = folder / name
        if not _NAME.fullmatch(name) or not path.is_file():
            raise HTTPException(404)
        return PlainTextResponse(path.read_text("ascii", "replace").strip())

    return Route("/{name}", show)
