"""Bring a database to the shape the program expects; several processes may try at once.

python -m storage.migrate "Homes have a floor"    writes the revision for what changed in tables.py
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url

from storage.engine import BUSY_MS, make_engine

_LOCK = 20_261_121  # any number, the same in every process
_lock = text("SELECT pg_advisory_xact_lock(:key)").bindparams(key=_LOCK)


def migrate(url: str) -> None:
    """Bring a database to the newest revision, in one transaction; whoever comes second finds it done."""
    if (file := _file(url)) is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        _begin_wal(file)
    with _alone(url) as conn:
        command.upgrade(_config(conn), "head")


def is_current(url: str) -> bool:
    """Whether a database has the newest revision; a file that does not exist yet is not made by asking.

    Raises:
        sqlalchemy.exc.OperationalError: the database cannot be reached.

    """
    file = _file(url)
    if file is not None and not file.exists():
        return False
    engine = make_engine(url)
    try:
        with engine.connect().execution_options(reading=True) as conn:
            heads = set(ScriptDirectory.from_config(_config(conn)).get_heads())
            return set(MigrationContext.configure(conn).get_current_heads()) == heads
    finally:
        engine.dispose()


def _begin_wal(file: Path) -> None:
    """Let a new file keep a write-ahead log; the one thing of SQLite's for which nobody waits by himself."""
    deadline = time.monotonic() + BUSY_MS / 1000
    with closing(sqlite3.connect(file)) as conn:
        while True:
            try:
                conn.execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)


@contextmanager
def _alone(url: str) -> Iterator[Connection]:
    engine = make_engine(url)
    try:
        with engine.begin() as conn:  # SQLite: BEGIN IMMEDIATE lets one in, the next waits
            if conn.dialect.name == "postgresql":
                conn.execute(_lock)
            yield conn
    finally:
        engine.dispose()


def _config(conn: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = conn
    return config


def _file(url: str) -> Path | None:
    parsed = make_url(url)
    on_disk = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    return Path(str(parsed.database)) if on_disk else None


def write_revision(words: str) -> None:
    """Write the revision that takes a database from the newest one to what tables.py says now."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/now.db"
        migrate(url)
        with _alone(url) as conn:
            count = len(list(ScriptDirectory.from_config(_config(conn)).walk_revisions()))
            command.revision(_config(conn), words, autogenerate=True, rev_id=f"{count + 1:04}")


if __name__ == "__main__":
    write_revision(sys.argv[1])
