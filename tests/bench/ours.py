"""Our bot as a process of its own: everything real, SQLite on the disk.

python -m tests.bench.ours <url of the Bot API> <port> <folder> [core]
"""

import os
import sys
from pathlib import Path

import uvicorn

from bot.app import build, web
from bot.channels.telegram import Telegram
from bot.clock import real
from bot.sitefile import load_sites
from storage.migrate import migrate
from tests.bench.wire import TOKEN

SITE = Path(__file__).parents[1] / "town" / "wangjiang.toml"
SECRET = "secret-of-the-bench"


def main(api: str, port: str, folder: str, core: str = "0") -> None:
    """Serve until told to stop."""
    os.sched_setaffinity(0, {int(core)})
    here = f"http://127.0.0.1:{port}"
    channel = Telegram(TOKEN, api=api, public_url=here, secret=SECRET, pace=False)
    database = f"sqlite:///{folder}/bench.db"
    migrate(database)
    app = build(database, load_sites([SITE]), [channel], real, Path(folder) / "media")
    uvicorn.run(web(app), port=int(port), log_level="warning", access_log=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
